import {expect, test} from 'vitest'
import {header, read, told} from './read.ts'

const rows = (...measures: readonly string[]) =>
  header + measures.map((it, at) => `M-000${at},${it},2026-01-01,2026-03-31,1,10,\n`).join('')

test('a measure that has a record, and the plain words', () => {
  expect(told(rows('a1c', 'hours', 'use', 'patients'), {measures: ['a1c']})).toEqual(['read'])
})

test('a mistyped one is told once, at its cell, and the table is not read in part', () => {
  const {table, diagnostics} = read(rows('a1c', 'a1d', 'a1d', 'hour'), {measures: ['a1c']})
  expect(diagnostics.map((it) => [it.code, it.severity, it.location.start, it.help])).toEqual([
    ['reference/unresolved', 'error', {line: 3, column: 8}, 'Did you mean `a1c`?'],
    ['reference/unresolved', 'error', {line: 5, column: 8}, 'Did you mean `hours`?'],
  ])
  expect(table).toMatchObject({status: 'unreadable'})
})

test('one like no other is a warning, and the rest is read', () => {
  expect(told(rows('a1c', 'eye-exams', 'eye-exams'), {measures: ['a1c']})).toEqual([
    'read',
    'tables/counts.csv:3:8 reference/unresolved Unexpected measure `eye-exams`, expected the id of a Measure, or one of `hours`, `use`, `patients`',
  ])
})

test('where the measures are not known, nothing is said of them', () => {
  expect(told(rows('a1d'))).toEqual(['read'])
})
