/** Where the browser is, and how to go elsewhere without loading the page again. */
let path = $state(location.pathname);
let search = $state(location.search);

const guards = new Set<() => boolean>();

export function here(): string {
  return path;
}

export function parameter(name: string): string | null {
  return new URLSearchParams(search).get(name);
}

export function go(to: string, replace = false): void {
  if ([...guards].some((mayLeave) => !mayLeave())) {
    return;
  }
  if (replace) {
    history.replaceState(null, '', to);
  } else if (to !== location.pathname + location.search) {
    history.pushState(null, '', to);
  }
  arrive();
}

/** Asked before the page is left by a link; tells whether it may be. */
export function guard(mayLeave: () => boolean): () => void {
  guards.add(mayLeave);
  return () => guards.delete(mayLeave);
}

/** Puts parameters into the address without going anywhere: filters that stay. */
export function remember(parameters: Record<string, string>): void {
  const kept = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== ''));
  history.replaceState(null, '', location.pathname + (kept.size > 0 ? `?${kept}` : ''));
  search = location.search;
}

function arrive(): void {
  const elsewhere = path !== location.pathname;
  path = location.pathname;
  search = location.search;
  if (elsewhere) {
    scrollTo(0, 0);
  }
}

const SERVER = /^\/(docs|v1|login|oauth2|health|\.well-known)(\/|$)/;

/** Links of the client are followed here, all others by the browser. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
    return;
  }
  const link = (event.target as Element | null)?.closest?.('a');
  if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) {
    return;
  }
  if (SERVER.test(link.pathname) || (link.hash && link.pathname === location.pathname)) {
    return;
  }
  event.preventDefault();
  go(link.pathname + link.search + link.hash);
}

addEventListener('popstate', arrive);
