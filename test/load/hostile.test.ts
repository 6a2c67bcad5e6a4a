import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {parseSources} from '../../src/load/source.ts'
import {spanOf} from './folder.ts'

const parse = (text: string) => parseSources('main', 'a.yaml', text)

test('an alias bomb is refused at its first anchor, and nothing is built', () => {
  const levels = Array.from({length: 30}, (_, level) => {
    const items =
      level === 0
        ? '"lol"'
        : Array(9)
            .fill(`*l${level - 1}`)
            .join(', ')
    return `l${level}: &l${level} [${items}]`
  })
  const {sources, diagnostics} = parse(levels.join('\n'))
  expect(sources).toEqual([])
  expect(diagnostics.length).toBeLessThanOrEqual(100)
  expect(spanOf(diagnostics[0]!)).toBe(
    '1:5-1:8 yaml/alias Unexpected anchor `&l0`, expected the value itself',
  )
})

test('64 lists inside each other are read, 65 are not', () => {
  const nested = (depth: number) => parse(`${'['.repeat(depth)}1${']'.repeat(depth)}`)
  expect(nested(64).diagnostics).toEqual([])
  expect(nested(65).diagnostics.map(spanOf)).toEqual([
    '1:65-1:66 yaml/nesting Unexpected nesting of more than 64 maps and lists, expected a record',
  ])
})

test.each([
  ['brackets', '['.repeat(100_000)],
  ['braces', '{a: '.repeat(100_000)],
  ['dashes', '- '.repeat(100_000)],
  ['question marks', '? '.repeat(100_000)],
  ['indented maps', Array.from({length: 2000}, (_, at) => `${' '.repeat(at)}a:`).join('\n')],
])('100,000 %s end at the limit', (_name, text) => {
  const {sources, diagnostics} = parse(text)
  expect(sources).toEqual([])
  expect(diagnostics.map((it) => it.code)).toEqual(['yaml/nesting'])
})

// Each is 1 to 5 MB, and takes far less than a second; the limit only tells linear from quadratic.
test.each([
  ['one plain line', `a: ${'x'.repeat(5_000_000)}`, []],
  ['one quoted line', `a: "${'x'.repeat(5_000_000)}"`, []],
  ['an open quote', `a: "${'x'.repeat(5_000_000)}`, ['yaml/syntax']],
  ['open quotes on every line', 'a: "x\n'.repeat(20_000), ['yaml/syntax']],
  ['one long key', `${'k'.repeat(5_000_000)}: 1`, ['yaml/syntax']],
  ['many keys', Array.from({length: 50_000}, (_, at) => `k${at}: v`).join('\n'), []],
  ['plain lines that fold', `a: ${'word\n  '.repeat(200_000)}`, []],
  ['only spaces', ' '.repeat(5_000_000), ['yaml/empty']],
  ['only line ends', '\n'.repeat(200_000), ['yaml/empty']],
  ['only comments', '# c\n'.repeat(100_000), ['yaml/empty']],
  ['digits', `a: ${'9'.repeat(1_000_000)}`, ['yaml/scalar']],
  ['documents', '---\na: 1\n'.repeat(20_000), []],
])('%s', {timeout: 20_000}, (_name, text, codes) => {
  const {diagnostics} = parse(text)
  expect(diagnostics.map((it) => it.code)).toEqual(codes)
})

test('more values than any record has are refused', {timeout: 60_000}, () => {
  const {sources, diagnostics} = parse(`[${'0,'.repeat(500_000)}]`)
  expect(sources).toEqual([])
  expect(diagnostics.map((it) => it.code)).toEqual(['yaml/too-many-values'])
})

test('keys by the thousand are each told and found', {timeout: 20_000}, () => {
  const keys = Array.from({length: 20_000}, (_, at) => `k${at}: v\n`).join('')
  const {sources, diagnostics} = parse(keys + 'k19999: v\n'.repeat(20_000))
  expect(diagnostics).toHaveLength(20_000)
  expect(diagnostics.at(-1)?.related?.[0]?.location.start.line).toBe(20_000)
  for (let at = 0; at < 20_000; at += 1)
    expect(sources[0]?.locateKey([`k${at}`]).start.line).toBe(at + 1)
})

test('a key cannot reach a prototype', () => {
  const {sources, diagnostics} = parse(
    '__proto__: {polluted: 1}\nx: {"__proto__": {polluted: 1}}\nconstructor: {prototype: {polluted: 1}}\n',
  )
  expect(diagnostics.map(spanOf)).toEqual([
    '1:1-1:10 yaml/forbidden-key Unexpected key `__proto__`, expected a field of a record',
    '2:5-2:16 yaml/forbidden-key Unexpected key `__proto__`, expected a field of a record',
  ])
  expect(({} as {polluted?: number}).polluted).toBeUndefined()
  const value = sources[0]?.value as {x: object}
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
  expect(Object.getPrototypeOf(value.x)).toBe(Object.prototype)
  expect((value as {polluted?: number}).polluted).toBeUndefined()
})

test('no message carries a control character, whatever the text', () => {
  const {diagnostics} = parse('"a\\e[31m\\u202E": 1\n"a\\e[31m\\u202E": 2\n')
  expect(diagnostics.map((it) => it.message)).toEqual([
    'Unexpected second `a\\u001b[31m\\u202e`, expected each key once',
  ])
})

test('the parser is the only door to values', () => {
  // A second use of the package would not have the limits above.
  for (const file of ['load', 'files', 'config', 'listing'])
    expect(readFileSync(`src/load/${file}.ts`, 'utf8')).not.toMatch(/from 'yaml'/)
})
