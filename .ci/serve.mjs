// Checks `framdrift serve` as an editor meets it: the program and a browser beside each other.
// node .ci/serve.mjs PROGRAM PLAN [--shots FOLDER]
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { launch, parseArgs } from './lib.mjs';

const args = parseArgs(process.argv.slice(2), { values: ['shots'] });
const [program, plan] = args.rest.map((name) => path.resolve(name));
const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Longer than anything takes. */
const LIMIT = 120_000;
const root = fs.mkdtempSync(path.join(os.tmpdir(), 'framdrift-serve-'));
for (const folder of ['content', 'themes']) {
  if (fs.existsSync(path.join(plan, folder))) {
    fs.cpSync(path.join(plan, folder), path.join(root, folder), { recursive: true });
  }
}

/** Starts the program; `said` waits for the next line with these words. */
function start(port) {
  const child = spawn(program, ['serve', root, '--port', String(port), '--date', '2026-11-23', '--lang-of-messages', 'sv'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let text = '';
  const waiting = [];
  const look = () => {
    for (const one of [...waiting]) {
      const at = text.indexOf(one.words);
      if (at < 0) continue;
      const line = text.slice(text.lastIndexOf('\n', at) + 1).split('\n')[0];
      text = text.slice(at + one.words.length);
      waiting.splice(waiting.indexOf(one), 1);
      one.done(line);
    }
  };
  child.stderr.setEncoding('utf8').on('data', (more) => { text += more; look(); });
  const said = (words) => new Promise((done, failed) => {
    const timer = setTimeout(() => failed(new Error(`not said: ${words}; but:\n${text.slice(-2000)}`)), LIMIT);
    waiting.push({ words, done: (line) => { clearTimeout(timer); done(line); } });
    look();
  });
  const ended = new Promise((done) => { child.on('exit', (code) => done(code)); });
  return { child, said, ended };
}

const file = path.join(root, 'content/plan.yaml');
const original = fs.readFileSync(file, 'utf8');
const title = original.match(/^(?:titel|title): *(.+)$/m)[1];

/** Saves as many editors do: a new file beside the old one takes its place. */
function save(text) {
  fs.writeFileSync(`${file}~`, text);
  fs.renameSync(`${file}~`, file);
}

const browser = await launch();
let served = start(0);
try {
  let url = (await served.said('http://')).match(/http:\/\/[^ ]+/)[0];
  const port = new URL(url).port;
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(LIMIT);
  const problems = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    // A page that is not there yet is sent with a status that says so, and a server that is restarted is away.
    if (message.type() === 'error' && !/503|404|ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED/.test(message.text())) {
      problems.push(message.text());
    }
  });
  const sign = page.locator('framdrift-sign');
  const shot = async (name) => {
    if (!args.shots) return;
    fs.mkdirSync(args.shots, { recursive: true });
    for (const width of [360, 1280]) {
      for (const colorScheme of ['light', 'dark']) {
        await page.setViewportSize({ width, height: width === 360 ? 740 : 800 });
        await page.emulateMedia({ colorScheme });
        await page.screenshot({ path: path.join(args.shots, `${name}-${width}-${colorScheme}.png`) });
      }
    }
    await page.emulateMedia({ colorScheme: null });
    await page.setViewportSize({ width: 1280, height: 800 });
  };
  /** The page is another document than it was. */
  const mark = () => page.evaluate(() => { window.isOld = true; });
  const untilNew = () => page.waitForFunction(() => !window.isOld && document.readyState === 'complete');
  const where = () => page.evaluate(() => ({
    y: Math.round(scrollY), open: [...document.querySelectorAll('details')].map((own) => own.open), focus: document.activeElement?.outerHTML,
  }));

  // Before the first build: a page that waits and then becomes the site by itself.
  await page.goto(url);
  await page.locator('footer').first().waitFor();
  await served.said('är byggd');

  // A save is shown, and the reader is where they were.
  await page.evaluate(() => scrollTo(0, 700));
  await page.evaluate(() => {
    for (const own of document.querySelectorAll('details')) own.open = !own.open;
    [...document.querySelectorAll('main a')].find((own) => own.getBoundingClientRect().top > 100).focus({ preventScroll: true });
  });
  const before = await where();
  assert.equal(before.y, 700);
  await mark();
  save(original.replace(title, `Ny ${title}`));
  await untilNew();
  assert.match(await page.title(), new RegExp(`Ny ${title}`));
  assert.deepEqual(await where(), before, 'scrolled as far, the same details open, the focus at the same link');
  assert.equal(await page.evaluate(() => history.state), null, 'nothing is left behind');
  assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length), 0);

  // A mistake: the page stays as it is, and says what is wrong.
  await served.said('är byggd');
  await mark();
  save(`${original}tittel: Något\n`);
  await sign.getByRole('alert').waitFor();
  assert.equal(await page.evaluate(() => window.isOld), true, 'the page is not loaded again');
  assert.equal((await where()).y, 700);
  const told = await sign.getByRole('listitem').first().innerText();
  const line = await served.said('fel[');
  assert.ok(told.includes(line.trim()), `${told} / ${line}`);
  const link = sign.getByRole('link').first();
  const lineNumber = original.split('\n').length;
  assert.match(await link.innerText(), new RegExp(`content/plan\\.yaml:${lineNumber}:1$`));
  assert.equal(await link.getAttribute('href'), `vscode://file${encodeURI(root)}/content/plan.yaml:${lineNumber}:1`);
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run({ include: ['framdrift-sign'] }));
  assert.deepEqual(found.violations.map((own) => [own.id, own.nodes.map((node) => node.html)]), []);
  await shot('sign');

  // The keyboard reaches it, and Escape puts it away; what puts it away brings it back.
  await sign.getByRole('button').focus();
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.tagName), 'A');
  await page.keyboard.press('Escape');
  await sign.getByRole('alert').waitFor({ state: 'detached' });
  await shot('sign-hidden');
  await sign.getByRole('button').click();
  await sign.getByRole('alert').waitFor();

  // Another page says it too, and is the last good one.
  const inner = await page.evaluate(() => document.querySelector('nav a[href]:not([href^="http"]):not([aria-current])').href);
  await page.goto(inner);
  await sign.getByRole('alert').waitFor();
  await page.locator('h1').waitFor();

  // Mended: it goes by itself.
  save(original);
  await sign.waitFor({ state: 'detached' });
  await page.waitForFunction((name) => !document.title.includes(`Ny ${name}`), title);

  // A draft is marked where it is and where it is linked to.
  const goals = fs.readdirSync(path.join(root, 'content/goals')).filter((name) => !name.slice(0, -3).includes('.'));
  fs.writeFileSync(path.join(root, 'content/goals/ett-utkast.md'),
    fs.readFileSync(path.join(root, 'content/goals', goals[0]), 'utf8').replace(/^(titel|title): .*$/m, '$1: Ett utkast')
      .replace(/^---\n/, '---\nutkast: true\n').replace(/^(alias|aliases):.*\n( .*\n)*/m, ''));
  await served.said('är byggd');
  await page.goto(`${url}mal/ett-utkast/`);
  await page.locator('body > framdrift-draft').getByText('Utkast').waitFor();
  await shot('draft');
  await page.goto(`${url}mal/`);
  await page.locator('main framdrift-draft').first().waitFor();
  await shot('draft-list');
  fs.rmSync(path.join(root, 'content/goals/ett-utkast.md'));
  await page.locator('main framdrift-draft').first().waitFor({ state: 'detached' });
  // The script is there: whoever stops the server before that leaves a page that nobody can bring up to date.
  await page.waitForFunction(() => document.readyState === 'complete' && document.querySelector('footer'));

  // The server is started anew with a mistake: the page that is open stays until there is a better one.
  served.child.kill('SIGINT');
  assert.equal(await served.ended, 0, 'Ctrl-C ends it with 0');
  save(`${original}tittel: Något\n`);
  served = start(port);
  await served.said('http://');
  await sign.getByRole('alert').waitFor();
  assert.ok(await page.locator('footer').count() > 0, 'the page is still there');
  const other = await browser.newPage();
  const answer = await other.goto(url);
  assert.equal(answer.status(), 503);
  await other.locator('framdrift-sign').getByRole('alert').waitFor();
  if (args.shots) await other.screenshot({ path: path.join(args.shots, 'waiting.png') });
  save(original);
  await sign.waitFor({ state: 'detached' });
  await other.locator('footer').first().waitFor();
  assert.equal(await other.locator('framdrift-sign').count(), 0);

  served.child.kill('SIGINT');
  assert.equal(await served.ended, 0);
  assert.deepEqual(problems, [], 'no error in the console');
  console.log('serve: a save, a mistake, its mending and a restart are shown; Ctrl-C ends it');
} finally {
  served.child.kill('SIGKILL');
  await browser.close();
  fs.rmSync(root, { recursive: true, force: true });
}
