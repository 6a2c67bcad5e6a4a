import {createHash} from 'node:crypto'
import {eventsBelow, readAncestry, type Ancestry, type FileEvent} from '../load/git/ancestry.ts'
import {listTree, readObjects} from '../load/git/objects.ts'
import type {Repository} from '../load/git/repository.ts'
import type {PeopleThen} from '../load/signatures/people-then.ts'
import {addDays, startOfDay} from '../model/date.ts'
import {compareText} from '../model/location.ts'
import {
  isSealPath,
  sealFolder,
  type RecordedRemoval,
  type SealHistory,
  type SealProblem,
  type SealState,
  type SealStatement,
} from '../model/seal.ts'
import {isInForce, type KnownKey, type Span} from '../model/signature.ts'
import type {Trail} from '../model/trail.ts'
import {chainProblems} from './chain.ts'
import {inputDifferences, removedPaths, type Inputs} from './inputs.ts'
import {judgeSignature, type Judging, type SealParts, type SignatureProblem} from './signature.ts'
import {readSeal} from './statement.ts'

/** Larger ones are no seals; a signature is a few hundred bytes. */
const mostBytes = 16 * 1024 * 1024

export interface SealReading {
  readonly repository: Repository
  /** Name of the root in the output. */
  readonly rootName: string
  /** Full hash of the commit read. */
  readonly commit: string
  readonly keys: readonly KnownKey[]
  /** The days on which each person on record has a role. */
  readonly roles: ReadonlyMap<string, readonly Span[]>
  /** Date judged at, `YYYY-MM-DD`: a commit that claims a later one shows nothing of when. */
  readonly asOf: string
  /** Removals on counsel's recorded instruction, which may name the commit in a sealed one's place. */
  readonly removals?: readonly RecordedRemoval[]
  /** The inputs at a commit; null where it cannot be read as a governance repository. */
  readonly inputsAt: (commit: string) => Promise<Inputs | null>
  /** Where the keys come from. */
  readonly signers: 'records' | 'file'
  /** The history of the root with the origin of its keys; without it none is questioned. */
  readonly trail?: Trail | undefined
}

/**
 * Every seal that a commit holds, with its signature, and what the history leading to that commit
 * says of them. Rests on nothing but that commit: the same commit gives the same answer.
 *
 * @throws {CannotRun} When git fails.
 */
export async function readSealHistory(reading: SealReading): Promise<SealHistory> {
  const {repository, rootName, commit, asOf, removals = []} = reading
  const ancestry = await readAncestry(repository, commit)
  const folder = `${repository.prefix}${sealFolder}/`
  const events = await eventsBelow(repository, commit, folder, ancestry)
  const own = byPath(
    events
      .map((it) => ({...it, path: it.path.slice(repository.prefix.length)}))
      .filter(({path}) => isSealPath(path)),
  )
  if (own.size === 0) return {root: rootName, seals: [], problems: [], reached: []}
  const files = await sealFiles(repository, commit)
  const madeAfter = ancestry.datesUntil(startOfDay(addDays(asOf, 1)).getTime() / 1000)
  const problems: SealProblem[] = [...eventProblems(own, files)]
  const judged: Judged[] = []
  for (const parts of partsOf(files)) {
    const read = readSeal(parts.bytes)
    if ('problem' in read) {
      problems.push({
        code: 'seal/unreadable',
        file: parts.file,
        message: `Unexpected content of a seal, expected a statement: ${read.problem}`,
      })
      continue
    }
    const statement = shared(read.statement)
    const first = firstOf(own, parts.file)
    const at = first === undefined ? 0 : Math.max(first.at, madeAfter(first.commit))
    judged.push({
      parts,
      statement,
      at,
      first: first === undefined ? null : {commit: first.commit, at: first.at},
      ...judgeSignature(parts, statement, {...reading, at}),
    })
  }
  const seals: SealState[] = []
  for (const {parts, problem, ...rest} of await judgedThen(judged, ancestry, reading)) {
    const {file, sha256} = parts
    if (problem !== null) problems.push({code: problem.code, file, message: problem.words})
    const beside = parts.signature ?? parts.tag
    const signatureSha256 = beside === null ? null : sha256Of(beside)
    seals.push({file, sha256, signatureSha256, ...rest})
  }
  seals.sort(bySequence)
  const sealed = seals.map(({statement}) => statement.predicate.commit)
  const replacements = removals.flatMap(({newCommit}) => newCommit ?? [])
  problems.push(
    ...chainProblems(seals, ancestry),
    ...(await replacedInputs(seals, ancestry, reading)),
  )
  return {
    root: rootName,
    seals,
    problems: problems.sort((a, b) => compareText(a.file, b.file) || compareText(a.code, b.code)),
    reached: reachedOf([...sealed, ...replacements], ancestry),
  }
}

/** Parts of statements that a chain says again and again, by their hash. */
const said = new Map<string, unknown>()
const mostSaid = 1000

/** The same, with what an earlier seal said in the same words kept once: a chain may be long. */
function shared(statement: SealStatement): SealStatement {
  const {predicate} = statement
  const once = <T>(value: T): T => {
    const name = sha256Of(Buffer.from(JSON.stringify(value)))
    const known = said.get(name)
    if (known !== undefined) return known as T
    if (said.size >= mostSaid) said.clear()
    said.set(name, value)
    return value
  }
  const [inputs, lines] = [once(predicate.inputs), once(predicate.lines)]
  return {...statement, predicate: {...predicate, inputs, lines}}
}

interface Judged extends Pick<SealState, 'statement' | 'signature' | 'first' | 'at'> {
  readonly parts: SealParts
  readonly problem: SignatureProblem | null
}

/** Where the records may have changed since: people leave, get another name, another role or key. */
const mayHaveChanged = /^seal\/(?:signature-unknown-key|signature-other-person|signer-role)$/

const nobody: PeopleThen = {keys: [], roles: new Map()}

/** Whether the key of a seal is somebody's, as these records say. */
function isKeyOf(
  people: PeopleThen,
  {parts, statement, at}: Judged,
  reading: SealReading,
): boolean {
  return judgeSignature(parts, statement, {...reading, ...people, at}).signature.state === 'good'
}

/**
 * The same, each that does not fit the records as they are also judged by those of the commit sealed.
 * Who then had the key and no longer has it did sign; nobody answers for the key now.
 */
async function judgedThen(
  judged: readonly Judged[],
  ancestry: Ancestry,
  reading: SealReading,
): Promise<readonly Judged[]> {
  const {repository, trail, signers} = reading
  const asked = judged.filter(
    ({problem, statement}) =>
      mayHaveChanged.test(problem?.code ?? '') && ancestry.has(statement.predicate.commit),
  )
  const needy = new Set(asked)
  if (asked.length === 0 || signers === 'file' || trail?.status !== 'complete') return judged
  const {peopleAt} = await import('../load/signatures/people-then.ts')
  const files = trail.records
    .filter(({kind}) => kind === 'Person')
    .flatMap(({changes}) => changes.map(({file}) => file))
    .filter((it) => !it.includes('\n'))
  const people = await peopleAt(
    repository,
    [
      ...new Set(
        asked.flatMap(({statement, first}) => [
          statement.predicate.commit,
          ...(first === null ? [] : [first.commit]),
        ]),
      ),
    ],
    [...new Set(files)],
  )
  return judged.map((it) => {
    const then = needy.has(it) ? people.get(it.statement.predicate.commit) : undefined
    if (then === undefined) return it
    const again = judgeSignature(it.parts, it.statement, {...reading, ...then, at: it.at})
    if (again.problem?.code === 'seal/key-unvouched') return {...it, problem: again.problem}
    if (again.problem !== null) return it
    const {person, key} = again.signature
    if (it.problem?.code === 'seal/signer-role')
      return hasEnded(person ?? '', it.at, then.roles, reading.roles) ? it : {...it, problem: null}
    const brought = it.first?.commit
    if (brought !== undefined && !isKeyOf(people.get(brought) ?? nobody, it, reading))
      return {
        ...it,
        problem: {
          code: 'seal/key-not-valid',
          words: `Unexpected signature with key \`${key ?? ''}\`, which commit \`${brought.slice(0, 12)}\` that brought the seal did not hold for \`${person ?? ''}\` any more, expected a key on record then`,
        },
      }
    return {
      ...it,
      signature: {...it.signature, state: 'unknownKey', person: null},
      problem: {
        code: 'seal/key-gone',
        words: `Unexpected signature with key \`${key ?? ''}\`, which was on record for \`${person ?? ''}\` when it was made and is no longer, expected a key that somebody on record still answers for`,
      },
    }
  })
}

/** Whether a role that was in force by the records then is still on record, and has ended before. */
function hasEnded(
  person: string,
  at: number,
  then: Judging['roles'],
  now: Judging['roles'],
): boolean {
  const current = now.get(person) ?? []
  return (then.get(person) ?? []).some(
    (it) => isInForce([it], at) && current.some(({from}) => from === it.from),
  )
}

/**
 * What else changed where a sealed commit was rewritten on counsel's instruction, which speaks of
 * some paths and of no others.
 */
async function replacedInputs(
  seals: readonly SealState[],
  ancestry: Ancestry,
  {removals = [], inputsAt}: SealReading,
): Promise<readonly SealProblem[]> {
  const problems: SealProblem[] = []
  for (const {file, statement} of seals) {
    const {commit, inputs} = statement.predicate
    const place = ancestry.has(commit)
      ? undefined
      : removals.find(
          (it) => it.commit === commit && it.newCommit !== undefined && ancestry.has(it.newCommit),
        )?.newCommit
    if (place === undefined) continue
    const now = await inputsAt(place)
    if (now === null) {
      const message = `Unexpected commit \`${place}\` in the place of the sealed one, expected one whose records can be read`
      problems.push({code: 'input/missing', file, message})
      continue
    }
    for (const {code, message} of inputDifferences(inputs, now, removedPaths(removals, commit))
      .wrong)
      problems.push({code, file, message})
  }
  return problems
}

function reachedOf(commits: readonly string[], ancestry: Ancestry): readonly string[] {
  return [...new Set(commits)].filter((it) => ancestry.has(it)).sort(compareText)
}

function bySequence(a: SealState, b: SealState): number {
  return (
    a.statement.predicate.sequence - b.statement.predicate.sequence || compareText(a.file, b.file)
  )
}

type Files = ReadonlyMap<string, Buffer>

async function sealFiles(repository: Repository, commit: string): Promise<Files> {
  const {prefix} = repository
  const listed = await listTree(repository, commit, `${prefix}${sealFolder}/`)
  const entries = listed
    .map((it) => ({...it, path: `${sealFolder}/${it.path}`}))
    .filter(({path, mode}) => isSealPath(path) && mode.startsWith('100'))
  const contents = new Map<string, Buffer>()
  const hashes = [...new Set(entries.map(({hash}) => hash))]
  await readObjects(repository, hashes, mostBytes, (hash, content) => {
    if (content instanceof Buffer) contents.set(hash, Buffer.from(content))
  })
  return new Map(entries.map(({path, hash}) => [path, contents.get(hash) ?? Buffer.alloc(0)]))
}

/** Each seal with what stands beside it. */
function partsOf(files: Files): readonly SealParts[] {
  return [...files.keys()]
    .filter((it) => it.endsWith('.json'))
    .map((file) => {
      const bytes = files.get(file) ?? Buffer.alloc(0)
      return {
        file,
        bytes,
        sha256: sha256Of(bytes),
        signature: files.get(`${file}.sig`) ?? null,
        tag: files.get(`${file}.tag`) ?? null,
      }
    })
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** What happened to each file, newest first. */
type Events = ReadonlyMap<string, readonly FileEvent[]>

function byPath(events: readonly FileEvent[]): Events {
  const found = new Map<string, FileEvent[]>()
  for (const event of events) {
    const same = found.get(event.path)
    if (same === undefined) found.set(event.path, [event])
    else same.push(event)
  }
  return found
}

/** The oldest commit that added a file: events come newest first. */
function firstOf(events: Events, path: string): FileEvent | undefined {
  return events.get(path)?.findLast(({after}) => after !== null)
}

/** A seal is written once: whatever changed or went is told. */
function eventProblems(events: Events, files: Files): readonly SealProblem[] {
  return [...events].flatMap(([path, own]) => {
    const seal = path.replace(/\.(?:sig|tag|tsr|tst)$/, '')
    const isSeal = path === seal
    // A token may be renewed; it goes with its seal.
    if (/\.ts[rt]$/.test(path))
      return files.has(path) || !files.has(seal)
        ? []
        : [
            {
              code: 'time/removed',
              file: seal,
              message: `Unexpected absence of the time-stamp token \`${path}\`, which the history held, expected it kept`,
            },
          ]
    const contents = new Set(own.flatMap(({after}) => after ?? []))
    const held = files.has(path)
    const message = held
      ? `Unexpected change of \`${path}\` after it was committed, expected it as it was`
      : `Unexpected absence of \`${path}\`, which the history held, expected it kept`
    if (held && contents.size < 2) return []
    // Told once: with its seal.
    if (!held && !isSeal && !files.has(seal)) return []
    const code = isSeal ? (held ? 'seal/edited' : 'seal/removed') : 'seal/signature-swapped'
    return held || isSeal ? [{code, file: seal, message}] : []
  })
}
