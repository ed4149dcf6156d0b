// Makes a form of framdrift quicker to use. Without it, everything can be filled in and saved all the same.
(() => {
  "use strict";

  // How long somebody pauses before it is worth while to look at what they wrote.
  const PAUSE = 400;

  // The first page: what has the words that are looked for in it.
  const find = document.getElementById("find");
  if (find) {
    find.closest("p").hidden = false;
    const groups = [...document.querySelectorAll("details.group")];
    find.addEventListener("input", () => {
      const words = find.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const group of groups) {
        let here = 0;
        for (const item of group.querySelectorAll("li")) {
          const text = item.textContent.toLocaleLowerCase();
          item.hidden = !words.every((word) => text.includes(word));
          if (!item.hidden) here += 1;
        }
        group.hidden = here === 0;
        group.open = words.length > 0 && here > 0;
        shown += here;
      }
      document.getElementById("none").hidden = shown > 0;
    });
  }

  const form = document.querySelector("form");
  if (!form) return;
  const state = form.querySelector(".state");
  const preview = document.querySelector(".preview");
  const frame = preview.querySelector("iframe");
  const isNew = form.dataset.new === "true";
  const touched = new Set();
  let isDirty = document.querySelector(".note.refused, .note.moved") !== null;

  // Records in lists -------------------------------------------------------------------------------------------------

  let next = 1;
  for (const list of form.querySelectorAll("[data-list]")) {
    const blank = list.querySelector(".blank");
    const model = blank.firstElementChild;
    blank.remove();
    const add = list.querySelector(".add");
    add.hidden = false;
    add.addEventListener("click", () => {
      const row = model.cloneNode(true);
      const old = `${list.dataset.list}.+0.`;
      // Past those that came back with a form that was not saved.
      while (form.querySelector(`[name^="${list.dataset.list}.+${next}."]`)) next += 1;
      const own = `${list.dataset.list}.+${next}.`;
      next += 1;
      for (const element of row.querySelectorAll("*")) {
        for (const name of ["id", "name", "for", "aria-describedby", "data-field"]) {
          const value = element.getAttribute(name);
          if (value) element.setAttribute(name, value.replaceAll(old, own));
        }
      }
      row.open = true;
      list.querySelector(".rows").append(row);
      row.querySelector("input:not([type=hidden]), select, textarea").focus();
      changed();
    });
  }

  // What is wrong ----------------------------------------------------------------------------------------------------

  const paragraph = ({ level, text, help }, path) => {
    const element = document.createElement("p");
    element.className = level;
    if (path) {
      const code = document.createElement("code");
      code.textContent = path;
      element.append(code, ": ");
    }
    element.append(text);
    for (const line of help) {
      const span = document.createElement("span");
      span.className = "help";
      span.textContent = line;
      element.append(" ", span);
    }
    return element;
  };

  const fieldOf = (element) => element.closest(".field")?.dataset.field;

  const show = (told) => {
    let errors = 0;
    for (const field of form.querySelectorAll("[data-field]")) {
      const name = field.dataset.field;
      const all = told.beside[name] ?? [];
      // What has not been come to yet is not wrong, only empty.
      const own = isNew && !touched.has(name) ? [] : all;
      errors += all.filter((trouble) => trouble.level === "error").length;
      const place = document.getElementById(`t-${name}`);
      if (place) place.replaceChildren(...own.map((trouble) => paragraph(trouble)));
      if (field.classList.contains("field")) field.classList.toggle("wrong", own.length > 0);
      const control = field.querySelector("input:not([type=hidden]), select, textarea");
      if (control && field.classList.contains("field")) {
        control.toggleAttribute("aria-invalid", own.some((trouble) => trouble.level === "error"));
      }
    }
    const above = isNew ? told.above.filter(({ path }) => path) : told.above;
    form.querySelector(".above").replaceChildren(...above.map(({ path, trouble }) => paragraph(trouble, path)));
    errors += above.filter(({ trouble }) => trouble.level === "error").length;
    return errors;
  };

  const showPage = ({ page, none }) => {
    preview.hidden = page === null && none === "";
    const said = preview.querySelector(".none");
    said.hidden = page !== null;
    said.textContent = none;
    frame.hidden = page === null;
    if (page === null) return;
    const top = frame.contentWindow?.scrollY ?? 0;
    frame.addEventListener("load", () => frame.contentWindow.scrollTo({ top, behavior: "instant" }), { once: true });
    frame.srcdoc = page;
  };

  let latest = 0;
  const check = async () => {
    latest += 1;
    const own = latest;
    const address = form.action + (form.action.includes("?") ? "&" : "?") + "check=1";
    try {
      const answer = await fetch(address, { method: "POST", body: new URLSearchParams(new FormData(form)) });
      if (!answer.ok) throw new Error(answer.statusText);
      const told = await answer.json();
      // Somebody has gone on writing meanwhile: what is told is about an older text.
      if (own !== latest) return;
      const errors = show(told);
      showPage(told);
      if (isDirty) state.textContent = errors > 0 ? form.dataset.errors : form.dataset.fine;
      state.classList.toggle("bad", errors > 0 && isDirty);
    } catch {
      if (own === latest) {
        state.textContent = form.dataset.lost;
        state.classList.add("bad");
      }
    }
  };

  let waiting;
  const changed = () => {
    isDirty = true;
    if (!state.textContent) state.textContent = form.dataset.unsaved;
    clearTimeout(waiting);
    waiting = setTimeout(check, PAUSE);
  };
  form.addEventListener("input", changed);
  form.addEventListener("focusout", (event) => {
    const name = fieldOf(event.target);
    if (!name || touched.has(name)) return;
    touched.add(name);
    if (isNew && isDirty) changed();
  });
  form.addEventListener("submit", () => {
    isDirty = false;
    clearTimeout(waiting);
  });
  addEventListener("beforeunload", (event) => {
    if (isDirty) event.preventDefault();
  });
  // Ctrl+S is what people press.
  addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") {
      event.preventDefault();
      form.requestSubmit();
    }
  });

  const first = form.querySelector(".error");
  if (first && document.querySelector(".note.refused")) {
    for (let element = first; element; element = element.parentElement?.closest("details")) {
      if (element.tagName === "DETAILS") element.open = true;
    }
    const control = first.closest(".field")?.querySelector("input:not([type=hidden]), select, textarea");
    control?.focus();
  }
  check();
})();
