// Sets a stack up for the stories: people, a project of each kind that they need, pictures, all
// through the public API as anybody could.
import { deflateSync, crc32 } from 'node:zlib';

const CLIENT = { 'Assay-Session': '1' };

/** Somebody with a session, as the browser has one. */
export class Person {
  constructor(base) {
    this.base = base;
    this.cookies = new Map();
  }

  static async signedIn(base, username, password) {
    const person = new Person(base);
    person.username = username;
    await person.call('POST', '/login', new URLSearchParams({ username, password }));
    return person;
  }

  /** The session, for a browser. */
  cookiesFor(url) {
    return [...this.cookies].map(([name, value]) => ({ name, value, url, httpOnly: true, sameSite: 'Lax' }));
  }

  async call(method, path, body, headers = {}, tries = 0) {
    const json = body !== undefined && !(body instanceof URLSearchParams) && !(body instanceof Uint8Array) && typeof body !== 'string';
    const response = await fetch(this.base + path, {
      method,
      headers: {
        ...CLIENT,
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(json ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      body: json ? JSON.stringify(body) : body,
      redirect: 'manual',
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name, value] = cookie.split(';')[0].split('=');
      this.cookies.set(name, value);
    }
    const text = await response.text();
    if (response.status === 429 || (response.status === 503 && tries < 20)) {
      // all stories come from one address; and a service may just be starting
      await pause(Number(response.headers.get('retry-after') ?? 1) * 1000);
      return this.call(method, path, body, headers, tries + 1);
    }
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 500)}`);
    }
    this.etag = response.headers.get('etag');
    return text && response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text;
  }

  get(path) {
    return this.call('GET', path);
  }

  post(path, body, headers) {
    return this.call('POST', path, body, headers);
  }
}

export const random = () => Math.random().toString(36).slice(2, 8);

const pause = (milliseconds) => new Promise((later) => setTimeout(later, milliseconds));

/** Asks until there is an answer: what comes by messages comes later. */
export async function until(what, ask, seconds = 90) {
  const end = Date.now() + seconds * 1000;
  let last;
  while (Date.now() < end) {
    try {
      last = await ask();
      if (last) {
        return last;
      }
    } catch (problem) {
      last = problem;
    }
    await pause(250);
  }
  throw new Error(`not within ${seconds} s: ${what} (${last?.message ?? JSON.stringify(last)})`);
}

/** Staff, and the pictures of all projects. */
export async function stage(base, opsPassword) {
  const run = random();
  const password = `pass-${random()}-${random()}`;
  const ops = await Person.signedIn(base, 'ops', opsPassword);
  const world = { base, run, password, ops };
  for (const role of ['requester', 'reviewer']) {
    world[role] = await person(world, role, role);
  }
  world.pictures = await upload(world.requester, 12, 480, 360);
  return world;
}

/** A new account of a role, signed in. */
export async function person(world, name, role) {
  const username = `${name}-${random()}-${world.run}`;
  await world.ops.post('/v1/admin/accounts', { username, password: world.password, roles: [role] });
  return Person.signedIn(world.base, username, world.password);
}

/** No country has this code. */
export const nobodysPhone = () => `+999${String(Math.floor(Math.random() * 1e12)).padStart(12, '0')}`;

/** A worker who applied and was let in. */
export async function hired(world, name) {
  const worker = await person(world, name, 'worker');
  await worker.post('/v1/workers', { adult: true, residence: 'IN', languages: ['en'], abilities: ['category'], phone: nobodysPhone() });
  const { id } = await worker.get('/v1/me');
  await world.ops.post(`/v1/workers/${id}/activate`);
  return worker;
}

/** A worker who knows the guideline and finds work in the project. */
export async function workerOf(world, name, projectId) {
  const worker = await hired(world, name);
  await acknowledge(worker, projectId);
  return worker;
}

export async function acknowledge(worker, projectId) {
  const { guideline } = await until('the project', () => worker.get(`/v1/work/${projectId}`));
  await worker.call('PUT', `/v1/work/${projectId}/acknowledgement`, { version: guideline.version });
}

const classes = (names) => names.map((name) => ({ id: name.toLowerCase(), name }));

/** What each project asks, by its tool. */
export const ONTOLOGIES = {
  category: { tool: 'category', classes: classes(['Cat', 'Dog', 'Neither']) },
  tags: { tool: 'tags', classes: classes(['Indoors', 'Outdoors', 'Person', 'Animal', 'Vehicle']) },
  box: { tool: 'box', classes: classes(['Cat', 'Dog']) },
};

/** A published project with pictures, of a tool or an ontology; `more` is the project's own. */
export async function projectWith(world, ontology, { pictures = 10, name = 'Project', row = {}, ...more } = {}) {
  const id = await project(world, { name: `${name} ${random()}`, ontology: ONTOLOGIES[ontology] ?? ontology, ...more });
  await bring(world, id, pictures, row);
  return id;
}

const GUIDELINE = `# Which animal?

Look at the **main** animal in the picture.

1. A cat, or several: *Cat*.
2. A dog, a wolf or a fox: *Dog*.
3. Anything else, or nothing: *Neither*.

> When you cannot tell, skip the picture.

| shows | answer |
|-|-|
| a toy cat | Neither |
| a drawing of a dog | Dog |

<script>document.title = 'broken'</script> and [a link](javascript:alert(1)) are text.
`;

export async function project(world, { name, ontology, ...more }) {
  const made = await world.requester.post('/v1/projects', {
    name,
    ontology,
    guideline: GUIDELINE,
    rateCard: { base: { minor: 250, currency: 'INR' } },
    goldRate: 0,
    holdDays: 3,
    budget: { minor: 10_000_000, currency: 'INR' },
    ...more,
  });
  await world.requester.post(`/v1/projects/${made.id}/publish`, undefined, { 'if-match': await etag(world.requester, made.id) });
  return made.id;
}

/** Read by a request of its own: others use the same person at the same time. */
async function etag(requester, projectId) {
  const reader = new Person(requester.base);
  reader.cookies = requester.cookies;
  await reader.get(`/v1/projects/${projectId}`);
  return reader.etag;
}

/** Brings so many tasks, whose pictures come in turn; waits until all can be leased. */
export async function bring(world, projectId, count, row = {}) {
  const rows = Array.from({ length: count }, (_, i) =>
    JSON.stringify({ externalId: `picture-${i}`, picture: world.pictures[i % world.pictures.length], ...row }),
  ).join('\n');
  const job = await world.requester.post(`/v1/projects/${projectId}/imports`, rows, { 'content-type': 'application/x-ndjson' });
  await until('the import', async () => (await world.requester.get(`/v1/projects/${projectId}/imports/${job.id}`)).status !== 'running');
}

/** So many pictures, each unlike the others; the names under which rows name them. */
export async function upload(requester, count, width, height, noise = 0) {
  const made = [];
  for (let i = 0; i < count; i++) {
    made.push((await requester.post('/v1/pictures', png(width, height, i, noise), { 'content-type': 'image/png' })).ref);
  }
  return made;
}

/** A picture with something to see: a disc on stripes. With noise, a share of its pixels, it is about as long as a photograph. */
export function png(width, height, seed, noise = 0) {
  const rows = [];
  let state = seed + 1;
  const next = () => (state = (state * 16807) % 2147483647) / 2147483647;
  const hue = (seed * 47) % 360;
  const [r, g, b] = rgb(hue);
  const cx = width * (0.35 + ((seed * 13) % 30) / 100);
  const cy = height * 0.55;
  const radius = Math.min(width, height) * 0.28;
  for (let y = 0; y < height; y++) {
    const line = Buffer.alloc(1 + width * 3);
    for (let x = 0; x < width; x++) {
      const inside = (x - cx) ** 2 + (y - cy) ** 2 < radius ** 2;
      const ear = Math.abs(x - cx) < radius * 0.8 && Math.abs(x - cx) > radius * 0.3 && y > cy - radius * 1.25 && y < cy - radius * 0.5;
      const stripe = ((x + y + seed * 9) >> 5) % 2;
      const shade = inside || ear ? [r, g, b] : stripe ? [214, 222, 216] : [190, 203, 195];
      line.set(noise > 0 && next() < noise ? [next() * 255, next() * 255, next() * 255] : shade, 1 + x * 3);
    }
    rows.push(line);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body) >>> 0);
  return Buffer.concat([length, body, sum]);
}

function rgb(hue) {
  const f = (n) => {
    const k = (n + hue / 30) % 12;
    return Math.round(255 * (0.45 - 0.35 * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return [f(0), f(8), f(4)];
}
