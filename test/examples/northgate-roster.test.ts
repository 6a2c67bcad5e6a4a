import {execFileSync} from 'node:child_process'
import {cpSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {
  grownTable,
  grownTables,
  rosterFile,
  specialtiesIn,
  tableFile,
} from '../../src/dev/northgate-counts.ts'
import {replay} from '../../src/dev/replay.ts'
import type {Participant} from '../../src/model/records.gen.ts'
import {open} from '../../src/pipeline/open.ts'
import {importInto} from '../import/reading.ts'
import {practices} from './changes/practices.ts'

const folder = mkdtempSync(join(tmpdir(), 'cinch-roster-'))
const root = join(folder, 'replayed')
const sheet = 'imports/roster-2025-09.csv'
const remembered = '.cinch/imports/roster.yaml'
beforeAll(() => replay('examples/northgate', root))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

const read = (path: string) => readFileSync(join(root, path), 'utf8')

describe('the roster is that of the spreadsheet', () => {
  test('imported again, it has nothing to change', async () => {
    const again = await importInto(root, 'roster', read(sheet))
    expect(again.mapping.filter(({field}) => field === null).map(({column}) => column)).toEqual([
      'Board Certified',
    ])
    expect(again.rows).toEqual({
      read: 241,
      accepted: 241,
      unchanged: 241,
      rejected: 0,
      notOnRecord: 0,
    })
    expect([again.records, again.files, again.diagnostics]).toEqual([[], [], []])
    // Old Quay is not in the file, and on record as one that has left.
    expect(again.missing).toEqual([])
  })

  test('one cell put otherwise is one change', async () => {
    const other = read(sheet).replace('Aubrey Umberlow,Nephrology', 'Aubrey Umberlow,Urology')
    const {records, rows} = await importInto(root, 'roster', other)
    expect(rows).toMatchObject({unchanged: 240, rejected: 0})
    expect(records).toMatchObject([
      {id: 'harrow-nephrology', changed: 1, changes: [{was: 'nephrology', value: 'urology'}]},
    ])
  })

  test('the forty-five practices that joined with it are as the import wrote them', async () => {
    const before = join(folder, 'before')
    cpSync(root, before, {recursive: true})
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', before, ...args], {encoding: 'utf8'}).trim()
    const joined = git('log', '--format=%H', '--diff-filter=A', '--', sheet)
    git('checkout', '--quiet', `${joined}^`)
    const kept = git('show', `${joined}:${remembered}`)
    const columns = [...kept.matchAll(/^ {2}(.+): (.+)$/gm)].map(([, column, field]) => [
      column ?? '',
      field ?? '',
    ])
    const {files, rejected} = await importInto(before, 'roster', read(sheet), {
      map: Object.fromEntries(columns),
      reason: /^reason: (.*)$/m.exec(kept)?.[1] ?? '',
      by: 'adaeze-okafor',
    })
    expect(rejected).toEqual([])
    expect(files).toHaveLength(46)
    for (const {path, bytes} of files)
      expect(Buffer.from(bytes).toString(), path).toBe(`${git('show', `${joined}:${path}`)}\n`)
  })
})

test('sixty practices, 240 clinicians, twelve specialties', async () => {
  const opened = await open({root, overlays: [], at: 'HEAD', asOf: '2026-06-30', history: false})
  const present = opened.workspace
    .all('Participant')
    .map(({value}): Participant => value)
    .filter(({left, type}) => left === undefined && type === 'practice')
  expect(present.map(({id}) => id).sort()).toEqual(practices.toSorted())
  expect(present).toHaveLength(60)
  const clinicians = present.flatMap((it) => it.clinicians ?? [])
  expect(new Set(clinicians.map(({npi}) => npi)).size).toBe(240)
  expect(new Set(clinicians.map(({specialty}) => specialty)).size).toBe(12)
  expect(clinicians.map(({specialty}) => specialty).sort()).toEqual(
    specialtiesIn(read(sheet)).sort(),
  )
})

test.each(grownTables)('$name is what `northgate-counts.ts` writes', (table) => {
  const text = readFileSync(tableFile(table), 'utf8')
  expect(grownTable(text, readFileSync(rosterFile, 'utf8'))).toBe(text)
  const members = new Set(text.match(/^M-\d{4}/gm))
  expect(members.size).toBe(240)
})
