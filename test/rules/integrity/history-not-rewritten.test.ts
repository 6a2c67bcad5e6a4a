import {describe, expect, test} from 'vitest'
import type {SealProblem, SealState} from '../../../src/model/seal.ts'
import {historyNotRewritten} from '../../../src/rules/integrity/history-not-rewritten.ts'
import {checkRule, runRule} from '../../helpers/check-rule.ts'
import {judgeRule} from '../../helpers/judge-rule.ts'
import {documents, liveFor, network, proposed} from '../../helpers/records.ts'
import {trailOf} from '../../helpers/trail.ts'

const counsel = (role = 'counsel') =>
  `{kind: Person, id: c, name: C, roles: [{role: ${role}, from: 2023-01-01}]}`
const hold = (date: string) =>
  `{kind: Hold, id: h, title: H, placed: 2026-01-01, instructedBy: c, scope: S, removals: [{path: p, date: ${date}, instructedBy: c, reason: R}]}`

test.each([
  ['nothing found: there is no seal to compare with', undefined, 'unknown'],
  ['grafts', {grafts: true, replaced: 0}, 'contrary'],
  ['a replaced object', {grafts: false, replaced: 1}, 'contrary'],
])('%s', (_name, overridden, outcome) => {
  for (const line of [proposed, liveFor[0], liveFor[24]]) {
    const trails = [trailOf([], overridden)]
    expect(runRule(historyNotRewritten, network(line), {trails}).outcome).toBe(outcome)
  }
})

test('a removal on instruction is shown and not held against the network', () => {
  const shown = (date: string) =>
    runRule(historyNotRewritten, documents(network(liveFor[24]), counsel(), hold(date)), {
      trails: [trailOf()],
    })
  expect(shown('2026-06-30').outcome).toBe('unknown')
  expect(shown('2026-06-30').summary).toContain('1 removal on the instruction of counsel')
  expect(shown('2026-07-01').summary).not.toContain('removal')
  const officer = documents(network(liveFor[24]), counsel('officer'), hold('2026-06-30'))
  expect(runRule(historyNotRewritten, officer, {trails: [trailOf()]}).summary).toMatch(
    /compare the history with\. 1 removal on record of somebody who was not counsel that day, which explains nothing\.$/,
  )
})

test('without history nothing is known', () => {
  expect(judgeRule(historyNotRewritten, network(liveFor[24])).outcome).toBe('unknown')
})

test('says what was found', () => {
  const trails = [trailOf([], {grafts: true, replaced: 2})]
  expect(checkRule(historyNotRewritten, network(liveFor[24]), {trails})).toEqual([
    'contrary',
    '1:1 Unexpected file of grafts and 2 replaced objects in root `main`, expected the history as it was made',
  ])
})

describe('with seals', () => {
  const hash = 'a'.repeat(64)
  const [old, fresh] = ['b'.repeat(40), 'c'.repeat(40)]
  const signer = {
    scheme: 'ssh',
    namespace: 'cinch-seal',
    person: 'okafor',
    key: 'SHA256:x',
  } as const
  const sealed = (state: 'good' | 'none' | 'unknownKey' | 'expired'): SealState => ({
    file: 'seals/0001-bbbbbbbbbbbb.intoto.json',
    sha256: hash,
    signatureSha256: hash,
    signature: {state, person: state === 'good' ? 'okafor' : null, key: signer.key},
    first: {commit: fresh, at: 0},
    at: 0,
    statement: {
      _type: 'https://in-toto.io/Statement/v1',
      predicateType: 'https://cinch.example/seal/v1',
      subject: [],
      predicate: {
        sequence: 1,
        previous: null,
        commit: old,
        tree: old,
        folder: '',
        asOf: '2026-03-31',
        inputs: {},
        tool: {name: 'cinch', version: '0'},
        node: 'v20',
        rules: {version: '1', hash: ''},
        lines: [],
        signer,
      },
    },
  })
  const problem = (code: string): SealProblem => ({
    code,
    file: 'seals/0001-bbbbbbbbbbbb.intoto.json',
    message: 'Unexpected change, expected none',
    ...(code.startsWith('history/') ? {commit: old} : {}),
  })
  const judge = (
    state: 'good' | 'none' | 'unknownKey' | 'expired',
    codes: readonly string[] = [],
    records = '',
    trails = [trailOf()],
  ) =>
    runRule(historyNotRewritten, documents(network(liveFor[24]), person, records), {
      trails,
      seals: [
        {root: 'main', seals: [sealed(state)], problems: codes.map(problem), reached: [fresh]},
      ],
    })
  const person =
    '{kind: Person, id: okafor, name: A. Okafor, roles: [{role: officer, from: 2023-01-01}]}'

  test('a seal of a person on record supports, and cites that person', () => {
    const {outcome, evidence} = judge('good')
    expect(outcome).toBe('supported')
    expect(evidence.map(({id, shows}) => `${id}: ${shows}`)).toEqual([
      'okafor: signed seal 1, as of 2026-03-31',
    ])
  })

  test.each(['none', 'unknownKey'] as const)(
    'a signature that is %s leaves it unknown',
    (state) => {
      const code = state === 'none' ? 'seal/unsigned' : 'seal/signature-unknown-key'
      expect(judge(state, [code]).outcome).toBe('unknown')
    },
  )

  test.each([
    'seal/edited',
    'seal/removed',
    'seal/chain-broken',
    'seal/signature-other-key',
    'seal/key-not-valid',
    'history/rewritten',
  ])('%s is contrary', (code) => {
    expect(judge('good', [code]).outcome).toBe('contrary')
  })

  test('a key that nothing vouches for leaves it unknown, of the last seal alone', () => {
    const {outcome, summary} = judge('good', ['seal/key-unvouched'])
    expect(outcome).toBe('unknown')
    expect(summary).toContain('a key that no key already on record vouches for')
  })

  test('a root without a seal beside one that has leaves it unknown', () => {
    const other = {...trailOf(), root: 'overlay-1'} as ReturnType<typeof trailOf>
    expect(judge('good', [], '', [trailOf(), other]).outcome).toBe('unknown')
  })

  const removal = (role: string, rest: string, date = '2026-02-01') =>
    documents(
      `{kind: Person, id: quill, name: B. Quill, roles: [{role: ${role}, from: 2023-01-01}]}`,
      `{kind: Hold, id: h, title: H, placed: 2026-01-01, instructedBy: quill, scope: S, removals: [{path: p, date: ${date}, instructedBy: quill, reason: R${rest}}]}`,
    )
  const both = `, commit: ${old}, newCommit: ${fresh}`

  test.each([
    ['naming both commits, by counsel', removal('counsel', both), 'supported'],
    ['by somebody who is not counsel', removal('officer', both), 'contrary'],
    [
      'by somebody who was counsel until the day before',
      removal('counsel, to: 2026-01-31', both),
      'contrary',
    ],
    [
      'by somebody who was counsel until that day',
      removal('counsel, to: 2026-02-01', both),
      'supported',
    ],
    ['naming no commit', removal('counsel', ''), 'contrary'],
    [
      'naming a commit that the history does not lead to',
      removal('counsel', `, commit: ${old}, newCommit: ${'d'.repeat(40)}`),
      'contrary',
    ],
    ['after the date judged at', removal('counsel', both, '2026-07-01'), 'contrary'],
  ])('a rewrite recorded %s', (_name, records, outcome) => {
    expect(judge('good', ['history/rewritten'], records).outcome).toBe(outcome)
  })
})
