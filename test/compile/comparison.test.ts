import {expect, test} from 'vitest'
import {classify} from '../../src/assess/classify.ts'
import {compare} from '../../src/assess/compare.ts'
import {compile} from '../../src/compile/compile.ts'
import {authorities} from '../../src/law/authorities.ts'
import {matters} from '../../src/law/matters.ts'
import {forbiddenUses} from '../../src/model/forbidden.ts'
import {inputOf, partOf, ruleOf} from './fixture.ts'
import {fullNetwork} from './network.ts'

const bare = inputOf(fullNetwork, {authorities, rules: [ruleOf('J1', 'contrary')]})
const full = compile({
  ...bare,
  classification: classify(bare.workspace),
  comparison: compare(bare.assessment, matters),
})

test('each matter tells how it came out, what is alike and what was not published', () => {
  const part = partOf(full, 'comparison')
  expect(part).toContain('MedSouth, FTC staff advisory opinion, 2002-02-19')
  expect(part).toContain('Came out: ended with an order. Its program was operating.')
  expect(part).toContain(
    'The network was the exclusive agent | R | alike | J1 contrary: J1 rests on',
  )
  expect(part).toContain('Members are not bound exclusively | V | differs | J1 contrary')
  expect(part).toContain(
    'A Governance, F Investment, H Efficiency, K Safeguards and L Integrity and privacy | not published | – | not compared |',
  )
  expect(part).toContain('Likeness of facts says nothing of how a matter')
  expect(forbiddenUses(part)).toEqual([])
})

test('without a comparison the part says that nothing was compared', () => {
  expect(partOf(compile(bare), 'comparison')).toContain('No product line was compared.')
})

test('section 2 says which kinds the facts describe, and what the network says it is', () => {
  const part = partOf(full, 's2')
  expect(part).toContain('Kinds of network that the declared facts describe')
  expect(part).toContain('clinically integrated network (CIN), as the network says')
  expect(part).toContain('The line is declared a messenger line (against it)')
  expect(partOf(compile(bare), 's2')).not.toContain('Kinds of network')
})
