/** One path of a root, before anything of it is read. */
export interface StoredFile {
  /** From the governance root, `/`-separated. */
  readonly path: string
  readonly bytes: number
  /** Only files are read; the others are findings. */
  readonly type: 'file' | 'symlink' | 'submodule' | 'other'
}

/**
 * Where the files of one root are read from: the working tree, or the tree of a commit. Everything
 * after it is the same for both.
 */
export interface FileStore {
  /** Ordered by path, code units. Nothing outside the root. */
  readonly list: () => readonly StoredFile[]
  /** @throws {Error} Of the system, where the file cannot be read. */
  readonly read: (path: string) => Uint8Array
  /** Has these at hand for `read`, where to read each by itself would take long. */
  readonly fetch?: (paths: readonly string[]) => Promise<void>
  /** The same bytes in room that the next call uses again; `read` serves where it is left out. */
  readonly glance?: (path: string) => Uint8Array
  /** The same bytes in pieces, for files too large to hold; `read` serves where it is left out. */
  readonly chunks?: (path: string) => Iterable<Uint8Array>
}
