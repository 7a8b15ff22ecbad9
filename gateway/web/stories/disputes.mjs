// Work for reviewers: pictures that workers answered, through the public API as anybody could.
import { projectWith, until, workerOf } from './stage.mjs';

const classes = (...names) => names.map((name) => ({ id: name.toLowerCase().replace(/ /g, '-'), name }));

/** Of each tool, what is asked and what three workers may say who do not agree; of pictures of 480 × 360. */
export const DISPUTED = {
  category: {
    ontology: { tool: 'category', classes: classes('Cat', 'Dog', 'Neither') },
    answers: ['cat', 'dog', 'neither'].map((classId) => ({ tool: 'category', classId })),
  },
  tags: {
    ontology: { tool: 'tags', classes: classes('Indoors', 'Outdoors', 'Person', 'Animal', 'Vehicle') },
    answers: [['animal', 'indoors'], ['animal', 'outdoors', 'person'], ['vehicle']].map((classIds) => ({ tool: 'tags', classIds })),
  },
  box: {
    ontology: { tool: 'box', classes: classes('Cat', 'Dog') },
    answers: [
      [{ classId: 'cat', x: 60, y: 90, width: 190, height: 210 }],
      [{ classId: 'cat', x: 220, y: 40, width: 130, height: 100 }, { classId: 'dog', x: 20, y: 20, width: 60, height: 60 }],
      [{ classId: 'dog', x: 300, y: 220, width: 150, height: 120 }],
    ].map((boxes) => ({ tool: 'box', boxes })),
  },
  polygon: {
    ontology: { tool: 'polygon', classes: classes('Cat', 'Dog') },
    answers: [
      [{ classId: 'cat', points: [[100, 100], [260, 90], [280, 280], [120, 300]] }],
      [{ classId: 'cat', points: [[200, 60], [420, 80], [400, 180]] }],
      [{ classId: 'dog', points: [[30, 200], [160, 220], [150, 340], [40, 330]] }],
    ].map((polygons) => ({ tool: 'polygon', polygons })),
  },
  polyline: {
    ontology: { tool: 'polyline', classes: classes('Lane', 'Kerb') },
    answers: [
      [{ classId: 'lane', points: [[20, 300], [200, 220], [460, 200]] }],
      [{ classId: 'lane', points: [[20, 40], [240, 60], [460, 30]] }],
      [{ classId: 'kerb', points: [[60, 350], [420, 330]] }],
    ].map((polylines) => ({ tool: 'polyline', polylines })),
  },
  keypoints: {
    ontology: {
      tool: 'keypoints',
      classes: [{ id: 'cat', name: 'Cat', skeleton: { points: ['Head', 'Left paw', 'Right paw'], bones: [{ from: 0, to: 1 }, { from: 0, to: 2 }] } }],
    },
    answers: [
      [[200, 90], [150, 260], [250, 260]],
      [[400, 60], [360, 150], [440, 150]],
      [[80, 210], [40, 330], [130, 330]],
    ].map((points) => ({
      tool: 'keypoints',
      figures: [{ classId: 'cat', points: points.map(([x, y], i) => ({ x, y, visibility: i === 2 ? 'hidden' : 'visible' })) }],
    })),
  },
  mask: {
    ontology: { tool: 'mask', classes: classes('Cat', 'Dog') },
    answers: [
      [{ classId: 'cat', ...rectangle(90, 100, 180, 180) }],
      [{ classId: 'cat', ...rectangle(250, 60, 120, 90) }],
      [{ classId: 'dog', ...rectangle(30, 240, 120, 100) }],
    ].map((masks) => ({ tool: 'mask', masks })),
  },
  transcript: {
    ontology: { tool: 'transcript', classes: classes('Sign', 'Shop name') },
    answers: ['Fresh tea and cakes', 'Fresh teas and bread', 'Open all night'].map((text) => ({
      tool: 'transcript',
      transcripts: [{ classId: 'sign', text, region: [[60, 60], [420, 60], [420, 140], [60, 140]] }],
    })),
  },
};

/** Runs by columns of a filled rectangle in a picture of 480 × 360. */
function rectangle(left, top, width, height, pictureWidth = 480, pictureHeight = 360) {
  const counts = [left * pictureHeight + top, height];
  for (let i = 1; i < width; i++) {
    counts.push(pictureHeight - height, height);
  }
  counts.push(pictureHeight - top - height + (pictureWidth - left - width) * pictureHeight);
  return { width: pictureWidth, height: pictureHeight, counts };
}

/** What a worker got of a project, once it is so much: pictures come in one after the other. */
export async function leased(worker, project, count = 1) {
  const held = new Map();
  await until('work', async () => {
    const found = await worker.post('/v1/leases', { projectId: project, held: held.size === 0 });
    found.assignments.forEach((one) => held.set(one.assignmentId, one));
    return held.size === count;
  });
  return [...held.values()];
}

export const label = (worker, assignment, answer) => worker.post(`/v1/assignments/${assignment.assignmentId}/label`, { answer });

/** All pictures of a project, labelled by a worker who may label them; the worker and what they held. */
export async function labelledBy(world, project, answer, pictures = 1) {
  const worker = await workerOf(world, 'labels', project);
  const held = await leased(worker, project, pictures);
  for (const one of held) {
    await label(worker, one, answer);
  }
  return { worker, held };
}

/** A project of the tool whose pictures three workers answered in three ways, and so are undecided. */
export async function disputed(world, tool, { pictures = 1, answers = DISPUTED[tool].answers, ...more } = {}) {
  const { ontology } = DISPUTED[tool];
  const project = await projectWith(world, ontology, {
    pictures,
    name: `Disputed ${tool}`,
    overlap: { min: answers.length, max: answers.length, target: 0.95 },
    ...more,
  });
  const workers = await Promise.all(answers.map((answer) => labelledBy(world, project, answer, pictures)));
  return { project, workers: workers.map(({ worker }) => worker), items: await waiting(world.reviewer, project, pictures) };
}

/** A project of which each result is looked at once more; one worker said the same of each picture. */
export async function audited(world, tool, { pictures = 1, answer = DISPUTED[tool].answers[0], ...more } = {}) {
  const project = await projectWith(world, DISPUTED[tool].ontology, {
    pictures,
    name: `Audited ${tool}`,
    overlap: { min: 1, max: 1, target: 0.6 },
    reviewRule: { auditRate: 1, appealDays: 14 },
    ...more,
  });
  const { worker } = await labelledBy(world, project, answer, pictures);
  return { project, worker, items: await waiting(world.reviewer, project, pictures) };
}

/** A label that two others outvoted, and the appeal of its worker. */
export async function appealed(world, tool, text) {
  const [wrong, right] = DISPUTED[tool].answers;
  const project = await projectWith(world, DISPUTED[tool].ontology, {
    pictures: 1,
    name: `Appealed ${tool}`,
    overlap: { min: 3, max: 3, target: 0.7 },
  });
  const [{ worker, held }] = await Promise.all([
    labelledBy(world, project, wrong),
    labelledBy(world, project, right),
    labelledBy(world, project, right),
  ]);
  const verdict = `/v1/verdicts/${held[0].assignmentId}`;
  await until('the rejection', async () => (await worker.get(verdict)).verdict === 'rejected');
  await worker.post(`${verdict}/appeal`, { text });
  const items = await until('the appeal', async () => {
    const found = (await world.reviewer.get(`/v1/appeals?projectId=${project}`)).items;
    return found.length === 1 && found;
  });
  return { project, worker, verdict, appeal: items[0].appealId };
}

/** A picture that a worker flagged. */
export async function flagged(world, tool, reason, comment) {
  const project = await projectWith(world, DISPUTED[tool].ontology, { pictures: 1, name: `Flagged ${tool}` });
  const worker = await workerOf(world, 'flags', project);
  const [one] = await leased(worker, project);
  await worker.post(`/v1/assignments/${one.assignmentId}/flag`, { reason, comment });
  return { project, worker, items: await waiting(world.reviewer, project, 1) };
}

/** What waits of a project, once so many do. */
export function waiting(reviewer, project, count) {
  return until(`${count} in the queue`, async () => {
    const { items } = await reviewer.get(`/v1/reviews?projectId=${project}&limit=200`);
    return items.length === count && items;
  });
}
