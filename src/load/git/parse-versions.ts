import type {Versions} from './follow.ts'
import type {ParseText} from './history.ts'
import type {LoggedCommit} from './log.ts'
import {hasObjects, readObjects} from './objects.ts'
import type {Repository} from './repository.ts'
import {knownVersions} from './version-cache.ts'
import {recordsIn, type RecordVersion} from './versions.ts'

/** Bytes; the loader reads no larger file of records either. */
const largestFile = 5 * 1024 * 1024

/** Every version of every file, by blob, with the version that it replaced first. */
export function versionsIn(
  commits: readonly LoggedCommit[],
  wanted: (path: string) => boolean,
): ReadonlyMap<string, string | null> {
  const before = new Map<string, string | null>()
  for (const {changes} of commits)
    for (const it of changes)
      if (it.after !== null && wanted(it.path) && !before.has(it.after))
        before.set(it.after, it.before)
  return before
}

/**
 * Parses every version of every file once; a version that cannot be read counts as no change. Those
 * that an earlier run parsed are taken from the cache, where the repository still has them.
 */
export async function readVersions(
  repository: Repository,
  commits: readonly LoggedCommit[],
  wanted: (path: string) => boolean,
  parse: ParseText | null,
): Promise<Versions | 'partial'> {
  const before = versionsIn(commits, wanted)
  const found = new Map<string, ReadonlyMap<string, RecordVersion> | undefined>()
  const known = knownVersions(repository, parse === null)
  const fresh: string[] = []
  for (const hash of before.keys()) {
    const kept = known.get(hash)
    if (kept === undefined) fresh.push(hash)
    else found.set(hash, kept.records)
  }
  if (found.size > 0 && !(await hasObjects(repository, [...found.keys()]))) return 'partial'
  const read = parse ?? (await recordParser())
  let lacking = false
  await readObjects(repository, fresh, largestFile, (hash, content) => {
    lacking ||= content === null
    const records = content instanceof Buffer ? recordsIn(content, read) : undefined
    found.set(hash, records)
    if (content !== null) known.set(hash, records)
  })
  if (lacking) return 'partial'
  known.save()
  const versions = new Map<string, ReadonlyMap<string, RecordVersion>>()
  for (const [hash, previous] of before)
    versions.set(hash, found.get(hash) ?? versions.get(previous ?? '') ?? new Map())
  return versions
}

/** The parser that reads records, with its guards: a history may be made to stop a plain one. */
async function recordParser(): Promise<ParseText> {
  const {parseSources} = await import('../source.ts')
  return (text) => {
    const {sources, diagnostics} = parseSources('main', '', text)
    // One document that cannot be read ends the file; the records after it have not gone.
    const broken = diagnostics.find(({code}) => code === 'yaml/syntax')
    const [first] = diagnostics
    if (broken ?? (sources.length === 0 && first !== undefined && first.code !== 'yaml/empty'))
      throw new Error(first?.message)
    return sources.map(({value}) => value)
  }
}
