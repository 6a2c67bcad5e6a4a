import {expect, test} from 'vitest'
import {compile, compileAll} from '../../src/compile/compile.ts'
import {inputOf, partOf, ruleOf, wholeText} from './fixture.ts'
import {emptyNetwork, fullNetwork} from './network.ts'

const states = emptyNetwork.replace('legalName:', 'states: [ME]\nlegalName:')

const rules = [ruleOf('B1', 'unknown')]

test.each([
  ['a bare network', emptyNetwork],
  ['a bare network with its states', states],
  ['a full network', fullNetwork],
])('%s: limits, scope, unknowns and a field for counsel are printed', (_name, text) => {
  for (const rules of [[ruleOf('B1', 'unknown')], [ruleOf('L9', 'supported')]])
    for (const make of [compile, compileAll]) {
      const dossier = make(inputOf(text, {rules}))
      const limits = partOf(dossier, 'limits')
      expect(limits).toContain('It gives no legal advice.')
      expect(limits).toContain('States covered: ')
      expect(limits).toContain('Not assessed:')
      expect(limits).toContain('No relevant market is defined.')
      expect(limits).toMatch(/1 outcome is unknown|No test of this rule set came out unknown/)
      expect(wholeText(dossier)).toContain('Reviewed by counsel: ____')
    }
})

test('the scope statement names the states, or says that it cannot', () => {
  const limitsOf = (text: string) => partOf(compile(inputOf(text, {rules})), 'limits')
  expect(limitsOf(states)).toContain('States covered: ME.')
  expect(limitsOf(emptyNetwork)).toContain('States covered: not stated in the Network record.')
})

test('what the scan could not read is counted', () => {
  const notScanned = [{root: 'main', file: 'exhibits/a.pdf', reason: 'no text'}]
  expect(wholeText(compile(inputOf(emptyNetwork, {rules})))).not.toContain('could not read')
  const text = wholeText(compile(inputOf(emptyNetwork, {rules, notScanned})))
  expect(text).toContain('could not read 1 as text')
})
