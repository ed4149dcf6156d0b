// Measurements that run inside the checked page. Serialised into it, so this function may use nothing from outside.
export function install() {
  if (globalThis.frPage) return;

  // Half-finished transitions and smooth scrolling would be measured as faults.
  const still = new CSSStyleSheet();
  still.replaceSync('*,*::before,*::after{transition:none!important;animation:none!important;scroll-behavior:auto!important}');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, still];

  const style = (node, pseudo) => getComputedStyle(node, pseudo);
  const shown = (node) => node.checkVisibility({ visibilityProperty: true });
  const squeeze = (text) => text.replace(/\s+/g, ' ').trim();

  const describe = (node) => {
    const name = (el) => el.localName + (el.id ? `#${el.id}` : '')
      + [...el.classList].slice(0, 2).map((c) => `.${c}`).join('');
    const chain = [];
    for (let el = node; el && el !== document.body && chain.length < 3; el = el.parentElement) {
      chain.unshift(name(el));
      if (el.id) break;
    }
    const text = squeeze(node.textContent ?? '').slice(0, 40);
    return `<${chain.join(' > ') || node.localName}>${text ? ` “${text}”` : ''}`;
  };

  // Text meant for screen readers only is squeezed to a pixel on purpose.
  const readerOnly = new Map();
  const isReaderOnly = (node) => {
    if (!node || node === document.body) return false;
    if (!readerOnly.has(node)) {
      const s = style(node);
      const box = node.getBoundingClientRect();
      const tiny = s.position === 'absolute' && (box.width <= 1 || box.height <= 1);
      readerOnly.set(node, tiny || (s.clip && s.clip !== 'auto') || s.clipPath === 'inset(50%)' || isReaderOnly(node.parentElement));
    }
    return readerOnly.get(node);
  };

  const scrolls = (value) => value === 'auto' || value === 'scroll';
  const cuts = (value) => value === 'hidden' || value === 'clip';

  /** Elements that make the page wider than its window, widest first. */
  const sideways = () => {
    readerOnly.clear();
    const width = document.documentElement.clientWidth;
    const total = Math.max(document.documentElement.scrollWidth, document.body.scrollWidth);
    const rootCuts = [document.documentElement, document.body].some((el) => cuts(style(el).overflowX));
    if (total <= width && !rootCuts) return [];
    const found = [];
    let onOwnPaper = false;
    for (const el of document.body.querySelectorAll('*')) {
      const box = el.getBoundingClientRect();
      const own = style(el).overflowX === 'visible' ? Math.max(0, el.scrollWidth - el.clientWidth) : 0;
      const right = box.right + scrollX + (own > 1 && el.clientWidth > 0 ? own : 0);
      if (right <= width + 1 || !shown(el) || isReaderOnly(el)) continue;
      let inner = false;
      for (let up = el.parentElement; up && up !== document.body && !inner; up = up.parentElement) {
        inner = style(up).overflowX !== 'visible';
      }
      // A named page is set on its own paper (wide tables on landscape), so it is not measured against this width.
      const named = matchMedia('print').matches && style(el).page !== 'auto';
      if (named) onOwnPaper = true;
      else if (!inner) found.push({ el, right, box: box.right + scrollX > width + 1 });
    }
    found.sort((a, b) => b.right - a.right);
    // The outermost box that sticks out is the cause, and its content only fills it. Where no box does, it is the innermost
    // element whose content sticks out of it.
    const boxes = found.filter((f) => f.box);
    const worst = boxes.length
      ? boxes.filter(({ el }) => !boxes.some((o) => o.el === el.parentElement))
      : found.filter(({ el, right }) => !found.some((o) => o.el !== el && el.contains(o.el) && o.right >= right - 1));
    if (worst.length) return worst.slice(0, 2).map(({ el, right }) => `${describe(el)} reaches ${Math.round(right)} px of ${width} px`);
    if (total <= width || onOwnPaper) return [];
    return [`the page is ${total} px wide in a ${width} px window (an element's pseudo-element or margin)`];
  };

  /** Text that is cut off by a box or runs out of the bottom of its own box. */
  const textLost = () => {
    readerOnly.clear();
    const frames = new Map();
    const boxOf = new Map();
    const rect = (el) => boxOf.get(el) ?? boxOf.set(el, el.getBoundingClientRect()).get(el);
    const framesOf = (el) => {
      if (!el || el === document.documentElement) return { block: null, cutters: [] };
      if (frames.has(el)) return frames.get(el);
      const s = style(el);
      const up = framesOf(el.parentElement);
      const svg = el.namespaceURI === 'http://www.w3.org/2000/svg';
      const inline = s.display === 'inline' || s.display === 'contents';
      // An inline box cuts nothing, but an <svg> is a box even when its display says inline.
      const box = svg ? el.localName === 'svg' : !inline;
      const x = box && cuts(s.overflowX);
      const y = box && cuts(s.overflowY);
      let cutters = scrolls(s.overflowX) || scrolls(s.overflowY) ? [] : up.cutters;
      if (x || y) cutters = [...cutters, { el, x, y }];
      const block = svg ? null : inline ? up.block : el;
      return frames.set(el, { block, cutters }).get(el);
    };
    const out = new Map();
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const parent = node.parentElement;
      if (!node.data.trim() || /^(script|style|noscript|template|option|title|desc)$/.test(parent.localName)) continue;
      if (!shown(parent) || isReaderOnly(parent)) continue;
      range.selectNodeContents(node);
      const { block, cutters } = framesOf(parent);
      for (const line of range.getClientRects()) {
        if (line.width === 0) continue;
        for (const { el, x, y } of cutters) {
          const box = rect(el);
          const slack = line.height * 0.3;
          if ((x && (line.right > box.right + 1.5 || line.left < box.left - 1.5))
            || (y && (line.bottom > box.bottom + slack || line.top < box.top - slack))) {
            out.set(el, `${describe(parent)} is cut off by ${describe(el).split(' “')[0]}`);
          }
        }
        if (block && block !== document.body && line.bottom - line.height / 2 > rect(block).bottom) {
          out.set(block, `${describe(block)} is taller than its box and runs into what follows`);
        }
      }
    }
    return [...out.values()].slice(0, 3);
  };

  /** Boxes that scroll sideways: on paper the rest of them is lost. */
  const cutOnPaper = () => [...document.body.querySelectorAll('*')]
    .filter((el) => style(el).overflowX !== 'visible' && el.clientWidth > 1 && el.scrollWidth > el.clientWidth + 1
      && style(el).page === 'auto' && shown(el) && !isReaderOnly(el) && el.namespaceURI !== 'http://www.w3.org/2000/svg')
    .slice(0, 2).map((el) => `${describe(el)} scrolls sideways (${el.scrollWidth} px in ${el.clientWidth} px), so paper shows only its first part`);

  let sizes = new Map();
  const textParents = () => new Set([...document.body.querySelectorAll('*')].filter((el) =>
    el.namespaceURI === 'http://www.w3.org/1999/xhtml' && shown(el)
    && [...el.childNodes].some((n) => n.nodeType === 3 && n.data.trim())));
  const rememberSizes = () => {
    sizes = new Map([...textParents()].map((el) => [el, parseFloat(style(el).fontSize)]));
    sizes.set(document.documentElement, parseFloat(style(document.documentElement).fontSize));
  };
  const fixedSizes = () => [...sizes]
    .filter(([el, before]) => parseFloat(style(el).fontSize) < before * 1.2)
    .slice(0, 3).map(([el, before]) => `${el === document.documentElement ? '<html>' : describe(el)} stays at ${before} px when the reader doubles the text size`);

  /** The page's text, without what only makes sense with a script. */
  const text = () => {
    const all = [];
    const visible = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const parent = node.parentElement;
      if (!node.data.trim() || parent.closest('script,style,noscript,template,form,[data-needs-script]')) continue;
      // The head of a column is there without a script too; with one it can be pressed.
      if (parent.closest('button') && !parent.closest('th')) continue;
      all.push(squeeze(node.data));
      if (shown(parent)) visible.push(squeeze(node.data));
    }
    return { all, visible };
  };

  const facts = async () => {
    const links = [];
    for (const el of document.querySelectorAll('*')) {
      for (const name of ['href', 'xlink:href', 'src', 'action', 'formaction', 'poster', 'data', 'cite']) {
        const value = el.getAttribute(name);
        if (value === null || (name === 'data' && el.localName !== 'object')) continue;
        if (el.localName === 'base') continue;
        let full = null;
        try { full = new URL(value, document.baseURI).href; } catch { /* reported by the caller */ }
        links.push({ name, value, full, tag: el.localName, rel: el.getAttribute('rel') ?? '' });
      }
      for (const part of (el.getAttribute('srcset') ?? '').split(/,\s+/).filter(Boolean)) {
        const value = part.trim().split(/\s+/)[0];
        links.push({ name: 'srcset', value, full: new URL(value, document.baseURI).href, tag: el.localName, rel: '' });
      }
    }
    const scripts = [...document.scripts].filter((s) => !s.type || /javascript|module/.test(s.type));
    const stored = [];
    if (document.cookie) stored.push('a cookie');
    try {
      if (localStorage.length) stored.push('localStorage');
      if (sessionStorage.length) stored.push('sessionStorage');
      if ((await indexedDB.databases()).length) stored.push('IndexedDB');
      if ((await navigator.serviceWorker?.getRegistrations())?.length) stored.push('a service worker');
    } catch { /* storage refused: nothing can be stored */ }
    return {
      links,
      stored,
      ids: [...document.querySelectorAll('[id],a[name]')].map((el) => el.id || el.getAttribute('name')),
      h1: [...document.querySelectorAll('h1')].map((el) => ({ text: squeeze(el.textContent), shown: shown(el) && !isReaderOnly(el) })),
      title: squeeze(document.title),
      lang: document.documentElement.lang,
      viewport: document.querySelector('meta[name=viewport]')?.content ?? '',
      sheets: document.querySelectorAll('link[rel~=stylesheet]').length,
      scriptFiles: scripts.filter((s) => s.src).map((s) => ({ src: s.getAttribute('src'), late: s.defer || s.async || s.type === 'module' })),
      runsScript: scripts.length > 0 || [...document.querySelectorAll('*')].some((el) => [...el.attributes].some((a) => /^on[a-z]+$/.test(a.name))),
      text: text(),
      alts: [...document.querySelectorAll('main img')].map((img) => img.alt),
    };
  };

  // --- Keyboard ---
  let stops = [];
  let next = 0;
  let before = new Map();
  let walk = null;
  const around = (el) => [el, el.firstElementChild, el.parentElement, el.parentElement?.parentElement].filter(Boolean);
  const marks = (el) => around(el).flatMap((node) => ['', '::before', '::after'].map((pseudo) => {
    const s = style(node, pseudo || undefined);
    const outline = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0;
    return {
      node, look: `${outline ? s.outline : ''}|${s.boxShadow}`, outline, shadow: s.boxShadow !== 'none',
      auto: s.outlineStyle === 'auto', colour: s.outlineColor,
      there: !pseudo || s.content !== 'none',
    };
  }));
  const pixel = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const rgba = (colour) => {
    pixel.clearRect(0, 0, 1, 1);
    pixel.fillStyle = colour;
    pixel.fillRect(0, 0, 1, 1);
    return [...pixel.getImageData(0, 0, 1, 1).data];
  };
  const light = (c) => {
    const [r, g, b] = c.slice(0, 3).map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
  /** The colour behind an element, or null where a picture or gradient makes it unknown. */
  const ground = (el) => {
    for (let up = el.parentElement; up; up = up.parentElement) {
      const s = style(up);
      if (s.backgroundImage !== 'none') return null;
      const c = rgba(s.backgroundColor);
      if (c[3] === 255) return c;
      if (c[3] > 0) return null;
    }
    const dark = style(document.documentElement).colorScheme.includes('dark') && matchMedia('(prefers-color-scheme: dark)').matches;
    return dark ? [18, 18, 18, 255] : [255, 255, 255, 255];
  };

  const focusable = () => {
    const groups = new Set();
    return [...document.querySelectorAll('a[href],area[href],button,input,select,textarea,summary,iframe,[tabindex],[contenteditable]')]
      .filter((el) => {
        if (el.matches(':disabled,[type=hidden]') || el.closest('[inert]') || !shown(el) || el.tabIndex < 0) return false;
        if (el.localName === 'summary' && el.parentElement.querySelector(':scope > summary') !== el) return false;
        if (el.type === 'radio') {
          const key = `${el.form?.id}|${el.name}`;
          const checked = document.querySelector(`input[type=radio][name="${CSS.escape(el.name)}"]:checked`);
          if (groups.has(key) || (checked && checked !== el)) return false;
          groups.add(key);
        }
        return true;
      });
  };
  /** As when the page has just been opened: the next Tab goes to its first stop. */
  const toTop = () => {
    const top = document.createElement('span');
    top.tabIndex = -1;
    document.body.prepend(top);
    top.focus();
    top.remove();
    scrollTo(0, 0);
  };
  const startWalk = () => {
    toTop();
    // What unfolds is walked unfolded: the links of a closed table are no stops.
    document.querySelectorAll('details').forEach((own) => { own.open = true; });
    stops = focusable();
    next = 0;
    before = new Map(stops.map((el) => [el, marks(el)]));
    const unreachable = [...document.querySelectorAll('a[href],button,summary')]
      .filter((el) => shown(el) && el.tabIndex < 0 && !el.matches(':disabled') && !el.closest('[aria-hidden=true],[inert]'));
    walk = { end: false, problems: unreachable.slice(0, 3).map((el) => `${describe(el)} cannot be reached with Tab`) };
    return stops.length;
  };
  /** What the walk has met so far; `end` when it has left the page. */
  const walked = () => {
    // A page that has lost focus hears no key.
    if (!walk.end && next > 0 && document.activeElement === document.body) step();
    return walk;
  };
  const step = () => {
    if (!walk || walk.end) return;
    const { end, missed, problems } = stop();
    walk.end = Boolean(end);
    walk.problems.push(...end ? missed.map((what) => `Tab never reaches ${what}`) : problems);
  };
  // When the key comes up, focus has moved and the page has scrolled to it.
  document.addEventListener('keyup', (event) => { if (event.key === 'Tab') step(); }, true);
  const stop = () => {
    const el = document.activeElement;
    const problems = [];
    if (!el || el === document.body || el === document.documentElement) return { end: true, missed: stops.slice(next, next + 3).map(describe) };
    const at = stops.indexOf(el);
    if (at === -1) {
      // Browsers make a scrolling box without links a stop of its own.
      const s = style(el);
      if (!scrolls(s.overflowX) && !scrolls(s.overflowY)) problems.push(`Tab stops at ${describe(el)}, which is no control`);
      return { problems };
    }
    if (at === 0 && next > 1) return { end: true, missed: stops.slice(next, next + 3).map(describe) };
    if (at > next) problems.push(`Tab passes over ${stops.slice(next, Math.min(at, next + 2)).map(describe).join(', ')}`);
    if (at < next) problems.push(`Tab goes back to ${describe(el)}: the order is not the order of the page`);
    next = at + 1;

    const now = marks(el);
    const old = before.get(el);
    const changed = now.filter((m, i) => m.there && (m.outline || m.shadow) && m.look !== old[i]?.look);
    if (changed.length === 0) {
      problems.push(`${describe(el)} looks the same with and without focus`);
    } else if (changed.every((m) => m.outline && !m.auto && !m.shadow)) {
      const best = Math.max(...changed.map((m) => {
        const behind = ground(m.node);
        const c = rgba(m.colour);
        if (!behind) return 21;
        return c[3] === 0 ? 1 : contrast(c, behind);
      }));
      if (best < 3) problems.push(`${describe(el)} has a focus outline with contrast ${best.toFixed(1)}:1 against its ground (3:1 needed)`);
    }

    // Of a box that is larger than the window, what can be seen of it counts; of a smaller one, all.
    const within = (start, size, room) => {
      if (size <= room) return [start, size];
      const from = Math.max(start, 0);
      return [from, Math.min(start + size, room) - from];
    };
    const boxes = [...el.getClientRects()].map((r) => {
      const [[left, width], [top, height]] = [within(r.left, r.width, innerWidth), within(r.top, r.height, innerHeight)];
      return { left, width, top, height };
    }).filter((r) => r.width > 1 && r.height > 1);
    const points = boxes.flatMap((r) => [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]]
      .map(([x, y]) => [r.left + r.width * x, r.top + r.height * y]))
      .filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
    const over = points.map(([x, y]) => document.elementFromPoint(x, y));
    // Between the shapes of a link in a chart the chart itself is hit.
    const isFree = (hit) => hit && (el.contains(hit) || (el.ownerSVGElement && hit.contains(el)) || [...(el.labels ?? [])].some((l) => l.contains(hit)));
    if (points.length === 0) problems.push(`${describe(el)} gets focus but is not in view`);
    else if (!over.some(isFree)) problems.push(`${describe(el)} gets focus but is covered by ${describe(over.find(Boolean) ?? document.body)}`);
    return { problems };
  };
  // A page that begins with its content has nothing to skip.
  const beginsAtOnce = () => {
    const main = document.querySelector('main');
    return Boolean(main) && !focusable().some((el) => main.compareDocumentPosition(el) & Node.DOCUMENT_POSITION_PRECEDING);
  };
  const skipLink = () => {
    if (beginsAtOnce()) return {};
    const el = document.activeElement;
    const href = el?.getAttribute?.('href') ?? '';
    if (el?.localName !== 'a' || !/^#./.test(href)) return { problem: `the first Tab stop is ${el ? describe(el) : 'nothing'}, not a skip link` };
    const box = el.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1 || box.right <= 0 || box.bottom <= 0 || isReaderOnly(el)) return { problem: 'the skip link cannot be seen when it has focus' };
    if (!document.getElementById(decodeURIComponent(href.slice(1)))) return { problem: `the skip link leads to ${href}, which does not exist` };
    return { href };
  };
  const skipped = (href) => {
    const target = document.getElementById(decodeURIComponent(href.slice(1)));
    const box = target.getBoundingClientRect();
    if (decodeURIComponent(location.hash) !== decodeURIComponent(href)) return 'Enter on the skip link does not follow it';
    if (box.top > innerHeight || box.bottom < 0) return `the target ${href} is not in view after the skip link`;
    return null;
  };
  const afterSkip = (href) => {
    const target = document.getElementById(decodeURIComponent(href.slice(1)));
    const el = document.activeElement;
    if (!el || el === document.body || target === el || target.contains(el)) return null;
    if (target.compareDocumentPosition(el) & Node.DOCUMENT_POSITION_FOLLOWING) return null;
    return `after the skip link Tab goes back to ${describe(el)}`;
  };
  const firstStop = () => {
    if (beginsAtOnce()) return null;
    const el = focusable()[0];
    return el && el.localName === 'a' && /^#./.test(el.getAttribute('href')) ? null : `the first Tab stop is ${el ? describe(el) : 'missing'}, not a skip link`;
  };

  const spacing = (on) => {
    const sheet = globalThis.frPage.spacingSheet ??= new CSSStyleSheet();
    sheet.replaceSync('*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}');
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((s) => s !== sheet);
    if (on) document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  };

  /** Charts as they are shown: named, every text legible (`least` pixels), whole, inside the drawing and on no other text. */
  const charts = (least) => {
    const limit = least ?? 12;
    const problems = [];
    for (const svg of document.querySelectorAll('svg.chart')) {
      const named = (attribute) => document.getElementById(svg.getAttribute(attribute) ?? '')?.textContent.trim();
      if (svg.getAttribute('role') !== 'img' || !named('aria-labelledby')) problems.push(`${describe(svg)} has no name`);
      if (!shown(svg)) continue;
      const frame = svg.getBoundingClientRect();
      const scale = frame.width / svg.viewBox.baseVal.width;
      const texts = [...svg.querySelectorAll('text')].map((el) => {
        const box = el.getBoundingClientRect();
        // The box of a line holds room for accents and descenders that most lines do not have.
        const air = box.height * 0.14;
        return { el, size: parseFloat(style(el).fontSize) * scale, left: box.left, right: box.right, top: box.top + air, bottom: box.bottom - air };
      });
      for (const own of texts) {
        const outside = own.left < frame.left - 1 || own.right > frame.right + 1 || own.top < frame.top - 1 || own.bottom > frame.bottom + 1;
        if (outside) problems.push(`${describe(own.el)} leaves the drawing`);
        if (own.size < limit - 0.01) problems.push(`${describe(own.el)} is shown at ${own.size.toFixed(1)} px`);
      }
      texts.sort((a, b) => a.top - b.top);
      texts.forEach((a, i) => {
        for (let j = i + 1; j < texts.length && texts[j].top < a.bottom; j += 1) {
          const b = texts[j];
          if (a.left < b.right - 1 && b.left < a.right - 1) problems.push(`${describe(a.el)} stands on “${squeeze(b.el.textContent)}”`);
        }
      });
      for (const use of svg.querySelectorAll('use')) {
        if (!document.querySelector(use.getAttribute('href'))) problems.push(`${describe(svg)} shows ${use.getAttribute('href')}, which the page lacks`);
      }
      for (const el of svg.querySelectorAll('[fill^="url("]')) {
        const id = el.getAttribute('fill').slice(5, -1);
        if (!document.getElementById(id)) problems.push(`${describe(svg)} is filled with #${id}, which the page lacks`);
      }
    }
    for (const figure of document.querySelectorAll('.figure')) {
      const drawn = [...figure.querySelectorAll('svg.chart')].filter(shown).length;
      if (shown(figure) && drawn !== 1) problems.push(`${describe(figure)} shows ${drawn} drawings, not one`);
    }
    return problems;
  };

  globalThis.frPage = {
    charts, sideways, textLost, cutOnPaper, rememberSizes, fixedSizes, text, facts, startWalk, walked, toTop, skipLink, skipped, afterSkip, firstStop, spacing,
    settle: () => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(() => done())); }),
    headingShown: () => { const box = document.querySelector('h1')?.getBoundingClientRect(); return Boolean(box && box.width > 0 && box.height > 0); },
  };
}
