// Searches the site where the reader is: the register is fetched from the site itself when the first letter is written,
// and nothing is sent. Without this file the page is an index of everything.
//
// The register: `documents` are [address, heading, its language, kind, note, summary, its language]; `words` are
// [forms, found], where `forms` are all forms of a word with spaces between them, and `found` goes document by document: how many steps after the one
// before, how much the word weighs there.
(() => {
  'use strict';

  const form = document.querySelector('form.search');
  // A page from a disk may fetch nothing: the index is what there is.
  if (!form || location.protocol === 'file:') return;
  const language = document.documentElement.lang;
  const input = form.elements.q;
  const said = form.querySelector('.search-said');
  const hits = form.querySelector('.hits');
  const more = form.querySelector('.search-more');
  const STEP = 20;
  // Below this, a likeness is a guess.
  const GUESS = 0.5;

  const lower = (text) => text.normalize('NFC').toLocaleLowerCase(language);
  /** Without rings and dots, for those whose keyboard lacks them. */
  const bare = (text) => text.normalize('NFD').replace(/\p{M}/gu, '');
  const terms = (text) => (lower(text).match(/[\p{L}\p{N}]+/gu) ?? []).filter((term) => term.length > 1 || /\p{N}/u.test(term));

  let register;
  const load = () => (register ??= fetch(form.dataset.index, { credentials: 'omit' })
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.status))))
    .then(({ kinds, documents, words }) => ({
      kinds,
      documents,
      found: words.map(([, found]) => found),
      forms: words.flatMap(([forms], word) => forms.split(' ').map((form) => ({ form, bare: bare(form), word }))),
    })));

  /** How many letters are added, left out, changed or swapped between two words; `limit` + 1 when it is more. */
  function distance(a, b, limit) {
    if (Math.abs(a.length - b.length) > limit) return limit + 1;
    let before = [];
    let above = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= b.length; j += 1) {
        row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] !== b[j - 1]));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      if (Math.min(...row) > limit) return limit + 1;
      [before, above] = [above, row];
    }
    return above[b.length];
  }

  /** How well a form answers to a term, 0 to 1. */
  function likeness(term, plain, own) {
    if (own.form === term) return 1;
    if (own.bare === plain) return 0.95;
    if (own.bare.startsWith(plain)) return 0.8 - Math.min(0.2, (own.bare.length - plain.length) / 40);
    // Another ending than those that the site happens to use.
    let same = 0;
    while (same < plain.length && plain[same] === own.bare[same]) same += 1;
    if (same >= 4 && plain.length - same <= 4 && own.bare.length - same <= 3 && same >= plain.length / 2) return 0.2 + (same / plain.length) ** 2 / 2.5;
    // A part of a compound.
    if (plain.length > 3 && own.bare.includes(plain)) return 0.5;
    return 0;
  }

  /** The words that answer to a term, each with how well; and the form that was taken where the term is misspelt. */
  function answering(term, forms) {
    const plain = bare(term);
    const words = new Map();
    let best = 0;
    for (const own of forms) {
      const like = likeness(term, plain, own);
      best = Math.max(best, like);
      if (like > (words.get(own.word) ?? 0)) words.set(own.word, like);
    }
    // Guesses only where nothing is sure.
    if (best > GUESS) for (const [word, like] of words) if (like < GUESS) words.delete(word);
    if (best > 0 || term.length < 4) return { words };
    const limit = term.length < 8 ? 1 : 2;
    const near = forms.map((own) => [distance(plain, own.bare, limit), own]).filter(([far]) => far <= limit);
    if (near.length === 0) return { words };
    const [nearest] = near.reduce((a, b) => (b[0] < a[0] ? b : a));
    const taken = near.filter(([far]) => far === nearest);
    for (const [, own] of taken) words.set(own.word, 0.6);
    return { words, instead: taken[0][1].form };
  }

  function search({ documents, found, forms }, text) {
    const sought = [...new Set(terms(text))];
    const scores = new Map();
    const matched = new Set();
    const instead = [];
    for (const term of sought) {
      const answer = answering(term, forms);
      if (answer.instead) instead.push([term, answer.instead]);
      const own = new Map();
      for (const [word, like] of answer.words) {
        matched.add(word);
        let document = 0;
        for (let i = 0; i < found[word].length; i += 2) {
          document += found[word][i];
          const score = like * found[word][i + 1];
          if (score > (own.get(document) ?? 0)) own.set(document, score);
        }
      }
      // What few documents have says more.
      const rare = Math.log(1 + documents.length / own.size);
      for (const [document, score] of own) {
        const sum = scores.get(document) ?? { terms: 0, score: 0 };
        scores.set(document, { terms: sum.terms + 1, score: sum.score + rare * score });
      }
    }
    const most = Math.max(0, ...[...scores.values()].map((own) => own.terms));
    const best = [...scores].filter(([, own]) => own.terms === most);
    best.sort(([a, x], [b, y]) => y.score - x.score || a - b);
    const marked = new Set(forms.filter((own) => matched.has(own.word)).map((own) => own.form));
    return { sought, instead, marked, documents: best.map(([document]) => documents[document]) };
  }

  /** A text with the words that were found marked. */
  function marked(text, forms) {
    return text.split(/([\p{L}\p{N}]+)/u).map((part) => {
      if (!forms.has(lower(part))) return part;
      const mark = document.createElement('mark');
      mark.textContent = part;
      return mark;
    });
  }

  function hit([href, title, lang, kind, note, summary, summaryLang], kinds, forms) {
    const item = document.createElement('li');
    const head = document.createElement('p');
    head.className = 'hit-title';
    const link = document.createElement('a');
    link.href = href;
    if (lang) link.lang = lang;
    link.append(...marked(title, forms));
    const name = document.createElement('span');
    name.className = 'hit-kind';
    name.textContent = note ? `${kinds[kind]} · ${note}` : kinds[kind];
    head.append(link, ' ', name);
    const about = document.createElement('p');
    if (summaryLang) about.lang = summaryLang;
    about.append(...marked(summary, forms));
    item.append(head, about);
    return item;
  }

  let round = 0;
  async function answer() {
    const text = input.value.trim();
    const own = round += 1;
    const here = location.pathname + location.search;
    history.replaceState(null, '', text ? `${here}#q=${encodeURIComponent(text)}` : here);
    if (terms(text).length === 0) {
      said.textContent = '';
      hits.replaceChildren();
      more.hidden = true;
      return;
    }
    let ready;
    try {
      ready = await load();
    } catch {
      register = undefined;
      said.textContent = form.dataset.failed;
      return;
    }
    // Something else has been written meanwhile.
    if (own !== round) return;
    const result = search(ready, text);
    const total = new Intl.NumberFormat(language).format(result.documents.length);
    const instead = result.instead.map(([written, found]) => form.dataset.instead.replace('{written}', written).replace('{found}', found));
    const count = result.documents.length ? form.dataset.hits.replace('{n}', total) : form.dataset.none;
    said.textContent = [...instead, count].join(' ');
    const items = result.documents.map((own) => () => hit(own, ready.kinds, result.marked));
    hits.replaceChildren();
    const show = () => {
      const next = items.splice(0, STEP).map((make) => make());
      hits.append(...next);
      more.hidden = items.length === 0;
      return next[0];
    };
    show();
    more.onclick = () => show()?.querySelector('a').focus();
  }

  function restore() {
    const kept = new URLSearchParams(location.hash.slice(1)).get('q');
    if (kept === null || kept === input.value) return;
    input.value = kept;
    answer();
  }

  let waiting;
  input.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(answer, 120);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    answer();
  });
  addEventListener('hashchange', restore);
  form.hidden = false;
  restore();
})();
