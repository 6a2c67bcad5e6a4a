import {expect, test} from 'vitest'
import {datesIn, EventMemory, type DateFound} from '../../../src/load/git/events.ts'
import type {Commit} from '../../../src/model/trail.ts'

function commitOn(date: string): Commit {
  const who = {name: 'A', email: 'a@x.example', at: Date.parse(`${date}T12:00:00Z`) / 1000}
  return {hash: date, parents: [], author: who, committer: who, subject: '', signature: 'none'}
}

test('finds every date under its keys, with what stands beside it', () => {
  const record = {
    kind: 'CorrectiveAction',
    opened: '2024-01-01',
    note: 'on 2024-01-02',
    impossible: '2024-02-30',
    versions: ['2024-01-03', 'x'],
    steps: [
      {step: 'coaching', paid: true, date: '2024-01-04', more: [{by: 'p', on: '2024-01-05'}]},
    ],
    appeal: {filed: '2024-01-06'},
    provenance: [{source: 'x', read: '2024-01-07'}],
  }
  expect(datesIn(record)).toEqual([
    {path: ['opened'], label: 'opened', date: '2024-01-01', beside: []},
    {path: ['versions', 0], label: 'versions', date: '2024-01-03', beside: []},
    {
      path: ['steps', 0, 'date'],
      label: 'steps date',
      date: '2024-01-04',
      beside: ['step=coaching', 'paid=true'],
    },
    {
      path: ['steps', 0, 'more', 0, 'on'],
      label: 'steps more on',
      date: '2024-01-05',
      beside: ['step=coaching', 'paid=true', 'by=p'],
    },
    {path: ['appeal', 'filed'], label: 'appeal filed', date: '2024-01-06', beside: []},
  ])
})

type Element = Readonly<Record<string, string | number>>

/** Days on which each element of the second version was first held, by day of January. */
function daysOf(before: readonly Element[], after: readonly Element[]): readonly string[] {
  const memory = new EventMemory()
  memory.see(datesIn({list: before}), commitOn('2024-01-01'))
  return memory
    .see(datesIn({list: after}), commitOn('2024-01-31'))
    .map(({first}) => (first.hash === '2024-01-01' ? 'old' : 'new'))
}

const date = '2023-12-01'

test.each<[string, readonly Element[], readonly Element[], readonly string[]]>([
  ['the same', [{id: 'a', date}], [{id: 'a', date}], ['old']],
  ['another day', [{id: 'a', date}], [{id: 'a', date: '2023-12-02'}], ['new']],
  [
    'one before it',
    [{id: 'a', date}],
    [
      {id: 'b', date},
      {id: 'a', date},
    ],
    ['new', 'old'],
  ],
  [
    'turned round',
    [
      {id: 'a', date},
      {id: 'b', date},
    ],
    [
      {id: 'b', date},
      {id: 'a', date},
    ],
    ['old', 'old'],
  ],
  ['a field more', [{id: 'a', date}], [{id: 'a', date, note: 'x'}], ['old']],
  ['a field less', [{id: 'a', date, note: 'x'}], [{id: 'a', date}], ['old']],
  ['one field of two', [{id: 'a', n: 1, date}], [{id: 'a', n: 2, date}], ['old']],
  ['another name', [{id: 'a', n: 1, m: 1, date}], [{id: 'b', n: 1, m: 1, date}], ['new']],
  ['all other fields', [{n: 1, m: 1, date}], [{n: 2, m: 2, date}], ['new']],
  ['nothing beside it, then something', [{date}], [{date, note: 'x'}], ['old']],
  [
    'twice the same',
    [{id: 'a', date}],
    [
      {id: 'a', date},
      {id: 'a', date},
    ],
    ['old', 'new'],
  ],
])('%s', (_name, before, after, expected) => {
  expect(daysOf(before, after)).toEqual(expected)
})

test('keeps the first commit over a version without the date', () => {
  const memory = new EventMemory()
  const held = datesIn({held: date})
  memory.see(held, commitOn('2024-01-01'))
  memory.see([], commitOn('2024-01-02'))
  expect(memory.see(held, commitOn('2024-01-03'))).toMatchObject([{lagDays: 31}])
})

test('is done with a list made to stall it', () => {
  const list = (sign: number): DateFound[] =>
    Array.from({length: 100_000}, (_, index) => ({
      path: ['list', index, 'date'],
      label: 'list date',
      date,
      beside: [`n=${sign * (index + 1)}`],
    }))
  const memory = new EventMemory()
  memory.see(list(1), commitOn('2024-01-01'))
  expect(memory.see(list(-1), commitOn('2024-01-02'))).toHaveLength(100_000)
  const wide = {
    list: [{x: 'y'.repeat(1e6), list: Array.from({length: 20_000}, () => ({date, n: 1}))}],
  }
  expect(memory.see(datesIn(wide), commitOn('2024-01-03'))).toHaveLength(20_000)
}, 20_000)

test('a target of another value is another target, first held by the commit that changed it', () => {
  const memory = new EventMemory()
  const see = (day: string, ...values: readonly number[]) =>
    memory
      .see(
        datesIn({
          targets: values.map((value, index) => ({
            from: `202${index + 5}-01-01`,
            to: `202${index + 5}-12-31`,
            value,
          })),
        }),
        commitOn(day),
      )
      .filter(({label}) => label === 'targets from')
      .map(({date, first}) => `${date} ${first.hash}`)
  see('2024-11-01', 0.7)
  expect(see('2025-11-01', 0.7, 0.8)).toEqual(['2025-01-01 2024-11-01', '2026-01-01 2025-11-01'])
  expect(see('2025-12-01', 0.6, 0.8)).toEqual(['2025-01-01 2025-12-01', '2026-01-01 2025-11-01'])
})
