import { defineConfig } from 'vitest/config';

export default defineConfig({
  // an inlined picture or worker would not pass the page's Content-Security-Policy
  build: { assetsInlineLimit: 0 },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
});
