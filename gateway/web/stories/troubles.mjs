// What goes wrong between a worker and the server, and what is lost by it: nothing.
import { LAPTOP, PHONE } from './browser.mjs';
import { projectWith, until, workerOf } from './stage.mjs';
import { answers, assignments, check, kept, opened, shown, toNext } from './steps.mjs';

export const troubles = {
  async 'offline, a reload, and back'(watched, world) {
    const project = await projectWith(world, 'category');
    const worker = await workerOf(world, 'tunnel', project);
    const page = await watched.as(worker, PHONE);
    await page.goto(`${world.base}/work`);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await opened(page, world, project);
    // the shell is kept, and the next pictures are here
    await until('the shell and the pictures', () =>
      page.evaluate(async () => {
        const names = await caches.keys();
        const shell = names.find((name) => name.startsWith('shell-'));
        const count = async (name) => (await (await caches.open(name)).keys()).length;
        return Boolean(navigator.serviceWorker.controller && shell && (await (await caches.open(shell)).match('/')) && (await count('pictures')) >= 3);
      }),
    );
    await page.context().setOffline(true);
    await toNext(page, () => page.getByRole('button', { name: 'Cat', exact: true }).tap());
    await toNext(page, () => page.getByRole('button', { name: 'Dog', exact: true }).tap());
    await page.getByText('2 on this device').waitFor();
    await watched.look(page, 'offline');
    check((await answers(worker, project)).length === 0, 'nothing was sent');
    await page.reload();
    await shown(page);
    await page.getByText(/2 on this device/).waitFor();
    await page.getByRole('button', { name: 'Neither', exact: true }).tap();
    await page.getByText('3 on this device').waitFor();
    await page.context().setOffline(false);
    await until('three answers', async () => (await answers(worker, project)).map(({ classId }) => classId).sort().join() === 'cat,dog,neither');
    check((await kept(page, 'outbox')).length === 0, 'nothing waits any more');
  },

  async 'a reload in mid-drawing'(watched, world) {
    const project = await projectWith(world, 'box');
    const worker = await workerOf(world, 'reload', project);
    const page = await watched.as(worker, LAPTOP);
    await opened(page, world, project);
    const picture = await page.locator('.canvas .ed-picture').first().boundingBox();
    const at = (x, y) => [picture.x + picture.width * x, picture.y + picture.height * y];
    const drag = async (from, to) => {
      await page.mouse.move(...from);
      await page.mouse.down();
      await page.mouse.move(...to, { steps: 4 });
      await page.mouse.up();
    };
    await drag(at(0.2, 0.2), at(0.5, 0.6));
    await until('the draft', async () => (await kept(page, 'drafts')).some(({ answer }) => answer?.boxes?.length === 1));
    await drag(at(0.6, 0.3), at(0.8, 0.7));
    await until('the second one, too', async () => (await kept(page, 'drafts')).some(({ answer }) => answer?.boxes?.length === 2));
    const drawn = 2;
    await page.reload();
    await shown(page);
    await until('what was drawn', async () => (await page.locator('.ed-objects li').count()) === drawn);
    await watched.look(page, 'reloaded');
    await page.keyboard.press('Control+z');
    await until('one less', async () => (await page.locator('.ed-objects li').count()) === drawn - 1);
    await toNext(page, () => page.keyboard.press('Control+Enter'));
    const [answer] = await until('the answer', async () => {
      const found = await answers(worker, project);
      return found.length > 0 && found;
    });
    check(answer.boxes.length === drawn - 1, `${drawn - 1} box, not ${JSON.stringify(answer)}`);
    const [box] = answer.boxes;
    // the picture is of 480 × 360
    const near = (found, wanted) => Math.abs(found - wanted) <= 3;
    check(near(box.x, 96) && near(box.y, 72) && near(box.width, 144) && near(box.height, 144), `the box that was drawn, not ${JSON.stringify(box)}`);
  },

  async 'the session ends in between'(watched, world) {
    const project = await projectWith(world, 'category');
    const worker = await workerOf(world, 'ended', project);
    const page = await watched.as(worker, LAPTOP);
    await opened(page, world, project);
    await page.context().clearCookies({ name: 'ASSAY_SESSION' });
    await toNext(page, () => page.keyboard.press('1'));
    await page.keyboard.press('2');
    await page.getByRole('dialog', { name: 'Please sign in again' }).waitFor();
    await watched.look(page, 'ended');
    check((await answers(worker, project)).length === 0, 'nothing was taken without a session');
    await page.getByRole('dialog').getByLabel('Password', { exact: true }).fill(world.password);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await until('both answers', async () => (await answers(worker, project)).map(({ classId }) => classId).sort().join() === 'cat,dog');
    await toNext(page, () => page.keyboard.press('3'));
  },

  async 'the time for a picture runs out'(watched, world) {
    const project = await projectWith(world, 'tags', { leaseRule: { batchSize: 1, seconds: 20, extensions: 0 } });
    const worker = await workerOf(world, 'late', project);
    const page = await watched.as(worker, PHONE);
    await opened(page, world, project);
    await page.getByRole('button', { name: 'Animal' }).tap();
    await page.getByText(/There is no more time for this picture|The time is up/).waitFor();
    await watched.look(page, 'no-more-time');
    await until('given to others', async () => (await assignments(worker, project)).some(({ state }) => state === 'returned'));
    await page.getByText(/^The time is up/).waitFor();
    await page.getByRole('button', { name: /^Submit/ }).tap();
    await page.getByRole('button', { name: '1 not taken' }).tap();
    await page.getByRole('dialog').getByText('The time had run out').waitFor();
    await watched.look(page, 'refused');
    await page.reload();
    // kept until its worker lets it go
    await page.getByRole('button', { name: '1 not taken' }).tap();
    await page.getByRole('button', { name: 'Let go' }).tap();
    await until('let go', async () => (await kept(page, 'outbox')).length === 0);
  },

  async 'two tabs'(watched, world) {
    const project = await projectWith(world, 'tags');
    const worker = await workerOf(world, 'tabs', project);
    const first = await watched.as(worker, LAPTOP);
    await opened(first, world, project);
    const second = await watched.page(first.context());
    await second.goto(`${world.base}/work/${project}/label`);
    await second.getByRole('heading', { name: 'You label this project in another tab' }).waitFor();
    await watched.look(second, 'elsewhere');
    await second.getByRole('button', { name: 'Go on here' }).click();
    await shown(second);
    await first.getByRole('heading', { name: 'You label this project in another tab' }).waitFor();
    await second.keyboard.press('2');
    await toNext(second, () => second.keyboard.press('Control+Enter'));
    await until('the answer', async () => JSON.stringify(await answers(worker, project)) === '[{"tool":"tags","classIds":["outdoors"]}]');
  },

  async 'a second device'(watched, world) {
    const project = await projectWith(world, 'category');
    const worker = await workerOf(world, 'devices', project);
    const phone = await watched.as(worker, PHONE);
    await opened(phone, world, project);
    const laptop = await watched.as(worker, LAPTOP);
    await opened(laptop, world, project);
    // the same pictures on both: what is answered on one is answered
    await toNext(phone, () => phone.getByRole('button', { name: 'Cat', exact: true }).tap());
    await until('the answer', async () => (await answers(worker, project)).length === 1);
    const one = await until('the same picture on the laptop', async () => {
      const [{ assignmentId }] = (await assignments(worker, project)).filter(({ answer }) => answer);
      return (await kept(laptop, 'leases')).find((lease) => lease.assignmentId === assignmentId) ?? null;
    });
    check(one, 'both hold it');
    // all that the laptop holds, answered otherwise
    const held = (await kept(laptop, 'leases')).length;
    for (let i = 1; i < held; i++) {
      await toNext(laptop, () => laptop.keyboard.press('2'));
    }
    await laptop.keyboard.press('2');
    await laptop.getByRole('button', { name: '1 not taken' }).click();
    await laptop.getByRole('dialog').getByText('You answered this picture otherwise before').waitFor();
    await watched.look(laptop, 'answered-elsewhere');
    await laptop.getByRole('button', { name: 'Let go' }).click();
    await laptop.keyboard.press('Escape');
    check((await answers(worker, project)).filter(({ classId }) => classId === 'cat').length === 1, 'the first answer stands');
  },

  async 'a double click on submit'(watched, world) {
    const project = await projectWith(world, 'tags');
    const worker = await workerOf(world, 'double', project);
    const page = await watched.as(worker, LAPTOP);
    await opened(page, world, project);
    await page.getByRole('button', { name: 'Animal' }).click();
    const submit = await page.getByRole('button', { name: /^Submit/ }).boundingBox();
    const [x, y] = [submit.x + submit.width / 2, submit.y + submit.height / 2];
    await toNext(page, () => page.mouse.dblclick(x, y));
    const second = await shown(page);
    await page.getByRole('button', { name: 'Person' }).click();
    check((await shown(page)) === second, 'the second picture waits for its own answer');
    await toNext(page, () => page.getByRole('button', { name: /^Submit/ }).click());
    await until('two answers', async () => (await answers(worker, project)).length >= 2);
    const found = JSON.stringify((await answers(worker, project)).map(({ classIds }) => classIds).sort());
    check(found === '[["animal"],["person"]]', `one answer for each picture, not ${found}`);
  },

  async 'back and forward'(watched, world) {
    const project = await projectWith(world, 'tags');
    const worker = await workerOf(world, 'back', project);
    const page = await watched.as(worker, LAPTOP);
    await page.goto(`${world.base}/work/${project}`);
    await page.getByRole('link', { name: 'Label', exact: true }).click();
    const picture = await shown(page);
    await page.keyboard.press('5');
    await page.getByRole('button', { name: 'Vehicle', pressed: true }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Which animal?' }).waitFor();
    await page.goForward();
    await page.getByRole('button', { name: 'Vehicle', pressed: true }).waitFor();
    check((await shown(page)) === picture, 'the same picture');
    await toNext(page, () => page.keyboard.press('Control+Enter'));
    await page.goBack();
    await until('the answer', async () => JSON.stringify(await answers(worker, project)) === '[{"tool":"tags","classIds":["vehicle"]}]');
  },

  async 'a slow line'(watched, world) {
    const project = await projectWith(world, 'category');
    const worker = await workerOf(world, 'slow', project);
    const page = await watched.as(worker, PHONE);
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    // Slow 4G
    await session.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 93_750 });
    await opened(page, world, project);
    for (const name of ['Cat', 'Dog', 'Neither', 'Dog']) {
      await toNext(page, () => page.getByRole('button', { name, exact: true }).tap());
    }
    await until('four answers', async () => (await answers(worker, project)).map(({ classId }) => classId).sort().join() === 'cat,dog,dog,neither');
  },
};
