import {CannotRun, compareDiagnostics, type Diagnostic} from '../model/diagnostic.ts'
import {compareText} from '../model/location.ts'
import type {Sources} from '../model/source.ts'
import type {Workspace} from '../model/workspace.ts'
import type {FileStore} from '../load/store.ts'

/** Files by path as they would be, by the folder of their root. */
export type Proposal = ReadonlyMap<string, ReadonlyMap<string, Uint8Array>>

export interface ReadProposal {
  readonly root: string
  readonly overlays: readonly string[]
  readonly asOf: string
  /** Nothing but the proposal is there: what stands in the folders is not looked at. */
  readonly alone?: boolean
}

export interface Reading {
  readonly sources: Sources
  readonly workspace: Workspace
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * What `validate` would say of the working tree, were these files written. Nothing is written.
 *
 * @throws {CannotRun} As `open`: no governance repository, no record at all.
 */
export async function readProposal(
  {root, overlays, asOf, alone = false}: ReadProposal,
  proposal: Proposal,
): Promise<Reading> {
  const [
    {loadSources},
    {openWorktree},
    {validate},
    {readTable},
    {checkPrograms},
    programs,
    integrity,
  ] = await Promise.all([
    import('../load/load.ts'),
    import('../load/worktree.ts'),
    import('../validate/validate.ts'),
    import('../tables/csv.ts'),
    import('../validate/programs.ts'),
    import('../law/programs.ts'),
    import('../validate/integrity.ts'),
  ])
  const nothing: FileStore = {list: () => [], read: (path) => missing(path)}
  const sources = await loadSources({
    root,
    overlays,
    at: 'proposal',
    store: async (folder) =>
      withFiles(alone ? nothing : openWorktree(folder), proposal.get(folder) ?? new Map()),
  })
  const {workspace, diagnostics} = validate(sources, {asOf, trails: [], readTable})
  const stated = checkPrograms(workspace, {
    statementsIn: programs.outdatedStatements,
    knownFrom: programs.programsKnownFrom,
    register: programs.programs,
  })
  const found = integrity.integrityDiagnostics(workspace)
  return {
    sources,
    workspace,
    diagnostics: [...sources.diagnostics, ...diagnostics, ...stated, ...found].sort(
      compareDiagnostics,
    ),
  }
}

/** A store in which some files are there, or other than they are. */
function withFiles(store: FileStore, files: ReadonlyMap<string, Uint8Array>): FileStore {
  const list = [
    ...store.list().filter(({path}) => !files.has(path)),
    ...[...files].map(([path, bytes]) => ({path, bytes: bytes.length, type: 'file' as const})),
  ].sort((a, b) => compareText(a.path, b.path))
  return {
    list: () => list,
    read: (path) => files.get(path) ?? store.read(path),
    *chunks(path) {
      const bytes = files.get(path)
      if (bytes === undefined && store.chunks !== undefined) yield* store.chunks(path)
      else yield bytes ?? store.read(path)
    },
  }
}

function missing(path: string): never {
  throw new CannotRun(`Unexpected look at \`${path}\`, expected a proposed file`)
}

/** Diagnostics of the second list that the first does not hold, wherever their lines are now. */
export function newOnes(
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
): readonly Diagnostic[] {
  const known = new Map<string, number>()
  for (const it of before) known.set(nameOf(it), (known.get(nameOf(it)) ?? 0) + 1)
  return after.filter((it) => {
    const left = known.get(nameOf(it)) ?? 0
    known.set(nameOf(it), left - 1)
    return left <= 0
  })
}

function nameOf({code, message, location}: Diagnostic): string {
  return JSON.stringify([code, location.root ?? '', location.file, message])
}
