import type { Answer, Attribute, Layer, Ontology, Point, Tool } from '../editor/types';

/** A drawn street and what may be asked of it: for the development page and the browser tests. */

export const WIDTH = 1280;
export const HEIGHT = 720;

export const STREET = `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="720" viewBox="0 0 1280 720">
<rect width="1280" height="720" fill="#bcd9ee"/><circle cx="1110" cy="110" r="52" fill="#ffe9a8"/>
<g fill="#c9b59a"><rect x="0" y="170" width="240" height="280"/><rect x="260" y="90" width="180" height="360" fill="#b7a58d"/><rect x="460" y="210" width="220" height="240" fill="#d8c6ad"/><rect x="930" y="150" width="350" height="300" fill="#ad9e8a"/></g>
<g fill="#5d7187"><rect x="30" y="210" width="50" height="60"/><rect x="110" y="210" width="50" height="60"/><rect x="30" y="310" width="50" height="60"/><rect x="110" y="310" width="50" height="60"/><rect x="290" y="130" width="40" height="60"/><rect x="360" y="130" width="40" height="60"/><rect x="290" y="230" width="40" height="60"/><rect x="360" y="230" width="40" height="60"/><rect x="970" y="200" width="60" height="70"/><rect x="1070" y="200" width="60" height="70"/><rect x="1170" y="200" width="60" height="70"/></g>
<rect y="450" width="1280" height="270" fill="#6c7077"/><rect y="450" width="1280" height="26" fill="#a9a59c"/>
<g fill="#f2efe6"><rect x="40" y="592" width="120" height="10"/><rect x="260" y="592" width="120" height="10"/><rect x="480" y="592" width="120" height="10"/><rect x="700" y="592" width="120" height="10"/><rect x="920" y="592" width="120" height="10"/><rect x="1140" y="592" width="120" height="10"/></g>
<g transform="translate(120 500)"><path d="M0 70h260V40l-40-10-40-36H80L40 30 0 40z" fill="#c0392b"/><path d="M88 2h44v28H60zM140 2h36l30 28h-66z" fill="#d9eaf5"/><circle cx="60" cy="72" r="26" fill="#20242a"/><circle cx="200" cy="72" r="26" fill="#20242a"/></g>
<g transform="translate(520 520)" fill="none" stroke="#20242a" stroke-width="7"><circle cx="30" cy="60" r="30"/><circle cx="130" cy="60" r="30"/><path d="M30 60l35-45h45l20 45M65 15l20 45h-55M110 15l-8-18h18"/></g>
<g transform="translate(780 380)"><circle cx="40" cy="20" r="20" fill="#8d5a3a"/><path d="M20 44h40l8 70H12z" fill="#2c7a5b"/><path d="M22 112l-4 80M58 112l6 80M18 52L-10 100M62 52l26 46" stroke="#2d3e57" stroke-width="14" stroke-linecap="round"/></g>
<g transform="translate(1020 300)"><rect x="54" y="80" width="10" height="150" fill="#777"/><path d="M36 0h46l32 32v46l-32 32H36L4 78V32z" fill="#c62828" stroke="#fff" stroke-width="5"/><text x="59" y="67" font-family="sans-serif" font-size="34" font-weight="700" fill="#fff" text-anchor="middle">STOP</text></g>
<g transform="translate(480 250)"><rect width="180" height="64" fill="#1d3557"/><text x="90" y="43" font-family="sans-serif" font-size="32" fill="#fff" text-anchor="middle">مقهى شاي</text></g>
</svg>`;

const VEHICLE: Attribute[] = [
  { id: 'occluded', name: 'Occluded', type: 'flag', required: true },
  { id: 'colour', name: 'Colour', type: 'choice', choices: ['red', 'blue', 'white', 'black', 'other'] },
  { id: 'speed', name: 'Speed limit', type: 'number', min: 0, max: 120 },
];

const CLASSES = [
  { id: 'car', name: 'Car' },
  { id: 'bicycle', name: 'Bicycle' },
  { id: 'person', name: 'Person' },
  { id: 'sign', name: 'Traffic sign' },
];

const MANY = [
  ...CLASSES,
  ...['Bus', 'Truck', 'Autorickshaw', 'Motorcycle', 'Cow', 'Dog', 'Tree', 'Street light', 'Building', 'Crossing'].map((name) => ({
    id: name.toLowerCase().replace(/ /g, '-'),
    name,
  })),
];

const PERSON = {
  points: ['Head', 'Left hand', 'Right hand', 'Left foot', 'Right foot'],
  bones: [{ from: 0, to: 1 }, { from: 0, to: 2 }, { from: 0, to: 3 }, { from: 0, to: 4 }],
};

export const ONTOLOGIES: Record<Tool, Ontology> = {
  category: { tool: 'category', classes: MANY },
  tags: { tool: 'tags', classes: CLASSES },
  box: { tool: 'box', rotation: true, classes: [{ ...CLASSES[0]!, attributes: VEHICLE }, ...CLASSES.slice(1), ...MANY.slice(4)] },
  polygon: { tool: 'polygon', classes: CLASSES },
  polyline: { tool: 'polyline', classes: [{ id: 'lane', name: 'Lane' }, { id: 'kerb', name: 'Kerb' }] },
  keypoints: { tool: 'keypoints', classes: [{ id: 'person', name: 'Person', skeleton: PERSON }] },
  mask: { tool: 'mask', classes: CLASSES },
  transcript: { tool: 'transcript', classes: [{ id: 'sign', name: 'Sign' }, { id: 'shop', name: 'Shop name' }] },
  verification: { tool: 'verification', verifies: 'box', classes: CLASSES },
};

/** Runs of a filled ellipse. */
export function ellipse(cx: number, cy: number, rx: number, ry: number): number[] {
  const counts: number[] = [];
  let outside = 0;
  for (let x = 0; x < WIDTH; x++) {
    const dx = (x + 0.5 - cx) / rx;
    const half = Math.abs(dx) < 1 ? ry * Math.sqrt(1 - dx * dx) : 0;
    const from = Math.ceil(cy - half - 0.5);
    const to = Math.ceil(cy + half - 0.5);
    if (to <= from) {
      outside += HEIGHT;
      continue;
    }
    counts.push(outside + from, to - from);
    outside = HEIGHT - to;
  }
  return [...counts, outside];
}

const mask = (classId: string, cx: number, cy: number, rx: number, ry: number) => ({
  classId,
  width: WIDTH,
  height: HEIGHT,
  counts: ellipse(cx, cy, rx, ry),
});

export const ANSWERS: Record<Tool, Answer> = {
  category: { tool: 'category', classId: 'car' },
  tags: { tool: 'tags', classIds: ['car', 'person'] },
  box: {
    tool: 'box',
    boxes: [
      { classId: 'car', x: 116, y: 490, width: 268, height: 110, attributes: { occluded: 'false', colour: 'red' } },
      { classId: 'bicycle', x: 515, y: 508, width: 170, height: 106 },
      { classId: 'sign', x: 1020, y: 298, width: 118, height: 114, rotation: 12 },
    ],
  },
  polygon: {
    tool: 'polygon',
    polygons: [
      { classId: 'car', points: [[120, 570], [120, 540], [160, 530], [200, 494], [300, 494], [340, 530], [380, 540], [380, 570]] },
      { classId: 'sign', points: [[1056, 300], [1102, 300], [1134, 332], [1134, 378], [1102, 410], [1056, 410], [1024, 378], [1024, 332]] },
    ],
  },
  polyline: {
    tool: 'polyline',
    polylines: [
      { classId: 'lane', points: [[40, 597], [400, 597], [820, 597], [1260, 597]] },
      { classId: 'kerb', points: [[0, 476], [640, 476], [1280, 476]] },
    ],
  },
  keypoints: {
    tool: 'keypoints',
    figures: [
      {
        classId: 'person',
        points: [
          { x: 820, y: 400, visibility: 'visible' },
          { x: 772, y: 480, visibility: 'visible' },
          { x: 868, y: 478, visibility: 'hidden' },
          { x: 798, y: 572, visibility: 'visible' },
          { x: 0, y: 0, visibility: 'absent' },
        ],
      },
    ],
  },
  mask: { tool: 'mask', masks: [mask('car', 250, 540, 138, 56), mask('person', 820, 460, 50, 110)] },
  transcript: {
    tool: 'transcript',
    transcripts: [
      { classId: 'sign', text: 'STOP', region: [[1036, 334], [1122, 334], [1122, 376], [1036, 376]] },
      { classId: 'shop', text: 'مقهى شاي', region: [[480, 250], [660, 250], [660, 314], [480, 314]] },
    ],
  },
  verification: { tool: 'verification', correct: true },
};

const move = (points: readonly Point[], dx: number, dy: number): Point[] => points.map(([x, y]): Point => [x + dx, y + dy]);

/** What two more people say, a little aside. */
function others(answer: Answer, dx: number): Answer {
  switch (answer.tool) {
    case 'box':
      return { ...answer, boxes: answer.boxes.slice(dx > 20 ? 1 : 0).map((b) => ({ ...b, x: b.x + dx, y: b.y - dx / 2 })) };
    case 'polygon':
      return { ...answer, polygons: answer.polygons.map((p) => ({ ...p, points: move(p.points, dx, -dx / 2) })) };
    case 'polyline':
      return { ...answer, polylines: answer.polylines.map((p) => ({ ...p, points: move(p.points, 0, dx) })) };
    case 'keypoints':
      return {
        ...answer,
        figures: answer.figures.map((f) => ({
          ...f,
          points: f.points.map((p) => (p.visibility === 'absent' ? p : { ...p, x: p.x + dx, y: p.y - dx })),
        })),
      };
    case 'mask':
      return { tool: 'mask', masks: [mask('car', 250 + dx, 540, 138 - dx, 56), mask('person', 820, 460 + dx, 50, 110)] };
    case 'transcript':
      return { ...answer, transcripts: answer.transcripts.map((t) => ({ ...t, text: t.text.slice(0, -1), region: move(t.region ?? [], dx, 0) })) };
    case 'tags':
      return { tool: 'tags', classIds: dx > 20 ? [] : ['car'] };
    case 'category':
      return { tool: 'category', classId: dx > 20 ? 'bus' : 'car' };
    case 'verification':
      return ANSWERS.box;
  }
}

export const layersOf = (tool: Tool): Layer[] =>
  tool === 'verification'
    ? [{ name: 'Label to judge', colour: '#2f7fe0', answer: ANSWERS.box }]
    : [
        { name: 'w-5f0a, tier 2', colour: '#2f7fe0', answer: ANSWERS[tool] },
        { name: 'w-93be, tier 1', colour: '#e4572e', answer: others(ANSWERS[tool], 14) },
        { name: 'w-0c77, tier 3', colour: '#17a374', answer: others(ANSWERS[tool], 34) },
      ];

/** As many objects as asked, in rows. */
export function crowd(count: number, width: number, height: number): Answer {
  const columns = Math.ceil(Math.sqrt((count * width) / height));
  const rows = Math.ceil(count / columns);
  const w = width / columns;
  const h = height / rows;
  return {
    tool: 'polygon',
    polygons: Array.from({ length: count }, (_, i) => {
      const cx = ((i % columns) + 0.5) * w;
      const cy = (Math.floor(i / columns) + 0.5) * h;
      return {
        classId: CLASSES[i % CLASSES.length]!.id,
        points: Array.from({ length: 12 }, (_, k): Point => {
          const a = (k / 12) * 2 * Math.PI;
          const r = 0.28 + 0.1 * ((k * 7 + i) % 3);
          return [Math.round((cx + Math.cos(a) * w * r) * 100) / 100, Math.round((cy + Math.sin(a) * h * r) * 100) / 100];
        }),
      };
    }),
  };
}
