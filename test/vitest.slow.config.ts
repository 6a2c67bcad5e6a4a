import {defineConfig} from 'vitest/config'
import config from './vitest.config.ts'

/** Suites that install or compile for minutes; the gate runs them, `npm test` does not. */
export default defineConfig({
  ...config,
  test: {
    ...config.test,
    include: ['test/slow/**/*.test.ts'],
    exclude: [],
    testTimeout: 600_000,
  },
})
