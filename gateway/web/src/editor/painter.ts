import { decode, encode, fillOutline, flood, stroke } from './masks';
import type { Rect } from './geometry';
import type { Point } from './types';

/** The mask that is painted, as a bitmap; its runs are computed in a Worker where the picture is large. */

const SMALL = 1_000_000;

export class Painter {
  private bitmap: Uint8Array | null = null;
  /** Whose bitmap it is; null for a mask that is not in the answer yet. */
  private owner: number | null = null;
  private counts: readonly number[] | null = null;
  private worker: Worker | null = null;
  private job = 0;
  private waiting: ((counts: number[]) => void) | null = null;
  /** True between the first touch of the brush and the runs. */
  dirty = false;

  constructor(
    readonly width: number,
    readonly height: number,
    private readonly newWorker: (() => Worker) | null,
  ) {}

  /** Takes a mask in hand, null for a new one. */
  take(owner: number | null, counts: readonly number[] | null): void {
    if (this.bitmap && this.owner === owner && this.counts === counts && owner !== null) return;
    this.bitmap ??= new Uint8Array(this.width * this.height);
    this.bitmap.fill(0);
    if (counts) decode(counts, this.bitmap);
    this.owner = owner;
    this.counts = counts;
  }

  /** The bitmap to show instead of an object's runs, if it is the newer. */
  shown(): { owner: number | null; bitmap: Uint8Array } | null {
    return this.dirty && this.bitmap ? { owner: this.owner, bitmap: this.bitmap } : null;
  }

  stroke(from: Point, to: Point, size: number, on: boolean): Rect {
    this.dirty = true;
    return stroke(this.bitmap!, this.width, this.height, from, to, size, on ? 1 : 0);
  }

  fill(at: Point): number {
    const painted = flood(this.bitmap!, this.width, this.height, Math.floor(at[0]), Math.floor(at[1]));
    this.dirty ||= painted > 0;
    return painted;
  }

  outline(points: readonly Point[], on: boolean): void {
    this.dirty = true;
    fillOutline(this.bitmap!, this.width, this.height, points, on ? 1 : 0);
  }

  /** Gives the runs, at once where the picture is small, else when the Worker has them. */
  done(then: (owner: number | null, counts: number[]) => void): void {
    const owner = this.owner;
    this.waiting = (counts) => {
      this.waiting = null;
      this.dirty = false;
      then(owner, counts);
    };
    const bitmap = this.bitmap!;
    if (bitmap.length <= SMALL || !this.newWorker) {
      this.flush();
      return;
    }
    const id = ++this.job;
    let copy: Uint8Array;
    try {
      copy = bitmap.slice();
    } catch {
      // no room for a second one: then here, with a short pause
      return this.flush();
    }
    this.worker ??= this.newWorker();
    this.worker.onmessage = (event: MessageEvent<{ id: number; counts: number[] }>) => {
      if (event.data.id === this.job) this.waiting?.(event.data.counts);
    };
    this.worker.onerror = () => this.flush();
    this.worker.postMessage({ id, bitmap: copy }, [copy.buffer]);
  }

  /** Whatever is under way is in the answer after this. */
  flush(): void {
    if (!this.waiting) return;
    this.job++;
    this.waiting(encode(this.bitmap!));
  }

  /** The runs that the bitmap stands for now, so that the next stroke need not read them again. */
  keep(owner: number, counts: readonly number[]): void {
    this.owner = owner;
    this.counts = counts;
  }

  /** Throws away strokes that are not finished. */
  drop(): void {
    this.dirty = false;
    this.waiting = null;
    this.job++;
    this.counts = null;
    this.owner = null;
    this.bitmap?.fill(0);
  }

  dispose(): void {
    this.worker?.terminate();
    this.worker = null;
    this.bitmap = null;
  }
}
