import { colourOf } from './colours';
import { attr, el, svg } from './dom';
import { shapesOf, type Item } from './document';
import { bounds, centre, corners, degrees, distance, middle, outlineOf, rectOf, turned, within, type Rect } from './geometry';
import { heatOf } from './heat';
import { maskBounds, trace } from './masks';
import { MaskView } from './maskview';
import { outlineFault } from './outlines';
import type { Session } from './session';
import { extent, isPresent, moved, vertices, withNewVertex, withVertex, type Shape } from './shapes';
import type { EditorOptions, Layer, Point, Skeleton } from './types';
import { View } from './view';

/** The picture with all that is drawn over it, and what mouse, pen and fingers do there. */

/** How near is on it, in CSS pixels: targets of 24 pixels for a mouse, of 48 for a finger. */
const REACH = { fine: 12, coarse: 24 };
/** A press that moves less is a click. */
const STILL = { fine: 4, coarse: 10 };

type Handle =
  | { readonly kind: 'vertex' | 'middle'; readonly at: number; readonly screen: Point }
  | { readonly kind: 'side'; readonly hx: number; readonly hy: number; readonly screen: Point }
  | { readonly kind: 'turn'; readonly screen: Point };

interface Press {
  readonly screen: Point;
  readonly picture: Point;
  readonly coarse: boolean;
  readonly shift: boolean;
}

interface Gesture {
  move(now: Press, moved: boolean): void;
  up(now: Press, moved: boolean): void;
  cancel(): void;
}

interface Drawn {
  readonly group: SVGGElement;
  item: Item;
  look: string;
}

export class Stage {
  readonly element: HTMLElement;
  readonly view: View;
  /** Where the keys draw; null while the pointer does. */
  cursor: Point | null = null;
  crosshair = true;
  heat = false;
  readonly hiddenLayers = new Set<number>();
  brightness = 100;
  contrast = 100;

  private readonly world = el('div', { class: 'ed-world' });
  private readonly image: HTMLImageElement;
  private readonly heatCanvas = el('canvas', { class: 'ed-heat', 'aria-hidden': 'true' });
  private readonly loupe = el('canvas', { class: 'ed-loupe', width: 132, height: 132, 'aria-hidden': 'true', hidden: true });
  private readonly masks: MaskView;
  private readonly shapes = svg('svg', { class: 'ed-shapes', 'aria-hidden': 'true' });
  private readonly layerGroup = svg('g');
  private readonly itemGroup = svg('g');
  private readonly top = svg('svg', { class: 'ed-top', 'aria-hidden': 'true' });
  private readonly topWorld = svg('g');
  /** The object that is chosen: changed by itself, it leaves hundreds of others as they are painted. */
  private readonly chosenGroup = svg('g');
  private readonly begun = svg('g');
  private readonly topScreen = svg('g');
  private readonly crossX = el('div', { class: 'ed-cross ed-cross-x', hidden: true });
  private readonly crossY = el('div', { class: 'ed-cross ed-cross-y', hidden: true });
  private readonly ring = el('div', { class: 'ed-ring', hidden: true });
  private readonly failure: HTMLElement;
  private readonly drawn = new Map<number, Drawn>();
  private readonly pointers = new Map<number, Point>();
  private gesture: Gesture | null = null;
  private pressed: Press | null = null;
  private hasMoved = false;
  private pinch: { distance: number; middle: Point } | null = null;
  private lastType = 'mouse';
  private pointer: Point | null = null;
  private frame = 0;
  private viewDirty = true;
  private itemsDirty = true;
  private maskPart: Rect | null | 'all' = 'all';
  /** The view that shapes were painted for. */
  private painted = { x: 0, y: 0, scale: 0, quarter: 0 };
  private layerTags: { at: Point; name: string }[] = [];
  private readonly observer: ResizeObserver;

  constructor(
    private readonly session: Session,
    private readonly options: EditorOptions,
  ) {
    const { width, height, url } = options.picture;
    this.view = new View(width, height);
    this.masks = new MaskView(session, this.view);
    this.image = el('img', { class: 'ed-picture', alt: '', draggable: 'false', decoding: 'async' });
    this.image.width = width;
    this.image.height = height;
    this.heatCanvas.style.width = `${width}px`;
    this.heatCanvas.style.height = `${height}px`;
    this.heatCanvas.hidden = true;
    this.failure = el(
      'div',
      { class: 'ed-failure', role: 'alert', hidden: true },
      el('p', {}, session.text('editor.picture.failed')),
      el('button', { type: 'button', class: 'ed-button', onclick: () => this.load() }, session.text('editor.picture.again')),
    );
    this.element = el('div', {
      class: 'ed-stage',
      tabindex: 0,
      role: 'application',
      'aria-label': session.text('editor.stage', { width, height }),
      'aria-roledescription': session.text('editor.stageRole'),
    });
    this.world.append(this.image, this.heatCanvas);
    this.topWorld.append(this.chosenGroup, this.begun);
    this.shapes.append(this.layerGroup, this.itemGroup);
    this.top.append(this.topWorld, this.topScreen);
    this.element.append(
      this.world, this.masks.canvas, this.shapes, this.top, this.crossX, this.crossY, this.ring, this.loupe, this.failure,
    );
    this.image.addEventListener('load', () => {
      this.failure.hidden = true;
      this.element.classList.add('ed-loaded');
      options.onPicture?.(true);
    });
    this.image.addEventListener('error', () => {
      this.failure.hidden = false;
      options.onPicture?.(false);
    });
    this.image.src = url;
    this.listen();
    this.drawLayers();
    this.observer = new ResizeObserver(() => this.measure());
    this.observer.observe(this.element);
  }

  dispose(): void {
    cancelAnimationFrame(this.frame);
    this.observer.disconnect();
    this.masks.dispose();
    this.image.removeAttribute('src');
  }

  private load(): void {
    this.failure.hidden = true;
    const { url } = this.options.picture;
    this.image.removeAttribute('src');
    this.image.src = url;
  }

  private sharpened = false;

  /** Zoomed in, a smaller rendition does not show enough. */
  private sharpen(): void {
    const { sharper, width } = this.options.picture;
    const { naturalWidth } = this.image;
    if (!sharper || this.sharpened || naturalWidth === 0 || naturalWidth >= width) return;
    if (this.view.scale * devicePixelRatio * width < naturalWidth * 1.25) return;
    this.sharpened = true;
    const better = new Image();
    better.src = sharper;
    // without it, as offline, the smaller one stays
    void better.decode().then(() => (this.image.src = sharper), () => undefined);
  }

  private measure(): void {
    const { clientWidth, clientHeight } = this.element;
    if (clientWidth === 0 || clientHeight === 0) return;
    this.view.resize(clientWidth, clientHeight);
    this.viewChanged();
  }

  // Frames

  /** Something of the session is new. */
  refresh(): void {
    this.itemsDirty = true;
    this.maskPart = 'all';
    this.schedule();
  }

  viewChanged(): void {
    this.viewDirty = true;
    this.maskPart = 'all';
    this.schedule();
  }

  private schedule(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.render();
    });
  }

  private paintedPart(rect: Rect | null): void {
    if (!rect) return;
    if (this.maskPart === null) this.maskPart = rect;
    else if (this.maskPart !== 'all') {
      const a = this.maskPart;
      const x = Math.min(a.x, rect.x);
      const y = Math.min(a.y, rect.y);
      this.maskPart = {
        x,
        y,
        width: Math.max(a.x + a.width, rect.x + rect.width) - x,
        height: Math.max(a.y + a.height, rect.y + rect.height) - y,
      };
    }
    this.schedule();
  }

  private render(): void {
    if (this.viewDirty) {
      const matrix = this.view.matrix();
      this.world.style.transform = matrix;
      attr(this.topWorld, 'transform', matrix);
      this.placeShapes(matrix);
      this.image.classList.toggle('ed-pixels', this.view.scale >= 3);
      this.sharpen();
      this.viewDirty = false;
    }
    if (this.itemsDirty) {
      this.drawItems();
      this.itemsDirty = false;
    }
    if (this.maskPart !== null) {
      this.masks.render(this.maskPart === 'all' ? null : this.maskPart);
      this.maskPart = null;
    }
    this.drawTop();
    this.drawCrosshair();
  }

  /** What is only moved is moved as a whole: hundreds of shapes are painted anew for a new scale only. */
  private placeShapes(matrix: string): void {
    const { view, painted } = this;
    const dx = view.x - painted.x;
    const dy = view.y - painted.y;
    if (view.scale === painted.scale && view.quarter === painted.quarter && Math.abs(dx) < 2_000 && Math.abs(dy) < 2_000) {
      this.shapes.style.transform = `translate(${dx}px, ${dy}px)`;
      return;
    }
    this.painted = { x: view.x, y: view.y, scale: view.scale, quarter: view.quarter };
    this.shapes.style.transform = '';
    attr(this.itemGroup, 'transform', matrix);
    attr(this.layerGroup, 'transform', matrix);
  }

  private drawItems(): void {
    const { session } = this;
    const items = session.doc.items;
    const there = new Set<number>();
    const wrong = new Set<number>();
    for (const { path } of session.faults()) {
      const place = /\[(\d+)]/.exec(path);
      if (place) wrong.add(Number(place[1]));
    }
    this.wrongChosen = items.some((item, i) => item.id === session.selected && wrong.has(i));
    let before: SVGGElement | null = null;
    items.forEach((item, i) => {
      there.add(item.id);
      let drawn = this.drawn.get(item.id);
      const look = [
        item.id === session.selected ? 'ed-chosen' : '',
        item.id === session.hover ? 'ed-hover' : '',
        session.hidden.has(item.id) || this.isOnTop(item) ? 'ed-away' : '',
        session.locked.has(item.id) ? 'ed-locked' : '',
        wrong.has(i) ? 'ed-wrong' : '',
      ].join(' ');
      if (!drawn) {
        drawn = { group: svg('g'), item, look: '' };
        this.drawn.set(item.id, drawn);
        this.shape(drawn.group, item);
      } else if (drawn.item !== item) {
        this.shape(drawn.group, item);
        drawn.item = item;
      }
      if (drawn.look !== look) {
        drawn.group.setAttribute('class', `ed-object ${look}`);
        drawn.look = look;
      }
      const expected: ChildNode | null = before ? before.nextSibling : this.itemGroup.firstChild;
      if (expected !== drawn.group) this.itemGroup.insertBefore(drawn.group, expected);
      before = drawn.group;
    });
    for (const [id, { group }] of this.drawn) {
      if (!there.has(id)) {
        group.remove();
        this.drawn.delete(id);
      }
    }
  }

  private wrongChosen = false;

  private isOnTop(item: Item): boolean {
    return item.id === this.session.selected || item.id === this.session.preview?.id;
  }

  private shape(group: SVGGElement, item: Item): void {
    const colour = colourOf(this.session.classPlace(item.classId));
    this.paths(group, item.shape, colour, this.session.classOf(item.classId)?.skeleton);
  }

  private paths(group: SVGGElement, shape: Shape, colour: string, skeleton?: Skeleton | null): void {
    group.style.setProperty('--colour', colour);
    const parts = pathsOf(shape, skeleton);
    while (group.childNodes.length > parts.length) group.lastChild!.remove();
    parts.forEach(([kind, d], i) => {
      let path = group.childNodes[i] as SVGPathElement | undefined;
      if (!path) {
        path = svg('path');
        group.append(path);
      }
      attr(path, 'class', kind);
      attr(path, 'd', d);
    });
  }

  // Other people's answers

  get layers(): readonly Layer[] {
    return this.options.layers ?? [];
  }

  drawLayers(): void {
    this.layerGroup.replaceChildren();
    const alone = this.layers.length - this.hiddenLayers.size === 1;
    this.layerTags = [];
    this.layers.forEach((layer, i) => {
      if (this.hiddenLayers.has(i)) return;
      const group = svg('g', { class: 'ed-layer' });
      for (const { shape, classId } of shapesOf(layer.answer)) {
        const part = svg('g', { class: 'ed-object' });
        const corner = topLeft(shape, this.session.height);
        // the names of several would cover each other
        if (alone && corner) this.layerTags.push({ at: corner, name: this.session.classOf(classId)?.name ?? classId });
        if (shape.kind === 'mask') {
          part.style.setProperty('--colour', layer.colour);
          const d = trace(shape.counts, this.session.height, this.session.width);
          part.append(svg('path', { class: 'ed-under', d }), svg('path', { class: 'ed-over ed-even', d }));
        } else {
          this.paths(part, shape, layer.colour, this.session.classOf(classId)?.skeleton);
        }
        group.append(part);
      }
      this.layerGroup.append(group);
    });
    this.drawHeat();
    this.schedule();
  }

  private drawHeat(): void {
    this.heatCanvas.hidden = !this.heat;
    if (!this.heat) return;
    const shown = this.layers.filter((_, i) => !this.hiddenLayers.has(i)).map((layer) => layer.answer);
    const { columns, rows, values } = heatOf(shown, this.session.width, this.session.height);
    this.heatCanvas.width = columns;
    this.heatCanvas.height = rows;
    const context = this.heatCanvas.getContext('2d');
    if (!context) return;
    const image = context.createImageData(columns, rows);
    values.forEach((value, i) => {
      const t = Math.min(1, value * 2);
      image.data[4 * i] = 255;
      image.data[4 * i + 1] = Math.round(210 * (1 - t));
      image.data[4 * i + 2] = 0;
      image.data[4 * i + 3] = value === 0 ? 0 : Math.round(90 + 120 * t);
    });
    context.putImageData(image, 0, 0);
  }

  setLight(brightness: number, contrast: number): void {
    this.brightness = brightness;
    this.contrast = contrast;
    this.image.style.filter =
      brightness === 100 && contrast === 100 ? '' : `brightness(${brightness}%) contrast(${contrast}%)`;
  }

  // What is being drawn or chosen

  private drawTop(): void {
    const { session, view } = this;
    const parts: SVGElement[] = [];
    const world: SVGElement[] = [];
    const item = session.chosen;
    const shown = session.preview ?? (item && !session.hidden.has(item.id) ? item : null);
    const look = [session.locked.has(shown?.id ?? -1) ? 'ed-locked' : '', this.wrongChosen && !session.preview ? 'ed-wrong' : ''];
    attr(this.chosenGroup, 'class', shown ? `ed-object ed-chosen ${look.join(' ')}` : 'ed-away');
    if (shown) this.shape(this.chosenGroup, shown);
    const draft = session.draft;
    const colour = colourOf(session.classPlace(session.classId));
    if (draft) {
      const group = svg('g', { class: 'ed-object ed-draft' });
      if (draft.kind === 'box') {
        this.paths(group, { kind: 'polygon', points: outlineOf(rectOf(draft.from, draft.to)) }, colour);
      } else if (draft.kind === 'points') {
        const points = draft.to ? [...draft.points, draft.to] : draft.points;
        this.paths(group, { kind: 'polyline', points }, colour);
        const closed = session.ontology.tool !== 'polyline';
        const distinct = points.filter((p, i) => i === 0 || p[0] !== points[i - 1]![0] || p[1] !== points[i - 1]![1]);
        if (closed && distinct.length > 3 && outlineFault(distinct)?.key === 'crossing') group.classList.add('ed-wrong');
        const screens = draft.points.map((p) => view.toScreen(p));
        parts.push(...dots(screens.slice(1), 10, colour), ...dots(screens.slice(0, 1), 14, colour));
      } else {
        this.paths(group, { kind: 'figure', points: draft.points }, colour, session.skeleton);
      }
      world.push(group);
    } else if (item && session.editable(item.id) && !session.hidden.has(item.id)) {
      parts.push(...this.drawHandles(item));
    }
    if (item && !session.hidden.has(item.id) && item.shape.kind === 'figure' && session.vertex !== null) {
      const p = vertices(item.shape)[session.vertex];
      const name = session.classOf(item.classId)?.skeleton?.points[session.vertex];
      if (p && name) parts.push(this.tag(view.toScreen(p), name));
    }
    for (const { at, name } of this.layerTags.slice(0, 100)) {
      const [x, y] = view.toScreen(at);
      if (this.onStage([x, y])) parts.push(this.tag([x - 10, y + 4], name));
    }
    if (this.cursor) {
      const [x, y] = view.toScreen(this.cursor);
      const d = `M${x - 14} ${y}h10M${x + 4} ${y}h10M${x} ${y - 14}v10M${x} ${y + 4}v10`;
      parts.push(svg('path', { class: 'ed-cursor-under', d }), svg('path', { class: 'ed-cursor', d }));
    }
    this.begun.replaceChildren(...world);
    this.topScreen.replaceChildren(...parts);
  }

  private tag(at: Point, name: string): SVGElement {
    const text = svg('text', { class: 'ed-tag', x: at[0] + 10, y: at[1] - 10 });
    text.textContent = name;
    return text;
  }

  /** Points are dots of a few paths, as there may be thousands. */
  private drawHandles(item: Item): SVGElement[] {
    const colour = colourOf(this.session.classPlace(item.classId));
    const points: Point[] = [];
    const middles: Point[] = [];
    const chosen: Point[] = [];
    const unseen: Point[] = [];
    const turns: Point[] = [];
    const parts: SVGElement[] = [];
    for (const handle of this.handles()) {
      const [x, y] = handle.screen;
      if (handle.kind === 'side') parts.push(svg('rect', { class: 'ed-handle', x: x - 5, y: y - 5, width: 10, height: 10, rx: 2 }));
      else if (handle.kind === 'turn') turns.push(handle.screen);
      else if (handle.kind === 'middle') middles.push(handle.screen);
      else if (handle.at === this.session.vertex) chosen.push(handle.screen);
      else if (item.shape.kind === 'figure' && item.shape.points[handle.at]?.visibility === 'hidden') unseen.push(handle.screen);
      else points.push(handle.screen);
    }
    // of something small, large points would hide all
    const b = bounds(points);
    const size = Math.max(b.width, b.height) < 72 ? 6 : 10;
    return [...dots(middles, 5, '#fff'), ...dots(unseen, size, '#fff'), ...dots(points, size, colour), ...dots(chosen, 16, colour), ...parts, ...dots(turns, 12, '#fff')];
  }

  private handles(): Handle[] {
    const { session, view } = this;
    const item = session.chosen;
    if (!item || !session.editable(item.id)) return [];
    const shape = item.shape;
    if (shape.kind === 'box') return this.boxHandles(shape);
    const points = vertices(shape);
    const handles: Handle[] = [];
    points.forEach((p, at) => {
      if (shape.kind === 'figure' && !isPresent(shape.points[at]!)) return;
      const screen = view.toScreen(p);
      if (this.onStage(screen)) handles.push({ kind: 'vertex', at, screen });
    });
    if (shape.kind === 'figure') return handles;
    const sides = shape.kind === 'polyline' ? points.length - 1 : points.length;
    for (let at = 0; at < sides && points.length <= 400; at++) {
      const a = view.toScreen(points[at]!);
      const b = view.toScreen(points[(at + 1) % points.length]!);
      const screen = middle(a, b);
      if (distance(a, b) > 56 && this.onStage(screen)) handles.push({ kind: 'middle', at, screen });
    }
    return handles;
  }

  private boxHandles(shape: Extract<Shape, { kind: 'box' }>): Handle[] {
    const { view } = this;
    const [tl, tr, br, bl] = corners(shape).map((p) => view.toScreen(p)) as [Point, Point, Point, Point];
    const handles: Handle[] = [
      { kind: 'side', hx: -1, hy: -1, screen: tl },
      { kind: 'side', hx: 1, hy: -1, screen: tr },
      { kind: 'side', hx: 1, hy: 1, screen: br },
      { kind: 'side', hx: -1, hy: 1, screen: bl },
    ];
    if (distance(tl, tr) > 56) {
      handles.push({ kind: 'side', hx: 0, hy: -1, screen: middle(tl, tr) }, { kind: 'side', hx: 0, hy: 1, screen: middle(bl, br) });
    }
    if (distance(tl, bl) > 56) {
      handles.push({ kind: 'side', hx: -1, hy: 0, screen: middle(tl, bl) }, { kind: 'side', hx: 1, hy: 0, screen: middle(tr, br) });
    }
    if (this.session.ontology.rotation === true) handles.push({ kind: 'turn', screen: this.turnHandle(tl, tr, br, bl) });
    return handles;
  }

  /** Above the top edge; where that is off the stage, within reach of it. */
  private turnHandle(tl: Point, tr: Point, br: Point, bl: Point): Point {
    const top = middle(tl, tr);
    const bottom = middle(bl, br);
    const length = distance(top, bottom) || 1;
    const up: Point = [(top[0] - bottom[0]) / length, (top[1] - bottom[1]) / length];
    const out: Point = [top[0] + up[0] * 32, top[1] + up[1] * 32];
    return this.onStage(out) ? out : [top[0] - up[0] * 32, top[1] - up[1] * 32];
  }

  private onStage(s: Point): boolean {
    return s[0] >= 0 && s[1] >= 0 && s[0] <= this.view.width && s[1] <= this.view.height;
  }

  private handleAt(s: Point, coarse: boolean): Handle | null {
    let best: Handle | null = null;
    let least = coarse ? REACH.coarse : REACH.fine;
    for (const handle of this.handles()) {
      const d = distance(handle.screen, s) * (handle.kind === 'middle' ? 1.5 : 1);
      if (d <= least) {
        best = handle;
        least = d;
      }
    }
    return best;
  }

  private drawCrosshair(): void {
    const { session } = this;
    const drawing = !session.readonly && (session.mode === 'draw' || session.mode === 'outline' || session.placing !== null);
    const at = this.cursor ? this.view.toScreen(this.cursor) : this.pointer;
    const on = this.crosshair && drawing && at !== null;
    this.crossX.hidden = !on;
    this.crossY.hidden = !on;
    if (on) {
      this.crossX.style.transform = `translateY(${Math.round(at[1])}px)`;
      this.crossY.style.transform = `translateX(${Math.round(at[0])}px)`;
    }
    const brush = !session.readonly && (session.mode === 'brush' || session.mode === 'eraser') && at !== null;
    this.ring.hidden = !brush;
    if (brush) {
      const size = Math.max(session.brush * this.view.scale, 2);
      this.ring.style.width = `${size}px`;
      this.ring.style.height = `${size}px`;
      this.ring.style.transform = `translate(${at[0] - size / 2}px, ${at[1] - size / 2}px)`;
    }
    attr(this.element, 'data-mode', session.mode);
  }

  /** What the finger covers, beside it. */
  private magnify(press: Press | null): void {
    this.loupe.hidden = !press?.coarse;
    this.element.closest('.ed')?.classList.toggle('ed-touching', !this.loupe.hidden);
    if (!press?.coarse || !this.image.naturalWidth) return;
    const context = this.loupe.getContext('2d');
    if (!context) return;
    const size = 132;
    const scale = this.view.scale * 2;
    const [px, py] = press.picture;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = '#1b1d22';
    context.fillRect(0, 0, size, size);
    context.translate(size / 2, size / 2);
    context.rotate((this.view.quarter * Math.PI) / 2);
    context.scale(scale, scale);
    context.translate(-px, -py);
    const kx = this.image.naturalWidth / this.session.width;
    const ky = this.image.naturalHeight / this.session.height;
    const half = size / scale;
    context.drawImage(
      this.image, (px - half) * kx, (py - half) * ky, 2 * half * kx, 2 * half * ky, px - half, py - half, 2 * half, 2 * half,
    );
    context.lineWidth = 2 / scale;
    context.strokeStyle = colourOf(this.session.classPlace(this.session.chosen?.classId ?? this.session.classId));
    const shape = this.session.preview?.shape;
    const draft = this.session.draft;
    const path = shape ? pathsOf(shape, null)[0]?.[1] : draft?.kind === 'box' ? line(outlineOf(rectOf(draft.from, draft.to)), true)
      : draft?.kind === 'points' ? line(draft.to ? [...draft.points, draft.to] : draft.points, false) : '';
    if (path) context.stroke(new Path2D(path));
    context.setTransform(1, 0, 0, 1, 0, 0);
    for (const [colour, width] of [['#000', 3], ['#fff', 1]] as const) {
      context.strokeStyle = colour;
      context.lineWidth = width;
      context.beginPath();
      context.moveTo(size / 2 - 12, size / 2);
      context.lineTo(size / 2 + 12, size / 2);
      context.moveTo(size / 2, size / 2 - 12);
      context.lineTo(size / 2, size / 2 + 12);
      context.stroke();
    }
    const right = press.screen[0] < this.view.width / 2 && press.screen[1] < 190;
    this.loupe.classList.toggle('ed-loupe-right', right);
  }

  // Pointers

  reach(coarse = false): number {
    return (coarse ? REACH.coarse : REACH.fine) / this.view.scale;
  }

  private press(event: PointerEvent | MouseEvent): Press {
    const r = this.element.getBoundingClientRect();
    const screen: Point = [event.clientX - r.left - this.element.clientLeft, event.clientY - r.top - this.element.clientTop];
    return {
      screen,
      picture: this.view.toPicture(screen),
      coarse: 'pointerType' in event && event.pointerType === 'touch',
      shift: event.shiftKey,
    };
  }

  private listen(): void {
    const on = <K extends keyof HTMLElementEventMap>(type: K, listener: (event: HTMLElementEventMap[K]) => void): void =>
      this.element.addEventListener(type, listener, { passive: false });
    on('pointerdown', (event) => this.down(event));
    on('pointermove', (event) => this.moveTo(event));
    on('pointerup', (event) => this.release(event, false));
    on('pointercancel', (event) => this.release(event, true));
    on('pointerleave', () => {
      this.pointer = null;
      if (this.session.hover !== null && !this.gesture) {
        this.session.hover = null;
        this.refresh();
      }
      this.schedule();
    });
    on('dblclick', () => {
      if (this.lastType !== 'touch' && this.session.draft?.kind === 'points') this.session.finish();
    });
    on('contextmenu', (event) => {
      event.preventDefault();
      if (this.lastType !== 'touch' && this.session.draft) this.session.back();
    });
    on('wheel', (event) => {
      event.preventDefault();
      const scale = event.deltaMode === 1 ? 16 : 1;
      if (event.shiftKey) this.view.pan(-(event.deltaY + event.deltaX) * scale, 0);
      else this.view.zoom(Math.exp(-Math.max(-240, Math.min(240, event.deltaY * scale)) / 400), this.press(event).screen);
      this.viewChanged();
    });
  }

  private down(event: PointerEvent): void {
    if ((event.target as Element).closest('button')) return;
    this.lastType = event.pointerType;
    this.element.focus({ preventScroll: true });
    const press = this.press(event);
    this.pointers.set(event.pointerId, press.screen);
    try {
      this.element.setPointerCapture(event.pointerId);
    } catch {
      // the pointer is gone already
    }
    this.cursor = null;
    if (this.pointers.size === 2) {
      // two fingers move the picture: what the first one began was not meant
      this.gesture?.cancel();
      this.gesture = null;
      this.pressed = null;
      this.magnify(null);
      this.session.update();
      this.pinch = this.twoFingers();
      return;
    }
    if (this.pointers.size > 2 || this.pinch) return;
    this.pressed = press;
    this.hasMoved = false;
    this.pointer = press.coarse ? null : press.screen;
    if (event.button === 1 || (event.button === 0 && this.session.mode === 'pan')) {
      event.preventDefault();
      this.gesture = this.panGesture(press);
    } else if (event.button === 0) {
      this.gesture = this.begin(press, event.altKey);
    }
    this.schedule();
  }

  private moveTo(event: PointerEvent): void {
    const press = this.press(event);
    const here = this.pointers.get(event.pointerId);
    if (here) this.pointers.set(event.pointerId, press.screen);
    if (this.pinch && this.pointers.size >= 2) {
      const now = this.twoFingers();
      this.view.pan(now.middle[0] - this.pinch.middle[0], now.middle[1] - this.pinch.middle[1]);
      if (this.pinch.distance > 0) this.view.zoom(now.distance / this.pinch.distance, now.middle);
      this.pinch = now;
      return this.viewChanged();
    }
    this.pointer = press.coarse && !here ? null : press.screen;
    if (!press.coarse) this.cursor = null;
    if (this.gesture && this.pressed) {
      const still = press.coarse ? STILL.coarse : STILL.fine;
      this.hasMoved ||= distance(press.screen, this.pressed.screen) > still;
      const all = this.session.isStroking ? event.getCoalescedEvents?.() : null;
      for (const one of all?.length ? all : [event]) this.gesture.move(this.press(one), this.hasMoved);
      return this.schedule();
    }
    if (press.coarse) return;
    this.session.follow(press.picture, this.reach());
    if (this.session.mode === 'select' && this.session.placed) {
      const under = this.session.at(press.picture, this.reach())?.id ?? null;
      if (under !== this.session.hover) {
        this.session.hover = under;
        this.refresh();
      }
      const handle = this.handleAt(press.screen, false);
      this.element.style.cursor = handle ? (handle.kind === 'turn' ? 'grab' : 'move') : under !== null ? 'pointer' : '';
    } else {
      this.element.style.cursor = '';
    }
    this.schedule();
  }

  private release(event: PointerEvent, cancelled: boolean): void {
    if (!this.pointers.delete(event.pointerId)) return;
    if (this.pinch) {
      // until all fingers are up none of them draws
      if (this.pointers.size === 0) this.pinch = null;
      else if (this.pointers.size >= 2) this.pinch = this.twoFingers();
      return;
    }
    const gesture = this.gesture;
    this.gesture = null;
    this.pressed = null;
    this.magnify(null);
    if (cancelled) gesture?.cancel();
    else gesture?.up(this.press(event), this.hasMoved);
    if (event.pointerType === 'touch') this.pointer = null;
    this.schedule();
  }

  private twoFingers(): { distance: number; middle: Point } {
    const [a, b] = [...this.pointers.values()] as [Point, Point];
    return { distance: distance(a, b), middle: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] };
  }

  /** Whether fingers or buttons hold something now. */
  get busy(): boolean {
    return this.gesture !== null;
  }

  abort(): void {
    this.gesture?.cancel();
    this.gesture = null;
    this.pressed = null;
    this.magnify(null);
    this.refresh();
  }

  private panGesture(from: Press): Gesture {
    let last = from.screen;
    return {
      move: (now) => {
        this.view.pan(now.screen[0] - last[0], now.screen[1] - last[1]);
        last = now.screen;
        this.viewChanged();
      },
      up: () => {},
      cancel: () => {},
    };
  }

  private begin(from: Press, alt: boolean): Gesture | null {
    const { session } = this;
    if (session.placing !== null) return this.clickGesture();
    switch (session.mode) {
      case 'brush':
      case 'eraser':
        return this.strokeGesture(from);
      case 'fill':
        return this.clickGesture();
      case 'outline':
        return this.clickGesture();
      case 'draw': {
        const handle = session.draft ? null : this.handleAt(from.screen, from.coarse);
        // a press on a handle that does not move is a point of the next shape
        if (handle && session.chosen) return this.handleGesture(handle, session.chosen, false, true);
        return this.drawGesture(from);
      }
      default:
        return this.selectGesture(from, alt);
    }
  }

  private clickGesture(): Gesture {
    const { session } = this;
    return {
      move: (now) => {
        session.follow(now.picture, this.reach(now.coarse));
        this.magnify(now);
      },
      up: (now) => session.place(now.picture, this.reach(now.coarse)),
      cancel: () => {},
    };
  }

  private drawGesture(from: Press): Gesture {
    const { session } = this;
    const tool = session.ontology.tool;
    const rectangle = (tool === 'box' || tool === 'transcript') && session.draft === null;
    const before = session.draft;
    return {
      move: (now, moving) => {
        if (rectangle && moving) {
          if (!session.draft) session.setDraft({ kind: 'box', from: from.picture, to: from.picture });
          session.drag(from.picture, now.picture);
        } else {
          session.follow(now.picture, this.reach(now.coarse));
        }
        this.magnify(now);
      },
      up: (now, moving) => {
        if (rectangle && moving) {
          session.drag(from.picture, now.picture);
          session.finish();
        } else {
          session.place(now.picture, this.reach(now.coarse));
        }
      },
      cancel: () => {
        session.draft = before;
        session.update();
      },
    };
  }

  private strokeGesture(from: Press): Gesture {
    const { session } = this;
    this.paintedPart(session.strokeBegin(from.picture));
    return {
      move: (now) => this.paintedPart(session.strokeTo(now.picture)),
      up: () => session.strokeEnd(),
      cancel: () => session.strokeCancel(),
    };
  }

  private selectGesture(from: Press, alt: boolean): Gesture {
    const { session } = this;
    const handle = this.handleAt(from.screen, from.coarse);
    const item = session.chosen;
    if (handle && item) {
      if (alt && handle.kind === 'vertex') {
        session.select(item.id, handle.at);
        session.delete();
        return this.panGesture(from);
      }
      return this.handleGesture(handle, item, true, false);
    }
    const under = session.at(from.picture, this.reach(from.coarse));
    // a finger moves only what is chosen already: else it could not move the picture
    const grabs = under && session.editable(under.id) && under.shape.kind !== 'mask' && (!from.coarse || under.id === session.selected);
    if (grabs) {
      if (under.id !== session.selected) session.select(under.id);
      return this.moveGesture(from, under);
    }
    const pan = this.panGesture(from);
    return {
      ...pan,
      up: (_now, moving) => {
        if (!moving && (under?.id ?? null) !== session.selected) session.select(under?.id ?? null);
      },
    };
  }

  private moveGesture(from: Press, item: Item): Gesture {
    const { session } = this;
    return {
      move: (now, moving) => {
        if (!moving) return;
        const dx = now.picture[0] - from.picture[0];
        const dy = now.picture[1] - from.picture[1];
        this.show({ ...item, shape: moved(item.shape, dx, dy, session.width, session.height) });
      },
      up: (_now, moving) => {
        if (moving && session.preview) session.replace(session.preview);
        else if (session.vertex !== null) session.select(item.id);
      },
      cancel: () => this.show(null),
    };
  }

  private handleGesture(handle: Handle, item: Item, chooses: boolean, places: boolean): Gesture {
    const { session } = this;
    let base = item;
    let at = handle.kind === 'vertex' ? handle.at : -1;
    return {
      move: (now, moving) => {
        if (!moving) return;
        if (handle.kind === 'middle' && at < 0) {
          at = handle.at + 1;
          base = { ...item, shape: withNewVertex(item.shape, handle.at, within(now.picture, session.width, session.height)) };
        }
        const next = this.dragged(handle, base, at, now);
        this.show(next);
        this.magnify(now);
      },
      up: (now, moving) => {
        if (moving && session.preview) {
          if (at >= 0) session.vertex = at;
          session.replace(session.preview);
        } else if (places) {
          session.place(now.picture, this.reach(now.coarse));
        } else if (chooses && handle.kind === 'vertex') {
          session.select(item.id, handle.at);
        }
      },
      cancel: () => this.show(null),
    };
  }

  private dragged(handle: Handle, base: Item, at: number, now: Press): Item {
    const { session } = this;
    if (handle.kind === 'side') return session.resizeTo(base, handle.hx, handle.hy, now.picture);
    if (handle.kind === 'turn') {
      if (base.shape.kind !== 'box') return base;
      const c = centre(base.shape);
      const angle = (Math.atan2(now.picture[1] - c[1], now.picture[0] - c[0]) * 180) / Math.PI + 90;
      const rotation = degrees(now.shift ? Math.round(angle / 15) * 15 : angle);
      return { ...base, shape: { ...base.shape, rotation } };
    }
    const to = session.settle(now.picture, this.reach(now.coarse), base.id);
    return { ...base, shape: withVertex(base.shape, at, to, session.width, session.height) };
  }

  private show(item: Item | null): void {
    const before = this.session.preview?.id;
    this.session.preview = item;
    // while one thing is drawn at, the others are left as they are
    if (before !== item?.id) this.refresh();
    else this.schedule();
  }

  // Keys

  /** Moves the place where the keys draw, by pixels of the screen or of the picture. */
  moveCursor(dx: number, dy: number, fine: boolean): void {
    const { session, view } = this;
    const from = this.cursor ?? view.middle();
    const length = fine ? 1 : 1 / view.scale;
    const by = turned([dx * length, dy * length], [0, 0], -90 * view.quarter);
    this.cursor = within([from[0] + by[0], from[1] + by[1]], session.width, session.height);
    if (view.reveal(this.cursor)) this.viewChanged();
    if (session.isStroking) this.paintedPart(session.strokeTo(this.cursor));
    session.follow(this.cursor, 0);
    this.schedule();
  }

  /** Space: what a click does, at the keys' place. */
  pressCursor(): void {
    const { session } = this;
    if (!this.cursor) this.cursor = this.view.middle();
    if (session.mode === 'brush' || session.mode === 'eraser') {
      if (session.isStroking) {
        session.strokeEnd();
        session.say('penUp');
      } else {
        this.paintedPart(session.strokeBegin(this.cursor));
        if (session.isStroking) session.say('penDown');
      }
    } else if (session.mode === 'select' && session.placing === null) {
      const under = session.at(this.cursor, this.reach());
      session.select(under?.id ?? null);
    } else {
      session.place(this.cursor, this.reach() / 2);
    }
    this.schedule();
  }

  /** The direction on the screen, in the picture. */
  direction(dx: number, dy: number): Point {
    const [x, y] = turned([dx, dy], [0, 0], -90 * this.view.quarter);
    return [Math.round(x), Math.round(y)];
  }

  /**
   * Brings an object into sight.
   *
   * @param covered how much of the stage, from below, something else lies on
   */
  reveal(item: Item, covered = 0): void {
    const points = item.shape.kind === 'box' ? corners(item.shape) : extent(item.shape);
    const first = points[0];
    if (!first) return;
    if (covered > 0) {
      const b = bounds(points.map((p) => this.view.toScreen(p)));
      const below = b.y + b.height - (this.view.height - covered);
      // no further up than its top stays in sight
      if (below > 0) this.view.pan(0, -Math.min(below, Math.max(0, b.y - 64)));
      return this.viewChanged();
    }
    const s = this.view.toScreen(first);
    if (!this.onStage(s) && this.view.reveal(first)) this.viewChanged();
  }

}

/** Dark around white around a colour: to be seen on any picture. */
function dots(places: readonly Point[], width: number, colour: string): SVGElement[] {
  if (places.length === 0) return [];
  const d = places.map(([x, y]) => `M${x} ${y}l0 0.001`).join('');
  return [
    [width + 6, '#14161a'] as const,
    [width + 4, '#fff'] as const,
    [width, colour] as const,
  ].map(([size, stroke]) => svg('path', { class: 'ed-dot', d, stroke, 'stroke-width': size }));
}

/** Where the name of an object stands. */
function topLeft(shape: Shape, height: number): Point | null {
  if (shape.kind === 'mask') {
    const b = maskBounds(shape.counts, height);
    return [b.x, b.y];
  }
  return extent(shape).reduce<Point | null>((best, p) => (!best || p[1] < best[1] ? p : best), null);
}

const line = (points: readonly Point[], closed: boolean): string =>
  points.length === 0 ? '' : `M${points.map((p) => `${p[0]} ${p[1]}`).join('L')}${closed ? 'Z' : ''}`;

/** What an object looks like: twice each line, dark below and coloured above, to be seen on any picture. */
export function pathsOf(shape: Shape, skeleton: Skeleton | null | undefined): [string, string][] {
  const two = (d: string, open: boolean): [string, string][] => [
    ['ed-under', d],
    [open ? 'ed-over ed-open' : 'ed-over', d],
  ];
  switch (shape.kind) {
    case 'box':
      return two(line(corners(shape), true), false);
    case 'polygon':
      return two(line(shape.points, true), false);
    case 'polyline':
      return two(line(shape.points, false), true);
    case 'text':
      return two(line(shape.region, true), false);
    case 'mask':
      return [];
    case 'figure': {
      const at = (i: number): string => `${shape.points[i]!.x} ${shape.points[i]!.y}`;
      const there = (i: number): boolean => shape.points[i] !== undefined && isPresent(shape.points[i]!);
      const bones = (skeleton?.bones ?? [])
        .filter(({ from, to }) => there(from) && there(to))
        .map(({ from, to }) => `M${at(from)}L${at(to)}`)
        .join('');
      const dots = (visibility: string): string =>
        shape.points.map((p) => (p.visibility === visibility ? `M${p.x} ${p.y}l0 0.001` : '')).join('');
      const all = dots('visible') + dots('hidden');
      return [
        ...two(bones, true),
        ['ed-dots-under', all],
        ['ed-dots', all],
        ['ed-dots-hidden', dots('hidden')],
      ];
    }
  }
}
