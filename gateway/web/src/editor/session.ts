import { answerOf, docOf, packed, scaledShape, unpacked, type Doc, type Item } from './document';
import {
  clamp,
  degrees,
  distance,
  fitted,
  middle,
  outlineOf,
  rectOf,
  resized,
  round,
  snapped,
  within,
  type Rect,
} from './geometry';
import { History } from './history';
import { draftCrosses } from './outlines';
import { Painter } from './painter';
import { faults, MAX_OBJECTS, MAX_POINTS, printable, problemsOf, type Fault } from './rules';
import {
  extent,
  hit,
  isPresent,
  moved,
  pathOf,
  vertices,
  withNewVertex,
  withoutVertex,
  withVertex,
  withVisibility,
  type Shape,
} from './shapes';
import type { Answer, Keypoint, LabelClass, Ontology, Point, Problem, Skeleton, Text, Visibility } from './types';

/** All of an editor but its pictures: what is answered, chosen, drawn, undone. Needs no browser. */

export type Mode = 'select' | 'pan' | 'draw' | 'brush' | 'eraser' | 'fill' | 'outline';

export type Draft =
  | { readonly kind: 'box'; readonly from: Point; readonly to: Point }
  | { readonly kind: 'points'; readonly points: readonly Point[]; readonly to: Point | null }
  | { readonly kind: 'figure'; readonly points: readonly Keypoint[]; readonly to: Point | null };

interface Clip {
  readonly tool: string;
  readonly width: number;
  readonly height: number;
  readonly items: readonly Omit<Item, 'id'>[];
}

/** Shared by all editors of the page: this is how objects get from one picture to the next. */
let clipboard: Clip | null = null;

export interface SessionOptions {
  readonly width: number;
  readonly height: number;
  readonly ontology: Ontology;
  readonly answer?: Answer | null;
  readonly readonly: boolean;
  readonly text: Text;
  readonly newWorker?: (() => Worker) | null;
}

const PLACED = new Set(['box', 'polygon', 'polyline', 'keypoints', 'mask', 'transcript']);

export class Session {
  readonly width: number;
  readonly height: number;
  readonly ontology: Ontology;
  readonly text: Text;
  readonly painter: Painter;
  /** Whether answers are objects in the picture. */
  readonly placed: boolean;

  selected: number | null = null;
  vertex: number | null = null;
  mode: Mode;
  classId: string;
  draft: Draft | null = null;
  /** An object while it is drawn at, before it is committed. */
  preview: Item | null = null;
  hover: number | null = null;
  readonly hidden = new Set<number>();
  readonly locked = new Set<number>();
  readonly: boolean;
  snapping = true;
  brush = 24;
  /** The visibility of the next keypoint. */
  nextVisibility: Visibility = 'visible';
  /** The index of the one absent point of the selected figure that the next click places. */
  placing: number | null = null;
  /** Whose shape the next one drawn replaces. */
  redrawing: number | null = null;
  /** Raised with everything that changes what is painted of masks. */
  painted = 0;

  private history: History<Doc>;
  private nextId: number;
  private found: readonly Fault[] = [];
  private problemList: readonly Problem[] = [];
  private checked: Doc | null = null;
  private listeners: (() => void)[] = [];
  private sayers: ((sentence: string) => void)[] = [];
  private answerListener: () => void = () => {};

  constructor(options: SessionOptions) {
    this.width = options.width;
    this.height = options.height;
    this.ontology = options.ontology;
    this.text = options.text;
    this.readonly = options.readonly;
    this.placed = PLACED.has(options.ontology.tool);
    const doc = docOf(options.answer, options.ontology);
    this.history = new History(doc);
    this.nextId = doc.items.length + 1;
    this.classId = options.ontology.classes[0]?.id ?? '';
    this.brush = Math.max(1, Math.round(Math.min(options.width, options.height) / 25));
    this.painter = new Painter(options.width, options.height, options.newWorker ?? null);
    this.mode = !this.placed ? 'pan' : doc.items.length > 0 || options.readonly ? 'select' : this.drawMode();
  }

  // What is told to others

  onUpdate(listener: () => void): void {
    this.listeners.push(listener);
  }

  onAnswer(listener: () => void): void {
    this.answerListener = listener;
  }

  onSay(listener: (sentence: string) => void): void {
    this.sayers.push(listener);
  }

  say(key: string, values?: Record<string, string | number>): void {
    const sentence = this.text(`editor.say.${key}`, values);
    for (const sayer of this.sayers) sayer(sentence);
  }

  update(): void {
    for (const listener of this.listeners) listener();
    if (this.drawing !== this.wasDrawing) {
      this.wasDrawing = this.drawing;
      this.answerListener();
    }
  }

  private wasDrawing = false;

  /** Something is begun that is not in the answer yet. */
  get drawing(): boolean {
    return this.draft !== null || this.stroking;
  }

  private answered(): void {
    this.update();
    this.answerListener();
  }

  // What there is

  get doc(): Doc {
    return this.history.now;
  }

  get canUndo(): boolean {
    return this.history.canUndo || this.draft !== null;
  }

  get canRedo(): boolean {
    return this.history.canRedo;
  }

  item(id: number | null): Item | null {
    if (id === null) return null;
    if (this.preview?.id === id) return this.preview;
    return this.doc.items.find((one) => one.id === id) ?? null;
  }

  get chosen(): Item | null {
    return this.item(this.selected);
  }

  classOf(id: string): LabelClass | undefined {
    return this.ontology.classes.find((one) => one.id === id);
  }

  classPlace(id: string): number {
    return this.ontology.classes.findIndex((one) => one.id === id);
  }

  get skeleton(): Skeleton | null {
    return this.classOf(this.classId)?.skeleton ?? null;
  }

  editable(id: number | null): boolean {
    return id !== null && !this.readonly && !this.locked.has(id) && !this.hidden.has(id);
  }

  answer(): Answer | null {
    this.painter.flush();
    return answerOf(this.doc, this.ontology, this.width, this.height);
  }

  faults(): readonly Fault[] {
    if (this.checked !== this.doc) {
      const answer = answerOf(this.doc, this.ontology, this.width, this.height);
      this.found = answer
        ? faults(answer, this.ontology, this.width, this.height)
        : [{ path: '', key: this.ontology.tool === 'verification' ? 'judge' : 'choose' }];
      this.problemList = problemsOf(this.found, this.text);
      this.checked = this.doc;
    }
    return this.found;
  }

  problems(): readonly Problem[] {
    this.faults();
    return this.problemList;
  }

  /** What is wrong with one object, without its number. */
  problemOf(place: number): string | null {
    const at = this.faults().find(({ path }) => path.includes(`[${place}]`) && path.startsWith(`${LIST[this.ontology.tool]}[${place}]`));
    return at ? this.text(`editor.problem.${at.key}`, at.values && { ...at.values }) : null;
  }

  // Changes

  commit(doc: Doc, tag: string | null = null): void {
    this.preview = null;
    if (doc === this.doc) return this.update();
    this.history.commit(doc, tag);
    this.painted++;
    this.answered();
  }

  private withItems(items: readonly Item[]): Doc {
    return { ...this.doc, items };
  }

  replace(item: Item, tag: string | null = null): void {
    this.commit(this.withItems(this.doc.items.map((one) => (one.id === item.id ? item : one))), tag);
  }

  add(shape: Shape, classId = this.classId): void {
    const old = this.redrawing === null ? null : this.item(this.redrawing);
    if (old) {
      this.redrawing = null;
      const kept =
        shape.kind === 'text' && old.shape.kind === 'text' ? { ...shape, text: old.shape.text } : shape;
      this.select(old.id);
      this.replace({ ...old, shape: kept });
      this.say('redrawn');
      return;
    }
    if (this.doc.items.length >= MAX_OBJECTS) {
      this.say('tooMany', { most: MAX_OBJECTS });
      return this.update();
    }
    const item: Item = { id: this.nextId++, classId, attributes: {}, shape };
    this.selected = item.id;
    this.vertex = null;
    this.commit(this.withItems([...this.doc.items, item]));
    this.say('added', { name: this.classOf(classId)?.name ?? classId, count: this.doc.items.length });
  }

  remove(id: number): void {
    if (!this.editable(id)) return;
    const place = this.doc.items.findIndex((one) => one.id === id);
    const rest = this.doc.items.filter((one) => one.id !== id);
    this.selected = this.selected === id ? null : this.selected;
    this.vertex = null;
    this.hover = null;
    this.commit(this.withItems(rest));
    this.say('deleted', { number: place + 1, count: rest.length });
  }

  undo(): void {
    this.painter.flush();
    if (this.draft) return this.back();
    if (!this.history.undo()) return;
    this.moved();
    this.say('undone', { count: this.doc.items.length });
  }

  redo(): void {
    this.painter.flush();
    if (!this.history.redo()) return;
    this.moved();
    this.say('redone', { count: this.doc.items.length });
  }

  private moved(): void {
    this.preview = null;
    this.vertex = null;
    this.placing = null;
    this.redrawing = null;
    if (!this.chosen) this.selected = null;
    this.painted++;
    this.answered();
  }

  select(id: number | null, vertex: number | null = null): void {
    this.painter.flush();
    this.selected = id;
    this.vertex = vertex;
    this.placing = null;
    this.update();
  }

  setMode(mode: Mode): void {
    if (!this.placed && mode !== 'pan') return;
    if (this.readonly && mode !== 'select' && mode !== 'pan') return;
    this.painter.flush();
    if (this.mode !== mode) {
      this.draft = null;
      this.placing = null;
    }
    this.mode = mode;
    this.update();
    this.say('mode', { mode: this.text(`editor.mode.${mode}`) });
  }

  drawMode(): Mode {
    return this.ontology.tool === 'mask' ? 'brush' : 'draw';
  }

  /** N: begins to draw, finishes what is begun, or goes back to choosing. */
  draw(): void {
    if (this.draft) return this.finish();
    this.redrawing = null;
    if (this.mode === this.drawMode() && this.ontology.tool !== 'mask') return this.setMode('select');
    this.select(null);
    this.setMode(this.drawMode());
  }

  redraw(): void {
    if (!this.chosen || !this.editable(this.selected) || this.ontology.tool === 'mask') return;
    const { id, classId } = this.chosen;
    this.setMode('draw');
    this.classId = classId;
    this.redrawing = id;
    this.update();
    this.say('redraw');
  }

  setReadonly(on: boolean): void {
    this.readonly = on;
    this.draft = null;
    this.preview = null;
    if (on) this.painter.flush();
    if (on && this.placed && this.mode !== 'pan') this.mode = 'select';
    if (!on && this.placed && this.doc.items.length === 0) this.mode = this.drawMode();
    this.update();
  }

  /** The class of what is drawn next; of what is chosen while choosing; the answer where classes are the answer. */
  setClass(id: string): void {
    const known = this.classOf(id);
    if (!known || this.readonly) return;
    if (this.ontology.tool === 'category') {
      this.commit({ ...this.doc, classIds: [id] });
      return this.say('class', { name: known.name });
    }
    if (this.ontology.tool === 'tags') {
      const on = !this.doc.classIds.includes(id);
      const classIds = on ? [...this.doc.classIds, id] : this.doc.classIds.filter((one) => one !== id);
      this.commit({ ...this.doc, classIds });
      return this.say(on ? 'tagOn' : 'tagOff', { name: known.name });
    }
    if (!this.placed) return;
    if (this.draft?.kind === 'figure' && id !== this.classId) this.draft = null;
    this.painter.flush();
    this.classId = id;
    if (this.mode === 'select' && this.selected !== null && this.editable(this.selected)) {
      this.setItemClass(this.selected, id);
    } else {
      if (this.ontology.tool === 'mask' && this.chosen && this.chosen.classId !== id) this.selected = null;
      this.update();
      this.say('nextClass', { name: known.name });
    }
  }

  setItemClass(id: number, classId: string): void {
    const item = this.item(id);
    const known = this.classOf(classId);
    if (!item || !known || !this.editable(id) || item.classId === classId) return;
    if (item.shape.kind === 'figure' && (known.skeleton?.points.length ?? 0) !== item.shape.points.length) {
      return this.say('otherSkeleton', { name: known.name });
    }
    const taken = new Set((known.attributes ?? []).map((one) => one.id));
    const attributes = Object.fromEntries(Object.entries(item.attributes).filter(([key]) => taken.has(key)));
    this.replace({ ...item, classId, attributes });
    this.say('class', { name: known.name });
  }

  setAttribute(id: number, attribute: string, value: string | null): void {
    const item = this.item(id);
    if (!item || !this.editable(id)) return;
    const attributes = { ...item.attributes };
    if (value === null || value === '') delete attributes[attribute];
    else attributes[attribute] = printable(value);
    this.replace({ ...item, attributes }, `attribute ${id} ${attribute}`);
  }

  setText(id: number, text: string): void {
    const item = this.item(id);
    if (item?.shape.kind !== 'text' || !this.editable(id)) return;
    this.replace({ ...item, shape: { ...item.shape, text: printable(text) } }, `text ${id}`);
  }

  /** The text of the whole picture, of the present class. */
  addWholeText(): void {
    if (this.readonly) return;
    const there = this.doc.items.find(
      (one) => one.shape.kind === 'text' && one.shape.region.length === 0 && one.classId === this.classId,
    );
    if (there) this.select(there.id);
    else this.add({ kind: 'text', text: '', region: [] });
  }

  setCorrect(correct: boolean): void {
    if (this.readonly || this.ontology.tool !== 'verification') return;
    this.commit({ ...this.doc, correct });
    this.say(correct ? 'right' : 'wrong');
  }

  setBox(id: number, part: Partial<Record<'x' | 'y' | 'width' | 'height' | 'rotation', number>>): void {
    const item = this.item(id);
    if (item?.shape.kind !== 'box' || !this.editable(id)) return;
    const rotation = part.rotation === undefined ? item.shape.rotation : degrees(part.rotation);
    const shape = fitted({ ...item.shape, ...part, rotation }, this.width, this.height);
    if (shape.width < 0.1 || shape.height < 0.1) return;
    this.replace({ ...item, shape }, `box ${id}`);
  }

  toggle(which: 'hidden' | 'locked', id: number): void {
    const set = this[which];
    const on = !set.delete(id);
    if (on) set.add(id);
    if (on && this.selected === id && which === 'hidden') this.selected = null;
    this.painted++;
    this.update();
    const number = this.doc.items.findIndex((one) => one.id === id) + 1;
    this.say(which === 'hidden' ? (on ? 'hidden' : 'shown') : on ? 'locked' : 'unlocked', { number });
  }

  toggleAll(which: 'hidden' | 'locked'): void {
    const set = this[which];
    const all = this.doc.items.every((one) => set.has(one.id));
    set.clear();
    if (!all) for (const one of this.doc.items) set.add(one.id);
    this.selected = null;
    this.painted++;
    this.update();
    this.say(which === 'hidden' ? (all ? 'allShown' : 'allHidden') : all ? 'allUnlocked' : 'allLocked');
  }

  /** Later objects lie above earlier ones. */
  order(id: number, by: number): void {
    const from = this.doc.items.findIndex((one) => one.id === id);
    const to = clamp(from + by, 0, this.doc.items.length - 1);
    if (from < 0 || from === to || this.readonly) return;
    const items = [...this.doc.items];
    const [item] = items.splice(from, 1);
    items.splice(to, 0, item!);
    this.commit(this.withItems(items));
    this.say('ordered', { number: to + 1, count: items.length });
  }

  cycle(by: number): void {
    const items = this.doc.items.filter((one) => !this.hidden.has(one.id));
    const item = this.chosen;
    if (item && this.vertex !== null) {
      const points = vertices(item.shape);
      const present = points.map((_, i) => i).filter((i) => item.shape.kind !== 'figure' || isPresent(item.shape.points[i]!));
      const at = present.indexOf(this.vertex);
      this.vertex = present[(at + by + present.length) % present.length] ?? null;
      this.update();
      return this.sayVertex(item);
    }
    if (items.length === 0) return;
    const at = items.findIndex((one) => one.id === this.selected);
    const next = items[at < 0 ? (by > 0 ? 0 : items.length - 1) : (at + by + items.length) % items.length]!;
    if (this.mode !== 'select') this.setMode('select');
    this.select(next.id);
    this.say('chosen', {
      number: this.doc.items.indexOf(next) + 1,
      count: this.doc.items.length,
      name: this.classOf(next.classId)?.name ?? next.classId,
    });
  }

  /** Goes into the points of what is chosen. */
  enter(): void {
    const item = this.chosen;
    if (!item) return;
    const points = vertices(item.shape);
    if (points.length === 0) return;
    this.vertex = item.shape.kind === 'figure' ? item.shape.points.findIndex(isPresent) : 0;
    this.update();
    this.sayVertex(item);
  }

  private sayVertex(item: Item): void {
    if (this.vertex === null) return;
    const name = item.shape.kind === 'figure' ? this.classOf(item.classId)?.skeleton?.points[this.vertex] : null;
    if (name) this.say('keypoint', { name });
    else this.say('point', { number: this.vertex + 1, count: vertices(item.shape).length });
  }

  nudge(dx: number, dy: number): boolean {
    const item = this.chosen;
    if (!item || !this.editable(item.id) || item.shape.kind === 'mask') return false;
    if (this.vertex !== null) {
      const p = vertices(item.shape)[this.vertex];
      if (!p) return false;
      const shape = withVertex(item.shape, this.vertex, [p[0] + dx, p[1] + dy], this.width, this.height);
      this.replace({ ...item, shape }, `nudge ${item.id} ${this.vertex}`);
    } else {
      this.replace({ ...item, shape: moved(item.shape, dx, dy, this.width, this.height) }, `nudge ${item.id}`);
    }
    return true;
  }

  nudgeSize(dw: number, dh: number): boolean {
    const item = this.chosen;
    if (item?.shape.kind !== 'box' || !this.editable(item.id)) return false;
    const width = Math.max(1, item.shape.width + dw);
    const height = Math.max(1, item.shape.height + dh);
    const box = item.shape;
    // its top left stays where it is
    const limited = box.rotation ? { width, height } : { width: Math.min(width, this.width - box.x), height: Math.min(height, this.height - box.y) };
    this.replace({ ...item, shape: fitted({ ...box, width: round(limited.width), height: round(limited.height) }, this.width, this.height) }, `size ${item.id}`);
    return true;
  }

  turnBox(by: number): void {
    const item = this.chosen;
    if (item?.shape.kind !== 'box' || this.ontology.rotation !== true) return;
    this.setBox(item.id, { rotation: item.shape.rotation + by });
    const turned = this.chosen?.shape;
    if (turned?.kind === 'box') this.say('turned', { degrees: turned.rotation });
  }

  /** Delete: the point that is chosen, else the object. */
  delete(): void {
    const item = this.chosen;
    if (!item || !this.editable(item.id)) return;
    if (this.vertex === null) return this.remove(item.id);
    const shape = withoutVertex(item.shape, this.vertex);
    if (!shape) return this.remove(item.id);
    this.vertex = item.shape.kind === 'figure' ? null : Math.min(this.vertex, vertices(shape).length - 1);
    this.replace({ ...item, shape });
    this.say('pointDeleted');
  }

  insertVertex(): void {
    const item = this.chosen;
    if (!item || this.vertex === null || !this.editable(item.id) || item.shape.kind === 'figure') return;
    const points = vertices(item.shape);
    const last = item.shape.kind === 'polyline' && this.vertex === points.length - 1;
    const at = last ? this.vertex - 1 : this.vertex;
    const p = middle(points[at]!, points[(at + 1) % points.length]!);
    this.vertex = at + 1;
    this.replace({ ...item, shape: withNewVertex(item.shape, at, p) });
    this.say('pointAdded');
  }

  setVisibility(id: number, at: number, visibility: Visibility): void {
    const item = this.item(id);
    if (item?.shape.kind !== 'figure' || !this.editable(id)) return;
    const name = this.classOf(item.classId)?.skeleton?.points[at] ?? String(at + 1);
    if (item.shape.points[at]!.visibility === 'absent' && visibility !== 'absent') {
      this.placing = at;
      this.nextVisibility = visibility;
      if (this.mode === 'pan') this.mode = 'select';
      this.update();
      return this.say('placeNow', { name });
    }
    const shape = withVisibility(item.shape, at, visibility);
    if (!shape) return this.say('lastPoint');
    this.replace({ ...item, shape });
    this.say('visibility', { name, visibility: this.text(`editor.visibility.${visibility}`) });
  }

  /** Q: whether the next point, or the one that is chosen, is hidden; an attribute of that name where there is one. */
  occluded(): void {
    if (this.draft?.kind === 'figure' || (this.ontology.tool === 'keypoints' && this.mode === 'draw')) {
      this.nextVisibility = this.nextVisibility === 'hidden' ? 'visible' : 'hidden';
      this.update();
      return this.say('nextVisibility', { visibility: this.text(`editor.visibility.${this.nextVisibility}`) });
    }
    const item = this.chosen;
    if (!item) return;
    if (item.shape.kind === 'figure' && this.vertex !== null) {
      const point = item.shape.points[this.vertex]!;
      return this.setVisibility(item.id, this.vertex, point.visibility === 'hidden' ? 'visible' : 'hidden');
    }
    const flag = this.classOf(item.classId)?.attributes?.find((one) => one.type === 'flag' && /occlu|hidden/i.test(one.id));
    if (flag) this.setAttribute(item.id, flag.id, item.attributes[flag.id] === 'true' ? 'false' : 'true');
  }

  // Copies

  /** How many objects wait to be pasted here. */
  get pasteable(): number {
    return clipboard?.tool === this.ontology.tool && !this.readonly ? clipboard.items.length : 0;
  }

  copy(all = false): void {
    const items = all ? this.doc.items : this.chosen ? [this.chosen] : this.doc.items;
    if (items.length === 0) return;
    clipboard = {
      tool: this.ontology.tool,
      width: this.width,
      height: this.height,
      items: items.map(({ classId, attributes, shape }) => ({ classId, attributes, shape })),
    };
    this.update();
    this.say('copied', { count: items.length });
  }

  paste(): void {
    const clip = clipboard;
    if (!clip || this.readonly || clip.tool !== this.ontology.tool) return this.say('nothingToPaste');
    const same = clip.width === this.width && clip.height === this.height;
    const by: Point = same ? [1, 1] : [this.width / clip.width, this.height / clip.height];
    const room = MAX_OBJECTS - this.doc.items.length;
    const items = clip.items
      .filter((one) => this.classOf(one.classId) && (same || one.shape.kind !== 'mask'))
      .slice(0, Math.max(0, room))
      .map((one): Item => {
        let shape = scaledShape(one.shape, by);
        const taken = this.doc.items.some((old) => JSON.stringify(extent(old.shape)) === JSON.stringify(extent(shape)));
        if (taken) {
          const aside = Math.max(4, Math.min(this.width, this.height) / 50);
          const right = moved(shape, aside, aside, this.width, this.height);
          shape = JSON.stringify(right) === JSON.stringify(shape) ? moved(shape, -aside, -aside, this.width, this.height) : right;
        }
        return { ...one, id: this.nextId++, shape };
      });
    if (items.length === 0) return this.say('nothingToPaste');
    this.selected = items.length === 1 ? items[0]!.id : null;
    this.vertex = null;
    this.commit(this.withItems([...this.doc.items, ...items]));
    this.say('pasted', { count: items.length });
  }

  duplicate(): void {
    if (!this.chosen) return;
    const before = clipboard;
    this.copy();
    this.paste();
    clipboard = before;
  }

  // Drawing

  /** A place in the picture, drawn to neighbours and edges where that is wanted. */
  settle(p: Point, reach: number, except: number | null = null, snap = this.snapping): Point {
    const inside = within(p, this.width, this.height);
    if (!snap || reach <= 0) return inside;
    const tool = this.ontology.tool;
    if (tool === 'polygon' || tool === 'polyline') {
      const paths = this.doc.items.flatMap((one) => {
        const path = one.id !== except && !this.hidden.has(one.id) ? pathOf(one.shape) : null;
        return path ? [path] : [];
      });
      const near = snapped(inside, reach, paths);
      if (near) return near;
    }
    const edge = (value: number, far: number): number =>
      value < reach / 2 ? 0 : value > far - reach / 2 ? far : value;
    return tool === 'keypoints' ? inside : [edge(inside[0], this.width), edge(inside[1], this.height)];
  }

  /**
   * A click, a tap or Space at a place.
   *
   * @param reach how near counts as the same place, in pixels of the picture
   */
  place(p: Point, reach: number): void {
    if (this.readonly) return;
    if (this.placing !== null && this.chosen && this.editable(this.selected)) {
      const at = this.placing;
      const visibility = this.nextVisibility;
      const shape = withVertex(this.chosen.shape, at, p, this.width, this.height);
      this.placing = null;
      this.nextVisibility = 'visible';
      this.vertex = at;
      return this.replace({ ...this.chosen, shape: withVisibility(shape, at, visibility) ?? shape });
    }
    if (this.mode === 'brush' || this.mode === 'eraser') {
      this.strokeBegin(p);
      return this.strokeEnd();
    }
    if (this.mode === 'fill') return this.fill(p);
    if (this.mode === 'outline') return this.placePoint(p, reach);
    if (this.mode !== 'draw') return;
    switch (this.ontology.tool) {
      case 'box':
        return this.placeCorner(p, reach);
      case 'polygon':
      case 'polyline':
      case 'transcript':
        return this.placePoint(p, reach);
      case 'keypoints':
        return this.placeKeypoint(p);
      default:
    }
  }

  private placeCorner(p: Point, reach: number): void {
    const at = this.settle(p, 0);
    if (this.draft?.kind !== 'box') {
      this.setDraft({ kind: 'box', from: at, to: at });
      return this.say('corner');
    }
    // the second of two clicks on one place is not a box
    if (distance(this.draft.from, at) < reach / 3) return;
    this.draft = { ...this.draft, to: at };
    this.finish();
  }

  private placePoint(p: Point, reach: number): void {
    const points = this.draft?.kind === 'points' ? this.draft.points : [];
    const first = points[0];
    const closes = this.ontology.tool !== 'polyline' && points.length >= 3 && first && distance(first, p) <= reach;
    if (closes) return this.finish();
    const at = this.settle(p, reach);
    const last = points[points.length - 1];
    if (last && distance(last, at) < Math.max(0.01, reach / 8)) return;
    if (points.length >= MAX_POINTS) return this.say('tooManyPoints', { most: MAX_POINTS });
    const next = [...points, at];
    this.setDraft({ kind: 'points', points: next, to: at });
    if (this.ontology.tool !== 'polyline' && draftCrosses(next)) this.say('crosses');
    else this.say('pointPlaced', { count: next.length });
    this.answerListener();
  }

  private placeKeypoint(p: Point): void {
    const skeleton = this.skeleton;
    if (!skeleton) return this.say('noSkeleton');
    const at = within(p, this.width, this.height);
    this.nextKeypoint({ x: at[0], y: at[1], visibility: this.nextVisibility });
  }

  /** The next point of the figure is not in the picture. */
  skipKeypoint(): void {
    if (this.ontology.tool === 'keypoints' && this.mode === 'draw') {
      this.nextKeypoint({ x: 0, y: 0, visibility: 'absent' });
    }
  }

  private nextKeypoint(point: Keypoint): void {
    const names = this.skeleton?.points ?? [];
    if (names.length === 0) return;
    const points = [...(this.draft?.kind === 'figure' ? this.draft.points : []), point];
    this.nextVisibility = 'visible';
    this.setDraft({ kind: 'figure', points, to: null });
    if (points.length >= names.length) return this.finish();
    this.say('nextKeypoint', { name: names[points.length]!, number: points.length + 1, count: names.length });
    this.answerListener();
  }

  setDraft(draft: Draft | null): void {
    if (draft && !this.draft && this.selected !== null && this.redrawing === null && this.ontology.tool !== 'mask') {
      this.selected = null;
      this.vertex = null;
    }
    this.draft = draft;
    this.update();
  }

  /** Where the pointer is, for the line that follows it. */
  follow(p: Point, reach: number): void {
    if (!this.draft) return;
    const to = this.draft.kind === 'points' ? this.settle(p, reach) : within(p, this.width, this.height);
    this.draft = { ...this.draft, to } as Draft;
  }

  /** A rectangle drawn with the button held. */
  drag(from: Point, to: Point): void {
    this.draft = { kind: 'box', from: within(from, this.width, this.height), to: within(to, this.width, this.height) };
  }

  finish(): void {
    const draft = this.draft;
    if (!draft) return;
    if (draft.kind === 'box') {
      const rect = rectOf(draft.from, draft.to);
      this.draft = null;
      if (rect.width < 0.5 || rect.height < 0.5) {
        this.update();
        return this.say('tooSmall');
      }
      return this.ontology.tool === 'transcript'
        ? this.add({ kind: 'text', text: '', region: outlineOf(rect) })
        : this.add({ kind: 'box', ...rect, rotation: 0 });
    }
    if (draft.kind === 'figure') {
      const names = this.skeleton?.points ?? [];
      if (!draft.points.some(isPresent)) {
        this.draft = null;
        this.update();
        return this.say('noPoints');
      }
      const absent: Keypoint[] = names.slice(draft.points.length).map(() => ({ x: 0, y: 0, visibility: 'absent' }));
      this.draft = null;
      return this.add({ kind: 'figure', points: [...draft.points, ...absent] });
    }
    const least = this.ontology.tool === 'polyline' ? 2 : 3;
    if (draft.points.length < least) return this.say('morePoints', { least });
    this.draft = null;
    const points = draft.points;
    if (this.mode === 'outline') return this.maskOutline(points);
    switch (this.ontology.tool) {
      case 'polygon':
        return this.add({ kind: 'polygon', points });
      case 'polyline':
        return this.add({ kind: 'polyline', points });
      case 'transcript':
        return this.add({ kind: 'text', text: '', region: points });
      default:
    }
  }

  /** Takes back the last point that was placed. */
  back(): void {
    const draft = this.draft;
    if (!draft) return;
    if (draft.kind === 'box' || draft.points.length <= 1) return this.cancel();
    this.draft = { ...draft, points: draft.points.slice(0, -1) } as Draft;
    this.update();
    this.say('pointBack', { count: draft.points.length - 1 });
    this.answerListener();
  }

  /** Esc: what is begun, then the point, then the object, then drawing. */
  cancel(): void {
    if (this.painter.dirty && this.stroking) {
      this.strokeCancel();
    } else if (this.draft || this.preview) {
      this.draft = null;
      this.preview = null;
      this.update();
      this.say('cancelled');
      this.answerListener();
    } else if (this.placing !== null || this.redrawing !== null) {
      this.placing = null;
      this.redrawing = null;
      this.update();
    } else if (this.vertex !== null) {
      this.vertex = null;
      this.update();
    } else if (this.selected !== null) {
      this.select(null);
    } else if (this.placed && this.mode !== 'select') {
      this.setMode('select');
    }
  }

  // Masks

  private stroking = false;
  private from: Point = [0, 0];

  get isStroking(): boolean {
    return this.stroking;
  }

  private takeMask(): boolean {
    try {
      return this.maskInHand();
    } catch (problem) {
      if (!(problem instanceof RangeError)) throw problem;
      this.say('tooLarge');
      return false;
    }
  }

  private maskInHand(): boolean {
    this.painter.flush();
    const item = this.chosen;
    if (item?.shape.kind === 'mask' && this.editable(item.id)) {
      this.painter.take(item.id, item.shape.counts);
      return true;
    }
    if (this.mode === 'eraser') {
      this.say('chooseMask');
      return false;
    }
    if (this.doc.items.length >= MAX_OBJECTS) {
      this.say('tooMany', { most: MAX_OBJECTS });
      return false;
    }
    this.painter.take(null, null);
    return true;
  }

  strokeBegin(p: Point): Rect | null {
    if (this.readonly || !this.takeMask()) return null;
    this.stroking = true;
    this.from = p;
    const rect = this.painter.stroke(p, p, this.brush, this.mode !== 'eraser');
    this.painted++;
    this.update();
    return rect;
  }

  strokeTo(p: Point): Rect | null {
    if (!this.stroking) return null;
    const rect = this.painter.stroke(this.from, p, this.brush, this.mode !== 'eraser');
    this.from = p;
    return rect;
  }

  strokeEnd(): void {
    if (!this.stroking) return;
    this.stroking = false;
    this.painter.done((owner, counts) => this.maskDone(owner, counts));
  }

  strokeCancel(): void {
    this.stroking = false;
    this.painter.drop();
    this.painted++;
    this.update();
  }

  private fill(p: Point): void {
    if (this.readonly || !this.takeMask()) return;
    if (this.painter.fill(p) > 0) this.painter.done((owner, counts) => this.maskDone(owner, counts));
    else this.say('filledAlready');
  }

  erasing = false;

  private maskOutline(points: readonly Point[]): void {
    if (!this.takeMask()) return this.update();
    this.painter.outline(points, !this.erasing);
    this.painter.done((owner, counts) => this.maskDone(owner, counts));
  }

  private maskDone(owner: number | null, counts: number[]): void {
    const empty = counts.length < 2;
    const item = this.item(owner);
    if (item) {
      if (empty) return this.remove(item.id);
      this.painter.keep(item.id, counts);
      return this.replace({ ...item, shape: { kind: 'mask', counts } });
    }
    if (empty) {
      this.painted++;
      return this.update();
    }
    this.painter.keep(this.nextId, counts);
    this.add({ kind: 'mask', counts });
  }

  // What is under the pointer

  /** The object there, the nearest line first, then the smallest around; null if there is none. */
  at(p: Point, reach: number): Item | null {
    let best: Item | null = null;
    let bestScore = Infinity;
    for (const item of this.doc.items) {
      if (this.hidden.has(item.id)) continue;
      const h = hit(item.shape, p, this.classOf(item.classId)?.skeleton, this.height);
      const score = h.distance <= reach ? h.distance / reach : h.inside ? 1 + h.area : Infinity;
      if (score < Infinity && score <= bestScore) {
        best = item;
        bestScore = score;
      }
    }
    return best;
  }

  resizeTo(item: Item, hx: number, hy: number, to: Point): Item {
    if (item.shape.kind !== 'box') return item;
    const p = item.shape.rotation ? to : this.settle(to, 0);
    const box = resized(item.shape, hx, hy, p);
    if (box.width < 0.5 || box.height < 0.5) return this.preview ?? item;
    return { ...item, shape: box.rotation ? fitted(box, this.width, this.height) : box };
  }

  // Reloads

  snapshot(): unknown {
    this.painter.flush();
    const { states, at } = this.history.all();
    return {
      version: 1,
      tool: this.ontology.tool,
      width: this.width,
      height: this.height,
      at,
      steps: packed(states),
      nextId: this.nextId,
      classId: this.classId,
      mode: this.mode,
      selected: this.selected,
      draft: this.draft,
      hidden: [...this.hidden],
      locked: [...this.locked],
    };
  }

  /** False if it is not one of this editor's picture and tool; nothing changes then. */
  restore(snapshot: unknown): boolean {
    const saved = snapshot as Partial<Saved> | null;
    if (
      typeof saved !== 'object' ||
      saved === null ||
      saved.version !== 1 ||
      saved.tool !== this.ontology.tool ||
      saved.width !== this.width ||
      saved.height !== this.height ||
      !Array.isArray(saved.steps) ||
      typeof saved.at !== 'number'
    ) {
      return false;
    }
    let states: Doc[];
    try {
      states = unpacked(saved.steps);
    } catch {
      return false;
    }
    if (!states[saved.at] || states.some((doc) => doc.items.some((item) => !item?.shape))) return false;
    this.painter.drop();
    this.history = History.of(states, saved.at);
    this.nextId = saved.nextId ?? 1 + Math.max(0, ...states.flatMap((doc) => doc.items.map((item) => item.id)));
    if (saved.classId && this.classOf(saved.classId)) this.classId = saved.classId;
    if (saved.mode && !this.readonly) this.mode = saved.mode;
    this.selected = this.doc.items.some((item) => item.id === saved.selected) ? saved.selected! : null;
    this.vertex = null;
    this.preview = null;
    this.draft = this.readonly ? null : (saved.draft ?? null);
    this.hidden.clear();
    this.locked.clear();
    for (const id of saved.hidden ?? []) this.hidden.add(id);
    for (const id of saved.locked ?? []) this.locked.add(id);
    this.painted++;
    this.answered();
    return true;
  }
}

interface Saved {
  version: number;
  tool: string;
  width: number;
  height: number;
  at: number;
  steps: Parameters<typeof unpacked>[0];
  nextId: number;
  classId: string;
  mode: Mode;
  selected: number | null;
  draft: Draft | null;
  hidden: number[];
  locked: number[];
}

/** The name of an answer's list of objects. */
export const LIST: Record<string, string> = {
  box: 'boxes',
  polygon: 'polygons',
  polyline: 'polylines',
  keypoints: 'figures',
  mask: 'masks',
  transcript: 'transcripts',
};
