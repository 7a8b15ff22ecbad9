import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';

import { Problem } from '../api/problem';
import type { Assignment } from '../api/types';
import { Device } from './device';
import { Loop, median, type Source } from './loop';
import { Outbox, type Line } from './outbox';

const label = { kind: 'label', answer: { tool: 'category', classId: 'cat' } } as const;

describe('the loop', () => {
  let now: number;
  let device: Device;
  let supply: Assignment[];
  let asked: string[];
  let fails: Problem | null;
  let extended: string[][];
  let outbox: Outbox;
  let account = 0;

  const wire: Line = { send: async () => {}, sendLabels: async (labels) => labels.map(() => null) };

  const picture = (id: string, minutes = 10) =>
    ({
      assignmentId: id,
      projectId: 'p',
      state: 'leased',
      guidelineVersion: 1,
      leasedAt: new Date(now).toISOString(),
      expiresAt: new Date(now + minutes * 60_000).toISOString(),
    }) as unknown as Assignment;

  const source: Source = {
    lease: async (_, key) => {
      asked.push(key);
      if (fails) {
        throw fails;
      }
      return { fresh: supply.splice(0, 5), held: [], problem: null };
    },
    extend: async (ids) => {
      extended.push(ids);
      return new Map(ids.map((id) => [id, { expiresAt: new Date(now + 600_000).toISOString() }]));
    },
    ahead: () => {},
    drop: () => {},
    now: () => now,
  };

  beforeEach(async () => {
    now = Date.now();
    device = await Device.open(`loop${++account}`);
    supply = [];
    asked = [];
    extended = [];
    fails = null;
    outbox = new Outbox(device, wire, () => now);
  });

  const settled = () => new Promise((later) => setTimeout(later, 20));
  const loop = () => new Loop('p', device, outbox, source);

  it('shows one after the other, and takes more in time', async () => {
    supply = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => picture(id));
    const work = loop();
    await work.start();
    expect(work.current?.assignmentId).toBe('a');

    await work.finish(label, false);
    await settled();

    expect(work.current?.assignmentId).toBe('b');
    expect(work.queue.map((one) => one.assignmentId)).toEqual(['b', 'c', 'd', 'e']);
    await work.finish(label, false);
    await settled();
    expect(work.queue.map((one) => one.assignmentId)).toEqual(['c', 'd', 'e', 'f', 'g']);
  });

  it('goes on after a reload without the network', async () => {
    supply = [picture('a'), picture('b')];
    const before = loop();
    await before.start();
    await before.save(picture('a'), { drawn: 1 }, null);
    before.stop();

    fails = new Problem(0, 'offline', '');
    const after = loop();
    await after.start();

    expect(after.queue.map((one) => one.assignmentId)).toEqual(['a', 'b']);
    expect((await after.draft('a'))?.snapshot).toEqual({ drawn: 1 });
  });

  it('shows nothing again that waits to be sent', async () => {
    supply = [picture('a'), picture('b')];
    const work = loop();
    await work.start();
    await work.finish(label, true);
    source.lease = async () => ({ fresh: [], held: [picture('a'), picture('b')], problem: null });
    await work.lease(true);

    expect(work.queue.map((one) => one.assignmentId)).toEqual(['b']);
    outbox.close();
  });

  it('takes back the last one', async () => {
    source.lease = async () => ({ fresh: supply.splice(0, 5), held: [], problem: null });
    supply = [picture('a'), picture('b')];
    const work = loop();
    await work.start();
    await work.finish(label, true);
    expect(work.current?.assignmentId).toBe('b');

    expect(await work.undo()).toBe(true);

    expect(work.current?.assignmentId).toBe('a');
    expect(work.done).toBe(0);
  });

  it('asks for more time while somebody works, and not after', async () => {
    source.lease = async () => ({ fresh: supply.splice(0, 5), held: [], problem: null });
    supply = [picture('a', 10)];
    const work = loop();
    await work.start();
    work.active();
    now += 8 * 60_000;
    await work.tick();
    expect(extended).toEqual([]);

    work.active();
    await work.tick();
    expect(extended).toEqual([['a']]);
  });

  it('drops what ran out, but for what is being drawn upon', async () => {
    source.lease = async () => ({ fresh: supply.splice(0, 5), held: [], problem: null });
    supply = [picture('a', 1), picture('b', 1), picture('c', 30)];
    const work = loop();
    await work.start();
    now += 2 * 60_000;
    await work.tick();

    expect(work.queue.map((one) => one.assignmentId)).toEqual(['a', 'c']);
  });

  it('says why there is no more', async () => {
    source.lease = async () => {
      throw new Problem(409, 'project-paused', '');
    };
    const work = loop();
    await work.start();
    expect(work.status).toBe('refused');
    expect(work.problem?.slug).toBe('project-paused');
  });

  it('proposes a break after fifty minutes', async () => {
    const work = loop();
    work.active();
    for (let i = 0; i < 51; i++) {
      now += 60_000;
      work.active();
    }
    expect(work.breakDue).toBe(true);
    work.goOn();
    expect(work.breakDue).toBe(false);
  });
});

describe('the median', () => {
  it('needs five', () => {
    expect(median([1, 2, 3, 4])).toBeNull();
    expect(median([5, 1, 100, 2, 3])).toBe(3);
  });
});
