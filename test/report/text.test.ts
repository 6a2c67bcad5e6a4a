import fc from 'fast-check'
import {expect, test} from 'vitest'
import {hang, plural, safe, wrap} from '../../src/report/text.ts'

test.each([
  ['\u001b[31mred', 'U+001B[31mred'],
  ['a\u202Eb', 'aU+202Eb'],
  ['one\ntwo', 'one two'],
  ['tab\there', 'tabU+0009here'],
  ['zero\u200Bwidth', 'zeroU+200Bwidth'],
  ['plain é 中', 'plain é 中'],
])('%j is shown as %j', (text, shown) => {
  expect(safe(text)).toBe(shown)
})

test('nothing that moves a cursor or turns text around is ever left', () => {
  fc.assert(
    fc.property(fc.string({unit: 'binary'}), (text) => {
      expect(safe(text)).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
    }),
  )
})

test('wrapping keeps every word in order, and every line that has a choice within the width', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-z]{1,12}$/)),
      fc.integer({min: 12, max: 60}),
      (words, width) => {
        const lines = wrap(words.join(' '), width)
        expect(lines.join(' ')).toBe(words.join(' '))
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width)
      },
    ),
  )
})

test('what hangs is indented under its prefix', () => {
  expect(hang('ab ', 'one two three four five six seven', 24)).toEqual([
    'ab one two three four',
    '   five six seven',
  ])
})

test.each([
  [0, '0 files'],
  [1, '1 file'],
  [2, '2 files'],
])('%i', (count, text) => {
  expect(plural(count, 'file')).toBe(text)
})
