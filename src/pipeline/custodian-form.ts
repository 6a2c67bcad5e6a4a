import {CannotRun} from '../model/diagnostic.ts'
import type {Dossier} from '../model/dossier.ts'
import {open} from './open.ts'

export interface FormOptions {
  readonly root: string
  /** Path of a seal; the last of the working tree where left out. */
  readonly seal: string | undefined
  readonly toolVersion: string
}

/**
 * The form for the custodian, of one seal.
 *
 * @throws {CannotRun} When there is no seal, it cannot be read, or its commit is not here.
 */
export async function prepareForm({root, seal, toolVersion}: FormOptions): Promise<Dossier> {
  const [{sealsOnDisk, targetOf}, {readSeal}, {custodianForm}] = await Promise.all([
    import('../seal/target.ts'),
    import('../seal/statement.ts'),
    import('../compile/custodian-form.ts'),
  ])
  const named = seal === undefined ? undefined : targetOf(seal, root)
  const found = named === undefined ? sealsOnDisk(root).at(-1) : undefined
  const parts = named?.type === 'seal' ? named.seal : found
  if (parts === undefined)
    throw new CannotRun(
      'Expected a seal, found none: a certification speaks of what was sealed',
      'Make one with `cinch seal`, or name one with `--seal`',
    )
  const read = readSeal(parts.bytes)
  if ('problem' in read)
    throw new CannotRun(`Unexpected content of the seal, expected a statement: ${read.problem}`)
  const {commit, asOf} = read.statement.predicate
  const {workspace} = await open({
    root,
    overlays: [],
    at: commit,
    asOf,
    history: false,
    pinned: true,
    asCommitted: true,
  })
  const marked = workspace.roots.some(({config}) => config.sampleData ?? config.reconstruction)
  return custodianForm({
    network: workspace.all('Network')[0]?.value.legalName ?? 'the network',
    seal: {file: parts.file, sha256: parts.sha256, statement: read.statement},
    toolVersion,
    mark: marked ? 'Sample or reconstructed data' : null,
  })
}
