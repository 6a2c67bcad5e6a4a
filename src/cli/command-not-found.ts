import type {Hook} from '@oclif/core'
import {nearestWord} from '../model/distance.ts'
import {CannotRun} from '../model/diagnostic.ts'

/** A mistyped command: says which one was meant, and never runs it. */
export const hook: Hook<'command_not_found'> = async ({id, config}) => {
  // oclif's own separator is a colon, whatever a user types.
  const typed = id.replaceAll(':', ' ')
  const known = config.commandIDs.map((it) => it.replaceAll(':', ' '))
  const meant = nearestWord(typed, known)
  throw new CannotRun(
    `Unexpected command \`${typed}\`, expected one of: ${known.join(', ')}`,
    meant === undefined ? 'cinch --help' : `Did you mean \`cinch ${meant}\`?`,
  )
}
