import type {Diagnostic} from '../model/diagnostic.ts'
import {startOf} from '../model/location.ts'
import type {EvidenceFile, ScanHit, Source, Sources} from '../model/source.ts'
import {configFile} from './config.ts'
import {readEvidence} from './evidence.ts'
import type {Listing} from './listing.ts'
import {checkNames} from './names.ts'
import {parseSources} from './source.ts'
import {Scan, scanName} from './scan/scan.ts'
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
  readonly notScanned: NonNullable<Sources['notScanned']>[number][]
  readonly unread: NonNullable<Sources['unread']>[number][]
  readonly diagnostics: Diagnostic[]
  scanned: number
  recordFiles: number
  /** Bytes scanned of files that are no records. */
  otherBytes: number
}

/** Reads the files of a root, each once. `strays`: whether files that no glob names are findings. */
export function readFiles(
  root: string,
  store: FileStore,
  listing: Listing,
  strays: boolean,
): Contents {
  const files = store.list()
  const contents: Contents = {
    sources: [],
    files: [],
    hits: [],
    ignored: [],
    notScanned: [],
    unread: [],
    diagnostics: checkNames(root, files),
    scanned: 0,
    recordFiles: 0,
    otherBytes: 0,
  }
  for (const file of files) readFile(root, file, store, listing, strays, contents)
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
  contents.hits.push(...scanName(root, path))
  const reason = listing.ignored(path)
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
  const use = reason === undefined && path !== configFile ? listing.use(path) : undefined
  if (use === 'record') contents.recordFiles += 1
  const limit = use === 'record' ? maxRecordBytes : maxEvidenceBytes
  if (file.bytes > limit) {
    contents.notScanned.push({root, file: path, reason: 'too large'})
    if (use === 'record') contents.unread.push({root, file: path})
    if (use !== undefined) report('error', 'file/too-large', ...tooLarge(use, file.bytes, limit))
  } else if (use === 'record') readRecord(root, file, store, contents)
  else readOther(root, file, use, store, contents)
  if (use === undefined && reason === undefined && strays && path !== configFile)
    report('warning', 'file/unlisted', ...unlisted)
}

const unlisted = [
  'Unexpected file, expected a record, a table, an exhibit or a file that is ignored with its reason',
  `Add a glob for it to \`ignore\` in ${configFile}, with the reason, or move it`,
] as const

function tooLarge(use: string, bytes: number, limit: number): [message: string, help: string] {
  return [
    `Unexpected ${use} file of ${bytes} bytes, expected at most ${limit}`,
    use === 'record'
      ? 'Split the file, or keep a roster as a table'
      : 'Keep it outside, and register where it is',
  ]
}

function readRecord(root: string, {path}: StoredFile, store: FileStore, contents: Contents): void {
  const bytes = store.read(path)
  const decoded = decodeRecord(root, path, bytes)
  const scan = new Scan(root, path, 'other')
  if ('diagnostic' in decoded) {
    scan.see(bytes)
    contents.diagnostics.push(decoded.diagnostic)
    contents.unread.push({root, file: path})
  } else {
    scan.seeText(decoded.text)
    const {sources, diagnostics, whole} = parseSources(root, path, decoded.text)
    if (!whole) contents.unread.push({root, file: path})
    for (const source of sources) contents.sources.push(source)
    for (const diagnostic of diagnostics) contents.diagnostics.push(diagnostic)
  }
  count(root, path, scan, contents)
}

/** Tables and exhibits are hashed and scanned in one pass; any other file is scanned. */
function readOther(
  root: string,
  file: StoredFile,
  use: EvidenceFile['use'] | undefined,
  store: FileStore,
  contents: Contents,
): void {
  const {path} = file
  // Past the budget files are hashed only, and listed as not scanned.
  const scan =
    contents.otherBytes + file.bytes > maxScannedBytes
      ? undefined
      : new Scan(root, path, use === 'table' ? 'table' : 'other')
  if (scan) contents.otherBytes += file.bytes
  const see = (chunk: Uint8Array) => scan?.see(chunk)
  if (use !== undefined) contents.files.push(readEvidence(root, file, use, store, see))
  else if (scan) for (const chunk of store.chunks?.(path) ?? [store.read(path)]) see(chunk)
  if (scan) count(root, path, scan, contents)
  else contents.notScanned.push({root, file: path, reason: 'past the scan\u2019s budget'})
}

function count(root: string, file: string, scan: Scan, contents: Contents): void {
  const {hits, diagnostics, notScanned} = scan.end()
  for (const hit of hits) contents.hits.push(hit)
  for (const diagnostic of diagnostics) contents.diagnostics.push(diagnostic)
  if (notScanned === undefined) contents.scanned += 1
  else contents.notScanned.push({root, file, reason: notScanned})
}

const notFile = {
  symlink: 'link',
  submodule: 'repository of its own',
  other: 'device, pipe or socket',
} as const

const odd = {
  symlink: {
    code: 'file/symlink',
    message: 'Unexpected link, expected a file: links are not followed',
    help: 'Put the file itself there; unlock an annexed exhibit first',
  },
  submodule: {
    code: 'file/submodule',
    message: 'Unexpected repository inside the root, expected files',
    help: 'Read it as an overlay root, or ignore the folder with its reason',
  },
  other: {
    code: 'file/not-regular',
    message: 'Unexpected device, pipe or socket, expected a file',
    help: 'Remove it',
  },
} as const
