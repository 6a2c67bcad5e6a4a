import {existsSync} from 'node:fs'
import {CannotRun, type Diagnostic} from '../model/diagnostic.ts'
import {exceptionMonths} from '../model/exception.ts'
import type {Inventory} from '../model/inventory.ts'
import {compareText} from '../model/location.ts'
import {counselRemovals, rolesOnRecord, type SealHistory} from '../model/seal.ts'
import type {Root, Sources} from '../model/source.ts'
import type {Trail} from '../model/trail.ts'
import type {Inputs} from '../seal/inputs.ts'
import {viewFrom} from '../model/view.ts'
import type {Workspace} from '../model/workspace.ts'

export interface OpenOptions {
  readonly root: string
  readonly overlays: readonly string[]
  /** Read the last commit of the main line by this date, `YYYY-MM-DD`, not the one at `at`. */
  readonly knownOn?: string
  /** `worktree`, or a revision. `HEAD` falls back to the working tree where there is no commit. */
  readonly at: string
  readonly asOf: string
  /** Whether that is today and nobody named it: what is dated later has not happened. */
  readonly isToday?: boolean
  readonly history: boolean
  /** A file of keys, against which alone signatures are checked. */
  readonly allowedSigners?: string
  /** Cannot run without a whole history: the trail and the dossier rest on it. */
  readonly historyRequired?: boolean
  /** Whether the caller named the revision: what else the working tree holds is then no matter. */
  readonly pinned?: boolean
  /** Read the commit as if it were checked out: nothing of the working tree is told. */
  readonly asCommitted?: boolean
  /** Look at the seals, where the history is read; default true. */
  readonly seals?: boolean
  /**
   * Of the records read those alone that say whose the keys are, which is all that a history needs:
   * then nothing else is read, searched or checked, and `diagnostics` are not all there are.
   */
  readonly keysOnly?: boolean
  /** A main root without a record file is read like any other; default false. */
  readonly mayBeEmpty?: boolean
}

export interface Opened {
  /** Folder of the main root, as it was named. */
  readonly folder: string
  readonly workspace: Workspace
  /** Of loading and validation. */
  readonly diagnostics: readonly Diagnostic[]
  readonly trails: readonly Trail[]
  /** One sentence a root: what was read, and what was not. */
  readonly read: readonly string[]
  readonly inventory: Inventory
  /** Why a dossier of this is a draft; null where it is not. */
  readonly draft: string | null
}

/** `load` and `validate`: the records of every root, checked. */
export async function open(options: OpenOptions): Promise<Opened> {
  const [{loadSources}, {validate}, {readTable}, {checkPrograms}, programs] = await Promise.all([
    import('../load/load.ts'),
    import('../validate/validate.ts'),
    import('../tables/csv.ts'),
    import('../validate/programs.ts'),
    import('../law/programs.ts'),
  ])
  const {at, states} = await whatToRead(options)
  const trailIn = trailsIn(options, states)
  const keysOnly = options.keysOnly === true && options.history && at !== 'worktree'
  const sources = await loadSources({
    root: options.root,
    overlays: options.overlays,
    mayBeEmpty: options.mayBeEmpty ?? false,
    at,
    ...(at === 'worktree'
      ? {}
      : {store: (root) => storeAt(root, states.get(root)?.commit ?? at, !keysOnly)}),
    ...(keysOnly ? {only: keyFiles(trailIn)} : {}),
    commitOf: async (root) => states.get(root)?.commit ?? null,
    uncommittedOf: async (root) => states.get(root)?.uncommitted ?? null,
  })
  const folders = [options.root, ...options.overlays]
  const trails: Trail[] = []
  for (const [index, {name}] of options.history ? sources.roots.entries() : [])
    trails.push(await trailIn(name, folders[index] ?? options.root))
  const inMessages = trails.flatMap((it) => (it.status === 'complete' ? (it.hits ?? []) : []))
  const searched = {...sources, hits: [...sources.hits, ...inMessages]}
  const {workspace: valid, diagnostics} = validate(searched, {
    asOf: options.asOf,
    isToday: options.isToday === true,
    trails,
    readTable,
    ...(await knownThresholds(sources.roots)),
  })
  const {withSignatures} = await import('./signatures.ts')
  const checked = await withSignatures(valid, options)
  const seals = options.seals === false ? [] : await sealsOf(options, checked, checked.trails)
  const workspace = seals.length === 0 ? checked : {...checked, seals}
  const stated = checkPrograms(workspace, {
    statementsIn: programs.outdatedStatements,
    knownFrom: programs.programsKnownFrom,
    register: programs.programs,
  })
  const all = [...sources.diagnostics, ...diagnostics, ...stated]
  return {
    folder: options.root,
    workspace,
    diagnostics: all,
    trails: workspace.trails,
    read: [...sources.roots.map((it) => readSentence(it, at)), ...trailSentences(trails)],
    inventory: inventoryOf(sources, workspace),
    draft: draftOf(sources.roots, at, options.pinned === true),
  }
}

/** The thresholds of all tests, where a root sets one; else no test has to be loaded. */
async function knownThresholds(roots: readonly Root[]) {
  if (roots.every(({config}) => !Object.hasOwn(config, 'thresholds'))) return {}
  const {rules} = await import('../rules/index.ts')
  return {knownThresholds: [...rules.flatMap((it) => it.thresholds), exceptionMonths]}
}

/** Evidence that does not match its hash, and content that may not be kept. */
export async function checkIntegrity({workspace}: Opened): Promise<readonly Diagnostic[]> {
  const {integrityDiagnostics} = await import('../validate/integrity.ts')
  return integrityDiagnostics(workspace)
}

interface RootState {
  readonly commit: string | null
  readonly uncommitted: readonly string[] | null
}

/** Which tree is read, and the state of git in every root. */
async function whatToRead(options: OpenOptions) {
  const {root, overlays, at, history, knownOn} = options
  const states = new Map<string, RootState>()
  // `validate` on a working tree needs nothing of git.
  if (at === 'worktree' && !history) return {at, states}
  const {knownRevision, openRepository, resolveRevision} = await import('../load/git/repository.ts')
  const {uncommitted} = await import('../load/git/uncommitted.ts')
  let committed = true
  for (const folder of [root, ...overlays]) {
    // Loading says so, in its own words.
    if (!existsSync(folder)) continue
    const repository = await openRepository(folder)
    const hasCommit = repository.status !== 'none' && repository.head !== null
    if (!hasCommit) committed = false
    states.set(folder, {
      commit:
        knownOn !== undefined
          ? await knownRevision(folder, knownOn)
          : hasCommit && at !== 'worktree'
            ? await resolveRevision(folder, at)
            : null,
      uncommitted: options.asCommitted === true ? [] : await uncommitted(folder),
    })
  }
  if (!committed && at === 'HEAD') {
    for (const [folder, state] of states) states.set(folder, {...state, commit: null})
    return {at: 'worktree', states}
  }
  return {at, states}
}

async function storeAt(root: string, at: string, ahead: boolean) {
  const {openCommit} = await import('../load/git/store.ts')
  return openCommit(root, at, ahead)
}

type TrailIn = (name: string, folder: string) => Promise<Trail>

/** Reads the history of a root when it is first asked for. */
function trailsIn(options: OpenOptions, states: ReadonlyMap<string, RootState>): TrailIn {
  const known = new Map<string, Promise<Trail>>()
  return (name, folder) => {
    const trail = known.get(name) ?? trailOf(options, name, folder, states)
    known.set(name, trail)
    return trail
  }
}

async function trailOf(
  {at, historyRequired}: OpenOptions,
  name: string,
  folder: string,
  states: ReadonlyMap<string, RootState>,
): Promise<Trail> {
  const {readTrail} = await import('../load/git/history.ts')
  const commit = at === 'worktree' ? 'HEAD' : (states.get(folder)?.commit ?? at)
  const trail = await readTrail({root: folder, rootName: name, at: commit})
  if (historyRequired === true && trail.status !== 'complete')
    throw new CannotRun(`Expected the whole history of ${name}: ${trail.reason}`)
  return trail
}

function keyFiles(trailIn: TrailIn) {
  return async (name: string, folder: string) => {
    const {filesOfPeople} = await import('../load/git/records.ts')
    return filesOfPeople(await trailIn(name, folder))
  }
}

/** Seals of the roots whose history was read. */
async function sealsOf(
  {root, overlays, allowedSigners}: OpenOptions,
  workspace: Workspace,
  trails: readonly Trail[],
): Promise<readonly SealHistory[]> {
  if (trails.length === 0) return []
  const [{openRepository}, {readSealHistory}, {sealKeys}] = await Promise.all([
    import('../load/git/repository.ts'),
    import('../seal/history.ts'),
    import('./signatures.ts'),
  ])
  const folders = [root, ...overlays]
  const signers = allowedSigners === undefined ? 'records' : 'file'
  const removals = counselRemovals(workspace)
  const histories: SealHistory[] = []
  for (const [index, trail] of trails.entries()) {
    const repository = await openRepository(folders[index] ?? root)
    if (trail.status !== 'complete' || repository.status === 'none') continue
    const {root: rootName, head: commit} = trail
    const keys = await sealKeys(viewFrom(workspace, rootName), allowedSigners)
    const inputsAt = inputsIn(folders[index] ?? root, workspace.asOf)
    const reading = {
      repository,
      rootName,
      commit,
      keys,
      roles: rolesOnRecord(viewFrom(workspace, rootName)),
      asOf: workspace.asOf,
      signers,
      removals,
      inputsAt,
      trail,
    } as const
    const read = await readSealHistory(reading)
    if (read.seals.length > 0 || read.problems.length > 0) histories.push(read)
  }
  return histories
}

/** The inputs at a commit of one root, by the same reading as when it was sealed. */
export function inputsIn(root: string, asOf: string) {
  return async (at: string): Promise<Inputs | null> => {
    const {inputsOf} = await import('../seal/inputs.ts')
    try {
      const {workspace} = await open({
        root,
        overlays: [],
        at,
        asOf,
        history: false,
        pinned: true,
        asCommitted: true,
      })
      return inputsOf(workspace)
    } catch (error) {
      if (error instanceof CannotRun) return null
      throw error
    }
  }
}

function readSentence(
  {name, class: confidentiality, commit, uncommitted}: Root,
  at: string,
): string {
  const what = commit === null ? 'working tree' : `commit ${commit.slice(0, 12)}`
  const changes = uncommitted?.length ?? 0
  const pending =
    changes === 0
      ? ''
      : at === 'worktree'
        ? `; uncommitted paths read as they are: ${changes}`
        : `; uncommitted paths not read: ${changes}`
  return `Read ${name} (${confidentiality}): ${what}${pending}.`
}

function trailSentences(trails: readonly Trail[]): string[] {
  return trails.flatMap((it) => {
    if (it.status !== 'complete') return [`History of ${it.root} is not available: ${it.reason}.`]
    const versions = (it.unread ?? []).reduce((sum, one) => sum + one.versions, 0)
    return versions === 0
      ? []
      : [
          `Versions of large files in the history of ${it.root} that were not read: ${versions}; \`cinch trail --verify\` names the files.`,
        ]
  })
}

function draftOf(roots: readonly Root[], at: string, pinned: boolean): string | null {
  const changes = roots.reduce((sum, {uncommitted}) => sum + (uncommitted?.length ?? 0), 0)
  if (at === 'worktree') return `Draft: read from a working tree; paths not committed: ${changes}`
  return changes > 0 && !pinned
    ? `Draft: the working tree differs from the commit read; paths not in this dossier: ${changes}`
    : null
}

function inventoryOf(sources: Sources, workspace: Workspace): Inventory {
  const counts = new Map<string, number>()
  for (const {kind} of workspace.entries) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return {
    recordDocuments: sources.counts.records,
    records: Object.fromEntries([...counts].sort(([a], [b]) => compareText(a, b))),
    tables: sources.files.filter(({use}) => use === 'table').length,
    exhibits: sources.files.filter(({use}) => use === 'exhibit').length,
    ignored: sources.ignored,
    scanned: sources.counts.scanned,
    notScanned: sources.notScanned ?? [],
  }
}
