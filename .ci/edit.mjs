// Checks `framdrift serve --edit` as an editor meets it: forms in a browser, and the files that they change.
// node .ci/edit.mjs PROGRAM PLAN [--shots FOLDER]
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
const LIMIT = 60_000;
const root = fs.mkdtempSync(path.join(os.tmpdir(), 'framdrift-edit-'));
fs.cpSync(path.join(plan, 'content'), path.join(root, 'content'), { recursive: true });
const file = (name) => path.join(root, 'content', name);
const read = (name) => fs.readFileSync(file(name), 'utf8');

const child = spawn(program, ['serve', root, '--edit', '--port', '0', '--date', '2026-11-23', '--lang-of-messages', 'sv'], {
  stdio: ['ignore', 'ignore', 'pipe'],
});
let said = '';
child.stderr.setEncoding('utf8').on('data', (more) => { said += more; });
const ended = new Promise((done) => { child.on('exit', (code) => done(code)); });
const until = async (found) => {
  for (const end = Date.now() + LIMIT; Date.now() < end;) {
    const it = found();
    if (it) return it;
    await new Promise((done) => { setTimeout(done, 50); });
  }
  throw new Error(`not in time; said:\n${said.slice(-2000)}`);
};

/** The lines of `after` that `before` lacks, and the other way round. */
const lines = (before, after) => {
  const [old, now] = [before, after].map((text) => text.split('\n'));
  return { gone: old.filter((line) => !now.includes(line)), come: now.filter((line) => !old.includes(line)) };
};

const browser = await launch();
try {
  const keyed = (await until(() => said.match(/http:\/\/[^ ]+key=[^ ]+/)))[0];
  const forms = keyed.split('?')[0];
  const site = new URL('/', forms).href;

  // Without the key: nothing, and it is said where the key is.
  const stranger = await browser.newPage();
  assert.equal((await stranger.goto(forms)).status(), 403);
  assert.match(await stranger.locator('main').innerText(), /terminalen/);
  assert.equal((await stranger.goto(`${forms}?key=${'0'.repeat(48)}`)).status(), 403);
  const sent = await stranger.request.post(`${forms}?file=content/plan.yaml`, { form: { title: 'Stulen' }, headers: { origin: site.slice(0, -1) } });
  assert.equal(sent.status(), 403);
  await stranger.close();

  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(LIMIT);
  const problems = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/40[39]|422|503/.test(message.text())) problems.push(message.text());
  });
  /** Looks at a page in both widths and colours: no rule of accessibility is broken, and nothing is wider than the page. */
  const look = async (name) => {
    for (const width of [360, 1280]) {
      for (const colorScheme of ['light', 'dark']) {
        await page.setViewportSize({ width, height: width === 360 ? 740 : 900 });
        await page.emulateMedia({ colorScheme });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, `${name} is ${wide} pixels too wide at ${width}`);
        if (args.shots) {
          fs.mkdirSync(args.shots, { recursive: true });
          await page.screenshot({ path: path.join(args.shots, `${name}-${width}-${colorScheme}.png`) });
        }
        await page.evaluate(axe);
        const found = await page.evaluate(() => window.axe.run(document, { iframes: false }));
        assert.deepEqual(found.violations.map((own) => [name, width, colorScheme, own.id, own.nodes.map((node) => node.html)]), []);
      }
    }
    await page.emulateMedia({ colorScheme: null });
    await page.setViewportSize({ width: 1280, height: 900 });
  };
  const preview = page.frameLocator('.preview iframe');
  const field = (name) => page.locator(`[name="${name}"]:not([type=hidden])`);
  const trouble = (name) => page.locator(`[id="t-${name}"]`);
  const save = async () => {
    await page.evaluate(() => { window.isOld = true; });
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.waitForFunction(() => !window.isOld);
  };
  /** What stands above the form after it has been sent; of more than that, what is wrong. */
  const news = async (kind) => {
    await page.waitForFunction(() => document.querySelector('.note') && document.readyState === 'complete');
    const wrong = await page.locator('.error').allInnerTexts();
    assert.equal(await page.locator('.note').getAttribute('class'), `note ${kind}`, wrong.join('\n'));
  };

  await page.goto(keyed);
  assert.equal(page.url(), forms, 'the key does not stay in the address');
  await page.getByRole('heading', { name: 'Att göra' }).waitFor();
  await look('start');
  await page.getByLabel('Sök bland titlarna').fill('arkiv');
  await page.locator('details.group[open] li:visible').first().waitFor();

  // A report, from what is owed to the page.
  const owed = page.locator('.tasks a[href*="new=report"]').first();
  const address = await owed.evaluate((own) => own.href);
  await page.goto(address);
  const target = new URL(address).searchParams;
  const report = `reports/${target.get('period')}/${target.get('of')}.md`;
  assert.ok(!fs.existsSync(file(report)));
  await page.locator('.before').waitFor();
  await look('report');
  await page.getByLabel('Enligt plan').check();
  await field('framdrift-body').fill('Allt är **klart** till årsskiftet.');
  await field('next_step').fill('Bjud in: alla som har hört av sig');
  await preview.getByText('Bjud in: alla som har hört av sig').first().waitFor();
  await look('report-filled');
  await save();
  await news('saved');
  const written = read(report);
  assert.match(written, /^---\nav: .+\ndatum: 2026-11-23\nbedömning: enligt-plan\nnästa_steg: "?Bjud in: alla som har hört av sig"?\n---\nAllt är \*\*klart\*\* till årsskiftet\.\n$/);
  await page.getByRole('link', { name: 'Se sidan' }).click();
  await page.locator('main').getByText('Bjud in: alla som har hört av sig').first().waitFor();

  // From a page to its form: only what is changed is changed.
  const own = `initiatives/${target.get('of')}.md`;
  const original = read(own).replace(/^---\n/, '---\n# En anmärkning som ska stå kvar\n');
  fs.writeFileSync(file(own), original);
  await page.getByRole('link', { name: 'Ändra' }).click();
  const summary = 'Nu går det att läsa: ”allt” på ett ställe.';
  await field('summary').fill(summary);
  await preview.getByText(summary).first().waitFor();
  await look('initiative');
  await save();
  await news('saved');
  const once = read(own);
  assert.deepEqual(lines(original, once).come.length, 1, once);
  assert.ok(lines(original, once).come[0].includes(summary) && once.includes('# En anmärkning som ska stå kvar'));

  // Saved as it is: not a byte.
  await save();
  await news('saved');
  assert.equal(read(own), once);

  // An activity more, and one less.
  const activities = page.locator('[data-list="activities"]');
  const before = await activities.locator('.rows > details').count();
  await activities.getByRole('button', { name: 'Lägg till' }).click();
  await field('activities.+1.id').fill('ny-aktivitet');
  await field('activities.+1.title').fill('En ny aktivitet');
  await page.locator('[name="activities.+1.state"][value="pågår"]').check();
  await save();
  await news('saved');
  assert.match(read(own), /- id: ny-aktivitet\n +titel: En ny aktivitet\n +läge: pågår\n/);
  const last = activities.locator('.rows > details').nth(before);
  await last.locator('summary').click();
  await last.getByLabel('Ta bort').check();
  await save();
  await news('saved');
  assert.equal(read(own), once, 'it is as it was before the activity came');

  // A mistake is told beside its field, and nothing is written.
  await field('start').fill('i våras');
  await page.locator('.field.wrong [name="start"]').waitFor();
  assert.notEqual(await trouble('start').innerText(), '');
  await save();
  await news('refused');
  assert.equal(await field('start').inputValue(), 'i våras', 'what was written is still there');
  assert.equal(read(own), once);
  await look('mistake');

  // Somebody else saves meanwhile: nothing of theirs is lost, and nothing of what was written here.
  await page.goto(`${forms}?file=content/${own}`);
  await field('title').fill('Min titel');
  const theirs = once.replace(summary, 'Deras sammanfattning.');
  fs.writeFileSync(file(own), theirs);
  await save();
  await news('moved');
  assert.equal(read(own), theirs);
  assert.equal(await field('title').inputValue(), 'Min titel');
  assert.equal(await field('summary').inputValue(), 'Deras sammanfattning.', 'what they wrote is there, too');
  assert.deepEqual(await page.locator('.change .new').allInnerTexts(), ['+ titel: Min titel']);
  await look('moved');
  await save();
  await news('saved');
  assert.deepEqual(lines(theirs, read(own)).come, ['titel: Min titel']);

  // Something new gets its name from its title; a name that is taken is refused.
  await page.goto(`${forms}?new=goal`);
  await look('new');
  await field('title').fill('Ett nytt mål för alla');
  await save();
  await news('saved');
  assert.match(read('goals/ett-nytt-mal-for-alla.md'), /titel: Ett nytt mål för alla/);
  await page.goto(`${forms}?new=goal`);
  await field('title').fill('Ett nytt mål för alla');
  await save();
  await news('refused');
  assert.match(await trouble('framdrift-id').innerText(), /finns redan/);

  // A value more in the table of an indicator.
  const table = 'indicators/andel-e-tjanster-hela-vagen.csv';
  const measured = read(table);
  await page.goto(`${forms}?file=content/${table}`);
  await page.getByRole('button', { name: 'Lägg till' }).click();
  await field('values.+1.date').fill('2026-10');
  await field('values.+1.value').fill('sextio');
  await page.locator('.field.wrong [name="values.+1.value"]').waitFor();
  await field('values.+1.value').fill('61,5');
  // Shown as the indicator has it: without decimals.
  await preview.getByText(/(^|\s)62(\s|$)/).first().waitFor();
  await look('values');
  await save();
  await news('saved');
  assert.equal(read(table), `${measured}2026-10,61.5,,\n`);

  // Every kind of file has a form that gives it back as it was.
  await page.goto(forms);
  const groups = await page.locator('.group').evaluateAll((all) => all.map((group) => [...group.querySelectorAll('.files a')].map((link) => link.href)));
  const all = groups.flatMap((links) => links.slice(0, links.length < 5 ? 4 : 1));
  assert.ok(groups.length > 10, `${groups.length} kinds`);
  for (const one of all) {
    const name = new URL(one).searchParams.get('file').replace('content/', '');
    const text = read(name);
    await page.goto(one);
    await save();
    await news('saved');
    assert.equal(read(name), text, `${name} is not as it was`);
  }
  await page.goto(`${forms}?file=content/organisation.yaml`);
  await look('organisation');
  assert.deepEqual(problems, [], 'no error in the console');
  assert.equal((await page.goto(`${forms}?file=content/../../etc/passwd`)).status(), 404);
  assert.equal((await page.goto(`${forms}?file=content/initiatives/saknas.md`)).status(), 404);
  await look('missing');

  // Another site can send nothing, although the browser has the key.
  const evil = await context.newPage();
  await evil.route('http://evil.example/', (route) => route.fulfill({
    contentType: 'text/html',
    body: `<form method="post" action="${forms}?file=content/plan.yaml"><input name="title" value="Stulen"></form><script>document.forms[0].submit()</script>`,
  }));
  const plans = read('plan.yaml');
  const answered = evil.waitForResponse((response) => response.url().startsWith(forms)).catch(() => null);
  await evil.goto('http://evil.example/').catch(() => {});
  const response = await Promise.race([answered, new Promise((done) => { setTimeout(() => done(null), 3000); })]);
  if (response) assert.equal(response.status(), 403);
  assert.equal(read('plan.yaml'), plans);

  child.kill('SIGINT');
  assert.equal(await ended, 0);
  console.log(`edit: ${groups.length} kinds of files have forms; what is written in one is in its file, and nothing else`);
} finally {
  child.kill('SIGKILL');
  await browser.close();
  fs.rmSync(root, { recursive: true, force: true });
}
