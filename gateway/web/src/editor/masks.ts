import type { Rect } from './geometry';
import type { Point } from './types';

/** Masks as runs by columns, and as bitmaps in the same order: pixel (x, y) is at {@code x * height + y}. */

export function decode(counts: readonly number[], into: Uint8Array, value = 1): void {
  let at = 0;
  for (let i = 0; i < counts.length; i++) {
    const end = at + counts[i]!;
    if (i % 2 === 1) into.fill(value, at, end);
    at = end;
  }
}

export function encode(bitmap: Uint8Array): number[] {
  const counts: number[] = [];
  const size = bitmap.length;
  let inside = 0;
  let start = 0;
  for (let i = 0; i < size; ) {
    // indexOf is native: long runs cost next to nothing
    const next = bitmap.indexOf(inside === 0 ? 1 : 0, i);
    const end = next === -1 ? size : next;
    counts.push(end - start);
    start = end;
    i = end;
    inside = 1 - inside;
    if (next === -1) break;
  }
  return counts;
}

export function pixels(counts: readonly number[]): number {
  let inside = 0;
  for (let i = 1; i < counts.length; i += 2) inside += counts[i]!;
  return inside;
}

export function covers(counts: readonly number[], height: number, x: number, y: number): boolean {
  const target = x * height + y;
  let at = 0;
  for (let i = 0; i < counts.length; i++) {
    at += counts[i]!;
    if (target < at) return i % 2 === 1;
  }
  return false;
}

export function maskBounds(counts: readonly number[], height: number): Rect {
  let left = Infinity;
  let right = -1;
  let top = height;
  let bottom = -1;
  let at = 0;
  for (let i = 0; i < counts.length; i++) {
    const run = counts[i]!;
    if (i % 2 === 1 && run > 0) {
      const first = Math.floor(at / height);
      const last = Math.floor((at + run - 1) / height);
      left = Math.min(left, first);
      right = Math.max(right, last);
      top = Math.min(top, first === last ? at % height : 0);
      bottom = Math.max(bottom, first === last ? (at + run - 1) % height : height - 1);
    }
    at += run;
  }
  return right < 0
    ? { x: 0, y: 0, width: 0, height: 0 }
    : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

/** Paints a round brush from one place to another. */
export function stroke(
  bitmap: Uint8Array,
  width: number,
  height: number,
  from: Point,
  to: Point,
  size: number,
  value: 0 | 1,
): Rect {
  const r = Math.max(size / 2, 0.5);
  // a brush of one pixel is that pixel, wherever in it the pointer is
  const fine = size <= 1;
  const ax = fine ? Math.floor(from[0]) + 0.5 : from[0];
  const ay = fine ? Math.floor(from[1]) + 0.5 : from[1];
  const dx = (fine ? Math.floor(to[0]) + 0.5 : to[0]) - ax;
  const dy = (fine ? Math.floor(to[1]) + 0.5 : to[1]) - ay;
  const length = dx * dx + dy * dy;
  const left = Math.max(0, Math.floor(Math.min(ax, ax + dx) - r));
  const right = Math.min(width - 1, Math.ceil(Math.max(ax, ax + dx) + r));
  const top = Math.max(0, Math.floor(Math.min(ay, ay + dy) - r));
  const bottom = Math.min(height - 1, Math.ceil(Math.max(ay, ay + dy) + r));
  for (let x = left; x <= right; x++) {
    const px = x + 0.5 - ax;
    for (let y = top; y <= bottom; y++) {
      const py = y + 0.5 - ay;
      let t = length === 0 ? 0 : (px * dx + py * dy) / length;
      t = t < 0 ? 0 : t > 1 ? 1 : t;
      const ex = px - t * dx;
      const ey = py - t * dy;
      if (ex * ex + ey * ey <= r * r) bitmap[x * height + y] = value;
    }
  }
  return { x: left, y: top, width: Math.max(0, right - left + 1), height: Math.max(0, bottom - top + 1) };
}

/** Paints what an outline encloses: pixels whose centre is inside, by the even-odd rule. */
export function fillOutline(
  bitmap: Uint8Array,
  width: number,
  height: number,
  outline: readonly Point[],
  value: 0 | 1,
): void {
  let first = width;
  let last = -1;
  for (const [x] of outline) {
    first = Math.min(first, Math.floor(x));
    last = Math.max(last, Math.ceil(x));
  }
  first = Math.max(0, first);
  last = Math.min(width - 1, last);
  const cuts: number[] = [];
  for (let x = first; x <= last; x++) {
    const cx = x + 0.5;
    cuts.length = 0;
    for (let i = 0, j = outline.length - 1; i < outline.length; j = i++) {
      const a = outline[i]!;
      const b = outline[j]!;
      if (a[0] > cx !== b[0] > cx) cuts.push(a[1] + ((cx - a[0]) * (b[1] - a[1])) / (b[0] - a[0]));
    }
    cuts.sort((a, b) => a - b);
    for (let i = 0; i + 1 < cuts.length; i += 2) {
      const from = Math.max(0, Math.ceil(cuts[i]! - 0.5));
      const to = Math.min(height, Math.ceil(cuts[i + 1]! - 0.5));
      if (to > from) bitmap.fill(value, x * height + from, x * height + to);
    }
  }
}

/** Paints the unpainted area around a place, as far as what is painted or the picture's edge; the pixels it took. */
export function flood(bitmap: Uint8Array, width: number, height: number, x: number, y: number): number {
  if (x < 0 || y < 0 || x >= width || y >= height || bitmap[x * height + y]) return 0;
  const stack = [x * height + y];
  let painted = 0;
  while (stack.length > 0) {
    const seed = stack.pop()!;
    if (bitmap[seed]) continue;
    const column = seed - (seed % height);
    let from = seed;
    while (from > column && !bitmap[from - 1]) from--;
    let to = seed + 1;
    while (to < column + height && !bitmap[to]) to++;
    bitmap.fill(1, from, to);
    painted += to - from;
    for (const step of [-height, height]) {
      if ((step < 0 && column === 0) || (step > 0 && column + height >= width * height)) continue;
      let open = false;
      for (let i = from + step; i < to + step; i++) {
        if (bitmap[i]) open = false;
        else if (!open) {
          stack.push(i);
          open = true;
        }
      }
    }
  }
  return painted;
}

/** The outline of a mask along the edges of its pixels, as SVG path data to be filled by the even-odd rule. */
export function trace(counts: readonly number[], height: number, width: number): string {
  const b = maskBounds(counts, height);
  if (b.width === 0) return '';
  const bitmap = new Uint8Array(width * height);
  decode(counts, bitmap);
  const inside = (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < width && y < height && bitmap[x * height + y] === 1;
  // Directed edges with the inside on the right: from each corner, the corners that follow.
  const columns = height + 1;
  const next = new Map<number, number[]>();
  const edge = (x0: number, y0: number, x1: number, y1: number): void => {
    const from = x0 * columns + y0;
    const list = next.get(from);
    if (list) list.push(x1 * columns + y1);
    else next.set(from, [x1 * columns + y1]);
  };
  for (let x = b.x; x < b.x + b.width; x++) {
    for (let y = b.y; y < b.y + b.height; y++) {
      if (!inside(x, y)) continue;
      if (!inside(x, y - 1)) edge(x, y, x + 1, y);
      if (!inside(x + 1, y)) edge(x + 1, y, x + 1, y + 1);
      if (!inside(x, y + 1)) edge(x + 1, y + 1, x, y + 1);
      if (!inside(x - 1, y)) edge(x, y + 1, x, y);
    }
  }
  const parts: string[] = [];
  for (const [start, ways] of next) {
    while (ways.length > 0) {
      let at = start;
      let direction = 0;
      let path = `M${Math.floor(at / columns)} ${at % columns}`;
      do {
        const list = next.get(at)!;
        const to = list.pop()!;
        const turn = to - at;
        if (direction !== 0 && turn !== direction) path += `L${Math.floor(at / columns)} ${at % columns}`;
        direction = turn;
        at = to;
      } while (at !== start);
      parts.push(path + 'Z');
    }
  }
  return parts.join('');
}
