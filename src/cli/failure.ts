import {Errors} from '@oclif/core'
import {CannotRun} from '../model/diagnostic.ts'
import {nearestWord} from '../model/distance.ts'
import {quoted} from '../model/show.ts'
import {exitCodes} from './exit.ts'

export interface Failure {
  readonly exitCode: number
  readonly message: string
  readonly help: string | undefined
  /** Only for a bug. */
  readonly stack: string | undefined
}

/** For a mistyped flag the one that was meant, else the help of the command that was typed. */
function usageHelp(error: object, argv: readonly string[]): string {
  const {flags, parse} = error as {
    readonly flags?: unknown
    readonly parse?: {readonly input?: {readonly flags?: object}}
  }
  const typed: unknown = Array.isArray(flags) ? flags[0] : undefined
  // Arguments are parsed only once the command is known.
  const command = 'parse' in error && argv[0]?.startsWith('-') === false ? ` ${argv[0]}` : ''
  const help = `\`cinch${command} --help\` shows its arguments and flags`
  if (typeof typed !== 'string') return help
  const known = Object.keys(parse?.input?.flags ?? {})
  const meant = nearestWord(typed.replace(/^-+/, ''), known)
  return meant === undefined ? help : `Did you mean \`--${meant}\`?`
}

/** Calls of the system that only read. */
const reading = new Set(['scandir', 'stat', 'lstat', 'read', 'readlink'])

/** What the system said no to, without its own words where ours are known. */
function wordsOf(error: NodeJS.ErrnoException): string {
  if (error.path === undefined) return error.message
  const path = quoted(error.path)
  switch (error.code ?? '') {
    case 'EEXIST':
      return `Unexpected file ${path}, expected a folder`
    case 'ENOTDIR':
      return `Unexpected file on the way to ${path}, expected a folder`
    case 'EISDIR':
      return `Unexpected folder ${path}, expected a file`
    case 'ENOENT':
      return `Unexpected path ${path}, expected a file or folder that exists`
    case 'EACCES':
    case 'EPERM':
      return `Cannot ${reading.has(error.syscall ?? '') ? 'read' : 'open or write'} ${path}: permission denied`
    case 'EROFS':
      return `Cannot write ${path}: the disk is read-only`
    case 'ENOSPC':
      return `Cannot write ${path}: the disk is full`
    default:
      return error.message
  }
}

/** What to do where the system said no. */
function helpOf({code, syscall}: NodeJS.ErrnoException): string {
  switch (code ?? '') {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      if (reading.has(syscall ?? ''))
        return 'Change its permissions so that you may read it: nothing is passed over'
      return 'Choose a folder that you may write to, or change its permissions'
    case 'EEXIST':
    case 'ENOTDIR':
      return 'A file stands where a folder is wanted; choose another path'
    case 'EISDIR':
      return 'A folder stands where a file is wanted; name a file'
    case 'ENOENT':
      return 'Check the path: this file or folder does not exist'
    case 'ENOSPC':
      return 'The disk is full; nothing was changed'
    default:
      return 'Check the path and its permissions'
  }
}

/**
 * What an error that reached the top means. oclif exits 1 for any plain error, which here means
 * "findings": nothing may take that way out.
 *
 * @param argv - Arguments after the program's name.
 */
export function failureOf(
  error: unknown,
  argv: readonly string[],
): Failure | {readonly exitCode: number; readonly message: null} {
  if (error instanceof Errors.ExitError) return {exitCode: error.oclif.exit ?? 0, message: null}
  const usage = {exitCode: exitCodes.cannotRun, stack: undefined}
  if (error instanceof CannotRun) return {...usage, message: error.message, help: error.help}
  if (error instanceof Errors.CLIError) {
    const message = error.message
      .replace('The following error occurred:', '')
      .replace('See more help with --help', '')
      // It warns of list flags that take what follows them; ours take one value each.
      .replace(/\n\nNote: --[^]*$/, '')
      .trim()
    return {...usage, message, help: usageHelp(error, argv)}
  }
  // The system said no: missing file, no permission, disk full.
  if (error instanceof Error && 'syscall' in error) {
    const refused = error as NodeJS.ErrnoException
    return {...usage, message: wordsOf(refused), help: helpOf(refused)}
  }
  return {
    exitCode: exitCodes.bug,
    message: error instanceof Error ? error.message : String(error),
    help: 'This is a bug in cinch. Report it with the lines below; they may name files of yours.',
    stack: error instanceof Error ? error.stack : undefined,
  }
}
