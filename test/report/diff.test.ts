import {expect, test} from 'vitest'
import type {Comparison, RecordChange} from '../../src/model/change.ts'
import {changesAt, diffLevels, weakenedUnapproved} from '../../src/model/change.ts'
import {discreetText} from '../../src/report/diff-discreet.ts'
import {diffJson} from '../../src/report/diff-json.ts'
import {diffMarkdown} from '../../src/report/diff-markdown.ts'
import {diffText} from '../../src/report/diff.ts'

const hostile =
  'Evil `x` </details><script>alert(1)</script> ![i](http://e.example) @team \u202eesrever\u001b[2J\n# Big |'

function change(rest: Partial<RecordChange> = {}): RecordChange {
  return {
    class: 'weakened',
    sentence: `Protocol retired: ${hostile}`,
    action: 'changed',
    root: 'main',
    kind: 'Protocol',
    id: 'asthma',
    field: 'retired',
    rule: 'ends',
    before: null,
    after: '2026-02-01',
    confidentiality: 'network',
    location: {
      file: 'records/`protocols`.yaml',
      start: {line: 3, column: 1},
      end: {line: 3, column: 5},
    },
    ...rest,
  }
}

function comparison(rest: Partial<Comparison> = {}): Comparison {
  return {
    from: {name: 'v1', commit: 'a'.repeat(40)},
    to: {name: 'worktree', commit: null},
    asOf: '2026-06-30',
    read: ['Read main (network): commit aaaaaaaaaaaa.'],
    changes: [change()],
    approvals: [],
    results: [],
    readiness: [],
    ...rest,
  }
}

const secret = change({
  kind: 'CorrectiveAction',
  id: 'case-7',
  sentence: 'Case opened: case-7 (2026-02-03)',
  class: 'recorded',
  field: null,
  action: 'added',
  confidentiality: 'peerReview',
})

test('a terminal shows every change within 80 columns, and nothing that moves the cursor', async () => {
  const long = change({sentence: `Protocol retired: ${'many words '.repeat(30)}`})
  const text = await diffText(comparison({changes: [change(), long, secret]}), {
    width: 80,
    colour: false,
  })
  expect(text).toContain('From v1 (aaaaaaaaaaaa) to the working tree.')
  expect(text).toContain('Weakened (2)')
  expect(text).toContain('Recorded (1)\n  - Case opened: case-7 (2026-02-03)')
  expect(text).toContain('peer review')
  expect(text).toContain('not approved')
  expect(text).toContain('3 changes: 2 weakened, 1 recorded. Weakened without an approval of the')
  expect(text.replaceAll(/\n/g, '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  const wide = text.split('\n').filter((it) => it.length > 80)
  expect(wide).toEqual([])
})

test('nothing changed is said', async () => {
  const text = await diffText(comparison({changes: []}), {width: 80, colour: false})
  expect(text).toContain('No record changed.')
  expect(text).toContain('0 changes.')
})

test('approvals and assessments that moved are told after the changes', async () => {
  const text = await diffText(
    comparison({
      approvals: [
        {kind: 'Protocol', id: 'asthma', before: 'approved', after: 'stale', reasons: ['why']},
        {kind: 'Protocol', id: 'other', before: 'missing', after: 'missing', reasons: []},
      ],
      results: [
        {
          line: 'ppo',
          rule: 'C3',
          title: 'reviewed',
          before: 'supported',
          after: 'absent',
          because: ['Protocol/asthma'],
        },
      ],
      readiness: [{line: 'ppo', before: 'readyForCounselsReview', after: 'notReady'}],
    }),
    {width: 80, colour: false},
  )
  expect(text).toContain(
    'Approvals that do not hold now (1)\n  - Protocol/asthma: approved -> stale\n      why',
  )
  expect(text).toContain("ppo: readiness ready for counsel's review -> not ready")
  expect(text).toContain(
    'ppo: C3 reviewed: supported -> absent\n      rests on changed records: Protocol/asthma',
  )
})

test('markdown reads no markup of a record, and never shows what is above the network', () => {
  const text = diffMarkdown(
    comparison({
      changes: [change(), secret],
      approvals: [
        {kind: 'CorrectiveAction', id: 'case-7', before: null, after: 'missing', reasons: []},
      ],
      results: [
        {
          line: 'ppo',
          rule: 'E3',
          title: 't',
          before: 'supported',
          after: 'absent',
          because: ['CorrectiveAction/case-7'],
        },
      ],
    }),
    {discreet: false, found: 0},
  )
  // Outside of code spans stands only what the program wrote.
  const outside = text.replaceAll(/`[^`\n]*`/g, '')
  expect(outside).not.toMatch(/script|e\.example|@team|Evil|Big/)
  expect(outside.match(/<\/?details>/g)).toHaveLength(6)
  expect(text).toContain('- 1 change of class peer review, not shown here')
  expect(text).not.toContain('case-7')
  expect(text).toContain('- `ppo`: E3: supported to **absent**')
  expect(text.replaceAll(/\n/g, '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
})

test('a comment stays within what a host takes, however many changes there are', () => {
  const changes = (['weakened', 'unclassified', 'recorded'] as const).flatMap((of) =>
    Array.from({length: 1000}, () => change({class: of})),
  )
  const text = diffMarkdown(comparison({changes}), {discreet: false, found: 0})
  expect(text.length).toBeLessThan(65_536)
  expect(text).toContain('more, not shown here')
})

test('a build log shows places, kinds and fields in the order of places, and no more', () => {
  const changes = [change(), secret, change({class: 'strengthened', field: 'reviews[]'})]
  const text = discreetText(comparison({changes}), 1)
  expect(text).toContain('Protocol.retired changed')
  expect(text).toContain('CorrectiveAction added')
  expect(text).toContain('3 changes; at the threshold asked for: 1.')
  const unasked = {discreet: true, found: null}
  expect(diffMarkdown(comparison({changes}), unasked)).toContain('\n3 changes.\n')
  expect(discreetText(comparison({changes}), null)).toContain('\n3 changes.\n')
  for (const words of [text, diffMarkdown(comparison({changes}), {discreet: true, found: 1})])
    expect(words).not.toMatch(/Evil|case-7|weakened|strengthened|asthma|2026-02/i)
  const json: unknown = JSON.parse(
    diffJson(comparison({changes}), {
      toolVersion: '1.0.0',
      failOn: 'weakened',
      exitCode: 1,
      discreet: true,
    }),
  )
  expect(json).toMatchObject({discreet: true, atThreshold: 1, results: null, approvals: []})
  expect(JSON.stringify(json)).not.toMatch(/Evil|case-7|strengthened|asthma/)
})

test('of an overlay a build log shows the root alone, and a comment not even a name', () => {
  const meeting = change({
    root: 'counsel',
    kind: 'Meeting',
    id: 'canary',
    sentence: 'canary',
    confidentiality: 'privileged',
    location: {
      file: 'canary.yaml',
      start: {line: 3, column: 1},
      end: {line: 3, column: 5},
      root: 'counsel',
    },
  })
  const told = comparison({
    changes: [change(), meeting],
    approvals: [
      {
        root: 'counsel',
        kind: 'Protocol',
        id: 'canary',
        before: 'approved',
        after: 'stale',
        reasons: [],
      },
      {kind: 'Protocol', id: 'asthma', before: 'approved', after: 'stale', reasons: []},
    ],
    results: [
      {
        line: 'ppo',
        rule: 'A5',
        title: 't',
        before: 'supported',
        after: 'weak',
        because: ['Meeting/canary', 'Protocol/asthma'],
      },
    ],
  })
  const output = {toolVersion: '1.0.0', failOn: 'never', exitCode: 0, discreet: true} as const
  expect(discreetText(told, 0)).toContain('\ncounsel:cinch.yaml:1:1 Record changed\n')
  const comment = diffMarkdown(told, {discreet: false, found: 0})
  expect(comment).toContain('Protocol/asthma')
  expect(comment).toContain('A5: supported to **weak**, rests on `Protocol/asthma`')
  for (const text of [
    discreetText(told, 0),
    diffJson(told, output),
    diffMarkdown(told, {discreet: true, found: 0}),
    comment,
  ])
    expect(text).not.toMatch(/canary|Meeting/)
})

test('what is weakened counts as approved only where its content is', () => {
  const changes = [
    change(),
    change({kind: 'CinchConfig', id: 'cinch'}),
    change({class: 'unclassified', id: 'other'}),
  ]
  const with_ = (after: string) =>
    comparison({
      changes,
      approvals: [{kind: 'Protocol', id: 'asthma', before: null, after, reasons: []}],
    })
  expect(weakenedUnapproved(with_('approved')).map(({kind}) => kind)).toEqual(['CinchConfig'])
  for (const after of ['stale', 'missing', 'partial', 'refused', 'notRequired'])
    expect(weakenedUnapproved(with_(after))).toHaveLength(2)
  expect(changesAt(with_('approved'), 'never')).toHaveLength(0)
  expect(changesAt(with_('approved'), 'weakened-unapproved')).toHaveLength(1)
  expect(changesAt(with_('approved'), 'weakened')).toHaveLength(2)
  expect(changesAt(with_('approved'), 'unclassified')).toHaveLength(3)
})

test('an approval covers the record of its own root, and no document', () => {
  const approvals = [
    {kind: 'Protocol', id: 'asthma', before: null, after: 'approved', reasons: []},
    {kind: 'Exhibit', id: 'minutes', before: null, after: 'approved', reasons: []},
  ]
  const changes = [
    change(),
    change({root: 'overlay-1'}),
    change({kind: 'Exhibit', id: 'minutes', field: 'retainUntil'}),
    change({kind: 'Exhibit', id: 'minutes', field: 'file'}),
  ]
  const found = weakenedUnapproved(comparison({changes, approvals}))
  expect(found.map(({root, field}) => [root, field])).toEqual([
    ['overlay-1', 'retired'],
    ['main', 'file'],
  ])
})

test('what cannot be read on the second side reaches every threshold', () => {
  const unread = (unreadOn: 'first' | 'second' | 'both') =>
    comparison({changes: [change({class: 'unclassified', action: 'unread', unreadOn})]})
  for (const [on, expected] of [
    ['first', [0, 0, 0, 1]],
    ['second', [0, 1, 1, 1]],
    ['both', [0, 1, 1, 1]],
  ] as const)
    expect(diffLevels.map((it) => changesAt(unread(on), it).length)).toEqual(expected)
})
