import {expect, test} from 'vitest'
import {noticeAndHearing} from '../../../src/rules/enforcement/notice-and-hearing.ts'
import {byStage, judged, networkOf, records} from '../../helpers/judge-rule.ts'

const policy = (process: string) =>
  `{kind: SanctionPolicy, id: p, title: P, effective: 2024-01-01, ladder: [{step: removal}]${process === '' ? '' : `, dueProcess: {${process}}`}}`
const whole = policy('noticeDays: 30, hearing: true, appeal: true')
const action = (rest: string, step = 'financial') =>
  `{kind: CorrectiveAction, id: c, member: M-0101, opened: 2026-01-01, trigger: {signal: belowFloor, reason: quality}, steps: [{step: ${step}, date: 2026-05-01}]${rest}}`

// Judged as of 2026-06-30.
test.each<[string, readonly string[], string]>([
  ['all three', [whole], 'supported'],
  ['no notice', [policy('hearing: true, appeal: true')], 'weak'],
  ['notice of zero days', [policy('noticeDays: 0, hearing: true, appeal: true')], 'weak'],
  ['no hearing', [policy('noticeDays: 30, hearing: false, appeal: true')], 'weak'],
  ['no appeal', [policy('noticeDays: 30, hearing: true')], 'weak'],
  ['none of them', [policy('hearing: false, appeal: false')], 'absent'],
  [
    'thirty days of notice',
    [whole, action(', notice: 2026-04-01, hearing: 2026-04-20')],
    'supported',
  ],
  ['twenty-nine days', [whole, action(', notice: 2026-04-02, hearing: 2026-04-20')], 'weak'],
  [
    'a hearing on the day',
    [whole, action(', notice: 2026-04-01, hearing: 2026-05-01')],
    'supported',
  ],
  ['a hearing after it', [whole, action(', notice: 2026-04-01, hearing: 2026-05-02')], 'weak'],
  ['notice after it', [whole, action(', notice: 2026-05-02, hearing: 2026-05-01')], 'weak'],
  ['neither', [whole, action('')], 'weak'],
  ['coaching needs neither', [whole, action('', 'coaching')], 'supported'],
  ['a sanction to come', [whole, action('').replace('2026-05-01', '2026-07-01')], 'supported'],
  ['a sanction without a policy', [action('')], 'weak'],
])('%s', (_name, documents, outcome) => {
  expect(judged(noticeAndHearing, records(networkOf({live: '2024-01-01'}), ...documents))[0]).toBe(
    outcome,
  )
})

test('by stage', () => {
  const states = ['unknown', 'unknown', 'unknown', 'unknown', 'absent']
  expect(byStage(noticeAndHearing)).toEqual(states)
  expect(byStage(noticeAndHearing, policy(''))).toEqual(states)
  expect(byStage(noticeAndHearing, whole)).toEqual(Array.from({length: 5}, () => 'supported'))
})
