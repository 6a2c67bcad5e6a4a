import fc from 'fast-check'

/**
 * Property tests take the same cases in every run, so that the gate tells of a change and not of
 * luck. `CINCH_SEED=NUMBER npm test` tries other cases.
 */
fc.configureGlobal({seed: Number(process.env['CINCH_SEED'] ?? 1)})
