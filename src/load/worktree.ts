import {
  closeSync,
  constants,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
  type Stats,
} from 'node:fs'
import {join} from 'node:path'
import {compareText} from '../model/location.ts'
import type {FileStore, StoredFile} from './store.ts'

let opened = 0

/** How many files of work trees this program has opened. */
export function filesOpened(): number {
  return opened
}

const chunkBytes = 1024 * 1024
/** Most record files are far smaller. */
const smallBytes = 64 * 1024
// A link or a pipe that took the place of the file since it was listed is not followed or waited for.
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/** Stands in a name for bytes that are not UTF-8; a file of that name could not be opened. */
export const undecoded = '\ufffd'

/**
 * The files under a folder as they are now, without `.git`. Links are listed and never followed; a
 * folder with a repository of its own is listed as one and not entered.
 *
 * @throws {Error} Of the system, where a folder cannot be read.
 */
export function openWorktree(root: string): FileStore {
  let files: StoredFile[] | undefined
  const sizes = new Map<string, number>()
  const before = join(root, 'x').slice(0, -1)
  const list = () => {
    if (files === undefined) {
      files = []
      walk(root, (it) => files?.push(it))
      files.sort((a, b) => compareText(a.path, b.path))
      for (const {path, bytes} of files) sizes.set(path, bytes)
    }
    return files
  }
  return {
    list,
    read: (path) =>
      withFile(before + path, (file) => Uint8Array.from(readWhole(file, sizes.get(path)))),
    glance: (path) => withFile(before + path, (file) => readWhole(file, sizes.get(path))),
    *chunks(path) {
      const file = openOne(before + path)
      try {
        for (;;) {
          const chunk = new Uint8Array(chunkBytes)
          const length = readSync(file, chunk)
          if (length === 0) return
          yield chunk.subarray(0, length)
        }
      } finally {
        closeSync(file)
      }
    },
  }
}

function openOne(path: string): number {
  opened += 1
  return openSync(path, flags)
}

function withFile<T>(path: string, use: (file: number) => T): T {
  const file = openOne(path)
  try {
    return use(file)
  } finally {
    closeSync(file)
  }
}

/** Room for one small file at a time. */
let room: Uint8Array | undefined

/**
 * The whole of an open file; in one call of the system, and in the room of all, where it is small and
 * as long as listed.
 */
function readWhole(file: number, listedBytes: number | undefined): Uint8Array {
  room ??= new Uint8Array(smallBytes)
  const length = readSync(file, room)
  const start = room.subarray(0, length)
  return length === listedBytes && length < smallBytes
    ? start
    : Buffer.concat([start, readFileSync(file)])
}

/**
 * Every path under a folder, as {@link openWorktree} lists it, in the order of the system.
 *
 * @param onFile - Called for each of them.
 * @param onStats - Called for each regular file, and each folder before what it holds.
 */
export function walk(
  root: string,
  onFile: (file: StoredFile) => void,
  onStats?: (path: string, stats: Stats) => void,
): void {
  const folders = ['']
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    onStats?.(folder, statSync(`${root}/${folder}`))
    for (const item of readdirSync(join(root, folder), {withFileTypes: true})) {
      const path = folder === '' ? item.name : `${folder}/${item.name}`
      if (item.name === '.git') continue
      if (item.name.includes(undecoded)) {
        onFile({path, bytes: 0, type: 'other'})
      } else if (item.isDirectory()) {
        if (existsSync(join(root, path, '.git'))) onFile({path, bytes: 0, type: 'submodule'})
        else folders.push(path)
      } else if (item.isFile()) {
        const stats = statSync(`${root}/${path}`)
        onFile({path, bytes: stats.size, type: 'file'})
        onStats?.(path, stats)
      } else {
        onFile({path, bytes: 0, type: item.isSymbolicLink() ? 'symlink' : 'other'})
      }
    }
  }
}
