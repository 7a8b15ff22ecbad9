import type { Box, Point } from './types';

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const clamp = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), most);

/** A hundredth of a pixel is finer than any hand, and short as JSON. */
export const round = (value: number): number => Math.round(value * 100) / 100 + 0;

export const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

export const middle = (a: Point, b: Point): Point => [
  round((a[0] + b[0]) / 2),
  round((a[1] + b[1]) / 2),
];

export function within(point: Point, width: number, height: number): Point {
  return [round(clamp(point[0], 0, width)), round(clamp(point[1], 0, height))];
}

export function nearestOn(a: Point, b: Point, p: Point): Point {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : clamp(((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length, 0, 1);
  return [a[0] + t * dx, a[1] + t * dy];
}

export function turned(p: Point, centre: Point, degrees: number): Point {
  if (degrees === 0) return p;
  const angle = (degrees * Math.PI) / 180;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const dx = p[0] - centre[0];
  const dy = p[1] - centre[1];
  return [centre[0] + dx * cos - dy * sin, centre[1] + dx * sin + dy * cos];
}

/** Over -180 to 180, as the server takes it. */
export function degrees(value: number): number {
  const rest = ((((value + 180) % 360) + 360) % 360) - 180;
  const rounded = Math.round(rest * 10) / 10;
  return rounded <= -180 ? 180 : rounded + 0;
}

type Frame = Pick<Box, 'x' | 'y' | 'width' | 'height' | 'rotation'>;

export const centre = (box: Frame): Point => [box.x + box.width / 2, box.y + box.height / 2];

/** Clockwise from the top left. */
export function corners(box: Frame): Point[] {
  const c = centre(box);
  const at = (x: number, y: number): Point => turned([x, y], c, box.rotation ?? 0);
  return [
    at(box.x, box.y),
    at(box.x + box.width, box.y),
    at(box.x + box.width, box.y + box.height),
    at(box.x, box.y + box.height),
  ];
}

export function rectOf(a: Point, b: Point): Rect {
  const x = round(Math.min(a[0], b[0]));
  const y = round(Math.min(a[1], b[1]));
  return {
    x,
    y,
    width: round(Math.max(a[0], b[0]) - x),
    height: round(Math.max(a[1], b[1]) - y),
  };
}

export const outlineOf = (r: Rect): Point[] => [
  [r.x, r.y],
  [round(r.x + r.width), r.y],
  [round(r.x + r.width), round(r.y + r.height)],
  [r.x, round(r.y + r.height)],
];

/**
 * The box after one of its handles was drawn to a place.
 *
 * @param hx -1 for the left edge, 1 for the right, 0 for neither; hy likewise
 */
export function resized<B extends Frame>(box: B, hx: number, hy: number, to: Point): B {
  const rotation = box.rotation ?? 0;
  const c = centre(box);
  const q = turned(to, c, -rotation);
  const left = hx === 0 ? box.x : hx < 0 ? q[0] : box.x;
  const right = hx === 0 ? box.x + box.width : hx > 0 ? q[0] : box.x + box.width;
  const top = hy === 0 ? box.y : hy < 0 ? q[1] : box.y;
  const bottom = hy === 0 ? box.y + box.height : hy > 0 ? q[1] : box.y + box.height;
  const width = Math.abs(right - left);
  const height = Math.abs(bottom - top);
  const m = turned([(left + right) / 2, (top + bottom) / 2], c, rotation);
  return {
    ...box,
    x: round(m[0] - width / 2),
    y: round(m[1] - height / 2),
    width: round(width),
    height: round(height),
  };
}

/** Brought back into the picture: a turned box by its centre, another by its edges. */
export function fitted<B extends Frame>(box: B, width: number, height: number): B {
  if (box.rotation) {
    const diagonal = Math.floor(Math.hypot(width, height));
    const w = clamp(box.width, 0.1, diagonal);
    const h = clamp(box.height, 0.1, diagonal);
    const c = within(centre(box), width, height);
    return { ...box, x: round(c[0] - w / 2), y: round(c[1] - h / 2), width: round(w), height: round(h) };
  }
  const w = Math.min(box.width, width);
  const h = Math.min(box.height, height);
  return {
    ...box,
    x: round(clamp(box.x, 0, width - w)),
    y: round(clamp(box.y, 0, height - h)),
    width: round(w),
    height: round(h),
  };
}

export function contains(outline: readonly Point[], p: Point): boolean {
  let inside = false;
  for (let i = 0, j = outline.length - 1; i < outline.length; j = i++) {
    const a = outline[i]!;
    const b = outline[j]!;
    if (a[1] > p[1] !== b[1] > p[1] && p[0] < ((b[0] - a[0]) * (p[1] - a[1])) / (b[1] - a[1]) + a[0]) {
      inside = !inside;
    }
  }
  return inside;
}

export function area(outline: readonly Point[]): number {
  let twice = 0;
  for (let i = 0; i < outline.length; i++) {
    const a = outline[i]!;
    const b = outline[(i + 1) % outline.length]!;
    twice += a[0] * b[1] - b[0] * a[1];
  }
  return Math.abs(twice) / 2;
}

export function bounds(points: readonly Point[]): Rect {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const [x, y] of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return points.length === 0
    ? { x: 0, y: 0, width: 0, height: 0 }
    : { x: left, y: top, width: right - left, height: bottom - top };
}

/** How far points may move without one leaving the picture. */
export function shift(points: readonly Point[], dx: number, dy: number, width: number, height: number): Point {
  const b = bounds(points);
  return [
    round(clamp(dx, Math.min(0, -b.x), Math.max(0, width - b.x - b.width))),
    round(clamp(dy, Math.min(0, -b.y), Math.max(0, height - b.y - b.height))),
  ];
}

/** Distance from the nearest side. */
export function fromSides(points: readonly Point[], p: Point, closed: boolean): number {
  let least = Infinity;
  for (let i = 0; i < points.length - (closed ? 0 : 1); i++) {
    const a = points[i]!;
    const b = points[(i + 1) % points.length]!;
    least = Math.min(least, distance(p, nearestOn(a, b, p)));
  }
  return points.length === 1 ? distance(points[0]!, p) : least;
}

export interface Path {
  readonly points: readonly Point[];
  readonly closed: boolean;
}

/** A vertex of a neighbour if one is near, else the nearest place on its sides, else null. */
export function snapped(p: Point, reach: number, neighbours: readonly Path[]): Point | null {
  let best: Point | null = null;
  let least = reach;
  for (const { points } of neighbours) {
    for (const vertex of points) {
      const d = distance(p, vertex);
      if (d < least) {
        least = d;
        best = vertex;
      }
    }
  }
  if (best) return best;
  least = reach * 0.75;
  for (const { points, closed } of neighbours) {
    for (let i = 0; i < points.length - (closed ? 0 : 1); i++) {
      const near = nearestOn(points[i]!, points[(i + 1) % points.length]!, p);
      const d = distance(p, near);
      if (d < least) {
        least = d;
        best = [round(near[0]), round(near[1])];
      }
    }
  }
  return best;
}
