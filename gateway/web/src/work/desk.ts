import { serverNow } from '../api/client';
import { Device } from './device';
import { Outbox, type Tabs } from './outbox';
import { line } from './server';

/** What an account has on this device, and what sends it: one of each in a tab, whatever page is shown. */
export interface Desk {
  device: Device;
  outbox: Outbox;
}

let opened: { account: string; desk: Promise<Desk> } | null = null;

export function deskOf(account: string): Promise<Desk> {
  if (opened?.account !== account) {
    opened = { account, desk: open(account) };
  }
  return opened.desk;
}

async function open(account: string): Promise<Desk> {
  const device = await Device.open(account);
  const outbox = new Outbox(device, line, serverNow, tabs());
  await outbox.open();
  document.addEventListener('visibilitychange', () =>
    document.visibilityState === 'hidden' ? outbox.hurry() : void outbox.open(),
  );
  addEventListener('pagehide', () => outbox.hurry());
  addEventListener('online', () => void outbox.open());
  return { device, outbox };
}

/** Each tab holds a lock of its own as long as it is open: so the others see who is there. */
function tabs(): Tabs {
  const prefix = 'assay-tab-';
  const mine = crypto.randomUUID();
  if (!('locks' in navigator)) {
    return { mine, open: async () => new Set() };
  }
  void navigator.locks.request(prefix + mine, () => new Promise(() => undefined));
  return {
    mine,
    async open() {
      const { held = [] } = await navigator.locks.query();
      return new Set(held.map(({ name = '' }) => name.slice(prefix.length)));
    },
  };
}
