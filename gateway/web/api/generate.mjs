// Types of the API, from the description that the gateway serves: src/api/schema.d.ts.
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

export async function types() {
  const document = JSON.parse(readFileSync(new URL('openapi.json', import.meta.url), 'utf8'));
  for (const schema of Object.values(document.components.schemas)) {
    // each has its tool as the only one that it may be, which says the same
    delete schema.discriminator;
  }
  const nodes = await openapiTS(document, {
    alphabetize: true,
    rootTypes: false,
  });
  return `// Made by npm run api; not to be changed by hand.\n${astToString(nodes)}`;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  writeFileSync(new URL('../src/api/schema.d.ts', import.meta.url), await types());
}
