import * as fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {bulksIn} from '../../src/model/bulk.ts'
import {addDays, dayNumber} from '../../src/model/date.ts'
import type {Commit, DatedEvent, RecordTrail, Trail} from '../../src/model/trail.ts'
import {trailThresholds} from '../../src/trail/thresholds.ts'
import {verifyTrail, type VerifyOptions} from '../../src/trail/verify.ts'

const noon = (date: string) => dayNumber(date) * 86_400 + 43_200

function commit(number: number, date: string, more: Partial<Commit> = {}): Commit {
  const who = {name: 'A. Okafor', email: 'okafor@northgate.example', at: noon(date)}
  return {
    hash: String(number).repeat(40).slice(0, 40),
    parents: [],
    author: who,
    committer: who,
    subject: 'change',
    signature: 'none',
    ...more,
  }
}

function event(label: string, date: string, committed: string): DatedEvent {
  const path = label.split(' ')
  const lagDays = dayNumber(committed) - dayNumber(date)
  return {path, label, date, lagDays, first: commit(1, committed)}
}

function trailOf(events: readonly DatedEvent[], commits: readonly Commit[] = []): Trail {
  const first = commit(1, '2024-01-01')
  const record: RecordTrail = {
    root: 'main',
    kind: 'Meeting',
    id: 'm',
    file: 'records/m.yaml',
    first,
    last: first,
    changes: [],
    events,
  }
  return {status: 'complete', root: 'main', head: first.hash, commits, records: [record]}
}

/** `code severity file message`, of every finding. */
function verify(trail: Trail, options: Partial<VerifyOptions> = {}): readonly string[] {
  return verifyTrail(trail, {asOf: '2026-06-30', ...options}).map(
    ({code, severity, location, message}) => `${code} ${severity} ${location.file} ${message}`,
  )
}

const codes = (trail: Trail, options: Partial<VerifyOptions> = {}) =>
  verify(trail, options).map((it) => it.split(' ')[0])

describe('lag from an event to its commit', () => {
  test.each<[string, string, string, readonly string[]]>([
    ['held', '2025-01-01', '2025-04-01', []],
    ['held', '2025-01-01', '2025-04-02', ['trail/late-entry']],
    ['held', '2025-01-01', '2025-01-01', []],
    // The easternmost time zone is a day ahead.
    ['held', '2025-01-02', '2025-01-01', []],
    ['held', '2025-01-03', '2025-01-01', ['trail/before-event']],
    ['signatures date', '2019-01-03', '2025-01-01', ['trail/late-entry']],
    ['steps completed', '2025-06-03', '2025-01-01', ['trail/before-event']],
    // It is one too where the date judged at has not come to it: nobody could know it.
    ['held', '2026-08-01', '2026-06-30', ['trail/before-event']],
    ['held', '2026-07-01', '2026-06-30', []],
    ['held', '2026-08-01', '2026-07-01', []],
    // Plans, periods and appointments may lie ahead.
    ['hearing', '2026-08-01', '2026-06-30', []],
    ['steps due', '2026-08-01', '2026-06-30', []],
    ['steps due', '2025-06-03', '2025-01-01', []],
    ['effective', '2025-06-03', '2025-01-01', []],
    ['targets from', '2020-01-01', '2025-01-01', []],
    ['benchmarks asOf', '2020-01-01', '2025-01-01', []],
    ['hearing', '2025-06-03', '2025-01-01', []],
    ['hearing', '2024-06-03', '2025-01-01', ['trail/late-entry']],
  ])('%s on %s, committed %s', (label, date, committed, expected) => {
    expect(codes(trailOf([event(label, date, committed)]))).toEqual(expected)
  })

  test('says the days, the commit and the record, and where it stands', () => {
    const trail = trailOf([event('votes date', '2025-01-01', '2025-05-01')])
    expect(verify(trail)).toEqual([
      'trail/late-entry warning records/m.yaml Unexpected lag of 120 days for `votes date` 2025-01-01 of Meeting `m`, first committed 2025-05-01 (`1111111111`), expected at most 90',
    ])
    const place = {line: 7, column: 3}
    const [found] = verifyTrail(trail, {
      asOf: '2026-06-30',
      locate: (kind, id, path) =>
        kind === 'Meeting' && id === 'm' && path.join() === 'votes,date'
          ? {file: 'x.yaml', start: place, end: place}
          : undefined,
    })
    expect(found?.location).toEqual({file: 'x.yaml', start: place, end: place})
  })

  test('takes another threshold', () => {
    const trail = trailOf([event('held', '2025-01-01', '2025-02-01')])
    expect(codes(trail, {thresholds: {lateDays: 30}})).toEqual(['trail/late-entry'])
    expect(codes(trail, {thresholds: {lateDays: 31}})).toEqual([])
  })

  test('says nothing of a reconstruction, nor of what came after the date judged at', () => {
    const trail = trailOf([event('held', '2025-01-01', '2026-01-01')])
    expect(codes(trail)).toEqual(['trail/late-entry'])
    expect(codes(trail, {reconstruction: true})).toEqual([])
    expect(codes(trail, {asOf: '2026-01-01'})).toEqual(['trail/late-entry'])
    expect(codes(trail, {asOf: '2025-12-31'})).toEqual([])
  })
})

describe('dates of commits', () => {
  const parent = commit(1, '2025-03-01')
  const child = (seconds: number) =>
    commit(2, '2025-03-01', {
      parents: [parent.hash],
      author: {...parent.author, at: noon('2025-03-01') + seconds},
      committer: {...parent.committer, at: noon('2025-03-01') + seconds},
    })

  test.each([
    [0, []],
    [-trailThresholds.clockSeconds, []],
    [-trailThresholds.clockSeconds - 1, ['trail/backwards']],
  ])('%d seconds after the parent', (seconds, expected) => {
    expect(codes(trailOf([], [parent, child(seconds)]))).toEqual(expected)
  })

  test('says both dates, also of a reconstruction and another root', () => {
    const commits = [parent, commit(2, '2025-02-01', {parents: ['0'.repeat(40), parent.hash]})]
    const trail = {...trailOf([], commits), root: 'overlay-1'}
    const found = verifyTrail(trail, {asOf: '2026-06-30', reconstruction: true})
    expect(found).toMatchObject([
      {
        code: 'trail/backwards',
        message:
          'Unexpected date 2025-02-01 of commit `2222222222`, expected none before its parent `1111111111` of 2025-03-01',
        location: {file: 'cinch.yaml', root: 'overlay-1'},
      },
    ])
  })

  const authored = (seconds: number) => {
    const it = commit(1, '2025-03-01')
    return trailOf([], [{...it, author: {...it.author, at: it.committer.at + seconds}}])
  }
  const limit = trailThresholds.authorDays * 86_400
  test.each([
    [-limit, []],
    [-limit - 1, ['trail/author-date']],
    [trailThresholds.clockSeconds, []],
    [trailThresholds.clockSeconds + 1, ['trail/author-date']],
  ])('author %d seconds from the committer', (seconds, expected) => {
    expect(codes(authored(seconds))).toEqual(expected)
  })

  test('bears dates at the ends of what git can hold', () => {
    const early = commit(1, '2025-03-01')
    const far = {...early, committer: {...early.committer, at: 99_999_999_999_999}}
    const next = commit(2, '1970-01-01', {
      parents: [far.hash],
      committer: {...early.committer, at: 0},
    })
    const found = verify(trailOf([], [far, next]))
    expect(found.filter((it) => it.startsWith('trail/backwards'))).toEqual([
      'trail/backwards warning cinch.yaml Unexpected date 1970-01-01 of commit `2222222222`, expected none before its parent `1111111111` of after 9999-12-31',
    ])
  })
})

test('reports what shows another history', () => {
  const trail = {...trailOf([]), overridden: {grafts: true, replaced: 2}}
  expect(verify(trail)).toEqual([
    'trail/overridden warning cinch.yaml Unexpected 2 replaced objects in the repository, expected none',
    'trail/overridden warning cinch.yaml Unexpected a file of grafts in the repository, expected none',
  ])
})

test('has nothing to say of a history that cannot be read', () => {
  expect(codes({status: 'shallow', root: 'main', reason: 'shallow'})).toEqual([])
})

describe('bulk back-fills', () => {
  /** Events of the first quarter of 2025 by the day on which they were committed. */
  const quarter = (...committed: string[]) =>
    committed.map((it, index) => event('held', addDays('2025-01-01', index), it))
  const timely = (count: number) => Array<string>(count).fill('2025-03-20')
  const at = (date: string, count: number) => Array<string>(count).fill(date)

  test.each<[string, readonly DatedEvent[], number]>([
    ['exactly 30 %', quarter(...timely(7), ...at('2025-06-01', 3)), 0],
    ['over 30 %', quarter(...timely(6), ...at('2025-06-01', 4)), 1],
    [
      'over a week',
      quarter(...timely(6), '2025-06-01', '2025-06-08', '2025-06-15', '2025-06-22'),
      0,
    ],
    [
      'seven days, the last included',
      quarter(...timely(6), ...at('2025-06-01', 2), ...at('2025-06-07', 2)),
      1,
    ],
    ['eight days', quarter(...timely(6), ...at('2025-06-01', 2), ...at('2025-06-08', 2)), 0],
    ['45 days after the quarter', quarter(...timely(5), ...at('2025-05-15', 5)), 0],
    ['46 days after the quarter', quarter(...timely(5), ...at('2025-05-16', 5)), 1],
    ['few events', quarter(...at('2025-06-01', 9)), 0],
    ['enough events', quarter(...at('2025-06-01', 10)), 1],
  ])('%s', (_name, events, expected) => {
    expect(bulksIn(events, trailThresholds)).toHaveLength(expected)
  })

  test('records the numbers', () => {
    const events = quarter(...timely(6), ...at('2025-06-01', 3), ...at('2025-06-04', 2))
    expect(bulksIn(events, trailThresholds)).toEqual([
      {quarter: '2025-Q1', events: 11, inWindow: 5, from: '2025-06-01', to: '2025-06-04'},
    ])
    expect(verify(trailOf(events), {thresholds: {lateDays: 900}})).toEqual([
      'trail/bulk warning cinch.yaml Unexpected 5 of 11 dated events of 2025-Q1 committed from 2025-06-01 to 2025-06-04, expected at most 30 % in 7 days more than 45 days after the quarter',
    ])
  })

  test('finds the fullest window whatever the order of events', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({min: 0, max: 400}), {minLength: 10, maxLength: 40}),
        fc.infiniteStream(fc.nat()),
        (lags, random) => {
          const events = lags.map((it) => event('held', '2025-02-01', addDays('2025-02-01', it)))
          const shuffled = events
            .map((it) => ({it, key: random.next().value ?? 0}))
            .sort((a, b) => a.key - b.key)
            .map(({it}) => it)
          const days = lags.map((it) => dayNumber('2025-02-01') + it)
          const limit = dayNumber('2025-03-31') + trailThresholds.bulkAfterDays
          const most = Math.max(
            ...days.map((end) =>
              end > limit ? days.filter((it) => it <= end && it > end - 7).length : 0,
            ),
          )
          const found = bulksIn(shuffled, trailThresholds).map(({inWindow}) => inWindow)
          expect(found).toEqual(most > 0.3 * lags.length ? [most] : [])
        },
      ),
    )
  })
})
