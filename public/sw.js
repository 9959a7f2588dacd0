/**
 * The counter without a server. It keeps one page, `/sin-red`, which has no data of anybody, and the files that page is
 * made of; who works here and what is sold is in the browser's store, which this program never touches.
 *
 * The script is registered as `/sw.js?v=<build>`: each build is a worker of its own with a cache of its own. It never skips
 * the wait by itself: a new one takes over when no page of the old build is open, or when the only page there is asks for
 * it, and only then are the old build's files dropped. Nothing of `/api` is answered from here.
 */
const BUILD = new URL(self.location.href).searchParams.get('v') ?? 'sin-version';
const CACHE = `kantuta-${BUILD}`;
const SHELL = '/sin-red';
/** Beyond these a server that does not answer is a server that is not there: the router is up and the Internet is not. */
const PATIENCE_MS = 4_000;
const AT_THE_COUNTER = /^\/(vender|caja)(\/|$)/;
const STATIC = /\/_next\/static\//;
/** Files that a page, a style or a script of the build names. */
const NAMED = /(?:\/_next\/)?static\/[\w./~%()[\]@-]+?\.(?:js|css|woff2)/g;

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', (event) => {
  if (event.data?.tipo === 'activar') event.waitUntil(activateIfAlone(event));
  if (event.data?.tipo === 'estado') event.ports[0]?.postMessage({ build: BUILD });
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (STATIC.test(url.pathname)) event.respondWith(fromBuild(request));
  else if (request.mode === 'navigate' && !url.pathname.startsWith('/api/')) event.respondWith(page(request, url));
});

/** All or nothing: a build whose files are not all here never serves. */
async function install() {
  const cache = await caches.open(CACHE);
  const shell = await fetch(SHELL, { cache: 'no-store', credentials: 'omit' });
  if (!shell.ok || shell.redirected) throw new Error(`${SHELL}: ${shell.status}`);
  const html = await shell.clone().text();
  await keepAll(cache, named(html));
  await cache.put(SHELL, shell);
}

/** Keeps files and the ones that those name, until there are no more: what the page loads later is there too. */
async function keepAll(cache, first) {
  const seen = new Set(first);
  let wave = [...seen];
  while (wave.length > 0) {
    const next = [];
    for (let i = 0; i < wave.length; i += 8) {
      const texts = await Promise.all(wave.slice(i, i + 8).map((path) => keep(cache, path)));
      for (const path of texts.flatMap(named)) {
        if (seen.has(path)) continue;
        seen.add(path);
        next.push(path);
      }
    }
    wave = next;
  }
}

/** Keeps one file; answers its text where it may name others. */
async function keep(cache, path) {
  const had = await caches.match(path);
  const response = had ?? (await fetch(path));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  await cache.put(path, response.clone());
  return path.endsWith('.woff2') ? '' : response.text();
}

function named(text) {
  return [...text.matchAll(NAMED)].map(([name]) => (name.startsWith('/') ? name : `/_next/${name}`));
}

async function activate() {
  for (const name of await caches.keys()) {
    if (name.startsWith('kantuta-') && name !== CACHE) await caches.delete(name);
  }
  await self.clients.claim();
}

/** The page that asks loads again at once, so nobody is left on the old build. Refused while other pages use it. */
async function activateIfAlone(event) {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const alone = pages.length <= 1;
  event.ports[0]?.postMessage({ activado: alone });
  if (alone) await self.skipWaiting();
}

/** Files of a build never change under their name. */
async function fromBuild(request) {
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept) return kept;
  return fetch(request);
}

/** A page from the server; without it, the counter as this device knows it. */
async function page(request, url) {
  const patience = AT_THE_COUNTER.test(url.pathname) ? PATIENCE_MS : 15_000;
  try {
    const response = await within(patience, (signal) => fetch(request, { signal }));
    // The server is there and cannot work: its database does not answer.
    if (response.status < 500 || !AT_THE_COUNTER.test(url.pathname)) return response;
    return (await shellPage()) ?? response;
  } catch (error) {
    const shell = await shellPage();
    if (shell) return shell;
    throw error;
  }
}

async function shellPage() {
  // Of this build when it is whole; while an older one is still in use, whichever there is.
  const own = await (await caches.open(CACHE)).match(SHELL);
  return own ?? caches.match(SHELL);
}

async function within(ms, ask) {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), ms);
  try {
    return await ask(late.signal);
  } finally {
    clearTimeout(timer);
  }
}
