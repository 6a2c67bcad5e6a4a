import {describe, expect, test} from 'vitest'
import {approvalDiagnostics} from '../../src/approvals/findings.ts'
import {approvalStates} from '../../src/approvals/states.ts'
import type {Workspace} from '../../src/model/workspace.ts'
import {
  approval,
  byQuill,
  commitBy,
  history,
  policy,
  quorum,
  trailOf,
  workspaceWith,
} from './approved.ts'

const kinds = ['SanctionPolicy', 'Protocol', 'Approval']
const older = {...policy, title: 'Policy of 2024'}

function codes(workspace: Workspace): string[] {
  const found = approvalDiagnostics(workspace, approvalStates(workspace), kinds)
  return found.map(({code, severity}) => `${severity} ${code}`)
}

test.each([
  ['nothing', [], ['warning approval/missing']],
  ['one of two', [approval()], ['warning approval/partial']],
  ['both', [approval(), approval(byQuill)], []],
  [
    'both of other content',
    [approval({of: older}), approval({...byQuill, of: older})],
    ['warning approval/stale'],
  ],
  ['a refusal', [approval({verdict: 'refused'})], ['warning approval/refused']],
  [
    'one by who never held the role',
    [approval({person: 'quill'})],
    ['warning approval/missing', 'warning approval/not-counted'],
  ],
])('under a policy: %s', (_name, records, expected) => {
  expect(codes(workspaceWith(records, {approvals: quorum}))).toEqual(expected)
})

test.each([
  ['nothing', [], []],
  ['one that counts', [approval()], []],
  ['one of other content', [approval({of: older})], ['warning approval/stale']],
  ['one of other content, and one again', [approval({of: older}), approval(byQuill)], []],
  ['one by who never held the role', [approval({person: 'quill'})], []],
])('without a policy: %s', (_name, records, expected) => {
  expect(codes(workspaceWith(records))).toEqual(expected)
})

test('a message says what is there, who is asked for, and what to do', () => {
  const workspace = workspaceWith([approval({of: older}), approval(byQuill)], {
    approvals: quorum,
    trails: history(
      trailOf('SanctionPolicy', 'sanctions', [
        [older, commitBy('a@x.example', '2025-01-01')],
        [policy, commitBy('a@x.example', '2026-01-10')],
      ]),
    ),
  })
  const found = approvalDiagnostics(workspace, approvalStates(workspace), kinds)
  expect(found.filter(({code}) => code !== 'approval/unknown-author')).toMatchObject([
    {
      message:
        'Unexpected record `SanctionPolicy/sanctions` with part of its approvals: the content has changed since `by-okafor` of 2026-01-10, by commit 202601100000 of 2026-01-10; 1 more in the role `medicalDirector` is asked for, expected 1 medicalDirector and 1 counsel',
      help: '`cinch review SanctionPolicy/sanctions` shows what changed; then each writes `cinch approve SanctionPolicy/sanctions`',
      location: {start: {line: 1, column: 28}},
      related: [{message: 'bound to other content on 2026-01-10'}],
    },
  ])
})

test('a policy for a kind that does not exist, or for approvals themselves, is an error', () => {
  const asked = (kind: string) =>
    workspaceWith([], {approvals: [{kind, quorum: [{role: 'counsel', count: 1}]}]})
  expect(codes(asked('SanctionPolicies'))).toEqual(['error approval/policy'])
  expect(codes(asked('Approval'))).toEqual(['error approval/policy'])
  const [found] = approvalDiagnostics(asked('SanctionPolicies'), [], kinds)
  expect(found?.help).toBe('Did you mean `SanctionPolicy`?')
})

test('a policy of an overlay asks for nothing, and says so', () => {
  const workspace = workspaceWith([])
  const [root] = workspace.roots
  if (root === undefined) throw new Error('Expected a root')
  const roots = [root, {...root, name: 'overlay-1', config: {...root.config, approvals: quorum}}]
  expect(codes({...workspace, roots})).toEqual(['warning approval/policy'])
})

test('an approval of no record is told, but not where the record is in error', () => {
  const lost = approval().replace('id: sanctions}', 'id: gone}')
  const workspace = workspaceWith([lost])
  expect(codes(workspace)).toEqual(['warning approval/unresolved'])
  const omitted = [{root: 'main', file: 'a.yaml', kind: 'SanctionPolicy', id: 'gone'}]
  expect(codes({...workspace, omitted})).toEqual([])
})

describe('a change from an address that is nobody’s on record', () => {
  const nobody = 'nobody@x.example'
  const trails = history(
    trailOf('SanctionPolicy', 'sanctions', [
      [older, commitBy('Nobody@x.example', '2025-01-01')],
      [policy, commitBy(nobody, '2026-01-10')],
    ]),
  )
  function found({records = [], asked = quorum, of = trails}: Partial<Given> = {}) {
    const workspace = workspaceWith(records, {approvals: asked, trails: of})
    return approvalDiagnostics(workspace, approvalStates(workspace), kinds).filter(
      ({code}) => code === 'approval/unknown-author',
    )
  }
  interface Given {
    readonly records: readonly string[]
    readonly asked: typeof quorum
    readonly of: typeof trails
  }
  const agreed = [approval(), approval(byQuill)]
  const anyone = quorum.map((it) => ({...it, authorExcluded: false}))

  test('is told once, as a warning, until those who are asked have agreed', () => {
    const [one, ...more] = found()
    expect(more).toEqual([])
    expect(one?.severity).toBe('warning')
    expect(one?.message).toMatch(
      /^Unexpected address `nobody@x\.example` on the change of `SanctionPolicy\/sanctions` in commit `.*have not agreed to it since$/,
    )
    expect(found({records: [approval()]})[0]?.severity).toBe('warning')
    expect(
      found({records: [approval({of: older}), approval({...byQuill, of: older})]}),
    ).toMatchObject([{severity: 'warning'}])
  })

  test('is a note once they have, who cannot show that none of them made it', () => {
    expect(found({records: agreed})).toMatchObject([
      {
        severity: 'note',
        message: expect.stringContaining('cannot be left out of those who approve'),
      },
    ])
  })

  test('counts where authors may approve, too', () => {
    expect(found({asked: anyone})[0]?.severity).toBe('warning')
    const [note] = found({asked: anyone, records: agreed})
    expect(note?.severity).toBe('note')
    expect(note?.message).not.toContain('left out')
  })

  test('is not one of a person on record, by address or key', () => {
    const by = (email: string, more = {}) =>
      found({
        of: history(
          trailOf('SanctionPolicy', 'sanctions', [[policy, commitBy(email, '2026-01-10', more)]]),
        ),
      })
    const signed = (person: string) =>
      by(nobody, {signature: 'good', signed: {state: 'good', person, key: 'SHA256:x'}})
    expect(by('QUILL@x.example')).toEqual([])
    expect(signed('quill')).toEqual([])
    // A file of keys may list one for somebody who is nobody on record.
    expect(signed('someone@elsewhere.example')).toHaveLength(1)
  })

  test('is nothing where no policy asks for an approval', () => {
    expect(found({asked: [{...quorum[0], kind: 'Protocol'} as (typeof quorum)[number]]})).toEqual(
      [],
    )
  })
})
