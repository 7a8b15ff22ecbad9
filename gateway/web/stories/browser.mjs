// One browser for all stories, and a watch for each of them: no request to a foreign host, no breach of the
// Content-Security-Policy, no error in the console, axe on every screen that is shown.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Longer than anything takes on a busy machine: only what never comes fails. */
const PATIENCE = 60_000;

export const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
export const LAPTOP = { viewport: { width: 1440, height: 900 } };

export function program() {
  const found = [process.env.ASSAY_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (path) => path && existsSync(path),
  );
  if (!found) {
    console.error('assay: no Chromium was found. Get one (apt install chromium), or set ASSAY_CHROMIUM to its program.');
    process.exit(2);
  }
  return found;
}

export async function launch() {
  return chromium.launch({ executablePath: program(), args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

/** What one story does in the browser, and what was seen while it did. */
export class Watched {
  faults = [];
  #contexts = [];

  constructor(browser, base, shots) {
    this.browser = browser;
    this.base = base;
    this.shots = shots;
    if (shots) {
      mkdirSync(shots, { recursive: true });
    }
  }

  /** A browser of somebody's own: PHONE or LAPTOP. */
  async context(device, more = {}) {
    const context = await this.browser.newContext({ ...device, locale: 'en-IN', ...more });
    this.#contexts.push(context);
    context.setDefaultTimeout(PATIENCE);
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        console.error(`CSP: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
      });
    });
    context.on('request', (request) => {
      const url = new URL(request.url());
      if (url.origin !== this.base && !['data:', 'blob:'].includes(url.protocol)) {
        this.faults.push(`a request to ${url.origin}`);
      }
    });
    return context;
  }

  async page(context) {
    const page = await context.newPage();
    page.on('pageerror', (error) => this.faults.push(`error in the page: ${error.message}`));
    page.on('console', (message) => {
      // what the server refuses, and what cannot be reached, is told to the reader of the page
      if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) {
        this.faults.push(`console: ${message.text()}`);
      }
    });
    return page;
  }

  /** A page of somebody who is signed in already, without the form. */
  async as(person, device, more) {
    const context = await this.context(device, more);
    await context.addCookies(person.cookiesFor(this.base));
    return this.page(context);
  }

  /** A picture of the screen in both themes, and what axe says of it in both. */
  async look(page, name) {
    for (const scheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme: scheme });
      await still(page);
      if (this.shots) {
        await page.screenshot({ path: join(this.shots, `${name}-${page.viewportSize().width}-${scheme}.png`) });
      }
      await page.evaluate(axe);
      const found = await page.evaluate(
        (rules) =>
          window.axe.run(document, { runOnly: rules }).then(({ violations }) =>
            violations.map(
              ({ id, nodes }) =>
                `${id}: ${nodes
                  .slice(0, 3)
                  .map((node) => `${node.target.join(' ')} ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`)
                  .join(' | ')}`,
            ),
          ),
        RULES,
      );
      found.forEach((violation) => this.faults.push(`axe on ${name} (${scheme}): ${violation}`));
    }
    await page.emulateMedia({ colorScheme: 'light' });
  }

  /** No token is kept where a script reads it. */
  async noToken(page) {
    const kept = await page.evaluate(async () => {
      const all = [document.cookie, JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
      for (const { name } of await indexedDB.databases()) {
        all.push(
          await new Promise((done) => {
            const open = indexedDB.open(name);
            open.onsuccess = () => {
              const stores = [...open.result.objectStoreNames];
              if (stores.length === 0) return done('');
              const transaction = open.result.transaction(stores);
              Promise.all(
                stores.map(
                  (store) =>
                    new Promise((told) => {
                      const request = transaction.objectStore(store).getAll();
                      request.onsuccess = () => told(JSON.stringify(request.result));
                    }),
                ),
              ).then((texts) => {
                open.result.close();
                done(texts.join(''));
              });
            };
          }),
        );
      }
      return all.join('\n');
    });
    if (/eyJ[\w-]+\.[\w-]+\.|ASSAY_SESSION/.test(kept)) {
      this.faults.push('a token, or the session, stands where scripts read it');
    }
  }

  /** What failed, as it looked. */
  async shootAll(directory, name) {
    if (!directory) {
      return;
    }
    mkdirSync(directory, { recursive: true });
    let number = 0;
    for (const page of this.#contexts.flatMap((context) => context.pages())) {
      await page.screenshot({ path: join(directory, `failed-${name.replace(/\W+/g, '-')}-${++number}.png`) }).catch(() => undefined);
    }
  }

  async close() {
    await Promise.all(this.#contexts.map((context) => context.close().catch(() => undefined)));
  }
}

/** Nothing moves any more, and what was drawn is seen. */
export async function still(page) {
  await page.evaluate(async () => {
    const ends = document.getAnimations().filter((one) => one.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(ends.map((one) => one.finished));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
}
