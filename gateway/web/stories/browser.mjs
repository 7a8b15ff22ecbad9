// One browser for all stories, watched: no request to a foreign host, no breach of the
// Content-Security-Policy, no error in the console, axe on every screen that is shown.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
export const LAPTOP = { viewport: { width: 1440, height: 900 } };

export function program() {
  const found = [process.env.ASSAY_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (path) => path && existsSync(path),
  );
  if (!found) {
    console.error('stories: no Chromium was found. Get one (apt install chromium), or set ASSAY_CHROMIUM to its program.');
    process.exit(2);
  }
  return found;
}

export async function launch() {
  return chromium.launch({ executablePath: program(), args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

export class Watched {
  faults = [];

  constructor(base, shots) {
    this.base = base;
    this.shots = shots;
    if (shots) {
      mkdirSync(shots, { recursive: true });
    }
  }

  async context(browser, device, more = {}) {
    const context = await browser.newContext({ ...device, locale: 'en-IN', ...more });
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

  /** A picture of the screen in both themes, and what axe says of it in both. */
  async look(page, name) {
    for (const scheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.waitForTimeout(80);
      if (this.shots) {
        await page.screenshot({ path: join(this.shots, `${name}-${page.viewportSize().width}-${scheme}.png`) });
      }
      await page.evaluate(axe);
      const found = await page.evaluate(() =>
        // eslint-disable-next-line no-undef
        axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then((result) =>
          result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => `${n.target.join(' ')} ${n.failureSummary?.split('\n')[1]?.trim() ?? ''}`).slice(0, 3).join(' | ')}`),
        ),
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
                stores.map((store) => new Promise((told) => {
                  const request = transaction.objectStore(store).getAll();
                  request.onsuccess = () => told(JSON.stringify(request.result));
                })),
              ).then((texts) => { open.result.close(); done(texts.join('')); });
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
}
