import {readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {replay} from '../../src/dev/replay.ts'
import {commitAll, folderOf, runCinch} from '../helpers/run-cinch.ts'

const folder = folderOf({})
const northgate = join(folder, 'northgate')
/** All that stands against northgate at the weight of critical, once what can be mended is. */
const left = {D1: 'cdc6ca266af14513', E5: '23c5e68a37bf60bd', F1: 'ff6255ebcaccf8b7'}
/** The finding of B1, a gate. */
const gate = '10978df10c7d92fd'

const exception = (rule: string, finding: string) => `kind: FindingException
id: for-${rule.toLowerCase()}
finding: '${finding}'
rule: ${rule}
reason: To be mended by the autumn
owner: hugo-fenn
approver: marisol-castellanos
approved: 2026-06-15
expires: 2026-09-30
`

function edit(path: string, change: (text: string) => string): void {
  const file = join(northgate, path)
  const before = readFileSync(file, 'utf8')
  const after = change(before)
  expect(after).not.toBe(before)
  writeFileSync(file, after)
}

const signed = '  - {participant: birchwood-family-medicine, date: 2025-06-18}\nevidence:'

beforeAll(async () => {
  await replay('examples/northgate', northgate)
  // L4: the document is registered as it is. B1: the last practice signs.
  edit('records/exhibits/documents.yaml', (it) =>
    it.replace(
      '4d03147c03775a938d0853600d9f3a635fe9a6a44fa9c9ad69f6a83f040f3caa',
      'ac9da3d27777de9411c910458a40e77c2253d4d052615117f6dca7f0e1ac5f6e',
    ),
  )
  edit('records/agreements/participation-agreement-2025.yaml', (it) =>
    it.replace('evidence:', signed),
  )
  commitAll(northgate, 'Mend what can be mended', '2026-06-26T00:00:00Z')
  for (const [rule, finding] of Object.entries(left))
    writeFileSync(join(northgate, `records/exceptions/${rule}.yaml`), exception(rule, finding))
  commitAll(northgate, 'Except the rest', '2026-06-27T00:00:00Z')
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))

function dossier(...args: string[]) {
  const out = join(folder, 'out')
  const all = ['dossier', '--as-of', '2026-06-30', '--format', 'json', '--out', out, ...args]
  const {exitCode, stderr} = runCinch(all, {cwd: northgate})
  return {exitCode, stderr, text: readFileSync(join(out, 'dossier.json'), 'utf8')}
}

test('--base alone decides what a dossier exits with, and changes no outcome', () => {
  const critical = ['--fail-on', 'critical']
  const without = dossier(...critical)
  const honoured = dossier(...critical, '--base', 'HEAD')
  const own = dossier(...critical, '--base', 'HEAD~1')
  expect([without, honoured, own].map(({exitCode}) => exitCode)).toEqual([1, 0, 1])
  // The change that holds the exceptions cannot excuse itself; and no finding is left out.
  for (const finding of Object.values(left)) {
    expect(own.text).toContain(`${finding} (accepted until 2026-09-30; not in the base read)`)
    expect(honoured.text).toContain(`${finding} (accepted until 2026-09-30)`)
  }
  expect(dossier('--fail-on', 'major', '--base', 'HEAD').exitCode).toBe(1)
  expect(dossier('--base', 'HEAD~1').exitCode).toBe(0)
})

test('a gate is acknowledged and still decides, whatever the base holds', () => {
  edit('records/agreements/participation-agreement-2025.yaml', (it) =>
    it.replace(signed, 'evidence:'),
  )
  writeFileSync(join(northgate, 'records/exceptions/B1.yaml'), exception('B1', gate))
  commitAll(northgate, 'Acknowledge the gate', '2026-06-28T00:00:00Z')
  const {exitCode, text} = dossier('--fail-on', 'gate', '--base', 'HEAD')
  expect(exitCode).toBe(1)
  expect(text).toContain(`${gate} (acknowledged`)
})
