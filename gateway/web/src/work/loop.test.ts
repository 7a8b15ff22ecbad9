import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';

import { Problem } from '../api/problem';
import type { Assignment } from '../api/types';
import { Device } from './device';
import { Loop, type Source } from './loop';
import { Outbox, type Line } from './outbox';

const label = { kind: 'label', answer: { tool: 'category', classId: 'cat' } } as const;

describe('the loop', () => {
  let now: number;
  let device: Device;
  let supply: Assignment[];
  let asked: string[];
  let fails: Problem | null;
  let extended: string[][];
  let refuses: Map<string, Problem>;
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

  /** What the server has leased to this worker. */
  let held: Assignment[];
  let dropped: string[];
  let here: Set<string>;

  const source: Source = {
    lease: async (_, key) => {
      asked.push(key);
      if (fails) {
        throw fails;
      }
      const before = [...held];
      const fresh = supply.splice(0, 5);
      held.push(...fresh);
      return { fresh, held: before, problem: null };
    },
    held: async () => {
      if (fails) {
        throw fails;
      }
      return held;
    },
    extend: async (ids) => {
      extended.push(ids);
      return new Map(ids.map((id) => [id, refuses.get(id) ?? { expiresAt: new Date(now + 600_000).toISOString() }]));
    },
    ahead: () => {},
    drop: (one) => dropped.push(one.assignmentId),
    isHere: async (one) => here.has(one.assignmentId),
    now: () => now,
  };

  beforeEach(async () => {
    now = Date.now();
    device = await Device.open(`loop${++account}`);
    supply = [];
    held = [];
    dropped = [];
    here = new Set();
    refuses = new Map();
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

  it('shows what is on the device first after a reload without the network', async () => {
    supply = [picture('a'), picture('b'), picture('c')];
    const before = loop();
    await before.start();
    before.stop();

    fails = new Problem(0, 'offline', '');
    here = new Set(['b']);
    const after = loop();
    await after.start();

    expect(after.current?.assignmentId).toBe('b');
  });

  it('shows nothing again that waits to be sent', async () => {
    supply = [picture('a'), picture('b')];
    const work = loop();
    await work.start();
    await work.finish(label, true);
    await work.lease(true);

    expect(work.queue.map((one) => one.assignmentId)).toEqual(['b']);
    outbox.close();
  });

  it('takes back the last one', async () => {
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

  it('drops what ran out, but for what somebody is at, and what is drawn upon', async () => {
    supply = [picture('a', 1), picture('b', 1), picture('c', 1), picture('d', 30)];
    const work = loop();
    await work.start();
    await work.save(work.queue[1]!, { drawn: 1 }, null);
    now += 2 * 60_000;
    held = held.filter((one) => ['a', 'd'].includes(one.assignmentId));
    work.active();
    await work.tick();

    expect(work.queue.map((one) => one.assignmentId)).toEqual(['a', 'b', 'd']);
    expect(dropped).toEqual(['c']);
    await settled();
    expect([...work.gone]).toEqual(['b']);
  });

  it('takes no others for who went away', async () => {
    supply = [picture('a', 1), picture('b', 1)];
    const work = loop();
    await work.start();
    work.active();
    const asks = asked.length;
    now += 10 * 60_000;
    held = [];
    supply = [picture('c')];
    await work.tick();
    await settled();

    expect(work.status).toBe('away');
    expect(asked.length).toBe(asks);
    await work.lease(true);
    expect(work.current?.assignmentId).toBe('c');
  });

  it('brings back what was drawn upon, even if its time ran out meanwhile, until it is let go', async () => {
    supply = [picture('a', 1), picture('b', 1)];
    const before = loop();
    await before.start();
    await before.save(before.queue[0]!, { drawn: 1 }, null);
    before.stop();

    now += 60 * 60_000;
    held = [];
    const after = loop();
    await after.start();

    expect(after.queue.map((one) => one.assignmentId)).toEqual(['a']);
    expect(after.gone.has('a')).toBe(true);
    expect((await after.draft('a'))?.snapshot).toEqual({ drawn: 1 });
    await after.letGo();
    expect(after.current).toBeNull();
    expect(await device.all('drafts')).toEqual([]);
    expect(await device.all('leases')).toEqual([]);
  });

  it('sees what another device answered, and keeps what is drawn here', async () => {
    supply = ['a', 'b', 'c', 'd', 'e'].map((id) => picture(id));
    const work = loop();
    await work.start();
    await work.save(work.queue[2]!, { drawn: 1 }, null);
    held = held.filter((one) => !['b', 'c'].includes(one.assignmentId));
    await work.sync();

    expect(work.queue.map((one) => one.assignmentId)).toEqual(['a', 'c', 'd', 'e']);
    expect([...work.gone]).toEqual(['c']);
  });

  it('tells the end of its time from a picture that is gone', async () => {
    supply = ['a', 'b', 'c', 'd'].map((id) => picture(id));
    refuses = new Map([
      ['b', new Problem(409, 'already-answered', '')],
      ['c', new Problem(409, 'extended-enough', '')],
    ]);
    const work = loop();
    await work.start();
    await work.extend();

    expect(work.queue.map((one) => one.assignmentId)).toEqual(['a', 'c', 'd']);
    expect([...work.atTheirLimit]).toEqual(['c']);
    expect(Date.parse((await device.get('leases', 'a'))!.expiresAt)).toBe(now + 600_000);
  });

  it('opens again what was refused, with its drawing', async () => {
    supply = [picture('a'), picture('b')];
    const refusing: Line = { ...wire, send: async () => Promise.reject(new Problem(422, 'invalid-answer', 'class cat')) };
    outbox = new Outbox(device, refusing, () => now);
    const work = loop();
    outbox.onSent((sent) => void work.sent(sent));
    await work.start();
    await work.save(work.current!, { drawn: 1 }, label.answer);
    await work.finish(label, false);
    await settled();
    expect(outbox.refused.map((one) => one.refused?.slug)).toEqual(['invalid-answer']);

    await work.reopen(outbox.refused[0]!);

    expect(work.current?.assignmentId).toBe('a');
    expect(outbox.refused).toEqual([]);
    expect((await work.draft('a'))?.answer).toEqual(label.answer);
    outbox.close();
  });

  it('keeps what was refused, with its drawing, until it is let go', async () => {
    supply = [picture('a'), picture('b')];
    const refusing: Line = { ...wire, send: async () => Promise.reject(new Problem(409, 'lease-expired', '')) };
    outbox = new Outbox(device, refusing, () => now);
    const work = loop();
    outbox.onSent((sent) => void work.sent(sent));
    await work.start();
    await work.save(work.current!, { drawn: 1 }, label.answer);
    await work.finish(label, false);
    await settled();
    expect(await device.all('drafts')).toHaveLength(1);

    await work.drop(outbox.refused[0]!);

    expect(outbox.refused).toEqual([]);
    expect(await device.all('drafts')).toEqual([]);
    outbox.close();
  });

  it('asks again by itself once the line may be back', async () => {
    fails = new Problem(0, 'offline', '');
    const work = loop();
    await work.start();
    expect(work.status).toBe('offline');

    fails = null;
    supply = [picture('a')];
    now += 11_000;
    await work.tick();
    await settled();

    expect(work.current?.assignmentId).toBe('a');
  });

  it('answers each picture once, however often it is asked to', async () => {
    supply = [picture('a'), picture('b')];
    const sent: string[] = [];
    outbox = new Outbox(device, { ...wire, send: async (one) => void sent.push(one.assignment.assignmentId) }, () => now);
    const work = loop();
    await work.start();
    await Promise.all([work.finish(label, false), work.finish(label, false), work.finish(label, false)]);
    await settled();

    expect([work.done, work.current]).toEqual([2, null]);
    expect(new Set(sent).size).toBe(sent.length);
  });

  it('says why there is no more', async () => {
    fails = new Problem(409, 'project-paused', '');
    const work = loop();
    await work.start();
    expect(work.status).toBe('refused');
    expect(work.problem?.slug).toBe('project-paused');
  });

  it.each(['project-paused', 'worker-not-active', 'guideline-not-acknowledged'])('lets finish what is held: %s', async (slug) => {
    supply = [picture('a'), picture('b')];
    const work = loop();
    await work.start();
    fails = new Problem(409, slug, '');
    await work.finish(label, false);
    await settled();

    expect([work.status, work.problem?.slug, work.current?.assignmentId]).toEqual(['working', slug, 'b']);
    await work.finish(label, false);
    await settled();
    expect(work.status).toBe('refused');
    expect(outbox.waiting).toEqual([]);
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
