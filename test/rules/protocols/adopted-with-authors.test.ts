import {expect, test} from 'vitest'
import {adoptedWithAuthors} from '../../../src/rules/protocols/adopted-with-authors.ts'
import {byStage, judged, judgeRule, networkOf, records} from '../../helpers/judge-rule.ts'

const fields = {
  authors: 'authors: [{specialty: cardiology, role: author, participating: true}]',
  source: "source: {title: S, version: '1'}",
  adoption: 'adoption: {date: 2024-01-16, for: 7, against: 0}',
  effective: 'effective: 2024-02-01',
  owner: 'owner: someone',
}
const protocol = (change: Partial<Record<keyof typeof fields, string>> = {}, rest = '', id = 'c') =>
  `{kind: Protocol, id: ${id}, title: T, condition: C, specialties: [cardiology], ${Object.values({
    ...fields,
    ...change,
  })
    .filter((it) => it !== '')
    .join(', ')}${rest}}`
const lacks = (name: string, expected: string, path = '') =>
  `Protocol/c ${path}: Unexpected protocol \`c\` without ${name}, expected ${expected}`
const none = 'Network/n : Unexpected network without a protocol in force, expected at least one'

test.each<[string, string, string[]]>([
  ['complete', protocol(), ['supported']],
  [
    'no authors stated',
    protocol({authors: ''}),
    ['unknown', lacks('authors', 'who wrote and reviewed it')],
  ],
  [
    'authors: none',
    protocol({authors: 'authors: []'}),
    ['absent', lacks('authors', 'who wrote and reviewed it', 'authors')],
  ],
  [
    'no source stated',
    protocol({source: ''}),
    ['unknown', lacks('source', 'its evidence base with version')],
  ],
  [
    'no vote stated',
    protocol({adoption: ''}),
    ['unknown', lacks('adoption', 'the vote that adopted it')],
  ],
  [
    'no owner stated',
    protocol({owner: ''}),
    ['weak', lacks('owner', 'the person who answers for it')],
  ],
  [
    'no effective date',
    protocol({effective: ''}),
    ['weak', lacks('effective', 'the date from which members are bound')],
  ],
  [
    'adopted by one vote',
    protocol({adoption: 'adoption: {date: 2024-01-16, for: 4, against: 3}'}),
    ['supported'],
  ],
  [
    'a tie',
    protocol({adoption: 'adoption: {date: 2024-01-16, for: 4, against: 4}'}),
    [
      'absent',
      'Protocol/c adoption: Unexpected vote of 4 for and 4 against, expected a vote that adopted it',
    ],
  ],
  [
    'no vote for it',
    protocol({adoption: 'adoption: {date: 2024-01-16, for: 0, against: 0}'}),
    [
      'absent',
      'Protocol/c adoption: Unexpected vote of 0 for and 0 against, expected a vote that adopted it',
    ],
  ],
  ['votes not counted', protocol({adoption: 'adoption: {date: 2024-01-16}'}), ['supported']],
  ['adopted today', protocol({adoption: 'adoption: {date: 2026-06-30}'}), ['supported']],
  [
    'adopted tomorrow',
    protocol({adoption: 'adoption: {date: 2026-07-01}'}),
    [
      'absent',
      'Protocol/c adoption: Unexpected adoption on 2026-07-01, expected one by 2026-06-30',
    ],
  ],
  ['in force from today', protocol({effective: 'effective: 2026-06-30'}), ['supported']],
  [
    'in force from tomorrow: not active',
    protocol({effective: 'effective: 2026-07-01'}),
    ['unknown', none],
  ],
  ['retired tomorrow', protocol({}, ', retired: 2026-07-01'), ['supported']],
  ['retired today: not active', protocol({}, ', retired: 2026-06-30'), ['unknown', none]],
  [
    'one lost vote beside a sound one',
    records(
      protocol({}, '', 'd'),
      protocol({adoption: 'adoption: {date: 2024-01-16, for: 0, against: 1}'}),
    ),
    [
      'weak',
      'Protocol/c adoption: Unexpected vote of 0 for and 1 against, expected a vote that adopted it',
    ],
  ],
])('%s', (_name, documents, expected) => {
  expect(judged(adoptedWithAuthors, records(networkOf({live: '2024-01-01'}), documents))).toEqual(
    expected,
  )
})

test('a proposed line binds nobody yet; else the stage changes nothing', () => {
  const all = (outcome: string) => Array.from({length: 4}, () => outcome)
  expect(byStage(adoptedWithAuthors, protocol())).toEqual(['supported', ...all('supported')])
  expect(byStage(adoptedWithAuthors, protocol({effective: ''}))).toEqual([
    'supported',
    ...all('weak'),
  ])
  expect(byStage(adoptedWithAuthors)).toEqual(['unknown', ...all('unknown')])
})

test('the summary names what is not stated', () => {
  const text = records(
    networkOf({live: '2024-01-01'}),
    protocol({authors: '', owner: ''}),
    protocol({}, '', 'd'),
  )
  expect(judgeRule(adoptedWithAuthors, text).summary).toBe(
    '1 of 2 active protocols have authors, source, vote, date and owner; not stated for some: authors and owner.',
  )
})
