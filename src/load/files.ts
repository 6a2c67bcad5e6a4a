import {createHash} from 'node:crypto'
import type {Diagnostic} from '../model/diagnostic.ts'
import {startOf} from '../model/location.ts'
import type {EvidenceFile, ScanHit, Source, Sources} from '../model/source.ts'
import {configFile} from './config.ts'
import {isPointer, readEvidence} from './evidence.ts'
import {nestedRoot, notFile, odd, tooLarge, unlisted} from './file-words.ts'
import {ignoredRecord} from './ignored.ts'
import type {FileUse, Ignored, Listing} from './listing.ts'
import {checkNames} from './names.ts'
import {parseSources} from './source.ts'
import {nothing, Scan, scanName, scanText, type Scanned} from './scan/scan.ts'
import type {FileStore, StoredFile} from './store.ts'
import {decodeRecord, rootOf} from './text.ts'
import {undecoded} from './worktree.ts'

const mebibyte = 1024 * 1024
/** House limits: a record is a page or two; an exhibit may be a scanned binder. */
const maxRecordBytes = 5 * mebibyte
const maxEvidenceBytes = 512 * mebibyte

/** Bytes of tables, exhibits and other files that are scanned; minutes of work, not hours. */
const maxScannedBytes = 1024 * mebibyte

/** Everything of one root. */
export interface Contents {
  readonly sources: Source[]
  readonly files: EvidenceFile[]
  readonly hits: ScanHit[]
  readonly ignored: Sources['ignored'][number][]
  readonly ignoredRecords: NonNullable<Sources['ignoredRecords']>[number][]
  readonly hashes: NonNullable<Sources['hashes']>[number][]
  readonly notScanned: NonNullable<Sources['notScanned']>[number][]
  readonly unread: NonNullable<Sources['unread']>[number][]
  readonly diagnostics: Diagnostic[]
  scanned: number
  recordFiles: number
  /** Bytes scanned of files that are no records. */
  otherBytes: number
}

/**
 * Reads the files of a root, each once.
 *
 * @param strays - Whether files that no glob names are findings.
 * @param only - The files to read; of others it is only counted how many hold records.
 */
export function readFiles(
  root: string,
  store: FileStore,
  listing: Listing,
  strays: boolean,
  only?: ReadonlySet<string>,
): Contents {
  const files = store.list()
  const contents: Contents = {
    sources: [],
    files: [],
    hits: [],
    ignored: [],
    hashes: [],
    ignoredRecords: [],
    notScanned: [],
    unread: [],
    diagnostics: checkNames(root, files),
    scanned: 0,
    recordFiles: 0,
    otherBytes: 0,
  }
  for (const file of files)
    if (only === undefined || only.has(file.path))
      readFile(root, file, store, listing, strays, contents)
    else if (
      file.type === 'file' &&
      namedUse(file.path, listing, listing.ignored(file.path)) === 'record'
    )
      contents.recordFiles += 1
  if (strays) contents.diagnostics.push(...listing.unmatched())
  return contents
}

function readFile(
  root: string,
  file: StoredFile,
  store: FileStore,
  listing: Listing,
  strays: boolean,
  contents: Contents,
): void {
  const {path} = file
  const report = (severity: Diagnostic['severity'], code: string, message: string, help: string) =>
    contents.diagnostics.push({
      code,
      severity,
      message,
      location: startOf(path, rootOf(root)),
      help,
    })
  for (const hit of scanName(root, path)) contents.hits.push(hit)
  const ignored = path === configFile ? undefined : listing.ignored(path)
  const reason = ignored?.reason
  if (reason !== undefined) contents.ignored.push({root, file: path, reason})
  if (file.type !== 'file') {
    const {code, message, help} = odd[file.type]
    const unnamed = path.includes(undecoded)
    // A name that could not be decoded is a finding of its own.
    if (reason === undefined && !unnamed) report('error', code, message, help)
    contents.notScanned.push({
      root,
      file: path,
      reason: unnamed ? 'name that is no UTF-8' : notFile[file.type],
    })
    return
  }
  const named = namedUse(path, listing, ignored)
  const use = named === 'seal' ? undefined : named
  if (use === 'record') contents.recordFiles += 1
  const limit = use === 'record' ? maxRecordBytes : maxEvidenceBytes
  if (file.bytes > limit) {
    contents.notScanned.push({root, file: path, reason: 'too large'})
    if (use === 'record') contents.unread.push({root, file: path})
    if (use !== undefined) report('error', 'file/too-large', ...tooLarge(use, file.bytes, limit))
  } else if (use === 'record') readRecord(root, file, store, contents)
  else {
    const pieces: Uint8Array[] | undefined =
      ignored !== undefined && file.bytes <= maxRecordBytes ? [] : undefined
    if (path === configFile) keepHash(root, path, store.read(path), contents)
    readOther(root, file, use, store, contents, pieces)
    if (ignored !== undefined)
      contents.ignoredRecords.push(...ignoredRecord(root, path, ignored, listing, pieces))
  }
  if (named !== undefined || reason !== undefined || path === configFile) return
  if (isNested(path)) report('error', 'file/nested-root', ...nestedRoot)
  else if (strays) report('warning', 'file/unlisted', ...unlisted)
}

/** What the globs make of a file that is read. */
function namedUse(
  path: string,
  listing: Listing,
  ignored: Ignored | undefined,
): FileUse | undefined {
  const isAside = path === configFile || isNested(path) || ignored !== undefined
  return isAside ? undefined : listing.use(path)
}

/** Whether another governance repository seems to begin there. */
function isNested(path: string): boolean {
  return path.endsWith(`/${configFile}`)
}

function readRecord(root: string, {path}: StoredFile, store: FileStore, contents: Contents): void {
  const bytes = store.glance?.(path) ?? store.read(path)
  const decoded = decodeRecord(root, path, bytes)
  // A text of ASCII, which is at hand anyway, says the same: no other is as long as its bytes.
  const isKept = 'text' in decoded && decoded.text.length === bytes.length
  keepHash(root, path, isKept ? decoded.text : Uint8Array.from(bytes), contents)
  let scanned: Scanned | undefined
  if ('diagnostic' in decoded) {
    const scan = new Scan(root, path, 'other')
    scan.see(bytes)
    scanned = scan.end()
    contents.diagnostics.push(decoded.diagnostic)
    contents.unread.push({root, file: path})
  } else if (isPointer(decoded.text, bytes.length)) {
    contents.unread.push({root, file: path})
    contents.diagnostics.push({
      code: 'file/pointer',
      severity: 'error',
      message: 'Unexpected large-file pointer, expected the record itself',
      location: startOf(path, rootOf(root)),
      help: 'Fetch the file, and keep records out of large-file storage',
    })
  } else {
    scanned = scanText(root, path, decoded.text)
    const {sources, diagnostics, whole} = parseSources(root, path, decoded.text)
    if (!whole) contents.unread.push({root, file: path})
    for (const source of sources) contents.sources.push(source)
    for (const diagnostic of diagnostics) contents.diagnostics.push(diagnostic)
  }
  count(root, path, scanned ?? nothing, contents)
}

/** @param content - Bytes, or a text of ASCII. */
function keepHash(
  root: string,
  file: string,
  content: Uint8Array | string,
  {hashes}: Contents,
): void {
  hashes.push(new KeptHash(root, file, content))
}

/** Worked out when it is asked for: only dossiers and seals print it. */
class KeptHash {
  readonly root: string
  readonly file: string
  readonly #content: Uint8Array | string
  #known: string | undefined

  constructor(root: string, file: string, content: Uint8Array | string) {
    this.root = root
    this.file = file
    this.#content = content
  }

  get sha256(): string {
    this.#known ??= createHash('sha256').update(this.#content).digest('hex')
    return this.#known
  }
}

/**
 * Tables and exhibits are hashed and scanned in one pass; any other file is scanned. `pieces` gets
 * what was read.
 */
function readOther(
  root: string,
  file: StoredFile,
  use: EvidenceFile['use'] | undefined,
  store: FileStore,
  contents: Contents,
  pieces?: Uint8Array[],
): void {
  const {path} = file
  // Past the budget files are hashed only, and listed as not scanned.
  const scan =
    contents.otherBytes + file.bytes > maxScannedBytes
      ? undefined
      : new Scan(root, path, use === 'table' ? 'table' : 'other')
  if (scan) contents.otherBytes += file.bytes
  const see = (chunk: Uint8Array) => {
    scan?.see(chunk)
    pieces?.push(chunk)
  }
  if (use !== undefined) contents.files.push(readEvidence(root, file, use, store, see))
  else if (scan) for (const chunk of store.chunks?.(path) ?? [store.read(path)]) see(chunk)
  if (scan) count(root, path, scan.end(), contents)
  else contents.notScanned.push({root, file: path, reason: 'past the scan\u2019s budget'})
}

function count(root: string, file: string, scanned: Scanned, contents: Contents): void {
  const {hits, diagnostics, notScanned} = scanned
  for (const hit of hits) contents.hits.push(hit)
  for (const diagnostic of diagnostics) contents.diagnostics.push(diagnostic)
  if (notScanned === undefined) contents.scanned += 1
  else contents.notScanned.push({root, file, reason: notScanned})
}
