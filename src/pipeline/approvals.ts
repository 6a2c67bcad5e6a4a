import type {ApprovalState, JudgedApproval} from '../model/approval.ts'
import {CannotRun, type Diagnostic} from '../model/diagnostic.ts'
import {meantOr} from '../model/distance.ts'
import type {Review, ReviewedField} from '../model/review.ts'
import {quoted} from '../model/show.ts'
import {viewFrom} from '../model/view.ts'
import type {Entry, Kind} from '../model/workspace.ts'
import type {Opened} from './open.ts'

/** Where each record stands, and what that leaves open. Nothing is loaded where nothing is asked. */
export async function approvalsOf({workspace}: Opened): Promise<{
  readonly states: readonly ApprovalState[]
  readonly diagnostics: readonly Diagnostic[]
}> {
  const asked = workspace.roots.some(({config}) => config.approvals !== undefined)
  if (!asked && workspace.all('Approval').length === 0) return {states: [], diagnostics: []}
  const [{approvalStates}, {approvalDiagnostics}, {kinds}] = await Promise.all([
    import('../approvals/states.ts'),
    import('../approvals/findings.ts'),
    import('../validate/schemas.ts'),
  ])
  const states = approvalStates(workspace)
  return {states, diagnostics: approvalDiagnostics(workspace, states, kinds())}
}

/** Folder of each root, by its place among the roots. */
export interface Folders {
  readonly root: string
  readonly overlays: readonly string[]
}

/** @throws {CannotRun} When the name is not `KIND/ID`, or there is no such record. */
export function entryNamed({workspace}: Opened, name: string): Entry {
  const [kind = '', id = '', ...more] = name.split('/')
  const entry = more.length > 0 ? undefined : workspace.find(kind as Kind, id)
  if (entry !== undefined) return entry
  const left = workspace.omitted?.some((it) => it.kind === kind && it.id === id) === true
  if (left)
    throw new CannotRun(
      `Unexpected record \`${name}\` that does not validate, expected one without a fault`,
      'Run `cinch validate`, correct the record, then try again',
    )
  const alike = workspace.entries.filter((it) => it.value.id === name)
  throw new CannotRun(
    `Unexpected record ${quoted(name)}, expected the kind and id of one, such as \`Protocol/diabetes-a1c\``,
    alike[0] === undefined
      ? meantOr(
          name,
          workspace.entries.map((it) => `${it.kind}/${it.value.id}`),
          '`cinch review` lists the records that wait',
        )
      : `Did you mean \`${alike[0].kind}/${name}\`?`,
  )
}

/**
 * What there is to know of a record before one approves it.
 *
 * @param opened - With history where it is to tell what changed.
 */
export async function reviewOf(opened: Opened, entry: Entry, folders: Folders): Promise<Review> {
  const {workspace} = opened
  const [{approvalStateOf}, {waitingFor}, {contentReferred}] = await Promise.all([
    import('../approvals/states.ts'),
    import('../approvals/waiting.ts'),
    import('../approvals/relied-on.ts'),
  ])
  const state = approvalStateOf(workspace, entry.kind, entry.value.id) as ApprovalState
  const older = state.approvals.find((it) => !it.current && it.verdict !== 'refused')
  return {
    state,
    waiting: waitingFor(workspace, state).map(({persons, ...rest}) => ({
      ...rest,
      persons: persons.map((id) => ({
        id,
        name: workspace.find('Person', id)?.value.name ?? id,
      })),
    })),
    reliesOn: contentReferred(viewFrom(workspace, entry.root), entry).map(({kind, value}) => ({
      kind,
      id: value.id,
      state: approvalStateOf(workspace, kind, value.id)?.state ?? 'notRequired',
    })),
    since:
      older === undefined || state.state === 'approved'
        ? null
        : {approval: older, fields: await fieldsSince(opened, entry, older, folders)},
  }
}

async function fieldsSince(
  opened: Opened,
  entry: Entry,
  approval: JudgedApproval,
  folders: Folders,
): Promise<readonly ReviewedField[] | null> {
  const then = await contentApproved(opened, entry, approval, folders)
  if (then === null) return null
  const [{fieldChanges}, schemas] = await Promise.all([
    import('../diff/fields.ts'),
    import('../validate/schemas.ts'),
  ])
  const {workspace} = opened
  const find = (kind: string, id: string) => workspace.find(kind as Kind, id)?.value
  const records = {before: then, after: entry.value}
  const knowledge = {schemaOf: schemas.schemaOf, resolved: schemas.resolved, thresholds: []}
  const changes = fieldChanges(
    {knowledge, context: {records, find: {before: find, after: find}}},
    schemas.schemaOf(entry.kind),
    'network',
  )
  return changes.map((it) => ({
    field: it.field,
    class: it.class,
    rule: it.rule,
    action: it.action,
    before: it.before ?? null,
    after: it.after ?? null,
  }))
}

/** The record as the history holds it under the fingerprint of an approval; null where it does not. */
async function contentApproved(
  {workspace}: Opened,
  entry: Entry,
  approval: JudgedApproval,
  {root, overlays}: Folders,
): Promise<object | null> {
  const place = workspace.roots.findIndex(({name}) => name === entry.root)
  const folder = place <= 0 ? root : overlays[place - 1]
  const bound = workspace.find('Approval', approval.id)?.value.fingerprint.value
  const change = workspace
    .trail(entry.kind, entry.value.id)
    ?.changes.findLast((it) => it.fingerprint === bound)
  if (folder === undefined || change === undefined) return null
  const [{openCommit}, {parseSources}] = await Promise.all([
    import('../load/git/store.ts'),
    import('../load/source.ts'),
  ])
  const store = await openCommit(folder, change.commit.hash)
  const text = new TextDecoder().decode(store.read(change.file))
  const found = parseSources(entry.root, change.file, text).sources.find(({value}) => {
    const {kind, id} = (value ?? {}) as {kind?: unknown; id?: unknown}
    return kind === entry.kind && id === entry.value.id
  })
  return (found?.value as object | undefined) ?? null
}

/**
 * The records that wait, each with what there is to know; ordered as the states are.
 *
 * @param person - Only those that this person could approve.
 */
export async function waitingReviews(
  opened: Opened,
  states: readonly ApprovalState[],
  folders: Folders,
  person?: string,
): Promise<readonly Review[]> {
  const reviews: Review[] = []
  for (const {state, kind, id} of states) {
    const entry = opened.workspace.find(kind, id)
    if (state === 'approved' || state === 'notRequired' || entry === undefined) continue
    const review = await reviewOf(opened, entry, folders)
    const may = review.waiting.some((it) => it.persons.some((one) => one.id === person))
    if (person === undefined || may) reviews.push(review)
  }
  return reviews
}
