import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { faults, isBlank, numberBytes, printable } from '../rules';
import { editorTexts as english } from '../texts.en';
import { editorTexts as hindi } from '../texts.hi';
import type { Answer, Ontology } from '../types';

interface Case {
  name: string;
  ontology: Ontology;
  width: number | null;
  height: number | null;
  answer: Answer;
  problems: string[];
}

/** The cases that the server's own test is held to. */
const cases = JSON.parse(
  readFileSync(new URL('../../../../../events/src/test/resources/answer-cases.json', import.meta.url), 'utf8'),
) as Case[];

describe('rules', () => {
  it.each(cases.map((one) => [one.name, one] as const))('says what the server says: %s', (_name, one) => {
    const found = faults(one.answer, one.ontology, one.width, one.height);

    expect(found.map(({ path }) => path)).toEqual(one.problems.map((problem) => problem.slice(0, problem.indexOf(': '))));
  });

  it('has a sentence in each language for all that it finds', () => {
    for (const one of cases) {
      for (const { key } of faults(one.answer, one.ontology, one.width, one.height)) {
        expect(english).toHaveProperty([`editor.problem.${key}`]);
        expect(hindi).toHaveProperty([`editor.problem.${key}`]);
      }
    }
  });

  it('holds to the limits of a whole answer', () => {
    const classes = [{ id: 'c', name: 'C', attributes: [{ id: 'note', name: 'Note', type: 'text' }] }] as const;
    const paths = (answer: Answer): string[] => faults(answer, { tool: answer.tool, classes }, 100, 50).map(({ path }) => path);
    const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);
    const box = { classId: 'c', x: 1, y: 1, width: 5, height: 5 };
    const noted = { ...box, attributes: { note: 'x'.repeat(500) } };
    const line = { classId: 'c', points: Array.from({ length: 2_000 }, (_, i) => [i % 100, i % 7] as const) };
    const striped = { classId: 'c', width: 100, height: 50, counts: times(5_000, 1) };
    const text = { classId: 'c', text: 'x'.repeat(5_000), region: [[0, 0], [9, 0], [9, 9]] as const };

    expect(paths({ tool: 'box', boxes: times(500, box) })).toEqual([]);
    expect(paths({ tool: 'box', boxes: times(501, box) })).toEqual(['boxes']);
    expect(paths({ tool: 'box', boxes: times(25, { ...box, x: 99 }) })).toHaveLength(20);
    expect(paths({ tool: 'box', boxes: times(100, noted) })[0]).toBe('boxes[99] attributes');
    expect(paths({ tool: 'polyline', polylines: times(5, line) })).toEqual([]);
    expect(paths({ tool: 'polyline', polylines: times(6, line) })).toEqual(['polylines[5] points']);
    expect(paths({ tool: 'polyline', polylines: [{ ...line, points: [...line.points, [1, 1]] }] })).toEqual(['polylines[0] points']);
    expect(paths({ tool: 'mask', masks: times(10, striped) })).toEqual([]);
    expect(paths({ tool: 'mask', masks: times(11, striped) })).toEqual(['masks[10] counts']);
    expect(paths({ tool: 'transcript', transcripts: times(4, text) })).toEqual([]);
    expect(paths({ tool: 'transcript', transcripts: times(5, text) })).toEqual(['transcripts[4] text characters']);
    expect(paths({ tool: 'transcript', transcripts: [{ ...text, text: 'x'.repeat(5_001) }] })).toEqual(['transcripts[0] text']);
    const digits = (x: number): number => x / 3 + 0.123456789012345;
    const precise = { ...line, points: line.points.map(([x, y]) => [digits(x), digits(y) + 1e-9] as const) };
    expect(paths({ tool: 'polyline', polylines: times(5, precise) })).toEqual([]);
    const tiny = { ...line, points: line.points.map((_, i) => [(i + 1) * 1.2345678901234567e-8, (i + 1) * 1.2345678901234567e-8] as const) };
    expect(paths({ tool: 'polyline', polylines: times(5, tiny) })).toEqual(['answer']);
  });

  it('counts digits as Java writes them', () => {
    const java: [number, string][] = [
      [0, '0.0'], [12, '12.0'], [12.5, '12.5'], [1e7, '1.0E7'], [12345678.25, '1.234567825E7'], [0.001, '0.001'],
      [0.0005, '5.0E-4'], [-3, '-3.0'], [9999999, '9999999.0'], [1.5e-10, '1.5E-10'],
    ];
    for (const [value, text] of java) expect(numberBytes(value)).toBe(text.length + 1);
  });

  it('knows what Java takes for blank', () => {
    for (const blank of ['', ' ', '\n\t', '\u2003', '\u001f', '\u3000']) expect(isBlank(blank)).toBe(true);
    for (const text of ['\u00a0', '\u2007', '\u202f', '\ufeff', ' x ']) expect(isBlank(text)).toBe(false);
  });

  it('leaves out of what is pasted what the server refuses', () => {
    expect(printable('a\r\nb\u0007c\ud800d\te😀')).toBe('a\nbcd\te😀');
  });
});

describe('texts', () => {
  it('are the same in each language, with the same values', () => {
    expect(Object.keys(hindi).sort()).toEqual(Object.keys(english).sort());
    const values = (text: string): string[] => [...text.matchAll(/\{(\w+)}/g)].map((match) => match[1]!).sort();
    for (const [key, text] of Object.entries(english)) expect(values(hindi[key]!), key).toEqual(values(text));
  });

  it('are there for every key that the code names', () => {
    const used = new Set<string>();
    for (const file of ['session', 'panel', 'stage', 'index', 'rules', 'outlines']) {
      const code = readFileSync(new URL(`../${file}.ts`, import.meta.url), 'utf8');
      for (const [, key] of code.matchAll(/\bsay\('([\w.]+)'/g)) used.add(`editor.say.${key}`);
      for (const [, key] of code.matchAll(/this\.text\('([\w.]+)'/g)) used.add(`editor.${key}`);
      for (const [, key] of code.matchAll(/'(editor\.[\w.]+\w)'/g)) if (!key!.endsWith('.css')) used.add(key!);
      for (const [, key] of code.matchAll(/barButton\('\w+', '\w+', '(\w+)'/g)) used.add(`editor.${key}`);
      if (file === 'rules' || file === 'outlines') for (const [, key] of code.matchAll(/key: '([\w.]+)'/g)) used.add(`editor.problem.${key}`);
    }
    expect([...used].filter((key) => !(key in english))).toEqual([]);
  });
});
