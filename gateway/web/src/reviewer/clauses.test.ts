import { expect, it } from 'vitest';
import { clausesOf } from './clauses';

it('finds headings and numbered points, in order, as text', () => {
  const guideline = '# Which animal?\n\nLook.\n\n1. A **cat**: *Cat*.\n2. A dog.\n\n- a bullet\n\n## Cars\n\n1. None.';

  expect(clausesOf(guideline)).toEqual(['Which animal?', '1. A cat: Cat.', '2. A dog.', 'Cars', '1. None.']);
});

it('shortens what is too long to be named', () => {
  const [clause] = clausesOf(`# ${'word '.repeat(40)}`);

  expect(clause).toHaveLength(100);
  expect(clause).toMatch(/…$/);
});

it('finds nothing in plain text', () => {
  expect(clausesOf('Name the animal.')).toEqual([]);
});
