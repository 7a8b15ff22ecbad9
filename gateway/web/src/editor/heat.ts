import { corners } from './geometry';
import { shapesOf } from './document';
import { isPresent, type Shape } from './shapes';
import type { Answer, Point } from './types';

/** Where several answers differ: for each cell of a grid, the share of answers that do not say what most say. */
export interface Heat {
  readonly columns: number;
  readonly rows: number;
  /** 0, all agree, to 1, row by row. */
  readonly values: Float32Array;
}

const LONGEST = 240;

export function heatOf(answers: readonly Answer[], width: number, height: number): Heat {
  const cell = Math.max(width, height) / LONGEST;
  const columns = Math.max(1, Math.ceil(width / cell));
  const rows = Math.max(1, Math.ceil(height / cell));
  const values = new Float32Array(columns * rows);
  if (answers.length < 2) return { columns, rows, values };
  const classes = new Map<string, number>();
  const grids = answers.map((answer) => {
    const grid = new Uint16Array(columns * rows);
    for (const { classId, shape } of shapesOf(answer)) {
      if (!classes.has(classId)) classes.set(classId, classes.size + 1);
      draw(shape, classes.get(classId)!, grid, columns, rows, cell, height);
    }
    return grid;
  });
  const votes = new Uint16Array(classes.size + 1);
  for (let i = 0; i < values.length; i++) {
    votes.fill(0);
    let most = 0;
    for (const grid of grids) most = Math.max(most, ++votes[grid[i]!]!);
    values[i] = 1 - most / grids.length;
  }
  return { columns, rows, values };
}

function draw(
  shape: Shape,
  value: number,
  grid: Uint16Array,
  columns: number,
  rows: number,
  cell: number,
  height: number,
): void {
  const scaled = (points: readonly Point[]): Point[] => points.map(([x, y]): Point => [x / cell, y / cell]);
  switch (shape.kind) {
    case 'box':
      return area(scaled(corners(shape)), value, grid, columns, rows);
    case 'polygon':
      return area(scaled(shape.points), value, grid, columns, rows);
    case 'text':
      return area(scaled(shape.region), value, grid, columns, rows);
    case 'polyline':
      return line(scaled(shape.points), value, grid, columns, rows);
    case 'figure':
      for (const p of shape.points) {
        if (isPresent(p)) disc(p.x / cell, p.y / cell, 3, value, grid, columns, rows);
      }
      return;
    case 'mask': {
      let at = 0;
      shape.counts.forEach((run, i) => {
        if (i % 2 === 1) {
          for (let pixel = at; pixel < at + run; pixel++) {
            const column = Math.floor(Math.floor(pixel / height) / cell);
            const row = Math.floor((pixel % height) / cell);
            grid[row * columns + column] = value;
          }
        }
        at += run;
      });
    }
  }
}

function area(outline: readonly Point[], value: number, grid: Uint16Array, columns: number, rows: number): void {
  for (let row = 0; row < rows; row++) {
    const y = row + 0.5;
    const cuts: number[] = [];
    for (let i = 0, j = outline.length - 1; i < outline.length; j = i++) {
      const a = outline[i]!;
      const b = outline[j]!;
      if (a[1] > y !== b[1] > y) cuts.push(a[0] + ((y - a[1]) * (b[0] - a[0])) / (b[1] - a[1]));
    }
    cuts.sort((a, b) => a - b);
    for (let i = 0; i + 1 < cuts.length; i += 2) {
      const from = Math.max(0, Math.ceil(cuts[i]! - 0.5));
      const to = Math.min(columns, Math.ceil(cuts[i + 1]! - 0.5));
      if (to > from) grid.fill(value, row * columns + from, row * columns + to);
    }
  }
}

function line(points: readonly Point[], value: number, grid: Uint16Array, columns: number, rows: number): void {
  for (let i = 0; i + 1 < points.length; i++) {
    const a = points[i]!;
    const b = points[i + 1]!;
    const steps = Math.max(1, Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1])));
    for (let s = 0; s <= steps; s++) {
      const t = s / steps;
      disc(a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]), 2, value, grid, columns, rows);
    }
  }
}

function disc(x: number, y: number, r: number, value: number, grid: Uint16Array, columns: number, rows: number): void {
  for (let row = Math.max(0, Math.floor(y - r)); row <= Math.min(rows - 1, Math.floor(y + r)); row++) {
    for (let column = Math.max(0, Math.floor(x - r)); column <= Math.min(columns - 1, Math.floor(x + r)); column++) {
      if (Math.hypot(column + 0.5 - x, row + 0.5 - y) <= r) grid[row * columns + column] = value;
    }
  }
}
