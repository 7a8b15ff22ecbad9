import { describe, expect, it } from 'vitest';
import { differences, type Piece } from './differences';

const marked = (pieces: Piece[]) => pieces.map((piece) => (piece.changed ? `[${piece.text}]` : piece.text)).join('');
const plain = (pieces: Piece[]) => pieces.map((piece) => piece.text).join('');

describe('differences of two lines', () => {
  it.each([
    ['Dogs are dogs.', 'Wolves are dogs.', '[Dogs] are dogs.', '[Wolves] are dogs.'],
    ['a dog', 'a dog, or a wolf', 'a dog', 'a dog[, or a wolf]'],
    ['same', 'same', 'same', 'same'],
    ['', 'new', '', '[new]'],
    ['बिल्ली घर में है', 'बिल्ली बाहर है', 'बिल्ली [घर में] है', 'बिल्ली [बाहर] है'],
  ])('marks what changed between "%s" and "%s"', (before, after, markedBefore, markedAfter) => {
    const found = differences(before, after);

    expect(plain(found.before)).toBe(before);
    expect(plain(found.after)).toBe(after);
    expect([marked(found.before), marked(found.after)]).toEqual([markedBefore, markedAfter]);
  });

  it('ends with lines of any length', () => {
    const long = 'word '.repeat(5000);
    const found = differences(long, `${long}more`);

    expect(found.before.every((piece) => piece.changed)).toBe(true);
    expect(plain(found.after)).toBe(`${long}more`);
  });
});
