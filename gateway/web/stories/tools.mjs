// Every tool drawn by mouse and by keys through the application, and compared with the answer that the
// server has afterwards.
import { LAPTOP } from './browser.mjs';
import { projectWith, until, workerOf } from './stage.mjs';
import { answers, assignments, check, opened, shown, toNext } from './steps.mjs';

/** Of the pictures of all stories. */
const WIDTH = 480;
const HEIGHT = 360;

const classes = (...names) => names.map((name) => ({ id: name.toLowerCase(), name }));
const TRIANGLE = [[100, 80], [300, 100], [220, 280]];
const REGION = [[60, 60], [240, 60], [240, 140], [60, 140]];
const TEXT = 'مقهى شاي';
const BOX = { x: 120, y: 80, width: 180, height: 140 };
const BODY = {
  points: ['Head', 'Left hand', 'Right hand'],
  bones: [{ from: 0, to: 1 }, { from: 0, to: 2 }],
};

/** What is asked, what is drawn, and the answer that has to come of it. */
const TOOLS = {
  category: { ontology: { classes: classes('Cat', 'Dog') }, answer: { classId: 'dog' } },
  tags: { ontology: { classes: classes('Indoors', 'Outdoors', 'Person') }, answer: { classIds: ['indoors', 'person'] } },
  verification: {
    ontology: { verifies: 'box', classes: classes('Cat', 'Dog') },
    row: { preLabel: { tool: 'box', boxes: [{ classId: 'cat', ...BOX }] } },
    answer: { correct: false },
  },
  box: {
    ontology: {
      rotation: true,
      classes: [{ id: 'cat', name: 'Cat' }, { id: 'dog', name: 'Dog', attributes: [{ id: 'occluded', name: 'Occluded', type: 'flag', required: true }] }],
    },
    answer: { boxes: [{ classId: 'dog', ...BOX, attributes: { occluded: 'true' } }] },
  },
  polygon: { ontology: { classes: classes('Cat', 'Dog') }, answer: { polygons: [{ classId: 'dog', points: TRIANGLE }] } },
  polyline: { ontology: { classes: classes('Lane', 'Kerb') }, answer: { polylines: [{ classId: 'kerb', points: TRIANGLE }] } },
  keypoints: {
    ontology: { classes: [{ id: 'person', name: 'Person', skeleton: BODY }] },
    answer: {
      figures: [
        {
          classId: 'person',
          points: [
            { x: 240, y: 60, visibility: 'visible' },
            { x: 160, y: 200, visibility: 'hidden' },
            { x: 0, y: 0, visibility: 'absent' },
          ],
        },
      ],
    },
  },
  mask: { ontology: { classes: classes('Cat', 'Dog') } },
  transcript: {
    ontology: { classes: classes('Sign', 'Shop') },
    answer: { transcripts: [{ classId: 'shop', text: TEXT, region: REGION }] },
  },
};

const ontology = (tool) => ({ tool, ...TOOLS[tool].ontology });

/** The same but for what a hand may miss, in pixels of the picture. */
function near(found, wanted, miss, path) {
  if (typeof wanted === 'number') {
    check(typeof found === 'number' && Math.abs(found - wanted) <= miss, `${path}: ${wanted} ± ${miss}, not ${JSON.stringify(found)}`);
  } else if (typeof wanted === 'object' && wanted !== null) {
    const keys = (one) => Object.keys(one ?? {}).sort().join();
    check(keys(found) === keys(wanted), `${path}: ${JSON.stringify(wanted)}, not ${JSON.stringify(found)}`);
    Object.entries(wanted).forEach(([key, value]) => near(found[key], value, miss, `${path}.${key}`));
  } else {
    check(found === wanted, `${path}: ${JSON.stringify(wanted)}, not ${JSON.stringify(found)}`);
  }
}

/** How many pixels are in a mask, by its runs of columns. */
const painted = ({ counts }) => counts.reduce((sum, run, i) => sum + (i % 2 === 1 ? run : 0), 0);

/** Where a place of the picture is on the screen. */
async function place(page, [x, y]) {
  return page.evaluate(
    ([px, py]) => {
      const area = document.querySelector('.ed-stage').getBoundingClientRect();
      const p = new DOMMatrix(getComputedStyle(document.querySelector('.ed-world')).transform).transformPoint({ x: px, y: py });
      return [area.left + p.x, area.top + p.y];
    },
    [x, y],
  );
}

class Mouse {
  miss = 1.5;

  constructor(page) {
    this.page = page;
  }

  async choose(name) {
    await this.page.locator('.ed-class', { hasText: name }).click();
  }

  press(selector) {
    return this.page.locator(selector).click();
  }

  async point(p) {
    await this.page.mouse.click(...(await place(this.page, p)));
  }

  async drag(...points) {
    for (const [i, p] of points.entries()) {
      await this.page.mouse.move(...(await place(this.page, p)), { steps: i === 0 ? 1 : 4 });
      if (i === 0) await this.page.mouse.down();
    }
    await this.page.mouse.up();
  }

  /** The place of a text: a rectangle, which keys draw by its points. */
  async region(points) {
    await this.drag(points[0], points[2]);
  }

  async hide() {
    await this.press('[data-command=occluded]');
  }

  async leaveOut() {
    await this.press('[data-command=absent]');
  }

  async finish() {
    await this.press('[data-command=finish]');
  }

  async say(name, value) {
    await this.press(`.ed-field:has-text("${name}") .ed-choice:has-text("${value}")`);
  }

  async type(words) {
    await this.press('[data-field=text]');
    await this.page.keyboard.insertText(words);
  }

  async submit() {
    await this.page.getByRole('button', { name: /^Submit/ }).click();
  }

  /** Where something is missing the button says what. */
  async tryToSubmit() {
    await this.page.getByRole('button', { name: /^Submit/ }).click({ force: true });
  }
}

/** Arrow keys move a place over the picture, Space draws there. */
class Keys extends Mouse {
  miss = 1.5;
  at = [WIDTH / 2, HEIGHT / 2];

  async choose(name) {
    const names = await this.page.locator('.ed-class-name').allInnerTexts();
    await this.page.keyboard.press(String(names.findIndex((one) => one === name) + 1));
  }

  async walk(to) {
    const scale = await this.page.evaluate(() => {
      const m = new DOMMatrix(getComputedStyle(document.querySelector('.ed-world')).transform);
      return Math.hypot(m.a, m.b);
    });
    for (const axis of [0, 1]) {
      const way = axis === 0 ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
      for (const [modifier, step] of [['', 10 / scale], ['Control+', 1]]) {
        let left = to[axis] - this.at[axis];
        while (Math.abs(left) >= (modifier === '' ? step : step / 2)) {
          await this.page.keyboard.press(modifier + way[left < 0 ? 0 : 1]);
          left -= Math.sign(left) * step;
        }
        this.at = this.at.map((value, i) => (i === axis ? to[axis] - left : value));
      }
    }
  }

  async point(p) {
    await this.walk(p);
    await this.page.keyboard.press('Space');
  }

  /** A box by two of its corners, any other way by strokes. */
  async drag(...points) {
    if (points.length === 2) {
      for (const p of points) await this.point(p);
    } else {
      await this.point(points[0]);
      for (const p of points.slice(1)) await this.walk(p);
      await this.page.keyboard.press('Space');
    }
  }

  async region(points) {
    for (const p of points) await this.point(p);
    await this.finish();
  }

  async hide() {
    await this.page.keyboard.press('q');
  }

  async leaveOut() {
    await this.page.keyboard.press('x');
  }

  async finish() {
    await this.page.keyboard.press('Enter');
  }

  async say(name, value) {
    const choice = this.page.locator(`.ed-field:has-text("${name}") .ed-choice:has-text("${value}")`);
    for (let i = 0; i < 60 && !(await choice.evaluate((one) => one === document.activeElement)); i++) {
      await this.page.keyboard.press('Tab');
    }
    await this.page.keyboard.press('Space');
  }

  async type(words) {
    await this.page.keyboard.insertText(words);
    await this.page.keyboard.press('Escape');
  }

  async submit() {
    await this.page.keyboard.press('Control+Enter');
  }

  tryToSubmit() {
    return this.submit();
  }
}

/** How each tool is drawn with, whoever holds it. */
const DRAWING = {
  async category(hand) {
    await hand.choose('Dog');
  },
  async tags(hand) {
    await hand.choose('Indoors');
    await hand.choose('Person');
    await hand.submit();
  },
  async verification(hand) {
    await (hand instanceof Keys ? hand.page.keyboard.press('2') : hand.press('.ed-class.ed-wrong'));
  },
  async box(hand) {
    await hand.choose('Dog');
    await hand.drag([BOX.x, BOX.y], [BOX.x + BOX.width, BOX.y + BOX.height]);
    // what is missing is said, and nothing goes
    await hand.tryToSubmit();
    await hand.page.getByText('Object 1: Occluded is needed.').waitFor();
    await hand.say('Occluded', 'Yes');
    await hand.submit();
  },
  async polygon(hand) {
    await hand.choose('Dog');
    for (const p of TRIANGLE) await hand.point(p);
    // what is half drawn is not left behind
    await hand.tryToSubmit();
    await hand.page.getByText('Finish what you are drawing first').waitFor();
    await hand.finish();
    await hand.submit();
  },
  async polyline(hand) {
    await hand.choose('Kerb');
    for (const p of TRIANGLE) await hand.point(p);
    await hand.finish();
    await hand.submit();
  },
  async keypoints(hand) {
    await hand.point([240, 60]);
    await hand.hide();
    await hand.point([160, 200]);
    await hand.leaveOut();
    await hand.submit();
  },
  async mask(hand) {
    await hand.drag([100, 100], [300, 100], [300, 220], [100, 220], [100, 100]);
    await (hand instanceof Keys ? hand.page.keyboard.press('w') : hand.press('.ed-tool:has-text("Fill")'));
    await hand.point([200, 160]);
    await hand.submit();
  },
  async transcript(hand) {
    await hand.choose('Shop');
    await hand.region(REGION);
    await hand.type(TEXT);
    await hand.submit();
  },
};

async function drawn(tool, Hand, device, watched, world) {
  const project = await projectWith(world, ontology(tool), { pictures: 3, name: `Tool ${tool}`, row: TOOLS[tool].row ?? {} });
  const worker = await workerOf(world, 'tool', project);
  const page = await watched.as(worker, device);
  await opened(page, world, project);
  await page.locator('.ed-loaded').waitFor();
  await watched.look(page, `tool-${tool}`);
  await toNext(page, () => DRAWING[tool](new Hand(page)));
  await page.goto(`${world.base}/work`);
  const [answer] = await until('the answer', async () => {
    const found = await answers(worker, project);
    return found.length > 0 && found;
  });
  if (tool === 'mask') {
    const [mask] = answer.masks;
    near({ width: mask.width, height: mask.height, classId: mask.classId }, { width: WIDTH, height: HEIGHT, classId: 'cat' }, 0, tool);
    // 200 × 120 within the middle of a stroke of some pixels, which is 14 wide in a picture of this size
    check(Math.abs(painted(mask) - 214 * 134) < 2_500, `a filled rectangle of about ${214 * 134} pixels, not ${painted(mask)}`);
  } else {
    near(answer, { tool, ...TOOLS[tool].answer }, new Hand(page).miss, tool);
  }
  await page.context().close();
}

const everyTool = (Hand, device) =>
  async (watched, world) => {
    for (const tool of Object.keys(TOOLS)) {
      await drawn(tool, Hand, device, watched, world);
    }
  };

export const tools = {
  'every tool by mouse': everyTool(Mouse, LAPTOP),
  'every tool by keys': everyTool(Keys, LAPTOP),

  async 'a label is corrected, and copied to the next picture'(watched, world) {
    const asked = ontology('polygon');
    const preLabel = { tool: 'polygon', polygons: [{ classId: 'cat', points: TRIANGLE }] };
    const project = await projectWith(world, asked, { pictures: 3, name: 'Correct', row: { preLabel } });
    const worker = await workerOf(world, 'correct', project);
    const page = await watched.as(worker, LAPTOP);
    await opened(page, world, project);
    await page.locator('.ed-row').first().waitFor();
    await page.keyboard.press('.');
    await page.keyboard.press('2');
    for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Control+Shift+c');
    await toNext(page, () => page.keyboard.press('Control+Enter'));
    await page.locator('.ed-row').first().waitFor();
    await page.keyboard.press('.');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Control+v');
    await toNext(page, () => page.keyboard.press('Control+Enter'));
    await page.goto(`${world.base}/work`);
    const found = await until('both answers', async () => {
      const all = await answers(worker, project);
      return all.length === 2 && all;
    });
    const moved = TRIANGLE.map(([x, y]) => [x + 30, y]);
    found.forEach((answer) => near(answer, { tool: 'polygon', polygons: [{ classId: 'dog', points: moved }] }, 0, 'polygon'));
  },

  async 'keys are changed, turned off, and remembered'(watched, world) {
    const project = await projectWith(world, ontology('tags'), { pictures: 4, name: 'Keys' });
    const worker = await workerOf(world, 'other-keys', project);
    const page = await watched.as(worker, LAPTOP);
    await opened(page, world, project);
    await page.keyboard.press('?');
    await watched.look(page, 'keys');
    await page.getByRole('button', { name: 'Change: submit, next picture' }).click();
    await page.keyboard.press('j');
    await page.getByRole('button', { name: 'Turn off: skip' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.reload();
    await shown(page);
    await page.keyboard.press('3');
    await page.keyboard.press('Control+Space');
    await toNext(page, () => page.keyboard.press('j'));
    await page.goto(`${world.base}/work`);
    await until('the answer', async () => JSON.stringify(await answers(worker, project)) === '[{"tool":"tags","classIds":["person"]}]');
    check((await assignments(worker, project)).every(({ returned }) => !returned), 'nothing was skipped');
  },
};
