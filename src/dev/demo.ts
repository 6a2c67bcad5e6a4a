import {spawnSync} from 'node:child_process'
import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {replay} from './replay.ts'

const top = fileURLToPath(new URL('../../', import.meta.url))

/** Examples of which the demonstration compiles a dossier, and the date each is judged at. */
const shown = [
  {name: 'northgate', asOf: '2026-06-30'},
  {name: 'medsouth-2002', asOf: '2026-11-21'},
  {name: 'suburban-health-2006', asOf: '2026-11-21'},
] as const

/** Exit codes with which a dossier was written: 3 says that an exhibit does not match its hash. */
const written = [0, 3]

for (const {name, asOf} of shown) {
  const repository = join(top, 'out', 'examples', name)
  const out = join(top, 'out', 'dossiers', name)
  rmSync(repository, {recursive: true, force: true})
  rmSync(out, {recursive: true, force: true})
  const head = await replay(join(top, 'examples', name), repository)
  console.log(`\n${name}: replayed to commit ${head.slice(0, 12)}, judged as of ${asOf}`)
  const {status} = spawnSync(
    process.execPath,
    [join(top, 'bin', 'run.js'), 'dossier', '--root', repository, '--as-of', asOf, '--out', out],
    {stdio: ['ignore', 'inherit', 'inherit']},
  )
  if (status === null || !written.includes(status)) {
    console.error(`${name}: no dossier, exit ${status}`)
    process.exit(status ?? 1)
  }
  if (status === 3) console.log('exit 3: an exhibit does not match its hash, as planted')
}
console.log('\nOpen out/dossiers/northgate/dossier.pdf, or the dossier.html beside it.')
