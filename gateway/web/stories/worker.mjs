// Workers: from sign-up to money on a phone, a day by keys alone, an account and its end.
import { LAPTOP, PHONE } from './browser.mjs';
import { Person, hired, nobodysPhone, projectWith, random, until, workerOf } from './stage.mjs';
import { answers, assignments, check, kept, opened, shown, signIn, toNext } from './steps.mjs';

export const workers = {
  async 'a worker on a phone, from sign-up to money'(watched, world) {
    const name = `Cats and dogs ${random()}`;
    const project = await projectWith(world, 'category', { name, pictures: 12 });
    const { name: title } = await world.requester.get(`/v1/projects/${project}`);
    const page = await watched.page(await watched.context(PHONE));
    await page.goto(world.base);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await watched.look(page, 'start');
    await page.getByRole('link', { name: 'Sign up as a worker' }).tap();
    const username = `phone-${random()}`;
    await page.getByLabel('Username').fill(username);
    await page.getByLabel('Password', { exact: true }).fill(world.password);
    await watched.look(page, 'sign-up');
    await page.getByRole('button', { name: 'Sign up' }).tap();
    await page.getByRole('heading', { name: 'Become a worker' }).waitFor();
    await watched.look(page, 'apply');
    await page.getByLabel('My phone number').fill(nobodysPhone());
    await page.getByText('Category', { exact: true }).tap();
    await page.getByText('I am 18 or older.').tap();
    await page.getByText('I label by myself').tap();
    await page.getByRole('button', { name: 'Apply' }).tap();
    await page.getByRole('heading', { name: 'Your application is here' }).waitFor();
    await watched.look(page, 'applied');
    const me = await Person.signedIn(world.base, username, world.password);
    await world.ops.post(`/v1/workers/${(await me.get('/v1/me')).id}/activate`);
    await page.getByRole('button', { name: 'Look again' }).tap();
    await page.getByRole('heading', { name: 'You can work' }).waitFor();
    await until('the project', () => me.get(`/v1/work/${project}`));
    await page.getByRole('link', { name: 'Find work' }).tap();
    await page.getByLabel('Search').fill(title);
    await page.getByRole('heading', { name: title }).waitFor();
    await watched.look(page, 'work');
    await page.getByRole('link', { name: title }).tap();
    await page.getByRole('heading', { name: 'Which animal?' }).waitFor();
    check((await page.title()).startsWith('Project'), 'a script in a guideline does nothing');
    await watched.look(page, 'guideline');
    await page.getByText('I have read it and will label by it.').tap();
    await page.getByRole('button', { name: 'Confirm' }).tap();
    await page.getByRole('link', { name: 'Label', exact: true }).tap();
    await shown(page);
    await watched.look(page, 'label');
    for (const answer of ['Cat', 'Dog', 'Neither', 'Cat']) {
      await toNext(page, () => page.getByRole('button', { name: answer, exact: true }).tap());
    }
    await toNext(page, () => page.getByRole('button', { name: 'Take back' }).tap());
    await page.getByRole('button', { name: 'Guideline' }).tap();
    await page.getByRole('dialog').getByText('Look at the').waitFor();
    await watched.look(page, 'label-guideline');
    await page.keyboard.press('Escape');
    // not the second half of a double tap, by now
    await toNext(page, () => page.getByRole('button', { name: 'Skip' }).tap());
    await page.getByRole('button', { name: 'Flag' }).tap();
    await page.getByText('It does not show').tap();
    await watched.look(page, 'flag');
    await toNext(page, () => page.getByRole('dialog').getByRole('button', { name: 'Flag' }).tap());
    await until('three labels, a flag and a skip', async () => {
      const all = await assignments(me, project);
      return all.filter((one) => one.answer).length === 3 && all.some((one) => one.flag) && all.some((one) => one.returned === 'skipped');
    });
    await watched.noToken(page);
    await page.getByRole('button', { name: /more$/ }).tap();
    await watched.look(page, 'batch');
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Leave' }).tap();
    await page.getByRole('link', { name: 'History' }).tap();
    await page.getByRole('link', { name: title }).first().waitFor();
    await watched.look(page, 'history');
    await page.getByRole('link', { name: title }).last().tap();
    await page.getByText('Guideline version').waitFor();
    await page.locator('.picture .ed-picture').first().waitFor();
    await watched.look(page, 'verdict');
    await page.getByRole('link', { name: 'Money' }).tap();
    await page.getByRole('heading', { name: 'Money' }).waitFor();
    await loaded(page);
    await watched.look(page, 'money');
    await page.getByRole('link', { name: 'Skills' }).tap();
    await page.getByRole('heading', { name: 'Skills' }).waitFor();
    await loaded(page);
    await watched.look(page, 'skills');
    await page.getByRole('link', { name: 'Help' }).tap();
    await page.getByRole('heading', { name: 'What is gold?' }).waitFor();
    await watched.look(page, 'help');
    await page.goto(`${world.base}/account`);
    await page.getByRole('heading', { name: 'Delete account' }).waitFor();
    await watched.look(page, 'account');
    await page.getByLabel('Language').selectOption('hi');
    await page.getByRole('heading', { name: 'खाता मिटाएँ' }).waitFor();
    await page.goto(`${world.base}/work`);
    await page.getByRole('heading', { name: 'काम खोजें' }).waitFor();
    await loaded(page);
    await watched.look(page, 'work-hi');
  },

  async 'a worker with the keyboard alone'(watched, world) {
    const tags = await projectWith(world, 'tags', { name: 'By keys' });
    const category = await projectWith(world, 'category', { name: 'By keys' });
    const worker = await workerOf(world, 'keys', tags);
    const { name: title } = await until('the project', () => worker.get(`/v1/work/${category}`));
    const page = await watched.page(await watched.context(LAPTOP));
    await page.goto(`${world.base}/sign-in`);
    await page.getByLabel('Username').waitFor();
    await reach(page, 'Username');
    await page.keyboard.type(worker.username);
    await page.keyboard.press('Tab');
    await page.keyboard.type(world.password);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${world.base}/work`);
    await page.getByRole('heading', { name: title }).waitFor();
    await reach(page, 'Search');
    await page.keyboard.type(title);
    await page.getByText(/^1 project\b/).waitFor();
    await watched.look(page, 'work');
    await reach(page, title);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Which animal?' }).waitFor();
    await reach(page, 'I have read it and will label by it.');
    await page.keyboard.press('Space');
    await reach(page, 'Confirm');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Label', exact: true }).waitFor();
    await reach(page, 'Label');
    await page.keyboard.press('Enter');
    await shown(page);
    await watched.look(page, 'label');
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await watched.look(page, 'keys');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    for (const key of ['1', '2', '3', 'Control+Space']) {
      await toNext(page, () => page.keyboard.press(key));
    }
    await page.keyboard.press('Shift+F');
    await page.getByRole('dialog').waitFor();
    await reach(page, 'It does not show');
    await page.keyboard.press('Space');
    await reach(page, 'Flag');
    await toNext(page, () => page.keyboard.press('Enter'));
    await page.keyboard.press('g');
    await page.getByRole('dialog').getByText('Look at the').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await until('three labels, a flag and a skip', async () => {
      const all = await assignments(worker, category);
      const labels = all.filter((one) => one.answer).map((one) => one.answer.classId).sort();
      return labels.join() === 'cat,dog,neither' && all.some((one) => one.flag) && all.some((one) => one.returned === 'skipped');
    });

    await opened(page, world, tags);
    await page.keyboard.press('1');
    await page.keyboard.press('3');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('4');
    await until('the draft', async () => (await kept(page, 'drafts')).some(({ answer }) => answer?.classIds?.join() === 'animal,indoors'));
    await page.reload();
    await page.getByRole('button', { name: 'Indoors', pressed: true }).waitFor();
    await watched.look(page, 'tags');
    await toNext(page, () => page.keyboard.press('Control+Enter'));
    await page.keyboard.press('2');
    await toNext(page, () => page.keyboard.press('Control+Enter'));
    await until('the tags', async () => JSON.stringify((await answers(worker, tags)).map(({ classIds }) => classIds).sort()) === '[["animal","indoors"],["outdoors"]]');
  },

  async 'password, sign-out, deletion'(watched, world) {
    const worker = await hired(world, 'gone');
    const page = await watched.page(await watched.context(PHONE));
    await page.goto(`${world.base}/account`);
    await page.waitForURL(`${world.base}/sign-in*`);
    await watched.look(page, 'sign-in');
    await page.getByLabel('Username').fill(worker.username);
    await page.getByLabel('Password', { exact: true }).fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).tap();
    await page.getByText('Username or password is wrong.').waitFor();
    await watched.look(page, 'sign-in-refused');
    await page.getByLabel('Password', { exact: true }).fill(world.password);
    await page.getByRole('button', { name: 'Sign in' }).tap();
    await page.waitForURL(`${world.base}/account`);
    await page.getByRole('button', { name: 'Sign out', exact: true }).tap();
    await page.waitForURL(`${world.base}/**`);
    await page.getByRole('link', { name: 'Sign in' }).first().waitFor();
    await signIn(page, world, worker.username, '/account');
    await page.getByLabel('Current password').fill(world.password);
    await page.getByLabel('New password').fill(`${world.password}-new`);
    await page.getByRole('button', { name: 'Change password' }).tap();
    await page.getByText('The new password holds.').waitFor();
    await page.getByRole('button', { name: 'Delete account …' }).tap();
    await page.getByRole('dialog').getByLabel('Password').fill(`${world.password}-new`);
    await watched.look(page, 'deletion');
    await page.getByRole('button', { name: 'Delete for good' }).tap();
    await page.getByText('The account is deleted.').waitFor();
    const refused = await Person.signedIn(world.base, worker.username, `${world.password}-new`).then(
      () => false,
      () => true,
    );
    check(refused, 'nobody signs in with a deleted account');
  },

  async 'pages that are not there, or not for the account'(watched, world) {
    const worker = await hired(world, 'lost');
    const page = await watched.as(worker, LAPTOP);
    await page.goto(`${world.base}/work`);
    await loaded(page);
    await page.evaluate(() => {
      history.pushState(null, '', '/no-such-page');
      dispatchEvent(new PopStateEvent('popstate'));
    });
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    await watched.look(page, 'missing');
    await page.goto(`${world.base}/review`);
    await page.getByRole('heading', { name: 'This page is not for your account' }).waitFor();
    await watched.look(page, 'forbidden');
    await page.goto(`${world.base}/work/no-such-project/label`);
    await page.getByRole('heading', { level: 2 }).or(page.getByRole('alert')).first().waitFor();
    await watched.look(page, 'no-project');
    const bare = await watched.page(await watched.context(PHONE, { javaScriptEnabled: false }));
    await bare.goto(world.base);
    await bare.getByRole('heading', { name: 'Assay needs JavaScript' }).waitFor();
  },
};

/** Nothing of the page is still being fetched. */
async function loaded(page) {
  await page.getByText('Loading …').waitFor({ state: 'detached' });
}

/** Goes by Tab until what has this name is focused. */
async function reach(page, name) {
  for (let i = 0; i < 60; i++) {
    const found = await page.evaluate((wanted) => {
      const focused = document.activeElement;
      const label = focused?.closest('label')?.textContent ?? (focused?.id ? document.querySelector(`label[for="${CSS.escape(focused.id)}"]`)?.textContent : null);
      return [focused?.getAttribute('aria-label'), label, focused?.textContent].some((text) => text?.trim() === wanted);
    }, name);
    if (found) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`by Tab alone nothing named "${name}" is reached`);
}
