import {judgeApproval} from '../approvals/judge.ts'
import type {ApprovalPolicy, JudgedApproval} from '../model/approval.ts'
import {CannotRun} from '../model/diagnostic.ts'
import {startOf} from '../model/location.ts'
import type {Approval} from '../model/records.gen.ts'
import {viewFrom} from '../model/view.ts'
import type {Entry, Workspace} from '../model/workspace.ts'
import type {Folders} from './approvals.ts'
import type {Opened} from './open.ts'

/** What a person says of a record. */
export interface Verdict {
  readonly person: string
  readonly role: string
  readonly verdict: Approval['verdict']
  /** `YYYY-MM-DD`. */
  readonly date: string
  /** Ids of Exhibit records. */
  readonly reliedOn: readonly string[]
}

/** An Approval record, ready to be written. */
export interface PreparedApproval {
  readonly record: Approval
  /** Folder of the root that holds the record approved. */
  readonly folder: string
  /** From that folder. */
  readonly path: string
  readonly text: string
  /** How it would be judged once it stands there. */
  readonly judged: JudgedApproval
  readonly policy: ApprovalPolicy | null
}

/**
 * The Approval record that says what a person says, bound to the content of the record as it was
 * read. It is written nowhere yet.
 *
 * @throws {CannotRun} When the person or an exhibit is not on record, or the configuration would
 *   not read the file as a record.
 */
export async function prepareApproval(
  opened: Opened,
  entry: Entry,
  said: Verdict,
  {root, overlays}: Folders,
): Promise<PreparedApproval> {
  // Nothing of another root is written beside the record.
  const workspace = viewFrom(opened.workspace, entry.root)
  expectKnown(workspace, said)
  const [{fingerprintAlgorithm, fingerprintOf}, {historyOf}, {policiesOf}, {contentReferred}] =
    await Promise.all([
      import('../approvals/fingerprint.ts'),
      import('../approvals/history.ts'),
      import('../approvals/policy.ts'),
      import('../approvals/relied-on.ts'),
    ])
  const exhibits = said.reliedOn.flatMap((it) => workspace.find('Exhibit', it) ?? [])
  const content = [...new Set<Entry>([...contentReferred(workspace, entry), ...exhibits])]
  const unnamed = {
    record: {kind: entry.kind, id: entry.value.id},
    fingerprint: {algorithm: fingerprintAlgorithm, value: fingerprintOf(entry.value)},
    person: said.person,
    role: said.role,
    date: said.date,
    verdict: said.verdict,
    ...(said.reliedOn.length === 0 ? {} : {reliedOn: [...said.reliedOn]}),
    ...(content.length === 0
      ? {}
      : {
          reliedOnContent: content.map(({kind, value}) => ({
            kind,
            id: value.id,
            fingerprint: fingerprintOf(value),
          })),
        }),
  } as const
  const id = idOf(entry.value.id, said.person, fingerprintOf(unnamed))
  const record: Approval = {kind: 'Approval', id, ...unnamed}
  const path = await pathOf(opened, entry, id)
  const {documentText} = await import('../write/documents.ts')
  const place = workspace.roots.findIndex(({name}) => name === entry.root)
  const policy = policiesOf(workspace.roots).get(entry.kind) ?? null
  const draft: Entry<'Approval'> = {
    kind: 'Approval',
    value: record,
    root: entry.root,
    file: path,
    locate: () => startOf(path, entry.root),
  }
  return {
    record,
    folder: (place <= 0 ? root : overlays[place - 1]) ?? root,
    path,
    text: await documentText(record),
    judged: judgeApproval(workspace, {entry, history: historyOf(workspace, entry), policy}, draft),
    policy,
  }
}

function expectKnown(workspace: Workspace, {person, reliedOn}: Verdict): void {
  if (workspace.find('Person', person) === undefined)
    throw new CannotRun(
      `Unexpected person \`${person}\`, expected the id of a Person record that the readers of the record have`,
      'Add the person with the role and the day it began, or correct the id',
    )
  const unknown = reliedOn.find((it) => workspace.find('Exhibit', it) === undefined)
  if (unknown !== undefined)
    throw new CannotRun(
      `Unexpected exhibit \`${unknown}\`, expected the id of an Exhibit record that the readers of the record have`,
      'Register the document as an Exhibit first, or correct the id',
    )
}

/**
 * A name that two people on two branches do not both give, and that one verdict always gets: the
 * record, the person, and eight digits of the hash of all that the approval says. At most 80
 * characters, as ids are.
 */
function idOf(record: string, person: string, hash: string): string {
  const words = `${record}-${person}`.slice(0, 71).replace(/-+$/, '')
  return `${words}-${hash.slice(0, 8)}`
}

/** A file of its own, beside the approvals that are there already. */
async function pathOf({workspace}: Opened, entry: Entry, id: string): Promise<string> {
  const there = workspace
    .all('Approval')
    .find(({root, file}) => root === entry.root && /(?:^|\/)approvals\/[^/]+$/.test(file))
  const base = entry.file.startsWith('records/') ? 'records/approvals' : 'approvals'
  const folder = there === undefined ? base : there.file.slice(0, there.file.lastIndexOf('/'))
  const path = `${folder}/${id}.yaml`
  const {readListing} = await import('../load/listing.ts')
  const root = workspace.roots.find(({name}) => name === entry.root)
  const listing = readListing(entry.root, root?.config ?? {}, root?.configSource)
  if (listing.ignored(path) !== undefined || listing.use(path) !== 'record')
    throw new CannotRun(
      `Unexpected configuration that reads \`${path}\` as no record, expected a record glob for approvals`,
      `Add \`${folder}/*.yaml\` to \`records\` in cinch.yaml`,
    )
  return path
}
