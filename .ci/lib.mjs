// Shared by the page checks and the screenshots: the static server and the browser.
import http from 'node:http';
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const TYPES = {
  html: 'text/html; charset=utf-8', css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8', mjs: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml', png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg',
  webp: 'image/webp', avif: 'image/avif', gif: 'image/gif', ico: 'image/x-icon',
  json: 'application/json', jsonld: 'application/ld+json', geojson: 'application/geo+json',
  webmanifest: 'application/manifest+json', xml: 'application/xml', atom: 'application/atom+xml',
  rss: 'application/rss+xml', rdf: 'application/rdf+xml', ttl: 'text/turtle; charset=utf-8',
  csv: 'text/csv; charset=utf-8', txt: 'text/plain; charset=utf-8', md: 'text/markdown; charset=utf-8',
  yaml: 'application/yaml', yml: 'application/yaml', ics: 'text/calendar; charset=utf-8',
  pdf: 'application/pdf', zip: 'application/zip', woff2: 'font/woff2', woff: 'font/woff',
};

/** Every file below a folder, as sorted paths with forward slashes. */
export function listFiles(dir) {
  return fs.readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath ?? entry.path, entry.name)).split(path.sep).join('/'))
    .sort();
}

/**
 * Where the site says it is published, from the canonical link of the start page:
 * a site made for https://example.org/plan/ is served under /plan/ here too.
 */
export function publishedAt(dir) {
  const start = path.join(dir, 'index.html');
  if (!fs.existsSync(start)) return null;
  const link = fs.readFileSync(start, 'utf8').match(/<link\b[^>]*\brel=["']?canonical\b[^>]*>/i)?.[0];
  const href = link?.match(/\bhref=(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i)?.slice(1).find(Boolean);
  try {
    const url = new URL(href);
    url.hash = url.search = '';
    url.pathname = url.pathname.replace(/[^/]*$/, '');
    return url;
  } catch {
    return null;
  }
}

/** The file a URL path leads to, or null. A folder must be asked for with its slash. */
export function fileFor(files, urlPath) {
  let wanted;
  try {
    wanted = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  if (wanted === '' || wanted.endsWith('/')) wanted += 'index.html';
  return files.has(wanted) ? wanted : null;
}

/** Serve one site on a free local port. */
export async function serve(dir) {
  const names = listFiles(dir);
  const files = new Set(names);
  const published = publishedAt(dir);
  const base = published?.pathname ?? '/';
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const inside = pathname.startsWith(base) ? pathname.slice(base.length) : null;
    const file = inside === null ? null : fileFor(files, inside);
    if (file === null && inside !== null && fileFor(files, `${inside}/`)) {
      response.writeHead(301, { location: `${pathname}/` }).end();
      return;
    }
    const name = file ?? (files.has('404.html') ? '404.html' : null);
    if (name === null) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found\n');
      return;
    }
    const type = TYPES[name.split('.').pop().toLowerCase()] ?? 'application/octet-stream';
    response.writeHead(file === null ? 404 : 200, { 'content-type': type, 'cache-control': 'no-store' });
    if (name.endsWith('.html')) {
      // A page that has moved sends its reader on at once. The checks want to look at it, so here it waits.
      const html = fs.readFileSync(path.join(dir, name), 'utf8');
      response.end(html.replace('http-equiv="refresh"', 'name="refresh"'));
      return;
    }
    // A browser asks for the icon when it likes, also when the site has just been closed and removed: then it gets none.
    const stream = fs.createReadStream(path.join(dir, name));
    stream.on('error', (error) => response.destroy(error)).pipe(response);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const pages = names.filter((name) => name.endsWith('.html'));
  return {
    dir, names, files, pages, origin, base, published,
    /** The address readers use for a file: folders without index.html. */
    url: (file) => origin + base + file.split('/').map(encodeURIComponent).join('/').replace(/(^|\/)index\.html$/, '$1'),
    close: () => { server.closeAllConnections(); server.close(); },
  };
}

export async function launch() {
  const executablePath = process.env.CHROMIUM || '/usr/bin/chromium';
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-proxy-server',
      // Nothing but the local server can be reached, so a stray request fails instead of leaving the machine.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
}

/** Arguments: flags with a value, flags without, and the rest. */
export function parseArgs(argv, { values = [], switches = [] }) {
  const out = { rest: [] };
  for (let i = 0; i < argv.length; i += 1) {
    const name = argv[i].startsWith('--') ? argv[i].slice(2) : null;
    if (name === null) out.rest.push(argv[i]);
    else if (switches.includes(name)) out[name] = true;
    else if (values.includes(name) && i + 1 < argv.length) out[name] = argv[i += 1];
    else throw new Error(`unknown option or missing value: ${argv[i]}`);
  }
  return out;
}
