import { whoAmI } from './session.svelte';
import { settings } from './settings.svelte';
import { Events, pause } from '../work/events';
import { money, text, textOr } from './i18n.svelte';

/** A project that has work again. */
export interface Notice {
  id: string;
  name: string;
  tool: string;
  price: { minor: number; currency: string };
}

const SHOWN = 3;
const LOCK = 'assay-notices';

let told = $state<Notice[]>([]);

/** What was told and not looked at, the newest first. */
export function notices(): Notice[] {
  return told;
}

export function dismiss(id: string): void {
  told = told.filter((one) => one.id !== id);
}

/** Whether the browser can tell even while nobody looks at the page. */
export function mayNotify(): NotificationPermission | 'impossible' {
  return 'Notification' in globalThis && 'serviceWorker' in navigator ? Notification.permission : 'impossible';
}

/** Listens for work until the returned function is called. Of several tabs one listens. */
export function listen(): () => void {
  const stop = new AbortController();
  if (!navigator.locks) {
    void run(stop.signal);
  } else {
    navigator.locks.request(LOCK, { signal: stop.signal }, () => run(stop.signal)).catch(() => undefined);
  }
  return () => stop.abort();
}

async function run(stop: AbortSignal): Promise<void> {
  let failures = 0;
  while (!stop.aborted) {
    try {
      const response = await fetch('/v1/stream/work', {
        headers: { 'Assay-Session': '1', Accept: 'text/event-stream' },
        credentials: 'same-origin',
        signal: stop,
      });
      if (response.status === 401 || response.status === 403) {
        return; // signed out, or no worker yet
      }
      if (response.ok && response.body) {
        failures = 0;
        await follow(response.body);
      } else {
        failures++;
      }
    } catch {
      failures++;
    }
    await wait(pause(failures, Math.random()), stop);
  }
}

async function follow(body: ReadableStream<Uint8Array>): Promise<void> {
  const events = new Events();
  const decoder = new TextDecoder();
  const reader = body.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    for (const { event, data } of events.take(decoder.decode(piece.value, { stream: true }))) {
      if (event === 'work') {
        await tell(JSON.parse(data) as Notice);
      }
    }
  }
}

function wait(milliseconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, milliseconds);
    stop.addEventListener('abort', () => {
      clearTimeout(timer);
      done();
    });
  });
}

async function tell(notice: Notice): Promise<void> {
  told = [notice, ...told.filter((one) => one.id !== notice.id)].slice(0, SHOWN);
  if (document.visibilityState === 'visible' || mayNotify() !== 'granted' || !settings.notices || !whoAmI()) {
    return;
  }
  const registration = await navigator.serviceWorker.getRegistration();
  await registration?.showNotification(text('notice.work', { name: notice.name }), {
    body: text('notice.body', { price: money(notice.price), tool: textOr(`tool.${notice.tool}`, notice.tool) }),
    icon: '/client/icon.svg',
    tag: `work-${notice.id}`,
    data: { to: `/work/${notice.id}` },
  });
}
