import {existsSync, realpathSync, statSync} from 'node:fs'
import {basename, dirname, join, relative} from 'node:path'
import {CannotRun, compareDiagnostics, type Diagnostic} from '../model/diagnostic.ts'
import {startOf} from '../model/location.ts'
import {quoted} from '../model/show.ts'
import type {Root, Sources} from '../model/source.ts'
import {configFile, readConfig, type Configured} from './config.ts'
import {readFiles, type Contents} from './files.ts'
import {readListing, type Listing} from './listing.ts'
import type {FileStore} from './store.ts'
import {openWorktree} from './worktree.ts'

export interface LoadOptions {
  /** Folder of the main root. */
  readonly root: string
  /** Folders of the overlay roots, in the order of their names. */
  readonly overlays: readonly string[]
  /** The files as they are now, or a revision of each root's repository. */
  readonly at: string
  /** Opens a root at `at`; asked only where that is a revision. */
  readonly store?: (root: string) => Promise<FileStore>
  /** Full hash of the commit that `store` reads. */
  readonly commitOf?: (root: string) => Promise<string | null>
  /** Paths that differ from `HEAD`; null where there is no git. */
  readonly uncommittedOf?: (root: string) => Promise<readonly string[] | null>
  /** Files of a root that alone are read, beside its configuration; default all. */
  readonly only?: (root: string, folder: string) => Promise<(path: string) => boolean>
  /** Whether no record file at all is no reason to stop; default false. */
  readonly mayBeEmpty?: boolean
}

/**
 * Reads every file of every root once: records into located values, tables and exhibits into
 * hashes, and all text through the scan for what may not be kept. Writes nothing.
 *
 * @throws {CannotRun} Where a root is no governance repository, a newer program wrote it, or no
 *   record file was found at all.
 */
export async function loadSources(options: LoadOptions): Promise<Sources> {
  const folders = [options.root, ...options.overlays]
  const stores: FileStore[] = []
  for (const folder of folders) stores.push(await open(folder, options))
  refuseTwice(folders)
  const contents: Contents[] = []
  const roots: Root[] = []
  for (const [index, folder] of folders.entries()) {
    const store = stores[index] ?? openWorktree(folder)
    const inOrder = index === 0 ? 'main' : `overlay-${index}`
    const first = readConfig(inOrder, store, () => missing(folder, store))
    const name = index === 0 ? inOrder : ownName(first, roots)
    const {diagnostics, locate, ...configured} =
      name === inOrder ? first : readConfig(name, store, () => missing(folder, store))
    const listing = readListing(name, configured.config, configured.configSource)
    // Without its globs the files of a root cannot be told from strays.
    const strays = configured.configSource !== undefined
    const only = await onlyOf(name, folder, store, options)
    const read = readFiles(name, store, listing, strays, only)
    if (strays && index > 0 && read.recordFiles === 0)
      read.diagnostics.push(emptyOverlay(name, folder))
    const differing = (await options.uncommittedOf?.(folder)) ?? null
    roots.push({
      name,
      ...configured,
      get configLocation() {
        return locate()
      },
      commit: (await options.commitOf?.(folder)) ?? null,
      uncommitted: differing?.filter((it) => isRead(it, listing)) ?? null,
    })
    contents.push({
      ...read,
      diagnostics: [...diagnostics, ...listing.diagnostics, ...read.diagnostics],
    })
  }
  if (options.mayBeEmpty !== true && contents.every((it) => it.recordFiles === 0))
    throw nothing(options.root)
  return {
    roots,
    sources: contents.flatMap((it) => it.sources),
    files: contents.flatMap((it) => it.files),
    hits: contents.flatMap((it) => it.hits),
    ignored: contents.flatMap((it) => it.ignored),
    hashes: contents.flatMap((it) => it.hashes),
    ignoredRecords: contents.flatMap((it) => it.ignoredRecords),
    unread: contents.flatMap((it) => it.unread),
    notScanned: contents.flatMap((it) => it.notScanned),
    counts: {
      scanned: contents.reduce((sum, it) => sum + it.scanned, 0),
      records: contents.reduce((sum, it) => sum + it.sources.length, 0),
    },
    diagnostics: contents.flatMap((it) => it.diagnostics).sort(compareDiagnostics),
  }
}

async function onlyOf(name: string, folder: string, store: FileStore, {only}: LoadOptions) {
  const wanted = await only?.(name, folder)
  if (wanted === undefined) return undefined
  const paths = store.list().flatMap(({path}) => (wanted(path) ? [path] : []))
  await store.fetch?.(paths)
  return new Set([configFile, ...paths])
}

/** The name that an overlay gives itself; where it gives none that it may have, its number. */
function ownName({config}: Configured, roots: readonly Root[]): string {
  const inOrder = `overlay-${roots.length}`
  const given: unknown = config.name
  if (typeof given !== 'string' || !/^(?!main$|overlay-)[a-z][a-z0-9-]{0,39}$/.test(given))
    return inOrder
  return roots.some(({name}) => name === given) ? inOrder : given
}

/** Whether a path bears on what the records say: a change to any other is no matter here. */
function isRead(path: string, listing: Listing): boolean {
  if (path === configFile) return true
  if (listing.ignored(path) !== undefined) return false
  const use = listing.use(path)
  return use !== undefined && use !== 'seal'
}

async function open(folder: string, {at, store}: LoadOptions): Promise<FileStore> {
  if (!existsSync(folder))
    throw new CannotRun(`Unexpected folder \`${folder}\`, expected one that exists`)
  if (!statSync(folder).isDirectory())
    throw new CannotRun(
      `Unexpected file \`${folder}\`, expected the folder of a governance repository`,
      `Name the folder that holds ${configFile}`,
    )
  if (at === 'worktree') return openWorktree(folder)
  if (store === undefined) throw new Error(`No store was given to read revision ${at}`)
  return store(folder)
}

/** One root twice would hold every record twice. */
function refuseTwice(folders: readonly string[]): void {
  const real = folders.map((it) => realpathSync(it))
  const index = real.findIndex((it, at) => real.indexOf(it) !== at)
  if (index > 0)
    throw new CannotRun(
      `Unexpected root \`${folders[index]}\` twice, expected each root once`,
      'Remove the second mention of it',
    )
}

/** A root of defaults alone is told here: no glob of its own can be. */
function emptyOverlay(name: string, folder: string): Diagnostic {
  return {
    code: 'config/no-records',
    severity: 'warning',
    message: `Unexpected overlay ${quoted(basename(realpathSync(folder)))} without records, expected one at least`,
    location: startOf(configFile, name),
    help: 'Add a record, or leave the overlay out',
  }
}

const misnamed = /^cinch\.ya?ml$/i

function missing(folder: string, store: FileStore): CannotRun {
  const other = store.list().find((it) => misnamed.test(it.path))
  if (other !== undefined)
    return new CannotRun(
      `Unexpected name \`${other.path}\` in \`${folder}\`, expected \`${configFile}\``,
      `Rename the file to \`${configFile}\``,
    )
  if (['HEAD', 'objects', 'refs'].every((it) => existsSync(join(folder, it))))
    return new CannotRun(
      `Unexpected bare repository \`${folder}\`, expected a folder with its files`,
      'Clone it, and name the folder of the clone with `--root`',
    )
  let parent = dirname(realpathSync(folder))
  for (let level = 0; level < 32; level += 1) {
    if (existsSync(join(parent, configFile)))
      return new CannotRun(
        `Unexpected folder \`${folder}\` without ${configFile}: no governance repository`,
        `Did you mean \`--root ${relative(process.cwd(), parent) || '.'}\`?`,
      )
    if (parent === dirname(parent)) break
    parent = dirname(parent)
  }
  return new CannotRun(
    `Unexpected folder \`${folder}\` without ${configFile}: no governance repository`,
    `Name the folder that holds ${configFile} with \`--root\`, or start one with \`cinch init\``,
  )
}

function nothing(folder: string): CannotRun {
  return new CannotRun(
    `Unexpected folder \`${folder}\` without records: nothing matched the record globs`,
    `Correct \`records\` and \`ignore\` in ${configFile}, or add a record`,
  )
}
