import {existsSync} from 'node:fs'
import {join} from 'node:path'
import type {Repository} from '../load/git/repository.ts'
import {dateOf} from '../model/date.ts'
import {CannotRun, type Diagnostic, type Severity} from '../model/diagnostic.ts'
import {startOf} from '../model/location.ts'
import {
  counselRemovals,
  recordedFor,
  type RecordedRemoval,
  type SealHistory,
  type SealProblem,
  type SealStatement,
} from '../model/seal.ts'
import {
  sealChecks,
  type SealCheck,
  type SealCheckName,
  type SealCheckState,
  type Verification,
} from '../model/verification.ts'
import type {DossierFile, Folder, SealOnDisk} from '../seal/target.ts'
import {open, type Opened} from './open.ts'

export interface VerifyOptions {
  readonly root: string
  /** Read for the removals on counsel's instruction alone: a hold may be kept where only counsel reads. */
  readonly overlays?: readonly string[]
  /** A seal, a dossier's folder, or one of its files. */
  readonly target: string
  /** File with certificates of time-stamping authorities. */
  readonly tsaCa?: string | undefined
  /** File of keys from elsewhere, against which alone signatures of seals are checked. */
  readonly allowedSigners?: string | undefined
  readonly toolVersion: string
  /** Unix seconds; used where a seal is not committed yet. */
  readonly now: number
}

/** What the checks share, and where they write what they find. */
export interface Bench {
  readonly options: VerifyOptions
  readonly repository: Repository
  readonly head: string
  readonly seal: SealOnDisk
  readonly statement: SealStatement
  /** The records as they are now, at `HEAD`. */
  readonly current: Opened
  /** The same at the sealed commit, or at the one in its place; null where it is gone. */
  readonly sealed: Opened | null
  /** Why `sealed` is null. */
  readonly gone: string
  readonly removals: readonly RecordedRemoval[]
  /** The removal that explains why the sealed commit is no longer in the history. */
  readonly rewrite: RecordedRemoval | undefined
  readonly tell: (name: SealCheckName, state: SealCheckState, told: string) => void
  readonly find: (
    code: string,
    severity: Severity,
    file: string,
    message: string,
    help?: string,
  ) => void
}

/**
 * Looks at a seal and at all that it binds, one by one.
 *
 * @throws {CannotRun} Without a repository, or where the target is neither seal nor dossier.
 */
export async function verifySeal(options: VerifyOptions): Promise<Verification> {
  const {root, target} = options
  const [{openRepository}, {targetOf, sealsOnDisk, sealOfDossier}, {readSeal}] = await Promise.all([
    import('../load/git/repository.ts'),
    import('../seal/target.ts'),
    import('../seal/statement.ts'),
  ])
  if (options.tsaCa !== undefined)
    (await import('../seal/timestamp.ts')).expectCertificates(options.tsaCa)
  const repository = await openRepository(root)
  if (repository.status === 'none' && isBare(root))
    throw new CannotRun(
      'Unexpected bare repository, expected one with a working tree: the exhibits in it are looked at too',
      'Clone it with `git clone`, and name the clone with `--root`',
    )
  if (repository.status === 'none' || repository.head === null)
    throw new CannotRun(
      'Unexpected folder without a git history, expected the governance repository',
      'Name a clone of it with `--root`',
    )
  const named = targetOf(target, root)
  const notes = notebook(target)
  let seal: SealOnDisk | undefined
  let files: readonly DossierFile[] = []
  let folder: Folder | null = null
  if (named.type === 'seal') seal = named.seal
  else {
    ;({files, folder} = named)
    seal = sealOfDossier(files, sealsOnDisk(root))
    if (seal === undefined)
      throw new CannotRun(
        'Unexpected repository without a seal, expected the one that names this dossier',
        'Seal the commit with `cinch seal`, or name a clone that holds the seals',
      )
  }
  const read = readSeal(seal.bytes)
  if ('problem' in read) {
    notes.find(
      'seal/unreadable',
      'error',
      seal.file,
      `Unexpected content of a seal, expected a statement: ${read.problem}`,
      'Compare it with the seal that the history holds: `git log -p -- seals`',
    )
    return notes.done(null, false)
  }
  const bench = await benchOf(
    options,
    {repository, head: repository.head},
    notes,
    seal,
    read.statement,
  )
  const {checkHistory} = await import('./verify-history.ts')
  const {checkEvidence, checkInputs} = await import('./verify-evidence.ts')
  const {checkRebuild} = await import('./verify-rebuild.ts')
  const {checkDossier} = await import('./verify-dossier.ts')
  if (named.type === 'dossier') await checkDossier(bench, files, folder)
  const {signature} = await checkHistory(bench)
  checkInputs(bench)
  await checkEvidence(bench)
  await checkRebuild(bench)
  const {checkTime} = await import('./verify-time.ts')
  await checkTime(bench)
  const {predicate} = read.statement
  return notes.done(
    {file: seal.file, sha256: seal.sha256, predicate, signature},
    repository.status !== 'complete',
  )
}

function isBare(root: string): boolean {
  return ['HEAD', 'objects', 'refs'].every((it) => existsSync(join(root, it)))
}

async function benchOf(
  options: VerifyOptions,
  {repository, head}: {readonly repository: Repository; readonly head: string},
  {tell, find}: Pick<Bench, 'tell' | 'find'>,
  seal: SealOnDisk,
  statement: SealStatement,
): Promise<Bench> {
  const {commit, asOf} = statement.predicate
  const complete = repository.status === 'complete'
  const read = {root: options.root, overlays: [], pinned: true, asCommitted: true, seals: false}
  // Counsel may have instructed a removal after the date that the seal judges at.
  const today = dateOf(options.now)
  const later = today > asOf ? today : asOf
  // Records taken away since are found, not a reason to look no further.
  const now = {...read, at: 'HEAD', asOf: later, history: false, mayBeEmpty: true}
  const current = await open(now)
  const {overlays = []} = options
  const whole = overlays.length === 0 ? current : await open({...now, overlays})
  const removals = counselRemovals(whole.workspace)
  const {readAncestry} = await import('../load/git/ancestry.ts')
  const ancestry = complete ? await readAncestry(repository, head) : null
  const inPlace = (it: RecordedRemoval) =>
    it.commit === commit && it.newCommit !== undefined && ancestry?.has(it.newCommit) === true
  const rewrite = ancestry?.has(commit) === true ? undefined : removals.find(inPlace)
  let sealed: Opened | null = null
  let gone = ''
  try {
    const at = rewrite?.newCommit ?? commit
    sealed = asMade(await open({...read, at, asOf, history: complete, seals: true}))
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error
    gone = complete ? error.message : 'the clone is not whole'
  }
  return {
    options,
    repository,
    head,
    seal,
    statement,
    current,
    sealed,
    gone,
    removals,
    rewrite,
    tell,
    find,
  }
}

/** Without what overrides the history now: the commit knows nothing of it, and it is told apart. */
function asMade(opened: Opened): Opened {
  const trails = opened.trails.map((it) => {
    if (it.status !== 'complete') return it
    const {overridden: _, ...rest} = it
    return rest
  })
  return {...opened, trails, workspace: {...opened.workspace, trails}}
}

/** The keys that count: those on record at the commit sealed, before anyone could add one for it. */
export async function keysThen({sealed, current, options}: Bench) {
  const {sealKeys} = await import('./signatures.ts')
  return sealKeys((sealed ?? current).workspace, options.allowedSigners)
}

/** A problem of the history, unless counsel's instruction is on record for it. */
export function tellProblem(
  {find, removals}: Bench,
  problem: SealProblem,
  history: SealHistory,
): 'recorded' | 'fails' | 'notChecked' {
  const {code, file, message} = problem
  const recorded = recordedFor(problem, removals, history)
  if (recorded !== undefined) {
    find(
      code,
      'note',
      file,
      `On the recorded instruction of counsel of ${recorded.date}: ${message}`,
    )
    return 'recorded'
  }
  const gap =
    /^seal\/(?:unsigned|signature-unchecked|signer-role|key-unvouched|key-gone)$|^time\//.test(code)
  const help = gap
    ? code === 'time/removed'
      ? 'Put it back as the history holds it: `git log --diff-filter=D -- seals` names the commit'
      : 'Put the key that signs on record, and make the next seal with `cinch seal --key`'
    : 'Tell counsel before anything is put back'
  find(code, gap ? 'warning' : 'error', file, message, help)
  return gap ? 'notChecked' : 'fails'
}

function notebook(target: string) {
  const checks = new Map<SealCheckName, SealCheck>()
  const findings: Diagnostic[] = []
  return {
    tell: (name: SealCheckName, state: SealCheckState, told: string) => {
      checks.set(name, {name, state, told})
    },
    find: (code: string, severity: Severity, file: string, message: string, help?: string) => {
      if (
        findings.some(
          (it) => it.code === code && it.location.file === file && it.message === message,
        )
      )
        return
      findings.push({
        code,
        severity,
        message,
        location: startOf(file),
        ...(help === undefined ? {} : {help}),
      })
    },
    done: (seal: Verification['seal'], incomplete: boolean): Verification => ({
      target,
      seal,
      checks: sealChecks.flatMap((it) => checks.get(it) ?? []),
      findings,
      incomplete,
    }),
  }
}
