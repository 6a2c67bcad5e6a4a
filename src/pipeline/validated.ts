import {existsSync, realpathSync} from 'node:fs'
import type {Diagnostic} from '../model/diagnostic.ts'
import type {Inventory} from '../model/inventory.ts'
import type {OpenOptions, Opened} from './open.ts'

/** What `validate` tells of the records as read. */
export interface Validated {
  readonly read: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
  readonly inventory: Inventory
}

/** All that is found without history: in loading, in validation, of hashes and of approvals. */
export async function validateOpened(opened: Opened): Promise<Validated> {
  const [{checkIntegrity}, {approvalsOf}] = await Promise.all([
    import('./open.ts'),
    import('./approvals.ts'),
  ])
  const {read, inventory} = opened
  const integrity = await checkIntegrity(opened)
  const approvals = await approvalsOf(opened)
  return {
    read,
    diagnostics: [...opened.diagnostics, ...integrity, ...approvals.diagnostics],
    inventory,
  }
}

/**
 * The same of a working tree, remembered from the last run where no file has changed since: then no
 * file is opened.
 *
 * @throws {CannotRun} As `open`; nothing is remembered then.
 */
export async function validateWorktree(options: OpenOptions): Promise<Validated> {
  const folders = [options.root, ...options.overlays]
  if (!folders.every((it) => existsSync(it))) return afresh(options)
  const [{openCache}, {restMs, stampOf}] = await Promise.all([
    import('../load/cache.ts'),
    import('../load/stamp.ts'),
  ])
  const real = folders.map((it) => realpathSync(it))
  const cache = openCache(
    'validate',
    [options.asOf, String(options.isToday), ...folders, ...real],
    {repositories: folders},
  )
  if (cache.off) return afresh(options)
  const last = cache.get('last')
  const kept = last === undefined ? undefined : remembered(last, stampOf(folders).hash)
  if (kept !== undefined) return kept
  const start = Date.now()
  const validated = await afresh(options)
  const {hash, latest} = stampOf(folders)
  // What changed while it was read, or a moment before, may have been read as it was or is.
  if (latest < start - restMs) {
    cache.set('last', Buffer.from(`${hash}\n${JSON.stringify(validated)}`))
    cache.save()
  }
  return validated
}

async function afresh(options: OpenOptions): Promise<Validated> {
  const {open} = await import('./open.ts')
  return validateOpened(await open(options))
}

/** The cache itself knows whether the entry is whole; here, whether it is of this stamp. */
function remembered(entry: Buffer, stamp: string): Validated | undefined {
  if (entry.toString('latin1', 0, stamp.length) !== stamp) return undefined
  return JSON.parse(entry.toString('utf8', stamp.length + 1)) as Validated
}
