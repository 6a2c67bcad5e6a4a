import {mergeConfig} from 'vitest/config'
import config from './vitest.config.ts'

/** Suites that install or compile for minutes; the gate runs them, `npm test` does not. */
export default mergeConfig(
  {...config, test: {...config.test, include: []}},
  {test: {include: ['test/slow/**/*.test.ts'], testTimeout: 600_000}},
)
