import type { Answer, GivenLabel, Ontology } from '../api/types';

/** Told apart by light and dark, too: from Okabe and Ito's palette. */
const COLOURS = ['#e69f00', '#56b4e9', '#009e73', '#f0e442', '#cc79a7', '#0072b2', '#d55e00', '#ffffff'];

export function colour(i: number): string {
  return COLOURS[i % COLOURS.length] ?? '#e69f00';
}

/** An answer in words, for lists side by side. */
export function words(answer: Answer, ontology: Ontology, yes: string, no: string): string[] {
  const name = (id: string) => ontology.classes.find((one) => one.id === id)?.name ?? id;
  const counted = (ids: string[]) => {
    const counts = new Map<string, number>();
    ids.forEach((id) => counts.set(id, (counts.get(id) ?? 0) + 1));
    return [...counts].map(([id, n]) => (n > 1 ? `${name(id)} × ${n}` : name(id))).sort();
  };
  switch (answer.tool) {
    case 'category':
      return [name(answer.classId)];
    case 'tags':
      return answer.classIds.map(name);
    case 'box':
      return counted(answer.boxes.map((one) => one.classId));
    case 'polygon':
      return counted(answer.polygons.map((one) => one.classId));
    case 'polyline':
      return counted(answer.polylines.map((one) => one.classId));
    case 'keypoints':
      return counted(answer.figures.map((one) => one.classId));
    case 'mask':
      return counted(answer.masks.map((one) => one.classId));
    case 'transcript':
      return answer.transcripts.map((one) => `${name(one.classId)}: ${one.text}`);
    case 'verification':
      return [answer.correct ? yes : no];
  }
}

/** Equal answers as one, with those who gave it. */
export interface Opinion {
  answer: Answer;
  labels: GivenLabel[];
  colour: string;
}

/** What most say comes first. */
export function opinions(labels: GivenLabel[]): Opinion[] {
  const found = new Map<string, GivenLabel[]>();
  for (const label of labels) {
    const key = JSON.stringify(label.answer);
    found.set(key, [...(found.get(key) ?? []), label]);
  }
  return [...found.values()]
    .sort((a, b) => b.length - a.length)
    .map((alike, i) => ({ answer: alike[0]!.answer, labels: alike, colour: colour(i) }));
}

/** A pseudonym as people can tell it apart. */
export function short(worker: string): string {
  return worker.slice(0, 6);
}
