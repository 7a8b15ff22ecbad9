import { expect, it } from 'vitest';
import type { Answer, Ontology } from '../api/types';
import { against, sideBySide } from './compare';

const ontology = {
  tool: 'tags',
  classes: [
    { id: 'a', name: 'Animal' },
    { id: 'b', name: 'Boat' },
    { id: 'c', name: 'Car' },
  ],
} as Ontology;

it('shows what each answer says of each class that one names', () => {
  const answers: Answer[] = [
    { tool: 'tags', classIds: ['a', 'b'] },
    { tool: 'tags', classIds: ['a'] },
  ];

  expect(sideBySide(answers, ontology, '✓')).toEqual([
    { name: 'Animal', cells: ['✓', '✓'], differs: false },
    { name: 'Boat', cells: ['✓', ''], differs: true },
  ]);
});

it('counts what is drawn', () => {
  const box = { classId: 'c', x: 0, y: 0, width: 1, height: 1 };
  const answers: Answer[] = [
    { tool: 'box', boxes: [box, box] },
    { tool: 'box', boxes: [] },
  ];

  expect(sideBySide(answers, ontology, '✓')).toEqual([{ name: 'Car', cells: ['2', ''], differs: true }]);
});

it('puts texts beside each other', () => {
  const said = (text: string): Answer => ({ tool: 'transcript', transcripts: [{ classId: 'a', text }] });

  expect(sideBySide([said('one two'), said('one too')], ontology, '✓')).toEqual([
    { name: 'Animal', cells: ['one two', 'one too'], differs: true },
  ]);
});

it('has nothing to compare one answer with', () => {
  expect(sideBySide([{ tool: 'tags', classIds: ['a'] }], ontology, '✓')).toEqual([]);
});

it('marks the words that the other text does not have', () => {
  expect(against('the quick brown fox', 'the brown dog')).toEqual([
    { text: 'the ', own: false },
    { text: 'quick ', own: true },
    { text: 'brown ', own: false },
    { text: 'fox', own: true },
  ]);
  expect(against('same', 'same')).toEqual([{ text: 'same', own: false }]);
  expect(against('', 'gone')).toEqual([]);
});
