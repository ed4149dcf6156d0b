// Put into every page that `framdrift serve` sends, and into no file. It shows the next save, and what is wrong.
// Stores nothing: where the reader was is carried over by the history entry of the page itself.
(() => {
  "use strict";

  const own = document.currentScript;
  const version = own.dataset.version;
  const drafts = own.dataset.drafts ? JSON.parse(own.dataset.drafts) : null;
  const form = own.dataset.form ? JSON.parse(own.dataset.form) : null;
  own.remove();

  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  };

  /** An element with a style of its own, which that of the page does not reach. */
  const apart = (name, style, ...children) => {
    const element = make(name);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    const root = element.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    root.append(...children);
    return element;
  };

  // Drafts ----------------------------------------------------------------------------------------------------------

  const DRAFT_STYLE = `
    :host { all: initial; color-scheme: light dark; }
    span { font: 600 .8125rem/1.4 system-ui, sans-serif; color: light-dark(#5c3a00, #ffd48a);
      background: light-dark(#fff3d6, #3a2c10); border: 1px dashed; border-radius: 4px; padding: 0 .35rem;
      margin-inline-start: .35rem; white-space: nowrap; }
    .here { position: fixed; inset: auto auto 1rem 1rem; margin: 0; box-sizing: border-box; z-index: 2147483646; font-size: .9375rem;
      padding: .35rem .7rem; max-width: calc(100vw - 2rem); white-space: normal; box-shadow: 0 2px 12px #0004; }
  `;

  /** Marks the page, and links to pages, that show what is not published yet. Before anything is measured. */
  const markDrafts = () => {
    if (!drafts) return;
    const pages = new Set(drafts.pages);
    const isDraft = (address) => {
      try {
        return pages.has(decodeURIComponent(address.pathname));
      } catch {
        return false;
      }
    };
    const markOf = (text, kind) => apart("framdrift-draft", DRAFT_STYLE,
      make("span", { lang: drafts.lang, ...(kind && { class: kind, role: "note" }) }, text));
    for (const link of document.querySelectorAll("main a[href]")) {
      if (link.origin === location.origin && isDraft(link) && link.pathname !== location.pathname) {
        link.after(markOf(drafts.there));
      }
    }
    if (isDraft(location)) document.body.prepend(markOf(drafts.here, "here"));
  };

  // The form of what the page is about --------------------------------------------------------------------------------

  const FORM_STYLE = `
    :host { all: initial; color-scheme: light dark; }
    a { position: fixed; inset: auto 1rem 1rem auto; z-index: 2147483646; font: 600 1rem/1.4 system-ui, sans-serif;
      color: light-dark(#fff, #10222e); background: light-dark(#0b5a8a, #8cc7ee); border-radius: 6px; padding: .55rem 1.1rem;
      box-shadow: 0 2px 12px #0004; }
    a:focus-visible { outline: 3px solid; outline-offset: 2px; }
    @media print { a { display: none; } }
  `;

  const linkForm = () => {
    if (!form) return;
    document.body.append(apart("framdrift-form", FORM_STYLE, make("a", { href: form.href, lang: form.lang }, form.text)));
  };

  // Where the reader was --------------------------------------------------------------------------------------------

  /** Every <details> with a name that it keeps when others come and go. */
  const details = () => {
    const seen = new Map();
    return [...document.querySelectorAll("details")].map((element) => {
      const text = element.id || element.querySelector("summary")?.textContent.trim() || "";
      const nth = seen.get(text) ?? 0;
      seen.set(text, nth + 1);
      return [`${text}#${nth}`, element];
    });
  };

  /** The way from the body to an element, by its place among its siblings. */
  const wayTo = (element) => {
    const way = [];
    for (let node = element; node && node !== document.body; node = node.parentElement) {
      way.unshift([...node.parentElement.children].indexOf(node));
    }
    return way;
  };

  const likeness = (element) => `${element.tagName} ${element.getAttribute("href") ?? ""} ${element.textContent.trim()}`;

  const remember = (next) => {
    const focus = document.activeElement;
    const hasFocus = focus && focus !== document.body && document.body.contains(focus);
    const framdrift = {
      next,
      x: scrollX,
      y: scrollY,
      open: Object.fromEntries(details().map(([name, element]) => [name, element.open])),
      focus: hasFocus ? { id: focus.id, way: wayTo(focus), likeness: likeness(focus) } : null,
    };
    history.replaceState({ ...history.state, framdrift }, "");
  };

  /** Goes back to where the reader was; says what version the page was loaded for. */
  const restore = () => {
    const { framdrift, ...rest } = history.state ?? {};
    if (!framdrift) return null;
    history.replaceState(Object.keys(rest).length ? rest : null, "");
    for (const [name, element] of details()) {
      if (name in framdrift.open) element.open = framdrift.open[name];
    }
    if (framdrift.focus) {
      const { id, way, likeness: before } = framdrift.focus;
      let element = id ? document.getElementById(id) : null;
      if (!element) {
        element = way.reduce((node, n) => node?.children[n], document.body);
        if (element && likeness(element) !== before) element = null;
      }
      element?.focus({ preventScroll: true });
    }
    scrollTo({ left: framdrift.x, top: framdrift.y, behavior: "instant" });
    return framdrift.next;
  };

  // What is wrong ---------------------------------------------------------------------------------------------------

  const STYLE = `
    :host { all: initial; position: fixed; inset: auto 0 0 0; z-index: 2147483647; color-scheme: light dark;
      --ink: light-dark(#1b1b1b, #f2f2f2); --paper: light-dark(#fff, #1d1f21); --soft: light-dark(#f3f1ee, #2a2d30);
      --line: light-dark(#767676, #8b9096); --red: light-dark(#a3141c, #ff9a94); --amber: light-dark(#7a4b00, #f5c26b);
      --link: light-dark(#0b4a8f, #9cc9ff);
      font: 16px/1.5 system-ui, sans-serif; color: var(--ink); }
    @media print { :host { display: none; } }
    * { box-sizing: border-box; }
    section { background: var(--paper); border-top: 4px solid var(--red); box-shadow: 0 -4px 24px #0006;
      max-height: min(62vh, 44rem); overflow: auto; overscroll-behavior: contain; }
    .wrap { max-width: 72rem; margin: 0 auto; padding: 0 1rem; }
    header { position: sticky; top: 0; background: var(--paper); border-bottom: 1px solid var(--line); }
    header .wrap { display: flex; gap: 1rem; align-items: start; justify-content: space-between;
      padding-block: .75rem; }
    h2 { font-size: 1.25rem; line-height: 1.3; margin: 0; color: var(--red); }
    p { margin: .25rem 0 0; }
    button { font: inherit; color: inherit; background: var(--soft); border: 1px solid var(--line); border-radius: 4px;
      padding: .35rem .8rem; min-height: 2.75rem; white-space: nowrap; cursor: pointer; }
    .pill { position: absolute; right: 1rem; bottom: 1rem; background: var(--paper); border: 2px solid var(--red);
      color: var(--red); font-weight: 600; box-shadow: 0 2px 12px #0006; }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    ol { list-style: none; margin: 0; padding-block: .25rem 1rem; }
    li { padding: .9rem 0; border-bottom: 1px solid var(--line); }
    li:last-child { border-bottom: 0; }
    h3 { font-size: 1rem; margin: 0; font-weight: 600; overflow-wrap: anywhere; }
    .error { color: var(--red); }
    .warning { color: var(--amber); }
    a, .place { font-family: ui-monospace, monospace; font-size: .9375rem; overflow-wrap: anywhere; }
    a { color: var(--link); display: inline-block; padding-block: .2rem; }
    pre { font: .875rem/1.4 ui-monospace, monospace; background: var(--soft); margin: .4rem 0; padding: .6rem .8rem;
      overflow-x: auto; border-radius: 4px; tab-size: 4; }
    @media (forced-colors: active) { section, .pill { border-color: CanvasText; } }
  `;

  let host = null;
  let hiddenFor = null;
  let sign = null;

  const placeOf = (place) => place.link
    ? make("a", { href: place.link }, place.text)
    : make("span", { class: "place" }, place.text);

  const problemOf = (problem) => make("li", {},
    make("h3", {}, make("span", { class: problem.level }, problem.label), ": ", problem.message),
    problem.place && make("p", {}, placeOf(problem.place)),
    problem.snippet && make("pre", { tabindex: "0" }, problem.snippet),
    ...problem.help.map((text) => make("p", {}, text)),
    ...problem.notes.map(([text, place]) => make("p", {}, placeOf(place), ": ", text)));

  const showSign = () => {
    if (!sign) {
      host?.remove();
      host = null;
      return;
    }
    if (!host) {
      host = apart("framdrift-sign", STYLE);
      document.documentElement.append(host);
    }
    host.lang = sign.lang;
    const isHidden = hiddenFor === JSON.stringify(sign);
    const hadFocus = host.shadowRoot.activeElement !== null;
    const top = host.shadowRoot.querySelector("section")?.scrollTop ?? 0;
    const button = make("button", { type: "button" });
    if (isHidden) {
      button.className = "pill";
      button.append(sign.title);
      button.onclick = () => { hiddenFor = null; showSign(); host.shadowRoot.querySelector("button").focus(); };
      host.shadowRoot.replaceChildren(button);
    } else {
      button.append(sign.hide);
      button.onclick = hide;
      const heading = make("div", { role: "alert" }, make("h2", { id: "title" }, sign.title), make("p", {}, sign.note));
      host.shadowRoot.replaceChildren(make("section", { "aria-labelledby": "title" },
        make("header", {}, make("div", { class: "wrap" }, heading, button)),
        make("ol", { class: "wrap" }, ...sign.problems.map(problemOf))));
      host.shadowRoot.querySelector("section").scrollTop = top;
    }
    if (hadFocus) button.focus({ preventScroll: true });
  };

  const hide = () => {
    hiddenFor = JSON.stringify(sign);
    showSign();
  };

  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && host?.shadowRoot.querySelector("section") && !event.defaultPrevented) hide();
  });

  // What is new -----------------------------------------------------------------------------------------------------

  markDrafts();
  linkForm();
  let loadedFor = restore();
  let isLeaving = false;
  let source = null;

  const take = (event) => {
    const news = JSON.parse(event.data);
    // Of a server that has no site yet, the page is better than nothing. And should a page never become what it was
    // loaded for, it is not loaded for ever.
    if (news.version !== null && news.version !== version && news.version !== loadedFor && !isLeaving) {
      isLeaving = true;
      disconnect();
      remember(news.version);
      location.reload();
      return;
    }
    if (news.version === version) loadedFor = null;
    sign = news.sign;
    showSign();
  };

  const disconnect = () => {
    source?.close();
    source = null;
  };

  // A browser keeps few connections to a host, and a page that listens holds one. A page that nobody sees lets go of
  // its own, and is brought up to date when it is seen again.
  const connect = () => {
    if (source || isLeaving || document.hidden) return;
    const mine = new EventSource(`/__framdrift/events?page=${encodeURIComponent(location.pathname)}`);
    source = mine;
    mine.onmessage = take;
    mine.onerror = () => {
      // The browser itself tries again, unless it was refused.
      if (mine.readyState === EventSource.CLOSED && source === mine) {
        source = null;
        setTimeout(connect, 1000);
      }
    };
  };

  document.addEventListener("visibilitychange", () => (document.hidden ? disconnect() : connect()));
  addEventListener("pagehide", disconnect);
  addEventListener("pageshow", connect);
  connect();
})();
