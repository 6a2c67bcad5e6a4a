import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeEach, expect, test} from 'vitest'
import {repository} from '../import/reading.ts'
import {folderOf, runCinch} from '../helpers/run-cinch.ts'

const header = 'Practice,Doctor,NPI,Specialty,ZIP\n'
const good = 'Harbor Family Medicine,Zelda Quince,2000900490,cardiology,04101\n'
const bad = 'Harbor Family Medicine,Ida Secret,2000900565,cardiology,4101\n'
const participant = 'records/participants/harbor-family.yaml'

let root = ''
beforeEach(() => {
  root = folderOf(repository)
})

function run(text: string, args: readonly string[] = [], env: Record<string, string> = {}) {
  writeFileSync(join(root, '..', 'members.csv'), text)
  return runCinch(['import', 'roster', '../members.csv', ...args], {cwd: root, env})
}
const record = () => readFileSync(join(root, participant), 'utf8')

test('what is new is written, with exit 0', () => {
  const {exitCode, stdout} = run(header + good)
  expect(exitCode).toBe(0)
  expect(stdout).toContain('1 changed. Wrote 2 files.')
  expect(record()).toContain('name: Zelda Quince')
  expect(record()).toContain('# joined first')
})

test('a dry run shows the same and writes nothing', () => {
  const {exitCode, stdout} = run(header + good, ['--dry-run'])
  expect(exitCode).toBe(0)
  expect(stdout).toContain(`~ Participant/harbor-family in ${participant}: 1 entry`)
  expect(stdout).toContain('were it written; nothing')
  expect(record()).toBe(repository[participant])
})

test('some rejected is exit 1, none left is exit 2, and rejects can be kept', () => {
  const some = run(header + good + bad, ['--rejects', '../rejected.csv'])
  expect(some.exitCode).toBe(1)
  expect(some.stdout).toContain('members.csv:3')
  expect(record()).toContain('Zelda Quince')
  expect(readFileSync(join(root, '..', 'rejected.csv'), 'utf8')).toContain('Ida Secret')
  const none = run(header + bad)
  expect(none.exitCode).toBe(2)
  expect(none.stderr).toContain('no row can be imported')
})

test('where no row is left, the reasons stand with the message that says so', () => {
  const {exitCode, stdout, stderr} = run(header + bad)
  expect([exitCode, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(
    /Rejected in column `ZIP` \(clinicians\.zips\)[^]*members\.csv:2[^]*fix: [^]*no row can be imported/,
  )
  const json = run(header + bad, ['--json'])
  expect(json.exitCode).toBe(2)
  expect(JSON.parse(json.stdout)).toMatchObject({rejected: [{place: 'members.csv:2', row: 2}]})
})

test('rows that are kept can be corrected and imported again, each once with all its reasons', () => {
  const worse = bad.replace('cardiology', 'cardiolgy')
  expect(run(header + worse, ['--rejects', '../rejected.csv']).exitCode).toBe(2)
  const kept = readFileSync(join(root, '..', 'rejected.csv'), 'utf8')
  expect(kept.split('\r\n').filter((it) => it !== '')).toHaveLength(2)
  expect(kept).toContain('Specialty: a word that is none of its options; ZIP: a number that lost')
  const {exitCode, stdout} = run(kept.replace('cardiolgy', 'cardiology').replace('4101', '04101'))
  expect(exitCode).toBe(0)
  expect(stdout).toContain('left out, 3 columns: rejected at, rejected because, rejected fix')
  expect(record()).toContain('Ida Secret')
})

test('what would not validate is not written, with exit 1', () => {
  const {exitCode, stderr} = run(header + good.replace('Zelda Quince', 'Z 123-45-6789'))
  expect(exitCode).toBe(1)
  expect(stderr).toContain('nothing was written')
  expect(stderr).not.toContain('6789')
  expect(record()).toBe(repository[participant])
})

test.each([[[]], [['--json']]])('a build log shows no name and no value: %j', (args) => {
  const {stdout, stderr} = run(header + good + bad, ['--dry-run', ...args], {CI: 'true'})
  for (const text of ['Zelda', 'Ida', '2000900', 'harbor', 'Doctor', '4101'])
    expect(stdout + stderr).not.toContain(text)
  expect(stdout).toContain('a number that lost its leading zero')
  const whole = run(header + good + bad, ['--dry-run', '--full', ...args], {CI: 'true'})
  expect(whole.stdout).toContain('Zelda')
})

test.each([
  [
    header + good,
    '  git add -- records/participants/harbor-family.yaml .cinch/imports/roster.yaml\n',
  ],
  [
    'Practice,type\nPier Cardiology,practice\nBay Clinic,practice\n',
    '  git add -- records/participants/bay-clinic.yaml \\\n    records/participants/pier-cardiology.yaml',
  ],
])('the next step is a command to paste, at 80 columns', (text, command) => {
  const {stdout} = run(text)
  expect(stdout).toContain(`\n${command}`)
  expect(stdout).toMatch(/\n {2}git commit\n$/)
  for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
})

test('JSON holds the rows, the reasons and the changes', () => {
  const {exitCode, stdout} = run(header + good + bad, ['--json'])
  expect(exitCode).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject({
    kind: 'Participant',
    written: true,
    rows: {read: 2, accepted: 1, unchanged: 0, rejected: 1},
    rejected: [{place: 'members.csv:3', column: 5, field: 'clinicians.zips'}],
    records: [{id: 'harbor-family', action: 'changed'}],
  })
})

test.each([
  [['import', 'rooster', 'x.csv'], 'one of: roster'],
  [['import', 'roster', 'nothing.csv'], 'Unexpected file `nothing.csv`, expected one that exists'],
  [['import', 'roster', '.'], 'expected a file'],
  [
    ['import', 'roster', 'cinch.yaml'],
    'Unexpected header in row 1 (1 column), of which none is known',
  ],
  [['import', 'roster', 'cinch.yaml'], 'with one of: '],
  [['import', 'roster', 'cinch.yaml', '--map', 'x'], 'expected COLUMN=FIELD'],
  [['export', 'roster', '--to', 'xlsx'], 'Expected --out FILE'],
  [
    ['export', 'roster', '--to', 'xlsx', '--out', 'roster.CSV'],
    'Unexpected --out `roster.CSV` with --to xlsx, expected a name that ends in .xlsx',
  ],
  [
    ['export', 'roster', '--to', 'csv', '--out', 'roster.xlsx'],
    'Unexpected --out `roster.xlsx` with --to csv, expected a name that ends in .csv',
  ],
  [['export', 'colour', '--to', 'csv'], 'Unexpected kind `colour`'],
  [['export', 'Hold', '--to', 'csv'], 'without a Hold'],
])('%j is exit 2', (args, message) => {
  const {exitCode, stderr} = runCinch(args, {cwd: root})
  expect(exitCode).toBe(2)
  expect(stderr).toContain(message)
})

test('what is exported to a file is imported without a change', () => {
  for (const to of ['csv', 'xlsx']) {
    const out = `../out.${to}`
    expect(runCinch(['export', 'roster', '--to', to, '--out', out], {cwd: root}).exitCode).toBe(0)
    const {exitCode, stdout} = runCinch(['import', 'roster', out], {cwd: root})
    expect(exitCode).toBe(0)
    expect(stdout).toContain('Nothing to write.')
  }
})
