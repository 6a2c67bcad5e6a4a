import {createHash} from 'node:crypto'
import {existsSync, mkdirSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Repository} from '../load/git/repository.ts'
import type {LineAssessment} from '../model/assessment.ts'
import {CannotRun, type Diagnostic} from '../model/diagnostic.ts'
import {quoted} from '../model/show.ts'
import {
  historyTest,
  isSealPath,
  keysOnRecord,
  sealFolder,
  sealNamespace,
  type SealedLine,
  type SealPredicate,
  type SealSigner,
  type SealState,
} from '../model/seal.ts'
import type {Workspace} from '../model/workspace.ts'
import {evaluate, type Evaluated} from './evaluate.ts'
import {checkIntegrity, open, type Opened} from './open.ts'
import {compileDossier, publish, type PublishedDocument} from './publish.ts'

export interface SealOptions {
  readonly root: string
  /** Read for the removals on counsel's instruction alone; nothing of them is sealed. */
  readonly overlays?: readonly string[]
  readonly at: string
  /** Seal the last commit of the main line by this date, `YYYY-MM-DD`, not the one at `at`. */
  readonly knownOn?: string
  readonly pinned: boolean
  readonly asOf: string
  readonly toolVersion: string
}

/** Everything that a seal will bind, before anything is signed. */
export interface PreparedSeal {
  readonly opened: Opened
  readonly evaluated: Evaluated
  /** Content that is not what it was, or may not be kept: no seal is made of it. */
  readonly integrity: readonly Diagnostic[]
  /** Errors in the records. */
  readonly faults: number
  readonly repository: Repository
  readonly commit: string
  readonly tree: string
  readonly previous: SealState | null
  /** Whether every change of the history has counsel's instruction, in this root or an overlay. */
  readonly instructed: boolean
}

/**
 * Reads and judges the commit to be sealed.
 *
 * @throws {CannotRun} Without a whole history, where the working tree differs from the commit, or
 *   where the seal before it is not committed.
 */
export async function prepareSeal(options: SealOptions): Promise<PreparedSeal> {
  const {root, at, knownOn, pinned, asOf, toolVersion} = options
  const opened = await open({
    root,
    overlays: [],
    at,
    ...(knownOn === undefined ? {} : {knownOn}),
    pinned,
    asOf,
    history: true,
    historyRequired: true,
    asCommitted: pinned,
  })
  const {workspace} = opened
  const [main] = workspace.roots
  const {openRepository} = await import('../load/git/repository.ts')
  const {objectsNamed} = await import('../load/git/ancestry.ts')
  const repository = await openRepository(root)
  if (main === undefined || main.commit === null || repository.status === 'none')
    throw new CannotRun(
      'Unexpected repository without a commit, expected one to seal',
      'Commit the records with `git add` and `git commit`',
    )
  const [changed] = main.uncommitted ?? []
  if (changed !== undefined)
    throw new CannotRun(
      `Unexpected change that is not committed: ${quoted(changed)}, expected a clean working tree`,
      'Commit or undo it, or name the commit to seal with `--at`',
    )
  const {commit} = main
  const [tree] = await objectsNamed(repository, [`${commit}^{tree}`])
  const previous = workspace.seals?.find((it) => it.root === 'main')?.seals.at(-1) ?? null
  refuseLooseSeals(root, workspace)
  const evaluated = await evaluate(opened, toolVersion)
  return {
    opened,
    evaluated,
    integrity: await checkIntegrity(opened),
    faults: opened.diagnostics.filter(({severity}) => severity === 'error').length,
    repository,
    commit,
    tree: tree?.hash ?? '',
    previous,
    instructed: await isInstructed(options),
  }
}

/** The hold of a rewrite is kept where only counsel reads: the main root alone cannot explain it. */
async function isInstructed({overlays = [], toolVersion, ...read}: SealOptions): Promise<boolean> {
  if (overlays.length === 0) return false
  const whole = await evaluate(await open({...read, overlays, history: true}), toolVersion)
  const results = whole.assessment.lines.flatMap((it) => it.results)
  return results.every((it) => it.rule !== historyTest || it.outcome !== 'contrary')
}

/** A seal that is not in the commit sealed cannot be followed. */
function refuseLooseSeals(root: string, workspace: Workspace): void {
  const held = new Set(
    (workspace.seals ?? []).flatMap(({seals, problems}) => [
      ...seals.map(({file}) => file),
      ...problems.map(({file}) => file),
    ]),
  )
  const folder = join(root, sealFolder)
  const here = existsSync(folder) ? readdirSync(folder) : []
  const loose = here
    .map((it) => `${sealFolder}/${it}`)
    .find((it) => isSealPath(it) && it.endsWith('.json') && !held.has(it))
  if (loose !== undefined)
    throw new CannotRun(
      `Unexpected seal ${quoted(loose)} that the commit does not hold, expected every seal committed`,
      `Commit it first: git add ${sealFolder} && git commit; or delete it, if nobody has it yet`,
    )
}

export interface SealRequest {
  readonly key?: string | undefined
  readonly tag?: string | undefined
  readonly person?: string | undefined
  /** Folder of a compiled dossier that is to be the one sealed. */
  readonly dossier?: string | undefined
  /** Folder to write to, as the user named it; left out: `seals` of the root. */
  readonly out?: string | undefined
  readonly root: string
  readonly dryRun: boolean
  /** Whether a passphrase may be asked for. */
  readonly ask: boolean
  /** Unix seconds. */
  readonly now: number
}

export interface MadeSeal {
  readonly predicate: SealPredicate
  readonly documents: readonly PublishedDocument[]
  readonly files: readonly {
    readonly path: string
    readonly bytes: number
    readonly sha256: string
  }[]
}

/**
 * Renders what the commit gives, binds it, signs it and writes the seal beside the signature.
 *
 * @throws {CannotRun} When the key is not on record, nothing signs, or a file cannot be written.
 */
export async function makeSeal(prepared: PreparedSeal, request: SealRequest): Promise<MadeSeal> {
  const [{statementOf, sealBytes}, {signerOf}, {sealTag}, {inputsOf}] = await Promise.all([
    import('../seal/statement.ts'),
    import('../seal/sign.ts'),
    import('../seal/make-tag.ts'),
    import('../seal/inputs.ts'),
  ])
  const {opened, evaluated, commit} = prepared
  const signer =
    request.key === undefined
      ? null
      : signerOf(request.key, keysOnRecord(opened.workspace), {
          person: request.person,
          at: request.now,
        })
  const dossier = await compileDossier(opened, evaluated, false)
  const documents = await publish(dossier, ['pdf', 'html', 'json'])
  if (request.dossier !== undefined) expectSame(request.dossier, documents)
  const signs: SealSigner =
    signer === null
      ? {scheme: 'none'}
      : {
          scheme: request.tag === undefined ? 'ssh' : 'ssh-tag',
          namespace: request.tag === undefined ? sealNamespace : 'git',
          person: signer.person,
          key: signer.fingerprint,
          ...(request.tag === undefined ? {} : {tag: request.tag}),
        }
  const predicate = predicateOf(prepared, signs, inputsOf(opened.workspace))
  const bytes = sealBytes(statementOf(predicate, documents))
  const name = `${String(predicate.sequence).padStart(4, '0')}-${commit.slice(0, 12)}.intoto.json`
  const files: {path: string; bytes: Uint8Array}[] = [{path: name, bytes}]
  const tag =
    signer === null || request.tag === undefined
      ? null
      : await sealTag(
          prepared.repository,
          opened.workspace,
          {...request, tag: request.tag},
          {
            signer,
            commit,
            path: `${sealFolder}/${name}`,
            bytes,
          },
        )
  if (tag !== null) files.push({path: `${name}.tag`, bytes: tag.bytes})
  else if (signer !== null && !request.dryRun) {
    const {signDetached} = await import('../seal/sign.ts')
    const {file} = signer
    const armored = await signDetached(bytes, {file, namespace: sealNamespace, ask: request.ask})
    files.push({path: `${name}.sig`, bytes: Buffer.from(armored)})
  }
  const folder = await writeSeal(request, files)
  if (!request.dryRun) await tag?.publish()
  return {
    predicate,
    documents,
    files: files.map((it) => ({
      path: folder === '' ? it.path : `${folder}/${it.path}`,
      bytes: it.bytes.length,
      sha256: hashOf(it.bytes),
    })),
  }
}

function predicateOf(
  prepared: PreparedSeal,
  signer: SealSigner,
  inputs: SealPredicate['inputs'],
): SealPredicate {
  const {evaluated, repository, commit, tree, previous} = prepared
  const [version = '', hash = ''] = evaluated.assessment.rulesVersion.split('+')
  return {
    sequence: (previous?.statement.predicate.sequence ?? 0) + 1,
    previous:
      previous === null
        ? null
        : {
            path: previous.file,
            sha256: previous.sha256,
            signature: previous.signatureSha256,
          },
    commit,
    tree,
    folder: repository.prefix,
    asOf: evaluated.assessment.asOf,
    inputs,
    tool: evaluated.assessment.tool,
    node: process.version,
    rules: {version, hash},
    lines: evaluated.assessment.lines.map(sealedLine),
    signer,
  }
}

/** What a line came out as, so that a later reading can be laid beside it. */
export function sealedLine({line, readiness, questions, results}: LineAssessment): SealedLine {
  return {
    id: line.id,
    readiness,
    questions: Object.fromEntries(questions.map((it) => [it.question, it.outcome])),
    tests: Object.fromEntries(results.map((it) => [it.rule, it.outcome])),
  }
}

/** The folder that the user has must hold what the commit gives, byte for byte. */
function expectSame(folder: string, documents: readonly PublishedDocument[]): void {
  let found = 0
  for (const {name, sha256} of documents) {
    const file = join(folder, name)
    if (!existsSync(file)) continue
    found += 1
    const hash = hashOf(readFileSync(file))
    if (hash !== sha256)
      throw new CannotRun(
        `Unexpected content of ${quoted(file)}: SHA-256 \`${hash}\`, expected \`${sha256}\`, as the commit gives it`,
        'Compile the dossier again from the commit and the date that are sealed',
      )
  }
  if (found === 0)
    throw new CannotRun(`Unexpected folder ${quoted(folder)} without a dossier, expected one`)
}

async function writeSeal(
  {out, root, dryRun}: SealRequest,
  files: readonly {readonly path: string; readonly bytes: Uint8Array}[],
): Promise<string> {
  const {writeFiles} = await import('../write/files.ts')
  if (out !== undefined && !dryRun) mkdirSync(out, {recursive: true})
  const folder = out === undefined ? sealFolder : ''
  if (out !== undefined && !existsSync(out)) return out
  writeFiles(
    out ?? root,
    files.map((it) => ({
      path: folder === '' ? it.path : `${folder}/${it.path}`,
      bytes: it.bytes,
      was: null,
    })),
    {dryRun},
  )
  return out === undefined ? sealFolder : out.split('\\').join('/')
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
