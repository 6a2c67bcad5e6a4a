import {existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, statSync} from 'node:fs'
import {basename, dirname, join, resolve} from 'node:path'
import {CannotRun, type Diagnostic} from '../model/diagnostic.ts'
import {compareText} from '../model/location.ts'
import {quoted} from '../model/show.ts'
import type {Kind} from '../model/workspace.ts'
import type {Answers} from '../scaffold/answers.ts'
import {exampleOf} from '../scaffold/commented.ts'
import {scaffold, type ScaffoldedRoot, type Stock} from '../scaffold/repository.ts'
import {schemaFor} from './add-target.ts'

/** They lie beside `src/` in the project and beside `dist/` in the package. */
const templates = new URL('../../templates/scaffold/', import.meta.url)

export interface InitOptions {
  /** Path of the shared folder; it need not exist. */
  readonly folder: string
  readonly asOf: string
  /** Of this program. */
  readonly version: string
  /** Write beside what is there, and leave every file that is there alone. */
  readonly keepExisting: boolean
}

/** A folder as it would be written. */
export interface PreparedRoot {
  /** Absolute path. */
  readonly path: string
  /** Files that would be made, by path. */
  readonly files: ReadonlyMap<string, string>
  /** Files of ours that are there already, and are left as they are. */
  readonly kept: readonly string[]
  /** What else is in the folder. */
  readonly others: readonly string[]
}

export interface PreparedInit {
  /** The shared root first. */
  readonly roots: readonly PreparedRoot[]
  readonly toFillIn: readonly string[]
  /** What `cinch validate` would say of the shared root. */
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * A governance repository as it would be written. Nothing is written yet.
 *
 * @throws {CannotRun} When a folder holds something already, and `keepExisting` is not said.
 */
export async function prepareInit(answers: Answers, options: InitOptions): Promise<PreparedInit> {
  const top = resolve(options.folder)
  const stock = await stockOf(options.version)
  const scaffolded = scaffold(answers, basename(top), stock)
  const roots = scaffolded.map((it, index) =>
    prepareRoot(index === 0 ? top : join(dirname(top), it.folder), it, options.keepExisting),
  )
  const [shared] = roots
  const diagnostics = shared === undefined ? [] : await foundIn(shared, options.asOf)
  return {roots, toFillIn: scaffolded.flatMap((it) => it.toFillIn), diagnostics}
}

/**
 * Writes what was prepared: each folder all or nothing. Every folder is looked at before the first
 * is written.
 *
 * @throws {CannotRun} When a file came to stand there meanwhile, or the system refuses.
 */
export async function writeInit({roots}: PreparedInit): Promise<void> {
  const {writeFiles} = await import('../write/files.ts')
  const files = ({files: texts}: PreparedRoot) =>
    [...texts].map(([path, text]) => ({path, bytes: new TextEncoder().encode(text), was: null}))
  for (const it of roots) if (existsSync(it.path)) writeFiles(it.path, files(it), {dryRun: true})
  for (const it of roots) {
    mkdirSync(it.path, {recursive: true})
    writeFiles(it.path, files(it))
  }
}

function prepareRoot(path: string, {files}: ScaffoldedRoot, keepExisting: boolean): PreparedRoot {
  const there = namesIn(path)
  if (there.includes('cinch.yaml') && !keepExisting)
    throw new CannotRun(
      `Unexpected cinch.yaml in ${quoted(path)}, expected a folder that is no governance repository`,
      'Add records to it with `cinch add`; `--keep-existing` writes what lacks and leaves the rest alone',
    )
  if (there.length > 0 && !keepExisting)
    throw new CannotRun(
      `Unexpected files in ${quoted(path)}: ${there.slice(0, 5).map(quoted).join(', ')}${there.length > 5 ? ` and ${there.length - 5} more` : ''}, expected an empty folder`,
      'Name another folder; `--keep-existing` writes beside them, and `--dry-run` shows what',
    )
  const kept = [...files.keys()].filter((it) => existsSync(join(path, it)))
  const ours = new Set([...files.keys()].map((it) => it.split('/')[0]))
  return {
    path,
    files: new Map([...files].filter(([it]) => !kept.includes(it))),
    kept,
    others: there.filter((it) => !ours.has(it)),
  }
}

/** What a folder holds, but for git's own; nothing where it is not there. */
function namesIn(path: string): readonly string[] {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory())
    throw new CannotRun(`Unexpected file ${quoted(path)}, expected a folder or nothing`)
  return readdirSync(path)
    .filter((it) => it !== '.git')
    .sort(compareText)
}

async function foundIn({path, files}: PreparedRoot, asOf: string): Promise<readonly Diagnostic[]> {
  const {readProposal} = await import('./proposed.ts')
  const exists = existsSync(path)
  let root = path
  while (!existsSync(root)) root = dirname(root)
  const bytes = new Map([...files].map(([it, text]) => [it, new TextEncoder().encode(text)]))
  const {diagnostics} = await readProposal(
    {root: realpathSync(root), overlays: [], asOf, alone: !exists},
    new Map([[realpathSync(root), bytes]]),
  )
  return diagnostics
}

/** Everything that is filled in, read once. */
async function stockOf(version: string): Promise<Stock> {
  const [{documentText}, {kinds, resolved}, {editorSchemas}] = await Promise.all([
    import('../write/documents.ts'),
    import('../validate/schemas.ts'),
    import('../validate/editor-schemas.ts'),
  ])
  const examples = new Map<Kind, Awaited<ReturnType<Stock['example']>>>()
  for (const kind of kinds() as readonly Kind[]) {
    const {schema} = await schemaFor(kind)
    examples.set(kind, {schema, text: await documentText(exampleOf(schema))})
  }
  return {
    template: (path) => readFileSync(new URL(path, templates), 'utf8'),
    schemas: editorSchemas(),
    example: (kind) => {
      const found = examples.get(kind)
      if (found === undefined) throw new RangeError(`Unexpected kind ${kind}`)
      return found
    },
    resolve: resolved,
    version,
  }
}
