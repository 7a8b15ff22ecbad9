import type { Fault } from './rules';
import type { Point } from './types';

/** What makes points the outline of an area: the server's rules, side by side with its code. */

export const SMALLEST_AREA = 0.1 * 0.1;

interface Side {
  readonly place: number;
  readonly from: Point;
  readonly to: Point;
  readonly left: number;
  readonly right: number;
}

type Local = Omit<Fault, 'path'> & { readonly path: string };

export function outlineFault(outline: readonly Point[]): Local | null {
  const sides = sidesOf(outline);
  for (const side of sides) {
    if (same(side.from, side.to)) {
      return { path: `points[${side.place}]`, key: 'repeated', values: { point: side.place + 1 } };
    }
  }
  if (outline.every((point) => turn(outline[0]!, outline[1]!, point) === 0)) {
    return { path: 'points', key: 'flat' };
  }
  const crossed = crossing(sides);
  if (crossed) {
    return { path: 'points', key: 'crossing', values: { a: crossed[0] + 1, b: crossed[1] + 1 } };
  }
  return signedArea(outline) >= SMALLEST_AREA ? null : { path: 'points', key: 'speck' };
}

/** Whether an unfinished outline crosses itself already, its closing side left out. */
export function draftCrosses(points: readonly Point[]): boolean {
  if (points.length < 4) return false;
  const last = points.length - 2;
  const newest = sideOf(last, points[last]!, points[last + 1]!);
  for (let i = 0; i < last - 1; i++) {
    if (meet(sideOf(i, points[i]!, points[i + 1]!), newest)) return true;
  }
  return false;
}

function signedArea(outline: readonly Point[]): number {
  let twice = 0;
  const origin = outline[0]!; // far from 0, differences keep more digits
  for (let i = 1; i + 1 < outline.length; i++) {
    const a = outline[i]!;
    const b = outline[i + 1]!;
    twice += (a[0] - origin[0]) * (b[1] - origin[1]) - (b[0] - origin[0]) * (a[1] - origin[1]);
  }
  return Math.abs(twice) / 2;
}

const same = (a: Point, b: Point): boolean => a[0] === b[0] && a[1] === b[1];

const sideOf = (place: number, from: Point, to: Point): Side => ({
  place,
  from,
  to,
  left: Math.min(from[0], to[0]),
  right: Math.max(from[0], to[0]),
});

const sidesOf = (outline: readonly Point[]): Side[] =>
  outline.map((from, i) => sideOf(i, from, outline[(i + 1) % outline.length]!));

/** From left to right, so that a side is held only against those that begin before it ends. */
function crossing(sides: readonly Side[]): [number, number] | null {
  const sorted = [...sides].sort((a, b) => a.left - b.left);
  for (let i = 0; i < sorted.length; i++) {
    const side = sorted[i]!;
    for (let j = i + 1; j < sorted.length && sorted[j]!.left <= side.right; j++) {
      if (cross(side, sorted[j]!, sides.length)) return [side.place, sorted[j]!.place];
    }
  }
  return null;
}

function cross(a: Side, b: Side, sides: number): boolean {
  if ((a.place + 1) % sides === b.place) return turnsBack(a, b);
  if ((b.place + 1) % sides === a.place) return turnsBack(b, a);
  return meet(a, b);
}

/** Neighbours share a point; they may share no more. */
function turnsBack(first: Side, next: Side): boolean {
  const along =
    (first.from[0] - first.to[0]) * (next.to[0] - next.from[0]) +
    (first.from[1] - first.to[1]) * (next.to[1] - next.from[1]);
  return turn(first.from, first.to, next.to) === 0 && along > 0;
}

function meet(a: Side, b: Side): boolean {
  const ab1 = turn(a.from, a.to, b.from);
  const ab2 = turn(a.from, a.to, b.to);
  const ba1 = turn(b.from, b.to, a.from);
  const ba2 = turn(b.from, b.to, a.to);
  return (
    (ab1 !== ab2 && ba1 !== ba2) ||
    (ab1 === 0 && isOn(a, b.from)) ||
    (ab2 === 0 && isOn(a, b.to)) ||
    (ba1 === 0 && isOn(b, a.from)) ||
    (ba2 === 0 && isOn(b, a.to))
  );
}

/** 1 to the left, -1 to the right, 0 straight on. */
const turn = (a: Point, b: Point, c: Point): number =>
  Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])) + 0;

/** For a point that is known to be on the side's line. */
const isOn = (side: Side, p: Point): boolean =>
  p[0] >= side.left &&
  p[0] <= side.right &&
  p[1] >= Math.min(side.from[1], side.to[1]) &&
  p[1] <= Math.max(side.from[1], side.to[1]);
