import {readFileSync} from 'node:fs'
import {CannotRun, type Diagnostic} from '../model/diagnostic.ts'
import {nearestWord} from '../model/distance.ts'
import {quoted} from '../model/show.ts'
import type {Root} from '../model/source.ts'
import type {Kind} from '../model/workspace.ts'
import type {Field} from '../scaffold/fields.ts'
import {newOnes, readProposal, type Reading} from './proposed.ts'

export interface AddTo {
  readonly root: string
  readonly overlays: readonly string[]
  readonly asOf: string
  /** Name of the root that is written to: `main`, or that of an overlay. */
  readonly into?: string
}

/** The repository as it is, with what is needed to add to it. */
export interface Target extends AddTo {
  readonly before: Reading
  /** Root that is written to, and its folder. */
  readonly held: Root
  readonly folder: string
}

/** A file as it would be written, and what would be found. */
export interface Prepared {
  readonly kind: Kind
  readonly id: string
  readonly folder: string
  readonly path: string
  /** Null where no file stands there. */
  readonly was: Uint8Array | null
  readonly bytes: Uint8Array
  /** The record, or the entry of a list. */
  readonly added: unknown
  /** What `cinch validate` would say that it does not say now. */
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Opens a repository to add to it.
 *
 * @throws {CannotRun} Where there is none, or no root of the name asked for.
 */
export async function openTarget(to: AddTo): Promise<Target> {
  const before = await readProposal(to, new Map())
  const {roots} = before.sources
  const name = to.into ?? 'main'
  const index = roots.findIndex((it) => it.name === name)
  const held = roots[index]
  if (held === undefined)
    throw new CannotRun(
      `Unexpected root ${quoted(name)}, expected ${roots.map((it) => quoted(it.name)).join(' or ')}`,
      'Name the folder with `--overlay`, and the root with `--into` as its cinch.yaml names it',
    )
  return {...to, before, held, folder: [to.root, ...to.overlays][index] ?? to.root}
}

/** A kind as it is written, whatever the case given. @throws {CannotRun} When there is none. */
export async function kindNamed(given: string): Promise<Kind> {
  const {kinds} = await import('../validate/schemas.ts')
  const found = kinds().find((it) => it.toLowerCase() === given.toLowerCase())
  if (found !== undefined) return found as Kind
  const meant = nearestWord(given, kinds())
  throw new CannotRun(
    `Unexpected kind ${quoted(given)}, expected one that \`cinch schema\` lists`,
    meant === undefined ? 'cinch schema' : `Did you mean \`cinch add ${meant}\`?`,
  )
}

/** Schema of a kind, and how its references to common forms are followed. */
export async function schemaFor(kind: Kind) {
  const {resolved, schemaOf} = await import('../validate/schemas.ts')
  return {schema: schemaOf(kind) as Field, resolve: resolved}
}

/** A file with what would newly be found, were it written. */
export async function checked(
  target: Target,
  {text, ...rest}: Omit<Prepared, 'bytes' | 'diagnostics' | 'folder'> & {readonly text: string},
): Promise<Prepared> {
  const {before, folder} = target
  const bytes = new TextEncoder().encode(text)
  const after = await readProposal(target, new Map([[folder, new Map([[rest.path, bytes]])]]))
  const diagnostics = newOnes(before.diagnostics, after.diagnostics).map(notYetKept)
  return {...rest, folder, bytes, diagnostics}
}

/**
 * What stands at a path of the working tree; null for nothing.
 *
 * @throws {CannotRun} When it is no UTF-8: writing it again would change it.
 */
export function bytesAt({folder}: Target, path: string): Buffer | null {
  let bytes: Buffer
  try {
    bytes = readFileSync(`${folder}/${path}`)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  if (Buffer.from(bytes.toString('utf8')).equals(bytes)) return bytes
  throw new CannotRun(
    `Unexpected bytes in ${quoted(path)}, expected UTF-8`,
    'Save the file as UTF-8, or name another with `--file`',
  )
}

/** Here nothing was committed: there is nothing to quarantine. */
function notYetKept(found: Diagnostic): Diagnostic {
  if (!found.code.startsWith('leak/')) return found
  return {...found, help: 'Leave it out: there is no field for it. Nothing was written'}
}
