import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { Problem } from '../api/problem';
import { Device, type Sending } from './device';
import { Outbox, type Line } from './outbox';
import type { Assignment } from '../api/types';

const picture = (id: string) => ({ assignmentId: id, projectId: 'p', state: 'leased' }) as unknown as Assignment;
const label = { kind: 'label', answer: { tool: 'category', classId: 'cat' } } as const;

class Wire implements Line {
  readonly got: string[] = [];
  readonly keys: string[] = [];
  batches = 0;
  fails: Problem | null = null;
  refuses = new Map<string, Problem>();

  async send(sending: Sending): Promise<void> {
    this.keys.push(sending.key);
    this.fail(sending);
    this.got.push(sending.assignment.assignmentId);
  }

  async sendLabels(labels: Sending[]) {
    this.batches++;
    if (this.fails) {
      throw this.fails;
    }
    return labels.map((one) => {
      const refusal = this.refuses.get(one.assignment.assignmentId) ?? null;
      if (!refusal) {
        this.got.push(one.assignment.assignmentId);
      }
      return refusal;
    });
  }

  private fail(sending: Sending): void {
    const problem = this.fails ?? this.refuses.get(sending.assignment.assignmentId);
    if (problem) {
      throw problem;
    }
  }
}

describe('the outbox', () => {
  let device: Device;
  let wire: Wire;
  let account = 0;

  beforeEach(async () => {
    device = await Device.open(`account${++account}`);
    wire = new Wire();
  });

  const settled = () => new Promise((later) => setTimeout(later, 20));

  it('sends what is added and forgets it', async () => {
    const box = new Outbox(device, wire);
    await box.add(picture('a'), label);
    await settled();

    expect(wire.got).toEqual(['a']);
    expect(box.waiting).toEqual([]);
    expect(await device.all('outbox')).toEqual([]);
  });

  it('keeps it over a reload while the line is down, with the same key', async () => {
    wire.fails = new Problem(0, 'offline', '');
    const before = new Outbox(device, wire);
    await before.add(picture('a'), label);
    await settled();
    before.close();

    wire.fails = null;
    const after = new Outbox(device, wire);
    await after.open();
    await settled();

    expect(wire.got).toEqual(['a']);
    expect(new Set(wire.keys).size).toBe(1);
    expect(wire.keys.length).toBe(2);
  });

  it('sends several labels in one round trip', async () => {
    wire.fails = new Problem(503, 'unavailable', '');
    const box = new Outbox(device, wire);
    await box.add(picture('a'), label);
    await box.add(picture('b'), label);
    await box.add(picture('c'), { kind: 'skip' });
    await settled();

    wire.fails = null;
    await box.flush();

    expect(wire.got).toEqual(['a', 'b', 'c']);
    expect(wire.batches).toBeGreaterThan(0);
  });

  it('keeps what is refused until it is let go', async () => {
    wire.refuses.set('a', new Problem(409, 'lease-expired', 'too late'));
    const box = new Outbox(device, wire);
    await box.add(picture('a'), label);
    await settled();

    expect(box.waiting).toEqual([]);
    expect(box.refused.map((one) => one.refused?.slug)).toEqual(['lease-expired']);
    const again = new Outbox(device, wire);
    await again.open();
    expect(again.refused).toHaveLength(1);

    await again.drop(again.refused[0]?.key ?? '');
    expect(await device.all('outbox')).toEqual([]);
  });

  it('counts giving back what is gone as done', async () => {
    wire.refuses.set('a', new Problem(409, 'already-returned', ''));
    const box = new Outbox(device, wire);
    await box.add(picture('a'), { kind: 'skip' });
    await settled();

    expect(box.refused).toEqual([]);
    expect(box.waiting).toEqual([]);
  });

  it('waits for a sign-in without losing anything', async () => {
    wire.fails = new Problem(401, 'unauthenticated', '');
    const box = new Outbox(device, wire);
    await box.add(picture('a'), label);
    await settled();
    expect(box.waiting).toHaveLength(1);
    expect(box.held?.slug).toBe('unauthenticated');

    wire.fails = null;
    await box.flush();
    expect(wire.got).toEqual(['a']);
  });

  it('takes back what was not sent yet, once', async () => {
    const box = new Outbox(device, wire);
    const sending = await box.add(picture('a'), label, 60_000);

    expect(await box.undo(sending.key)).toBe(true);
    expect(await box.undo(sending.key)).toBe(false);
    await settled();
    expect(wire.got).toEqual([]);
    box.close();
  });

  it('sends the one before as soon as another follows', async () => {
    const box = new Outbox(device, wire);
    const first = await box.add(picture('a'), label, 60_000);
    await box.add(picture('b'), label, 60_000);
    await settled();

    expect(wire.got).toEqual(['a']);
    expect(await box.undo(first.key)).toBe(false);
    box.hurry();
    await settled();
    expect(wire.got).toEqual(['a', 'b']);
  });

  it('sends each piece alone where several together cannot be read', async () => {
    wire.fails = new Problem(503, 'unavailable', '');
    const box = new Outbox(device, wire);
    await box.add(picture('a'), label);
    await box.add(picture('b'), label);
    await settled();

    wire.fails = null;
    wire.sendLabels = async () => {
      throw new Problem(413, 'too-large', '');
    };
    await box.flush();

    expect(wire.got).toEqual(['a', 'b']);
    expect(box.waiting).toEqual([]);
  });

  it('puts no more into one request than a slow line takes', async () => {
    wire.fails = new Problem(503, 'unavailable', '');
    const box = new Outbox(device, wire);
    const long = { tool: 'category', classId: 'x'.repeat(150_000) } as const;
    for (const id of ['a', 'b', 'c', 'd', 'e']) {
      await box.add(picture(id), { kind: 'label', answer: long });
    }
    await settled();

    wire.fails = null;
    wire.batches = 0;
    await box.flush();

    expect(wire.got).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(wire.batches).toBe(2);
  });

  it('leaves to another tab what it is about to send, and takes over what a closed one left', async () => {
    const open = new Set(['first', 'second']);
    const tab = (mine: string) => new Outbox(device, wire, Date.now, { mine, open: async () => open });
    const first = tab('first');
    await first.add(picture('a'), label, 60_000);
    const second = tab('second');
    await second.open();
    await settled();
    expect(wire.got).toEqual([]);
    expect(second.waiting).toEqual([]);

    first.close();
    open.delete('first');
    await second.open();
    await settled();

    expect(wire.got).toEqual(['a']);
  });

  it('sends what an earlier page left, whatever the clock says by now', async () => {
    const before = new Outbox(device, wire, () => Date.now() + 86_400_000);
    await before.add(picture('a'), label, 4_000);
    before.close();

    const after = new Outbox(device, wire);
    await after.open();
    await settled();

    expect(wire.got).toEqual(['a']);
  });

  it('sends nothing any more once it is closed', async () => {
    wire.fails = new Problem(0, 'offline', '');
    const box = new Outbox(device, wire);
    await box.add(picture('a'), label);
    await settled();
    box.close();
    wire.fails = null;
    await box.flush();

    expect(wire.got).toEqual([]);
    expect(await device.all('outbox')).toHaveLength(1);
  });

  it('keeps on in memory where there is no store', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new Error('private mode');
      },
    });
    const none = await Device.open('nobody');
    vi.unstubAllGlobals();
    expect(none.keeping).toBe('not-kept');
    const box = new Outbox(none, wire);
    await box.add(picture('a'), label);
    await settled();
    expect(wire.got).toEqual(['a']);
  });
});
