// Which stack the browser goes to: as ./assay up left it, or ASSAY_URL and ASSAY_OPS_PASSWORD.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export function runningStack(url = process.env.ASSAY_URL, password = process.env.ASSAY_OPS_PASSWORD) {
  if (url && password) {
    return { base: url.replace(/\/$/, ''), password };
  }
  const work = fileURLToPath(new URL('../../../.assay', import.meta.url));
  if (!existsSync(`${work}/stack.json`)) {
    console.error('assay: no stack is running. Start one (./assay up --detach), or set ASSAY_URL and ASSAY_OPS_PASSWORD.');
    process.exit(2);
  }
  const { data, processes } = JSON.parse(readFileSync(`${work}/stack.json`, 'utf8'));
  const secrets = readFileSync(`${data ?? `${work}/run`}/secrets.properties`, 'utf8');
  return {
    base: (url ?? processes.find(({ name }) => name === 'gateway').address).replace(/\/$/, ''),
    password: password ?? /^opsPassword=(.*)$/m.exec(secrets)[1].trim(),
  };
}
