import { expect, it } from 'vitest';
import { Events, pause } from './events';

it('puts events together from pieces of any size', () => {
  const stream = ': alive\n\nevent: work\ndata: {"id":\ndata: "p1"}\n\n: alive\n\nevent: work\ndata: {"id":"p2"}\n\n';

  for (const size of [1, 7, 1000]) {
    const events = new Events();
    const told = [];
    for (let i = 0; i < stream.length; i += size) {
      told.push(...events.take(stream.slice(i, i + size)));
    }
    expect(told).toEqual([
      { event: 'work', data: '{"id":\n"p1"}' },
      { event: 'work', data: '{"id":"p2"}' },
    ]);
  }
});

it('waits longer after each failure, within bounds', () => {
  expect(pause(0, 1)).toBe(2_000);
  expect(pause(3, 0)).toBe(8_000);
  expect(pause(50, 1)).toBe(300_000);
});
