import type {Commit, RecordTrail} from '../../model/trail.ts'
import {readObjects} from '../git/objects.ts'
import type {Repository} from '../git/repository.ts'
import {parseSources} from '../source.ts'
import {fingerprintOf} from './known.ts'

/** Bytes; the loader reads no larger file of records either. */
const largestFile = 5 * 1024 * 1024

/**
 * The commits whose version of a Person record holds a key, by id of the Person and fingerprint,
 * `person fingerprint`: every version of those records is read, in one git process.
 *
 * @throws {CannotRun} When git fails.
 */
export async function keyVersions(
  repository: Repository,
  people: readonly RecordTrail[],
): Promise<ReadonlyMap<string, readonly Commit[]>> {
  const versions = people.flatMap(({id, changes}) =>
    changes
      // A name with a line feed cannot be asked for; its keys are then of unknown origin.
      .filter(({type, file}) => type !== 'removed' && !file.includes('\n'))
      .map(({commit, file}) => ({id, commit, file})),
  )
  const held = new Map<string, Commit[]>()
  let next = 0
  await readObjects(
    repository,
    versions.map(({commit, file}) => `${commit.hash}:${repository.prefix}${file}`),
    largestFile,
    (_, content) => {
      const version = versions[next]
      next += 1
      if (version === undefined || !Buffer.isBuffer(content)) return
      for (const key of keysIn(content.toString('utf8'), version.id)) {
        const name = `${version.id} ${key}`
        const known = held.get(name)
        if (known === undefined) held.set(name, [version.commit])
        else known.push(version.commit)
      }
    },
  )
  return held
}

function keysIn(text: string, id: string): string[] {
  return parseSources('main', '', text)
    .sources.map(({value}) => Object(value) as Readonly<Record<string, unknown>>)
    .filter((it) => it['kind'] === 'Person' && it['id'] === id)
    .flatMap(({keys}) => (Array.isArray(keys) ? keys : []))
    .flatMap((it: unknown) => {
      const {type, key} = Object(it) as Readonly<Record<string, unknown>>
      if ((type !== 'ssh' && type !== 'gpg') || typeof key !== 'string') return []
      return fingerprintOf({type, key}) ?? []
    })
}
