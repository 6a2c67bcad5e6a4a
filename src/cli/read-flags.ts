import {Flags} from '@oclif/core'
import {isDate} from '../model/date.ts'
import {CannotRun} from '../model/diagnostic.ts'

/** What is read: a commit by name, the last one by a date, or the working tree. Never judged at. */
export const readFlags = {
  at: Flags.string({
    summary: 'Commit to read instead: a hash, branch or tag.',
    helpValue: 'REV',
  }),
  'known-on': Flags.string({
    summary: 'Read the last commit of the main line by this date, YYYY-MM-DD.',
    helpValue: 'DATE',
    exclusive: ['at'],
  }),
  worktree: Flags.boolean({
    summary: 'Read the working tree instead of a commit.',
    exclusive: ['at', 'known-on'],
  }),
}

/** For commands that read the history: what its signatures are checked against. */
export const signersFlag = {
  'allowed-signers': Flags.string({
    summary: "File of keys in git's form; it then decides alone.",
    description:
      'Who can write the records can add a key to them. A file from elsewhere binds signatures ' +
      'to people without the records; `cinch signers` prints one to begin with.',
    helpValue: 'FILE',
  }),
}

/** The revision that exceptions are read from; `openBase` of the pipeline reads it. */
export const baseFlag = Flags.string({
  summary: 'Commit whose exceptions are honoured: a hash, branch or tag.',
  description:
    'A change cannot excuse itself: a FindingException counts for the exit code only where ' +
    'this commit holds it too. Without a base every exception is shown and none is honoured.',
  helpValue: 'REV',
})

interface Given {
  readonly root: string
  readonly overlay: readonly string[]
  readonly at?: string | undefined
  readonly 'known-on'?: string | undefined
  readonly worktree?: boolean | undefined
  readonly 'allowed-signers'?: string | undefined
}

/** The part of the pipeline's options that says what is read. `fallback`: where no flag says it. */
export function whatIsRead(flags: Given, fallback: 'HEAD' | 'worktree' = 'HEAD') {
  const {root, overlay, at, worktree} = flags
  const {'known-on': knownOn, 'allowed-signers': allowedSigners} = flags
  if (knownOn !== undefined && !isDate(knownOn))
    throw new CannotRun(
      `Unexpected --known-on \`${knownOn}\`, expected a date that exists`,
      'Write it as YYYY-MM-DD, such as 2026-06-30',
    )
  return {
    root,
    overlays: overlay,
    at: worktree === true ? 'worktree' : (at ?? (knownOn === undefined ? fallback : 'HEAD')),
    pinned: at !== undefined || knownOn !== undefined,
    ...(knownOn === undefined ? {} : {knownOn}),
    ...(allowedSigners === undefined ? {} : {allowedSigners}),
  }
}
