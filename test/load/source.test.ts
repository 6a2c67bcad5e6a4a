import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import {parse as parseYaml, stringify} from 'yaml'
import {decodeRecord} from '../../src/load/text.ts'
import {parseSources} from '../../src/load/source.ts'
import type {Location, ValuePath} from '../../src/model/location.ts'
import {spanOf} from './folder.ts'

const parse = (text: string) => parseSources('main', 'a.yaml', text)

test.each([
  ['a: b: c', '1:4-1:5 yaml/syntax Unexpected second colon on one line, expected one `key: value`'],
  [
    'a: 1\n b: 2',
    '2:2-2:3 yaml/syntax Unexpected indentation under a value, expected that of the line before',
  ],
  ['a: 1\nb\nc: 2', '2:1-2:2 yaml/syntax Unexpected line without a key, expected `key: value`'],
  [
    'a:\n   b: 1\n  c: 2',
    '3:1-3:2 yaml/syntax Unexpected indentation, expected that of the lines before',
  ],
  ['a:\n\tb: 1', '2:1-2:2 yaml/syntax Unexpected tab, expected spaces'],
  [
    'a: 1\nb: "x\nc: 2\n',
    '2:4-2:5 yaml/syntax Unexpected quote that is never closed, expected a closing quote',
  ],
  ['a: "b" c', '1:8-1:9 yaml/syntax Unexpected text after a value, expected the end of the line'],
  [
    'a: "\\q"',
    '1:5-1:6 yaml/syntax Unexpected backslash, expected an escape that YAML knows, such as `\\n`',
  ],
  [
    'a: [1,,2]',
    '1:7-1:8 yaml/syntax Unexpected items in brackets, expected one comma between them',
  ],
  [
    'a: [1\nb: 2',
    '2:1-2:2 yaml/syntax Unexpected open bracket before this place, expected a closing one',
  ],
  ['a: ]', '1:4-1:5 yaml/syntax Unexpected closing bracket, expected an opening one before it'],
  ['a: @b', '1:4-1:5 yaml/syntax Unexpected sign at the start of a value, expected text'],
  ['a: - b', '1:4-1:5 yaml/syntax Unexpected list on the line of its key, expected the next line'],
  [
    'a: > b\n  c',
    '1:6-1:7 yaml/syntax Unexpected text after `|` or `>`, expected the end of the line',
  ],
  [
    'a: {b:1}',
    '1:5-1:8 yaml/scalar Unexpected empty value of `b:1`, which YAML reads as null, expected a value',
  ],
  ['a: 1\nb: 2\na: 3', '3:1-3:2 yaml/duplicate-key Unexpected second `a`, expected each key once'],
  [
    '? [a]\n: 1',
    '1:3-1:6 yaml/key Unexpected map or list as a key, expected a name before the colon',
  ],
  [': 1', '1:1-1:1 yaml/key Unexpected value without a key, expected a name before the colon'],
  ['', '1:1-1:1 yaml/empty Unexpected empty file, expected a record'],
  ['# nothing\n---\n', '1:1-1:1 yaml/empty Unexpected empty file, expected a record'],
  ['a: !!str 1', '1:4-1:9 yaml/tag Unexpected tag `!!str`, expected a value without one'],
  [
    'a: !!js/function x',
    '1:4-1:17 yaml/tag Unexpected tag `!!js/function`, expected a value without one',
  ],
  ['a: &b 1', '1:4-1:6 yaml/alias Unexpected anchor `&b`, expected the value itself'],
  ['<<: {a: 1}', '1:1-1:3 yaml/merge-key Unexpected merge key `<<`, expected the keys themselves'],
  [
    '%YAML 1.1\n---\na: no',
    '1:1-1:10 yaml/directive Unexpected directive `%YAML 1.1`, expected a record',
  ],
  [
    'a: b\u0000c',
    '1:5-1:6 yaml/character Unexpected control character `U+0000`, expected printable text',
  ],
  [
    'a: b\u202ec',
    '1:5-1:6 yaml/character Unexpected character `U+202E`, which turns the direction of text, expected printable text',
  ],
  [
    'a: 1\rb: 2',
    '1:5-1:6 yaml/character Unexpected carriage return without a line feed, expected printable text',
  ],
])('%j is told once, where it stands', (text, expected) => {
  const {diagnostics} = parse(text)
  expect(diagnostics.map(spanOf)).toEqual([expected])
  expect(diagnostics[0]?.severity).toBe('error')
  expect(diagnostics[0]?.help).toMatch(/^[A-Z].*[^.]$/s)
})

test('a duplicate names both places', () => {
  const [duplicate] = parse('a: 1\nb: {c: 1, c: 2}\n').diagnostics
  expect(duplicate?.location.start).toEqual({line: 2, column: 11})
  expect(duplicate?.related?.[0]?.location.start).toEqual({line: 2, column: 5})
})

test('several documents, empty ones between them, and a syntax error in the last', () => {
  const {sources, diagnostics} = parse('---\na: 1\n---\n---\nb: 2\n---\nc: d: e\n')
  expect(sources.map((it) => [it.index, it.value, it.locate().start.line])).toEqual([
    [0, {a: 1}, 2],
    [1, {b: 2}, 5],
  ])
  expect(diagnostics.map((it) => it.location.start)).toEqual([{line: 7, column: 4}])
})

test('line ends of Windows count as one', () => {
  const {sources, diagnostics} = parse('a: x\r\nb:\r\n  - 1\r\n  - 02\r\n')
  expect(diagnostics.map(spanOf)).toEqual([
    '4:5-4:7 yaml/scalar Unexpected unquoted `02`, which YAML reads as the number 2 without its leading zero, expected quotes',
  ])
  expect(sources[0]?.locate(['b', 0]).start).toEqual({line: 3, column: 5})
})

test('columns count UTF-16 code units', () => {
  const [source] = parse('a: {"\u{1F600}": x, b: y}').sources
  expect(source?.locate(['a', 'b']).start).toEqual({line: 1, column: 17})
})

test('places of values and keys, and of what is missing', () => {
  const [source] = parse('kind: X\nlist:\n  - name: a\n    tags: [b, cc]\nlast: 3\n').sources
  const at = (location: Location | undefined) =>
    `${location?.start.line}:${location?.start.column}-${location?.end.line}:${location?.end.column}`
  expect(at(source?.locate())).toBe('1:1-5:8')
  expect(at(source?.locate(['list']))).toBe('3:3-4:18')
  expect(at(source?.locate(['list', 0, 'tags', 1]))).toBe('4:15-4:17')
  expect(at(source?.locateKey(['list', 0, 'tags']))).toBe('4:5-4:9')
  // The nearest parent that is there.
  expect(at(source?.locate(['list', 0, 'owner', 'name']))).toBe('3:5-4:18')
  expect(at(source?.locateKey(['list', 7]))).toBe('3:3-4:18')
})

test('places name the root, except the main one', () => {
  expect(parse('a: 1').sources[0]?.locate().root).toBeUndefined()
  expect(parseSources('overlay-1', 'a.yaml', 'a: 1').sources[0]?.locate().root).toBe('overlay-1')
  expect(parseSources('overlay-1', 'a.yaml', '').diagnostics[0]?.location.root).toBe('overlay-1')
})

test.each([
  [
    'UTF-16',
    Buffer.from('\ufeffa: 1', 'utf16le'),
    '1:1-1:1 yaml/encoding Unexpected UTF-16 text, expected UTF-8',
  ],
  [
    'Latin-1',
    Buffer.concat([Buffer.from('a: é\nb: '), Buffer.from([0xe9, 0x20, 0x61])]),
    '2:4-2:4 yaml/encoding Unexpected byte `0xE9`, expected UTF-8',
  ],
  [
    'cut off',
    Buffer.concat([Buffer.from('a: '), Buffer.from([0xe2, 0x82])]),
    '1:4-1:4 yaml/encoding Unexpected byte `0xE2`, expected UTF-8',
  ],
])('%s bytes are refused where they start', (_name, bytes, expected) => {
  const decoded = decodeRecord('main', 'a.yaml', bytes)
  expect('diagnostic' in decoded && spanOf(decoded.diagnostic)).toBe(expected)
})

test('a byte order mark is no part of the first key', () => {
  const decoded = decodeRecord('main', 'a.yaml', Buffer.from('\ufeffa: 1'))
  expect(decoded).toEqual({text: 'a: 1'})
})

const word = fc
  .stringMatching(/^[a-z][a-z -]{0,8}[a-z]$/)
  .filter((it) => !/^(?:no|on|yes|off|null|true|false)$/.test(it) && !it.includes('- '))
const leaf = fc.oneof(
  word,
  fc.integer({min: -1e6, max: 1e6}),
  fc.boolean(),
  fc.string({unit: 'binary-ascii', minLength: 1}).filter((it) => /^[ -~]*$/.test(it)),
)
const {value} = fc.letrec((tie) => ({
  value: fc.oneof(
    {depthSize: 'small', withCrossShrink: true},
    leaf,
    fc.array(tie('value'), {maxLength: 4}),
    fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), tie('value'), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  ),
}))

test('every value is found where it is written', () => {
  const options = [{}, {collectionStyle: 'flow'}, {defaultStringType: 'QUOTE_DOUBLE'}] as const
  fc.assert(
    fc.property(value, fc.constantFrom(...options), (content, style) => {
      const record = {record: content}
      const text = stringify(record, {lineWidth: 0, version: '1.2', ...style})
      const {sources, diagnostics} = parse(text)
      const traps = diagnostics.filter((it) => it.code !== 'yaml/scalar')
      expect(traps).toEqual([])
      if (diagnostics.length > 0) return
      expect(sources[0]?.value).toEqual(record)
      for (const [path, expected] of leavesOf(record)) {
        const location = sources[0]?.locate(path)
        expect(parseYaml(cut(text, location), {version: '1.2'})).toEqual(expected)
      }
    }),
    {numRuns: 300},
  )
})

function* leavesOf(value: unknown, path: ValuePath = []): Generator<[ValuePath, unknown]> {
  if (typeof value !== 'object' || value === null) yield [path, value]
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* leavesOf(item, [...path, index])
  else for (const [key, item] of Object.entries(value)) yield* leavesOf(item, [...path, key])
}

function cut(text: string, location: Location | undefined): string {
  if (location === undefined) return ''
  const lines = text.split('\n')
  const offset = ({line, column}: Location['start']) =>
    lines.slice(0, line - 1).reduce((sum, it) => sum + it.length + 1, 0) + column - 1
  return text.slice(offset(location.start), offset(location.end))
}
