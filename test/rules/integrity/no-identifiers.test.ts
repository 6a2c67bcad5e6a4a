import {expect, test} from 'vitest'
import {contextOf} from '../../../src/assess/context.ts'
import {noIdentifiers} from '../../../src/rules/integrity/no-identifiers.ts'
import {testScan} from '../../helpers/check-scan.ts'
import {liveFor, network} from '../../helpers/records.ts'
import {workspaceOf} from '../../helpers/workspace.ts'

testScan(noIdentifiers, 'identifier', 'a patient identifier')

const text = network(liveFor[24])

test('a reading of no file shows nothing', () => {
  const workspace = {...workspaceOf(text), scanned: 0}
  const [entry] = workspace.all('Network')
  if (entry === undefined) throw new Error('Unexpected workspace without a Network')
  expect(noIdentifiers.check(contextOf(workspace, entry, 0, noIdentifiers)).outcome).toBe('unknown')
})
