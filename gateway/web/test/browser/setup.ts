import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    origin: string;
  }
}

/** As strict as the application's own, so that the editor cannot come to need more. */
const POLICY = "default-src 'self'; img-src 'self' blob:; object-src 'none'; base-uri 'none'";

/** Builds the development page as it would be shipped, and serves it. */
export default async function (project: TestProject): Promise<() => Promise<void>> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const outDir = `${root}/target/editor-page`;
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true, assetsInlineLimit: 0, rolldownOptions: { input: `${root}/editor.html` } },
  });
  const server = await preview({
    root,
    configFile: false,
    logLevel: 'warn',
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1', headers: { 'Content-Security-Policy': POLICY } },
  });
  const address = server.httpServer.address();
  if (typeof address !== 'object' || !address) throw new Error('no address');
  project.provide('origin', `http://127.0.0.1:${address.port}`);
  return () => server.close();
}
