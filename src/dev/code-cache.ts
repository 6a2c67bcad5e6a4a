import {spawnSync} from 'node:child_process'

/**
 * Runs the bundle once, so that it leaves V8's code cache beside itself (`bin/load-bundle.js`):
 * with what a small command needs, because the larger ones are long enough without.
 */
const {status, stderr} = spawnSync(process.execPath, ['bin/run.js', 'explain', 'B1'], {
  encoding: 'utf8',
})
if (status !== 0) throw new Error(stderr)
