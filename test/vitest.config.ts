import {defineConfig} from 'vitest/config'

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/slow/**'],
    // @oclif/test captures the console itself.
    disableConsoleIntercept: true,
    // Tests of the cache ask for one; no other leaves anything in the user's folder.
    env: {NO_COLOR: '1', TZ: 'UTC', CINCH_NO_CACHE: '1'},
    setupFiles: ['test/helpers/seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    coverage: {
      provider: 'istanbul',
      include: ['src/**/*.ts'],
      exclude: ['src/dev/**', 'src/model/*.gen.ts'],
    },
  },
})
