import {createHash} from 'node:crypto'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {periodOf} from '../../src/audit/period.ts'
import {drawSample, membersIn, sampledMember} from '../../src/audit/sample.ts'
import {worksheetCsv} from '../../src/report/worksheet.ts'
import type {SampledMember} from '../../src/model/workpaper.ts'
import {records} from '../helpers/judge-rule.ts'
import {workspaceOf} from '../helpers/workspace.ts'

test.each([
  ['2026Q1', '2026Q1', '2026-01-01', '2026-03-31'],
  ['2026Q4', '2026Q4', '2026-10-01', '2026-12-31'],
  ['2026H2', '2026H2', '2026-07-01', '2026-12-31'],
  ['2024-02', '2024-02', '2024-02-01', '2024-02-29'],
  ['2026-12', '2026-12', '2026-12-01', '2026-12-31'],
  ['2026', '2026', '2026-01-01', '2026-12-31'],
  ['2026-01-15..2026-01-15', '2026-01-15_2026-01-15', '2026-01-15', '2026-01-15'],
])('the period %s', (text, name, from, to) => {
  expect(periodOf(text)).toEqual({name, from, to})
})

test.each(
  ['', '2026Q5', '2026Q0', '2026H3', '2026-13', '2026-1', '26Q1', '2026q1', '2026Q01'].concat([
    '2026-02-01..2026-01-31',
    '2026-01-01..2026-02-30',
    '2026-01-01..2026-01-02..2026-01-03',
    '../../etc',
    '2026Q1\u001b[31m',
  ]),
)('no period: %j', (text) => {
  expect(() => periodOf(text)).toThrow(/^Unexpected --period `/)
})

describe('the sample', () => {
  const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), {maxLength: 30})

  test('is the ids with the smallest hash of seed, line feed and id', () => {
    const all = ['a', 'b', 'c', 'd', 'e']
    const ticket = (id: string) => createHash('sha256').update(`2026Q1:f00\n${id}`).digest('hex')
    const byHand = all.toSorted((a, b) => (ticket(a) < ticket(b) ? -1 : 1)).slice(0, 3)
    expect(drawSample(all, '2026Q1:f00', 3)).toEqual(byHand)
    expect(byHand).toEqual(['c', 'e', 'd'])
  })

  test('does not depend on the order of the records', () => {
    fc.assert(
      fc.property(ids, fc.string(), (all, seed) => {
        expect(drawSample(all.toReversed(), seed, 5)).toEqual(drawSample(all, seed, 5))
      }),
    )
  })

  test('a larger one begins with the smaller', () => {
    fc.assert(
      fc.property(ids, fc.string(), fc.nat(30), (all, seed, size) => {
        expect(drawSample(all, seed, size + 1).slice(0, size)).toEqual(drawSample(all, seed, size))
      }),
    )
  })

  test('a member that leaves moves no other', () => {
    fc.assert(
      fc.property(ids, fc.string(), (all, seed) => {
        const [gone = ''] = all
        expect(drawSample(all, seed, 30).filter((it) => it !== gone)).toEqual(
          drawSample(all.slice(1), seed, 30),
        )
      }),
    )
  })

  test('is all of them where fewer are there, and none of none', () => {
    expect(drawSample(['a'], 's', 10)).toEqual(['a'])
    expect([drawSample([], 's', 10), drawSample(['a'], 's', 0)]).toEqual([[], []])
  })

  test('is of those who were members on some day of the period', () => {
    const member = (id: string, rest: string) =>
      `{kind: Participant, id: ${id}, name: N, type: practice${rest}}`
    const workspace = workspaceOf(
      records(
        member('always', ''),
        member('last-day', ', joined: 2026-03-31'),
        member('after', ', joined: 2026-04-01'),
        member('left-first-day', ', left: 2026-01-01'),
        member('left-second-day', ', left: 2026-01-02'),
      ),
    )
    expect(membersIn(workspace, periodOf('2026Q1')).map(({value}) => value.id)).toEqual([
      'always',
      'last-day',
      'left-second-day',
    ])
  })

  test('tells what the records say, and null where they say nothing', () => {
    const workspace = workspaceOf(
      records(
        '{kind: Participant, id: a, name: A, type: practice}',
        '{kind: Participant, id: b, name: B, type: practice}',
        '{kind: ParticipationAgreement, id: v1, title: T, version: 1, signatures: [{participant: a, date: 2024-01-01, exhibit: page}]}',
        '{kind: ParticipationAgreement, id: v2, title: T, version: 2, signatures: [{participant: a, date: 2026-07-01}]}',
        '{kind: MembershipDecision, id: d, decision: admission, date: 2024-01-01, participant: a, checks: [{type: license, date: 2023-12-01, result: clear}, {type: license, date: 2025-12-01, result: clear}, {type: dea, date: 2026-01-01, result: clear}]}',
      ),
    )
    const [a, b] = workspace.all('Participant').map((it) => sampledMember(workspace, it))
    expect(a).toMatchObject({
      signed: {version: 1, date: '2024-01-01', exhibit: 'page'},
      license: '2025-12-01',
      exclusion: null,
    })
    expect(b).toMatchObject({signed: null, license: null, exclusion: null})
  })
})

test('a worksheet calculates nothing and breaks no row', () => {
  const member: SampledMember = {
    id: '=HYPERLINK("http://x")',
    type: 'practice',
    place: '@p,q.yaml:1',
    signed: {version: '+1', date: '2026-01-01', exhibit: '-x\r\ny'},
    license: null,
    exclusion: null,
  }
  const sample = {seed: 's', size: 1, of: 1, members: [member]}
  const [, row = '', ...rest] = worksheetCsv({sample}).split('\r\n')
  expect(rest).toEqual([''])
  expect(row).toBe(
    `1,"'=HYPERLINK(""http://x"")","'@p,q.yaml:1",'+1,2026-01-01,'-xU+000D y,,,,,,,,,`,
  )
})
