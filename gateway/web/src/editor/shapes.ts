import {
  area,
  centre,
  contains,
  corners,
  distance,
  fitted,
  fromSides,
  round,
  shift,
  within,
  type Path,
} from './geometry';
import { covers, pixels } from './masks';
import type { Keypoint, Point, Skeleton, Visibility } from './types';

export type Shape =
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly rotation: number;
    }
  | { readonly kind: 'polygon'; readonly points: readonly Point[] }
  | { readonly kind: 'polyline'; readonly points: readonly Point[] }
  | { readonly kind: 'figure'; readonly points: readonly Keypoint[] }
  | { readonly kind: 'mask'; readonly counts: readonly number[] }
  | { readonly kind: 'text'; readonly text: string; readonly region: readonly Point[] };

export type BoxShape = Extract<Shape, { kind: 'box' }>;

/** The points that can be taken hold of; those of a box come from its handles instead. */
export function vertices(shape: Shape): readonly Point[] {
  switch (shape.kind) {
    case 'polygon':
    case 'polyline':
      return shape.points;
    case 'text':
      return shape.region;
    case 'figure':
      return shape.points.map((p): Point => [p.x, p.y]);
    case 'box':
    case 'mask':
      return [];
  }
}

/** What neighbours snap to. */
export function pathOf(shape: Shape): Path | null {
  switch (shape.kind) {
    case 'box':
      return { points: corners(shape), closed: true };
    case 'polygon':
      return { points: shape.points, closed: true };
    case 'polyline':
      return { points: shape.points, closed: false };
    case 'text':
      return shape.region.length > 0 ? { points: shape.region, closed: true } : null;
    case 'figure':
    case 'mask':
      return null;
  }
}

export const isPresent = (p: Keypoint): boolean => p.visibility !== 'absent';

/** All that is in the picture of a shape. */
export function extent(shape: Shape): readonly Point[] {
  if (shape.kind === 'box') return corners(shape);
  if (shape.kind === 'figure') return shape.points.filter(isPresent).map((p): Point => [p.x, p.y]);
  return vertices(shape);
}

export function moved<S extends Shape>(shape: S, dx: number, dy: number, width: number, height: number): S {
  const s: Shape = shape;
  const by = (p: Point, d: Point): Point => [round(p[0] + d[0]), round(p[1] + d[1])];
  switch (s.kind) {
    case 'box':
      return fitted({ ...s, x: round(s.x + dx), y: round(s.y + dy) }, width, height) as Shape as S;
    case 'polygon':
    case 'polyline': {
      const d = shift(s.points, dx, dy, width, height);
      return { ...s, points: s.points.map((p) => by(p, d)) } as Shape as S;
    }
    case 'text': {
      const d = shift(s.region, dx, dy, width, height);
      return { ...s, region: s.region.map((p) => by(p, d)) } as Shape as S;
    }
    case 'figure': {
      const d = shift(extent(s), dx, dy, width, height);
      return {
        ...s,
        points: s.points.map((p) =>
          isPresent(p) ? { ...p, x: round(p.x + d[0]), y: round(p.y + d[1]) } : p,
        ),
      } as Shape as S;
    }
    case 'mask':
      return shape;
  }
}

export function withVertex(shape: Shape, at: number, to: Point, width: number, height: number): Shape {
  const p = within(to, width, height);
  switch (shape.kind) {
    case 'polygon':
    case 'polyline':
      return { ...shape, points: replaced(shape.points, at, p) };
    case 'text':
      return { ...shape, region: replaced(shape.region, at, p) };
    case 'figure': {
      const before = shape.points[at]!;
      const visibility: Visibility = before.visibility === 'absent' ? 'visible' : before.visibility;
      return { ...shape, points: replaced(shape.points, at, { x: p[0], y: p[1], visibility }) };
    }
    case 'box':
    case 'mask':
      return shape;
  }
}

export function withNewVertex(shape: Shape, after: number, p: Point): Shape {
  const put = (points: readonly Point[]): Point[] => [
    ...points.slice(0, after + 1),
    p,
    ...points.slice(after + 1),
  ];
  if (shape.kind === 'polygon' || shape.kind === 'polyline') return { ...shape, points: put(shape.points) };
  if (shape.kind === 'text') return { ...shape, region: put(shape.region) };
  return shape;
}

/** Null if the shape would not be one without it. */
export function withoutVertex(shape: Shape, at: number): Shape | null {
  const points = vertices(shape);
  switch (shape.kind) {
    case 'polygon':
      return points.length > 3 ? { ...shape, points: points.filter((_, i) => i !== at) } : null;
    case 'polyline':
      return points.length > 2 ? { ...shape, points: points.filter((_, i) => i !== at) } : null;
    case 'text':
      return points.length > 3 ? { ...shape, region: points.filter((_, i) => i !== at) } : null;
    case 'figure':
      return withVisibility(shape, at, 'absent');
    case 'box':
    case 'mask':
      return null;
  }
}

/** Null if no point would be left. */
export function withVisibility(shape: Shape, at: number, visibility: Visibility): Shape | null {
  if (shape.kind !== 'figure') return null;
  const before = shape.points[at]!;
  const point = visibility === 'absent' ? { x: 0, y: 0, visibility } : { ...before, visibility };
  const points = replaced(shape.points, at, point);
  return points.some(isPresent) ? { ...shape, points } : null;
}

const replaced = <T>(all: readonly T[], at: number, one: T): T[] => all.map((old, i) => (i === at ? one : old));

export interface Hit {
  /** From the line, in pixels of the picture; 0 on a painted pixel. */
  readonly distance: number;
  readonly inside: boolean;
  readonly area: number;
}

export function hit(shape: Shape, p: Point, skeleton: Skeleton | null | undefined, height: number): Hit {
  switch (shape.kind) {
    case 'box': {
      const outline = corners(shape);
      return {
        distance: fromSides(outline, p, true),
        inside: contains(outline, p),
        area: shape.width * shape.height,
      };
    }
    case 'polygon':
      return { distance: fromSides(shape.points, p, true), inside: contains(shape.points, p), area: area(shape.points) };
    case 'text':
      return shape.region.length === 0
        ? { distance: Infinity, inside: false, area: Infinity }
        : { distance: fromSides(shape.region, p, true), inside: contains(shape.region, p), area: area(shape.region) };
    case 'polyline':
      return { distance: fromSides(shape.points, p, false), inside: false, area: 0 };
    case 'figure': {
      let least = Infinity;
      for (const point of shape.points) {
        if (isPresent(point)) least = Math.min(least, distance([point.x, point.y], p));
      }
      for (const { from, to } of skeleton?.bones ?? []) {
        const a = shape.points[from];
        const b = shape.points[to];
        if (a && b && isPresent(a) && isPresent(b)) {
          least = Math.min(least, fromSides([[a.x, a.y], [b.x, b.y]], p, false));
        }
      }
      return { distance: least, inside: false, area: 0 };
    }
    case 'mask': {
      const inside = covers(shape.counts, height, Math.floor(p[0]), Math.floor(p[1]));
      return { distance: inside ? 0 : Infinity, inside, area: inside ? pixels(shape.counts) : Infinity };
    }
  }
}

export const boxCentre = (shape: BoxShape): Point => centre(shape);
