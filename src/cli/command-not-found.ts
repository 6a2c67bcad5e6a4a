import type {Hook} from '@oclif/core'
import {nearestWord} from '../model/distance.ts'
import {CannotRun} from '../model/diagnostic.ts'

/** A mistyped command: says which one was meant, and never runs it. */
export const hook: Hook<'command_not_found'> = async ({id, config}) => {
  const meant = nearestWord(id, config.commandIDs)
  throw new CannotRun(
    `Unexpected command \`${id}\`, expected one of: ${config.commandIDs.join(', ')}`,
    meant === undefined ? 'cinch --help' : `Did you mean \`cinch ${meant}\`?`,
  )
}
