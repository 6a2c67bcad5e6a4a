import {createHash} from 'node:crypto'
import {describe, expect, test} from 'vitest'
import {pathProblem} from '../../src/validate/files.ts'
import {integrityDiagnostics} from '../../src/validate/integrity.ts'
import {validate} from '../../src/validate/validate.ts'
import {checked, lineOf, network, sourcesOf, validated} from './check.ts'

const exhibit = (rest: string) => `${network}---
kind: Exhibit
id: minutes
title: Minutes
custodian: Secretary
made: 2026-01-13
class: network
${rest}
`
const files = {'exhibits/minutes.txt': 'Minutes of the board\n'}
const at = {asOf: '2026-06-30', trails: []}
const hash = '3b0b8b7f0ef7d9bd4ee14cba4bd4d4ff01d40d3ae5ffac0b6af9f4d3e1b1b6c6'

test('an exhibit that is here says nothing', () => {
  expect(checked({records: exhibit('file: exhibits/minutes.txt'), files})).toEqual([])
})

test('a missing file, a mistyped one, and one that is ignored', () => {
  const help = (file: string) => {
    const sources = sourcesOf({records: exhibit(`file: ${file}`), files})
    const ignored = [{root: 'main', file: 'notes.txt', reason: 'For people'}]
    const {diagnostics} = validate({...sources, ignored}, {asOf: '2026-06-30', trails: []})
    return diagnostics.map((it) => `${it.code} ${it.location.start.line} ${it.help ?? ''}`)[1]
  }
  expect(help('exhibits/other-file.pdf')).toBe(
    'exhibit/missing 13 Add the file, or correct the path',
  )
  expect(help('exhibits/Minutes.txt')).toBe(
    'exhibit/missing 13 Did you mean `exhibits/minutes.txt`?',
  )
  expect(help('notes.txt')).toBe(
    'exhibit/missing 13 cinch.yaml ignores this file: take it out of `ignore`',
  )
})

test.each([
  ['../secret.txt', 'a path that stays inside this repository'],
  ['exhibits/../../secret.txt', 'a path that stays inside this repository'],
  ['/etc/passwd', 'a path that begins at the root of this repository'],
  ['~/minutes.txt', 'a path that begins at the root of this repository'],
  ['C:/minutes.txt', 'a path, not an address or a drive'],
  ['file:///etc/passwd', 'a path, not an address or a drive'],
  ['exhibits\\minutes.txt', 'forward slashes'],
  ['./exhibits/minutes.txt', 'a path without empty or `.` parts'],
  ['exhibits//minutes.txt', 'a path without empty or `.` parts'],
])('%s is no path of evidence', (file, expected) => {
  expect(pathProblem(file)).toBe(expected)
  const records = exhibit(`file: '${file}'`)
  expect(checked({records, files}).filter((it) => it.includes('file/path'))).toEqual([
    `records.yaml:13:7 file/path Unexpected path \`${file}\`, expected ${expected}`,
  ])
  expect(validated({records, files}).workspace.exhibit('Exhibit', 'minutes')).toEqual({
    status: 'missing',
  })
})

test.each(['exhibits/minutes.txt', 'a/b/..c/d...txt', 'exhibits/Beschluß 1.txt', 'x'])(
  '%s may be one',
  (file) => expect(pathProblem(file)).toBeUndefined(),
)

test('files that no record registers are warned of at their first line', () => {
  const {diagnostics} = validated({files: {...files, 'tables/counts.csv': 'a\n'}})
  expect(
    diagnostics.map(({code, severity, location, message}) => [
      code,
      severity,
      location.file,
      message,
    ]),
  ).toEqual([
    [
      'exhibit/unregistered',
      'warning',
      'exhibits/minutes.txt',
      'Unexpected exhibit that no record registers, expected an Exhibit with `file: exhibits/minutes.txt`',
    ],
    [
      'exhibit/unregistered',
      'warning',
      'tables/counts.csv',
      'Unexpected table that no record registers, expected an EvidenceTable with `file: tables/counts.csv`',
    ],
  ])
})

describe('state of an exhibit', () => {
  const state = (rest: string, pointer = false) => {
    const sources = sourcesOf({records: exhibit(rest), files})
    const changed = sources.files.map((it) => ({...it, pointer}))
    const {workspace} = validate({...sources, files: changed}, {asOf: '2026-06-30', trails: []})
    return workspace.exhibit('Exhibit', 'minutes')
  }
  const [file] = sourcesOf({files}).files
  const found = {sha256: file?.sha256, bytes: 21}

  test.each([
    [
      'verified',
      `file: exhibits/minutes.txt\nsha256: '${file?.sha256}'`,
      {status: 'verified', ...found},
    ],
    ['mismatch', `file: exhibits/minutes.txt\nsha256: '${hash}'`, {status: 'mismatch', ...found}],
    ['unhashed', 'file: exhibits/minutes.txt', {status: 'unhashed', ...found}],
    ['missing', 'file: exhibits/none.txt', {status: 'missing'}],
    ['nothing said', '', {status: 'missing'}],
    ['outside', 'location: Safe of counsel', {status: 'outside'}],
    ['privileged', 'privileged: true', {status: 'outside'}],
  ])('%s', (_, rest, expected) => expect(state(rest)).toEqual(expected))

  test('a large-file pointer is never hashed as the document', () => {
    const rest = `file: exhibits/minutes.txt\nsha256: '${file?.sha256}'`
    expect(state(rest, true)).toEqual({status: 'pointer'})
  })

  test('a pointer to another file is a mismatch, known without the file', () => {
    const stated = `file: exhibits/minutes.txt\nsha256: '${hash}'`
    const pointed = (rest: string, pointsTo: string) => {
      const sources = sourcesOf({records: exhibit(rest), files})
      const changed = sources.files.map((it) => ({...it, pointer: true, pointsTo}))
      const {workspace, diagnostics} = validate({...sources, files: changed}, at)
      const all = [...diagnostics, ...integrityDiagnostics(workspace)]
      return all.map((it) => `${it.severity} ${lineOf(it)}`)
    }
    const other = 'a'.repeat(64)
    expect(pointed(stated, other)).toEqual([
      `error records.yaml:14:9 exhibit/pointer-mismatch Unexpected large-file pointer to \`${other}\` in place of \`exhibits/minutes.txt\`, expected \`${hash}\``,
    ])
    const notHere =
      'warning records.yaml:13:7 exhibit/not-here Unexpected large-file pointer in place of `exhibits/minutes.txt`, expected the file'
    expect(pointed(stated, hash)).toEqual([notHere])
    expect(pointed('file: exhibits/minutes.txt', other)).toEqual([notHere])
  })

  test('line ends are named only where they alone make the difference', () => {
    const helps = (text: string) => {
      const unix = createHash('sha256').update('one\ntwo\n').digest('hex')
      const records = exhibit(`file: exhibits/minutes.txt\nsha256: '${unix}'`)
      const {workspace} = validated({records, files: {'exhibits/minutes.txt': text}})
      return integrityDiagnostics(workspace).map((it) => `${it.code} ${it.help}`)
    }
    const another =
      'exhibit/hash Put the registered document back, or register the new one as an exhibit of its own'
    expect(helps('one\ntwo\n')).toEqual([])
    expect(helps('one\r\ntwo\r\n')).toEqual([
      'exhibit/hash Only line ends differ: CR LF here, LF when it was registered. Write `exhibits/minutes.txt -text` in `.gitattributes` and check the file out again',
    ])
    expect(helps('one\r\ntoo\r\n')).toEqual([another])
    expect(helps('one\rtwo\r')).toEqual([another])
  })

  test('no such record', () => {
    expect(validated({}).workspace.exhibit('Exhibit', 'none')).toEqual({status: 'missing'})
  })
})

test('a table among the exhibits is not read as one', () => {
  const table = `${network}---
kind: EvidenceTable
id: counts
title: Counts
file: exhibits/minutes.txt
format: csv
from: 2026-01-01
to: 2026-03-31
source: Registry
grain: other
columns: [{name: a, type: string}]
`
  expect(checked({records: table, files})).toEqual([
    'records.yaml:10:7 file/path Unexpected exhibit `exhibits/minutes.txt`, expected a file that is read as a table',
  ])
})

test('without a reader, no table is taken for empty', () => {
  const {workspace} = validated({records: network})
  expect(workspace.table('counts')).toEqual({
    status: 'missing',
    reason: 'no EvidenceTable `counts`',
  })
})
