import {configFile} from './config.ts'

/** What findings about files say: a message, and how to fix it. */

export const unlisted = [
  'Unexpected file, expected a record, a table, an exhibit or a file that is ignored with its reason',
  `Add a glob for it to \`ignore\` in ${configFile}, with the reason, or move it`,
] as const

export const nestedRoot = [
  `Unexpected ${configFile} in a folder, expected one at the root alone`,
  'Read the folder as an overlay root, or ignore it with its reason',
] as const

export function tooLarge(
  use: string,
  bytes: number,
  limit: number,
): [message: string, help: string] {
  return [
    `Unexpected ${use} file of ${bytes} bytes, expected at most ${limit}`,
    use === 'record'
      ? 'Split the file, or keep a roster as a table'
      : 'Keep it outside, and register where it is',
  ]
}

/** Why such a thing is not scanned. */
export const notFile = {
  symlink: 'link',
  submodule: 'repository of its own',
  other: 'device, pipe or socket',
} as const

/** Things under a root that are no files. */
export const odd = {
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
