import {
  closeSync,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import {join} from 'node:path'
import {CannotRun} from '../model/diagnostic.ts'
import {quoted} from '../model/show.ts'
import {cannotWrite} from './failure.ts'
import {withLock} from './lock.ts'
import {checkPath, standing} from './paths.ts'

/** A file to write below a root. */
export interface FileToWrite {
  /** From the root, `/`-separated. */
  readonly path: string
  readonly bytes: Uint8Array
  /**
   * What stands there when this was thought out; null for nothing. Where something else is found
   * under the lock, nothing is written. Left out: whatever stands there is replaced.
   */
  readonly was?: Uint8Array | null
}

export interface Written {
  readonly path: string
  readonly bytes: number
  readonly action: 'created' | 'replaced' | 'unchanged'
}

export interface WriteOptions {
  /** Look at everything and say what would be done; write nothing and take no lock. */
  readonly dryRun?: boolean
}

/**
 * Writes files below a folder, all or none as far as a file system can: each beside its place, then
 * all renamed. Where a rename fails, those before it are undone. Only a machine that stops between
 * two renames leaves some new and some old files, each whole.
 *
 * Folders are made where they lack. A file that is replaced keeps its mode. A file that holds the
 * bytes already is left alone.
 *
 * @param root - Folder that must exist; nothing outside it is touched, and no link below it followed.
 * @throws {CannotRun} When a path may not be written, another process holds the lock, a file is not
 *   what it was, or the system refuses: disk full, read-only.
 */
export function writeFiles(
  root: string,
  files: readonly FileToWrite[],
  {dryRun = false}: WriteOptions = {},
): readonly Written[] {
  const top = realFolder(root)
  const seen = new Set<string>()
  for (const {path} of files) {
    checkPath(top, path)
    // On a file system that folds case the second would replace the first.
    const folded = path.normalize('NFC').toLowerCase()
    if (seen.has(folded))
      throw new CannotRun(`Unexpected second file at ${quoted(path)}, expected one`)
    seen.add(folded)
  }
  if (dryRun) return files.map((it) => plan(top, it).written)
  return withLock(top, () => {
    const plans = files.map((it) => plan(top, it))
    write(
      top,
      plans.filter(({written}) => written.action !== 'unchanged'),
    )
    return plans.map(({written}) => written)
  })
}

interface Plan {
  readonly file: FileToWrite
  readonly written: Written
  /** Null where nothing stands there. */
  readonly before: {readonly bytes: Uint8Array; readonly mode: number} | null
}

function realFolder(root: string): string {
  try {
    const real = realpathSync(root)
    if (statSync(real).isDirectory()) return real
  } catch (error) {
    throw cannotWrite(root, error)
  }
  throw new CannotRun(`Unexpected file ${quoted(root)}, expected a folder to write to`)
}

/** What will be done with a file. Looks again at what stands there: it is called under the lock. */
function plan(top: string, file: FileToWrite): Plan {
  const {path, bytes, was} = file
  checkPath(top, path)
  const stats = standing(join(top, path))
  const before = stats === undefined ? null : {bytes: reading(top, path), mode: stats.mode & 0o7777}
  if (was !== undefined && !isSame(before?.bytes ?? null, was))
    throw new CannotRun(
      was === null
        ? `Unexpected file ${quoted(path)}, expected none there yet`
        : `Unexpected change of ${quoted(path)} by another program, expected it as it was read`,
      'Nothing was written; look at the file, then run the command again',
    )
  const action =
    before === null ? 'created' : isSame(before.bytes, bytes) ? 'unchanged' : 'replaced'
  return {file, written: {path, bytes: bytes.length, action}, before}
}

function reading(top: string, path: string): Uint8Array {
  try {
    return readFileSync(join(top, path))
  } catch (error) {
    throw cannotWrite(path, error)
  }
}

function isSame(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a === null || b === null ? a === b : Buffer.compare(a, b) === 0
}

/**
 * Synchronous from the first folder to the last rename: an interrupt from the keyboard waits until
 * it is done, so that no half-written file and no lock is left.
 */
function write(top: string, plans: readonly Plan[]): void {
  const made: string[] = []
  const parts: string[] = []
  const renamed: Plan[] = []
  let current = ''
  try {
    for (const it of plans) {
      current = it.file.path
      made.push(...makeFolders(top, current))
      parts.push(partOf(top, current))
      writePart(partOf(top, current), it.file.bytes, it.before?.mode)
    }
    for (const it of plans) {
      current = it.file.path
      renameSync(partOf(top, current), join(top, current))
      renamed.push(it)
    }
  } catch (error) {
    for (const it of renamed.reverse()) undo(top, it)
    for (const part of parts) rmSync(part, {force: true})
    for (const folder of made.reverse()) removeEmpty(folder)
    throw cannotWrite(current, error)
  }
}

function partOf(top: string, path: string): string {
  return `${join(top, path)}.${process.pid}.part`
}

/** Makes the folders that lack above a file. @returns Those made, outermost first. */
function makeFolders(top: string, path: string): string[] {
  const made: string[] = []
  const names = path.split('/').slice(0, -1)
  names.forEach((_, index) => {
    const folder = join(top, ...names.slice(0, index + 1))
    if (standing(folder) !== undefined) return
    mkdirSync(folder)
    made.push(folder)
  })
  return made
}

/** `wx`: a file or link that stands there already is never written through. */
function writePart(part: string, bytes: Uint8Array, mode: number | undefined): void {
  const descriptor = openSync(part, 'wx', 0o666)
  try {
    writeFileSync(descriptor, bytes)
    if (mode !== undefined) fchmodSync(descriptor, mode)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

function undo(top: string, {file: {path}, before}: Plan): void {
  if (before === null) return rmSync(join(top, path), {force: true})
  const part = partOf(top, path)
  rmSync(part, {force: true})
  writePart(part, before.bytes, before.mode)
  renameSync(part, join(top, path))
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {
    // Someone has put a file there since: it stays.
  }
}
