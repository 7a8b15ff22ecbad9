import { describe, expect, it } from 'vitest';
import { help as en } from './help.en';
import { help as hi } from './help.hi';

describe('the help', () => {
  it('has the same topics in every language', () => {
    expect(hi.map((topic) => topic.id)).toEqual(en.map((topic) => topic.id));
    expect(new Set(en.map((topic) => topic.id)).size).toBe(en.length);
  });
});
