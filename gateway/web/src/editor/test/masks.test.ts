import { describe, expect, it } from 'vitest';
import { contains } from '../geometry';
import { covers, decode, encode, fillOutline, flood, maskBounds, pixels, stroke, trace } from '../masks';
import { faults } from '../rules';
import type { Point } from '../types';
import { random } from './random';

const W = 8;
const H = 6;
const ontology = { tool: 'mask', classes: [{ id: 'c', name: 'C' }] } as const;

const bitmap = (seed: number, width = W, height = H): Uint8Array => {
  const r = random(seed);
  const share = r.next();
  return Uint8Array.from({ length: width * height }, () => (r.next() < share ? 1 : 0));
};

describe('runs', () => {
  it('are those of the server, for every bitmap with a pixel', () => {
    for (let seed = 0; seed < 2_000; seed++) {
      const pixelsOf = bitmap(seed);
      const counts = encode(pixelsOf);
      const found = faults({ tool: 'mask', masks: [{ classId: 'c', width: W, height: H, counts }] }, ontology, W, H);
      expect(found.length === 0, counts.join()).toBe(pixelsOf.includes(1));
      const back = new Uint8Array(W * H);
      decode(counts, back);
      expect(back).toEqual(pixelsOf);
      expect(pixels(counts)).toBe(pixelsOf.reduce((all, one) => all + one, 0));
    }
  });

  it('go down columns, outside first', () => {
    // 3 wide, 2 high: the left column and the pixel top right
    expect(encode(Uint8Array.from([1, 1, 0, 0, 1, 0]))).toEqual([0, 2, 2, 1, 1]);
    expect(encode(Uint8Array.from([0, 1, 1, 0]))).toEqual([1, 2, 1]);
  });

  it('are found by place, and have bounds', () => {
    let wrong = 0;
    for (let seed = 0; seed < 200; seed++) {
      const map = bitmap(seed);
      const counts = encode(map);
      let [left, top, right, bottom] = [W, H, -1, -1];
      for (let x = 0; x < W; x++) {
        for (let y = 0; y < H; y++) {
          const on = map[x * H + y] === 1;
          if (covers(counts, H, x, y) !== on) wrong++;
          if (on) [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
        }
      }
      const expected = right < 0 ? { x: 0, y: 0, width: 0, height: 0 } : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
      expect(maskBounds(counts, H)).toEqual(expected);
    }
    expect(wrong).toBe(0);
  });
});

describe('painting', () => {
  it('takes the pixels that the brush reaches, and says where', () => {
    const r = random(7);
    let wrong = 0;
    for (let i = 0; i < 200; i++) {
      const map = new Uint8Array(40 * 30);
      const from: Point = [r.int(-5, 45), r.int(-5, 35)];
      const to: Point = [r.int(-5, 45), r.int(-5, 35)];
      const size = r.int(2, 12);
      const rect = stroke(map, 40, 30, from, to, size, 1);
      for (let x = 0; x < 40; x++) {
        for (let y = 0; y < 30; y++) {
          const t = Math.max(0, Math.min(1, ((x + 0.5 - from[0]) * (to[0] - from[0]) + (y + 0.5 - from[1]) * (to[1] - from[1])) / (Math.hypot(to[0] - from[0], to[1] - from[1]) ** 2 || 1)));
          const d = Math.hypot(x + 0.5 - from[0] - t * (to[0] - from[0]), y + 0.5 - from[1] - t * (to[1] - from[1]));
          const on = map[x * 30 + y] === 1;
          const inRect = x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height;
          if ((Math.abs(d - size / 2) > 1e-6 && on !== d <= size / 2) || (on && !inRect)) wrong++;
        }
      }
    }
    expect(wrong).toBe(0);
  });

  it('takes one pixel with the smallest brush', () => {
    const map = new Uint8Array(W * H);
    stroke(map, W, H, [3.9, 2.1], [3.9, 2.1], 1, 1);
    expect(map.reduce((all, one) => all + one, 0)).toBe(1);
    expect(map[3 * H + 2]).toBe(1);
  });

  it('fills an outline by the centres of its pixels', () => {
    const r = random(8);
    let wrong = 0;
    for (let i = 0; i < 200; i++) {
      const outline = Array.from({ length: r.int(3, 7) }, (): Point => [r.next() * 40, r.next() * 30]);
      const map = new Uint8Array(40 * 30);
      fillOutline(map, 40, 30, outline, 1);
      for (let x = 0; x < 40; x++) {
        for (let y = 0; y < 30; y++) if ((map[x * 30 + y] === 1) !== contains(outline, [x + 0.5, y + 0.5])) wrong++;
      }
    }
    expect(wrong).toBe(0);
  });

  it('floods what is connected and nothing else', () => {
    for (let seed = 0; seed < 300; seed++) {
      const map = bitmap(seed, 12, 9);
      const r = random(seed + 99);
      const start: Point = [r.int(0, 11), r.int(0, 8)];
      const expected = map.slice();
      const stack = [start];
      let painted = 0;
      while (stack.length > 0) {
        const [x, y] = stack.pop()!;
        if (x < 0 || y < 0 || x >= 12 || y >= 9 || expected[x * 9 + y]) continue;
        expected[x * 9 + y] = 1;
        painted++;
        stack.push([x + 1, y], [x - 1, y], [x, y + 1], [x, y - 1]);
      }
      expect(flood(map, 12, 9, start[0], start[1])).toBe(painted);
      expect(map).toEqual(expected);
    }
  });
});

describe('the traced outline', () => {
  it('encloses the pixels of the mask, by the even-odd rule', () => {
    let wrong = 0;
    for (let seed = 0; seed < 300; seed++) {
      const map = bitmap(seed, 10, 7);
      const path = trace(encode(map), 7, 10);
      const loops = path.split('Z').filter(Boolean).map((loop) => loop.slice(1).split('L').map((p): Point => p.split(' ').map(Number) as unknown as Point));
      for (let x = 0; x < 10; x++) {
        for (let y = 0; y < 7; y++) {
          const inside = loops.filter((loop) => contains(loop, [x + 0.5, y + 0.5])).length % 2 === 1;
          if (inside !== (map[x * 7 + y] === 1)) wrong++;
        }
      }
    }
    expect(wrong).toBe(0);
  });
});
