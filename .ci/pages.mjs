// Checks every generated page in a real browser and with the Nu HTML checker.
//   node .ci/pages.mjs [--jobs 3] [--json FILE] SITE_DIR...
import fs from 'node:fs';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { fileFor, launch, parseArgs, serve } from './lib.mjs';
import { install } from './inpage.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const axeSource = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const vnuJar = path.join(here, 'node_modules/vnu-jar/build/dist/vnu.jar');

const START_LIMIT = 60_000;
const PAGE_LIMIT = 40_000;
const SCRIPT_LIMIT = 10_000;
// The smallest text in a drawing on paper, in CSS pixels: 7.5 points, as in the tables beside it.
const PAPER_TEXT = 10;
// So many presses of Tab are sent at once.
const TABS = 25;
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// The only rules whose outcome depends on the colour scheme.
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

// Messages from the Nu checker that are not faults. Each needs a reason; a message not listed here fails the run.
const NU_ALLOWED = [
  { match: /^CSS: (Unrecognized at-rule “@container”|“container(-type|-name)?”: Property)/, reason: 'CSS Containment 3 is in every browser; the checker does not know it yet' },
  { match: /^CSS: “(paint-order|vector-effect)”: Property/, reason: 'SVG 2 properties in every browser; the checker knows only SVG 1.1 ones' },
  { match: /^Resource violates Content Security Policy .*\bblocked by/, reason: 'read as files, nothing is “self”; the browser enforces the policy and its refusals fail the check “clean”' },
  { match: /^Inline script violates Content Security Policy/, at: /<script type="application\/ld\+json">/, reason: 'a data block is never run, so no policy on scripts is asked about it (HTML, “prepare the script element”); a refusal would fail the check “clean”' },
];

// What a reader of a failure does to see it.
const SEE = {
  nu: 'java -jar .ci/node_modules/vnu-jar/build/dist/vnu.jar FILE',
  'axe 320 light': 'open at 320 px in light mode with the axe extension, or: node .ci/shots.mjs SITE OUT PATH',
  'axe 320 dark': 'open at 320 px in dark mode and compare the two colours named',
  'axe 768 light': 'open at 768 px in light mode with the axe extension',
  'axe 1280 light': 'open at 1280 px in light mode with the axe extension',
  'reflow 320': 'open at 320 px and scroll sideways',
  'reflow 1280': 'open at 1280 px and scroll sideways',
  'charts 320': 'open at 320 px and look at the charts',
  'charts 1280': 'open at 1280 px and look at the charts',
  'text 200 %': 'set the browser\'s default text size to 32 px and open at 640 px',
  'text spacing': 'open at 360 and 1280 px with line-height 1.5, letter-spacing .12em, word-spacing .16em, paragraphs 2em apart on everything',
  'forced colours': 'devtools, Rendering, forced-colors: active',
  print: 'node .ci/shots.mjs --print SITE OUT PATH',
  'keyboard 360': 'open at 360 px in light mode and press Tab from the top',
  'keyboard 1280': 'open at 1280 px in dark mode and press Tab from the top',
  'skip link': 'open at 360 px, press Tab, Enter, Tab',
  clean: 'devtools, Network, Console and Application while the page loads',
  'without script': 'devtools, Disable JavaScript, reload',
  links: 'follow the link named',
  head: 'view the page source',
  'not found': 'open an address some levels deep that does not exist',
  filter: 'open at 1280 px and use the form above the list',
  sorting: 'press the heads of the table',
  search: 'open the search page and write in the field',
  weight: 'devtools, Network, transferred size with gzip',
  data: 'open the file named',
};

const args = parseArgs(process.argv.slice(2), { values: ['jobs', 'json'] });
if (args.rest.length === 0) {
  console.error('usage: node .ci/pages.mjs [--jobs N] [--json FILE] SITE_DIR...');
  process.exit(2);
}
const jobs = Number(args.jobs ?? 3);

const results = [];
/** One result per check and page; no problems means it passed. A problem is a text, or a text and the place on the page. */
function record(site, file, check, problems, ms = 0) {
  const unique = new Map(problems.map((p) => (typeof p === 'string' ? { what: p, at: '' } : p)).map((p) => [`${p.what}\n${p.at}`, p]));
  results.push({ site: site.dir, page: file, check, problems: [...unique.values()], ms });
}
async function guarded(site, file, check, run) {
  const began = Date.now();
  try {
    record(site, file, check, await run(), Date.now() - began);
  } catch (error) {
    record(site, file, check, [`the check could not be carried out: ${String(error.message ?? error).split('\n')[0]}`], Date.now() - began);
  }
}

// --- Nu HTML checker ---

function java(argv) {
  return new Promise((done, fail) => {
    const child = spawn('java', ['-jar', vnuJar, ...argv], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => { out += chunk; });
    child.stderr.on('data', (chunk) => { err += chunk; });
    child.on('error', fail);
    child.on('close', (code) => {
      try {
        done(JSON.parse(out).messages);
      } catch {
        fail(new Error(`the Nu checker gave no answer (exit ${code}): ${(err || out).slice(0, 300)}`));
      }
    });
  });
}

async function nu(sites) {
  const common = ['--format', 'json', '--stdout', '--exit-zero-always'];
  const all = (end) => sites.flatMap((site) => site.names.filter((n) => n.endsWith(end)).map((n) => path.resolve(site.dir, n)));
  const messages = [];
  // Pages may quote long passages in another language inside lang="…", which the checker's guess at the language ignores.
  messages.push(...await java([...common, '--no-langdetect', '--skip-non-html', ...sites.map((site) => path.resolve(site.dir))]));
  for (const kind of ['css', 'svg']) {
    const files = all(`.${kind}`);
    if (files.length) messages.push(...await java([...common, `--${kind}`, ...files]));
  }
  const byFile = new Map();
  for (const m of messages) {
    if (NU_ALLOWED.some(({ match, at }) => match.test(m.message) && (!at || at.test(m.extract)))) continue;
    const file = m.url ? fileURLToPath(m.url.replace(/^file:\/*/, 'file:///')) : '(no file)';
    const kind = m.type === 'info' ? m.subType ?? 'info' : m.type;
    const at = `${m.lastLine ? `line ${m.lastLine}: ` : ''}${(m.extract ?? '').replace(/\s+/g, ' ').trim()}`;
    byFile.set(file, [...byFile.get(file) ?? [], { what: `${kind}: ${m.message}`, at }]);
  }
  for (const site of sites) {
    for (const name of site.names.filter((n) => /\.(html|css|svg)$/.test(n))) {
      const file = path.resolve(site.dir, name);
      record(site, name, 'nu', byFile.get(file) ?? []);
      byFile.delete(file);
    }
  }
  for (const [file, problems] of byFile) record(sites[0], file, 'nu', problems);
}

// --- One page ---

const firstLine = (text) => (text ?? '').split('\n').map((l) => l.trim()).filter((l) => l && !/^Fix (any|all)/.test(l))[0] ?? '';

async function axe(page, rules) {
  if (!await page.evaluate(() => Boolean(globalThis.axe))) await page.evaluate(axeSource);
  const violations = await page.evaluate(async ({ tags, only }) => {
    const runOnly = only ? { type: 'rule', values: only } : { type: 'tag', values: tags };
    // target-size is WCAG 2.2 AA but off unless asked for.
    const options = { runOnly, resultTypes: ['violations'], preload: false, rules: only ? {} : { 'target-size': { enabled: true } } };
    const { violations: found } = await globalThis.axe.run(document, options);
    return found.map((v) => ({ id: v.id, help: v.help, nodes: v.nodes.slice(0, 3).map((n) => ({ at: n.target.join(' '), why: n.failureSummary })), count: v.nodes.length }));
  }, { tags: AXE_TAGS, only: rules });
  return violations.flatMap((v) => v.nodes.map((n, i) => ({
    what: `${v.id}: ${v.help} — ${firstLine(n.why)}`,
    at: n.at + (i === v.nodes.length - 1 && v.count > v.nodes.length ? ` (and ${v.count - v.nodes.length} more)` : ''),
  })));
}

const call = (page, name, arg) => page.evaluate(([n, a]) => globalThis.frPage[n](a), [name, arg]);

/** Where a link leads: a file of the site, or null when it leaves the site. */
function inside(site, full) {
  if (full.startsWith(site.origin + '/')) return full.slice(site.origin.length);
  const published = site.published;
  if (published && (full + '/').startsWith(published.href)) return full.slice(published.origin.length) || '/';
  return null;
}

function watch(page, site) {
  const seen = { problems: [], files: new Set(), address: '' };
  const own = (url) => url.startsWith(`${site.origin}/`);
  page.on('request', (request) => {
    const url = request.url();
    if (!own(url) && !/^(data|blob|about):/.test(url)) seen.problems.push(`asks another host: ${url}`);
  });
  page.on('response', (response) => {
    const url = new URL(response.url());
    if (!own(url.href)) return;
    if (response.status() >= 400 && url.href !== seen.address && !url.pathname.endsWith('/favicon.ico')) {
      seen.problems.push(`${response.status()} for ${url.pathname}`);
    }
    const file = url.pathname.startsWith(site.base) ? fileFor(site.files, url.pathname.slice(site.base.length)) : null;
    if (file && response.status() < 400) seen.files.add(file);
  });
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const url = message.location()?.url ?? '';
    // The address of the 404 page answers 404, as it should; browsers ask for favicon.ico unasked.
    if (/Failed to load resource/.test(message.text()) && (url === seen.address || url.endsWith('/favicon.ico'))) return;
    seen.problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => seen.problems.push(`script error: ${error.message}`));
  return seen;
}

async function open(page, seen, url) {
  seen.address = url;
  const response = await page.goto(url, { waitUntil: 'load', timeout: 30_000 });
  await page.evaluate(install);
  await call(page, 'settle');
  return response;
}

async function look(page, { width, height = 740, dark = false, forced = false, print = false }) {
  await page.emulateMedia({
    media: print ? 'print' : 'screen', colorScheme: dark ? 'dark' : 'light',
    forcedColors: forced ? 'active' : 'none', reducedMotion: 'reduce',
  });
  await page.setViewportSize({ width, height });
  await call(page, 'settle');
}

const pressTab = (session) => ['rawKeyDown', 'keyUp'].map((type) => session.send('Input.dispatchKeyEvent', { type, key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 }));

async function keyboard(page, session) {
  const count = await call(page, 'startWalk');
  // Twice the controls leaves room for scrolling boxes, which are stops too, and still ends if focus goes round.
  for (let left = count * 2 + 20; left > 0; left -= TABS) {
    // The browser takes the presses in their order; the page itself looks at each stop, so none has to be waited for.
    await Promise.all(Array.from({ length: TABS }, () => pressTab(session)).flat());
    const { end, problems } = await call(page, 'walked');
    if (end) return problems;
    if (problems.length > 8) return [...problems.slice(0, 9), 'and more; the walk was stopped'];
  }
  return ['Tab never leaves the page: focus is caught'];
}

async function skipLink(page) {
  await call(page, 'toTop');
  await page.keyboard.press('Tab');
  const { problem, href } = await call(page, 'skipLink');
  if (problem) return [problem];
  if (!href) return [];
  await page.keyboard.press('Enter');
  await call(page, 'settle');
  const wrong = await call(page, 'skipped', href);
  if (wrong) return [wrong];
  await page.keyboard.press('Tab');
  return [await call(page, 'afterSkip', href)].filter(Boolean);
}

async function checkPage(page, session, seen, site, file) {
  const url = site.url(file);
  const check = (name, run) => guarded(site, file, name, run);
  seen.problems = [];
  seen.files = new Set();
  const facts = { file, page: null };
  let loaded = false;
  await guarded(site, file, 'loads', async () => {
    await page.setViewportSize({ width: 320, height: 740 });
    await page.emulateMedia({ media: 'screen', colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' });
    const response = await open(page, seen, url);
    facts.page = await call(page, 'facts');
    facts.files = [...seen.files];
    loaded = true;
    return response.status() === 200 ? [] : [`answered ${response.status()}`];
  });
  if (!loaded) return facts;

  await check('axe 320 light', () => axe(page));
  await check('skip link', async () => [await call(page, 'firstStop')].filter(Boolean));
  await check('axe 320 dark', async () => {
    await look(page, { width: 320, dark: true });
    return axe(page, COLOUR_RULES);
  });
  await check('reflow 320', async () => {
    await look(page, { width: 320 });
    return [...await call(page, 'sideways'), ...await call(page, 'textLost')];
  });
  await check('charts 320', () => call(page, 'charts'));
  await check('text 200 %', async () => {
    await look(page, { width: 640 });
    await call(page, 'rememberSizes');
    // The reader's own setting, so that sizes in px and media queries in em answer as they would at home.
    await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
    try {
      await call(page, 'settle');
      return [...await call(page, 'fixedSizes'), ...await call(page, 'sideways'), ...await call(page, 'textLost')];
    } finally {
      await session.send('Page.setFontSizes', { fontSizes: { standard: 16, fixed: 13 } });
    }
  });
  await check('axe 1280 light', async () => {
    await look(page, { width: 1280, height: 900 });
    return axe(page);
  });
  await check('reflow 1280', async () => [...await call(page, 'sideways'), ...await call(page, 'textLost')]);

  await check('charts 1280', () => call(page, 'charts'));

  await check('axe 768 light', async () => {
    await look(page, { width: 768, height: 1000 });
    return axe(page);
  });
  await check('text spacing', async () => {
    const problems = [];
    await call(page, 'spacing', true);
    for (const width of [360, 1280]) {
      await look(page, { width });
      problems.push(...[...await call(page, 'sideways'), ...await call(page, 'textLost')].map((what) => ({ what, at: `${width} px` })));
    }
    await call(page, 'spacing', false);
    return problems;
  });
  await check('forced colours', async () => {
    const before = seen.problems.length;
    // At one width: a chart is drawn for each, with its own words.
    await look(page, { width: 360 });
    const { visible } = await call(page, 'text');
    await look(page, { width: 360, forced: true });
    const now = (await call(page, 'text')).visible;
    const problems = seen.problems.slice(before);
    if (!await call(page, 'headingShown')) problems.push('the heading is not shown');
    if (now.length < visible.length) problems.push(`text disappears: ${visible.find((t) => !now.includes(t)) ?? ''}`);
    return problems;
  });
  await check('print', async () => {
    // A4 upright less 15 mm on each side, in CSS pixels.
    await look(page, { width: 680, height: 1000, print: true });
    return [...await call(page, 'sideways'), ...await call(page, 'textLost'), ...await call(page, 'cutOnPaper'), ...await call(page, 'charts', PAPER_TEXT)];
  });
  await check('skip link', async () => {
    await look(page, { width: 360 });
    return skipLink(page);
  });
  await check('keyboard 360', async () => {
    await look(page, { width: 360 });
    return keyboard(page, session);
  });
  await check('keyboard 1280', async () => {
    await look(page, { width: 1280, height: 800, dark: true });
    return keyboard(page, session);
  });
  record(site, file, 'clean', [...seen.problems, ...facts.page.stored.map((what) => `leaves ${what} in the browser`)]);
  return facts;
}

async function withoutScript(page, site, facts) {
  await guarded(site, facts.file, 'without script', async () => {
    await page.goto(site.url(facts.file), { waitUntil: 'load', timeout: 30_000 });
    await page.evaluate(install);
    const bare = await call(page, 'text');
    const full = facts.page.text;
    for (const [kind, word] of [['all', 'text'], ['visible', 'visible text']]) {
      const [a, b] = [bare[kind], full[kind]];
      const at = a.findIndex((t, i) => t !== b[i]);
      const from = at === -1 ? a.length : at;
      if (at !== -1 || a.length !== b.length) {
        return [`${word} differs: without a script “${(a[from] ?? '(nothing)').slice(0, 60)}”, with it “${(b[from] ?? '(nothing)').slice(0, 60)}”`];
      }
    }
    return [];
  });
}

// --- Lists and search, as a reader uses them ---

/** What a filtered list shows: how many rows, how many of them, and what is said about it. */
const listed = (page) => page.evaluate(() => {
  const form = document.querySelector('form[data-filter]');
  const list = form.nextElementSibling;
  const rows = [...(list.querySelector('tbody') ?? list).children];
  const shown = rows.filter((row) => row.getClientRects().length);
  const title = (row) => (row.querySelector('.row-title') ?? row.cells?.[0] ?? row).textContent.trim();
  return {
    total: rows.length, shown: shown.length, titles: shown.map(title),
    said: form.querySelector('[role=status]').textContent, hash: location.hash,
    choices: [...form.querySelectorAll('.fields select:not([name=order])')].map((select) => ({
      name: select.name, options: [...select.options].slice(1).map((option) => ({ value: option.value, text: option.text })),
    })),
    orders: [...form.querySelectorAll('select[name=order] option')].map((option) => option.value),
    lang: document.documentElement.lang,
  };
});

async function checkFilter(page, seen, site, file) {
  const problems = [];
  const demand = (holds, what) => { if (!holds) problems.push(what); };
  await page.setViewportSize({ width: 1280, height: 900 });
  await open(page, seen, site.url(file));
  const before = await listed(page);
  demand(before.shown === before.total && before.said === '', 'not every row is shown from the start');
  for (const { name, options } of before.choices) {
    for (const { value, text } of options.slice(0, 4)) {
      await page.selectOption(`form[data-filter] select[name="${name}"]`, value);
      const now = await listed(page);
      const promised = text.match(/\((\d+)\)$/)?.[1];
      demand(now.shown > 0 && now.shown <= before.total, `${name} = “${text}” shows ${now.shown} rows of ${before.total}`);
      if (promised) demand(Number(promised) === now.shown, `“${text}” shows ${now.shown} rows`);
      demand(now.said.includes(String(now.shown)), `“${now.said}” does not say that ${now.shown} rows are shown`);
      await page.goto('about:blank');
      await open(page, seen, `${site.url(file)}${now.hash}`);
      const again = await listed(page);
      demand(again.titles.join() === now.titles.join(), `the address ${now.hash} does not show the same rows again`);
    }
    await page.click('form[data-filter] button[type=reset]');
    await page.waitForFunction((total) => [...document.querySelector('form[data-filter]').nextElementSibling.querySelectorAll('tbody > tr, .row')].filter((row) => !row.hidden).length >= total, before.total);
    const after = await listed(page);
    demand(after.shown === before.total && after.hash === '', 'the button does not show all rows again');
  }
  const alphabet = new Intl.Collator(before.lang, { numeric: true });
  if (before.orders.includes('name')) {
    await page.selectOption('form[data-filter] select[name=order]', 'name');
    const { titles } = await listed(page);
    demand(titles.length === before.total && titles.every((title, i) => i === 0 || alphabet.compare(titles[i - 1], title) <= 0), 'by name, the rows are not in alphabetical order');
    await page.selectOption('form[data-filter] select[name=order]', '');
    demand((await listed(page)).titles.join() === before.titles.join(), 'the first order does not come back');
  }
  const word = before.titles[0].split(/\s+/).sort((a, b) => b.length - a.length)[0];
  await page.fill('form[data-filter] input[name=text]', word.toUpperCase());
  const found = await listed(page);
  demand(found.titles.includes(before.titles[0]), `the word “${word}” does not find its row`);
  await page.fill('form[data-filter] input[name=text]', 'qqqq');
  const none = await listed(page);
  demand(none.shown === 0 && none.said !== '', 'nothing is said when no row is left');
  return problems;
}

async function checkSorting(page, seen, site, file) {
  const problems = [];
  await page.setViewportSize({ width: 1280, height: 900 });
  await open(page, seen, site.url(file));
  for (const head of await page.$$('[data-sortable] th[scope=col]')) {
    const order = () => head.evaluate((own) => [...own.closest('table').tBodies[0].rows].map((row) => row.cells[own.cellIndex].textContent.trim()));
    const name = (await head.textContent()).trim();
    const before = await order();
    await head.$eval('button', (own) => own.click());
    const up = await order();
    const says = await head.getAttribute('aria-sort');
    await head.$eval('button', (own) => own.click());
    const down = await order();
    if (says !== 'ascending' || await head.getAttribute('aria-sort') !== 'descending') problems.push(`“${name}” does not say in which order it stands`);
    if ([...up].sort().join() !== [...before].sort().join()) problems.push(`rows are lost when “${name}” is pressed`);
    if (new Set(before).size > 1 && up.join() === down.join()) problems.push(`“${name}” has the same order up and down`);
  }
  return problems;
}

const termsOf = (text, lang) => (text.normalize('NFC').toLocaleLowerCase(lang).match(/[\p{L}\p{N}]+/gu) ?? []);

/** Every word of the register stands on the page that it leads to; and a reader finds a page by its name. */
async function checkSearch(page, seen, site, file, all) {
  const problems = [];
  const folder = file.replace(/index\.html$/, '');
  const register = `${folder}index.json`;
  await page.setViewportSize({ width: 320, height: 740 });
  seen.files = new Set();
  await open(page, seen, site.url(file));
  if (seen.files.has(register)) problems.push('the register is fetched before anyone searches');
  const lang = await page.evaluate(() => document.documentElement.lang);
  const { documents, words } = JSON.parse(fs.readFileSync(path.join(site.dir, register), 'utf8'));
  const onPage = documents.map(([href]) => {
    const own = fileFor(site.files, new URL(href, site.url(file)).pathname.slice(site.base.length));
    const facts = all.find((facts) => facts.file === own);
    if (!facts?.page) problems.push(`${href} is no page`);
    // What a picture shows is said in its alternative text, and is searched for, too.
    const said = [...facts?.page?.text.all ?? [], ...facts?.page?.alts ?? []];
    return new Set(termsOf(said.join(' '), lang));
  });
  for (const [forms, found] of words) {
    let document = 0;
    for (let i = 0; i < found.length; i += 2) {
      document += found[i];
      if (!forms.split(' ').some((form) => onPage[document].has(form))) problems.push({ what: 'a word of the register does not stand on the page', at: `${forms}: ${documents[document][0]}` });
    }
  }
  const known = new Set(words.flatMap(([forms]) => forms.split(' ')));
  const search = async (text) => {
    await page.fill('form.search input[name=q]', text);
    await page.press('form.search input[name=q]', 'Enter');
    await page.waitForFunction((wanted) => document.querySelector('.search-said').textContent !== '' && location.hash === `#q=${encodeURIComponent(wanted)}`, text, { timeout: 5000 });
    await call(page, 'settle');
    return page.evaluate(() => ({ said: document.querySelector('.search-said').textContent, hits: [...document.querySelectorAll('.hit-title a')].map((a) => a.textContent) }));
  };
  const step = Math.max(1, Math.floor(documents.length / 25));
  for (const [, title] of documents.filter((_, i) => i % step === 0)) {
    const { hits } = await search(title);
    // Some share a name: a role and the page of what it answers for.
    if (!hits.slice(0, 5).includes(title)) problems.push({ what: 'a page is not found by its name', at: `${title}: ${hits.slice(0, 3).join(' · ')}` });
    const long = termsOf(title, lang).filter((term) => term.length > 7 && /^\p{L}+$/u.test(term))[0];
    if (!long) continue;
    const wrong = long.slice(0, 3) + long.slice(4);
    if (known.has(wrong)) continue;
    const slip = await search(wrong);
    if (slip.hits.length === 0) problems.push({ what: 'a misspelt word finds nothing', at: `${wrong} for ${long}` });
  }
  const none = await search('qxqxqxqxqx');
  if (none.hits.length || !none.said) problems.push('nothing is said when nothing is found');
  await page.fill('form.search input[name=q]', 'a');
  problems.push(...(await axe(page)).map(({ what, at }) => ({ what: `with results: ${what}`, at })));
  return problems;
}

async function checkFinding(browser, site, all) {
  const context = await browser.newContext({ locale: 'sv-SE', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const seen = watch(page, site);
  const having = (pattern) => site.pages.filter((file) => pattern.test(fs.readFileSync(path.join(site.dir, file), 'utf8')));
  const wanted = having(/<form[^>]* data-filter/);
  for (const file of wanted) await guarded(site, file, 'filter', () => checkFilter(page, seen, site, file));
  for (const file of having(/ data-sortable/)) await guarded(site, file, 'sorting', () => checkSorting(page, seen, site, file));
  const searched = having(/<form class="search"/);
  if (searched.length === 0) record(site, '(all)', 'search', ['the site has no search page']);
  for (const file of searched) await guarded(site, file, 'search', () => checkSearch(page, seen, site, file, all));
  for (const name of site.names.filter((n) => n.endsWith('.js'))) {
    const size = fs.statSync(path.join(site.dir, name)).size;
    record(site, name, 'weight', size <= SCRIPT_LIMIT ? [] : [`is ${size} bytes, limit ${SCRIPT_LIMIT}`]);
  }
  record(site, '(all)', 'clean', seen.problems);
  await context.close();
}

// --- The whole site ---

function checkLinks(site, all) {
  const ids = new Map(all.filter((f) => f.page).map((f) => [f.file, new Set(f.page.ids)]));
  const hasId = (file, id) => {
    if (ids.has(file)) return ids.get(file).has(id);
    if (/\.(svg|xml)$/.test(file)) return new RegExp(`\\bid=["']${id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}["']`).test(fs.readFileSync(path.join(site.dir, file), 'utf8'));
    return true;
  };
  const problem = (full) => {
    const local = inside(site, full);
    if (local === null) return null;
    const [beforeHash, hash = ''] = local.split('#');
    const pathname = beforeHash.split('?')[0];
    if (!pathname.startsWith(site.base)) return `leads outside the site's folder ${site.base}`;
    const rest = pathname.slice(site.base.length);
    const file = fileFor(site.files, rest);
    if (!file) return fileFor(site.files, `${rest}/`) ? 'lacks the slash at the end of a folder' : 'leads to nothing';
    let id = hash.split(':~:')[0];
    try { id = decodeURIComponent(id); } catch { /* kept as written */ }
    return id === '' || id === 'top' || hasId(file, id) ? null : `has no #${id} to lead to in ${file}`;
  };
  for (const facts of all) {
    if (!facts.page) continue;
    const problems = [];
    for (const { name, value, full, tag } of facts.page.links) {
      const written = `<${tag} ${name}="${value}">`;
      if (full === null) problems.push(`${written} is no address`);
      else if (value.trim() === '') problems.push(`${written} is empty`);
      else if (/^javascript:/i.test(full)) problems.push(`${written} needs a script`);
      else {
        const wrong = problem(full);
        if (wrong) problems.push(`${written} ${wrong}`);
      }
    }
    record(site, facts.file, 'links', problems);
  }
  // Feeds and site maps name pages by their published address.
  if (site.published) {
    for (const name of site.names.filter((n) => /\.(xml|atom|rss)$/.test(n))) {
      const text = fs.readFileSync(path.join(site.dir, name), 'utf8').replaceAll('&amp;', '&');
      const named = [...text.matchAll(/(?:<loc>\s*|<link>\s*|<link\b[^>]*\bhref=")([^"<\s]+)/g)].map((m) => m[1]);
      record(site, name, 'links', named.map((url) => [url, problem(url)]).filter(([, wrong]) => wrong).map(([url, wrong]) => `${url} ${wrong}`));
    }
  }
  // A page no page leads to is worth knowing about but may be meant (404, a page for an old address).
  const reached = new Set(['index.html', '404.html']);
  const queue = [...reached];
  const byFile = new Map(all.map((f) => [f.file, f]));
  while (queue.length) {
    for (const { full } of byFile.get(queue.pop())?.page?.links ?? []) {
      const local = full && inside(site, full)?.split(/[?#]/)[0];
      const file = local?.startsWith(site.base) ? fileFor(site.files, local.slice(site.base.length)) : null;
      if (file && !reached.has(file)) {
        reached.add(file);
        queue.push(file);
      }
    }
  }
  const alone = site.pages.filter((file) => !reached.has(file));
  if (alone.length) console.log(`note: ${site.dir}: ${alone.length} pages cannot be reached from the start page: ${alone.slice(0, 5).join(', ')}${alone.length > 5 ? ', …' : ''}`);
}

function checkHeads(site, all) {
  const titles = new Map();
  for (const { file, page } of all) if (page) titles.set(page.title, [...titles.get(page.title) ?? [], file]);
  for (const { file, page } of all) {
    if (!page) continue;
    const problems = [];
    if (page.h1.length !== 1) problems.push(`has ${page.h1.length} h1`);
    else if (!page.h1[0].text || !page.h1[0].shown) problems.push('its h1 is empty or not shown');
    if (!page.title) problems.push('has no title');
    else if (titles.get(page.title).length > 1) problems.push(`shares the title “${page.title}” with ${titles.get(page.title).length - 1} other pages (${titles.get(page.title).slice(0, 3).join(', ')})`);
    if (!page.lang) problems.push('has no lang on <html>');
    if (!/width=device-width/.test(page.viewport)) problems.push('has no <meta name="viewport" content="width=device-width…">');
    if (page.sheets > 1) problems.push(`has ${page.sheets} stylesheets; one is the limit`);
    if (page.scriptFiles.length > 1) problems.push(`has ${page.scriptFiles.length} script files; one is the limit`);
    problems.push(...page.scriptFiles.filter((s) => !s.late).map((s) => `script ${s.src} is not deferred`));
    record(site, file, 'head', problems);
  }
}

function checkWeight(site, all) {
  const cache = new Map();
  const weigh = (file) => {
    if (!cache.has(file)) {
      const bytes = fs.readFileSync(path.join(site.dir, file));
      const packed = /\.(png|jpe?g|webp|avif|gif|woff2?|pdf|zip)$/.test(file) ? bytes.length : gzipSync(bytes).length;
      cache.set(file, packed);
    }
    return cache.get(file);
  };
  const rows = all.filter((f) => f.page).map((f) => {
    const parts = [...new Set([f.file, ...f.files])];
    const start = /^([a-z]{2}\/)?index\.html$/.test(f.file);
    return { file: f.file, start, parts, total: parts.reduce((sum, part) => sum + weigh(part), 0) };
  });
  const kb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
  for (const { file, start, parts, total } of rows) {
    const limit = start ? START_LIMIT : PAGE_LIMIT;
    record(site, file, 'weight', total <= limit ? [] : [`weighs ${kb(total)} compressed, limit ${kb(limit)}: ${parts.map((p) => `${p} ${kb(weigh(p))}`).join(', ')}`]);
  }
  const heavy = rows.toSorted((a, b) => b.total - a.total);
  console.log(`weight of ${site.dir}, gzip, with all resources:`);
  for (const row of new Set([...heavy.filter((r) => r.start), ...heavy.slice(0, 5)])) console.log(`  ${kb(row.total).padStart(9)}  ${row.file}`);
}

async function checkData(page, site) {
  for (const name of site.names.filter((n) => /\.(json|jsonld|geojson|webmanifest|xml|atom|rss|svg)$/.test(n))) {
    await guarded(site, name, 'data', async () => {
      const text = fs.readFileSync(path.join(site.dir, name), 'utf8');
      if (/\.(json|jsonld|geojson|webmanifest)$/.test(name)) {
        try {
          JSON.parse(text);
          return [];
        } catch (error) {
          return [`is no JSON: ${error.message}`];
        }
      }
      const wrong = await page.evaluate((xml) => new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror')?.textContent ?? null, text);
      return wrong ? [`is not well-formed: ${wrong.replace(/\s+/g, ' ').slice(0, 160)}`] : [];
    });
  }
}

async function checkNotFound(page, seen, site) {
  if (!site.files.has('404.html')) {
    record(site, '404.html', 'not found', ['the site has no 404.html']);
    return;
  }
  await guarded(site, '404.html', 'not found', async () => {
    seen.problems = [];
    await page.setViewportSize({ width: 320, height: 740 });
    const response = await open(page, seen, `${site.origin}${site.base}finns/inte/alls/`);
    const { links, h1 } = await call(page, 'facts');
    const problems = [...seen.problems];
    if (response.status() !== 404) problems.push(`answered ${response.status()}`);
    if (h1.length !== 1) problems.push(`has ${h1.length} h1`);
    for (const { full, value } of links) {
      const local = full && inside(site, full)?.split(/[?#]/)[0];
      if (local && !value.startsWith('#') && !(local.startsWith(site.base) && fileFor(site.files, local.slice(site.base.length)))) {
        problems.push(`${value} works from /404.html only: the page is shown at any depth`);
      }
    }
    return problems;
  });
}

/** Run jobs over a shared queue, each worker with its own tab. */
async function pool(items, make, work) {
  let next = 0;
  await Promise.all(Array.from({ length: Math.min(jobs, items.length) }, async () => {
    const tools = await make();
    while (next < items.length) {
      const item = items[next];
      next += 1;
      await work(tools, item);
    }
    await tools.close();
  }));
}

async function checkSite(browser, site) {
  const began = Date.now();
  const all = [];
  await pool(site.pages, async () => {
    const context = await browser.newContext({ locale: 'sv-SE', serviceWorkers: 'allow' });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const seen = watch(page, site);
    return { page, session, seen, close: () => context.close() };
  }, async ({ page, session, seen }, file) => {
    all.push(await checkPage(page, session, seen, site, file));
  });
  all.sort((a, b) => site.pages.indexOf(a.file) - site.pages.indexOf(b.file));

  // A page without any script cannot differ without one.
  const scripted = all.filter((f) => f.page?.runsScript);
  await pool(scripted, async () => {
    const context = await browser.newContext({ locale: 'sv-SE', javaScriptEnabled: false, viewport: { width: 320, height: 740 }, reducedMotion: 'reduce' });
    return { page: await context.newPage(), close: () => context.close() };
  }, ({ page }, facts) => withoutScript(page, site, facts));
  for (const facts of all) if (facts.page && !facts.page.runsScript) record(site, facts.file, 'without script', []);

  const context = await browser.newContext({ locale: 'sv-SE' });
  const page = await context.newPage();
  await checkNotFound(page, watch(page, site), site);
  // A tab of its own: the site's content policy may refuse the parser.
  await checkData(await context.newPage(), site);
  await context.close();

  await checkFinding(browser, site, all);
  checkLinks(site, all);
  checkHeads(site, all);
  checkWeight(site, all);
  console.log(`${site.dir}: ${all.length} pages, ${scripted.length} also without a script, ${Math.round((Date.now() - began) / 1000)} s`);
}

function printFailures() {
  const failed = results.filter((r) => r.problems.length);
  const groups = new Map();
  for (const { site, page, check, problems } of failed) {
    for (const { what, at } of problems) {
      const key = `${check}\n${what}`;
      const group = groups.get(key) ?? { check, what, pages: [] };
      group.pages.push(`${path.join(site, page)}${at ? ` at ${at}` : ''}`);
      groups.set(key, group);
    }
  }
  for (const { check, what, pages } of [...groups.values()].sort((a, b) => b.pages.length - a.pages.length)) {
    console.log(`\nFAIL ${check}: ${what}`);
    for (const page of pages.slice(0, 6)) console.log(`     on ${page}`);
    if (pages.length > 6) console.log(`     and ${pages.length - 6} more places${args.json ? `, all in ${args.json}` : ' (--json FILE lists them)'}`);
    if (SEE[check]) console.log(`     see: ${SEE[check]}`);
  }
  return failed.length;
}

const began = Date.now();
const sites = [];
for (const dir of args.rest) {
  if (!fs.existsSync(dir)) throw new Error(`no such folder: ${dir}`);
  const site = await serve(dir);
  if (site.pages.length === 0) throw new Error(`no .html files in ${dir}`);
  if (!site.files.has('index.html')) throw new Error(`no start page index.html in ${dir}`);
  sites.push(site);
}
const browser = await launch();
console.log(`Chromium ${browser.version()}, ${sites.map((s) => `${s.dir} (${s.pages.length} pages)`).join(', ')}`);
const checker = nu(sites).catch((error) => record(sites[0], '(all)', 'nu', [error.message]));
for (const site of sites) await checkSite(browser, site);
await checker;
await browser.close();
for (const site of sites) site.close();

if (args.json) {
  fs.mkdirSync(path.dirname(path.resolve(args.json)), { recursive: true });
  fs.writeFileSync(args.json, JSON.stringify(results.filter((r) => r.problems.length), null, 1));
}
const failures = printFailures();
console.log('\nchecks carried out:');
const tally = new Map();
for (const { check, problems, ms } of results) {
  const [good, bad, time] = tally.get(check) ?? [0, 0, 0];
  tally.set(check, [good + (problems.length === 0), bad + (problems.length > 0), time + ms]);
}
for (const [check, [good, bad, ms]] of tally) {
  console.log(`  ${check.padEnd(15)} ${String(good).padStart(5)} passed ${String(bad).padStart(4)} failed ${(ms / 1000).toFixed(1).padStart(7)} s`);
}
console.log(`in ${Math.round((Date.now() - began) / 1000)} s`);
console.log(`${results.length - failures} passed, ${failures} failed`);
process.exitCode = failures ? 1 : 0;
