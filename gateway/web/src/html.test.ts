import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const READS_HTML = /\{@html|\.innerHTML|\.outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|srcdoc|setHTML/;

const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.(svelte|ts)$/.test(name) && !name.endsWith('.test.ts'),
);

describe('what people wrote', () => {
  it('is looked for everywhere', () => {
    expect(sources.length).toBeGreaterThan(50);
  });

  it.each(sources)('is never read as HTML in %s', (name) => {
    expect(readFileSync(join(import.meta.dirname, name), 'utf8')).not.toMatch(READS_HTML);
  });
});
