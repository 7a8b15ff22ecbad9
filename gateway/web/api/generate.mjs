// Types of the API, from the description that the gateway serves. What that description does not say
// is added here: it marks nothing as always there, tells points as objects though they are pairs, and
// does not tell answers apart by their tool.
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

/** By schema, what may be absent; all else of these is always there. */
const MAY_BE_ABSENT = {
  AccountView: [],
  Application: [],
  ApplicationBody: [],
  AppealCase: ['given', 'flag', 'accepted', 'clause', 'decision'],
  AppealView: ['reason', 'clause', 'decidedAt'],
  AssignmentView: ['preLabel', 'answer', 'flag', 'submittedAt', 'returned', 'verdict'],
  Attribute: ['choices', 'required', 'min', 'max'],
  AttemptView: ['right', 'passed', 'endedAt', 'questions'],
  BalanceView: [],
  Bone: [],
  Box: ['rotation', 'attributes'],
  Applications: ['from', 'until', 'places'],
  Card: ['asks', 'example', 'acknowledge', 'applications'],
  Cards: ['next'],
  Change: [],
  ChangesView: [],
  Decision: ['clause', 'guidelineVersion', 'answer'],
  Down: ['wrongInARow'],
  EarningDay: [],
  EarningView: [],
  Figure: ['attributes'],
  Flag: ['comment', 'mark'],
  FlagView: ['comment', 'mark'],
  Guideline: ['materialSince'],
  Item: [],
  Keypoint: [],
  LabelClass: ['attributes', 'skeleton'],
  Labelled: ['next'],
  Leased: ['held', 'problem'],
  Mask: ['attributes'],
  Me: ['username', 'expiresAt', 'mustChangePassword'],
  Listed: ['next'],
  MediaView: ['width', 'height'],
  Money: [],
  OfferView: [],
  OneTimePassword: [],
  Ontology: ['rotation', 'verifies'],
  Outcomes: [],
  OwnSkills: [],
  PageAssignmentView: ['next'],
  PageEarningDay: ['next'],
  PageEarningView: ['next'],
  PageItem: ['next'],
  PageOfferView: ['next'],
  PageProjectView: ['next'],
  PageQueueItem: ['next'],
  Part: [],
  Picture: ['width', 'height'],
  Polygon: ['attributes'],
  Polyline: ['attributes'],
  ProjectView: ['applications', 'goldRule', 'overlap', 'tierRule', 'leaseRule', 'reviewRule'],
  ProjectWhy: [],
  QualificationRule: ['requalify'],
  QueueItem: [],
  Reason: ['tasks', 'has', 'needs'],
  Release: [],
  ReviewCase: ['reason', 'confidence', 'escalatedAt', 'preLabel', 'result', 'decision'],
  Skeleton: ['bones'],
  StandingView: ['notBefore'],
  StartedView: [],
  Tier: ['requesters'],
  Transcript: ['region', 'attributes'],
  Up: ['rightInARow'],
  VerdictView: [],
  Why: ['next'],
  WhyTier: ['rule', 'up', 'down', 'requesters'],
  WorkFigures: ['pictureMillis', 'verdictSeconds', 'acceptedPercent', 'hourly'],
  WorkView: ['acknowledge'],
  WorkerBalance: [],
  WorkerView: ['application'],
  assignment_service_Outcome: ['state', 'submittedAt', 'expiresAt', 'problem'],
  assignment_service_ProjectView: ['acknowledged'],
  review_service_Decided: ['answer', 'unlabelable'],
  review_service_VerdictView: ['clause', 'answer', 'flag', 'appealUntil', 'appeal', 'rightAnswer'],
  review_service_Why: [],
};

const TOOLS = {
  Boxes: 'box',
  Category: 'category',
  Keypoints: 'keypoints',
  Masks: 'mask',
  Polygons: 'polygon',
  Polylines: 'polyline',
  Tags: 'tags',
  Transcripts: 'transcript',
  Verification: 'verification',
};

function amended(document) {
  const { schemas } = document.components;
  for (const [name, absent] of Object.entries(MAY_BE_ABSENT)) {
    const schema = schemas[name];
    if (!schema) {
      throw new Error(`the API has no ${name} any more: take it out of api/generate.mjs`);
    }
    const unknown = absent.filter((property) => !(property in schema.properties));
    if (unknown.length > 0) {
      throw new Error(`${name} has no ${unknown.join(', ')} any more: take it out of api/generate.mjs`);
    }
    schema.required = Object.keys(schema.properties).filter((property) => !absent.includes(property));
  }
  for (const [name, tool] of Object.entries(TOOLS)) {
    const own = schemas[name].allOf[1].properties;
    schemas[name] = {
      type: 'object',
      properties: { tool: { type: 'string', enum: [tool] }, ...own },
      required: ['tool', ...Object.keys(own)],
    };
  }
  schemas.Answer = { oneOf: Object.keys(TOOLS).map((name) => ({ $ref: `#/components/schemas/${name}` })) };
  schemas.Point = { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 };
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path)) {
      // services call theirs alike
      delete operation.operationId;
      // who asks is known by the token, and is no parameter
      operation.parameters = operation.parameters?.filter((parameter) => parameter.name !== 'caller');
    }
  }
  return document;
}

export async function types() {
  const document = JSON.parse(readFileSync(new URL('openapi.json', import.meta.url), 'utf8'));
  const nodes = await openapiTS(amended(document), {
    alphabetize: true,
    rootTypes: false,
  });
  return `// Made by npm run api; not to be changed by hand.\n${astToString(nodes)}`;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  writeFileSync(new URL('../src/api/schema.d.ts', import.meta.url), await types());
}
