import {CannotRun} from '../model/diagnostic.ts'
import type {Source} from '../model/source.ts'
import type {Kind} from '../model/workspace.ts'
import {isFormed} from '../scaffold/fields.ts'
import type {Target} from './add-target.ts'

/** Main lines of the upstream, the likelier first. */
const upstreams = ['origin/HEAD', 'origin/main', 'origin/master', 'upstream/main', 'main', 'master']

/** @throws {CannotRun} When a record of the kind has the id already, here or at the base. */
export async function expectFree(
  target: Target,
  kind: Kind,
  id: string,
  base: string | undefined,
): Promise<void> {
  const here = target.before.sources.sources.find(({value}) => isNamed(value, kind, id))
  if (here !== undefined) {
    const {file, start} = here.locate()
    throw taken(kind, id, `${file}:${start.line}`)
  }
  const at = await commitOf(target.folder, base)
  if (at === undefined) return
  const there = await recordsAt(target.folder, at.commit)
  const file = there.find(({value}) => isNamed(value, kind, id))?.file
  if (file !== undefined) throw taken(kind, id, `${file} of ${at.name}`)
}

function taken(kind: Kind, id: string, where: string): CannotRun {
  return new CannotRun(
    `Unexpected id \`${id}\`, which a ${kind} has already in ${where}`,
    `Choose another with \`--id\`, or add to that record: \`cinch add ${kind}/${id} LIST\``,
  )
}

function isNamed(value: unknown, kind: Kind, id: string): boolean {
  return isFormed(value) && value['kind'] === kind && value['id'] === id
}

async function commitOf(
  folder: string,
  base: string | undefined,
): Promise<{readonly commit: string; readonly name: string} | undefined> {
  const {openRepository, resolveRevision} = await import('../load/git/repository.ts')
  if (base !== undefined) return {commit: await resolveRevision(folder, base), name: base}
  const repository = await openRepository(folder).catch(noGit)
  if (repository.status === 'none' || repository.status === 'empty') return undefined
  for (const name of upstreams) {
    const commit = await resolveRevision(folder, name).catch(noGit)
    if (typeof commit === 'string') return {commit, name}
  }
  return undefined
}

/** Without git, or without such a branch, there is no base to look at. */
function noGit(error: unknown): {readonly status: 'none'} {
  if (error instanceof CannotRun) return {status: 'none'}
  throw error
}

async function recordsAt(folder: string, commit: string): Promise<readonly Source[]> {
  const [{loadSources}, {openCommit}] = await Promise.all([
    import('../load/load.ts'),
    import('../load/git/store.ts'),
  ])
  try {
    const store = async () => openCommit(folder, commit)
    return (await loadSources({root: folder, overlays: [], at: commit, store})).sources
  } catch (error) {
    // The base may come before there was a governance repository.
    if (error instanceof CannotRun) return []
    throw error
  }
}
