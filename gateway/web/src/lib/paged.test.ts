import { describe, expect, it } from 'vitest';
import { Paged } from './paged.svelte';

const pages: Record<string, { items: number[]; next: string | null }> = {
  '': { items: [1, 2], next: 'a' },
  a: { items: [3], next: null },
};

describe('a list in pages', () => {
  it('goes on where it ended, to its end', async () => {
    const list = new Paged<number>((after) => Promise.resolve(pages[after ?? '']!));
    const first = await list.load();
    expect(list.hasMore).toBe(true);
    await list.further();
    expect(list.after(first)).toEqual([1, 2, 3]);
    expect(list.hasMore).toBe(false);
  });

  it('brings a page once, however often it is pressed', async () => {
    const list = new Paged<number>((after) => Promise.resolve(pages[after ?? '']!));
    const first = await list.load();
    await Promise.all([list.further(), list.further()]);
    expect(list.after(first)).toEqual([1, 2, 3]);
  });

  it('drops a page of a list that was loaded anew meanwhile', async () => {
    let answer = (_: { items: number[]; next: null }): void => {};
    const list = new Paged<number>((after) => (after === null ? Promise.resolve(pages['']!) : new Promise((done) => (answer = done))));
    await list.load();
    const further = list.further();
    const first = await list.load();
    answer({ items: [9], next: null });
    await further;
    expect(list.after(first)).toEqual([1, 2]);
    expect(list.hasMore).toBe(true);
  });

  it('keeps what it has when a page fails, and tries again', async () => {
    let fails = true;
    const list = new Paged<number>((after) => (after !== null && fails ? Promise.reject(new Error('away')) : Promise.resolve(pages[after ?? '']!)));
    const first = await list.load();
    await list.further();
    expect(list.problem).toBeInstanceOf(Error);
    expect(list.after(first)).toEqual([1, 2]);
    fails = false;
    await list.further();
    expect(list.problem).toBeNull();
    expect(list.after(first)).toEqual([1, 2, 3]);
  });
});
