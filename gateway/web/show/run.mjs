// After ./assay demo: labels one picture of every tool as its worker, by touch on a phone and by mouse on a laptop,
// decides one as its reviewer, and leaves screenshots of all of it.
//   npm run show -- --worker NAME:PASSWORD --reviewer NAME:PASSWORD [--out DIR] [--docs]
// With --docs some of the screenshots go to docs/screenshots, small.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { LAPTOP, launch, PHONE, still, Watched } from '../stories/browser.mjs';
import { runningStack } from '../stories/stack.mjs';
import { Person, until } from '../stories/stage.mjs';
import { assignments, check, kept, shown } from '../stories/steps.mjs';
import { shrink } from './shrink.mjs';
import { see } from './eyes.mjs';

const { values } = parseArgs({
  options: {
    worker: { type: 'string' },
    reviewer: { type: 'string' },
    out: { type: 'string', default: 'target/show' },
    docs: { type: 'boolean', default: false },
  },
});
if (!values.worker || !values.reviewer) {
  console.error('show: --worker NAME:PASSWORD --reviewer NAME:PASSWORD are needed, as ./assay demo prints them');
  process.exit(2);
}
const { base } = runningStack(process.env.ASSAY_URL, process.env.ASSAY_OPS_PASSWORD ?? '-');
const login = (text) => ({ username: text.slice(0, text.indexOf(':')), password: text.slice(text.indexOf(':') + 1) });
const worker = login(values.worker);
const reviewer = login(values.reviewer);
mkdirSync(values.out, { recursive: true });

const browser = await launch();
const watched = new Watched(browser, base);
const docs = new Map();

/** The screen in both themes; `forDocs` names it in docs/screenshots. */
async function shoot(page, name, forDocs) {
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    await still(page);
    const path = join(values.out, `${name}-${page.viewportSize().width}-${colorScheme}.png`);
    await page.screenshot({ path });
    if (forDocs?.[colorScheme]) {
      docs.set(forDocs[colorScheme], path);
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

async function signIn(page, { username, password }, to) {
  await page.goto(`${base}/sign-in?to=${to}`);
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${base}${to}*`);
}

/** A hand on the picture: a finger's or a mouse's. */
class Hand {
  constructor(page, phone, session) {
    this.page = page;
    this.phone = phone;
    this.session = session;
  }

  async screen([x, y]) {
    await still(this.page);
    return this.page.evaluate(
      ([px, py]) => {
        const rect = document.querySelector('.ed-stage').getBoundingClientRect();
        const p = new DOMMatrix(getComputedStyle(document.querySelector('.ed-world')).transform).transformPoint({ x: px, y: py });
        return [rect.left + p.x, rect.top + p.y];
      },
      [x, y],
    );
  }

  fingers(type, ...points) {
    return this.session.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id, radiusX: 8, radiusY: 8, force: 1 })) });
  }

  async point(place) {
    const [x, y] = await this.screen(place);
    if (this.phone) {
      await this.fingers('touchStart', [x, y]);
      await this.fingers('touchEnd');
    } else {
      await this.page.mouse.click(x, y);
    }
  }

  async drag(...places) {
    const points = [];
    for (const place of places) {
      points.push(await this.screen(place));
    }
    const steps = points.slice(1).flatMap((to, i) => [1, 2, 3, 4, 5, 6].map((step) => [points[i][0] + ((to[0] - points[i][0]) * step) / 6, points[i][1] + ((to[1] - points[i][1]) * step) / 6]));
    if (this.phone) {
      await this.fingers('touchStart', points[0]);
      for (const step of steps) {
        await this.fingers('touchMove', step);
      }
      await this.fingers('touchEnd');
    } else {
      await this.page.mouse.move(...points[0]);
      await this.page.mouse.down();
      for (const step of steps) {
        await this.page.mouse.move(...step);
      }
      await this.page.mouse.up();
    }
  }

  async press(locator) {
    await (this.phone ? locator.tap() : locator.click());
  }

  choose(name) {
    return this.press(this.page.locator('.ed-class', { hasText: name }).first());
  }

  command(name) {
    return this.press(this.page.locator(`[data-command=${name}]`).first());
  }
}

const corners = ([x1, y1, x2, y2]) => [[x1, y1], [x2, y1], [x2, y2], [x1, y2]];

/** How each tool is answered; a tool of one tap is shown before it. */
const ACTS = {
  category: { last: (hand, seen) => hand.choose(seen.time) },
  tags: {
    async draw(hand, seen) {
      await hand.choose('Car');
      for (const [name, is] of [['Person', seen.person], ['Tree', seen.tree]]) {
        if (is) {
          await hand.choose(name);
        }
      }
    },
  },
  verification: {
    async last(hand, seen, given) {
      const near = (a, b) => Math.abs(a - b) < 12;
      const right = given.boxes.length === seen.cars.length && given.boxes.every((box) => seen.cars.some(([x1, , x2]) => near(box.x, x1) && near(box.x + box.width, x2)));
      await hand.press(hand.page.locator(right ? '.ed-class:not(.ed-wrong)' : '.ed-class.ed-wrong').first());
    },
  },
  box: {
    async draw(hand, seen) {
      await hand.choose('Car');
      for (const [x1, y1, x2, y2] of seen.cars) {
        await hand.drag([x1, y1], [x2, y2]);
      }
    },
  },
  polygon: {
    async draw(hand, seen) {
      for (const place of corners(seen.house ?? [300, 200, 480, 400])) {
        await hand.point(place);
      }
      await hand.command('finish');
    },
  },
  polyline: {
    async draw(hand) {
      await hand.choose('Lane line');
      for (const x of [4, 480, 956]) {
        await hand.point([x, 549]);
      }
      await hand.command('finish');
      await hand.choose('Kerb');
      for (const x of [4, 480, 956]) {
        await hand.point([x, 440]);
      }
      await hand.command('finish');
    },
  },
  keypoints: {
    async draw(hand, seen) {
      for (const place of seen.figure) {
        await hand.point(place);
      }
    },
  },
  mask: {
    async draw(hand, seen) {
      for (const [x1, y1, x2, y2] of seen.cars) {
        const [w, h] = [x2 - x1, y2 - y1];
        await hand.drag([x1 + w * 0.06, y1 + h * 0.58], [x2 - w * 0.06, y1 + h * 0.58]);
        await hand.drag([x1 + w * 0.3, y1 + h * 0.25], [x2 - w * 0.3, y1 + h * 0.25]);
        await hand.drag([x1 + w * 0.2, y1 + h * 0.74], [x2 - w * 0.2, y1 + h * 0.74]);
      }
    },
  },
  transcript: {
    async draw(hand, seen) {
      const [x1, y1, x2, y2] = seen.sign;
      await hand.drag([x1 - 14, y1 - 12], [x2 + 14, y2 + 12]);
      const field = hand.page.locator('[data-field=text]').first();
      await hand.press(field);
      await field.fill(seen.word);
    },
  },
};

const me = await Person.signedIn(base, worker.username, worker.password);
const projects = (await me.get('/v1/work')).items.filter((one) => one.skill === 'streets');
check(projects.length === Object.keys(ACTS).length, `a project of every tool, not of ${projects.map(({ tool }) => tool)}`);

async function label(page, hand, { id, tool }, size) {
  const act = ACTS[tool];
  const address = await shown(page);
  await until('the picture', async () => (await kept(page, 'leases')).length > 0);
  const seen = await page.evaluate(see, address.replace(/[&?]size=\w+/, ''));
  const given = (await kept(page, 'leases')).find((one) => address.startsWith(one.media.url))?.preLabel;
  await act.draw?.(hand, seen);
  await shoot(page, `${tool}`, { light: `${tool}-${size}` });
  const before = (await assignments(me, id)).filter((one) => one.answer).length;
  if (act.last) {
    await act.last(hand, seen, given);
  } else {
    await hand.press(page.getByRole('button', { name: /^Submit/ }));
  }
  await until(`the answer by ${tool}`, async () => (await assignments(me, id)).filter((one) => one.answer).length > before);
  console.log(`✔ ${tool} on a ${size}`);
}

const phone = await watched.page(await watched.context(PHONE));
await signIn(phone, worker, '/work');
await phone.getByRole('link', { name: projects[0].name }).waitFor();
await shoot(phone, 'work', { light: 'work-phone', dark: 'work-phone-dark' });
const finger = new Hand(phone, true, await phone.context().newCDPSession(phone));
for (const project of projects) {
  await phone.goto(`${base}/work`);
  await phone.getByRole('link', { name: project.name }).first().tap();
  await phone.getByText('I have read it and will label by it.').tap();
  if (project.tool === 'box') {
    await shoot(phone, 'guideline');
  }
  await phone.getByRole('button', { name: 'Confirm' }).tap();
  await phone.getByRole('link', { name: 'Label', exact: true }).tap();
  await label(phone, finger, project, 'phone');
}
await phone.goto(`${base}/history`);
await phone.getByRole('link', { name: projects[0].name }).first().waitFor();
await shoot(phone, 'history');
await phone.goto(`${base}/money`);
await phone.getByRole('heading', { name: 'Money' }).waitFor();
await phone.getByText('Loading …').waitFor({ state: 'detached' });
await shoot(phone, 'money');
await phone.context().close();

const laptop = await watched.page(await watched.context(LAPTOP));
await signIn(laptop, worker, '/work');
await laptop.getByRole('link', { name: projects[0].name }).waitFor();
await shoot(laptop, 'work', { light: 'work-laptop' });
const mouse = new Hand(laptop, false);
for (const project of projects) {
  await laptop.goto(`${base}/work/${project.id}/label`);
  await label(laptop, mouse, project, 'laptop');
}
await laptop.context().close();

const judge = await Person.signedIn(base, reviewer.username, reviewer.password);
const mine = new Set(projects.map(({ id }) => id));
const queue = async () => (await judge.get('/v1/reviews?limit=200')).items.filter((one) => mine.has(one.projectId));
const cases = await queue();
const boxes = projects.find(({ tool }) => tool === 'box');
const disputed = cases.find((one) => one.projectId === boxes.id) ?? cases[0];
for (const device of [PHONE, LAPTOP]) {
  const page = await watched.page(await watched.context(device));
  await signIn(page, reviewer, '/review');
  await page.getByRole('link', { name: 'Begin with the first' }).waitFor();
  await shoot(page, 'review');
  await page.goto(`${base}/review/${disputed.taskId}`);
  await page.getByRole('button', { name: 'This is right' }).first().waitFor();
  await page.locator('.canvas .ed-picture').first().waitFor();
  await shoot(page, 'case', device === PHONE ? { light: 'case-phone' } : { light: 'case-laptop', dark: 'case-laptop-dark' });
  if (device === LAPTOP) {
    await page.getByRole('button', { name: 'This is right' }).first().click();
    await until('one case less', async () => (await queue()).every((one) => one.taskId !== disputed.taskId));
    console.log(`✔ decided: one of ${cases.length} cases`);
  }
  await page.context().close();
}

const faults = [...new Set(watched.faults)];
faults.forEach((fault) => console.log(`    ${fault}`));
if (values.docs) {
  await shrink(browser, docs);
}
await browser.close();
console.log(`Screenshots in ${values.out}`);
process.exit(faults.length === 0 ? 0 : 1);
