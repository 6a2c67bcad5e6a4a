import {fingerprintOf} from '../../src/approvals/fingerprint.ts'
import {approvalStateOf, approvalStates} from '../../src/approvals/states.ts'
import type {ApprovalState} from '../../src/model/approval.ts'
import {dayNumber} from '../../src/model/date.ts'
import type {CinchConfig} from '../../src/model/records.gen.ts'
import type {Commit, RecordTrail, Trail} from '../../src/model/trail.ts'
import type {Workspace} from '../../src/model/workspace.ts'
import {documents} from '../helpers/records.ts'
import {workspaceOf} from '../helpers/workspace.ts'

/** The record that waits. */
export const policy = {kind: 'SanctionPolicy', id: 'sanctions', title: 'Policy', ladder: []}

/** Two persons who may, one who may no longer, and one with two roles. */
const persons = documents(
  '{kind: Person, id: okafor, name: A. Okafor, emails: [Okafor@x.example], roles: [{role: medicalDirector, from: 2024-01-01}]}',
  '{kind: Person, id: quill, name: B. Quill, emails: [quill@x.example], roles: [{role: counsel, from: 2024-01-01}]}',
  '{kind: Person, id: former, name: C. Former, roles: [{role: counsel, from: 2020-01-01, to: 2024-06-30}]}',
  '{kind: Person, id: both, name: D. Both, roles: [{role: counsel, from: 2024-01-01}, {role: medicalDirector, from: 2024-01-01}]}',
)

export const quorum: NonNullable<CinchConfig['approvals']> = [
  {
    kind: 'SanctionPolicy',
    quorum: [
      {role: 'medicalDirector', count: 1},
      {role: 'counsel', count: 1},
    ],
  },
]

interface ApprovalGiven {
  readonly id?: string
  readonly person?: string
  readonly role?: string
  readonly date?: string
  readonly verdict?: string
  /** Of what; the record as it is, left out. */
  readonly of?: object
  readonly rest?: string
}

export function approval(given: ApprovalGiven = {}): string {
  const {person = 'okafor', role = 'medicalDirector', date = '2026-01-10'} = given
  const {id = `by-${person}`, verdict = 'approved', of = policy, rest = ''} = given
  return `{kind: Approval, id: ${id}, record: {kind: SanctionPolicy, id: sanctions}, fingerprint: {algorithm: canonical-json-sha256-1, value: '${fingerprintOf(of)}'}, person: ${person}, role: ${role}, date: ${date}, verdict: ${verdict}${rest}}`
}

export const byQuill = {person: 'quill', role: 'counsel'} as const

interface Options {
  readonly asOf?: string
  readonly approvals?: CinchConfig['approvals']
  readonly trails?: readonly Trail[]
}

export function workspaceWith(
  records: readonly string[],
  {asOf = '2026-06-30', approvals, trails = []}: Options = {},
): Workspace {
  const text = documents(
    '{kind: SanctionPolicy, id: sanctions, title: Policy, ladder: []}',
    persons,
    ...records,
  )
  return workspaceOf(text, {asOf, trails, config: approvals === undefined ? {} : {approvals}})
}

/** Where the record stands under the quorum of two. */
export function stateWith(records: readonly string[], options: Options = {}): ApprovalState {
  const workspace = workspaceWith(records, {approvals: quorum, ...options})
  const state = approvalStateOf(workspace, 'SanctionPolicy', 'sanctions')
  const listed = approvalStates(workspace).find(({kind}) => kind === 'SanctionPolicy')
  if (state === undefined || JSON.stringify(listed) !== JSON.stringify(state))
    throw new Error('Expected one state of the record, however it is asked for')
  return state
}

/** State, then the reasons: the form in which it is tested. */
export function told(records: readonly string[], options: Options = {}): string[] {
  const {state, reasons} = stateWith(records, options)
  return [state, ...reasons]
}

export function commitBy(email: string, day: string, more: Partial<Commit> = {}): Commit {
  const who = {name: 'A', email, at: dayNumber(day) * 86_400}
  const hash = day.replaceAll('-', '').padEnd(40, '0')
  return {
    hash,
    parents: [],
    author: who,
    committer: who,
    subject: 's',
    signature: 'none',
    ...more,
  }
}

/** The history of one record: what it said, who said so, and when. */
export function trailOf(
  kind: string,
  id: string,
  versions: readonly (readonly [content: object, commit: Commit])[],
): RecordTrail {
  const changes = versions.map(([content, commit], index) => ({
    commit,
    type: index === 0 ? ('added' as const) : ('changed' as const),
    file: 'records.yaml',
    fingerprint: fingerprintOf(content),
  }))
  const [first, last] = [changes[0]?.commit, changes.at(-1)?.commit]
  if (first === undefined || last === undefined) throw new Error('Expected a version')
  return {root: 'main', kind, id, file: 'records.yaml', first, last, changes, events: []}
}

export function history(...records: readonly RecordTrail[]): readonly Trail[] {
  return [{status: 'complete', root: 'main', head: 'head', commits: [], records}]
}
