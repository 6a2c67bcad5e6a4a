import {expect, test} from 'vitest'
import {compile} from '../../src/compile/compile.ts'
import {inputOf, partOf} from './fixture.ts'
import {fullNetwork} from './network.ts'

const tableOf = (records: string) => {
  const text = partOf(compile(inputOf(records)), 's8')
  return text.slice(text.indexOf('Meetings and attendance'))
}

/** Physicians who attended need not hold a seat, so they are no share of one another. */
test('voting seats and physicians who attended are told apart, each over what states it', () => {
  expect(tableOf(fullNetwork)).toContain('12 voting seats at 2 and 16 physicians at 2')
  const once = fullNetwork.replace('present: 7\nmembers: 8\n', 'present: 10\n')
  expect(tableOf(once)).toContain('15 voting seats at 2 and 8 physicians at 1')
  expect(tableOf(once)).not.toMatch(/voting seats[^|]*%/)
})

test('who was present is not stated', () => {
  const neither = fullNetwork.replaceAll(/^(?:present|members): \d\n/gm, '')
  expect(tableOf(neither)).not.toContain('voting seats')
  expect(tableOf(neither)).toContain('not stated')
})
