// Stories in a real browser against a stack that is up:
//   ASSAY_OPS_PASSWORD=… npm run stories -- [--url http://localhost:8080] [--shots DIR] [--only NAME]
import { parseArgs } from 'node:util';
import { LAPTOP, launch, PHONE, program, Watched } from './browser.mjs';
import { acknowledge, bring, hired, Person, project as makeProject, random, stage, until } from './stage.mjs';

const { values } = parseArgs({
  options: { url: { type: 'string', default: 'http://localhost:8080' }, shots: { type: 'string' }, only: { type: 'string' } },
});
const base = values.url.replace(/\/$/, '');
const password = process.env.ASSAY_OPS_PASSWORD;
if (!password) {
  console.error('stories: ASSAY_OPS_PASSWORD is not set; ./assay up says in which file it is.');
  process.exit(2);
}
program();

const world = await stage(base, password);
const browser = await launch();
const results = [];

function check(is, what) {
  if (!is) {
    throw new Error(`expected: ${what}`);
  }
}

async function signIn(page, username, to = '/work') {
  await page.goto(`${base}/sign-in?to=${to}`);
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(world.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${base}${to}*`);
}

async function opened(page, project) {
  await page.goto(`${base}/work/${project}/label`);
  await page.locator('.canvas .ed-picture').first().waitFor();
}

const stateOf = (worker, state, project) =>
  worker.get(`/v1/assignments?state=${state}&limit=200`).then((page) => page.items.filter((one) => one.projectId === project));

const stories = {
  async 'a worker on a phone, from sign-up to money'(watched) {
    const context = await watched.context(browser, PHONE);
    const page = await watched.page(context);
    await page.goto(base);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await watched.look(page, 'start');
    await page.getByRole('link', { name: 'Sign up as a worker' }).tap();
    const name = `phone-${random()}`;
    await page.getByLabel('Username').fill(name);
    await page.getByLabel('Password', { exact: true }).fill(world.password);
    await watched.look(page, 'sign-up');
    await page.getByRole('button', { name: 'Sign up' }).tap();
    await page.getByRole('heading', { name: 'Become a worker' }).waitFor();
    await watched.look(page, 'apply');
    await page.getByLabel('My phone number').fill(`+999${String(Math.floor(Math.random() * 1e12)).padStart(12, '0')}`);
    await page.getByText('Category', { exact: true }).tap();
    await page.getByText('I am 18 or older.').tap();
    await page.getByText('I label by myself').tap();
    await page.getByRole('button', { name: 'Apply' }).tap();
    await page.getByRole('heading', { name: 'Your application is here' }).waitFor();
    await watched.look(page, 'applied');
    const me = await Person.signedIn(base, name, world.password);
    await world.ops.post(`/v1/workers/${(await me.get('/v1/me')).id}/activate`);
    await page.getByRole('button', { name: 'Look again' }).tap();
    await page.getByRole('heading', { name: 'You can work' }).waitFor();
    await page.getByRole('link', { name: 'Find work' }).tap();
    await page.getByRole('heading', { name: `Cats and dogs ${world.run}` }).waitFor();
    await watched.look(page, 'work');
    await page.getByRole('link', { name: `Cats and dogs ${world.run}` }).tap();
    await page.getByRole('heading', { name: 'Which animal?' }).waitFor();
    check((await page.title()).startsWith('Project'), 'a script in a guideline does nothing');
    await watched.look(page, 'guideline');
    await page.getByText('I have read it and will label by it.').tap();
    await page.getByRole('button', { name: 'Confirm' }).tap();
    await page.getByRole('link', { name: 'Label', exact: true }).tap();
    await page.getByRole('button', { name: 'Cat', exact: true }).waitFor();
    await watched.look(page, 'label');
    for (const answer of ['Cat', 'Dog', 'Neither', 'Cat']) {
      await page.getByRole('button', { name: answer, exact: true }).tap();
      await page.waitForTimeout(250);
    }
    await page.getByRole('button', { name: 'Take back' }).tap();
    await page.getByRole('button', { name: 'Skip' }).tap();
    await page.waitForTimeout(250);
    await page.getByRole('button', { name: 'Guideline' }).tap();
    await page.getByRole('dialog').getByText('Look at the').waitFor();
    await watched.look(page, 'label-guideline');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Flag' }).tap();
    await page.getByText('It does not show').tap();
    await watched.look(page, 'flag');
    await page.getByRole('dialog').getByRole('button', { name: 'Flag' }).tap();
    await until('three labels and a flag', async () => {
      const all = (await me.get('/v1/assignments?limit=200')).items.filter((one) => one.projectId === world.category);
      const labels = all.filter((one) => one.answer).length;
      return labels === 3 && all.some((one) => one.flag) && all.some((one) => one.returned === 'skipped');
    });
    await watched.noToken(page);
    await page.getByRole('button', { name: /more$/ }).tap();
    await watched.look(page, 'batch');
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Leave' }).tap();
    await page.getByRole('link', { name: 'History' }).tap();
    await page.getByRole('link', { name: /Cats and dogs/ }).first().waitFor();
    await watched.look(page, 'history');
    await page.getByRole('link', { name: /Cats and dogs/ }).last().tap();
    await page.getByText('Guideline version').waitFor();
    await page.locator('.picture .ed-picture').first().waitFor();
    await watched.look(page, 'verdict');
    await page.getByRole('link', { name: 'Money' }).tap();
    await page.getByRole('heading', { name: 'Money' }).waitFor();
    await page.waitForTimeout(400);
    await watched.look(page, 'money');
    await page.getByRole('link', { name: 'Skills' }).tap();
    await page.getByRole('heading', { name: 'Skills' }).waitFor();
    await page.waitForTimeout(400);
    await watched.look(page, 'skills');
    await page.getByRole('link', { name: 'Help' }).tap();
    await page.getByRole('heading', { name: 'What is gold?' }).waitFor();
    await watched.look(page, 'help');
    await page.goto(`${base}/account`);
    await page.getByRole('heading', { name: 'Delete account' }).waitFor();
    await watched.look(page, 'account');
    await page.getByLabel('Language').selectOption('hi');
    await page.getByRole('heading', { name: 'खाता मिटाएँ' }).waitFor();
    await page.goto(`${base}/work`);
    await page.getByRole('heading', { name: 'काम खोजें' }).waitFor();
    await watched.look(page, 'work-hi');
    await context.close();
  },

  async 'a worker with the keyboard alone'(watched) {
    const worker = await hired(world, `keys-${random()}`);
    await acknowledge(worker, world.category);
    await acknowledge(worker, world.tags);
    const context = await watched.context(browser, LAPTOP);
    const page = await watched.page(context);
    await page.goto(`${base}/sign-in`);
    await page.getByLabel('Username').focus();
    await page.keyboard.type(worker.username);
    await page.keyboard.press('Tab');
    await page.keyboard.type(world.password);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${base}/work`);
    await page.getByRole('heading', { name: `Cats and dogs ${world.run}` }).waitFor();
    await watched.look(page, 'work');
    await opened(page, world.category);
    await watched.look(page, 'label');
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await watched.look(page, 'keys');
    await page.keyboard.press('Escape');
    for (const key of ['1', '2', '3']) {
      await page.keyboard.press(key);
      await page.waitForTimeout(250);
    }
    await page.keyboard.press('Control+Space');
    await page.keyboard.press('Shift+F');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await opened(page, world.tags);
    await page.keyboard.press('1');
    await page.keyboard.press('3');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('4');
    await page.waitForTimeout(400);
    await page.reload();
    await page.getByRole('button', { name: 'indoors', pressed: true }).waitFor();
    await watched.look(page, 'tags');
    await page.keyboard.press('Control+Enter');
    await until('the tags', async () => {
      const [one] = await stateOf(worker, 'submitted', world.tags);
      return JSON.stringify(one?.answer?.classIds) === '["animal","indoors"]';
    });
    await context.close();
  },

  async 'offline, a reload, and back'(watched) {
    const worker = await hired(world, `tunnel-${random()}`);
    await acknowledge(worker, world.category);
    const context = await watched.context(browser, PHONE);
    const page = await watched.page(context);
    await signIn(page, worker.username);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await opened(page, world.category);
    await page.waitForTimeout(1500);
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Cat', exact: true }).tap();
    await page.waitForTimeout(300);
    await page.getByRole('button', { name: 'Dog', exact: true }).tap();
    await page.getByText('2 on this device').waitFor();
    await watched.look(page, 'offline');
    check((await stateOf(worker, 'submitted', world.category)).length + (await stateOf(worker, 'reviewed', world.category)).length === 0, 'nothing was sent');
    await page.reload();
    await page.getByRole('button', { name: 'Cat', exact: true }).waitFor();
    await page.getByText(/2 on this device/).waitFor();
    await page.getByRole('button', { name: 'Neither', exact: true }).tap();
    await page.getByText('3 on this device').waitFor();
    await context.setOffline(false);
    await until('three answers', async () => (await stateOf(worker, 'submitted', world.category)).length + (await stateOf(worker, 'reviewed', world.category)).length === 3);
    await context.close();
  },

  async 'the session ends in between'(watched) {
    const worker = await hired(world, `ended-${random()}`);
    await acknowledge(worker, world.category);
    const context = await watched.context(browser, LAPTOP);
    const page = await watched.page(context);
    await signIn(page, worker.username);
    await opened(page, world.category);
    await context.clearCookies({ name: 'ASSAY_SESSION' });
    await page.keyboard.press('1');
    await page.waitForTimeout(600);
    await page.keyboard.press('2');
    await page.getByRole('dialog', { name: 'Please sign in again' }).waitFor();
    await watched.look(page, 'ended');
    await page.getByLabel('Password', { exact: true }).fill(world.password);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await until('both answers', async () => (await stateOf(worker, 'submitted', world.category)).length + (await stateOf(worker, 'reviewed', world.category)).length >= 2);
    await context.close();
  },

  async 'two tabs, and a second device'(watched) {
    const worker = await hired(world, `tabs-${random()}`);
    await acknowledge(worker, world.tags);
    const context = await watched.context(browser, LAPTOP);
    const first = await watched.page(context);
    await signIn(first, worker.username);
    await opened(first, world.tags);
    const second = await watched.page(context);
    await second.goto(`${base}/work/${world.tags}/label`);
    await second.getByRole('heading', { name: 'You label this project in another tab' }).waitFor();
    await watched.look(second, 'elsewhere');
    await second.getByRole('button', { name: 'Go on here' }).click();
    await second.locator('.canvas .ed-picture').first().waitFor();
    await first.getByRole('heading', { name: 'You label this project in another tab' }).waitFor();
    const [held] = await stateOf(worker, 'leased', world.tags);
    const shown = (await stateOf(worker, 'leased', world.tags)).at(-1);
    await worker.post(`/v1/assignments/${shown.assignmentId}/label`, { answer: { tool: 'tags', classIds: ['vehicle'] } });
    check(held, 'something is held');
    await second.keyboard.press('1');
    for (let i = 0; i < 14; i++) {
      await second.keyboard.press('Control+Enter');
      await second.waitForTimeout(250);
    }
    await second.getByText('1 not taken').waitFor({ timeout: 20_000 });
    await second.getByText('1 not taken').click();
    await watched.look(second, 'refused');
    await second.getByRole('button', { name: 'Let go' }).click();
    await context.close();
  },

  async 'a reviewer decides'(watched) {
    const workers = await Promise.all(['ria', 'sam', 'tej'].map((name) => hired(world, `${name}-${random()}`)));
    for (const [i, worker] of workers.entries()) {
      await acknowledge(worker, world.category);
      const { assignments } = await until('work', async () => {
        const leased = await worker.post('/v1/leases', { projectId: world.category, held: true });
        return leased.assignments.length > 0 && leased;
      });
      for (const one of assignments) {
        await worker.post(`/v1/assignments/${one.assignmentId}/label`, {
          answer: { tool: 'category', classId: ['cat', 'dog', 'other'][i] },
        });
      }
    }
    const context = await watched.context(browser, LAPTOP);
    const page = await watched.page(context);
    await signIn(page, world.reviewer.username, '/review');
    await until('something in the queue', async () => (await world.reviewer.get('/v1/reviews?reason=undecided')).items.length > 0, 60);
    await page.reload();
    await page.getByRole('link', { name: 'Begin with the first' }).waitFor();
    await watched.look(page, 'review');
    await page.goto(`${base}/review?reason=undecided`);
    await page.getByRole('link', { name: 'Begin with the first' }).click();
    await page.getByRole('button', { name: 'This is right' }).first().waitFor();
    await page.locator('.canvas .ed-picture').first().waitFor();
    await watched.look(page, 'case');
    const before = (await world.reviewer.get('/v1/reviews?limit=200')).items.length;
    await page.keyboard.press('1');
    await page.keyboard.press('Enter');
    await until('one less', async () => (await world.reviewer.get('/v1/reviews?limit=200')).items.length === before - 1);
    await page.goto(`${base}/appeals`);
    await page.getByText('No appeal waits').waitFor();
    await watched.look(page, 'appeals');
    await context.close();
  },

  async 'password, sign-out, deletion'(watched) {
    const worker = await hired(world, `gone-${random()}`);
    const context = await watched.context(browser, PHONE);
    const page = await watched.page(context);
    await signIn(page, worker.username, '/account');
    await page.getByLabel('Current password').fill(world.password);
    await page.getByLabel('New password').fill(`${world.password}-new`);
    await page.getByRole('button', { name: 'Change password' }).tap();
    await page.getByText('The new password holds.').waitFor();
    await page.getByRole('button', { name: 'Delete account …' }).tap();
    await page.getByRole('dialog').getByLabel('Password').fill(`${world.password}-new`);
    await watched.look(page, 'deletion');
    await page.getByRole('button', { name: 'Delete for good' }).tap();
    await page.getByText('The account is deleted.').waitFor();
    const refused = await Person.signedIn(base, worker.username, `${world.password}-new`).then(() => false, () => true);
    check(refused, 'nobody signs in with a deleted account');
    await context.close();
  },

  async 'a hundred pictures by keys'(watched) {
    const project = await makeProject(world, { name: `Fast ${world.run}`, ontology: { tool: 'category', classes: ['a', 'b', 'c'].map((id) => ({ id, name: id })) } });
    await bring(world, project, 'f', 130, 320, 240);
    const worker = await hired(world, `fast-${random()}`);
    await acknowledge(worker, project);
    const context = await watched.context(browser, LAPTOP);
    const page = await watched.page(context);
    await signIn(page, worker.username);
    await opened(page, project);
    const waits = [];
    const begun = Date.now();
    let done = 0;
    while (done < 100) {
      const shown = await page.locator('.canvas .ed-picture').first().getAttribute('src');
      const at = Date.now();
      await page.keyboard.press(String(1 + (done % 3)));
      const moved = await page
        .waitForFunction((before) => {
          const image = document.querySelector('.canvas .ed-picture');
          return image && image.complete && image.naturalWidth > 0 && image.getAttribute('src') !== before;
        }, shown, { timeout: 10_000, polling: 'raf' })
        .then(() => true, () => false);
      if (!moved) {
        break;
      }
      waits.push(Date.now() - at);
      done++;
    }
    const seconds = (Date.now() - begun) / 1000;
    waits.sort((a, b) => a - b);
    console.log(`    ${done} pictures in ${seconds.toFixed(1)} s: ${(done / seconds).toFixed(1)} a second; next one shown after ${waits[Math.floor(waits.length / 2)]} ms (p95 ${waits[Math.floor(waits.length * 0.95)]} ms)`);
    check(done >= 90, `a hundred answered, not ${done}`);
    await context.close();
  },
};

for (const [name, story] of Object.entries(stories)) {
  if (values.only && !name.includes(values.only)) {
    continue;
  }
  const watched = new Watched(base, values.shots);
  const begun = Date.now();
  try {
    await story(watched);
  } catch (problem) {
    watched.faults.push(problem.stack?.split('\n').slice(0, 8).join('\n      ') ?? String(problem));
    if (values.shots) {
      for (const context of browser.contexts()) {
        for (const page of context.pages()) {
          await page.screenshot({ path: `${values.shots}/failed-${name.replace(/\W+/g, '-')}.png` }).catch(() => undefined);
        }
      }
    }
  }
  await Promise.all(browser.contexts().map((context) => context.close().catch(() => undefined)));
  const faults = [...new Set(watched.faults)];
  results.push(faults.length === 0);
  console.log(`${faults.length === 0 ? '✔' : '✘'} ${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
  faults.forEach((fault) => console.log(`    ${fault}`));
}
await browser.close();
console.log(`${results.length} stories, ${results.filter((good) => !good).length} failed`);
process.exit(results.every(Boolean) ? 0 : 1);
