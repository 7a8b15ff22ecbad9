import type { Answer, Ontology } from '../api/types';

/** One line of answers side by side: a class, or a place with text. */
export interface Row {
  name: string;
  /** By answer. */
  cells: string[];
  differs: boolean;
}

/** What each answer says of each class; empty where one line says all. */
export function sideBySide(answers: Answer[], ontology: Ontology, yes: string): Row[] {
  if (answers.length < 2) {
    return [];
  }
  const texts = answers.every((answer) => answer.tool === 'transcript');
  const rows = ontology.classes
    .map(({ id, name }) => row(name, answers.map((answer) => (texts ? textOf(answer, id) : countOf(answer, id, yes)))))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  return rows.length === 1 && answers.every((answer) => answer.tool === 'category') ? [] : rows;
}

function row(name: string, cells: string[]): Row {
  return { name, cells, differs: new Set(cells).size > 1 };
}

function countOf(answer: Answer, id: string, yes: string): string {
  const counted = (all: { classId: string }[]) => {
    const n = all.filter((one) => one.classId === id).length;
    return n === 0 ? '' : String(n);
  };
  switch (answer.tool) {
    case 'category':
      return answer.classId === id ? yes : '';
    case 'tags':
      return answer.classIds.includes(id) ? yes : '';
    case 'box':
      return counted(answer.boxes);
    case 'polygon':
      return counted(answer.polygons);
    case 'polyline':
      return counted(answer.polylines);
    case 'keypoints':
      return counted(answer.figures);
    case 'mask':
      return counted(answer.masks);
    case 'transcript':
      return counted(answer.transcripts);
    case 'verification':
      return '';
  }
}

function textOf(answer: Answer, id: string): string {
  return answer.tool === 'transcript'
    ? answer.transcripts
        .filter((one) => one.classId === id)
        .map((one) => one.text)
        .join('\n')
    : '';
}

/** A piece of a text; `own`: the other text does not have it. */
export interface Piece {
  text: string;
  own: boolean;
}

const MAX_WORDS = 400;

/** The text in pieces, with the words that the other one does not have marked. */
export function against(text: string, other: string): Piece[] {
  const mine = text.split(/(\s+)/);
  const theirs = other.split(/(\s+)/);
  if (text === other || mine.length > MAX_WORDS || theirs.length > MAX_WORDS) {
    return [{ text, own: false }];
  }
  const longest = Array.from({ length: mine.length + 1 }, () => new Uint16Array(theirs.length + 1));
  for (let i = mine.length - 1; i >= 0; i--) {
    for (let j = theirs.length - 1; j >= 0; j--) {
      longest[i]![j] =
        mine[i] === theirs[j] ? longest[i + 1]![j + 1]! + 1 : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!);
    }
  }
  const pieces: Piece[] = [];
  const add = (word: string, own: boolean) => {
    const last = pieces.at(-1);
    if (last && last.own === own) {
      last.text += word;
    } else if (word !== '') {
      pieces.push({ text: word, own });
    }
  };
  let j = 0;
  mine.forEach((word, i) => {
    while (j < theirs.length && longest[i]![j + 1]! === longest[i]![j]! && word !== theirs[j]) {
      j++;
    }
    if (j < theirs.length && word === theirs[j]) {
      add(word, false);
      j++;
    } else {
      add(word, true);
    }
  });
  return pieces;
}
