import {CannotRun} from '../model/diagnostic.ts'
import {quoted} from '../model/show.ts'
import {outputsOf} from '../seal/statement.ts'
import {
  formatNamed,
  saidIn,
  sealsOnDisk,
  type DossierFile,
  type DossierFormat,
  type Folder,
} from '../seal/target.ts'
import {evaluate} from './evaluate.ts'
import {open} from './open.ts'
import {compileDossier, publish} from './publish.ts'
import type {Bench} from './verify.ts'

/** Whether the files that the user has are those that were sealed. */
export async function checkDossier(
  bench: Bench,
  files: readonly DossierFile[],
  folder: Folder | null,
): Promise<void> {
  const {statement, tell} = bench
  const outputs = outputsOf(statement)
  const rebuild = rebuilder(bench)
  let wrong = 0
  for (const file of files) {
    const same = outputs
      .filter(({name, sha256}) => sha256 === file.sha256 && isDossierName(name))
      .map(({name}) => name)
    const [held] = same
    const claimed = formatNamed(file.file)
    if (held === undefined) await tellOther(bench, file, rebuild)
    else if (claimed !== null && !same.some((it) => formatNamed(it) === claimed))
      tellRenamed(bench, file, {held, claimed})
    else continue
    wrong += 1
  }
  const names = outputs.map(({name}) => name)
  const missing = folder === null ? [] : tellRest(bench, folder, names)
  const held = `${files.length - wrong} of ${files.length} files have the hash that was sealed`
  if (wrong > 0)
    tell('dossier', 'fails', `${wrong} of ${files.length} files are not what was sealed`)
  else if (missing.length > 0)
    tell('dossier', 'notChecked', `${held}; not in the folder: ${missing.join(', ')}`)
  else tell('dossier', 'holds', held)
}

/** A seal written by hand may name anything; only these are made again and compared. */
function isDossierName(name: string): boolean {
  return /^dossier\.(?:pdf|html|json)$/.test(name)
}

/** A file that was sealed, under the name of another format: it is not what its name says. */
function tellRenamed(
  {find}: Bench,
  {file}: DossierFile,
  {held, claimed}: {readonly held: string; readonly claimed: DossierFormat},
): void {
  find(
    'dossier/renamed',
    'error',
    file,
    `Unexpected content of ${quoted(file)}: it holds the \`${held}\` that was sealed, expected the \`dossier.${claimed}\` that was`,
    `Name it \`${held}\` again, and put the \`dossier.${claimed}\` that was sealed in its place`,
  )
}

/** The hashes of the dossier of a commit, judged at a date; in words why it cannot be made. */
type Rebuild = (commit: string, asOf: string) => Promise<readonly string[] | string>

/**
 * A file that was not sealed: the dossier of another commit or date, or one that was edited. What it
 * says it is, is made again; nothing is taken from its word.
 */
async function tellOther(bench: Bench, file: DossierFile, rebuild: Rebuild): Promise<void> {
  const {statement, options, find} = bench
  const {commit, asOf, node} = statement.predicate
  const said = saidIn(file)
  const sameCommit = commit.startsWith(said.commit ?? commit)
  const [of, on] = [sameCommit ? commit : (said.commit ?? ''), said.asOf ?? asOf]
  const short = commit.slice(0, 12)
  const sealed = `that of commit \`${short}\` as of ${asOf}, which was sealed`
  const tell = (code: string, message: string) =>
    find(
      code,
      'error',
      file.file,
      message,
      `Take the file that was sealed, or compile it again: cinch dossier --at ${short} --as-of ${asOf} --out DIR`,
    )
  const other = sameCommit ? 'dossier/as-of' : 'dossier/other-commit'
  const what = `dossier of commit \`${of.slice(0, 12)}\` as of ${on}`
  const otherSeal = sealsOnDisk(options.root).find((it) =>
    outputsOf(it.statement).some(({name, sha256}) => sha256 === file.sha256 && isDossierName(name)),
  )
  if (otherSeal !== undefined)
    return tell(
      other,
      `Unexpected ${what}, expected ${sealed}; seal \`${otherSeal.file}\` names it`,
    )
  const same = sameCommit && on === asOf
  const made = same ? [] : await rebuild(of, on)
  if (typeof made === 'string')
    return tell(
      other,
      `Unexpected ${what}, as it says itself, expected ${sealed}; whether it was edited is not known: ${made}`,
    )
  if (made.includes(file.sha256))
    return tell(
      other,
      `Unexpected ${what}, expected ${sealed}; it was not edited: made again from its own commit it comes out the same, byte for byte, but no seal here names it`,
    )
  const without = said.commit === null && said.asOf === null
  const claim = without
    ? 'it names neither a commit nor a date as a dossier does'
    : same
      ? `it says that it is ${sealed}, and it is not`
      : `it says that it is the ${what}, and that commit gives another`
  const flags = ['--overlay', '--draft', '--allowed-signers'].map((it) => `\`${it}\``).join(', ')
  const chance = without
    ? ''
    : `; it was edited, or compiled with flags (${flags})${said.format === 'pdf' ? ` or a Node other than ${node}` : ''}`
  tell(
    'dossier/edited',
    `Unexpected hash \`${file.sha256}\` of ${quoted(file.file)}, expected one that the seal of commit \`${short}\` names: ${claim}${chance}`,
  )
}

/** Each commit and date once. */
function rebuilder({options, repository}: Bench): Rebuild {
  const made = new Map<string, Promise<readonly string[] | string>>()
  const {root, toolVersion} = options
  const make = async (at: string, asOf: string) => {
    if (repository.status !== 'complete') return 'the clone is not whole'
    try {
      const read = {root, overlays: [], at, asOf, history: true, pinned: true, asCommitted: true}
      const opened = await open(read)
      if (opened.workspace.roots[0]?.commit?.startsWith(at) !== true)
        return 'a reference has the name of that commit'
      const evaluated = await evaluate(opened, toolVersion)
      const dossier = await compileDossier(opened, evaluated, false)
      const documents = await publish(dossier, ['pdf', 'html', 'json'])
      return documents.map(({sha256}) => sha256)
    } catch (error) {
      if (error instanceof CannotRun) return error.message
      throw error
    }
  }
  return (commit, asOf) => {
    const name = `${commit} ${asOf}`
    const known = made.get(name) ?? make(commit, asOf)
    made.set(name, known)
    return known
  }
}

/** What was sealed and is not in the folder, which is returned, and what is there and was not sealed. */
function tellRest(
  {find}: Bench,
  {path, names}: Folder,
  outputs: readonly string[],
): readonly string[] {
  const missing = outputs.filter((it) => it.startsWith('dossier.') && !names.includes(it))
  for (const it of missing)
    find(
      'dossier/missing',
      'warning',
      path,
      `Unexpected absence of \`${it}\` in the folder, expected it as it was sealed`,
      'Put the file that was sealed back, or compile it again from the commit',
    )
  const extra = names.filter(
    (it) => !outputs.includes(it) && !/^dossier\.(?:pdf|html|json)$/.test(it),
  )
  for (const it of extra)
    find(
      'dossier/extra',
      'note',
      path,
      `${quoted(it)} is in the folder and is not part of what was sealed: nothing here speaks of it`,
    )
  return missing
}
