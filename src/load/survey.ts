import {readConfig} from './config.ts'
import {isPointer} from './evidence.ts'
import {runGit, type GitFolder} from './git/run.ts'
import {readListing} from './listing.ts'
import {checkNames} from './names.ts'
import type {FileStore} from './store.ts'
import {openWorktree} from './worktree.ts'
import {CannotRun} from '../model/diagnostic.ts'

/** Files of a work tree that another machine, or another program, may read otherwise. */
export interface Survey {
  readonly files: number
  /** Records and tables that are not UTF-8. */
  readonly notUtf8: readonly string[]
  /** With a byte order mark. */
  readonly marked: readonly string[]
  /** Tables and exhibits in which a line ends in CR LF. */
  readonly crlf: readonly string[]
  /** Large-file pointers where the file should be. */
  readonly pointers: readonly string[]
  /** Names that differ in case or Unicode form alone, or hold control characters. */
  readonly names: readonly string[]
  /** Not looked into, for their size. */
  readonly skipped: number
}

/** Bytes of one file, and of all: a survey is to take seconds. */
const mostBytes = {file: 16 * 1024 * 1024, all: 512 * 1024 * 1024} as const

const utf8 = new TextDecoder('utf-8', {fatal: true})

/**
 * Looks at the records, tables and exhibits of a governance repository as files. Writes nothing and
 * starts nothing.
 *
 * @throws {CannotRun} Where it has no usable `cinch.yaml`, or a newer program wrote it.
 */
export function surveyFolder(root: string): Survey {
  const store = openWorktree(root)
  const {config, configSource} = readConfig('main', store, () => {
    throw new CannotRun('Unexpected folder without cinch.yaml, expected a governance repository')
  })
  const listing = readListing('main', config, configSource)
  const files = store.list()
  const survey = {
    files: files.length,
    notUtf8: [] as string[],
    marked: [] as string[],
    crlf: [] as string[],
    pointers: [] as string[],
    names: checkNames('main', files).map(({location}) => location.file),
    skipped: 0,
  }
  let left: number = mostBytes.all
  for (const {path, bytes, type} of files) {
    const use = listing.ignored(path) === undefined ? listing.use(path) : undefined
    if (type !== 'file' || use === undefined || use === 'seal') continue
    if (bytes > mostBytes.file || bytes > left) {
      survey.skipped += 1
      continue
    }
    left -= bytes
    look(store, path, use, survey)
  }
  return survey
}

function look(
  store: FileStore,
  path: string,
  use: 'record' | 'table' | 'exhibit',
  {notUtf8, marked, crlf, pointers}: Record<'notUtf8' | 'marked' | 'crlf' | 'pointers', string[]>,
): void {
  const bytes = store.read(path)
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (isPointer(start, bytes.length)) pointers.push(path)
  if (start.startsWith('\u00EF\u00BB\u00BF')) marked.push(path)
  const isText = use === 'record' || /\.(?:csv|tsv|txt|md|json)$/i.test(path)
  if (isText && use !== 'exhibit' && !isUtf8(bytes)) notUtf8.push(path)
  if (isText && use !== 'record' && Buffer.from(bytes).includes('\r\n')) crlf.push(path)
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    utf8.decode(bytes)
    return true
  } catch {
    return false
  }
}

/**
 * Of several files, those whose line ends git may change on another machine: no attribute says
 * `-text` (or `binary`).
 *
 * @param paths - From the folder looked at, which lies at `prefix` in the repository.
 * @throws {CannotRun} When git is not installed or fails.
 */
export async function withoutTextAttribute(
  repository: GitFolder & {readonly prefix: string},
  paths: readonly string[],
): Promise<readonly string[]> {
  if (paths.length === 0) return []
  const input = paths.map((it) => `${repository.prefix}${it}\0`).join('')
  const answer = await runGit(repository, ['check-attr', '-z', '--stdin', 'text'], input)
  const fields = answer.toString('utf8').split('\0')
  return paths.filter((_, index) => fields[3 * index + 2] !== 'unset')
}
