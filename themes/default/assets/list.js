// Narrows a list and changes its order, where it stands. Without this file every list is complete, and every way to
// divide it is a page of its own. What is chosen stands in the address after #: it can be shared, and is sent nowhere.
(() => {
  'use strict';

  const language = document.documentElement.lang;
  const alphabet = new Intl.Collator(language, { numeric: true });
  const number = new Intl.NumberFormat(language);
  const folded = (text) => text.normalize('NFC').toLocaleLowerCase(language);
  const words = (element) => element.textContent.replace(/\s+/g, ' ').trim();
  /** What a cell says, without its small print. */
  const main = (cell) => {
    const copy = cell.cloneNode(true);
    for (const note of copy.querySelectorAll('.note')) note.remove();
    return words(copy);
  };
  // No date is later than all others, and no report is longer ago than any.
  const orders = {
    name: (a, b) => alphabet.compare(a.name, b.name),
    deadline: (a, b) => alphabet.compare(a.element.dataset.deadline || '9', b.element.dataset.deadline || '9'),
    reported: (a, b) => alphabet.compare(a.element.dataset.reported, b.element.dataset.reported),
  };

  /** Lets a form narrow rows; `has` tells whether a row has a chosen value. */
  function narrow(form, rows, has) {
    const said = form.querySelector('[role=status]');
    const fields = [...form.elements].filter((field) => field.name);
    const parent = rows[0].element.parentElement;
    let order = '';

    function apply() {
      const chosen = fields.filter((field) => field.value !== '');
      const sought = folded(form.elements.text.value).split(/\s+/).filter(Boolean);
      const choices = chosen.filter((field) => field.name !== 'text' && field.name !== 'order');
      let shown = 0;
      for (const row of rows) {
        const fits = sought.every((word) => row.text.includes(word))
          && choices.every((field) => has(row, field.name, field.value));
        row.element.hidden = !fits;
        shown += fits;
      }
      const wanted = form.elements.order?.value ?? '';
      if (wanted !== order) {
        order = wanted;
        const sorted = order ? rows.toSorted(orders[order]) : rows;
        parent.append(...sorted.map((row) => row.element));
      }
      const narrowed = sought.length + choices.length > 0;
      const sentence = shown ? said.dataset.shown : said.dataset.none;
      said.textContent = narrowed ? sentence.replace('{n}', number.format(shown)).replace('{total}', number.format(rows.length)) : '';
      form.elements.clear.hidden = chosen.length === 0;
      const address = new URLSearchParams(chosen.map((field) => [field.name, field.value])).toString();
      const here = location.pathname + location.search;
      if (address || location.hash.includes('=')) history.replaceState(null, '', address ? `${here}#${address}` : here);
    }

    function restore() {
      if (!location.hash.includes('=')) return;
      const kept = new URLSearchParams(location.hash.slice(1));
      for (const field of fields) {
        field.value = kept.get(field.name) ?? '';
        // An option that is no longer there: all.
        if (field.selectedIndex === -1) field.value = '';
      }
    }

    form.addEventListener('input', apply);
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('reset', () => {
      setTimeout(() => {
        apply();
        form.elements.text.focus();
      });
    });
    addEventListener('hashchange', () => {
      restore();
      apply();
    });
    form.hidden = false;
    restore();
    apply();
    // On a phone the list itself comes first.
    form.querySelector('details').open = matchMedia('(min-width: 48em)').matches || !form.elements.clear.hidden;
  }

  /** A cell as it is compared: by its date, its number or its words. */
  function value(cell) {
    if (cell.classList.contains('num')) {
      const digits = main(cell).replace(/[\s\u00a0\u202f]/g, '').replace('\u2212', '-').replace(',', '.');
      return Number.parseFloat(digits);
    }
    return cell.dataset.sort ?? cell.querySelector('time')?.dateTime ?? main(cell);
  }

  /** Lets the heads of a table put its rows in order. */
  function sortable(table) {
    const body = table.tBodies[0];
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'sort';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        const down = head.getAttribute('aria-sort') === 'ascending';
        for (const other of heads) other.removeAttribute('aria-sort');
        head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        const keyed = [...body.rows].map((row) => [value(row.cells[column]), row]);
        const compare = (a, b) => (typeof a === 'number' ? (Number.isNaN(a) - Number.isNaN(b)) || a - b : alphabet.compare(a, b));
        keyed.sort(([a], [b]) => (down ? compare(b, a) : compare(a, b)));
        body.append(...keyed.map(([, row]) => row));
      });
    });
  }

  /** Adds a choice to a form for each column of a table that has a few values again and again. */
  function offer(form, table, rows) {
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const values = new Set(rows.map((row) => row.cells[column]));
      if (column === 0 || head.classList.contains('num') || values.size < 2 || values.size > 12 || values.size === rows.length) return;
      const label = document.createElement('label');
      label.className = 'field';
      const select = document.createElement('select');
      select.name = `c${column}`;
      const all = new Option(form.dataset.all, '');
      select.append(all, ...[...values].sort(alphabet.compare).map((own) => new Option(own, own)));
      label.append(words(head), select);
      form.querySelector('.fields').append(label);
    });
  }

  for (const form of document.querySelectorAll('form[data-filter]')) {
    const list = form.nextElementSibling;
    const table = list.querySelector('table');
    if (table) {
      const rows = [...table.tBodies[0].rows].map((element) => ({
        element, text: folded(words(element)), cells: [...element.cells].map(main),
      }));
      offer(form, table, rows);
      narrow(form, rows, (row, name, wanted) => row.cells[Number(name.slice(1))] === wanted);
    } else {
      const rows = [...list.children].map((element) => ({
        element, text: folded(words(element)), name: words(element.querySelector('.row-title')),
      }));
      narrow(form, rows, (row, name, wanted) => row.element.dataset[name].split(' ').includes(wanted));
    }
  }
  for (const table of document.querySelectorAll('[data-sortable] table')) sortable(table);
})();
