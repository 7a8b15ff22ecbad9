import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('is what the description of the API says', async () => {
  const { types } = (await import('../../api/generate.mjs')) as { types: () => Promise<string> };

  expect(readFileSync(new URL('./schema.d.ts', import.meta.url), 'utf8')).toBe(await types());
}, 60_000);
