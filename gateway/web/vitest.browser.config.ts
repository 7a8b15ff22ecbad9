import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // how fast it is says nothing on a busy machine, and is measured by `npm run figures`
    include: [process.env['ASSAY_FIGURES'] ? 'test/browser/speed.ts' : 'test/browser/*.test.ts'],
    globalSetup: ['test/browser/setup.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
