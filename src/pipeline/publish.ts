import {createHash} from 'node:crypto'
import type {Dossier, Renderer} from '../model/dossier.ts'
import {classifyNetwork, compareWithMatters, type Evaluated} from './evaluate.ts'
import type {Opened} from './open.ts'
import {verifyTrails} from './trail.ts'

/** `compile`: the dossier model. */
export async function compileDossier(
  opened: Opened,
  {assessment, diagnostics, rules}: Evaluated,
  incomplete: boolean,
): Promise<Dossier> {
  const [{compile}, {authorities}] = await Promise.all([
    import('../compile/compile.ts'),
    import('../law/authorities.ts'),
  ])
  const left = opened.workspace.omitted?.length ?? 0
  const draft = incomplete
    ? `Draft: records that do not validate are left out: ${left}`
    : opened.draft
  const {approvalsOf} = await import('./approvals.ts')
  const approvals = await approvalsOf(opened)
  return compile({
    workspace: opened.workspace,
    assessment,
    rules,
    diagnostics: [...opened.diagnostics, ...diagnostics, ...approvals.diagnostics],
    trailFindings: await verifyTrails(opened),
    authorities,
    classification: await classifyNetwork(opened),
    comparison: await compareWithMatters(assessment),
    approvals: approvals.states,
    draft,
  })
}

export interface PublishedDocument {
  readonly name: string
  readonly bytes: Uint8Array
  readonly sha256: string
}

/** `render`: the same model in every format asked for. */
export async function publish(
  dossier: Dossier,
  formats: readonly Renderer['format'][],
): Promise<readonly PublishedDocument[]> {
  const {renderers} = await import('../render/index.ts')
  const documents: PublishedDocument[] = []
  for (const {format, render} of renderers.filter((it) => formats.includes(it.format))) {
    const bytes = await render(dossier)
    documents.push({
      name: `dossier.${format}`,
      bytes,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })
  }
  return documents
}
