/**
 * Keeps a course for reading without a network. The build puts `PRECACHE` before this text: `[path, hash]`
 * of every file that is kept. A file is kept under its hash, so a new version of the site fetches only
 * what changed, and a page never meets a script of another version.
 */

const SCOPE = self.registration.scope;
const STORE = `coursebuilder:${SCOPE}`;
const AT_ONCE = 6;
const FILES = new Map(PRECACHE.map(([path, hash]) => {
  const { href } = new URL(path, SCOPE);
  return [href, `${href}?kept=${hash}`];
}));

self.addEventListener("install", (event) => event.waitUntil(keepFiles()));
self.addEventListener("activate", (event) => event.waitUntil(dropOthers()));
self.addEventListener("fetch", (event) => {
  const key = FILES.get(addressOf(event.request.url));
  if (key && event.request.method === "GET") event.respondWith(answer(event.request, key));
});

function addressOf(address) {
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}${pathname.endsWith("/") ? "index.html" : ""}`;
}

async function answer(request, key) {
  const store = await caches.open(STORE);
  return (await store.match(key)) ?? fetch(request);
}

async function keepFiles() {
  const store = await caches.open(STORE);
  const kept = new Set((await store.keys()).map(({ url }) => url));
  const missing = [...FILES].filter(([, key]) => !kept.has(key));
  const takeTurns = async () => {
    for (let next = missing.pop(); next; next = missing.pop()) await keep(store, ...next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, takeTurns));
}

async function keep(store, address, key) {
  const response = await fetch(address, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  // Some hosts answer index.html with a redirect, which no page may be opened with later.
  await store.put(key, response.redirected ? new Response(await response.blob(), { headers: response.headers }) : response);
}

async function dropOthers() {
  const store = await caches.open(STORE);
  const ours = new Set(FILES.values());
  await Promise.all((await store.keys()).filter(({ url }) => !ours.has(url)).map((request) => store.delete(request)));
  await self.clients.claim();
}
