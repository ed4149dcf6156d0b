// Opens what came of the hostile inputs in tests/hostile/ in a browser: nothing that stands in content may run, ask
// another host for anything, open a dialog or lead the reader away by itself.
// node .ci/hostile.mjs PROGRAM [CASE…]
//
// The pages are opened without their content security policy: it is the second wall, and the first must hold alone.
// Of each case the pages are opened that an empty plan lacks, and those that differ from its: where all do, as when the
// plan's own title is hostile, some of them, evenly spread. First of all, pages that do what no page may do are opened,
// and each thing must be noticed.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { launch, parseArgs, serve } from './lib.mjs';

const args = parseArgs(process.argv.slice(2), {});
const program = path.resolve(args.rest[0]);
const wanted = args.rest.slice(1);
const DATE = '2026-11-23';
/** How many of the pages are opened that only differ from those of an empty plan. */
const DIFFERENT = 8;
const tests = path.join(import.meta.dirname, '../tests');
const root = fs.mkdtempSync(path.join(os.tmpdir(), 'framdrift-hostile-'));
process.on('exit', () => fs.rmSync(root, { recursive: true, force: true }));

/** The files of a case, as tests/it/rules.rs reads them, and the outcome that it expects. */
function parse(text) {
  const files = new Map();
  let outcome = null;
  for (const section of text.split(/^=== /m).slice(1)) {
    const end = section.indexOf('\n');
    const [name, kind = ''] = section.slice(0, end).split('|').map((part) => part.trim());
    const body = section.slice(end + 1);
    if (name === 'outcome') outcome = body.trim();
    else if (kind === '') files.set(name, Buffer.from(body));
    else if (kind === 'latin1') files.set(name, Buffer.from(body, 'latin1'));
    else if (kind === 'none') files.set(name, null);
    else if (kind.startsWith('times ')) files.set(name, Buffer.from(body.repeat(Number(kind.slice(6)))));
    else if (kind.startsWith('rows ')) {
      const lines = body.trimEnd().split('\n');
      const last = lines.pop();
      for (let row = 1; row <= Number(kind.slice(5)); row += 1) lines.push(last.replaceAll('#', String(row)));
      files.set(name, Buffer.from(lines.join('\n')));
    } else throw new Error(`a file can't be ${kind}`);
  }
  return { files, outcome };
}

/** Builds the site of a plan; its folder, or null when it is refused. */
function build(name, own) {
  const plan = path.join(root, name);
  const base = path.join(tests, 'rules/base');
  const files = new Map(fs.readdirSync(base).map((file) => [`content/${file}`, fs.readFileSync(path.join(base, file))]));
  for (const [file, bytes] of own) files.set(file, bytes);
  for (const [file, bytes] of files) {
    if (bytes === null) continue;
    const place = path.join(plan, file);
    assert(place.startsWith(plan + path.sep), `${name}: ${file} leads out of the plan`);
    fs.mkdirSync(path.dirname(place), { recursive: true });
    fs.writeFileSync(place, bytes);
  }
  const done = spawnSync(program, ['build', plan, '--out', path.join(plan, 'site'), '--date', DATE, '--quiet'], { encoding: 'utf8' });
  assert([0, 1].includes(done.status), `${name}: ${done.error ?? done.stderr}`);
  return done.status === 0 ? path.join(plan, 'site') : null;
}

/** Opens a page, touches what can be touched, and tells what it did that no page may do. */
async function misdeeds(context, url, origin) {
  const page = await context.newPage();
  const found = new Set();
  const tell = (what) => { if (found.size < 10) found.add(what); };
  await page.exposeFunction('told', tell);
  await page.addInitScript(() => {
    const run = (name) => (...given) => { globalThis.told(`${name}(${given.map(String).join()}) was called`); };
    for (const name of ['hostile', 'alert', 'confirm', 'prompt', 'print', 'open']) globalThis[name] = run(name);
  });
  page.on('popup', (other) => { tell(`a window was opened: ${other.url()}`); });
  page.on('dialog', (dialog) => { tell(`a dialog: ${dialog.message()}`); dialog.dismiss().catch(() => {}); });
  page.on('request', (request) => {
    const to = request.url();
    if (!to.startsWith(`${origin}/`) && !to.startsWith('data:image/')) tell(`a request: ${to.slice(0, 200)}`);
  });
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame()) tell(`a frame: ${frame.url()}`);
    else if (frame.url().split('#')[0] !== url) tell(`went to ${frame.url()}`);
  });
  page.on('pageerror', (error) => tell(`a script failed: ${error.message}`));
  await page.goto(url, { waitUntil: 'load' }).catch((error) => tell(`did not load: ${error.message.split('\n')[0]}`));
  const seen = await page.evaluate(() => {
    const told = [];
    for (const element of document.querySelectorAll('*')) {
      const name = element.localName;
      for (const { name: attribute } of element.attributes) {
        if (attribute.startsWith('on')) told.push(`<${name} ${attribute}>`);
      }
      // As the browser understands the address, whatever its spelling is.
      const address = element.href?.baseVal ?? element.href ?? '';
      const scheme = /^([a-z0-9+.-]+):/i.exec(typeof address === 'string' ? address : '')?.[1].toLowerCase();
      if (scheme && !['http', 'https', 'mailto', 'tel'].includes(scheme)) told.push(`<${name}> leads to ${address.slice(0, 100)}`);
      const target = element.formAction ?? element.action;
      if (['form', 'button', 'input'].includes(name) && typeof target === 'string' && new URL(target || location, location).origin !== location.origin) {
        told.push(`<${name}> sends to ${target}`);
      }
      if (['iframe', 'frame', 'object', 'embed', 'base', 'applet'].includes(name)) told.push(`<${name}>`);
    }
    for (const element of document.querySelectorAll('details')) element.open = true;
    for (const element of document.querySelectorAll('a, button, input, select, textarea, summary, [tabindex]')) element.focus();
    const mouse = ['mouseover', 'mouseenter', 'mousemove', 'pointerover', 'animationstart', 'toggle'];
    const main = document.querySelector('main') ?? document.body;
    for (const element of main.querySelectorAll('*')) for (const type of mouse) element.dispatchEvent(new Event(type));
    return told;
  }).catch((error) => [`could not be looked at: ${error.message.split('\n')[0]}`]);
  seen.forEach(tell);
  // What was asked to run soon has run when a timer of the page's own has.
  await page.evaluate(() => new Promise((done) => { setTimeout(done, 0); })).catch(() => {});
  await page.close();
  return [...found];
}

/** Things that no page may do, each with what must be noticed. */
const CONTROL = [
  ['<script>hostile()</script>', /^hostile/],
  ['<img src=x onerror=hostile()>', /^hostile/],
  ['<svg onload=hostile()>', /^hostile/],
  ['<input autofocus onfocus=hostile()>', /^hostile/],
  ['<p onmouseover=hostile()>x</p>', /^hostile/],
  ['<details ontoggle=hostile()><summary>x</summary></details>', /^hostile/],
  ['<script>alert(1)</script>', /^alert/],
  ['<script>window.open("/x")</script>', /^open/],
  ['<script>nothing.at.all</script>', /^a script failed/],
  ['<img src="https://elsewhere.example/x.png">', /^a request/],
  ['<iframe src="/other"></iframe>', /^<iframe>/],
  ['<meta http-equiv="refresh" content="0; url=/other">', /^went to/],
  ['<a href="java&#9;script:hostile()">x</a>', /leads to javascript/],
  ['<form action="https://elsewhere.example/"></form>', /sends to/],
];

const browser = await launch();
let failed = 0;
try {
  const context = await browser.newContext({ bypassCSP: true });
  const folder = path.join(root, 'control');
  fs.mkdirSync(folder);
  for (const [n, [html]] of CONTROL.entries()) {
    fs.writeFileSync(path.join(folder, `${n}.html`), `<!doctype html><title>x</title><main>${html}</main>`);
  }
  // The server makes a page that moves on wait; this one must not.
  const control = await serve(folder);
  for (const [n, [html, notices]] of CONTROL.entries()) {
    if (html.startsWith('<meta')) fs.writeFileSync(path.join(folder, `${n}.html`), `<!doctype html><meta HTTP-EQUIV=refresh content="0; url=/other"><title>x</title>`);
    const told = await misdeeds(context, control.url(`${n}.html`), control.origin);
    assert(told.some((one) => notices.test(one)), `the check does not notice ${html}, but: ${told.join('; ')}`);
  }
  control.close();
  console.log(`${CONTROL.length} things that no page may do are noticed`);

  const empty = await serve(build('empty', new Map()));
  const plain = new Map(empty.pages.map((name) => [name, fs.readFileSync(path.join(empty.dir, name), 'utf8')]));
  empty.close();
  const cases = fs.readdirSync(path.join(tests, 'hostile')).map((file) => file.replace(/\.txt$/, '')).sort();
  let opened = 0;
  let shown = 0;
  for (const name of cases.filter((one) => wanted.length === 0 || wanted.includes(one))) {
    const { files, outcome } = parse(fs.readFileSync(path.join(tests, 'hostile', `${name}.txt`), 'utf8'));
    assert(outcome, `${name} has no outcome`);
    if (outcome !== 'shown') continue;
    const dir = build(name, files);
    assert(dir, `${name} is refused, and its file says that it is shown`);
    shown += 1;
    const site = await serve(dir);
    const added = site.pages.filter((page) => !plain.has(page));
    const changed = site.pages.filter((page) => plain.has(page) && fs.readFileSync(path.join(dir, page), 'utf8') !== plain.get(page));
    assert(added.length + changed.length > 0, `${name} changes no page`);
    const step = Math.max(1, changed.length / DIFFERENT);
    const some = changed.filter((_, n) => Math.floor(n / step) !== Math.floor((n - 1) / step));
    for (const page of [...added, ...some]) {
      opened += 1;
      for (const what of await misdeeds(context, site.url(page), site.origin)) {
        failed += 1;
        console.error(`${name}: ${page}: ${what}`);
      }
    }
    site.close();
    fs.rmSync(path.join(root, name), { recursive: true, force: true });
  }
  assert(wanted.length > 0 || shown >= 50, `only ${shown} inputs are shown`);
  console.log(`${shown} hostile inputs, ${opened} pages opened, ${failed} misdeeds`);
} finally {
  await browser.close();
}
process.exitCode = failed > 0 ? 1 : 0;
