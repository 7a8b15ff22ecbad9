import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Assignment } from '../api/types';
import { Device, type Draft } from './device';

const draft = (id: string, snapshot: unknown = { drawn: 1 }): Draft => ({
  assignmentId: id,
  guidelineVersion: 1,
  snapshot,
  answer: null,
  savedAt: 1,
});

describe('the device', () => {
  let account = 0;
  let device: Device;

  beforeEach(async () => {
    device = await Device.open(`device${++account}`);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    device.close();
  });

  const again = () => Device.open(`device${account}`);

  it('keeps what it was given over a reload', async () => {
    await device.put('drafts', draft('a'));
    device.close();

    expect(await (await again()).get('drafts', 'a')).toEqual(draft('a'));
  });

  it('knows all in memory while there is no room, says so, and writes it once there is', async () => {
    await device.put('drafts', draft('before'));
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await device.put('drafts', draft('a'));
    await device.put('drafts', draft('before', { drawn: 2 }));

    expect(device.keeping).toBe('full');
    expect((await device.all('drafts')).map((one) => one.assignmentId).sort()).toEqual(['a', 'before']);
    expect((await device.get('drafts', 'before'))?.snapshot).toEqual({ drawn: 2 });

    full.mockRestore();
    await device.put('drafts', draft('b'));

    expect(device.keeping).toBe('kept');
    device.close();
    const kept = await (await again()).all('drafts');
    expect(kept.map((one) => one.assignmentId).sort()).toEqual(['a', 'b', 'before']);
    expect(kept.find((one) => one.assignmentId === 'before')?.snapshot).toEqual({ drawn: 2 });
  });

  it('works without IndexedDB, and says that nothing lasts', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const none = await Device.open('private');
    await none.put('leases', { assignmentId: 'a' } as Assignment);
    await none.put('drafts', draft('a'));
    await none.delete('drafts', 'a');

    expect(none.keeping).toBe('not-kept');
    expect(await none.all('leases')).toHaveLength(1);
    expect(await none.get('drafts', 'a')).toBeUndefined();
    await Device.forget('private');
  });

  it('goes on in memory when another tab needs a newer store', async () => {
    const newer = indexedDB.open(`assay-device${account}`, 99);
    await new Promise((done) => (newer.onsuccess = done));
    await device.put('drafts', draft('a'));

    expect(device.keeping).toBe('not-kept');
    expect(await device.all('drafts')).toHaveLength(1);
    newer.result.close();
  });

  it('takes over the store of an earlier version', async () => {
    const name = `assay-older${account}`;
    const older = indexedDB.open(name, 1);
    older.onupgradeneeded = () => ['drafts', 'outbox', 'leases', 'paces'].forEach((store) => older.result.createObjectStore(store));
    await new Promise((done) => (older.onsuccess = done));
    older.result.transaction('drafts', 'readwrite').objectStore('drafts').put(draft('a'), 'a');
    older.result.close();

    const now = await Device.open(`older${account}`);
    expect(await now.get('drafts', 'a')).toEqual(draft('a'));
    expect(await now.all('projects')).toEqual([]);
    now.close();
  });
});
