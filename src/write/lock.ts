import {closeSync, openSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {hostname} from 'node:os'
import {join} from 'node:path'
import {CannotRun} from '../model/diagnostic.ts'
import {quoted} from '../model/show.ts'
import {cannotWrite} from './failure.ts'

/** Stands at the root while files are written, and only then. */
const lockFile = '.cinch.lock'

/**
 * Runs `work` while holding the lock of a root. The lock of another process is waited for by nobody
 * and broken by nobody: the message says who holds it, and whether that process still runs.
 *
 * @param top - Real path of the root.
 * @throws {CannotRun} When it is held, or cannot be made.
 */
export function withLock<T>(top: string, work: () => T): T {
  const file = join(top, lockFile)
  let descriptor: number
  try {
    descriptor = openSync(file, 'wx', 0o644)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw cannotWrite(lockFile, error)
    throw held(file)
  }
  try {
    writeFileSync(descriptor, `${process.pid} ${hostname()}\n`)
    return work()
  } catch (error) {
    throw cannotWrite(lockFile, error)
  } finally {
    closeSync(descriptor)
    rmSync(file, {force: true})
  }
}

function held(file: string): CannotRun {
  const {holder, since} = read(file)
  const by = holder === undefined ? '' : ` of process ${holder.pid} on ${quoted(holder.host)}`
  const stale = holder !== undefined && holder.host === hostname() && !isRunning(holder.pid)
  return new CannotRun(
    `Unexpected lock \`${lockFile}\`${by}${since}, expected none`,
    stale
      ? `That process has ended without removing it. Check with \`git status\` what it left, remove \`${lockFile}\`, and run the command again`
      : `Another cinch is writing here. Wait until it is done; where none is, remove \`${lockFile}\``,
  )
}

/** A lock may be a stranger's file: of its text only a number and a host's name are used. */
function read(file: string): {holder?: {pid: number; host: string}; since: string} {
  try {
    const since = ` since ${statSync(file).mtime.toISOString().slice(0, 16)}Z`
    const found = /^(\d{1,9}) ([\w.-]{1,255})\n$/.exec(readFileSync(file, 'latin1').slice(0, 300))
    if (found === null) return {since}
    return {holder: {pid: Number(found[1]), host: found[2] ?? ''}, since}
  } catch {
    // It was removed between the two looks, or may not be read.
    return {since: ''}
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
