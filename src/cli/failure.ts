import {Errors} from '@oclif/core'
import {CannotRun} from '../model/diagnostic.ts'
import {nearestWord} from '../model/distance.ts'
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
  if (error instanceof Error && 'syscall' in error)
    return {...usage, message: error.message, help: helpOf(error as NodeJS.ErrnoException)}
  return {
    exitCode: exitCodes.bug,
    message: error instanceof Error ? error.message : String(error),
    help: 'This is a bug in cinch. Report it with the lines below; they may name files of yours.',
    stack: error instanceof Error ? error.stack : undefined,
  }
}
