import {expect, test} from 'vitest'
import {compile} from '../../src/compile/compile.ts'
import {inputOf, partOf} from './fixture.ts'

const network = `kind: Network
id: n
legalName: N
productLines: []
---
kind: Participant
id: quarry
name: Quarry Hospital
type: hospital
---
kind: Participant
id: pier
name: Pier Hospital
type: hospital
`

const rowOf = (said: string) =>
  partOf(
    compile(
      inputOf(
        `${network}---\nkind: Participant\nid: harbor\nname: Harbor Clinic\ntype: practice\n${said}`,
      ),
    ),
    's3',
  )
    .split('\n')
    .find((it) => it.startsWith('Harbor Clinic |'))

test.each([
  ['', 'independent'],
  ['employedBy: quarry\n', 'Quarry Hospital'],
  ['employedByOneOf: [quarry, pier]\n', 'one of 2 participants'],
])('of a practice that says %j: %s', (said, shown) => {
  expect(rowOf(said)?.split(' | ')[3]).toBe(shown)
})
