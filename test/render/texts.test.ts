import {describe, expect, test} from 'vitest'

import {draftText} from '../../src/render/draft-text.ts'
import {highestClass} from '../../src/render/highest-class.ts'
import {cellText} from '../../src/render/outcome-text.ts'
import {sourceText} from '../../src/render/source-text.ts'
import {position, ticks} from '../../src/render/timeline-scale.ts'
import {visible} from '../../src/render/visible.ts'
import {fixture, record} from './fixture.ts'

describe('sources', () => {
  test('join lines of one file, files of one commit, tests of one line, and say each once', () => {
    const other = {...record('c.yaml', 2), commit: 'ffffffffffff'} as const
    const tests = ['C1', 'C3', 'C1'].map((rule) => ({type: 'test', rule}) as const)
    expect(
      sourceText([
        record('a.yaml', 3),
        ...tests,
        record('a.yaml', 9),
        record('b.yaml', 1),
        other,
        record('a.yaml', 3),
        {type: 'test', rule: 'E1', productLine: 'ppo'},
      ]),
    ).toBe(
      '[a.yaml:3, 9; b.yaml:1 @ 1a2b3c4d5e6f; tests C1, C3; c.yaml:2 @ ffffffffffff; test E1 (ppo)]',
    )
  })

  test('name the root of an overlay, and leave out a commit not read', () => {
    const overlay = {type: 'record', kind: 'Hold', id: 'H', file: 'h.yaml', line: 2} as const
    expect(sourceText([overlay])).toBe('[h.yaml:2]')
    expect(sourceText([{...overlay, root: 'counsel'}])).toBe('[counsel: h.yaml:2]')
  })

  test('are empty where only the tool speaks', () => {
    expect(sourceText([{type: 'tool'}])).toBe('')
    expect(sourceText([])).toBe('')
    expect(sourceText([{type: 'tool'}, {type: 'test', rule: 'C3'}])).toBe('[test C3]')
  })
})

test('an outcome is said once', () => {
  expect(cellText({text: ''})).toBe('')
  expect(cellText({text: '', outcome: 'notApplicable'})).toBe('not applicable')
  expect(cellText({text: 'Weak', outcome: 'weak'})).toBe('Weak')
  expect(cellText({text: '3 of 5', outcome: 'weak'})).toBe('weak: 3 of 5')
})

test('a draft begins with the word', () => {
  expect(draftText({...fixture, draft: null})).toBeNull()
  expect(draftText({...fixture, draft: ''})).toBe('DRAFT')
  expect(draftText({...fixture, draft: 'Draft – uncommitted'})).toBe('DRAFT: uncommitted')
  expect(draftText({...fixture, draft: 'drafted by hand'})).toBe('DRAFT: drafted by hand')
})

test('the class of a dossier is the most restricted of its blocks', () => {
  expect(highestClass(fixture)).toBe('peerReview')
  expect(highestClass({...fixture, blocks: []})).toBe('public')
})

test('what would act unseen is shown', () => {
  expect(visible('plain\ttext\n')).toBe('plain\ttext\n')
  expect(visible('a\r\nb\rc')).toBe('a\nb[U+000D]c')
  expect(visible('\u{e0041}\u0000')).toBe('[U+E0041][U+0000]')
})

describe('a timeline', () => {
  const timeline = {
    type: 'timeline',
    class: 'network',
    provenance: [],
    caption: '',
    from: '2024-02-10',
    to: '2026-02-09',
    lanes: [],
  } as const

  test('places dates between its ends and holds others at them', () => {
    expect(position(timeline, '2024-02-10')).toBe(0)
    expect(position(timeline, '2026-02-09')).toBe(1)
    expect(position(timeline, '2025-02-09')).toBeCloseTo(0.5, 2)
    expect(position(timeline, '2020-01-01')).toBe(0)
    expect(position(timeline, '2030-01-01')).toBe(1)
  })

  test('has a tick for each third month of two years, for each day only one', () => {
    expect(ticks(timeline)).toEqual([
      '2024-04-01',
      '2024-07-01',
      '2024-10-01',
      '2025-01-01',
      '2025-04-01',
      '2025-07-01',
      '2025-10-01',
      '2026-01-01',
    ])
    expect(ticks({...timeline, from: '2024-01-01', to: '2024-01-01'})).toEqual(['2024-01-01'])
    expect(position({...timeline, to: timeline.from}, timeline.from)).toBe(0)
  })
})
