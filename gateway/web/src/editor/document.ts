import { degrees, round } from './geometry';
import type { Shape } from './shapes';
import type { Answer, Attributes, Ontology, Point } from './types';

/** An object of an answer, with an identity of its own while it is edited. */
export interface Item {
  readonly id: number;
  readonly classId: string;
  readonly attributes: Attributes;
  readonly shape: Shape;
}

/** What is answered, as it is edited. */
export interface Doc {
  readonly items: readonly Item[];
  /** With categories and tags. */
  readonly classIds: readonly string[];
  /** With verification. */
  readonly correct: boolean | null;
}

export const EMPTY: Doc = { items: [], classIds: [], correct: null };

export function shapesOf(answer: Answer): { classId: string; attributes: Attributes; shape: Shape }[] {
  const each = <T extends { classId: string; attributes?: Attributes }>(
    all: readonly T[],
    shape: (one: T) => Shape,
  ): { classId: string; attributes: Attributes; shape: Shape }[] =>
    all.map((one) => ({ classId: one.classId, attributes: one.attributes ?? {}, shape: shape(one) }));
  switch (answer.tool) {
    case 'box':
      return each(answer.boxes, (b) => ({
        kind: 'box',
        x: b.x,
        y: b.y,
        width: b.width,
        height: b.height,
        rotation: b.rotation ?? 0,
      }));
    case 'polygon':
      return each(answer.polygons, (p) => ({ kind: 'polygon', points: p.points }));
    case 'polyline':
      return each(answer.polylines, (p) => ({ kind: 'polyline', points: p.points }));
    case 'keypoints':
      return each(answer.figures, (f) => ({ kind: 'figure', points: f.points }));
    case 'mask':
      return each(answer.masks, (m) => ({ kind: 'mask', counts: m.counts }));
    case 'transcript':
      return each(answer.transcripts, (t) => ({ kind: 'text', text: t.text, region: t.region ?? [] }));
    case 'category':
    case 'tags':
    case 'verification':
      return [];
  }
}

export function docOf(answer: Answer | null | undefined, ontology: Ontology): Doc {
  if (!answer || answer.tool !== ontology.tool) return EMPTY;
  return {
    items: shapesOf(answer).map((one, i) => ({ id: i + 1, ...one })),
    classIds: answer.tool === 'category' ? [answer.classId] : answer.tool === 'tags' ? [...answer.classIds] : [],
    correct: answer.tool === 'verification' ? answer.correct : null,
  };
}

/** Null while there is none: no class chosen, nothing judged. */
export function answerOf(doc: Doc, ontology: Ontology, width: number, height: number): Answer | null {
  const each = <K extends Shape['kind'], T>(
    kind: K,
    shape: (shape: Extract<Shape, { kind: K }>) => T,
  ): (T & { classId: string; attributes?: Attributes })[] =>
    doc.items.flatMap((item) =>
      item.shape.kind === kind
        ? [
            {
              classId: item.classId,
              ...shape(item.shape as Extract<Shape, { kind: K }>),
              ...said(item.attributes),
            },
          ]
        : [],
    );
  switch (ontology.tool) {
    case 'category':
      return doc.classIds[0] === undefined ? null : { tool: 'category', classId: doc.classIds[0] };
    case 'tags':
      return { tool: 'tags', classIds: [...doc.classIds].sort() };
    case 'verification':
      return doc.correct === null ? null : { tool: 'verification', correct: doc.correct };
    case 'box':
      return {
        tool: 'box',
        boxes: each('box', ({ x, y, width: w, height: h, rotation }) =>
          rotation === 0 ? { x, y, width: w, height: h } : { x, y, width: w, height: h, rotation },
        ),
      };
    case 'polygon':
      return { tool: 'polygon', polygons: each('polygon', ({ points }) => ({ points })) };
    case 'polyline':
      return { tool: 'polyline', polylines: each('polyline', ({ points }) => ({ points })) };
    case 'keypoints':
      return { tool: 'keypoints', figures: each('figure', ({ points }) => ({ points })) };
    case 'mask':
      return { tool: 'mask', masks: each('mask', ({ counts }) => ({ width, height, counts })) };
    case 'transcript':
      return {
        tool: 'transcript',
        transcripts: each('text', ({ text, region }) => (region.length > 0 ? { text, region } : { text })),
      };
  }
}

/** In the server's order, so that equal answers are equal bytes. */
function said(attributes: Attributes): { attributes?: Attributes } {
  const ids = Object.keys(attributes).sort();
  return ids.length === 0 ? {} : { attributes: Object.fromEntries(ids.map((id) => [id, attributes[id]!])) };
}

/** From another picture, or a little aside, within this one. */
export function scaledShape(shape: Shape, by: Point): Shape {
  if (by[0] === 1 && by[1] === 1) return shape;
  const p = ([x, y]: Point): Point => [round(x * by[0]), round(y * by[1])];
  switch (shape.kind) {
    case 'box':
      return {
        ...shape,
        x: round(shape.x * by[0]),
        y: round(shape.y * by[1]),
        width: round(shape.width * by[0]),
        height: round(shape.height * by[1]),
        rotation: degrees(shape.rotation),
      };
    case 'polygon':
    case 'polyline':
      return { ...shape, points: shape.points.map(p) };
    case 'text':
      return { ...shape, region: shape.region.map(p) };
    case 'figure':
      return {
        ...shape,
        points: shape.points.map((one) => ({ ...one, x: round(one.x * by[0]), y: round(one.y * by[1]) })),
      };
    case 'mask':
      return shape;
  }
}

// Snapshots: the first state whole, each later one as what differs, so that a long history stays small.

interface Step {
  /** Ids in order where it changed. */
  readonly order?: readonly number[];
  readonly set?: readonly Item[];
  readonly classIds?: readonly string[];
  readonly correct?: boolean | null;
}

export function packed(states: readonly Doc[]): Step[] {
  let before = EMPTY;
  return states.map((doc) => {
    const known = new Map(before.items.map((item) => [item.id, item]));
    const set = doc.items.filter((item) => known.get(item.id) !== item);
    const sameOrder =
      doc.items.length === before.items.length && doc.items.every((item, i) => item.id === before.items[i]!.id);
    const step: Step = {
      ...(sameOrder ? {} : { order: doc.items.map((item) => item.id) }),
      ...(set.length > 0 ? { set } : {}),
      ...(doc.classIds === before.classIds ? {} : { classIds: doc.classIds }),
      ...(doc.correct === before.correct ? {} : { correct: doc.correct }),
    };
    before = doc;
    return step;
  });
}

export function unpacked(steps: readonly Step[]): Doc[] {
  let before = EMPTY;
  const known = new Map<number, Item>();
  return steps.map((step) => {
    for (const item of step.set ?? []) known.set(item.id, item);
    const order = step.order ?? before.items.map((item) => item.id);
    // what was taken away and comes back with an undo has the value of its own state
    before = {
      items: order.map((id) => known.get(id)!),
      classIds: step.classIds ?? before.classIds,
      correct: step.correct === undefined ? before.correct : step.correct,
    };
    return before;
  });
}
