import {describe, expect, test} from 'vitest'
import type {Commit} from '../../src/model/trail.ts'
import {keyOriginsOf, orderOf, rootsOf} from '../../src/trail/key-origins.ts'

/** `name: parents`, each after its parents; `key` signs it. */
function commit(hash: string, parents: readonly string[], key?: string): Commit {
  const who = {name: 'A', email: 'a@northgate.example', at: 0}
  const signed = key === undefined ? {} : {signed: {state: 'good' as const, person: 'x', key}}
  return {
    hash,
    parents,
    author: who,
    committer: who,
    subject: 'A change',
    signature: key === undefined ? 'none' : 'good',
    ...signed,
  }
}

interface Case {
  readonly commits: readonly Commit[]
  /** Key to the commits whose versions hold it. */
  readonly held: Readonly<Record<string, readonly string[]>>
  readonly founding?: string | null
}

function judge({commits, held, founding}: Case) {
  const order = orderOf(commits)
  const of = (hashes: readonly string[]) => commits.filter(({hash}) => hashes.includes(hash))
  const holding = new Map(Object.entries(held).map(([key, hashes]) => [`p ${key}`, of(hashes)]))
  const roots = rootsOf(holding, order).map(({hash}) => hash)
  const known = Object.keys(held).map((key) => ({
    person: 'p',
    type: 'ssh' as const,
    key,
    from: '2024-01-01',
  }))
  const single = roots.length === 1 ? (roots[0] ?? null) : null
  const origins = keyOriginsOf(known, holding, order, founding === undefined ? single : founding)
  const told = origins.map(({key, first, vouched, founded, parted}) => [
    key,
    `${first?.hash ?? 'none'}${vouched ? ' vouched' : ''}${founded === true ? ' founded' : ''}${parted === true ? ' parted' : ''}`,
  ])
  return {roots, ...(Object.fromEntries(told) as Record<string, string>)}
}

/** Two lines from one start, merged. */
const start = commit('0', [])
const fork = [start, commit('1', ['0']), commit('2', ['0']), commit('3', ['1', '2'])]

describe('which key was on record first', () => {
  test('one line: the first founds, one that it signs for is founded, another is not', () => {
    const commits = [
      commit('0', []),
      commit('1', ['0'], 'first'),
      commit('2', ['1'], 'odd'),
      commit('3', ['2'], 'odd'),
    ]
    const held = {first: ['0', '1', '2'], next: ['1', '2'], odd: ['2'], odder: ['3']}
    expect(judge({commits, held})).toEqual({
      roots: ['0'],
      first: '0 founded',
      next: '1 vouched founded',
      odd: '2',
      odder: '3 vouched',
    })
  })

  test('a side branch cannot vouch with a key that it does not lead to', () => {
    const commits = [start, commit('1', ['0']), commit('2', ['0'], 'late'), commit('3', ['1', '2'])]
    const held = {first: ['0', '1', '2', '3'], late: ['1', '3'], odd: ['2', '3']}
    expect(judge({commits, held})).toEqual({
      roots: ['0'],
      first: '0 founded',
      late: '1',
      odd: '2',
    })
  })

  test('the same key on two lines: what one of them vouches for stands', () => {
    const commits = [
      start,
      commit('1', ['0']),
      commit('2', ['0'], 'first'),
      commit('3', ['1', '2']),
    ]
    const held = {first: ['0', '1', '2'], both: ['1', '2', '3']}
    expect(judge({commits, held})).toMatchObject({both: '2 vouched founded'})
  })

  test('two lines that each put first keys on record: neither is first', () => {
    const held = {one: ['1', '3'], two: ['2', '3']}
    expect(judge({commits: fork, held})).toEqual({
      roots: ['1', '2'],
      one: '1 parted',
      two: '2 parted',
    })
  })

  test('what a stranger brings along of another does not make the stranger first', () => {
    const held = {one: ['1', '2', '3'], two: ['2', '3']}
    expect(judge({commits: fork, held})).toMatchObject({one: '1 parted', two: '2 parted'})
    expect(judge({commits: fork, held, founding: '1'})).toMatchObject({one: '1 founded', two: '2'})
  })

  test('a key that no commit holds has no origin', () => {
    expect(judge({commits: fork, held: {one: ['1'], none: []}})).toMatchObject({
      one: '1 founded',
      none: 'none',
    })
  })
})
