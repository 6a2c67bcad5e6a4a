import * as fc from 'fast-check'
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {stringify} from 'yaml'
import {writeCorpus} from '../../../bench/corpus.ts'
import {parseSources, parseWhole} from '../../../src/load/source.ts'
import {readPlain} from '../../../src/load/yaml/plain.ts'

/** Whether the plain reader took the text; then the whole parser says the same, and no more. */
function isTaken(text: string): boolean {
  const values = readPlain(text)
  if (values === undefined) return false
  const {sources, diagnostics, whole} = parseWhole('main', 'a.yaml', text)
  const said = {text, values: sources.map((it) => it.value), diagnostics, whole}
  expect(said).toStrictEqual({text, values, diagnostics: [], whole: true})
  return true
}

function yamlFiles(folder: string): string[] {
  return (readdirSync(folder, {recursive: true}) as string[])
    .filter((it) => /\.ya?ml$/.test(it))
    .map((it) => readFileSync(join(folder, it), 'utf8'))
}

const examples = yamlFiles('examples')

const sample = `# A record
kind: Measure # of a kind
id: a1c
title: HbA1c, poor control (over 9%)
source: https://example.org/a?b#c
from: 2025-01-01
month: 2026-03
share: 0.71
many: -12
shared: true
tin: 12-3456789
quoted: 'it''s "so"'
double: "a: b # c"
empty: []
none: {}
list:
- one
-  two # words

-   three: 3
    more: {a: 1, b: [x, y z, 'q']}
  # in between
nested: # of a kind
    - {from: 2025-01-01, to: 2025-12-31, value: 0.71}
    - [a, [b], {c: d}]
text: |
  First line

    indented
  # no comment
folded: >-
  one
  two

  three
several: one (1)
    two; it's

  three
long:
  - one
    two
last:
  deep:
    deeper: yes it is
---
kind: Second
`

test('what records look like is read in one pass', () => {
  expect(isTaken(sample)).toBe(true)
  expect(readPlain(sample)?.length).toBe(2)
  expect(readPlain(sample)?.[0]).toMatchObject({
    quoted: `it's "so"`,
    list: ['one', 'two', {three: 3, more: {a: 1, b: ['x', 'y z', 'q']}}],
    text: 'First line\n\n  indented\n# no comment\n',
    folded: 'one two\nthree',
    several: "one (1) two; it's\nthree",
    long: ['one two'],
  })
})

test('no file of the examples needs the whole parser', () => {
  const left = examples.filter((it) => !isTaken(it))
  expect(examples.length).toBeGreaterThan(600)
  // Under 1 in 20; none today.
  expect(left.length / examples.length).toBeLessThan(0.05)
})

test('no record of the benchmark needs the whole parser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cinch-plain-'))
  try {
    writeCorpus(folder, 160)
    expect(yamlFiles(folder).filter((it) => !isTaken(it))).toEqual([])
  } finally {
    rmSync(folder, {recursive: true})
  }
})

test.each([
  'a: &x 1',
  'a: *x',
  'a: !!str 1',
  '%YAML 1.1\n---\na: 1',
  'a:\tb',
  'a: b\r\nc: d\r\n',
  'a: 1\n  c',
  'a: b\n  - c',
  'a: b\n  c: d',
  'a: b\n  c # d',
  'a: b # c\n  d',
  'a: b\n  # c\n  d',
  'a: b\n\tc',
  'a:\n  b\n  c',
  'a: "b\n  c"',
  'a: 1\na: 2',
  'a: {b: 1, b: 2}',
  '__proto__: 1',
  'a: {__proto__: 1}',
  'constructor: 1',
  '<<: {a: 1}',
  '? a\n: b',
  'a : b',
  '"a": b',
  'a: b: c',
  'a: b:',
  'a:b',
  'a',
  '- a\nb: c',
  'a:\n - b\n  - c',
  'a:\n   b: 1\n  c: 2',
  'a: 1\n b: 2',
  'a:',
  'a: ~',
  'a: null',
  'a: Null # nothing',
  'a: yes',
  'a: No',
  'a: off',
  'a: 01234',
  'a: +1',
  'a: 0x1F',
  'a: 0o17',
  'a: 1e5',
  'a: 12e4567890',
  'a: .inf',
  'a: .NaN',
  'a: 1.',
  'a: .5',
  'a: 1_000',
  'a: 1234567890123456',
  'a: 2025-02-30',
  'a: 2025-13-01',
  'a: 2025-01-01 10:00',
  'a: 2025-01-01T10:00:00Z',
  'a: [2025-02-30]',
  'a: b #c',
  'a: "b" #c',
  'a: [b] #c',
  'a: "b"#c',
  'a: "b" c',
  'a: "b\\n"',
  "a: 'b",
  'a: [b',
  'a: [b,]',
  'a: [b, , c]',
  'a: [b: c]',
  'a: [\n  b]',
  'a: {b}',
  'a: {b: }',
  'a: {b:1}',
  'a: [a]]',
  'a: [#b]',
  'a: - b',
  '- - a',
  '-\n  a: 1',
  '- a\n -b',
  'a: |2\n  b',
  'a: |+\n  b\n\n',
  'a: | # c\n  b\n',
  'a: |\n\n  b\n',
  'a: |\n    b\n  c\n',
  'a: |\nb: 1\n',
  'a: >\n  b\n   c\n',
  'a: >\n  b \n  c\n',
  '- -',
  'a: -',
  'a: @b',
  'a: `b`',
  'a: %b',
  'a: ,b',
  'a: -b',
  'a: ?b',
  'a: :b',
  'a: *',
  'a: b\u0000',
  'a: b\u202e',
  'a: b\u0085',
  'a: b\u2028',
  'a: b\u00a0',
  'a: 1\n---\n',
  'a: 1\n...\n',
  'a: 1\n--- \nb: 2',
  '---\n---\na: 1',
  '--- a',
  '',
  '\n',
  '# nothing\n',
  `${'a'.repeat(1100)}: 1`,
  'a: '.concat('['.repeat(70), ']'.repeat(70)),
])('%j is left to the whole parser', (text) => {
  expect(readPlain(text)).toBeUndefined()
  expect(readPlain(`${text}\n`)).toBeUndefined()
})

test('a text in a block that the end of the file breaks off is left', () => {
  expect(readPlain('a: |\n  b')).toBeUndefined()
  expect(readPlain('a: |\n  b\n')).toEqual([{a: 'b\n'}])
})

test('a text too long for one pass is left', () => {
  const text = `a: ${'b '.repeat(100_000)}c\n`
  expect(readPlain(text)).toBeDefined()
  expect(readPlain(text + text.replace('a', 'b') + text.replace('a', 'c'))).toBeUndefined()
})

test('places are those of the whole parser', () => {
  const [quick, second] = parseSources('main', 'a.yaml', sample).sources
  const [slow] = parseWhole('main', 'a.yaml', sample).sources
  const paths = [[], ['list', 2, 'more', 'b', 1], ['nested', 0, 'to'], ['no', 'such']]
  for (const path of paths) {
    expect(quick?.locate(path)).toEqual(slow?.locate(path))
    expect(quick?.locateKey(path)).toEqual(slow?.locateKey(path))
  }
  expect(second?.locate(['kind'])).toMatchObject({start: {line: 47, column: 7}})
})

const scalars = fc.oneof(
  fc.string({maxLength: 12}),
  fc.constantFrom(
    '2025-01-31',
    '2025-02-31',
    'yes',
    'no',
    '01',
    '1e3',
    '- a',
    'a: b',
    ' a ',
    '#',
    '',
  ),
  fc.lorem({maxCount: 30}),
  fc.integer(),
  fc.double({noNaN: true}),
  fc.boolean(),
  fc.constant(null),
)
const {tree} = fc.letrec((tie) => ({
  tree: fc.oneof(
    {maxDepth: 4, withCrossShrink: true},
    scalars,
    fc.array(tie('tree'), {maxLength: 4}),
    fc.dictionary(
      fc.oneof(fc.stringMatching(/^[a-z]{1,6}$/), fc.string({maxLength: 6})),
      tie('tree'),
      {
        maxKeys: 5,
      },
    ),
  ),
}))
const styles = fc.record({
  indent: fc.integer({min: 1, max: 5}),
  indentSeq: fc.boolean(),
  lineWidth: fc.constantFrom(0, 20, 80),
  blockQuote: fc.constantFrom(true, false, 'folded' as const, 'literal' as const),
  collectionStyle: fc.constantFrom('any' as const, 'block' as const, 'flow' as const),
  defaultStringType: fc.constantFrom(
    'PLAIN' as const,
    'QUOTE_SINGLE' as const,
    'QUOTE_DOUBLE' as const,
    'BLOCK_LITERAL' as const,
    'BLOCK_FOLDED' as const,
  ),
  singleQuote: fc.boolean(),
  flowCollectionPadding: fc.boolean(),
})
const plainNames = fc.stringMatching(/^[a-z][a-zA-Z0-9]{0,8}$/)

test('whatever a structure is written like, the whole parser agrees', () => {
  fc.assert(
    fc.property(fc.dictionary(plainNames, tree, {minKeys: 1}), styles, (value, style) => {
      isTaken(stringify(value, {...style, version: '1.2'}))
    }),
    {numRuns: 2000},
  )
})

const words = [
  'lines|\n|\n|\n  |\n    |\n- |\n  - |c: d\n|---\n|---|...|\n  # '.split('|'),
  'spaces| |  | #| # |#|: |:|- |-|, |,|\t'.split('|'),
  'signs|"|\'|[|]|{|}|>|>\n|?|!|&|*|~|%|@|\\|\u2014'.split('|'),
  'words|a|b: |key: |1|0|.|e|2025-01-01|no|é'.split('|'),
  ['|', '|\n', '|-\n', '|\n    '],
].flat()
const pieces = fc.array(fc.constantFrom(...words), {maxLength: 24})

test('whatever pieces a text is made of, the whole parser agrees', () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      isTaken(parts.join(''))
      isTaken(`kind: A\n${parts.join('')}\n`)
    }),
    {numRuns: 4000},
  )
})

const short = [sample, ...examples.filter((it) => it.length < 3000)]

test('whatever slips into a record, the whole parser agrees', () => {
  fc.assert(
    fc.property(
      fc.nat(short.length - 1),
      fc.array(fc.tuple(fc.double({min: 0, max: 1, noNaN: true}), fc.nat(12), pieces), {
        minLength: 1,
        maxLength: 3,
      }),
      (index, edits) => {
        let text = short[index] ?? ''
        for (const [where, cut, parts] of edits) {
          const at = Math.floor(where * text.length)
          text = text.slice(0, at) + parts.slice(0, 3).join('') + text.slice(at + cut)
        }
        isTaken(text)
      },
    ),
    {numRuns: 2000},
  )
})
