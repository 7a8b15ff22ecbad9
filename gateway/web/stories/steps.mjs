// What stories do again and again, in the browser and with what the server says afterwards.

export function check(is, what) {
  if (!is) {
    throw new Error(`expected: ${what}`);
  }
}

export async function signIn(page, world, username, to = '/work') {
  await page.goto(`${world.base}/sign-in?to=${to}`);
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(world.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${world.base}${to}*`);
}

/** The workspace of a project, with its first picture. */
export async function opened(page, world, project) {
  await page.goto(`${world.base}/work/${project}/label`);
  await shown(page);
}

const PICTURE = '.canvas .ed-picture';

/** The address of the picture that is shown and loaded. */
export async function shown(page) {
  await page.locator(PICTURE).first().waitFor();
  const found = await page.waitForFunction((selector) => {
    const image = document.querySelector(selector);
    return image?.complete && image.naturalWidth > 0 && image.getAttribute('src');
  }, PICTURE);
  return found.jsonValue();
}

/** Does what leads to the next picture, and waits for it. */
export async function toNext(page, act) {
  const before = await shown(page);
  await act();
  await page.waitForFunction(
    ([selector, old]) => {
      const image = document.querySelector(selector);
      return image?.complete && image.naturalWidth > 0 && image.getAttribute('src') !== old;
    },
    [PICTURE, before],
  );
}

/** What this device keeps of the account: drafts, outbox, leases, paces. */
export function kept(page, store) {
  return page.evaluate(async (name) => {
    const { name: database } = (await indexedDB.databases()).find((one) => one.name.startsWith('assay-')) ?? {};
    if (!database) {
      return [];
    }
    const open = await new Promise((done, fail) => {
      const request = indexedDB.open(database);
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
    try {
      return await new Promise((done) => {
        const request = open.transaction(name).objectStore(name).getAll();
        request.onsuccess = () => done(request.result);
      });
    } finally {
      open.close();
    }
  }, store);
}

/** All assignments of a worker in a project. */
export const assignments = async (worker, project) =>
  (await worker.get('/v1/assignments?limit=200')).items.filter((one) => one.projectId === project);

/** The answers that the server has of a worker in a project. */
export const answers = async (worker, project) => (await assignments(worker, project)).filter((one) => one.answer).map((one) => one.answer);
