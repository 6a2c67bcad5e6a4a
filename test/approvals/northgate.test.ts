import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {replay} from '../../src/dev/replay.ts'
import {approvalsOf} from '../../src/pipeline/approvals.ts'
import {open} from '../../src/pipeline/open.ts'

const folder = mkdtempSync(join(tmpdir(), 'cinch-approvals-'))
const repository = join(folder, 'northgate')
beforeAll(() => replay('examples/northgate', repository))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

test('every fingerprint of the example holds at its newest commit', async () => {
  const options = {root: repository, overlays: [], at: 'HEAD', asOf: '2026-06-30', history: true}
  const {states, diagnostics} = await approvalsOf(await open(options))
  expect(diagnostics).toEqual([])
  expect(states.map(({kind, id, state}) => `${kind}/${id} ${state}`)).toEqual([
    'IncentivePlan/plan-2026 approved',
    'NecessityRecord/necessity-commercial-ppo approved',
    'NecessityRecord/necessity-medicare-advantage approved',
    'SanctionPolicy/performance-and-sanctions approved',
  ])
})
