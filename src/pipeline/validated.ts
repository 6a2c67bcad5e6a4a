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
  const [{openCache}, {stampOf}] = await Promise.all([
    import('../load/cache.ts'),
    import('../load/stamp.ts'),
  ])
  const real = folders.map((it) => realpathSync(it))
  const cache = openCache('validate', [options.asOf, ...folders, ...real], {repositories: folders})
  const before = stampOf(folders, Date.now())
  const kept = before === null ? undefined : remembered(cache.get('last'), before)
  if (kept !== undefined) return kept
  const validated = await afresh(options)
  // What changed while it was read may have been read before or after.
  if (before !== null && stampOf(folders, Date.now()) === before) {
    cache.set('last', Buffer.from(`${before}\n${JSON.stringify(validated)}`))
    cache.save()
  }
  return validated
}

async function afresh(options: OpenOptions): Promise<Validated> {
  const {open} = await import('./open.ts')
  return validateOpened(await open(options))
}

/** The cache itself knows whether the entry is whole; here, whether it is of this stamp. */
function remembered(entry: Buffer | undefined, stamp: string): Validated | undefined {
  if (entry === undefined || entry.toString('latin1', 0, stamp.length) !== stamp) return undefined
  return JSON.parse(entry.toString('utf8', stamp.length + 1)) as Validated
}
