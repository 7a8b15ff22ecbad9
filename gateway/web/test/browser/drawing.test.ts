import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { pixels } from '../../src/editor/masks';
import type { Answer, Box, Point, Tool } from '../../src/editor/types';
import { closeBrowser, EditorPage } from './page';

let at: EditorPage;
afterEach(async () => {
  const { faults } = at;
  await at.close();
  expect(faults).toEqual([]);
});
afterAll(closeBrowser);

const TRIANGLE: Point[] = [[200, 200], [520, 240], [400, 480]];
const BONES: Point[] = [[640, 200], [560, 330], [720, 330], [600, 520], [680, 520]];

/** What is drawn with each tool, whoever holds the pen. */
const WANTED: Partial<Record<Tool, Answer>> = {
  box: { tool: 'box', boxes: [{ classId: 'bicycle', x: 300, y: 200, width: 300, height: 200 }] },
  polygon: { tool: 'polygon', polygons: [{ classId: 'bicycle', points: TRIANGLE }] },
  polyline: { tool: 'polyline', polylines: [{ classId: 'kerb', points: TRIANGLE }] },
  keypoints: {
    tool: 'keypoints',
    figures: [
      {
        classId: 'person',
        points: BONES.map(([x, y], i) =>
          i === 2 ? { x, y, visibility: 'hidden' as const } : i === 4 ? { x: 0, y: 0, visibility: 'absent' as const } : { x, y, visibility: 'visible' as const },
        ),
      },
    ],
  },
  transcript: {
    tool: 'transcript',
    transcripts: [{ classId: 'shop', text: 'مقهى', region: [[300, 200], [600, 200], [600, 400], [300, 400]] }],
  },
  category: { tool: 'category', classId: 'bicycle' },
  tags: { tool: 'tags', classIds: ['bicycle', 'person'] },
  verification: { tool: 'verification', correct: false },
};

/** The same but for what a finger of some pixels may miss. */
function near(found: unknown, wanted: unknown, miss: number, path = ''): void {
  if (typeof wanted === 'number') {
    expect(typeof found, path).toBe('number');
    expect(Math.abs((found as number) - wanted), path).toBeLessThanOrEqual(miss);
  } else if (typeof wanted === 'object' && wanted !== null) {
    expect(Object.keys(found as object).sort(), path).toEqual(Object.keys(wanted).sort());
    for (const [key, value] of Object.entries(wanted)) near((found as Record<string, unknown>)[key], value, miss, `${path}.${key}`);
  } else {
    expect(found, path).toEqual(wanted);
  }
}

async function box(place: number): Promise<Box | undefined> {
  const answer = await at.answer();
  return answer?.tool === 'box' ? answer.boxes[place] : undefined;
}

async function same(tool: Tool, miss: number): Promise<void> {
  near(await at.answer(), WANTED[tool], miss);
  const problems = await at.problems();
  expect(problems).toEqual([]);
  near((await at.last())?.answer, WANTED[tool], miss);
}

describe('by mouse', () => {
  const choose = (name: string): Promise<void> => at.page.locator('.ed-class', { hasText: name }).click();

  it.each(['drag', 'click and click'])('draws a box: %s', async (way) => {
    at = await EditorPage.open('box');
    await choose('Bicycle');
    if (way === 'drag') await at.drag([300, 200], [600, 400]);
    else {
      await at.click([600, 200]);
      await at.click([300, 400]);
    }
    await same('box', 1.5);
  });

  it('draws a polygon, closed at its first point', async () => {
    at = await EditorPage.open('polygon');
    await choose('Bicycle');
    for (const p of TRIANGLE) await at.click(p);
    await at.click(TRIANGLE[0]!);
    await same('polygon', 1.5);
  });

  it('draws a line, ended by a double click', async () => {
    at = await EditorPage.open('polyline');
    await choose('Kerb');
    await at.click(TRIANGLE[0]!);
    await at.click(TRIANGLE[1]!);
    await at.page.mouse.dblclick(...((await at.screen(TRIANGLE[2]!)) as [number, number]));
    await same('polyline', 1.5);
  });

  it('places the points of a figure', async () => {
    at = await EditorPage.open('keypoints');
    await at.click(BONES[0]!);
    await at.click(BONES[1]!);
    await at.page.locator('[data-command=occluded]').click();
    await at.click(BONES[2]!);
    await at.click(BONES[3]!);
    await at.page.locator('[data-command=absent]').click();
    await same('keypoints', 1.5);
  });

  it('marks a place and takes its text', async () => {
    at = await EditorPage.open('transcript');
    await choose('Shop name');
    await at.drag([300, 200], [600, 400]);
    await at.page.keyboard.type('مقهى');
    await same('transcript', 1.5);
    await at.page.locator('.ed-objects .ed-button').click();
    await at.page.keyboard.type('whole');
    expect(await at.answer()).toMatchObject({ transcripts: { 1: { classId: 'shop', text: 'whole' } } });
    expect(await at.problems()).toEqual([]);
  });

  it('paints, fills and erases', async () => {
    at = await EditorPage.open('mask');
    await at.drag([300, 200], [600, 200], [600, 400], [300, 400], [300, 200]);
    const area = async (): Promise<number> => {
      const answer = await at.answer();
      return answer?.tool === 'mask' ? answer.masks.reduce((all, mask) => all + pixels(mask.counts), 0) : -1;
    };
    const ring = await area();
    expect(ring).toBeGreaterThan(20_000);
    await at.command('fill');
    await at.click([450, 300]);
    const full = await area();
    expect(full).toBeGreaterThan(ring + 40_000);
    await at.command('outline');
    for (const p of [[800, 200], [1000, 200], [1000, 400]] as Point[]) await at.click(p);
    await at.keys('Enter');
    expect(Math.abs((await area()) - full - 20_000)).toBeLessThan(500);
    await at.command('eraser');
    await at.drag([280, 300], [640, 300]);
    expect(await area()).toBeLessThan(full + 14_000);
    expect(await at.problems()).toEqual([]);
    await at.keys('Control+z', 'Control+z', 'Control+z');
    expect(await area()).toBe(ring);
  });

  it.each(['category', 'tags', 'verification'] as const)('answers by a click: %s', async (tool) => {
    at = await EditorPage.open(tool);
    if (tool === 'verification') await at.page.locator('.ed-class.ed-wrong').click();
    else {
      await choose('Bicycle');
      if (tool === 'tags') await choose('Person');
    }
    await same(tool, 0);
  });

  it('moves, resizes and turns a box', async () => {
    at = await EditorPage.open('box', { query: 'with=answer' });
    await at.click([250, 540]);
    await at.drag([250, 540], [350, 440]);
    expect(await at.answer()).toMatchObject({ boxes: { 0: { classId: 'car', width: 268, height: 110 } } });
    near(await box(0), { classId: 'car', x: 216, y: 390, width: 268, height: 110, attributes: { occluded: 'false', colour: 'red' } }, 1.5);
    await at.drag([484, 500], [584, 560]);
    near(await box(0), { classId: 'car', x: 216, y: 390, width: 368, height: 170, attributes: { occluded: 'false', colour: 'red' } }, 2);
    const scale = await at.scale();
    await at.drag([400, 390 - 32 / scale], [700, 475]);
    expect(Math.abs(((await box(0))?.rotation ?? 0) - 90)).toBeLessThan(0.6);
  });

  it('snaps a polygon to its neighbour, and adds and takes away points', async () => {
    at = await EditorPage.open('polygon', { query: 'with=answer' });
    await at.command('draw');
    for (const p of [[383, 572], [500, 600], [382, 537]] as Point[]) await at.click(p);
    await at.keys('Enter');
    const answer = await at.answer();
    expect(answer).toMatchObject({ polygons: { 2: { points: { 0: [380, 570], 2: [380, 540] } } } });
    await at.command('select');
    await at.drag([440, 585], [440, 640]);
    expect(await at.answer()).toMatchObject({ polygons: { 2: { points: { length: 4 } } } });
    await at.keys('Delete');
    expect(await at.answer()).toMatchObject({ polygons: { 2: { points: { length: 3 } } } });
  });
});

describe('by touch', () => {
  const choose = (name: string): Promise<void> => at.tapOn(`.ed-class:has-text("${name}")`);
  const MISS = 5;

  it.each(['drag', 'taps'])('draws a box: %s', async (way) => {
    at = await EditorPage.open('box', { size: 'phone' });
    await choose('Bicycle');
    if (way === 'drag') await at.swipe([300, 200], [600, 400]);
    else {
      await at.tap([600, 200]);
      await at.tap([300, 400]);
    }
    await same('box', MISS);
  });

  it('draws a polygon, finished by its button', async () => {
    at = await EditorPage.open('polygon', { size: 'phone' });
    await choose('Bicycle');
    for (const p of TRIANGLE) await at.tap(p);
    await at.tapOn('[data-command=finish]');
    await same('polygon', MISS);
  });

  it('draws a line', async () => {
    at = await EditorPage.open('polyline', { size: 'phone' });
    await choose('Kerb');
    for (const p of TRIANGLE) await at.tap(p);
    await at.tapOn('[data-command=finish]');
    await same('polyline', MISS);
  });

  it('places the points of a figure', async () => {
    at = await EditorPage.open('keypoints', { size: 'phone' });
    await at.tap(BONES[0]!);
    await at.tap(BONES[1]!);
    await at.tapOn('[data-command=occluded]');
    await at.tap(BONES[2]!);
    await at.tap(BONES[3]!);
    await at.tapOn('[data-command=absent]');
    await same('keypoints', MISS);
  });

  it('marks a place and takes its text', async () => {
    at = await EditorPage.open('transcript', { size: 'phone' });
    await choose('Shop name');
    await at.swipe([300, 200], [600, 400]);
    // a tap that a busy machine makes long is none
    await expect
      .poll(async () => {
        await at.tapOn('[data-field=text]');
        return at.page.evaluate(() => document.activeElement?.tagName);
      }, { timeout: 30_000 })
      .toBe('TEXTAREA');
    await at.page.keyboard.insertText('مقهى');
    await same('transcript', MISS);
  });

  it('paints', async () => {
    at = await EditorPage.open('mask', { size: 'phone' });
    await at.swipe([300, 200], [600, 200], [600, 400]);
    const answer = await at.answer();
    expect(answer?.tool === 'mask' && pixels(answer.masks[0]!.counts)).toBeGreaterThan(10_000);
    expect(await at.problems()).toEqual([]);
  });

  it.each(['category', 'tags', 'verification'] as const)('answers by a tap: %s', async (tool) => {
    at = await EditorPage.open(tool, { size: 'phone' });
    if (tool === 'verification') await at.tapOn('.ed-class.ed-wrong');
    else {
      await choose('Bicycle');
      if (tool === 'tags') await choose('Person');
    }
    await same(tool, 0);
  });

  it('zooms with two fingers and leaves no stray shape', async () => {
    at = await EditorPage.open('box', { size: 'phone' });
    const before = await at.scale();
    const [a, b] = [await at.screen([500, 300]), await at.screen([700, 400])];
    await at.fingers('touchStart', a);
    await at.fingers('touchMove', [a[0] - 20, a[1] - 20]);
    await at.fingers('touchStart', [a[0] - 20, a[1] - 20], b);
    for (let i = 1; i <= 5; i++) await at.fingers('touchMove', [a[0] - 20 - 12 * i, a[1] - 20 - 12 * i], [b[0] + 12 * i, b[1] + 12 * i]);
    await at.fingers('touchEnd');
    await at.frame();
    expect(await at.scale()).toBeGreaterThan(before * 1.5);
    expect(await at.answer()).toEqual({ tool: 'box', boxes: [] });
    await at.swipe([600, 330], [680, 390]);
    expect(await at.answer()).toMatchObject({ boxes: { length: 1 } });
  });

  it('pinching takes back a stroke, but not the points placed before', async () => {
    at = await EditorPage.open('polygon', { size: 'phone' });
    await at.tap([300, 200]);
    await at.tap([600, 200]);
    const p = await at.screen([500, 400]);
    await at.fingers('touchStart', p);
    await at.fingers('touchStart', p, [p[0] + 60, p[1]]);
    await at.fingers('touchMove', p, [p[0] + 120, p[1]]);
    await at.fingers('touchEnd');
    await at.tap([600, 380]);
    await at.tapOn('[data-command=finish]');
    expect(await at.answer()).toMatchObject({ polygons: { 0: { points: { length: 3 } } } });
  });

  it('grabs a corner from 20 pixels away', async () => {
    at = await EditorPage.open('box', { size: 'phone', query: 'with=answer' });
    await at.tap([250, 540]);
    const corner = await at.screen([116, 490]);
    const to = await at.screen([40, 400]);
    const start: Point = [corner[0] - 14, corner[1] - 12];
    await at.fingers('touchStart', start);
    for (let i = 1; i <= 4; i++) await at.fingers('touchMove', [start[0] + ((to[0] - start[0]) * i) / 4, start[1] + ((to[1] - start[1]) * i) / 4]);
    await at.fingers('touchEnd');
    near(await box(0), { classId: 'car', x: 40, y: 400, width: 344, height: 200, attributes: { occluded: 'false', colour: 'red' } }, MISS);
  });
});

describe('by keys', () => {
  it.each(['cvat', 'labelstudio'])('draws a box: %s', async (keys) => {
    at = await EditorPage.open('box', { query: `keys=${keys}` });
    await at.focusStage();
    await at.keys('2');
    await at.spaceAt([300, 200]);
    await at.spaceAt([600, 400]);
    await same('box', 1);
  });

  it('draws a polygon', async () => {
    at = await EditorPage.open('polygon');
    await at.focusStage();
    await at.keys('2');
    for (const p of TRIANGLE) await at.spaceAt(p);
    await at.keys('n');
    await same('polygon', 1);
  });

  it('draws a line', async () => {
    at = await EditorPage.open('polyline');
    await at.focusStage();
    await at.keys('Control+2');
    for (const p of TRIANGLE) await at.spaceAt(p);
    await at.keys('Enter');
    await same('polyline', 1);
  });

  it('places the points of a figure', async () => {
    at = await EditorPage.open('keypoints');
    await at.focusStage();
    await at.spaceAt(BONES[0]!);
    await at.spaceAt(BONES[1]!);
    await at.keys('q');
    await at.spaceAt(BONES[2]!);
    await at.spaceAt(BONES[3]!);
    await at.keys('x');
    await same('keypoints', 1);
  });

  it('marks a place and takes its text', async () => {
    at = await EditorPage.open('transcript');
    await at.focusStage();
    await at.keys('2');
    for (const p of [[300, 200], [600, 200], [600, 400], [300, 400]] as Point[]) await at.spaceAt(p);
    await at.keys('Enter');
    await at.page.keyboard.insertText('مقهى');
    await same('transcript', 1);
    await at.keys('Escape', 'Control+z');
    expect(await at.answer()).toMatchObject({ transcripts: { 0: { text: '' } } });
  });

  it('paints', async () => {
    at = await EditorPage.open('mask');
    await at.focusStage();
    await at.keys(']', ']');
    await at.spaceAt([300, 200]);
    await at.walk([600, 200]);
    await at.keys('Space');
    const answer = await at.answer();
    expect(answer?.tool === 'mask' && pixels(answer.masks[0]!.counts)).toBeGreaterThan(9_000);
    expect(await at.problems()).toEqual([]);
  });

  it.each(['category', 'tags', 'verification'] as const)('answers by one key: %s', async (tool) => {
    at = await EditorPage.open(tool);
    await at.keys('2');
    if (tool === 'tags') await at.keys('3');
    await same(tool, 0);
  });

  it('chooses, moves, turns, orders, hides, locks, copies and deletes', async () => {
    at = await EditorPage.open('box', { query: 'with=answer' });
    await at.focusStage();
    await at.keys('.', 'ArrowRight', 'Shift+ArrowDown', 'Control+ArrowRight', '>', '>');
    expect(await box(0)).toMatchObject({ classId: 'car', x: 117, y: 500, width: 269, height: 110, rotation: 2 });
    await at.keys('+');
    expect(await box(1)).toMatchObject({ classId: 'car' });
    await at.keys('l', 'ArrowRight', 'Delete');
    expect(await box(1)).toMatchObject({ classId: 'car', x: 117 });
    await at.keys('l', 'Control+c', 'Control+v', 'Delete');
    expect(await at.answer()).toMatchObject({ boxes: { length: 3 } });
    await at.keys('t', 'h');
    expect(await at.page.locator('.ed-row-hidden').count()).toBe(3);
    await at.keys('t', 'h', ',', 'Delete');
    expect(await at.answer()).toMatchObject({ boxes: { length: 2 } });
    for (let i = 0; i < 20; i++) await at.keys('Control+z');
    expect(await box(0)).toEqual({ classId: 'car', x: 116, y: 490, width: 268, height: 110, attributes: { occluded: 'false', colour: 'red' } });
    for (let i = 0; i < 20; i++) await at.keys('Control+Shift+z');
    expect(await at.answer()).toMatchObject({ boxes: { length: 2 } });
  });

  it('goes into the points of a polygon', async () => {
    at = await EditorPage.open('polygon', { query: 'with=answer' });
    await at.focusStage();
    await at.keys('.', 'Enter', '.', 'Shift+ArrowUp');
    expect(await at.answer()).toMatchObject({ polygons: { 0: { points: { 1: [120, 530] } } } });
    await at.keys('i');
    expect(await at.answer()).toMatchObject({ polygons: { 0: { points: { length: 9 } } } });
    await at.keys('Delete', 'Delete');
    expect(await at.answer()).toMatchObject({ polygons: { 0: { points: { length: 7 } } } });
  });

  it('turns the view, zooms, and draws as the screen shows it', async () => {
    at = await EditorPage.open('box');
    await at.focusStage();
    await at.keys('Control+r', 'Control++');
    await at.drag([300, 200], [600, 400]);
    near(await at.answer(), { tool: 'box', boxes: [{ classId: 'car', x: 300, y: 200, width: 300, height: 200 }] }, 1.5);
    await at.keys('Escape', 'Escape', '.', 'ArrowRight');
    expect((await box(0))?.y).toBeLessThan(200.6);
  });

  it('leaves single keys alone where they are turned off', async () => {
    at = await EditorPage.open('category', { query: 'single=off&keys=labelstudio' });
    await at.page.locator('.ed-class').nth(3).focus();
    await at.keys('2');
    expect(await at.answer()).toBeNull();
    await at.keys('Enter');
    expect(await at.answer()).toEqual({ tool: 'category', classId: 'sign' });
  });

  it('shows its keys and gives the focus back', async () => {
    at = await EditorPage.open('box');
    await at.focusStage();
    await at.keys('?');
    expect(await at.page.locator('dialog.ed-help tr').count()).toBeGreaterThan(30);
    await at.keys('Escape');
    await at.page.waitForSelector('dialog', { state: 'detached' });
    expect(await at.page.evaluate(() => document.activeElement?.classList.contains('ed-stage'))).toBe(true);
  });

  it('tells what changed', async () => {
    at = await EditorPage.open('box', { query: 'with=answer' });
    await at.focusStage();
    await at.keys('.');
    expect(await at.page.locator('[role=status]').innerText()).toBe('Object 1 of 3: Car');
    await at.keys('Delete');
    expect(await at.page.locator('[role=status]').innerText()).toBe('Object 1 deleted. Objects: 2.');
  });
});

describe('what may go wrong', () => {
  it('says that a picture is missing, and keeps what is drawn', async () => {
    at = await EditorPage.open('box', { query: 'broken&with=answer' });
    await at.page.waitForSelector('.ed-failure:not([hidden])');
    expect(await at.answer()).toMatchObject({ boxes: { length: 3 } });
  });

  it('comes back after a reload in the middle of a polygon', async () => {
    at = await EditorPage.open('polygon');
    await at.click(TRIANGLE[0]!);
    await at.click(TRIANGLE[1]!);
    const saved = await at.page.evaluate(() => structuredClone(window.editor.snapshot()));
    await at.page.reload();
    await at.page.waitForSelector('html[data-picture]');
    await at.page.evaluate((snapshot) => window.editor.restore(snapshot), saved);
    await at.click(TRIANGLE[2]!);
    await at.keys('Enter');
    near(await at.answer(), { tool: 'polygon', polygons: [{ classId: 'car', points: TRIANGLE }] }, 1.5);
  });

  it('takes 10,000 characters pasted', async () => {
    at = await EditorPage.open('transcript');
    await at.drag([300, 200], [600, 400]);
    await at.page.keyboard.insertText('x'.repeat(10_000));
    // all of it is kept, and what is wrong is said
    expect(await at.problems()).toEqual(['transcripts[0] text']);
    const answer = await at.answer();
    expect(answer?.tool === 'transcript' && answer.transcripts[0]?.text.length).toBe(10_000);
    expect(await at.page.locator('.ed-problem').innerText()).toBe('10,000 characters; at most 5,000 are possible.');
  });

  it.each(['width=1&height=1', 'width=10000&height=10000'])('draws on a picture of 1 pixel, and of 100 million: %s', async (query) => {
    at = await EditorPage.open('box', { query });
    const side = query.startsWith('width=1&') ? 1 : 10_000;
    await at.drag([side * 0.2, side * 0.2], [side * 0.9, side * 0.8]);
    const drawn = await box(0);
    near(drawn, { classId: 'car', x: side * 0.2, y: side * 0.2, width: side * 0.7, height: side * 0.6 }, Math.max(side / 300, 0.06));
    expect((await at.problems()).filter((path) => !path.includes('occluded'))).toEqual([]);
    for (let i = 0; i < 20; i++) await at.command(i < 10 ? 'zoomIn' : 'zoomOut');
    await at.keys('Control+z');
    expect(await at.answer()).toEqual({ tool: 'box', boxes: [] });
  });

  it('paints on a picture of 100 million pixels', async () => {
    at = await EditorPage.open('mask', { query: 'width=10000&height=10000' });
    await at.drag([2000, 2000], [6000, 5000]);
    await expect.poll(async () => (await at.last())?.answer).toMatchObject({ masks: { length: 1 } });
    expect(await at.problems()).toEqual([]);
  });

  it('goes on with 500 objects, and says that there is no more', async () => {
    at = await EditorPage.open('polygon', { query: 'count=500' });
    await at.command('draw');
    for (const p of [[640, 300], [700, 300], [700, 360]] as Point[]) await at.click(p);
    await at.keys('Enter');
    expect(await at.page.locator('[role=status]').innerText()).toBe('No more than 500 objects are possible.');
    expect(await at.answer()).toMatchObject({ polygons: { length: 500 } });
    expect(await at.problems()).toEqual([]);
    await at.keys('.', 'Delete');
    expect(await at.answer()).toMatchObject({ polygons: { length: 499 } });
  });

  it('answers nothing more while a key is held down', async () => {
    at = await EditorPage.open('category');
    const before = await at.page.evaluate(() => window.states.length);
    await at.page.keyboard.down('2');
    await at.page.keyboard.down('2');
    await at.page.keyboard.down('2');
    await at.page.keyboard.up('2');
    expect(await at.page.evaluate(() => window.states.length)).toBe(before + 1);
  });

  it('takes other keys, and turns single ones off, while it is open', async () => {
    at = await EditorPage.open('box', { query: 'with=answer' });
    await at.focusStage();
    await at.page.evaluate(() => window.editor.setKeys({ keys: 'cvat', remap: { next: ['J'], delete: [] } }));
    await at.keys('.', 'Delete');
    expect(await at.answer()).toMatchObject({ boxes: { length: 3 } });
    await at.keys('j', 'Delete');
    expect(await at.page.locator('[role=status]').innerText()).toBe('Object 1 of 3: Car');
    expect(await at.answer()).toMatchObject({ boxes: { length: 3 } });
  });

  it('says that something is begun, and pastes by touch what was copied', async () => {
    at = await EditorPage.open('box', { size: 'phone', query: 'with=answer' });
    await at.tapOn('.ed-tool:has-text("List")');
    await at.tapOn('[aria-label="Copy all for the next picture"]');
    await at.tapOn('[aria-label="Paste what was copied"]');
    expect(await at.answer()).toMatchObject({ boxes: { length: 6 } });
    await at.tapOn('.ed-tool:has-text("List")');
    await at.command('cancel');
    await at.command('draw');
    await at.tap([640, 100]);
    expect((await at.last())?.unfinished).toBe(true);
    await at.tapOn('[data-command=cancel]');
    expect((await at.last())?.unfinished).toBe(false);
  });

  it('encodes a large mask in its Worker', async () => {
    at = await EditorPage.open('mask', { query: 'megapixels=24' });
    await at.drag([2000, 1000], [3000, 2000]);
    await expect.poll(async () => (await at.last())?.answer).toMatchObject({ masks: { length: 1 } });
    expect(await at.problems()).toEqual([]);
  });

  it('leaves nothing behind when it is taken down', async () => {
    at = await EditorPage.open('box', { query: 'with=answer' });
    await at.page.evaluate(() => window.editor.dispose());
    await at.keys('Delete', '?');
    expect(await at.page.locator('#host > *').count()).toBe(0);
  });
});
