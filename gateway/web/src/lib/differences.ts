/** A piece of a text, and whether the other text lacks it. */
export interface Piece {
  text: string;
  changed: boolean;
}

/** Longer lines are shown as changed as a whole. */
const MOST_WORDS = 400;

/** Two lines word by word: what of each the other one lacks. */
export function differences(before: string, after: string): { before: Piece[]; after: Piece[] } {
  const a = before.match(/\s+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu) ?? [];
  const b = after.match(/\s+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu) ?? [];
  if (a.length > MOST_WORDS || b.length > MOST_WORDS) {
    return { before: pieces(a, () => true), after: pieces(b, () => true) };
  }
  // length of the longest common part of what follows, by place in both
  const common = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i]![j] = a[i] === b[j] ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!);
    }
  }
  const keptBefore = new Set<number>();
  const keptAfter = new Set<number>();
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      keptBefore.add(i++);
      keptAfter.add(j++);
    } else if (common[i + 1]![j]! >= common[i]![j + 1]!) {
      i++;
    } else {
      j++;
    }
  }
  return { before: pieces(a, (i) => !keptBefore.has(i)), after: pieces(b, (i) => !keptAfter.has(i)) };
}

function pieces(words: readonly string[], changed: (i: number) => boolean): Piece[] {
  const found: Piece[] = [];
  words.forEach((text, i) => {
    const last = found.at(-1);
    if (last && last.changed === changed(i)) {
      last.text += text;
    } else {
      found.push({ text, changed: changed(i) });
    }
  });
  return found;
}
