// Stories in a real browser against a stack that is up:
//   npm run stories -- [--url URL] [--only WORDS] [--at-once N] [--shots DIR] [--failed DIR] [--report FILE]
//
// Each file beside this one may export objects of stories: async 'name'(watched, world). Stories run beside each
// other, so each brings the people and the projects that it changes.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launch, program, Watched } from './browser.mjs';
import { runningStack } from './stack.mjs';
import { stage } from './stage.mjs';

const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    only: { type: 'string' },
    'at-once': { type: 'string', default: '3' },
    // of every screen that a story looks at
    shots: { type: 'string' },
    // of what was shown when a story failed
    failed: { type: 'string' },
    report: { type: 'string' },
  },
});
const { base, password } = runningStack(values.url);
program();

/** Ends a story that waits for ever; the frame's own limit, above all of a story's. */
const LIMIT = 240_000;

async function all() {
  const here = dirname(fileURLToPath(import.meta.url));
  const files = readdirSync(here).filter((file) => file.endsWith('.mjs') && file !== basename(import.meta.url)).sort();
  const found = [];
  for (const file of files) {
    for (const stories of Object.values(await import(`./${file}`))) {
      if (stories && Object.getPrototypeOf(stories) === Object.prototype && Object.values(stories).every((one) => typeof one === 'function')) {
        found.push(...Object.entries(stories).map(([name, story]) => ({ file, name, story })));
      }
    }
  }
  return found.filter(({ file, name }) => !values.only || `${file}: ${name}`.includes(values.only));
}

async function tell({ file, name, story }, browser, world) {
  const watched = new Watched(browser, base, values.shots);
  const begun = Date.now();
  let limit;
  try {
    await Promise.race([
      story(watched, world),
      new Promise((_, fail) => (limit = setTimeout(() => fail(new Error(`not done after ${LIMIT / 1000} s`)), LIMIT))),
    ]);
  } catch (problem) {
    watched.faults.push(problem.stack?.split('\n').slice(0, 12).join('\n      ') ?? String(problem));
    await watched.shootAll(values.failed ?? values.shots, name);
  }
  clearTimeout(limit);
  await watched.close();
  const faults = [...new Set(watched.faults)];
  const seconds = (Date.now() - begun) / 1000;
  console.log(`${faults.length === 0 ? '✔' : '✘'} ${name} (${seconds.toFixed(1)} s)`);
  faults.forEach((fault) => console.log(`    ${fault}`));
  return { file, name, seconds, faults };
}

function report(results, seconds) {
  const text = (value) => value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '').replace(/[&<>"\n]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const failed = results.filter(({ faults }) => faults.length > 0).length;
  const lines = results.map(({ file, name, seconds: took, faults }) => {
    const head = `  <testcase classname="stories.${basename(file, '.mjs')}" name="${text(name)}" time="${took.toFixed(1)}"`;
    return faults.length === 0 ? `${head}/>` : `${head}>\n    <failure message="${text(faults.join('\n'))}"/>\n  </testcase>`;
  });
  mkdirSync(dirname(values.report), { recursive: true });
  writeFileSync(
    values.report,
    `<?xml version="1.0" encoding="UTF-8"?>\n<testsuite name="stories" tests="${results.length}" failures="${failed}" errors="0" skipped="0" time="${seconds}">\n${lines.join('\n')}\n</testsuite>\n`,
  );
}

const stories = await all();
const begun = Date.now();
const world = await stage(base, password);
const browser = await launch();
const results = [];
await Promise.all(
  Array.from({ length: Number(values['at-once']) }, async () => {
    for (let next = stories.shift(); next; next = stories.shift()) {
      results.push(await tell(next, browser, world));
    }
  }),
);
await browser.close();
const seconds = Math.round((Date.now() - begun) / 1000);
if (values.report) {
  report(results, seconds);
}
const failed = results.filter(({ faults }) => faults.length > 0).length;
console.log(`Browser stories: ${results.length - failed} passed, ${failed} failed, in ${seconds} s`);
process.exit(failed === 0 && results.length > 0 ? 0 : 1);
