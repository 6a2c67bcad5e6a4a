import type {Repository} from '../load/git/repository.ts'
import {isSealPath, keysOnRecord, sealFolder} from '../model/seal.ts'
import {dayOf, isInForce, type KnownKey, type SignatureCheck} from '../model/signature.ts'
import type {Commit, KeyOrigin, RecordTrail, Trail} from '../model/trail.ts'
import {viewFrom} from '../model/view.ts'
import type {Workspace} from '../model/workspace.ts'
import type {HeldKey, Order} from '../trail/key-origins.ts'
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
  const folders = [root, ...overlays]
  const trails: Trail[] = []
  for (const [index, trail] of workspace.trails.entries()) {
    if (trail.status !== 'complete') {
      trails.push(trail)
      continue
    }
    const repository = openedOnce(folders[index] ?? root)
    const view = viewFrom(workspace, trail.root)
    const onRecord = keysOnRecord(view)
    const keys = allowedSigners === undefined ? onRecord : await keysOf(allowedSigners, view)
    const signed = await checkTrail(trail, repository, keys, view)
    trails.push(
      allowedSigners === undefined
        ? {...signed, signers: 'records', ...(await originsOf(signed, repository, onRecord))}
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
      .flatMap(({value: {id, emails}}) =>
        (emails ?? []).map((it) => [it.toLowerCase(), id] as const),
      ),
  )
  return readAllowedSigners(file).map((it) => {
    const named = new Set(
      it.person.split(',').map((name) => people.get(name.toLowerCase()) ?? name),
    )
    const [person = '', ...others] = named
    return {...it, person: others.length === 0 ? person : it.person}
  })
}

/**
 * What signatures of seals are checked against: the keys of the Person records, or those that a file
 * of keys lists for somebody on record.
 *
 * @throws {CannotRun} When the file is not of git's form.
 */
export async function sealKeys(
  workspace: Workspace,
  allowedSigners: string | undefined,
): Promise<readonly KnownKey[]> {
  if (allowedSigners === undefined) return keysOnRecord(workspace)
  const listed = await keysOf(allowedSigners, workspace)
  return listed.filter(({person}) => workspace.find('Person', person) !== undefined)
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
  const {at} = commit.committer
  if (isInForce(person.roles, at)) return check
  return {...check, reason: `no role of \`${person.id}\` was in force on ${dayOf(at)}`}
}

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
): Promise<{readonly keys: readonly KeyOrigin[]; readonly former?: readonly KeyOrigin[]}> {
  const holders = new Set(keys.map(({person}) => person))
  // Of everybody: a key that is gone from the records was there before those that are there now.
  const people = trail.records.filter(({kind}) => kind === 'Person')
  if (!people.some(({id}) => holders.has(id))) return {keys: []}
  const [repository, {keyVersions}, {fingerprintOf}, {keyOriginsOf, orderOf, rootsOf}] =
    await Promise.all([
      open(),
      import('../load/signatures/origins.ts'),
      import('../load/signatures/known.ts'),
      import('../trail/key-origins.ts'),
    ])
  if (repository === null) return {keys: []}
  const held = await keyVersions(repository, people)
  const order = orderOf(trail.commits)
  const own = new Set(people.map(({id}) => id))
  const known = keys.flatMap(({person, type, key, from = '', to}) => {
    const fingerprint = own.has(person) ? fingerprintOf({type, key}) : null
    if (fingerprint === null) return []
    return [{person, type, key: fingerprint, from, ...(to === undefined ? {} : {to})}]
  })
  const founding = await foundingOf(rootsOf(held, order), trail, repository, order)
  const now = new Set(known.map(({person, key}) => `${person} ${key}`))
  const gone = [...held.keys()].filter((it) => !now.has(it)).map(formerKey)
  const origins = keyOriginsOf([...known, ...gone], held, order, founding)
  return {
    keys: origins.slice(0, known.length),
    ...(gone.length === 0 ? {} : {former: origins.slice(known.length)}),
  }
}

/** Of `person fingerprint`; on which days it was whose is no longer on record. */
function formerKey(name: string): HeldKey {
  const [person = '', key = ''] = name.split(' ')
  return {person, key, type: key.startsWith('SHA256:') ? 'ssh' : 'gpg', from: ''}
}

/**
 * The commit that put the first keys on record. Where several lines of history each did, a seal made
 * before they met says which was there: whoever brings in the other cannot make one older.
 */
async function foundingOf(
  roots: readonly Commit[],
  {head}: Complete,
  repository: Repository,
  {follows}: Order,
): Promise<string | null> {
  const [only, ...others] = roots.map(({hash}) => hash)
  if (only === undefined || others.length === 0) return only ?? null
  const {eventsBelow} = await import('../load/git/ancestry.ts')
  const events = await eventsBelow(repository, head, `${repository.prefix}${sealFolder}/`)
  const sealed = events.flatMap(({commit, path, after}) => {
    const isSeal = isSealPath(path.slice(repository.prefix.length)) && path.endsWith('.json')
    const led = [only, ...others].filter((it) => commit === it || follows(commit, it))
    return isSeal && after !== null && led.length === 1 ? led : []
  })
  const [first, ...more] = new Set(sealed)
  return first === undefined || more.length > 0 ? null : first
}
