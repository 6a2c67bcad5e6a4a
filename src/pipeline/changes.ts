import {CannotRun, type Diagnostic} from '../model/diagnostic.ts'
import {checkIntegrity, open, type Opened, type OpenOptions} from './open.ts'

/** What of a report a change bears on, and sentences that say what was compared and left out. */
export interface Narrowed {
  readonly diagnostics: readonly Diagnostic[]
  readonly read: readonly string[]
  readonly leftOut: readonly string[]
}

/**
 * Leaves out what stood in the records before a change and is placed in none that it touches.
 *
 * @param rev - Commit that the records as read are compared with. Undefined, or all zeros as for
 *   the first push of a branch: everything is shown.
 * @param isAlwaysShown - Codes that no comparison leaves out.
 * @throws {CannotRun} When `rev` names no commit that is here.
 */
export async function narrowToChange(
  opened: Opened,
  diagnostics: readonly Diagnostic[],
  rev: string | undefined,
  {
    root,
    asOf,
    isToday = false,
    isAlwaysShown,
  }: Pick<OpenOptions, 'root' | 'asOf' | 'isToday'> & {
    readonly isAlwaysShown: (code: string) => boolean
  },
): Promise<Narrowed> {
  if (rev === undefined) return {diagnostics, read: [], leftOut: []}
  const everything = (reason: string) => ({
    diagnostics,
    read: [`Everything is shown: ${reason}.`],
    leftOut: [],
  })
  if (/^0{40,64}$/.test(rev)) return everything('the base is all zeros, so there is none')
  const commit = await commitNamed(root, rev)
  const base = await openAt(commit, {root, asOf, isToday})
  const name = `commit ${commit.slice(0, 12)}`
  if (base === null) return everything(`${name} cannot be read as a governance repository`)
  const {changeBetween, leftAlone} = await import('../validate/changed.ts')
  const change = changeBetween(base.workspace, opened.workspace)
  if (change.everything) return everything(`cinch.yaml differs from ${name}`)
  const before = [...base.diagnostics, ...(await checkIntegrity(base))]
  const alone = leftAlone(change, before, diagnostics)
  const shown = diagnostics.filter((it) => isAlwaysShown(it.code) || !alone.has(it))
  const count = diagnostics.length - shown.length
  return {
    diagnostics: shown,
    read: [
      `Compared with ${name}: records changed ${change.changed}, linked to them ${change.linked}.`,
    ],
    leftOut: [
      `${count} ${count === 1 ? 'finding' : 'findings'} in records that this change does not touch.`,
    ],
  }
}

async function commitNamed(root: string, rev: string): Promise<string> {
  const {resolveRevision} = await import('../load/git/repository.ts')
  try {
    return await resolveRevision(root, rev)
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error
    throw new CannotRun(
      error.message,
      'Fetch the whole history, with `fetch-depth: 0` on GitHub or `GIT_DEPTH: 0` on GitLab, and name a commit of it',
    )
  }
}

async function openAt(
  at: string,
  read: Pick<OpenOptions, 'root' | 'asOf' | 'isToday'>,
): Promise<Opened | null> {
  try {
    return await open({...read, overlays: [], at, history: false})
  } catch (error) {
    if (error instanceof CannotRun) return null
    throw error
  }
}
