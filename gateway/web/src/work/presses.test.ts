import { expect, it } from 'vitest';
import { pressedTwice } from './presses';

function click(at: number, x: number, what = '[data-once]', detail = 1): boolean {
  let stopped = false;
  const target = { closest: (selector: string) => (selector === 'button' || selector.includes(what) ? {} : null) };
  pressedTwice({
    detail, target, timeStamp: at, clientX: x, clientY: 10,
    preventDefault: () => (stopped = true),
    stopPropagation: () => (stopped = true),
  } as unknown as MouseEvent);
  return stopped;
}

it('takes a double click for one, and two clicks for two', () => {
  expect([click(1_000, 50), click(1_120, 52), click(1_240, 52)]).toEqual([false, true, true]);
  expect([click(3_000, 50), click(3_500, 50)]).toEqual([false, false]);
});

it('lets pass another button, a key, and what may be pressed fast', () => {
  expect([click(10_000, 50), click(10_100, 200)]).toEqual([false, false]);
  expect([click(20_000, 50), click(20_050, 50, '[data-once]', 0)]).toEqual([false, false]);
  expect([click(30_000, 50, 'other'), click(30_100, 50, 'other')]).toEqual([false, false]);
});
