import { beforeEach, expect, it, vi } from 'vitest';
import type { Card, Reason } from '../api/types';
import { chosen, isReady, isTest, keepFilters, keptFilters, lasts, NO_FILTERS } from './choice';

const card = (id: string, part: Partial<Card> = {}): Card => ({
  id,
  name: `Project ${id}`,
  tool: 'box',
  price: { minor: 150, currency: 'INR' },
  skill: 'animals',
  tier: 1,
  minTier: 1,
  test: false,
  open: 10,
  reasons: [],
  figures: {},
  mine: {},
  ...part,
});
const reason = (name: Reason['reason'], part: Partial<Reason> = {}): Reason => ({ reason: name, ...part });

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => kept.set(key, value) });
});

it('takes what asks for a reading as ready, and what a rule withholds as not', () => {
  expect(isReady(card('a', { reasons: [reason('guideline-not-acknowledged', { has: 0, needs: 1 })] }))).toBe(true);
  expect(isReady(card('a', { reasons: [reason('tier-too-low', { tasks: 100, has: 1, needs: 3 })] }))).toBe(true);
  expect(isReady(card('a', { reasons: [reason('not-qualified', { has: 1, needs: 3 })] }))).toBe(false);
  expect(isReady(card('a', { open: 0 }))).toBe(false);
});

it('takes nobody new where no place is left', () => {
  expect(isReady(card('a', { applications: { places: 0, taken: false } }))).toBe(false);
  expect(isReady(card('a', { applications: { places: 0, taken: true } }))).toBe(true);
  expect(isReady(card('a', { applications: { places: 1, taken: false } }))).toBe(true);
});

it('knows where a test alone is in the way', () => {
  const test = reason('test-not-passed', { has: 0, needs: 1 });

  expect(isTest(card('a', { reasons: [test] }))).toBe(true);
  expect(isTest(card('a', { reasons: [test, reason('project-paused')] }))).toBe(false);
  expect(isTest(card('a'))).toBe(false);
});

it('tells how long work lasts by my own pace, else by that of all', () => {
  expect(lasts(card('a', { figures: { pictureMillis: 9_000 } }))).toBe(90_000);
  expect(lasts(card('a', { figures: { pictureMillis: 9_000 }, mine: { pictureMillis: 6_000 } }))).toBe(60_000);
  expect(lasts(card('a'))).toBeNull();
});

it('filters by words, tool, pay and what may be taken', () => {
  const cards = [
    card('a', { asks: 'Draw a box around every sign.' }),
    card('b', { tool: 'mask', price: { minor: 900, currency: 'INR' } }),
    card('c', { reasons: [reason('project-paused')] }),
  ];
  const ids = (part: object) => chosen(cards, { ...NO_FILTERS, ...part }).map((one) => one.id);

  expect(ids({ words: ' SIGN ' })).toEqual(['a']);
  expect(ids({ tool: 'mask' })).toEqual(['b']);
  expect(ids({ least: '2.5' })).toEqual(['b']);
  expect(ids({ onlyReady: true })).toEqual(['b', 'a']);
  expect(ids({ least: 'x' })).toHaveLength(3);
});

it('sorts by what is asked for', () => {
  const cards = [
    card('a', { mine: { hourly: { minor: 500, currency: 'INR' } }, reasons: [reason('project-paused')] }),
    card('b', { figures: { hourly: { minor: 900, currency: 'INR' } }, open: 1 }),
    card('c', { price: { minor: 800, currency: 'INR' }, reasons: [reason('test-not-passed')], open: 100 }),
  ];
  const ids = (sort: 'ready' | 'pay' | 'hourly' | 'open') => chosen(cards, { ...NO_FILTERS, sort }).map((one) => one.id);

  expect(ids('ready')).toEqual(['b', 'c', 'a']);
  expect(ids('pay')).toEqual(['c', 'a', 'b']);
  expect(ids('hourly')).toEqual(['b', 'a', 'c']);
  expect(ids('open')).toEqual(['c', 'a', 'b']);
});

it('keeps the filters on the device', () => {
  keepFilters({ ...NO_FILTERS, tool: 'mask', onlyReady: true });

  expect(keptFilters()).toEqual({ ...NO_FILTERS, tool: 'mask', onlyReady: true });
});
