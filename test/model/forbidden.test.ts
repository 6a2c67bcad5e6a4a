import {expect, test} from 'vitest'
import {allowedUses, forbiddenUses} from '../../src/model/forbidden.ts'

test.each(allowedUses)('$use: $example', ({example, pattern}) => {
  expect(example.match(pattern)).not.toBeNull()
  expect(forbiddenUses(example)).toEqual([])
})

test.each([
  ['The network is compliant', ['compliant']],
  ['A Safe-Harbour for networks', ['safe harbor']],
  ['safe\nharbor', ['safe harbor']],
  ['Counsel certifies that it is CERTIFIED', ['certified', 'certified']],
  ['Its prices were approved by the FTC', ['approved']],
  ['We guarantee approval', ['guaranteed']],
  ['Not only compliant, but approved', ['compliant', 'approved']],
  ['No doubt it is a safe harbor', ['safe harbor']],
  // What is allowed does not excuse what stands beside it.
  ['Board-certified doctors in a certified network', ['certified']],
  ['It says “certified”, and it is certified', ['certified']],
  ['Nothing here certifies anything, yet it is compliant', ['compliant']],
])('a claim is found: %s', (text, words) => {
  expect(forbiddenUses(text)).toEqual(words)
})

test('words that only look alike are not found', () => {
  expect(forbiddenUses('Certification, approval, compliance officer, a harbor, safely')).toEqual([])
})

test('the same text gives the same answer twice', () => {
  const text = 'compliant, compliant'
  expect(forbiddenUses(text)).toEqual(forbiddenUses(text))
})
