import {createHash} from 'node:crypto'
import {CannotRun} from '../model/diagnostic.ts'
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
    ...(await sinceLastSeal(opened, assessment.tool.version)),
    draft,
  })
}

/** What changed since the last seal of the main root; nothing where there is none, or it is gone. */
async function sinceLastSeal({workspace, folder}: Opened, toolVersion: string) {
  const history = workspace.seals?.find(({root}) => root === 'main')
  const seal = history?.seals.at(-1)
  if (history === undefined || seal === undefined) return {}
  const {sequence, commit, asOf} = seal.statement.predicate
  // A commit that nothing leads to is here in one clone and gone in another.
  if (!history.reached.includes(commit)) return {}
  const to = workspace.roots[0]?.commit ?? 'worktree'
  const {compareRevisions} = await import('./diff.ts')
  try {
    const comparison = await compareRevisions({
      root: folder,
      range: {from: commit, to, parted: false},
      overlays: [],
      asOf: workspace.asOf,
      toolVersion,
    })
    const since = `seal ${sequence} of commit ${commit.slice(0, 12)}, as of ${asOf},`
    return {sinceSeal: {comparison, since}}
  } catch (error) {
    // A commit that git cannot read: `cinch verify` says so.
    if (error instanceof CannotRun) return {}
    throw error
  }
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
