import type {Repository} from '../load/git/repository.ts'
import {dateOf} from '../model/date.ts'
import {keysOnRecord} from '../model/seal.ts'
import type {KnownKey, SignatureCheck} from '../model/signature.ts'
import type {Commit, KeyOrigin, RecordTrail, Trail} from '../model/trail.ts'
import type {Workspace} from '../model/workspace.ts'
import {withTrails} from '../validate/workspace.ts'

type Complete = Extract<Trail, {status: 'complete'}>

export interface SignatureOptions {
  readonly root: string
  readonly overlays: readonly string[]
  /** A file in git's form; it then decides alone, and the records' keys say nothing. */
  readonly allowedSigners?: string
}

/**
 * The workspace with every signature in its histories checked, against the keys of the Person
 * records read or against a file of keys.
 *
 * @throws {CannotRun} When git fails, or the file is not of that form.
 */
export async function withSignatures(
  workspace: Workspace,
  {root, overlays, allowedSigners}: SignatureOptions,
): Promise<Workspace> {
  if (workspace.trails.length === 0) return workspace
  const onRecord = keysOnRecord(workspace)
  const keys = allowedSigners === undefined ? onRecord : await keysOf(allowedSigners, workspace)
  const folders = [root, ...overlays]
  const trails: Trail[] = []
  for (const [index, trail] of workspace.trails.entries()) {
    if (trail.status !== 'complete') {
      trails.push(trail)
      continue
    }
    const repository = openedOnce(folders[index] ?? root)
    const signed = await checkTrail(trail, repository, keys, workspace)
    trails.push(
      allowedSigners === undefined
        ? {...signed, signers: 'records', keys: await originsOf(signed, repository, onRecord)}
        : {...signed, signers: 'file'},
    )
  }
  return withTrails(workspace, trails)
}

type Open = () => Promise<Repository | null>

/** Opens a repository when first asked for: most histories have neither signatures nor keys. */
function openedOnce(folder: string): Open {
  let opened: Promise<Repository | null> | undefined
  const open = async () => {
    const {openRepository} = await import('../load/git/repository.ts')
    const repository = await openRepository(folder)
    return repository.status === 'none' ? null : repository
  }
  return () => (opened ??= open())
}

/** Keys of the file; a principal that is a person's address is that person. */
async function keysOf(file: string, workspace: Workspace): Promise<readonly KnownKey[]> {
  const {readAllowedSigners} = await import('../load/signatures/allowed-signers.ts')
  const people = new Map(
    workspace
      .all('Person')
      .flatMap(({value: {id, emails}}) => (emails ?? []).map((it) => [it, id] as const)),
  )
  return readAllowedSigners(file).map((it) => ({...it, person: people.get(it.person) ?? it.person}))
}

async function checkTrail(
  trail: Complete,
  open: Open,
  keys: readonly KnownKey[],
  workspace: Workspace,
): Promise<Complete> {
  const signed = trail.commits.filter(({signature}) => signature !== 'none')
  if (signed.length === 0) return trail
  const [repository, {checkCommits}] = await Promise.all([
    open(),
    import('../load/signatures/commits.ts'),
  ])
  if (repository === null) return trail
  const checks = await checkCommits(
    repository,
    signed.map(({hash}) => hash),
    keys,
  )
  const renewed = new Map<string, Commit>()
  for (const commit of signed) {
    const check = checks.get(commit.hash)
    if (check !== undefined)
      renewed.set(commit.hash, {
        ...commit,
        signature: check.state,
        signed: withRole(check, commit, workspace),
      })
  }
  return withCommits(trail, renewed)
}

/** A good signature of somebody who had no role that day is told so. */
function withRole(check: SignatureCheck, commit: Commit, workspace: Workspace): SignatureCheck {
  const person =
    check.state === 'good' && check.person !== null
      ? workspace.find('Person', check.person)?.value
      : undefined
  if (person === undefined) return check
  const day = dateOf(Math.min(Math.max(commit.committer.at, 0), lastSecond))
  const {roles} = person
  if (roles.some(({from, to}) => from <= day && (to === undefined || day <= to))) return check
  return {...check, reason: `no role of \`${person.id}\` was in force on ${day}`}
}

/** Of the year 9999: a commit may claim any number. */
const lastSecond = 253_402_300_799

/** The same history, wherever it names one of these commits. */
function withCommits(trail: Complete, renewed: ReadonlyMap<string, Commit>): Complete {
  const again = (commit: Commit) => renewed.get(commit.hash) ?? commit
  const record = (it: RecordTrail): RecordTrail => ({
    ...it,
    first: again(it.first),
    last: again(it.last),
    changes: it.changes.map((change) => ({...change, commit: again(change.commit)})),
    events: it.events.map((event) => ({...event, first: again(event.first)})),
  })
  return {...trail, commits: trail.commits.map(again), records: trail.records.map(record)}
}

async function originsOf(
  trail: Complete,
  open: Open,
  keys: readonly KnownKey[],
): Promise<readonly KeyOrigin[]> {
  const holders = new Set(keys.map(({person}) => person))
  // Of everybody: a key that is gone from the records was there before those that are there now.
  const people = trail.records.filter(({kind}) => kind === 'Person')
  if (!people.some(({id}) => holders.has(id))) return []
  const [repository, {keyOrigins}, {fingerprintOf}] = await Promise.all([
    open(),
    import('../load/signatures/origins.ts'),
    import('../load/signatures/known.ts'),
  ])
  if (repository === null) return []
  const firsts = await keyOrigins(repository, people)
  const place = new Map(trail.commits.map(({hash}, index) => [hash, index]))
  const own = new Set(people.map(({id}) => id))
  const known = keys.flatMap(({person, type, key, from = '', to}) => {
    const fingerprint = own.has(person) ? fingerprintOf({type, key}) : null
    if (fingerprint === null) return []
    const first = firsts.get(`${person} ${fingerprint}`) ?? null
    return [{person, type, key: fingerprint, from, ...(to === undefined ? {} : {to}), first}]
  })
  const since = new Map<string, number>()
  for (const {key, first} of known) {
    const at = first === null ? undefined : place.get(first.hash)
    if (at !== undefined) since.set(key, Math.min(at, since.get(key) ?? at))
  }
  const founded = foundedKeys(known, [...firsts.values()], since, place)
  return known.map((it) => ({
    ...it,
    vouched: isVouched(it.first, since, place),
    founded: founded.has(it),
  }))
}

/** Keys of the commit that brought the first of all, and those that a founded key vouches for. */
function foundedKeys<T extends {readonly key: string; readonly first: Commit | null}>(
  known: readonly T[],
  firsts: readonly Commit[],
  since: ReadonlyMap<string, number>,
  place: ReadonlyMap<string, number>,
): ReadonlySet<T> {
  const placeOf = (first: Commit | null) =>
    (first === null ? undefined : place.get(first.hash)) ?? Number.POSITIVE_INFINITY
  const earliest = Math.min(...firsts.map(placeOf))
  const founded = new Set<T>()
  const keys = new Set<string>()
  for (const it of [...known].sort((a, b) => placeOf(a.first) - placeOf(b.first) || 0)) {
    const {first} = it
    const signer = first?.signed?.key ?? ''
    const stands =
      first !== null &&
      place.has(first.hash) &&
      (placeOf(first) === earliest || (isVouched(first, since, place) && keys.has(signer)))
    if (!stands) continue
    founded.add(it)
    keys.add(it.key)
  }
  return founded
}

/** Whether the commit is signed with a key that an earlier one brought in. */
function isVouched(
  first: Commit | null,
  since: ReadonlyMap<string, number>,
  place: ReadonlyMap<string, number>,
): boolean {
  const {state, key} = first?.signed ?? {}
  if (first === null || state !== 'good' || key === null || key === undefined) return false
  const earlier = since.get(key)
  return earlier !== undefined && earlier < (place.get(first.hash) ?? 0)
}
