import { serverNow } from '../api/client';

let at = $state(serverNow());
setInterval(() => (at = serverNow()), 1000);

/** The server's time, told anew each second. */
export function now(): number {
  return at;
}

let online = $state(navigator.onLine);
addEventListener('online', () => (online = true));
addEventListener('offline', () => (online = false));

export function isOnline(): boolean {
  return online;
}
