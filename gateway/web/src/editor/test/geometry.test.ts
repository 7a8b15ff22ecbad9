import { describe, expect, it } from 'vitest';
import { centre, contains, corners, degrees, distance, fitted, fromSides, resized, shift, snapped, turned } from '../geometry';
import { draftCrosses, outlineFault } from '../outlines';
import { faults } from '../rules';
import type { Point } from '../types';
import { View } from '../view';
import { random } from './random';

const box = { x: 10, y: 20, width: 100, height: 60, rotation: 0 };

describe('boxes', () => {
  it('keep the corner opposite to the one that is drawn, however they are turned', () => {
    const r = random(1);
    for (let i = 0; i < 500; i++) {
      const turnedBox = { ...box, rotation: r.int(-179, 180) };
      const to: Point = [r.int(0, 300), r.int(0, 300)];
      const after = resized(turnedBox, 1, 1, to);
      const before = corners(turnedBox)[0]!;
      const near = Math.min(...corners(after).map((corner) => distance(corner, before)));
      expect(near).toBeLessThan(0.05);
      expect(Math.min(...corners(after).map((corner) => distance(corner, to)))).toBeLessThan(0.05);
    }
  });

  it('change one side only by a handle of a side', () => {
    expect(resized(box, 1, 0, [200, 999])).toMatchObject({ x: 10, y: 20, width: 190, height: 60 });
    expect(resized(box, 0, -1, [-99, 5])).toMatchObject({ x: 10, y: 5, width: 100, height: 75 });
  });

  it('fit into the picture, as the server wants it', () => {
    const r = random(2);
    for (let i = 0; i < 2_000; i++) {
      const rotation = r.pick([0, 0, 30, -100, 180]);
      const wild = { classId: 'c', x: r.int(-400, 400), y: r.int(-400, 400), width: r.int(1, 700), height: r.int(1, 700), rotation };
      const fit = fitted(wild, 200, 100);
      const ontology = { tool: 'box', rotation: true, classes: [{ id: 'c', name: 'C' }] } as const;
      expect(faults({ tool: 'box', boxes: [fit] }, ontology, 200, 100), JSON.stringify(wild)).toEqual([]);
    }
  });

  it('turn within -180 to 180', () => {
    expect([0, 180, -180, 181, 540, -179.96, 359.99].map(degrees)).toEqual([0, 180, 180, -179, 180, 180, 0]);
    const c = centre(box);
    expect(distance(turned(turned([3, 4], c, 77), c, -77), [3, 4])).toBeLessThan(1e-9);
  });
});

describe('points', () => {
  it('never leave the picture when they are moved', () => {
    const r = random(3);
    for (let i = 0; i < 1_000; i++) {
      const points = Array.from({ length: 5 }, (): Point => [r.int(0, 100), r.int(0, 50)]);
      const [dx, dy] = shift(points, r.int(-300, 300), r.int(-300, 300), 100, 50);
      for (const [x, y] of points) {
        expect(x + dx).toBeGreaterThanOrEqual(0);
        expect(x + dx).toBeLessThanOrEqual(100);
        expect(y + dy).toBeGreaterThanOrEqual(0);
        expect(y + dy).toBeLessThanOrEqual(50);
      }
    }
  });

  it('snap to a vertex before a side, and to nothing far away', () => {
    const square = { points: [[0, 0], [40, 0], [40, 40], [0, 40]] as Point[], closed: true };
    expect(snapped([38, 3], 6, [square])).toEqual([40, 0]);
    expect(snapped([20, 3], 6, [square])).toEqual([20, 0]);
    expect(snapped([20, 20], 6, [square])).toBeNull();
    expect(snapped([2, 20], 6, [{ ...square, closed: false }])).toBeNull();
  });

  it('are inside or not, near a side or not', () => {
    const square: Point[] = [[0, 0], [40, 0], [40, 40], [0, 40]];
    expect(contains(square, [20, 20])).toBe(true);
    expect(contains(square, [41, 20])).toBe(false);
    expect(fromSides(square, [20, 43], true)).toBe(3);
    expect(fromSides(square, [-5, 20], false)).toBeGreaterThan(19);
  });
});

describe('outlines', () => {
  /** Each side against each other, without the sweep. */
  function simple(points: readonly Point[]): boolean {
    const n = points.length;
    const cross = (o: Point, a: Point, b: Point): number => (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
    const on = (p: Point, a: Point, b: Point): boolean =>
      cross(a, b, p) === 0 && Math.min(a[0], b[0]) <= p[0] && p[0] <= Math.max(a[0], b[0]) && Math.min(a[1], b[1]) <= p[1] && p[1] <= Math.max(a[1], b[1]);
    const meet = (a: Point, b: Point, c: Point, d: Point): boolean =>
      (Math.sign(cross(a, b, c)) * Math.sign(cross(a, b, d)) < 0 && Math.sign(cross(c, d, a)) * Math.sign(cross(c, d, b)) < 0) ||
      on(c, a, b) || on(d, a, b) || on(a, c, d) || on(b, c, d);
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) {
        const [a, b, c, d] = [points[i]!, points[(i + 1) % n]!, points[j]!, points[(j + 1) % n]!];
        if (j === i + 1 ? on(a, c, d) || on(d, a, b) : i === 0 && j === n - 1 ? on(c, a, b) || on(b, c, d) : meet(a, b, c, d)) return false;
      }
    }
    return true;
  }

  it('are good if no two sides meet', () => {
    const r = random(4);
    let good = 0;
    for (let i = 0; i < 6_000; i++) {
      const all = Array.from({ length: r.int(3, 8) }, (): Point => [r.int(0, 6), r.int(0, 6)]);
      const points = all.filter((p, at) => all.findIndex((q) => q[0] === p[0] && q[1] === p[1]) === at);
      if (points.length < 3) continue;
      const fine = outlineFault(points) === null;
      expect(fine, JSON.stringify(points)).toBe(simple(points));
      if (fine) good++;
    }
    expect(good).toBeGreaterThan(300);
  });

  it('are told to cross while they are drawn', () => {
    expect(draftCrosses([[0, 0], [40, 40], [40, 0], [0, 40]])).toBe(true);
    expect(draftCrosses([[0, 0], [40, 0], [40, 40], [0, 40]])).toBe(false);
  });
});

describe('the view', () => {
  it('finds the same place back, however it is turned and zoomed', () => {
    const r = random(5);
    const view = new View(1280, 720);
    view.resize(390, 500);
    for (let i = 0; i < 500; i++) {
      const step = r.int(0, 3);
      if (step === 0) view.zoom(0.5 + r.next(), [r.int(0, 390), r.int(0, 500)]);
      if (step === 1) view.pan(r.int(-90, 90), r.int(-90, 90));
      if (step === 2) view.turn(r.pick([1, -1]));
      if (step === 3) view.resize(r.int(300, 1400), r.int(300, 900));
      const p: Point = [r.int(0, 1280), r.int(0, 720)];
      expect(distance(view.toPicture(view.toScreen(p)), p)).toBeLessThan(1e-6);
      const visible = [view.toScreen([0, 0]), view.toScreen([1280, 720])];
      expect(Math.min(visible[0]![0], visible[1]![0])).toBeLessThan(view.width);
      expect(Math.max(visible[0]![1], visible[1]![1])).toBeGreaterThan(0);
    }
  });

  it('keeps what is under the pointer when it is zoomed', () => {
    const view = new View(1000, 1000);
    view.resize(500, 500);
    const before = view.toPicture([250, 200]);
    view.zoom(2, [250, 200]);
    expect(distance(view.toPicture([250, 200]), before)).toBeLessThan(1e-9);
  });
});
