import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from 'playwright-core';
import { inject } from 'vitest';
import type { Answer, EditorState, Point, Tool } from '../../src/editor/types';

/** The development page in a real browser, driven by mouse, by touch, or by keys. */

let browser: Browser | null = null;

export async function launch(): Promise<Browser> {
  browser ??= await chromium.launch({
    executablePath: process.env['ASSAY_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--force-color-profile=srgb'],
  });
  return browser;
}

export async function closeBrowser(): Promise<void> {
  await browser?.close();
  browser = null;
}

export interface Where {
  readonly size?: 'phone' | 'laptop';
  readonly theme?: 'light' | 'dark';
  readonly query?: string;
}

export class EditorPage {
  readonly faults: string[] = [];
  private cursor: Point | null = null;

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly touch: CDPSession,
  ) {}

  static async open(tool: Tool, { size = 'laptop', theme = 'light', query = '' }: Where = {}): Promise<EditorPage> {
    const phone = size === 'phone';
    const context = await (await launch()).newContext({
      viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
      deviceScaleFactor: phone ? 2 : 1,
      hasTouch: phone,
      isMobile: phone,
      colorScheme: theme,
    });
    const page = await context.newPage();
    const made = new EditorPage(context, page, await context.newCDPSession(page));
    const origin = inject('origin');
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('missing.png') && !message.text().includes('404')) made.faults.push(message.text());
    });
    page.on('pageerror', (error) => made.faults.push(String(error)));
    page.on('request', (request) => {
      if (!request.url().startsWith(origin) && !/^(blob|data):/.test(request.url())) made.faults.push(`foreign: ${request.url()}`);
    });
    await page.goto(`${origin}/editor.html?tool=${tool}&${query}`);
    await page.waitForSelector('html[data-picture]');
    await made.frame();
    return made;
  }

  async close(): Promise<void> {
    await this.context.close();
  }

  /** Two frames, so that what was drawn is seen. */
  async frame(): Promise<void> {
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))));
  }

  answer(): Promise<Answer | null> {
    return this.page.evaluate(() => window.editor.answer());
  }

  problems(): Promise<string[]> {
    return this.page.evaluate(() => window.editor.problems().map(({ path }) => path));
  }

  last(): Promise<EditorState | undefined> {
    return this.page.evaluate(() => window.states.at(-1));
  }

  command(name: string): Promise<void> {
    return this.page.evaluate((one) => window.editor.command(one), name);
  }

  /** Where a place of the picture is on the screen. */
  async screen([x, y]: Point): Promise<Point> {
    await this.frame();
    return this.page.evaluate(
      ([px, py]) => {
        const rect = document.querySelector('.ed-stage')!.getBoundingClientRect();
        const matrix = new DOMMatrix(getComputedStyle(document.querySelector('.ed-world')!).transform);
        const p = matrix.transformPoint({ x: px, y: py });
        return [rect.left + p.x, rect.top + p.y] as [number, number];
      },
      [x, y] as [number, number],
    );
  }

  async scale(): Promise<number> {
    return this.page.evaluate(() => {
      const m = new DOMMatrix(getComputedStyle(document.querySelector('.ed-world')!).transform);
      return Math.hypot(m.a, m.b);
    });
  }

  // Mouse

  async click(p: Point): Promise<void> {
    const [x, y] = await this.screen(p);
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.up();
  }

  async drag(...points: Point[]): Promise<void> {
    for (const [i, p] of points.entries()) {
      const [x, y] = await this.screen(p);
      await this.page.mouse.move(x, y, { steps: i === 0 ? 1 : 5 });
      if (i === 0) await this.page.mouse.down();
    }
    await this.page.mouse.up();
  }

  // Fingers

  async fingers(type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: Point[]): Promise<void> {
    await this.touch.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(([x, y], id) => ({ x, y, id, radiusX: 8, radiusY: 8, force: 1 })),
    });
  }

  async tap(p: Point): Promise<void> {
    await this.fingers('touchStart', await this.screen(p));
    await this.fingers('touchEnd');
  }

  async swipe(...points: Point[]): Promise<void> {
    let from: Point | null = null;
    for (const p of points) {
      const to = await this.screen(p);
      if (!from) await this.fingers('touchStart', to);
      else {
        for (let i = 1; i <= 4; i++) {
          await this.fingers('touchMove', [from[0] + ((to[0] - from[0]) * i) / 4, from[1] + ((to[1] - from[1]) * i) / 4]);
        }
      }
      from = to;
    }
    await this.fingers('touchEnd');
  }

  async tapOn(selector: string): Promise<void> {
    const box = await this.page.locator(selector).first().boundingBox();
    if (!box) throw new Error(`not there: ${selector}`);
    await this.fingers('touchStart', [box.x + box.width / 2, box.y + box.height / 2]);
    await this.fingers('touchEnd');
    await this.frame();
  }

  // Keys

  async keys(...all: string[]): Promise<void> {
    for (const one of all) await this.page.keyboard.press(one);
  }

  async focusStage(): Promise<void> {
    await this.page.locator('.ed-stage').focus();
  }

  /** Moves the place of the keys there: long steps first, then pixel by pixel. */
  async walk(to: Point): Promise<void> {
    const scale = await this.scale();
    this.cursor ??= [640, 360];
    for (const axis of [0, 1] as const) {
      const way = axis === 0 ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
      for (const [modifier, step] of [['', 10 / scale], ['Control+', 1]] as const) {
        let left = to[axis] - this.cursor[axis];
        while (Math.abs(left) >= (modifier === '' ? step : step / 2)) {
          await this.page.keyboard.press(modifier + way[left < 0 ? 0 : 1]);
          left -= Math.sign(left) * step;
        }
        const now: [number, number] = [this.cursor[0], this.cursor[1]];
        now[axis] = to[axis] - left;
        this.cursor = now;
      }
    }
  }

  async spaceAt(p: Point): Promise<void> {
    await this.walk(p);
    await this.page.keyboard.press('Space');
  }

  forgetCursor(): void {
    this.cursor = null;
  }
}
