import { svelte } from '@sveltejs/vite-plugin-svelte';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createHash } from 'node:crypto';
import { gzipSync, constants } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const out = '../target/web';

/** Tells the service worker which files make the shell, and lays packed copies beside them. */
function finish(): Plugin {
  return {
    name: 'assay-finish',
    apply: 'build',
    closeBundle() {
      const root = join(import.meta.dirname, out);
      const files = readdirSync(join(root, 'client'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.endsWith('.gz'))
        .map((entry) => '/' + relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
        .sort();
      const shell = ['/', '/manifest.webmanifest', ...files];
      const version = createHash('sha256')
        .update(readFileSync(join(root, 'index.html')))
        .update(shell.join('\n'))
        .digest('hex')
        .slice(0, 12);
      const worker = join(root, 'sw.js');
      writeFileSync(
        worker,
        readFileSync(worker, 'utf8')
          .replace(/["'`]__SHELL__["'`]/, JSON.stringify(shell))
          .replace('__VERSION__', version),
      );
      for (const file of [...files, '/sw.js', '/index.html']) {
        if (/\.(js|css|svg|html)$/.test(file)) {
          const path = join(root, file);
          writeFileSync(path + '.gz', gzipSync(readFileSync(path), { level: constants.Z_BEST_COMPRESSION }));
        }
      }
    },
  };
}

export default defineConfig({
  plugins: [svelte(), finish()],
  // the worker of masks, if the editor brings one
  worker: { format: 'es' },
  build: {
    outDir: out,
    emptyOutDir: true,
    target: 'es2022',
    // nothing inlined: the Content-Security-Policy allows none of it
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rollupOptions: {
      input: { index: 'index.html', sw: 'src/sw.ts' },
      output: {
        entryFileNames: (chunk) => (chunk.name === 'sw' ? 'sw.js' : 'client/[name]-[hash].js'),
        chunkFileNames: 'client/[name]-[hash].js',
        assetFileNames: 'client/[name]-[hash][extname]',
      },
    },
  },
  server: {
    proxy: Object.fromEntries(
      ['/v1', '/login', '/logout', '/docs', '/webjars', '/assets', '/health'].map((path) => [
        path,
        process.env['ASSAY_URL'] ?? 'http://localhost:8080',
      ]),
    ),
  },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
} as Parameters<typeof defineConfig>[0]);
