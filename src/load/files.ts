import type {Diagnostic} from '../model/diagnostic.ts'
import {startOf} from '../model/location.ts'
import type {EvidenceFile, ScanHit, Source, Sources} from '../model/source.ts'
import {configFile} from './config.ts'
import {readEvidence} from './evidence.ts'
import type {Listing} from './listing.ts'
import {checkNames} from './names.ts'
import {parseSources} from './source.ts'
import type {FileStore, StoredFile} from './store.ts'
import {decodeRecord, rootOf} from './text.ts'

const mebibyte = 1024 * 1024
/** House limits: a record is a page or two; an exhibit may be a scanned binder. */
const maxRecordBytes = 5 * mebibyte
const maxEvidenceBytes = 512 * mebibyte

/** Everything of one root. */
export interface Contents {
  readonly sources: Source[]
  readonly files: EvidenceFile[]
  readonly hits: ScanHit[]
  readonly ignored: Sources['ignored'][number][]
  readonly notScanned: NonNullable<Sources['notScanned']>[number][]
  readonly diagnostics: Diagnostic[]
  scanned: number
  recordFiles: number
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
    diagnostics: checkNames(root, files),
    scanned: 0,
    recordFiles: 0,
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
  const report = (severity: Diagnostic['severity'], code: string, message: string, help: string) =>
    contents.diagnostics.push({
      code,
      severity,
      message,
      location: startOf(file.path, rootOf(root)),
      help,
    })
  if (file.path === configFile) return
  const reason = listing.ignored(file.path)
  if (reason !== undefined) {
    contents.ignored.push({root, file: file.path, reason})
    return
  }
  if (file.type !== 'file') {
    const {code, message, help} = odd[file.type]
    report('error', code, message, help)
    return
  }
  const use = listing.use(file.path)
  if (use === undefined) {
    if (strays)
      report(
        'warning',
        'file/unlisted',
        'Unexpected file, expected a record, a table, an exhibit or a file that is ignored with its reason',
        `Add a glob for it to \`ignore\` in ${configFile}, with the reason, or move it`,
      )
    return
  }
  const limit = use === 'record' ? maxRecordBytes : maxEvidenceBytes
  if (use === 'record') contents.recordFiles += 1
  if (file.bytes > limit) {
    report(
      'error',
      'file/too-large',
      `Unexpected ${use} file of ${file.bytes} bytes, expected at most ${limit}`,
      use === 'record'
        ? 'Split the file, or keep a roster as a table'
        : 'Keep it outside, and register where it is',
    )
    return
  }
  if (use === 'record') readRecord(root, file, store, contents)
  else contents.files.push(readEvidence(root, file, use, store, () => {}))
}

function readRecord(root: string, {path}: StoredFile, store: FileStore, contents: Contents): void {
  const decoded = decodeRecord(root, path, store.read(path))
  if ('diagnostic' in decoded) {
    contents.diagnostics.push(decoded.diagnostic)
    return
  }
  const {sources, diagnostics} = parseSources(root, path, decoded.text)
  for (const source of sources) contents.sources.push(source)
  for (const diagnostic of diagnostics) contents.diagnostics.push(diagnostic)
}

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
