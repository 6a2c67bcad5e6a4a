import {CannotRun} from '../model/diagnostic.ts'
import {quoted} from '../model/show.ts'

/** What the system's codes mean to a person, and what to do. */
const meanings: Readonly<Record<string, readonly [string, string]>> = {
  ENOSPC: ['the disk is full', 'Make room on the disk; nothing was changed'],
  EDQUOT: ['the quota is used up', 'Make room on the disk; nothing was changed'],
  EFBIG: ['the system allows no file so large', 'Raise the limit, or write elsewhere'],
  EROFS: ['the disk is read-only', 'Write to a folder on a disk that can be written'],
  EACCES: ['permission denied', 'Choose a folder that you may write to, or change its permissions'],
  EPERM: ['permission denied', 'Choose a folder that you may write to, or change its permissions'],
  ENOENT: ['there is no such folder', 'Check the path'],
  ENOTDIR: ['a file stands where a folder is wanted', 'Choose another path'],
  EEXIST: [
    'a file of an interrupted run stands beside it',
    'Remove the file that ends in `.part`, then run the command again',
  ],
  ENAMETOOLONG: ['the name is too long', 'Choose a shorter path'],
  EMFILE: ['too many files are open', 'Close some programs and try again'],
}

/**
 * The system's refusal in words. Whatever is none, such as a fault of ours, comes back as it is.
 *
 * @param path - File or folder concerned, as the user knows it.
 */
export function cannotWrite(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('syscall' in error)) return error
  const code = (error as NodeJS.ErrnoException).code ?? ''
  const [words, help] = meanings[code] ?? [code, 'Check the path and its permissions']
  return new CannotRun(`Cannot write ${quoted(path)}: ${words}`, help)
}
