// Writes openapi.json: the description that a running stack serves, without what differs by stack.
//   node api/fetch.mjs [http://localhost:8080]
import { writeFileSync } from 'node:fs';

const base = process.argv[2] ?? process.env.ASSAY_URL ?? 'http://localhost:8080';
const response = await fetch(`${base}/v1/openapi`);
if (!response.ok) {
  throw new Error(`${response.url}: ${response.status}`);
}
const document = await response.json();
delete document.servers;
delete document.components.securitySchemes;
for (const path of Object.values(document.paths)) {
  for (const operation of Object.values(path)) {
    // services call theirs alike
    delete operation.operationId;
  }
}
writeFileSync(new URL('openapi.json', import.meta.url), JSON.stringify(document, sorted, 1) + '\n');

function sorted(_, value) {
  return value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
}
