import type { Card, Figures, Reason } from '../api/types';

/** What somebody chose to see of the projects; kept on the device. */
export interface Filters {
  /** Words of the project, its skill, or what it asks. */
  words: string;
  tool: string;
  sort: 'ready' | 'pay' | 'hourly' | 'open' | 'name';
  onlyReady: boolean;
  /** Of the currency's large unit, per picture; empty for any. */
  least: string;
}

export const NO_FILTERS: Filters = { words: '', tool: '', sort: 'ready', onlyReady: false, least: '' };

const KEY = 'assay.filters';

export function keptFilters(): Filters {
  try {
    return { ...NO_FILTERS, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Filters>) };
  } catch {
    return { ...NO_FILTERS };
  }
}

export function keepFilters(filters: Filters): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(filters));
  } catch {
    // they hold as long as the page
  }
}

export function isFiltered(filters: Filters): boolean {
  return filters.words.trim() !== '' || filters.tool !== '' || filters.onlyReady || Number(filters.least) > 0;
}

/** What keeps somebody from all of it, beside reading the guideline. */
export function barriers(card: Card): Reason[] {
  return card.reasons.filter((reason) => reason.reason !== 'guideline-not-acknowledged' && reason.tasks === undefined);
}

/** What keeps somebody from a part of it. */
export function limits(card: Card): Reason[] {
  return card.reasons.filter((reason) => reason.tasks !== undefined);
}

/** Whether pictures can be had now, after the guideline at most. */
export function isReady(card: Card): boolean {
  return barriers(card).length === 0 && card.open > 0 && hasPlace(card);
}

/** Whether the project takes somebody more, where it has a number of places. */
function hasPlace(card: Card): boolean {
  return card.applications?.taken !== false || card.applications.places !== 0;
}

/** Whether the test, and nothing else, stands between somebody and the work. */
export function isTest(card: Card): boolean {
  const found = barriers(card);
  return card.open > 0 && hasPlace(card) && found.length > 0 && found.every((reason) => reason.reason === 'test-not-passed');
}

/** One's own pace is nearer to the truth than that of all. */
export function pace(card: { figures: Figures; mine: Figures }): number | null {
  return card.mine.pictureMillis ?? card.figures.pictureMillis ?? null;
}

/** For how long what is open lasts at least, in milliseconds; null if nobody knows. */
export function lasts(card: Card): number | null {
  const each = pace(card);
  return each === null || card.open === 0 ? null : each * card.open;
}

function hourly(card: Card): number {
  return card.mine.hourly?.minor ?? card.figures.hourly?.minor ?? 0;
}

/** Those that fit, in the order that was asked for. */
export function chosen(cards: Card[], filters: Filters): Card[] {
  const asked = filters.words.trim().toLowerCase();
  const least = Number(filters.least) * 100;
  return cards
    .filter((card) => asked === '' || `${card.name} ${card.skill} ${card.asks ?? ''}`.toLowerCase().includes(asked))
    .filter((card) => filters.tool === '' || card.tool === filters.tool)
    .filter((card) => !filters.onlyReady || isReady(card))
    .filter((card) => !(least > 0) || card.price.minor >= least)
    .sort((a, b) => order(a, b, filters.sort) || b.price.minor - a.price.minor || a.id.localeCompare(b.id));
}

function order(a: Card, b: Card, sort: Filters['sort']): number {
  switch (sort) {
    case 'pay':
      return b.price.minor - a.price.minor;
    case 'hourly':
      return hourly(b) - hourly(a);
    case 'open':
      return b.open - a.open;
    case 'name':
      return a.name.localeCompare(b.name);
    case 'ready':
      return Number(isReady(b)) - Number(isReady(a)) || Number(isTest(b)) - Number(isTest(a));
  }
}
