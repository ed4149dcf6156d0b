// Pictures of the pages, for people to look at.
//   node .ci/shots.mjs [--print | --readme] SITE_DIR OUT_DIR [path...]
// Paths are as in the address (mal/, initiativ/a1/, 404.html); without any, one page of each important kind.
// Full height at 360 and 1280 px, light and dark. --print adds A4 PDFs. --readme takes the two
// small pictures of the README instead: start.png and initiative.png.
import fs from 'node:fs';
import path from 'node:path';
import { fileFor, launch, parseArgs, serve } from './lib.mjs';

const args = parseArgs(process.argv.slice(2), { switches: ['print', 'readme'] });
const [dir, out, ...paths] = args.rest;
if (!out) {
  console.error('usage: node .ci/shots.mjs [--print | --readme] SITE_DIR OUT_DIR [path...]');
  process.exit(2);
}
const site = await serve(dir);
const size = (file) => fs.statSync(path.join(dir, file)).size;
/** The heaviest page of a kind shows the most. */
const heaviest = (pattern) => site.pages.filter((file) => pattern.test(file)).sort((a, b) => size(b) - size(a))[0];

const KINDS = {
  start: /^index\.html$/,
  goal: /^(mal|goals?)\/[^/]+\/index\.html$/,
  initiative: /^(initiativ|initiatives?)\/[^/]+\/index\.html$/,
  indicator: /^(nyckeltal|indicators?)\/[^/]+\/index\.html$/,
  roles: /^(ansvar|responsibility|roles?)\/index\.html$/,
  period: /^(uppfoljning|follow-up|reviews?|reports?)\/[^/]+\/index\.html$/,
  calculation: /^(sa-raknar-vi|how-we-count|method|calculation)\/index\.html$/,
  initiatives: /^(initiativ|initiatives?)\/index\.html$/,
};

let chosen = [];
if (paths.length) {
  chosen = paths.map((wanted) => {
    const plain = wanted.replace(/^\/+/, '');
    const file = fileFor(site.files, plain) ?? fileFor(site.files, `${plain}/`);
    if (!file) throw new Error(`no such page: ${wanted}`);
    return file;
  });
} else {
  for (const [kind, pattern] of Object.entries(KINDS)) {
    const file = heaviest(pattern);
    if (file) chosen.push(file);
    else console.log(`no page of the kind ${kind}`);
  }
}

// Taller pictures than this come out with repeated or missing parts.
const TALLEST = 15_000;
fs.mkdirSync(out, { recursive: true });
const browser = await launch();
const context = await browser.newContext({ locale: 'sv-SE', reducedMotion: 'reduce' });
const page = await context.newPage();
const save = (name) => { console.log(path.join(out, name)); return path.join(out, name); };
/** A part of a page, in few colours: small enough for a README. */
async function small(file, target, width, height) {
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  await page.setViewportSize({ width, height });
  await page.goto(site.url(file), { waitUntil: 'load' });
  await page.screenshot({ path: save(target), clip: { x: 0, y: 0, width, height } });
}
if (args.readme) {
  await small('index.html', 'start.png', 1000, 760);
  await small(heaviest(KINDS.initiative), 'initiative.png', 390, 760);
  chosen = [];
}
for (const file of chosen) {
  const name = file.replace(/\/?index\.html$/, '').replaceAll('/', '_') || 'start';
  await page.emulateMedia({ media: 'screen' });
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(site.url(file), { waitUntil: 'load' });
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      const target = save(`${name}-${width}-${colorScheme}.png`);
      if (height <= TALLEST) {
        await page.screenshot({ path: target, fullPage: true });
      } else {
        console.log(`  the page is ${height} px tall; the picture shows the first ${TALLEST}`);
        await page.screenshot({ path: target, fullPage: true, clip: { x: 0, y: 0, width, height: TALLEST } });
      }
    }
  }
  if (args.print) {
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    await page.pdf({ path: save(`${name}.pdf`), format: 'A4', preferCSSPageSize: true, printBackground: false });
  }
}
await browser.close();
site.close();
