import {Errors} from '@oclif/core'
import {CannotRun} from '../model/diagnostic.ts'
import {exitCodes} from './exit.ts'

export interface Failure {
  readonly exitCode: number
  readonly message: string
  readonly help: string | undefined
  /** Only for a bug. */
  readonly stack: string | undefined
}

/**
 * What an error that reached the top means. oclif exits 1 for any plain error, which here means
 * "findings": nothing may take that way out.
 */
export function failureOf(
  error: unknown,
): Failure | {readonly exitCode: number; readonly message: null} {
  if (error instanceof Errors.ExitError) return {exitCode: error.oclif.exit ?? 0, message: null}
  const usage = {exitCode: exitCodes.cannotRun, stack: undefined}
  if (error instanceof CannotRun) return {...usage, message: error.message, help: error.help}
  if (error instanceof Errors.CLIError)
    return {...usage, message: error.message, help: 'cinch --help'}
  // The system said no: missing file, no permission, disk full.
  if (error instanceof Error && 'syscall' in error)
    return {...usage, message: error.message, help: undefined}
  return {
    exitCode: exitCodes.bug,
    message: error instanceof Error ? error.message : String(error),
    help: 'This is a bug in cinch. Report it with the lines below; they may name files of yours.',
    stack: error instanceof Error ? error.stack : undefined,
  }
}
