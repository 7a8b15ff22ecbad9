import { outlineFault } from './outlines';
import type {
  Answer,
  Attribute,
  Attributes,
  Box,
  Figure,
  LabelClass,
  Mask,
  Ontology,
  Point,
  Problem,
  Text,
  Transcript,
  Values,
} from './types';

/**
 * What makes an answer valid: the rules of the server's AnswerRules, in its order and with its paths, so that no answer
 * that the screen allowed is refused. `answer-cases.json` in the module `events` holds both to the same outcomes.
 */
export interface Fault {
  readonly path: string;
  readonly key: string;
  readonly values?: Values;
}

export const MAX_OBJECTS = 500;
export const SHORTEST_SIDE = 0.1;
export const MAX_POINTS = 2_000;
export const MAX_POINTS_IN_ALL = 10_000;
export const MAX_RUNS = 50_000;
export const MAX_TEXT = 5_000;
export const MAX_TEXT_IN_ALL = 20_000;
export const MAX_ATTRIBUTES_IN_ALL = 50_000;
export const MAX_ATTRIBUTE_TEXT = 500;
export const MAX_BYTES = 450_000;
export const MAX_PROBLEMS = 20;

const TOLERANCE = 0.5;
const LARGEST = 100_000;
const MAX_PIXELS = 2_147_483_647;

type Size = number | null;

export function faults(answer: Answer, ontology: Ontology, width: Size, height: Size): Fault[] {
  if (answer.tool !== ontology.tool) {
    return [{ path: 'tool', key: 'tool', values: { tool: answer.tool, expected: ontology.tool } }];
  }
  const check = new Check(ontology, width, height);
  check.answer(answer);
  if (check.faults.length === 0) {
    const bytes = bytesOf(answer);
    if (bytes > MAX_BYTES) {
      check.faults.push({ path: 'answer', key: 'bytes', values: { bytes, most: MAX_BYTES } });
    }
  }
  return check.faults.slice(0, MAX_PROBLEMS);
}

/** For people, with the number of the object that is meant. */
export function problemsOf(found: readonly Fault[], text: Text): Problem[] {
  return found.map(({ path, key, values }) => {
    const sentence = text(`editor.problem.${key}`, values && { ...values });
    const object = /^\w+\[(\d+)]/.exec(path);
    return {
      path,
      message: object
        ? text('editor.problem.object', { number: Number(object[1]) + 1, problem: sentence })
        : sentence,
    };
  });
}

class Check {
  readonly faults: Fault[] = [];
  private readonly classes = new Map<string, LabelClass>();
  private readonly wholePicture = new Set<string>();
  private points = 0;
  private runs = 0;
  private characters = 0;
  private attributeCharacters = 0;

  constructor(
    private readonly ontology: Ontology,
    private readonly width: Size,
    private readonly height: Size,
  ) {
    for (const known of ontology.classes) this.classes.set(known.id, known);
  }

  answer(answer: Answer): void {
    switch (answer.tool) {
      case 'category':
        return this.knownClass('class', answer.classId);
      case 'tags':
        return [...new Set(answer.classIds)].sort().forEach((id) => this.knownClass('class', id));
      case 'box':
        return this.each('boxes', answer.boxes, (at, box) => this.box(at, box));
      case 'polygon':
        return this.each('polygons', answer.polygons, (at, p) => this.outline(at, p.points));
      case 'polyline':
        return this.each('polylines', answer.polylines, (at, p) => this.line(at, p.points));
      case 'keypoints':
        return this.each('figures', answer.figures, (at, figure) => this.figure(at, figure));
      case 'mask':
        return this.each('masks', answer.masks, (at, mask) => this.mask(at, mask));
      case 'transcript':
        return this.each('transcripts', answer.transcripts, (at, t) => this.transcript(at, t));
      case 'verification':
        return;
    }
  }

  private add(path: string, key: string, values?: Values): void {
    this.faults.push(values ? { path, key, values } : { path, key });
  }

  private each<T extends { classId: string; attributes?: Attributes }>(
    name: string,
    objects: readonly T[],
    shape: (at: string, object: T) => void,
  ): void {
    if (objects.length > MAX_OBJECTS) {
      this.add(name, 'objects', { count: objects.length, most: MAX_OBJECTS });
      return;
    }
    for (let i = 0; i < objects.length && this.faults.length < MAX_PROBLEMS; i++) {
      const at = `${name}[${i}]`;
      const object = objects[i]!;
      this.knownClass(`${at} class`, object.classId);
      this.attributes(at, object.classId, object.attributes ?? {});
      shape(at, object);
    }
  }

  private knownClass(at: string, classId: string): void {
    if (!this.classes.has(classId)) this.add(at, 'class', { value: shorten(classId) });
  }

  private attributes(at: string, classId: string, values: Attributes): void {
    const known = this.classes.get(classId);
    if (!known) return;
    for (const [id, value] of Object.entries(values)) {
      this.attributeCharacters += id.length + value.length;
    }
    if (this.attributeCharacters > MAX_ATTRIBUTES_IN_ALL) {
      this.add(`${at} attributes`, 'attributes', { most: MAX_ATTRIBUTES_IN_ALL });
      return;
    }
    const left = new Set(Object.keys(values));
    for (const attribute of known.attributes ?? []) {
      const value = left.delete(attribute.id) ? values[attribute.id]! : null;
      const fault = attributeFault(attribute, value);
      if (fault) this.add(`${at} ${attribute.id}`, fault.key, fault.values);
    }
    for (const unknown of [...left].sort()) {
      this.add(`${at} attributes`, 'attribute.unknown', { value: shorten(unknown) });
    }
  }

  private box(at: string, box: Box): void {
    const turned = box.rotation ?? 0;
    if (turned !== 0 && this.ontology.rotation !== true) {
      this.add(`${at} rotation`, 'rotation.none');
    } else if (!(turned > -180 && turned <= 180)) {
      this.add(`${at} rotation`, 'rotation.range', { value: turned });
    }
    if (turned !== 0) {
      this.turnedSize(`${at} x`, box.width);
      this.turnedSize(`${at} y`, box.height);
      this.inside(`${at} centre`, box.x + box.width / 2, box.y + box.height / 2);
    } else {
      this.side(`${at} x`, box.x, box.width, this.width);
      this.side(`${at} y`, box.y, box.height, this.height);
    }
  }

  private size(at: string, size: number): boolean {
    const valid = Number.isFinite(size) && size >= SHORTEST_SIDE;
    if (!valid) this.add(at, 'size', { size, least: SHORTEST_SIDE });
    return valid;
  }

  /** Nothing in a picture is longer than its diagonal. */
  private turnedSize(at: string, size: number): void {
    const diagonal = Math.hypot(
      this.width === null ? LARGEST : this.width + TOLERANCE,
      this.height === null ? LARGEST : this.height + TOLERANCE,
    );
    if (this.size(at, size) && size > diagonal) this.add(at, 'sizeMost', { size, most: Math.floor(diagonal) });
  }

  private side(at: string, start: number, size: number, limit: Size): void {
    if (this.size(at, size) && !(reaches(start, limit) && reaches(start + size, limit))) {
      this.add(at, 'edge');
    }
  }

  private outline(at: string, outline: readonly Point[]): void {
    if (this.count(at, outline.length, 3) && this.allInside(at, outline)) {
      const fault = faultOf(outline);
      if (fault) this.add(`${at} ${fault.path}`, fault.key, fault.values);
    }
  }

  private line(at: string, line: readonly Point[]): void {
    if (
      this.count(at, line.length, 2) &&
      this.allInside(at, line) &&
      line.every((p) => p[0] === line[0]![0] && p[1] === line[0]![1])
    ) {
      this.add(`${at} points`, 'line');
    }
  }

  private count(at: string, size: number, least: number): boolean {
    this.points += size;
    if (size < least || size > MAX_POINTS) {
      this.add(`${at} points`, 'points', { count: size, least, most: MAX_POINTS });
      return false;
    }
    return this.notTooMany(`${at} points`, this.points, MAX_POINTS_IN_ALL, 'pointsInAll');
  }

  /** What counts up to a limit over the whole answer. */
  private notTooMany(at: string, soFar: number, most: number, key: string): boolean {
    if (soFar > most) this.add(at, key, { most });
    return soFar <= most;
  }

  /** The first point outside is enough to tell. */
  private allInside(at: string, shape: readonly Point[]): boolean {
    return shape.every((p, i) => this.inside(`${at} points[${i}]`, p[0], p[1]));
  }

  private inside(at: string, x: number, y: number): boolean {
    const inside = reaches(x, this.width) && reaches(y, this.height);
    if (!inside) this.add(at, 'outside', { x, y });
    return inside;
  }

  private figure(at: string, figure: Figure): void {
    const expected = this.classes.get(figure.classId)?.skeleton?.points.length ?? 0;
    if (figure.points.length !== expected) {
      this.add(`${at} points`, 'skeleton', { count: figure.points.length, expected });
      return;
    }
    this.points += expected;
    if (!this.notTooMany(`${at} points`, this.points, MAX_POINTS_IN_ALL, 'pointsInAll')) return;
    figure.points.forEach((p, i) => {
      if (p.visibility !== 'absent') {
        this.inside(`${at} points[${i}]`, p.x, p.y);
      } else if (p.x !== 0 || p.y !== 0) {
        this.add(`${at} points[${i}]`, 'absent');
      }
    });
    if (figure.points.every((p) => p.visibility === 'absent')) this.add(at, 'figure');
  }

  private mask(at: string, mask: Mask): void {
    this.runs += mask.counts.length;
    if (!this.notTooMany(`${at} counts`, this.runs, MAX_RUNS, 'runs')) return;
    if (
      !isSize(mask.width, this.width) ||
      !isSize(mask.height, this.height) ||
      mask.width * mask.height > MAX_PIXELS
    ) {
      this.add(`${at} size`, 'maskSize', { width: mask.width, height: mask.height });
      return;
    }
    const fault = maskFault(mask);
    if (fault) this.add(`${at} ${fault.path}`, fault.key, fault.values);
  }

  private transcript(at: string, transcript: Transcript): void {
    this.text(`${at} text`, transcript.text);
    const region = transcript.region ?? [];
    if (region.length > 0) {
      this.outline(`${at} region`, region);
    } else if (this.wholePicture.has(transcript.classId)) {
      this.add(`${at} region`, 'secondText');
    }
    if (region.length === 0) this.wholePicture.add(transcript.classId);
  }

  private text(at: string, text: string): void {
    this.characters += text.length;
    if (isBlank(text) || text.length > MAX_TEXT) {
      this.add(at, text.length > MAX_TEXT ? 'textLong' : 'textEmpty', { count: text.length, most: MAX_TEXT });
    } else if (unprintable(text)) {
      this.add(at, 'control');
    } else {
      this.notTooMany(`${at} characters`, this.characters, MAX_TEXT_IN_ALL, 'textInAll');
    }
  }
}

/** Outlines are never changed, only replaced: each is looked at once. */
const looked = new WeakMap<readonly Point[], ReturnType<typeof outlineFault>>();

function faultOf(outline: readonly Point[]): ReturnType<typeof outlineFault> {
  let fault = looked.get(outline);
  if (fault === undefined) {
    fault = outlineFault(outline);
    looked.set(outline, fault);
  }
  return fault;
}

const reaches = (value: number, limit: Size): boolean =>
  value >= -TOLERANCE && value <= (limit === null ? Number.MAX_VALUE : limit + TOLERANCE);

const isSize = (said: number, known: Size): boolean =>
  known === null ? said >= 1 && said <= 100_000 : said === known;

const shorten = (text: string): string => (text.length <= 64 ? text : text.slice(0, 64) + '…');

export function attributeFault(attribute: Attribute, value: string | null): Omit<Fault, 'path'> | null {
  const name = attribute.name;
  if (value === null) {
    return attribute.required === true ? { key: 'attribute.missing', values: { name } } : null;
  }
  switch (attribute.type) {
    case 'flag':
      return value === 'true' || value === 'false' ? null : { key: 'attribute.flag', values: { name } };
    case 'choice':
      return (attribute.choices ?? []).includes(value) ? null : { key: 'attribute.choice', values: { name } };
    case 'number':
      return isWithin(attribute, value) ? null : numberFault(attribute);
    case 'text':
      return value.length <= MAX_ATTRIBUTE_TEXT
        ? null
        : { key: 'attribute.text', values: { name, most: MAX_ATTRIBUTE_TEXT } };
  }
}

function numberFault({ name, min, max }: Attribute): Omit<Fault, 'path'> {
  if (min != null && max != null) return { key: 'attribute.numberBetween', values: { name, min, max } };
  if (min != null) return { key: 'attribute.numberFrom', values: { name, min } };
  if (max != null) return { key: 'attribute.numberTo', values: { name, max } };
  return { key: 'attribute.number', values: { name } };
}

function isWithin({ min, max }: Attribute, value: string): boolean {
  if (value.length > 32 || !/^-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?$/.test(value) || value.endsWith('\n')) {
    return false;
  }
  const number = Number(value);
  return Number.isFinite(number) && (min == null || number >= min) && (max == null || number <= max);
}

function maskFault(mask: Mask): Fault | null {
  let all = 0;
  let inside = 0;
  for (let i = 0; i < mask.counts.length; i++) {
    const run = mask.counts[i]!;
    if (run < 0 || (run === 0 && i > 0)) return { path: `counts[${i}]`, key: 'run', values: { run } };
    all += run;
    inside += i % 2 === 1 ? run : 0;
  }
  if (all !== mask.width * mask.height) return { path: 'counts', key: 'runSum' };
  return inside > 0 ? null : { path: 'counts', key: 'maskEmpty' };
}

/** As Java's String.isBlank: no-break spaces are not blank, separators of records are. */
export const isBlank = (text: string): boolean =>
  /^[\t-\r\x1c-\x20\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]*$/.test(text);

const UNPRINTABLE = /[\x00-\x08\x0b-\x1f\x7f-\x9f]|\p{Surrogate}/u;

/** Characters of control but tab and line feed, or half a surrogate pair. */
const unprintable = (text: string): boolean => UNPRINTABLE.test(text);

/** What was typed or pasted, without what the server refuses. */
export const printable = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(new RegExp(UNPRINTABLE, 'gu'), '');

// Length as JSON, a little more than it is, counted as the server counts.

const AROUND = 120;

function bytesOf(answer: Answer): number {
  switch (answer.tool) {
    case 'category':
      return AROUND + textBytes(answer.classId);
    case 'tags':
      return AROUND + sum([...new Set(answer.classIds)], textBytes);
    case 'box':
      return (
        AROUND +
        sum(
          answer.boxes,
          (b) =>
            objectBytes(b) +
            numberBytes(b.x) +
            numberBytes(b.y) +
            numberBytes(b.width) +
            numberBytes(b.height) +
            numberBytes(b.rotation ?? 0),
        )
      );
    case 'polygon':
      return AROUND + sum(answer.polygons, (p) => objectBytes(p) + pointBytes(p.points));
    case 'polyline':
      return AROUND + sum(answer.polylines, (p) => objectBytes(p) + pointBytes(p.points));
    case 'keypoints':
      return (
        AROUND +
        sum(
          answer.figures,
          (f) =>
            objectBytes(f) +
            sum(
              f.points,
              (p) => numberBytes(p.x) + numberBytes(p.y) + '{"x":"y":"visibility":"visible"},'.length,
            ),
        )
      );
    case 'mask':
      return AROUND + sum(answer.masks, (m) => objectBytes(m) + sum(m.counts, (run) => String(run).length + 1));
    case 'transcript':
      return (
        AROUND +
        sum(answer.transcripts, (t) => objectBytes(t) + textBytes(t.text) + pointBytes(t.region ?? []))
      );
    case 'verification':
      return AROUND;
  }
}

function sum<T>(all: readonly T[], size: (one: T) => number): number {
  let total = 0;
  for (const one of all) total += size(one);
  return total;
}

const objectBytes = (object: { classId: string; attributes?: Attributes }): number =>
  AROUND +
  textBytes(object.classId) +
  sum(Object.entries(object.attributes ?? {}), ([id, value]) => textBytes(id) + textBytes(value));

const pointBytes = (points: readonly Point[]): number =>
  sum(points, (p) => numberBytes(p[0]) + numberBytes(p[1]) + 3);

/** With the comma after it; as long as Java's Double.toString. */
export function numberBytes(value: number): number {
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e7)) {
    const [digits, exponent] = value.toExponential().split('e') as [string, string];
    return digits.length + (digits.includes('.') ? 0 : 2) + 1 + String(Number(exponent)).length + 1;
  }
  const plain = String(value);
  return plain.length + (plain.includes('.') ? 0 : 2) + 1;
}

function textBytes(text: string): number {
  let bytes = 6;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    bytes += c < 0x20 ? 6 : c < 0x80 ? (c === 0x22 || c === 0x5c ? 2 : 1) : c < 0x800 ? 2 : 3;
  }
  return bytes;
}
