import type {KnownKey, Span} from '../../model/signature.ts'
import {objectsNamed} from '../git/ancestry.ts'
import {readObjects} from '../git/objects.ts'
import type {Repository} from '../git/repository.ts'
import {parseSources} from '../source.ts'

/** Bytes; the loader reads no larger file of records either. */
const largestFile = 5 * 1024 * 1024

/** What the Person records of one commit say of signatures. */
export interface PeopleThen {
  readonly keys: readonly KnownKey[]
  readonly roles: ReadonlyMap<string, readonly Span[]>
}

/**
 * The people on record at some commits, as far as these files name them: each version of a file is read
 * once, in two git processes.
 *
 * @param files - From the governance root.
 * @throws {CannotRun} When git fails.
 */
export async function peopleAt(
  repository: Repository,
  commits: readonly string[],
  files: readonly string[],
): Promise<ReadonlyMap<string, PeopleThen>> {
  const wanted = commits.flatMap((commit) => files.map((file) => ({commit, file})))
  const named = await objectsNamed(
    repository,
    wanted.map(({commit, file}) => `${commit}:${repository.prefix}${file}`),
  )
  const versions = new Map<string, PeopleThen>()
  const hashes = new Set(named.flatMap((it) => (it?.type === 'blob' ? it.hash : [])))
  await readObjects(repository, [...hashes], largestFile, (hash, content) => {
    if (Buffer.isBuffer(content)) versions.set(hash, peopleIn(content.toString('utf8')))
  })
  const found = new Map<string, PeopleThen>()
  for (const [index, {commit}] of wanted.entries()) {
    const version = versions.get(named[index]?.hash ?? '')
    if (version === undefined) continue
    const {keys, roles} = found.get(commit) ?? {keys: [], roles: new Map()}
    found.set(commit, {
      keys: [...keys, ...version.keys],
      roles: new Map([...roles, ...version.roles]),
    })
  }
  return found
}

/** Read from the text alone: a version may be of any age, and in error. */
function peopleIn(text: string): PeopleThen {
  const keys: KnownKey[] = []
  const roles = new Map<string, Span[]>()
  for (const {value} of parseSources('main', '', text).sources) {
    const person = mapping(value)
    const {kind, id} = person
    if (kind !== 'Person' || typeof id !== 'string') continue
    for (const it of list(person['keys'])) {
      const {type, key, ...span} = mapping(it)
      if ((type !== 'ssh' && type !== 'gpg') || typeof key !== 'string') continue
      keys.push({person: id, type, key, ...spanOf(span)})
    }
    roles.set(
      id,
      list(person['roles']).map((it) => spanOf(mapping(it))),
    )
  }
  return {keys, roles}
}

function spanOf({from, to}: Readonly<Record<string, unknown>>): Span {
  return {
    ...(typeof from === 'string' ? {from} : {}),
    ...(typeof to === 'string' ? {to} : {}),
  }
}

function mapping(value: unknown): Readonly<Record<string, unknown>> {
  return Object(value) as Readonly<Record<string, unknown>>
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
