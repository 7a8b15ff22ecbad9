import { clamp } from './geometry';
import type { Point } from './types';

/** Where on the screen the picture is: scaled, turned by quarters, moved. */
export class View {
  scale = 1;
  quarter = 0;
  x = 0;
  y = 0;
  /** Of the stage, in CSS pixels. */
  width = 1;
  height = 1;
  /** True while nobody has zoomed or moved: then the picture is fitted again when the stage changes its size. */
  untouched = true;

  constructor(
    readonly pictureWidth: number,
    readonly pictureHeight: number,
  ) {}

  private get cos(): number {
    return [1, 0, -1, 0][this.quarter]!;
  }

  private get sin(): number {
    return [0, 1, 0, -1][this.quarter]!;
  }

  toScreen(p: Point): Point {
    return [
      this.scale * (this.cos * p[0] - this.sin * p[1]) + this.x,
      this.scale * (this.sin * p[0] + this.cos * p[1]) + this.y,
    ];
  }

  toPicture(s: Point): Point {
    const dx = (s[0] - this.x) / this.scale;
    const dy = (s[1] - this.y) / this.scale;
    return [this.cos * dx + this.sin * dy, this.cos * dy - this.sin * dx];
  }

  matrix(): string {
    const a = this.scale * this.cos + 0;
    const b = this.scale * this.sin + 0;
    return `matrix(${a},${b},${-b + 0},${a},${this.x},${this.y})`;
  }

  get least(): number {
    return Math.min(0.02, this.fitScale() / 2);
  }

  private fitScale(): number {
    const turned = this.quarter % 2 === 1;
    const w = turned ? this.pictureHeight : this.pictureWidth;
    const h = turned ? this.pictureWidth : this.pictureHeight;
    const margin = Math.min(12, this.width / 20);
    return Math.max(
      Math.min((this.width - 2 * margin) / w, (this.height - 2 * margin) / h, 64),
      0.001,
    );
  }

  fit(): void {
    this.scale = this.fitScale();
    this.untouched = true;
    this.centreOn([this.pictureWidth / 2, this.pictureHeight / 2]);
  }

  actual(): void {
    this.zoom(1 / this.scale, [this.width / 2, this.height / 2]);
  }

  /** Keeps what is under a place of the screen where it is. */
  zoom(factor: number, at: Point): void {
    const p = this.toPicture(at);
    this.scale = clamp(this.scale * factor, this.least, 64);
    const s = this.toScreen(p);
    this.untouched = false;
    this.pan(at[0] - s[0], at[1] - s[1]);
  }

  pan(dx: number, dy: number): void {
    this.x += dx;
    this.y += dy;
    this.untouched = false;
    this.hold();
  }

  turn(quarters: number): void {
    const middle = this.middle();
    this.quarter = (((this.quarter + quarters) % 4) + 4) % 4;
    if (this.untouched) this.fit();
    else this.centreOn(middle);
  }

  resize(width: number, height: number): void {
    const middle = this.middle();
    const first = this.width <= 1;
    this.width = Math.max(width, 1);
    this.height = Math.max(height, 1);
    if (first || this.untouched) this.fit();
    else this.centreOn(middle);
  }

  /** The place of the picture that is in the middle of what is visible. */
  middle(): Point {
    const p = this.toPicture([this.width / 2, this.height / 2]);
    return [clamp(p[0], 0, this.pictureWidth), clamp(p[1], 0, this.pictureHeight)];
  }

  centreOn(p: Point): void {
    const s = this.toScreen(p);
    this.x += this.width / 2 - s[0];
    this.y += this.height / 2 - s[1];
  }

  /** Moves as little as shows a place at least 40 pixels from the edge of the stage. */
  reveal(p: Point): boolean {
    const s = this.toScreen(p);
    const margin = Math.min(40, this.width / 4, this.height / 4);
    const dx = clamp(s[0], margin, this.width - margin) - s[0];
    const dy = clamp(s[1], margin, this.height - margin) - s[1];
    if (dx === 0 && dy === 0) return false;
    this.pan(dx, dy);
    return true;
  }

  /** The picture can never be lost out of sight. */
  private hold(): void {
    const a = this.toScreen([0, 0]);
    const b = this.toScreen([this.pictureWidth, this.pictureHeight]);
    const keep = 48;
    const left = Math.min(a[0], b[0]);
    const right = Math.max(a[0], b[0]);
    const top = Math.min(a[1], b[1]);
    const bottom = Math.max(a[1], b[1]);
    if (right < keep) this.x += keep - right;
    else if (left > this.width - keep) this.x -= left - this.width + keep;
    if (bottom < keep) this.y += keep - bottom;
    else if (top > this.height - keep) this.y -= top - this.height + keep;
  }
}
