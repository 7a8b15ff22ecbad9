import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { ONTOLOGIES } from '../../src/dev/samples';
import type { Tool } from '../../src/editor/types';
import { closeBrowser, EditorPage } from './page';

/** Every tool at both sizes and in both themes: axe finds nothing, nothing is too small, and a screenshot is left to look at. */

const SHOTS = fileURLToPath(new URL('../../target/screenshots/', import.meta.url));
mkdirSync(SHOTS, { recursive: true });
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

afterAll(closeBrowser);

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

async function inspect(at: EditorPage, name: string): Promise<void> {
  // nothing moves any more
  await at.page.evaluate(() => Promise.allSettled(document.getAnimations().map((one) => one.finished)));
  await at.frame();
  await at.page.screenshot({ path: `${SHOTS}${name}.png` });
  // the page's own policy forbids to add a script; the debugger may
  await at.page.evaluate(AXE);
  const violations = await at.page.evaluate(async () => {
    const axe = (window as unknown as { axe: { run(options: unknown): Promise<{ violations: Violation[] }> } }).axe;
    const { violations: found } = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
    return found.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} — ${node.failureSummary}`).join('\n')}`);
  });
  const wide = await at.page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect({ violations, wide, faults: at.faults }).toEqual({ violations: [], wide: false, faults: [] });
}

const TOOLS = Object.keys(ONTOLOGIES) as Tool[];

describe.each(['phone', 'laptop'] as const)('on a %s', (size) => {
  describe.each(['light', 'dark'] as const)('in the %s', (theme) => {
    it.each(TOOLS)('%s', async (tool) => {
      const at = await EditorPage.open(tool, { size, theme, query: `with=answer&lang=${theme === 'dark' && tool === 'box' ? 'hi' : 'en'}` });
      if (!['category', 'tags', 'verification'].includes(tool)) {
        await at.command('next');
        if (tool === 'mask') await at.command('brush');
      }
      await inspect(at, `${tool}-${size}-${theme}`);
      await at.close();
    });

    it('what a reviewer sees', async () => {
      const at = await EditorPage.open('polygon', { size, theme, query: 'layers&readonly' });
      await at.command('heat');
      if (size === 'phone') await at.command('panel');
      await inspect(at, `review-${size}-${theme}`);
      await at.close();
    });

    it('a polygon that is half drawn, and crosses itself', async () => {
      const at = await EditorPage.open('polygon', { size, theme });
      for (const p of [[300, 200], [700, 500], [700, 200], [300, 500]] as const) await (size === 'phone' ? at.tap(p) : at.click(p));
      await inspect(at, `draft-${size}-${theme}`);
      await at.close();
    });

    it('the list, and the keys', async () => {
      const at = await EditorPage.open('box', { size, theme, query: 'with=answer' });
      await at.command('panel');
      await inspect(at, `list-${size}-${theme}`);
      await at.command('help');
      await inspect(at, `keys-${size}-${theme}`);
      await at.close();
    });
  });
});

it('no target of a finger is smaller than 48 pixels', async () => {
  const small: string[] = [];
  for (const tool of TOOLS) {
    const at = await EditorPage.open(tool, { size: 'phone', query: 'with=answer' });
    if (!['category', 'tags', 'verification'].includes(tool)) await at.command('next');
    for (const opened of [false, true]) {
      if (opened) await at.command('panel');
      small.push(
        ...(await at.page.evaluate(() =>
          [...document.querySelectorAll<HTMLElement>('.ed button, .ed select, .ed textarea, .ed input:not([type=checkbox]), .ed summary, .ed-check')]
            .filter((one) => one.checkVisibility())
            .map((one) => ({ one, rect: one.getBoundingClientRect() }))
            .filter(({ rect }) => rect.width > 0 && (rect.width < 47.5 || rect.height < 43.5))
            .map(({ one, rect }) => `${one.className} ${Math.round(rect.width)} × ${Math.round(rect.height)}`),
        )).map((one) => `${tool}: ${one}`),
      );
    }
    await at.close();
  }
  expect(small).toEqual([]);
});
