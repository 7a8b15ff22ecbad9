import { channels, colourOf } from './colours';
import type { Rect } from './geometry';
import { decode } from './masks';
import type { Session } from './session';
import type { View } from './view';

/** Shows masks: one byte of label per pixel of the picture, of which what is visible is drawn in the screen's size. */

const MANY = 250;
const ACTIVE = 255;
const MAX_CANVAS = 1_600_000;
const DARK = 0xd0101010;

export class MaskView {
  readonly canvas = document.createElement('canvas');
  private readonly context = this.canvas.getContext('2d');
  private labels: Uint8Array | null = null;
  private version = -1;
  private image: ImageData | null = null;
  private readonly fills = new Uint32Array(256);
  private readonly edges = new Uint32Array(256);

  constructor(
    private readonly session: Session,
    private readonly view: View,
  ) {
    this.canvas.className = 'ed-masks';
    this.canvas.setAttribute('aria-hidden', 'true');
  }

  private get ratio(): number {
    const pixels = this.view.width * this.view.height;
    return Math.min(devicePixelRatio || 1, 2, Math.sqrt(MAX_CANVAS / pixels));
  }

  private rebuild(): void {
    const { session } = this;
    const shown = session.painter.shown();
    try {
      this.labels ??= new Uint8Array(session.width * session.height);
    } catch {
      return; // too large for this device: said when somebody paints
    }
    this.labels.fill(0);
    const items = session.doc.items;
    items.forEach((item, i) => {
      if (item.shape.kind !== 'mask' || session.hidden.has(item.id) || item.id === shown?.owner) return;
      decode(item.shape.counts, this.labels!, this.labelOf(i, item.classId));
    });
    this.version = session.painted;
  }

  private labelOf(place: number, classId: string): number {
    return 1 + (this.session.doc.items.length <= MANY ? place : Math.max(0, this.session.classPlace(classId)) % MANY);
  }

  private colours(): void {
    const { session } = this;
    session.doc.items.forEach((item, i) => {
      const label = this.labelOf(i, item.classId);
      this.colour(label, item.classId, item.id === session.selected || item.id === session.hover);
    });
    const owner = session.item(session.painter.shown()?.owner ?? null);
    this.colour(ACTIVE, owner?.classId ?? session.classId, true);
  }

  private colour(label: number, classId: string, strong: boolean): void {
    const [r, g, b] = channels(colourOf(this.session.classPlace(classId)));
    const rgb = (b << 16) | (g << 8) | r;
    this.fills[label] = (rgb | ((strong ? 150 : 90) << 24)) >>> 0;
    this.edges[label] = (rgb | (255 << 24)) >>> 0;
  }

  /**
   * @param part of the picture that changed, null for all
   */
  render(part: Rect | null): void {
    const { session, view, context } = this;
    if (session.ontology.tool !== 'mask' || !context) return;
    if (this.version !== session.painted) {
      this.rebuild();
      part = null;
    }
    if (!this.labels) return;
    this.colours();
    const ratio = this.ratio;
    const width = Math.max(1, Math.round(view.width * ratio));
    const height = Math.max(1, Math.round(view.height * ratio));
    if (this.canvas.width !== width || this.canvas.height !== height || !this.image) {
      this.canvas.width = width;
      this.canvas.height = height;
      this.image = context.createImageData(width, height);
      part = null;
    }
    // what of the canvas the picture, or its part, covers
    const area = part ?? { x: 0, y: 0, width: session.width, height: session.height };
    const a = view.toScreen([area.x, area.y]);
    const b = view.toScreen([area.x + area.width, area.y + area.height]);
    const pad = part ? 2 : 0;
    const left = Math.max(0, Math.floor(Math.min(a[0], b[0]) * ratio) - pad);
    const right = Math.min(width, Math.ceil(Math.max(a[0], b[0]) * ratio) + pad);
    const top = Math.max(0, Math.floor(Math.min(a[1], b[1]) * ratio) - pad);
    const bottom = Math.min(height, Math.ceil(Math.max(a[1], b[1]) * ratio) + pad);
    const out = new Uint32Array(this.image.data.buffer);
    if (!part) out.fill(0);
    if (right > left && bottom > top) this.draw(out, width, left, right, top, bottom, ratio);
    if (part) context.putImageData(this.image, 0, 0, left, top, right - left, bottom - top);
    else context.putImageData(this.image, 0, 0);
  }

  private draw(
    out: Uint32Array,
    stride: number,
    left: number,
    right: number,
    top: number,
    bottom: number,
    ratio: number,
  ): void {
    const { session, view, fills, edges } = this;
    const labels = this.labels!;
    const active = session.painter.shown()?.bitmap ?? null;
    const w = session.width;
    const h = session.height;
    const turned = view.quarter % 2 === 1;
    // with quarter turns, each axis of the screen is one axis of the picture
    const across = new Int32Array(right - left);
    for (let cx = left; cx < right; cx++) {
      const p = view.toPicture([(cx + 0.5) / ratio, 0]);
      const at = Math.floor(turned ? p[1] : p[0]);
      const limit = turned ? h : w;
      across[cx - left] = at < 0 || at >= limit ? -1 : turned ? at : at * h;
    }
    let above = new Uint8Array(right - left);
    let row = new Uint8Array(right - left);
    for (let cy = top; cy < bottom; cy++) {
      const p = view.toPicture([0, (cy + 0.5) / ratio]);
      const at = Math.floor(turned ? p[0] : p[1]);
      const outside = at < 0 || at >= (turned ? w : h);
      const down = turned ? at * h : at;
      let before = 0;
      for (let i = 0; i < row.length; i++) {
        const base = across[i]!;
        let label = 0;
        if (!outside && base >= 0) {
          const index = base + down;
          label = active !== null && active[index] === 1 ? ACTIVE : labels[index]!;
        }
        row[i] = label;
        const o = cy * stride + left + i;
        let pixel = label === 0 ? 0 : fills[label]!;
        if (i > 0 && label !== before) {
          pixel = label === 0 ? DARK : edges[label]!;
          out[o - 1] = before === 0 ? DARK : edges[before]!;
        }
        if (cy > top && label !== above[i]) {
          pixel = label === 0 ? DARK : edges[label]!;
          const other = above[i]!;
          out[o - stride] = other === 0 ? DARK : edges[other]!;
        }
        out[o] = pixel;
        before = label;
      }
      const swap = above;
      above = row;
      row = swap;
    }
  }

  dispose(): void {
    this.canvas.width = 0;
    this.canvas.height = 0;
    this.labels = null;
    this.image = null;
  }
}
