import { afterAll, it } from 'vitest';
import type { Point, Tool } from '../../src/editor/types';
import { closeBrowser, EditorPage } from './page';

/** Frames while drawing with much in the picture; printed, not judged: a busy machine says little. */

afterAll(closeBrowser);

async function frames(at: EditorPage, act: () => Promise<void>): Promise<string> {
  await at.page.evaluate(() => {
    const w = window as unknown as { deltas: number[]; run: boolean };
    w.deltas = [];
    w.run = true;
    let before = performance.now();
    const tick = (now: number): void => {
      w.deltas.push(now - before);
      before = now;
      if (w.run) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  const session = await at.context.newCDPSession(at.page);
  await session.send('Performance.enable');
  const busy = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')!.value;
  };
  const from = await busy();
  await act();
  const spent = (await busy()) - from;
  const deltas = await at.page.evaluate(() => {
    const w = window as unknown as { deltas: number[]; run: boolean };
    w.run = false;
    return w.deltas.slice(2);
  });
  const sorted = [...deltas].sort((a, b) => a - b);
  const mean = deltas.reduce((a, b) => a + b, 0) / deltas.length;
  return `${(1000 / mean).toFixed(0)} frames/s, p95 ${sorted[Math.floor(sorted.length * 0.95)]!.toFixed(0)} ms, main thread ${((spent * 1000) / deltas.length).toFixed(1)} ms per frame (${deltas.length} frames)`;
}

async function middleOfFirst(at: EditorPage): Promise<Point> {
  const answer = await at.answer();
  const points = answer?.tool === 'polygon' ? answer.polygons[0]!.points : [];
  const mean = (axis: 0 | 1): number => points.reduce((sum, p) => sum + p[axis], 0) / points.length;
  return [mean(0), mean(1)];
}

async function measure(name: string, tool: Tool, query: string, from: Point | 'first', by: Point, before?: (at: EditorPage) => Promise<void>): Promise<void> {
  const at = await EditorPage.open(tool, { query });
  await before?.(at);
  const at0 = from === 'first' ? await middleOfFirst(at) : from;
  const a = await at.screen(at0);
  const b = await at.screen([at0[0] + by[0], at0[1] + by[1]]);
  await at.page.mouse.move(a[0], a[1]);
  const said = await frames(at, async () => {
    await at.page.mouse.down();
    for (let i = 1; i <= 120; i++) {
      const t = i / 120;
      await at.page.mouse.move(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t + 12 * Math.sin(i / 4));
    }
    await at.page.mouse.up();
  });
  console.log(`${name}: ${said}`);
  await at.close();
}

it('300 objects: a point is drawn', () =>
  measure('300 objects, a point is drawn', 'polygon', 'count=300', [640, 300], [260, 200], async (at) => {
    await at.command('next');
  }));
it('300 objects: the picture is moved', () =>
  measure('300 objects, the picture is moved', 'polygon', 'count=300', [400, 300], [500, 200], (at) => at.command('pan')));
it.each(['count=300', 'megapixels=24&count=300'])('one of 300 objects is moved: %s', (query) =>
  measure(`one of 300 objects is moved (${query})`, 'polygon', query, 'first', [300, 120], async (at) => {
    await at.command('next');
    await at.command('select');
  }));
it('300 objects: one is moved by keys', async () => {
  const at = await EditorPage.open('polygon', { query: 'count=300' });
  await at.focusStage();
  await at.command('next');
  const said = await frames(at, async () => {
    for (let i = 0; i < 100; i++) await at.keys('Shift+ArrowRight');
  });
  console.log(`300 objects, one is moved by keys: ${said}`);
  await at.close();
});
it('24 megapixels: the picture is moved', () =>
  measure('24 megapixels, the picture is moved', 'box', 'megapixels=24', [1000, 1000], [3000, 2000], async (at) => {
    await at.command('zoomIn');
    await at.command('pan');
  }));
it('24 megapixels: a box is drawn', () => measure('24 megapixels, a box is drawn', 'box', 'megapixels=24', [1000, 1000], [3000, 2000]));
it('24 megapixels: a mask is painted', () => measure('24 megapixels, a mask is painted', 'mask', 'megapixels=24', [1000, 1000], [3000, 2000]));
it('24 megapixels and 300 objects: a polygon is moved', () =>
  measure('24 megapixels and 300 objects, moved', 'polygon', 'megapixels=24&count=300', [1000, 1000], [3000, 2000], (at) => at.command('pan')));
