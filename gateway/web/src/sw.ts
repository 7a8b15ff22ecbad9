/// <reference lib="webworker" />
/**
 * The shell without the network, and the pictures of what is leased. What the API says is never
 * kept here: it is the server's, or the page's own store.
 */
const worker = self as unknown as ServiceWorkerGlobalScope;

const SHELL = '__SHELL__' as unknown as string[];
const SHELL_CACHE = 'shell-__VERSION__';
const PICTURES = 'pictures';

worker.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(SHELL_CACHE);
      // one that fails, such as a language's texts on a bad line, comes when it is asked for
      await Promise.allSettled(SHELL.map((file) => cache.add(file)));
      await worker.skipWaiting();
    })(),
  );
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const old = (await caches.keys()).filter((name) => name.startsWith('shell-') && name !== SHELL_CACHE);
      await Promise.all(old.map((name) => caches.delete(name)));
      await worker.clients.claim();
    })(),
  );
});

/** Where a notice leads; an open page goes there. */
worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const to = String((event.notification.data as { to?: string } | null)?.to ?? '/work');
  event.waitUntil(
    (async () => {
      const pages = await worker.clients.matchAll({ type: 'window' });
      const page = pages.find((one) => !one.url.endsWith('/label')) ?? pages[0];
      if (!page) {
        await worker.clients.openWindow(to);
        return;
      }
      await page.focus();
      if (!page.url.endsWith('/label')) {
        await page.navigate(to);
      }
    })(),
  );
});

const SERVER = /^\/(docs|v1|login|logout|signed-in|oauth2|health|webjars|\.well-known)(\/|$)/;

worker.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== worker.location.origin) {
    return;
  }
  if (url.pathname.startsWith('/v1/pictures/')) {
    event.respondWith(keptPicture(event.request));
  } else if (event.request.mode === 'navigate' && !SERVER.test(url.pathname)) {
    event.respondWith(page(event.request));
  } else if (url.pathname.startsWith('/client/') || url.pathname === '/manifest.webmanifest') {
    event.respondWith(file(event.request));
  }
});

async function keptPicture(request: Request): Promise<Response> {
  return (await (await caches.open(PICTURES)).match(request.url)) ?? fetch(request);
}

/** The newest page if the server answers soon, or the one that is here. */
async function page(request: Request): Promise<Response> {
  const cache = await caches.open(SHELL_CACHE);
  const here = await cache.match('/');
  if (!here) {
    return fetch(request);
  }
  try {
    const fresh = await Promise.race([
      fetch(request),
      new Promise<never>((_, fail) => setTimeout(() => fail(new Error('slow')), 3_000)),
    ]);
    return fresh.ok ? fresh : here;
  } catch {
    return here;
  }
}

/** Named by their content, so what is here is right. */
async function file(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}
