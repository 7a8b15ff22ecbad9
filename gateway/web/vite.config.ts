import { svelte } from '@sveltejs/vite-plugin-svelte';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createHash } from 'node:crypto';
import { gzipSync, constants } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const out = '../target/web';

/** Scripts that a worker loads, in bytes as they are sent: a phone on a slow line waits for them. */
const BUDGETS = {
  'the list of work': { pages: ['WorkList.svelte'], most: 60_000 },
  'the workspace': { pages: ['Workspace.svelte', 'src/editor/index.ts', 'editor/texts.en.ts'], most: 150_000 },
};

/** Ends the build when a page has grown too large; in another language it has one file of texts more. */
function budgets(): Plugin {
  return {
    name: 'assay-budgets',
    apply: 'build',
    writeBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
      const named = new Map(chunks.map((one) => [one.fileName, one]));
      const withImports = (file: string, all = new Set<string>()): Set<string> => {
        if (!all.has(file)) {
          all.add(file);
          named.get(file)?.imports.forEach((one) => withImports(one, all));
        }
        return all;
      };
      const size = (file: string) => gzipSync(named.get(file)?.code ?? '').length;
      for (const [name, { pages, most }] of Object.entries(BUDGETS)) {
        const begin = chunks.filter((one) => (one.isEntry && one.name === 'index') || pages.some((page) => one.facadeModuleId?.endsWith(page)));
        if (begin.length !== pages.length + 1) {
          this.error(`${name}: not all of ${pages.join(', ')} is a file of its own`);
        }
        const files = new Set(begin.flatMap((one) => [...withImports(one.fileName)]));
        const bytes = [...files].reduce((sum, file) => sum + size(file), 0);
        console.log(`${name}: ${(bytes / 1000).toFixed(1)} of ${most / 1000} kB of scripts, packed`);
        if (bytes > most) {
          this.error(`${name} loads ${bytes} bytes of scripts, packed (expected: <= ${most})`);
        }
      }
    },
  };
}

/** Tells the service worker which files make the shell, and lays packed copies beside them. */
function finish(): Plugin {
  return {
    name: 'assay-finish',
    apply: 'build',
    closeBundle() {
      const root = join(import.meta.dirname, out);
      const files = readdirSync(join(root, 'client'), { recursive: true, withFileTypes: true })
        // a font that hardly anybody needs is fetched by who does
        .filter((entry) => entry.isFile() && !/\.(gz|woff2|txt)$/.test(entry.name))
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
  plugins: [svelte(), budgets(), finish()],
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
