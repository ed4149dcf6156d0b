// Whether real servers answer with the site as `framdrift hosting` tells them: nginx and Apache are started with what it
// writes, and asked. At the root of a host, and below a path.
//   node .ci/hosting.mjs PROGRAM PLAN
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

const [program, plan] = process.argv.slice(2);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'framdrift-hosting-'));
// The servers' own users must be able to read it.
fs.chmodSync(folder, 0o755);
const failures = [];
let checks = 0;

function freePort() {
  return new Promise((resolve) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function get(port, url, headers = {}) {
  return new Promise((resolve, reject) => {
    http
      .get({ host: '127.0.0.1', port, path: url, headers }, (answer) => {
        let length = 0;
        const parts = [];
        answer.on('data', (part) => { parts.push(part); length += part.length; });
        answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, length, text: Buffer.concat(parts).toString() }));
      })
      .on('error', reject);
  });
}

function expect(where, what, is, wanted) {
  checks += 1;
  const holds = wanted instanceof RegExp ? wanted.test(is ?? '') : is === wanted;
  if (!holds) failures.push(`${where}: ${what} is ${JSON.stringify(is)}, not ${wanted}`);
}

const SERVERS = {
  nginx: (snippet, port, own) => {
    const conf = path.join(own, 'nginx.conf');
    fs.writeFileSync(conf, `daemon off; pid ${own}/pid; error_log ${own}/error.log; worker_processes 1; ${process.getuid?.() === 0 ? 'user root;' : ''}
events {}
http {
  access_log off; client_body_temp_path ${own}/a; proxy_temp_path ${own}/b; fastcgi_temp_path ${own}/c; uwsgi_temp_path ${own}/d; scgi_temp_path ${own}/e;
  server { listen 127.0.0.1:${port}; include ${snippet}; }
}
`);
    return ['nginx', ['-p', own, '-c', conf, '-e', `${own}/error.log`]];
  },
  apache: (snippet, port, own) => {
    const conf = path.join(own, 'apache.conf');
    const modules = fs.existsSync('/usr/lib/apache2/modules') ? '/usr/lib/apache2/modules' : '/usr/lib64/httpd/modules';
    const load = ['mpm_event', 'authz_core', 'alias', 'dir', 'headers', 'mime', 'filter', 'deflate'];
    fs.writeFileSync(conf, `${load.map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`).join('\n')}
ServerRoot ${own}
ServerName localhost
PidFile ${own}/pid
ErrorLog ${own}/error.log
TypesConfig /dev/null
Listen 127.0.0.1:${port}
<VirtualHost 127.0.0.1:${port}>
Include ${snippet}
</VirtualHost>
`);
    const binary = ['/usr/sbin/apache2', '/usr/sbin/httpd'].find((own) => fs.existsSync(own)) ?? 'apache2';
    return [binary, ['-D', 'FOREGROUND', '-f', conf]];
  },
};

const wait = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

for (const [root, base] of [['/', 'https://plan.example'], ['/agenda/', 'https://kommun.example/agenda']]) {
  const site = path.join(folder, root === '/' ? 'root' : 'below', 'the site');
  execFileSync(program, ['build', plan, '--base-url', base, '--out', site, '--quiet'], { stdio: ['ignore', 'ignore', 'ignore'] });
  for (const [server, start] of Object.entries(SERVERS)) {
    const own = path.join(folder, `${server}${root === '/' ? '' : '-below'}`);
    fs.mkdirSync(own);
    const snippet = path.join(own, 'framdrift.conf');
    fs.writeFileSync(snippet, execFileSync(program, ['hosting', server, plan, '--base-url', base, '--out', site], { stdio: ['ignore', 'pipe', 'ignore'] }));
    const port = await freePort();
    const [binary, options] = start(snippet, port, own);
    const running = spawn(binary, options, { stdio: ['ignore', 'inherit', 'inherit'] });
    const ended = new Promise((resolve) => { running.on('error', resolve); running.on('exit', resolve); });
    try {
      let ready = false;
      for (let n = 0; n < 100 && !ready; n += 1) {
        ready = await get(port, root).then(() => true, () => false);
        if (!ready) await wait(100);
      }
      if (!ready) throw new Error(`${server} did not start: ${fs.existsSync(`${own}/error.log`) ? fs.readFileSync(`${own}/error.log`) : ''}`);

      const where = `${server} at ${root}`;
      const start = await get(port, root, { 'accept-encoding': 'gzip' });
      expect(where, 'status', start.status, 200);
      expect(where, 'type', start.headers['content-type'], /^text\/html; ?charset=utf-8$/i);
      expect(where, 'encoding', start.headers['content-encoding'], 'gzip');
      expect(where, 'vary', start.headers.vary, /accept-encoding/i);
      expect(where, 'policy', start.headers['content-security-policy'], /^default-src 'none'; .*script-src 'self'.*; frame-ancestors 'none'$/);
      expect(where, 'nosniff', start.headers['x-content-type-options'], 'nosniff');
      expect(where, 'referrer', start.headers['referrer-policy'], 'no-referrer');
      expect(where, 'opener', start.headers['cross-origin-opener-policy'], 'same-origin');
      expect(where, 'permissions', start.headers['permissions-policy'], /geolocation=\(\)/);
      expect(where, 'cache', start.headers['cache-control'], 'no-cache');
      expect(where, 'others', start.headers['access-control-allow-origin'], undefined);

      const page = (await get(port, root)).text;
      const inner = /href="(initiativ[^"#]*\/[^"#]+\/)"/.exec(page)?.[1] ?? 'initiativ/';
      expect(where, `${inner} status`, (await get(port, root + inner)).status, 200);
      const bare = await get(port, root + inner.replace(/\/$/, ''));
      expect(where, 'a folder without its slash', bare.status, 301);

      for (const [file, type, open] of [
        ['assets/style.css', /^text\/css; ?charset=utf-8$/i, false],
        ['assets/search.js', /^text\/javascript; ?charset=utf-8$/i, false],
        ['assets/icon.svg', 'image/svg+xml', false],
        ['data/plan.json', 'application/json', true],
        ['data/initiatives.csv', /^text\/csv; ?charset=utf-8$/i, true],
        ['data/plan.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', true],
        ['embed/plan/index.html', /^text\/html; ?charset=utf-8$/i, false],
        ['embed/plan.svg', 'image/svg+xml', false],
        ['datasets/dcat', 'application/rdf+xml', true],
        ['datasets/dcat.rdf', 'application/rdf+xml', true],
        ['datasets/dcat.jsonld', 'application/ld+json', true],
        ['robots.txt', /^text\/plain; ?charset=utf-8$/i, false],
      ]) {
        const answer = await get(port, root + file);
        if (file.startsWith('embed/')) expect(where, `${file} may be shown in a frame`, answer.headers['content-security-policy'], /^default-src 'none'; (?!.*frame-ancestors)/);
        else expect(where, `${file} in no frame`, answer.headers['content-security-policy'], /frame-ancestors 'none'$/);
        expect(where, `${file} status`, answer.status, 200);
        expect(where, `${file} type`, answer.headers['content-type'], type);
        expect(where, `${file} for others`, answer.headers['access-control-allow-origin'], open ? '*' : undefined);
        expect(where, `${file} nosniff`, answer.headers['x-content-type-options'], 'nosniff');
        expect(where, `${file} bytes`, answer.length, fs.statSync(path.join(site, file)).size);
      }

      for (const [url, language] of [[`${root}finns-inte/`, 'sv'], [`${root}en/not-there/`, 'en'], [`${root}data/no.csv`, 'sv']]) {
        const missing = await get(port, url);
        expect(where, `${url} status`, missing.status, 404);
        expect(where, `${url} language`, /<html lang="(..)"/.exec(missing.text)?.[1], language);
        expect(where, `${url} policy`, missing.headers['content-security-policy'], /frame-ancestors/);
      }
      const marker = await get(port, `${root}.framdrift`);
      expect(where, 'the marker is hidden', marker.status === 404 || marker.status === 403, true);
      const listing = await get(port, `${root}assets/`);
      expect(where, 'no folder is listed', listing.status === 404 || listing.status === 403, true);
      if (root === '/') {
        const security = await get(port, '/.well-known/security.txt');
        expect(where, 'security.txt', security.status, 200);
        expect(where, 'security.txt type', security.headers['content-type'], /^text\/plain; ?charset=utf-8$/i);
        expect(where, 'security.txt says whom to tell', security.text, /^Contact: mailto:\S+@\S+\nExpires: \d{4}-\d\d-\d\dT00:00:00Z\n/);
      } else {
        expect(where, 'nothing for the whole host', fs.existsSync(path.join(site, '_headers')), false);
      }
    } finally {
      running.kill();
      await ended;
    }
  }
}
fs.rmSync(folder, { recursive: true });
console.log(`${checks} answers of nginx and Apache looked at, ${failures.length} not as they should be`);
if (failures.length) {
  console.error(failures.join('\n'));
  process.exit(1);
}
