import {existsSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync} from 'node:fs'
import {basename, dirname, join, relative, sep} from 'node:path'
import {isDate} from '../model/date.ts'
import {CannotRun} from '../model/diagnostic.ts'
import {compareText} from '../model/location.ts'
import {quoted} from '../model/show.ts'
import {sealFolder, type SealStatement} from '../model/seal.ts'
import {sha256Of} from './history.ts'
import type {SealParts} from './signature.ts'
import {outputsOf, readSeal} from './statement.ts'

/** Larger files are no dossier of this program, and no seal. */
const mostBytes = 512 * 1024 * 1024

/** A seal as a file, with what stands beside it. */
export interface SealOnDisk extends SealParts {
  /** Folder it lies in, absolute. */
  readonly folder: string
  /** Whether it lies among the seals of the root. */
  readonly inRoot: boolean
  /** Whether it lies here with CR LF, as git on another system writes it; `bytes` have LF. */
  readonly lineEnds: boolean
}

/** One file of a dossier, as the user has it. */
export interface DossierFile {
  /** As the user named it, or below the folder named. */
  readonly file: string
  readonly bytes: Buffer
  readonly sha256: string
}

export type Target =
  | {readonly type: 'seal'; readonly seal: SealOnDisk}
  | {
      readonly type: 'dossier'
      readonly files: readonly DossierFile[]
      readonly folder: Folder | null
    }

/** What else a dossier's folder holds; null where one file was named. */
export interface Folder {
  /** As the user named it. */
  readonly path: string
  /** Names of all that is in it, sorted. */
  readonly names: readonly string[]
}

/**
 * What the user wants looked at: a seal, a dossier's folder, or one of its files.
 *
 * @throws {CannotRun} When nothing stands there, a folder without a dossier, or one with a link or
 *   a folder in the place of a file of it.
 */
export function targetOf(target: string, root: string): Target {
  if (!existsSync(target))
    throw new CannotRun(
      `Unexpected path ${quoted(target)}, expected a seal or a dossier`,
      'Name a file in seals/, or the folder of a dossier or one of its files',
    )
  if (statSync(target).isDirectory()) {
    const names = readdirSync(target).sort(compareText)
    const files = names
      .filter((it) => /^dossier\.(?:pdf|html|json)$/.test(it))
      .map((it) => dossierFile(ownFile(join(target, it))))
    if (files.length === 0)
      throw new CannotRun(
        `Unexpected folder ${quoted(target)} without a dossier, expected dossier.pdf, .html or .json`,
        'Name the folder that `cinch dossier` wrote',
      )
    return {type: 'dossier', files, folder: {path: target.split(sep).join('/'), names}}
  }
  if (/\.intoto\.json(?:\.(?:sig|tag|tsr|tst))?$/.test(target))
    return {type: 'seal', seal: sealAt(target.replace(/\.(?:sig|tag|tsr|tst)$/, ''), root)}
  const file = dossierFile(target)
  if (!/\.(?:pdf|html|json)$/i.test(target) && !beginsAsDossier(file.bytes))
    throw new CannotRun(
      `Unexpected file ${quoted(target)}, expected a seal or a dossier in PDF, HTML or JSON`,
      'Name a file in seals/, or the folder of a dossier or one of its files',
    )
  return {type: 'dossier', files: [file], folder: null}
}

/** Under whatever name it was passed on. */
function beginsAsDossier(bytes: Buffer): boolean {
  return /^(?:%PDF-|<!doctype html|\{)/i.test(bytes.toString('latin1', 0, 16))
}

/** A link may lead elsewhere tomorrow, and to whoever gets the folder: what it leads to is not looked at. */
function ownFile(path: string): string {
  if (lstatSync(path).isSymbolicLink())
    throw new CannotRun(
      `Unexpected link ${quoted(path)} in the folder of a dossier, expected the file itself`,
      'Put the file that was sealed in its place, or name one file instead of the folder',
    )
  return path
}

function dossierFile(path: string): DossierFile {
  const bytes = contentOf(path)
  return {file: path.split(sep).join('/'), bytes, sha256: sha256Of(bytes)}
}

function contentOf(path: string): Buffer {
  const stats = statSync(path)
  if (!stats.isFile())
    throw new CannotRun(
      `Unexpected ${stats.isDirectory() ? 'folder' : 'device or pipe'} ${quoted(path)}, expected a file`,
      'Name a file in seals/, or the folder of a dossier or one of its files',
    )
  if (stats.size > mostBytes)
    throw new CannotRun(`Unexpected size of ${quoted(path)}, expected at most 512 MiB`)
  return readFileSync(path)
}

/** @throws {Error} Of the system, where it cannot be read. */
function sealAt(path: string, root: string): SealOnDisk {
  if (!existsSync(path))
    throw new CannotRun(`Unexpected signature without its seal ${quoted(path)}, expected both`)
  const raw = contentOf(path)
  const bytes = withLf(raw)
  const folder = dirname(realpathSync(path))
  const inRoot = relative(realpathSync(root), folder) === sealFolder
  return {
    file: inRoot ? `${sealFolder}/${basename(path)}` : path.split(sep).join('/'),
    bytes,
    sha256: sha256Of(bytes),
    signature: beside(path, '.sig'),
    tag: beside(path, '.tag'),
    folder,
    inRoot,
    lineEnds: bytes.length < raw.length,
  }
}

/** Git on another system may have written CR LF; a seal has no CR of its own. */
function withLf(bytes: Buffer): Buffer {
  if (!bytes.includes('\r\n')) return bytes
  return Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')
}

/** Nothing where a link stands: it may lead anywhere. */
function beside(path: string, end: string): Buffer | null {
  const stats = lstatSync(`${path}${end}`, {throwIfNoEntry: false})
  return stats?.isFile() === true ? withLf(contentOf(`${path}${end}`)) : null
}

/** Time-stamp tokens beside a seal, as paths. */
export function tokensOf({folder, file}: SealOnDisk): readonly string[] {
  return ['.tsr', '.tst']
    .map((it) => join(folder, `${basename(file)}${it}`))
    .filter((it) => lstatSync(it, {throwIfNoEntry: false})?.isFile() === true)
}

/** Every seal in the working tree of a root that can be read, in the order of their names. */
export function sealsOnDisk(root: string): readonly (SealOnDisk & {statement: SealStatement})[] {
  const folder = join(root, sealFolder)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((it) => it.endsWith('.intoto.json') && lstatSync(join(folder, it)).isFile())
    .sort()
    .flatMap((it) => {
      const seal = sealAt(join(folder, it), root)
      const read = readSeal(seal.bytes)
      return 'statement' in read ? [{...seal, statement: read.statement}] : []
    })
}

/** The seal that a dossier belongs to: by its hashes, then by the commit and date that it names, then the last. */
export function sealOfDossier<T extends {readonly statement: SealStatement}>(
  files: readonly DossierFile[],
  seals: readonly T[],
): T | undefined {
  const newest = seals.toReversed()
  const hashes = new Set(files.map(({sha256}) => sha256))
  const said = files.map(saidIn)
  const named = newest.filter(({statement: {predicate}}) =>
    said.some(({commit}) => commit !== null && predicate.commit.startsWith(commit)),
  )
  return (
    newest.find(({statement}) => outputsOf(statement).some(({sha256}) => hashes.has(sha256))) ??
    named.find(({statement: {predicate}}) => said.some(({asOf}) => asOf === predicate.asOf)) ??
    named[0] ??
    newest[0]
  )
}

const formats = ['pdf', 'html', 'json'] as const
export type DossierFormat = (typeof formats)[number]

/** What a file of a dossier says of itself; anybody can write anything there. */
export interface Said {
  /** By its first bytes, whatever its name; null where it is none. */
  readonly format: DossierFormat | null
  /** Its hash, or the first twelve digits or more of it. */
  readonly commit: string | null
  readonly asOf: string | null
}

/** The format that the name of a file claims; null where it claims none of these. */
export function formatNamed(file: string): DossierFormat | null {
  const end = file.slice(file.lastIndexOf('.') + 1).toLowerCase()
  return formats.find((it) => it === end) ?? null
}

/** Read as the renderers write it, from the bytes alone. */
export function saidIn({bytes}: DossierFile): Said {
  const head = bytes.subarray(0, 64).toString('latin1').trimStart()
  const text = bytes.toString('latin1')
  const found = (pattern: RegExp) => pattern.exec(text)?.[1] ?? null
  if (head.startsWith('%PDF-')) {
    const [, year, month, date] = /\(D:(\d{4})(\d{2})(\d{2})\d{6}Z\)/.exec(text) ?? []
    return {
      format: 'pdf',
      commit: found(/\(sha256:[0-9a-f]{64} commit:([0-9a-f]{40,64})\)/),
      asOf: realDate(year === undefined ? null : `${year}-${month}-${date}`),
    }
  }
  if (head.startsWith('{'))
    return {
      format: 'json',
      commit: found(/^ {2}"commit": "([0-9a-f]{40,64})"/m),
      asOf: realDate(found(/^ {2}"asOf": "(\d{4}-\d{2}-\d{2})"/m)),
    }
  return {
    format: /^<!doctype html/i.test(head) ? 'html' : null,
    commit: found(/class="date">As of [^<]*<code>([0-9a-f]{12,64})<\/code>/),
    asOf: realDate(found(/class="date">As of (\d{4}-\d{2}-\d{2})/)),
  }
}

function realDate(text: string | null): string | null {
  return text !== null && isDate(text) ? text : null
}
