// How fast the web client is, against a stack that is up: ./assay bench --client, or npm run figures [-- --json FILE]
//
// Slow 4G is 1.6 Mbit/s down, 0.75 Mbit/s up, 150 ms; "CPU ÷ 4" is Chromium's own slowing of the page's processor.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { LAPTOP, launch, PHONE, Watched } from '../stories/browser.mjs';
import { projectWith, stage, upload, workerOf } from '../stories/stage.mjs';
import { opened, shown, toNext } from '../stories/steps.mjs';
import { runningStack } from '../stories/stack.mjs';

const { values } = parseArgs({ options: { json: { type: 'string' }, runs: { type: 'string', default: '5' }, only: { type: 'string' } } });
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const PICTURES = 100;
/** A person who looks at each picture. */
const PACE = 1_000;

const { base, password } = runningStack();
const world = await stage(base, password);
const browser = await launch();
const figures = [];

function note(figure, target, measured) {
  figures.push({ figure, target, measured });
  console.error(`  ${figure}: ${measured}`);
}

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
const quantile = (numbers, q) => sorted(numbers)[Math.min(numbers.length - 1, Math.floor(numbers.length * q))];
const median = (numbers) => quantile(numbers, 0.5);

async function watch(story) {
  const watched = new Watched(browser, base);
  try {
    await story(watched);
  } finally {
    await watched.close();
  }
}

async function throttled(page, network, cpu) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  if (network) {
    await session.send('Network.emulateNetworkConditions', network);
  }
  if (cpu > 1) {
    await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  }
  return session;
}

/** Bytes of scripts and styles as they come over the line, by the page itself. */
function counted(session) {
  const types = new Map();
  const bytes = { js: 0, css: 0, files: 0 };
  session.on('Network.responseReceived', ({ requestId, response }) => types.set(requestId, response.mimeType));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = types.get(requestId) ?? '';
    if (/javascript/.test(type)) {
      bytes.js += encodedDataLength;
      bytes.files++;
    } else if (/css/.test(type)) {
      bytes.css += encodedDataLength;
    }
  });
  return bytes;
}

/** Without what was fetched before, and without the service worker, which fetches the rest of the shell meanwhile. */
const COLD = { ...PHONE, serviceWorkers: 'block' };

async function sizes(project, worker) {
  for (const [name, path, target, there] of [
    ['JavaScript of a worker’s first page (sign-in), gzip', '/sign-in', '60 kB', (page) => page.getByLabel('Username').waitFor()],
    ['JavaScript of a worker’s first page (list of work), gzip', '/work', '60 kB', (page) => page.locator('main li h2 a').first().waitFor()],
    ['JavaScript of the whole workspace, gzip', `/work/${project}/label`, '150 kB', shown],
  ]) {
    await watch(async (watched) => {
      const page = path === '/sign-in' ? await watched.page(await watched.context(COLD)) : await watched.as(worker, COLD);
      const session = await throttled(page, null, 1);
      const bytes = counted(session);
      await page.goto(base + path);
      await there(page);
      await page.waitForLoadState('networkidle');
      note(name, `≤ ${target}`, `${kB(bytes.js)} in ${bytes.files} files (and ${kB(bytes.css)} of styles)`);
    });
  }
}

/** When all that is asked for is there and the page answers: no long task is left. */
async function interactive(project, worker) {
  for (const [name, path, there] of [
    ['Interactive, Slow 4G, CPU ÷ 4: sign-in', '/sign-in', 'input[name=username]'],
    ['Interactive, Slow 4G, CPU ÷ 4: list of work', '/work', 'main li h2 a'],
    ['Interactive, Slow 4G, CPU ÷ 4: first picture to label', `/work/${project}/label`, '.canvas .ed-picture'],
  ]) {
    const found = [];
    for (let run = 0; run < Number(values.runs); run++) {
      await watch(async (watched) => {
        const page = path === '/sign-in' ? await watched.page(await watched.context(COLD)) : await watched.as(worker, COLD);
        await page.addInitScript((selector) => {
          window.figures = { there: 0, tasks: [], paint: 0, largest: 0 };
          new PerformanceObserver((list) => list.getEntries().forEach((one) => window.figures.tasks.push([one.startTime, one.duration]))).observe({ type: 'longtask', buffered: true });
          new PerformanceObserver((list) => list.getEntries().forEach((one) => (window.figures.largest = one.startTime))).observe({ type: 'largest-contentful-paint', buffered: true });
          const look = () => {
            const found = document.querySelector(selector);
            if (found && (found.tagName !== 'IMG' || (found.complete && found.naturalWidth > 0))) {
              window.figures.there = performance.now();
            } else {
              requestAnimationFrame(look);
            }
          };
          requestAnimationFrame(look);
        }, there);
        await throttled(page, SLOW_4G, 4);
        await page.goto(base + path);
        await page.waitForFunction(() => window.figures.there > 0);
        await page.waitForLoadState('networkidle');
        found.push(
          await page.evaluate(() => {
            const { there, tasks, largest } = window.figures;
            const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
            // what keeps the page from answering when all is there
            const last = Math.max(there, ...tasks.filter(([start]) => start <= there).map(([start, duration]) => start + duration));
            const blocking = tasks.filter(([start]) => start >= paint).reduce((sum, [, duration]) => sum + Math.max(0, duration - 50), 0);
            return { ready: last, paint, largest, blocking };
          }),
        );
      });
    }
    const of = (key) => median(found.map((one) => one[key]));
    note(name, '< 3 s', `${(of('ready') / 1000).toFixed(2)} s (first paint ${(of('paint') / 1000).toFixed(2)} s, largest ${(of('largest') / 1000).toFixed(2)} s, blocked ${of('blocking').toFixed(0)} ms; median of ${found.length})`);
  }
}

/** Counts in the page, from the event of a key or tap until the frame in which the next picture is shown. */
async function counting(page) {
  await page.evaluate(() => {
    window.waits = [];
    const picture = () => document.querySelector('.canvas .ed-picture');
    const begin = (event) => {
      if (event.type === 'keydown' && !/^[0-9]$/.test(event.key)) {
        return;
      }
      const before = picture()?.getAttribute('src');
      const at = event.timeStamp;
      const look = () => {
        const now = picture();
        if (now && now.complete && now.naturalWidth > 0 && now.getAttribute('src') !== before) {
          // in this frame it is drawn
          requestAnimationFrame(() => window.waits.push(performance.now() - at));
        } else if (performance.now() - at < 20_000) {
          requestAnimationFrame(look);
        }
      };
      requestAnimationFrame(look);
    };
    addEventListener('click', (event) => event.target.closest?.('.ed-class, [data-class], button') && begin(event), true);
    addEventListener('keydown', begin, true);
  });
}

async function submits(project, worker) {
  await watch(async (watched) => {
    const page = await watched.as(worker, PHONE);
    await opened(page, world, project);
    const session = await throttled(page, SLOW_4G, 4);
    const bytes = [];
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => pictures.has(requestId) && bytes.push(encodedDataLength));
    const pictures = new Set();
    session.on('Network.responseReceived', ({ requestId, response }) => response.mimeType.startsWith('image/') && pictures.add(requestId));
    await counting(page);
    for (let i = 0; i < PICTURES; i++) {
      const begun = Date.now();
      await toNext(page, () => page.getByRole('button', { name: ['Cat', 'Dog', 'Neither'][i % 3], exact: true }).tap());
      await new Promise((later) => setTimeout(later, Math.max(0, PACE - (Date.now() - begun))));
    }
    const waits = await page.evaluate(() => window.waits);
    note(
      'Tap to next picture shown, phone, Slow 4G, CPU ÷ 4, p95',
      '< 100 ms',
      `${quantile(waits, 0.95).toFixed(0)} ms (median ${median(waits).toFixed(0)} ms; ${waits.length} pictures of ${kB(median(bytes))}, one a second)`,
    );
  });
}

async function keys(project, worker) {
  await watch(async (watched) => {
    const page = await watched.as(worker, LAPTOP);
    await opened(page, world, project);
    await counting(page);
    const begun = Date.now();
    for (let i = 0; i < PICTURES; i++) {
      await toNext(page, () => page.keyboard.press(String(1 + (i % 3))));
    }
    const seconds = (Date.now() - begun) / 1000;
    const waits = await page.evaluate(() => window.waits);
    note(
      `${PICTURES} category pictures by keys, as fast as they are shown`,
      '≥ 2 a second',
      `${(PICTURES / seconds).toFixed(1)} a second (next one shown after ${median(waits).toFixed(0)} ms, p95 ${quantile(waits, 0.95).toFixed(0)} ms)`,
    );
  });
}

function frames() {
  const web = fileURLToPath(new URL('..', import.meta.url));
  const told = execFileSync('npm', ['run', '-s', 'test:editor', '--', '--reporter=basic', '--disableConsoleIntercept'], {
    cwd: web,
    env: { ...process.env, ASSAY_FIGURES: '1', NO_COLOR: '1' },
    encoding: 'utf8',
  });
  for (const [, name, measured] of told.matchAll(/^(.*(?:300 objects|24 megapixels).*?): (\d+ frames\/s.*)$/gm)) {
    note(`Frames: ${name}`, '≥ 50 frames/s', measured);
  }
}

const parts = {
  async pages() {
    const project = await projectWith(world, 'category', { pictures: 20 });
    const worker = await workerOf(world, 'visitor', project);
    await sizes(project, worker);
    await interactive(project, worker);
  },
  async submits() {
    world.pictures = await upload(world.requester, 24, 1024, 768, 0.05);
    const project = await projectWith(world, 'category', { pictures: PICTURES + 20 });
    await submits(project, await workerOf(world, 'tapping', project));
  },
  async keys() {
    const project = await projectWith(world, 'category', { pictures: PICTURES + 20 });
    await keys(project, await workerOf(world, 'typing', project));
  },
  frames,
};

for (const [name, part] of Object.entries(parts)) {
  if (!values.only || values.only === name) {
    await part();
  }
}
await browser.close();

const machine = `${cpus().length} cores (${cpus()[0].model.trim()}), Chromium ${browser.version()}, headless; stack, browser and script on one machine`;
console.log(`\n${machine}\n\n| figure | target | measured |\n|---|---|---|`);
figures.forEach(({ figure, target, measured }) => console.log(`| ${figure} | ${target} | ${measured} |`));
if (values.json) {
  writeFileSync(values.json, JSON.stringify({ machine, figures }, null, 2));
}
