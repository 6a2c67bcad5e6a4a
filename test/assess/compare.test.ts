import {expect, test} from 'vitest'
import {assess} from '../../src/assess/assess.ts'
import {compare} from '../../src/assess/compare.ts'
import {findAuthority} from '../../src/law/authorities.ts'
import {findMatter, matters} from '../../src/law/matters.ts'
import {forbiddenUses} from '../../src/model/forbidden.ts'
import type {Matter, MatterFact, Shown} from '../../src/model/matter.ts'
import {factors, type Outcome} from '../../src/model/rule.ts'
import {comparisonLines} from '../../src/report/compare.ts'
import {rules} from '../../src/rules/index.ts'
import {ruleOf} from '../compile/fixture.ts'
import {documents, liveFor, network, proposed} from '../helpers/records.ts'
import {workspaceOf} from '../helpers/workspace.ts'

const matter = (there: Shown): Matter => ({
  id: 'm',
  title: 'M',
  authority: 'medsouth-2002',
  date: '2002',
  stage: 'proposed',
  cameOut: 'favourable',
  facts: [{factor: 'J', says: 'A fact', standing: 'V', source: 'S', test: 'J1', there}],
})

function likeness(outcome: Outcome, there: Shown): string | undefined {
  const {assessment} = assess(workspaceOf(network(liveFor[24])), [ruleOf('J1', outcome)], {
    version: '0.0.0',
  })
  const [line] = compare(assessment, [matter(there)])
  return line?.matters[0]?.factors.find(({factor}) => factor === 'J')?.facts[0]?.likeness
}

const shown: readonly Shown[] = ['shown', 'inPart', 'missing', 'against']

test.each<[Outcome, readonly string[]]>([
  ['supported', ['alike', 'differs', 'differs', 'differs']],
  ['weak', ['differs', 'alike', 'differs', 'differs']],
  ['absent', ['differs', 'differs', 'alike', 'notTold']],
  ['contrary', ['differs', 'differs', 'notTold', 'alike']],
  ['unknown', ['notTold', 'notTold', 'notTold', 'notTold']],
  ['notApplicable', ['notTold', 'notTold', 'notTold', 'notTold']],
])('%s beside what was shown, in part, missing or against', (outcome, expected) => {
  expect(shown.map((it) => likeness(outcome, it))).toEqual(expected)
})

const compared = (line: string, records = '') =>
  compare(
    assess(workspaceOf(documents(network(line), records)), rules, {version: '0.0.0'}).assessment,
    matters,
  )

test('every factor stands beside every matter, with or without a published fact', () => {
  for (const {matter: of, factors: all, stage} of compared(proposed)[0]?.matters ?? []) {
    expect(all.map(({factor}) => factor)).toEqual([...factors])
    expect(all.every(({results}) => results.length > 0)).toBe(true)
    expect(stage).toBe(of.stage === 'proposed' ? 'alike' : 'differs')
    expect(all.flatMap(({facts}) => facts.map(({fact}) => fact))).toHaveLength(of.facts.length)
  }
})

test('conduct that an order names is alike where it is recorded here', () => {
  const lines = compared(
    liveFor[24],
    '{kind: Negotiation, id: n, title: N, productLine: ppo, method: joint, conduct: [{class: urgedToDropOutsideContracts, date: 2026-01-02, description: Told to end them}]}',
  )
  const facts = lines[0]?.matters
    .find((it) => it.matter.id === 'brown-toland-2003')
    ?.factors.flatMap((it) => it.facts)
  expect(facts?.find(({fact}) => fact.test === 'J3')?.likeness).toBe('alike')
  expect(facts?.find(({fact}) => fact.test === 'I2')?.likeness).toBe('notTold')
})

const told = (fact: MatterFact) => `${fact.says} (${fact.standing})`

test.each([
  ['compact', false],
  ['whole', true],
])('%s in a terminal: 80 columns, every fact, how it came out, no prediction', (_name, whole) => {
  const printed = comparisonLines(compared(proposed), whole, 80)
  expect(printed.filter((it) => it.length > 80)).toEqual([])
  const text = printed.join(' ').replaceAll(/\s+/g, ' ')
  for (const {facts, title} of matters) {
    expect(text).toContain(title)
    for (const fact of facts) expect(text).toContain(told(fact))
  }
  expect(text).toContain('came out: ended with an order')
  expect(text).toContain('not published')
  expect(text).toContain('It says nothing of how a matter about this network would come out')
  expect(forbiddenUses(text)).toEqual([])
})

test('every matter names an authority on record, and a test that this rule set holds', () => {
  const ids = new Set(rules.map(({id}) => id))
  for (const {id, authority, facts} of matters) {
    expect(findAuthority(authority), id).toBeDefined()
    expect(facts.length, id).toBeGreaterThan(0)
    for (const {test: rule, there, says, factor, source, standing} of facts) {
      expect(rule === undefined, says).toBe(there === undefined)
      if (rule === undefined) continue
      expect(ids, says).toContain(rule)
      expect(rule.startsWith(factor), says).toBe(true)
      expect(source.includes('recalled'), says).toBe(standing === 'R')
    }
  }
  expect(matters.map(({date}) => date)).toEqual(matters.map(({date}) => date).sort())
})

test('what is recalled of Suburban Health is marked so, all of it', () => {
  const standings = findMatter('suburban-health-2006')?.facts.map(({standing}) => standing)
  expect(new Set(standings)).toEqual(new Set(['R']))
  expect(findMatter('no-such-matter')).toBeUndefined()
})
