import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

const records = {
  'cinch.yaml': 'formatVersion: 1\nsampleData:\n  statement: Invented\n',
  'network.yaml': `kind: Network
id: sample
legalName: Sample Network, LLC
productLines:
  - {id: ppo, title: PPO, basis: clinical, stage: operating, programLive: 2024-01-01, jointPricing: true}
`,
  'protocol.yaml': `kind: Protocol
id: asthma
title: Asthma
condition: "Asthma in adults"
specialties: [family-medicine]
source: {title: Guide, publisher: Publisher, version: '2024'}
effective: 2024-01-01
reviewCycleMonths: 12
reviews:
  - date: 2025-01-01
    result: kept
provenance:
  - standing: V
    source: >-
      Registry of the
      network
`,
}

/**
 * Runs the bundle once, so that it leaves V8's code cache beside itself (`bin/load-bundle.js`): with
 * what small commands and `validate` need, in one process, because a cache holds what was used.
 */
rmSync('dist/bundle/cinch.cache', {recursive: true, force: true})
const folder = mkdtempSync(join(tmpdir(), 'cinch-code-cache-'))
try {
  mkdirSync(join(folder, 'records'))
  for (const [name, text] of Object.entries(records))
    writeFileSync(join(folder, 'records', name), text)
  const runs = [
    ['explain', 'B1'],
    ['validate', '--root', join(folder, 'records'), '--as-of', '2026-06-30', '--fail-on', 'never'],
  ]
  const script = `
    const {main} = require('./bin/load-bundle.js').loadBundle()
    process.stdout.write = () => true
    const all = async () => { for (const it of ${JSON.stringify(runs)}) await main(it, process.cwd()) }
    all()
  `
  const {status, stderr} = spawnSync(process.execPath, ['-e', script], {
    encoding: 'utf8',
    env: {...process.env, XDG_CACHE_HOME: join(folder, 'cache')},
  })
  if (status !== 0) throw new Error(stderr)
} finally {
  rmSync(folder, {recursive: true})
}
