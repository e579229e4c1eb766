import { defineConfig } from 'vitest/config';

const source = (file: string): string => new URL(`../${file}`, import.meta.url).pathname;

export default defineConfig({
  // Samples import the package by its name; here that is its source.
  resolve: {
    alias: [
      { find: /^paylinks$/, replacement: source('src/index.ts') },
      { find: /^paylinks\/openapi\.json$/, replacement: source('generated/neopay/openapi.json') },
      { find: /^paylinks\/netopia\/openapi\.json$/, replacement: source('generated/netopia/openapi.json') },
      { find: /^paylinks\/netopia\/([\w-]+)$/, replacement: source('src/netopia-$1.ts') },
      { find: /^paylinks\/([\w-]+)$/, replacement: source('src/$1.ts') },
    ],
  },
  root: new URL('..', import.meta.url).pathname,
  test: {
    // Continuous integration shares its machine; a fault in the code fails three times as well as once. Elsewhere nothing is tried again.
    retry: process.env['CI'] === undefined ? 0 : 2,
    // The default leaves a core idle, which on two is half of the machine.
    maxWorkers: '100%',
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
