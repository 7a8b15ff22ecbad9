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
    person.password = password;
    await person.call('POST', '/login', new URLSearchParams({ username, password }));
    return person;
  }

  async call(method, path, body, headers = {}) {
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
    await new Promise((later) => setTimeout(later, 400));
  }
  throw new Error(`not within ${seconds} s: ${what} (${last?.message ?? JSON.stringify(last)})`);
}

/** Staff, and what to work on. */
export async function stage(base, opsPassword) {
  const run = random();
  const password = `pass-${random()}-${random()}`;
  const ops = await Person.signedIn(base, 'ops', opsPassword);
  const people = {};
  for (const role of ['requester', 'reviewer', 'worker']) {
    const username = `${role}-${run}`;
    const roles = role === 'worker' ? ['worker'] : [role];
    await ops.post('/v1/admin/accounts', { username, password, roles });
    people[role] = await Person.signedIn(base, username, password);
  }
  const world = { base, run, password, ops, ...people };
  world.category = await project(world, {
    name: `Cats and dogs ${run}`,
    ontology: { tool: 'category', classes: [{ id: 'cat', name: 'Cat' }, { id: 'dog', name: 'Dog' }, { id: 'other', name: 'Neither' }] },
    overlap: { min: 1, max: 3, target: 0.9 },
  });
  world.tags = await project(world, {
    name: `What is in it ${run}`,
    ontology: { tool: 'tags', classes: ['indoors', 'outdoors', 'person', 'animal', 'vehicle'].map((id) => ({ id, name: id })) },
  });
  await bring(world, world.category, 'c', 160, 320, 240);
  await bring(world, world.tags, 't', 12, 480, 360);
  return world;
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

export async function project(world, { name, ontology, overlap, tierRule }) {
  const made = await world.requester.post('/v1/projects', {
    name,
    ontology,
    guideline: GUIDELINE,
    rateCard: { base: { minor: 250, currency: 'INR' } },
    goldRate: 0,
    holdDays: 3,
    budget: { minor: 10_000_000, currency: 'INR' },
    ...(overlap ? { overlap } : {}),
    ...(tierRule ? { tierRule } : {}),
  });
  await change(world.requester, `/v1/projects/${made.id}`, `/v1/projects/${made.id}/publish`);
  return made.id;
}

async function change(person, path, command) {
  await person.get(path);
  return person.post(command, undefined, { 'if-match': person.etag });
}

export async function bring(world, projectId, name, count, width, height, row = {}) {
  const refs = [];
  for (let i = 0; i < Math.min(count, 24); i++) {
    const made = await world.requester.post('/v1/pictures', png(width, height, i), { 'content-type': 'image/png' });
    refs.push(made.ref);
  }
  const rows = Array.from({ length: count }, (_, i) =>
    JSON.stringify({ externalId: `${name}-${i}`, picture: refs[i % refs.length], ...row }),
  ).join('\n');
  const job = await world.requester.post(`/v1/projects/${projectId}/imports`, rows, { 'content-type': 'application/x-ndjson' });
  await until('the import', async () => (await world.requester.get(`/v1/projects/${projectId}/imports/${job.id}`)).status !== 'running');
}

/** A worker by the API, who applied and was let in. */
export async function hired(world, name) {
  const username = `${name}-${world.run}`;
  await new Person(world.base).call('POST', '/v1/accounts', { username, password: world.password });
  const worker = await Person.signedIn(world.base, username, world.password);
  await worker.post('/v1/workers', {
    adult: true,
    residence: 'IN',
    languages: ['en'],
    abilities: ['category'],
    // no country has this code
    phone: `+999${String(Math.floor(Math.random() * 1e12)).padStart(12, '0')}`,
  });
  const { id } = await worker.get('/v1/me');
  await world.ops.post(`/v1/workers/${id}/activate`);
  return worker;
}

export async function acknowledge(worker, projectId) {
  const { guideline } = await until('the project', () => worker.get(`/v1/work/${projectId}`));
  await worker.call('PUT', `/v1/work/${projectId}/acknowledgement`, { version: guideline.version });
}

/** A picture with something to see: a disc on stripes. */
export function png(width, height, seed) {
  const rows = [];
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
      line.set(shade, 1 + x * 3);
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
