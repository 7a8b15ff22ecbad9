// Reviewers: each decision that they make, with keys alone where nothing else is said.
import { LAPTOP, PHONE } from './browser.mjs';
import { appealed, audited, DISPUTED, disputed, flagged, waiting } from './disputes.mjs';
import { person, until } from './stage.mjs';
import { check } from './steps.mjs';

/** A case on the screen, with its picture and its guideline. */
async function opened(page, world, task, query = '') {
  await page.goto(`${world.base}/review/${task}${query}`);
  await ready(page);
}

async function ready(page) {
  await page.locator('.canvas .ed-picture').first().waitFor();
  await page.waitForFunction(() => document.querySelector('.canvas .ed-picture')?.complete);
  await page.locator('aside h2').first().waitFor();
}

const gone = (world, project) =>
  until('nothing in the queue', async () => (await world.reviewer.get(`/v1/reviews?projectId=${project}`)).items.length === 0);

/** A reviewer of their own, so that nobody's decisions come in between. */
async function reviewerOn(watched, world, device, more) {
  const reviewer = await person(world, 'reviews', 'reviewer');
  return { reviewer, page: await watched.as(reviewer, device, more) };
}

const caseOf = (reviewer, task) => reviewer.get(`/v1/reviews/${task}`);

/** Chooses a place of the guideline by keys: the list has the focus after C. */
async function nameClause(page, letters) {
  await page.keyboard.press('c');
  await page.keyboard.type(letters);
  await page.keyboard.press('Escape');
}

export const reviewers = {
  async 'a reviewer accepts a result'(watched, world) {
    const { project, items } = await audited(world, 'category');
    const { page } = await reviewerOn(watched, world, LAPTOP);
    await page.goto(`${world.base}/review?reason=audit`);
    await page.getByRole('link', { name: 'Begin with the first' }).waitFor();
    await watched.look(page, 'review');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await watched.look(page, 'review-keys');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    check(await page.evaluate(() => document.activeElement?.hasAttribute('data-row')), 'J goes to the first line');
    await opened(page, world, items[0].taskId, '?reason=audit');
    await page.getByText('Its result was drawn at random').waitFor();
    await watched.look(page, 'audit');
    await page.keyboard.press('a');
    await gone(world, project);
    const { decision } = await caseOf(world.reviewer, items[0].taskId).catch(() => ({}));
    check(decision === undefined || decision.answer.classId === 'cat', 'the result stands');
  },

  async 'a reviewer fixes a box'(watched, world) {
    const { project, items } = await disputed(world, 'box');
    const { reviewer, page } = await reviewerOn(watched, world, LAPTOP);
    await opened(page, world, items[0].taskId);
    await page.keyboard.press('1');
    await page.keyboard.press('f');
    await page.getByText('Change the answer until it is right.').waitFor();
    await page.locator('.canvas .ed-picture').first().waitFor();
    await page.keyboard.press('.');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await watched.look(page, 'fix');
    await page.keyboard.press('Control+Enter');
    await gone(world, project);
    const { decision } = await caseOf(reviewer, items[0].taskId);
    const first = decision.answer.boxes[0];
    const before = DISPUTED.box.answers.map((answer) => answer.boxes[0]).find(({ y }) => y === first.y);
    check(before && first.x === before.x + 2, `the first box is moved by two pixels, not ${JSON.stringify(first)}`);
  },

  async 'a reviewer rejects by a clause of the guideline'(watched, world) {
    const { project, workers, items } = await disputed(world, 'category');
    const { page } = await reviewerOn(watched, world, LAPTOP);
    await opened(page, world, items[0].taskId);
    await page.locator('select[data-clause] option').nth(2).waitFor({ state: 'attached' });
    await nameClause(page, '1. A cat');
    await page.keyboard.press(String(await indexOf(page, 'Cat')));
    await watched.look(page, 'alone');
    await page.keyboard.press('Enter');
    await gone(world, project);
    const [right, wrong] = workers;
    const told = await until('the verdicts', async () => {
      const all = await Promise.all(
        [right, wrong].map(async (worker) => (await worker.get('/v1/assignments?limit=10')).items.find((one) => one.projectId === project)),
      );
      return all.every((one) => one?.verdict) && all;
    });
    check(told[0].verdict.verdict === 'accepted', 'who answered so is accepted');
    const verdict = await wrong.get(`/v1/verdicts/${told[1].assignmentId}`);
    check(verdict.verdict === 'rejected' && verdict.clause?.startsWith('1. A cat'), `the rejection names the clause, not ${verdict.clause}`);
  },

  async 'a reviewer finds the guideline unclear'(watched, world) {
    const sentence = `A toy cat is not a cat, says ${world.run}.`;
    const { project, items } = await disputed(world, 'category');
    const { page } = await reviewerOn(watched, world, LAPTOP);
    await opened(page, world, items[0].taskId);
    await page.keyboard.press('s');
    await page.getByRole('dialog', { name: 'Suggest a sentence' }).waitFor();
    await watched.look(page, 'suggest');
    await page.keyboard.type(sentence);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await gone(world, project);
    const { items: suggestions } = await world.requester.get(`/v1/suggestions?projectId=${project}`);
    check(suggestions.length === 1 && suggestions[0].sentence === sentence, 'the requester sees the sentence');
    check(/^w-[0-9a-f]{16}$/.test(suggestions[0].reviewer), 'the reviewer is told by a pseudonym');
    await world.requester.post(`/v1/suggestions/${suggestions[0].id}/reply`, { taken: true, reason: 'Good point.' });
    await page.goto(`${world.base}/suggestions?status=taken`);
    await page.getByText(sentence).waitFor();
    await page.getByText('Good point.').first().waitFor();
    await watched.look(page, 'suggestions');
  },

  async 'a reviewer changes a result in an audit'(watched, world) {
    const { project, worker, items } = await audited(world, 'tags');
    const { reviewer, page } = await reviewerOn(watched, world, LAPTOP);
    await opened(page, world, items[0].taskId);
    await page.locator('select[data-clause] option').nth(2).waitFor({ state: 'attached' });
    await page.keyboard.press('f');
    await page.locator('.canvas .ed-picture').first().waitFor();
    await page.getByText('Change the answer until it is right.').waitFor();
    await page.keyboard.press('3');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Choose the place of the guideline').waitFor();
    check((await waiting(world.reviewer, project, 1)).length === 1, 'nothing is decided without a clause');
    await watched.look(page, 'audit-clause');
    await page.keyboard.type('3. Any');
    await page.keyboard.press('Escape');
    await page.keyboard.press('f');
    await page.getByText('Change the answer until it is right.').waitFor();
    await page.keyboard.press('3');
    await page.keyboard.press('Control+Enter');
    await gone(world, project);
    const decision = await until('the decision', async () => (await caseOf(reviewer, items[0].taskId)).decision);
    check(decision.answer.classIds.includes('person'), 'the result has the tag that was added');
    const [held] = (await worker.get('/v1/assignments?limit=10')).items.filter((one) => one.projectId === project);
    check(held.verdict.verdict === 'accepted', 'no verdict changes against a worker');
  },

  async 'a reviewer upholds an appeal, and denies one'(watched, world) {
    const upheld = await appealed(world, 'polygon', 'The outline is the one of the animal.');
    const denied = await appealed(world, 'transcript', 'I can read it.');
    const { page } = await reviewerOn(watched, world, LAPTOP);
    await page.goto(`${world.base}/appeals`);
    await page.getByRole('link', { name: 'Begin with the oldest' }).waitFor();
    await watched.look(page, 'appeals');
    await page.goto(`${world.base}/appeals/${upheld.appeal}`);
    await ready(page);
    await watched.look(page, 'appeal');
    await page.keyboard.press('1');
    await page.keyboard.press('d');
    await page.keyboard.press('u');
    await page.keyboard.type('The outline is as good as the accepted one.');
    await watched.look(page, 'appeal-upheld');
    await page.keyboard.press('Control+Enter');
    await until('the verdict', async () => (await upheld.worker.get(upheld.verdict)).verdict === 'accepted');
    await page.goto(`${world.base}/appeals/${denied.appeal}`);
    await ready(page);
    await page.locator('select[data-clause] option').nth(2).waitFor({ state: 'attached' });
    await watched.look(page, 'appeal-text');
    await page.keyboard.press('r');
    await page.keyboard.type('The sign says something else.');
    await page.keyboard.press('Escape');
    await nameClause(page, 'Which');
    await page.keyboard.press('Control+Enter');
    await until('the denial', async () => (await denied.worker.get(denied.verdict)).appeal.status === 'denied');
    const { appeal } = await denied.worker.get(denied.verdict);
    check(appeal.clause?.startsWith('Which animal'), 'the worker reads the clause');
  },

  async 'answers of every tool over each other'(watched, world) {
    const { page } = await reviewerOn(watched, world, LAPTOP);
    for (const tool of Object.keys(DISPUTED)) {
      const { project, items } = await disputed(world, tool);
      await opened(page, world, items[0].taskId);
      await page.getByRole('heading', { name: '3 answers' }).waitFor();
      const body = await page.locator('aside').innerText();
      check(!/[a-z]+-[a-z0-9]{6}-/.test(body), 'nobody is told by a name');
      await watched.look(page, `case-${tool}`);
      await page.keyboard.press('2');
      await page.getByRole('button', { pressed: true }).first().waitFor();
      await page.keyboard.press('0');
      await page.keyboard.press('d');
      await watched.look(page, `heat-${tool}`);
      await page.keyboard.press('1');
      const chosen = await page.locator('li.on .words').innerText();
      await page.keyboard.press('Enter');
      await gone(world, project);
      check(chosen !== '', 'an answer was shown alone');
    }
  },

  async 'a reviewer on a phone'(watched, world) {
    const { project, items } = await flagged(world, 'box', 'unclear', 'Two animals, which one?');
    const { page } = await reviewerOn(watched, world, PHONE);
    await page.goto(`${world.base}/review?reason=flagged`);
    await page.getByRole('link', { name: 'Begin with the first' }).waitFor();
    await watched.look(page, 'review');
    await opened(page, world, items[0].taskId);
    await page.getByText('Two animals, which one?').waitFor();
    await watched.look(page, 'case-flagged');
    await page.getByRole('button', { name: 'Cannot be labelled' }).tap();
    await page.getByLabel('Why?').fill('It shows two animals.');
    await watched.look(page, 'unlabelable');
    await page.getByRole('dialog').getByRole('button', { name: 'Cannot be labelled' }).tap();
    await gone(world, project);
    const second = await disputed(world, 'box');
    await opened(page, world, second.items[0].taskId);
    await watched.look(page, 'case-box');
    const appeal = await appealed(world, 'box', 'The box is right.');
    await page.goto(`${world.base}/appeals/${appeal.appeal}`);
    await ready(page);
    await watched.look(page, 'appeal');
  },

  async 'another was faster, and a picture was taken back'(watched, world) {
    const { project, items } = await disputed(world, 'category', { pictures: 4 });
    const { page } = await reviewerOn(watched, world, LAPTOP);
    const decide = async (task, answer) => {
      const other = await person(world, 'faster', 'reviewer');
      await other.get(`/v1/reviews/${task}`);
      await other.post(`/v1/reviews/${task}/decision`, { answer }, { 'if-match': other.etag });
    };
    await opened(page, world, items[0].taskId);
    await decide(items[0].taskId, { tool: 'category', classId: 'dog' });
    await page.keyboard.press('1');
    await page.keyboard.press('Enter');
    await page.getByText('Somebody decided this meanwhile.').or(page.getByText('It has changed since you opened it.')).first().waitFor();
    await watched.look(page, 'taken');
    await opened(page, world, items[1].taskId);
    await world.requester.post(`/v1/tasks/${items[1].taskId}/withdraw`, { reason: 'duplicate' });
    await until('the withdrawal', async () => (await world.reviewer.get(`/v1/reviews?projectId=${project}`)).items.length === 2);
    await page.keyboard.press('1');
    await page.keyboard.press('Enter');
    await page.getByText('The requester has taken this picture back.').waitFor();
    await watched.look(page, 'withdrawn');
    await page.keyboard.press('n');
    await page.waitForURL((url) => !url.pathname.endsWith(items[1].taskId));
    await page.goto(`${world.base}/review/none`);
    await page.getByText('This picture no longer waits for a reviewer.').waitFor();
    await watched.look(page, 'no-case');
  },

  async 'a reviewer in Hindi'(watched, world) {
    const { items } = await disputed(world, 'box');
    const { page } = await reviewerOn(watched, world, PHONE, { locale: 'hi-IN' });
    await page.goto(`${world.base}/review`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await watched.look(page, 'review-hi');
    await opened(page, world, items[0].taskId);
    await watched.look(page, 'case-hi');
  },
};

/** The key that shows the answer of these words alone. */
async function indexOf(page, words) {
  const all = await page.locator('aside .words').allInnerTexts();
  return all.indexOf(words) + 1;
}
