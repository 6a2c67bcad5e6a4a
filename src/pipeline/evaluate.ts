import type {HouseResult} from '../assess/house-rules.ts'
import type {Assessment} from '../model/assessment.ts'
import type {Classification} from '../model/classification.ts'
import type {LineComparison} from '../model/comparison.ts'
import {CannotRun, compareDiagnostics, type Diagnostic} from '../model/diagnostic.ts'
import type {Rule} from '../model/rule.ts'
import type {Workspace} from '../model/workspace.ts'
import {open, type Opened, type OpenOptions} from './open.ts'

export interface Evaluated {
  readonly assessment: Assessment
  /** Settings that could not be used, and records that contradict what the assessment rests on. */
  readonly diagnostics: readonly Diagnostic[]
  readonly rules: readonly Rule[]
}

/** The records whose exceptions are honoured, and a sentence that says which they are. */
export interface Base {
  readonly workspace: Workspace | null
  readonly read: readonly string[]
}

/**
 * The records of the main root at the revision that exceptions are read from. Exceptions of
 * overlays are shown and not honoured: their history is another one.
 *
 * @param rev - Undefined, or all zeros as for the first push of a branch: there is no base.
 * @throws {CannotRun} When `rev` names no commit.
 */
export async function openBase(
  {workspace}: Opened,
  rev: string | undefined,
  {root, asOf}: Pick<OpenOptions, 'root' | 'asOf'>,
): Promise<Base> {
  const some = workspace.all('FindingException').length > 0
  if (rev === undefined || /^0{40,64}$/.test(rev))
    return {workspace: null, read: some ? ['No base was named, so no exception is honoured.'] : []}
  const {resolveRevision} = await import('../load/git/repository.ts')
  const commit = await resolveRevision(root, rev)
  if (!some) return {workspace: null, read: []}
  const from = `commit ${commit.slice(0, 12)}`
  try {
    const base = await open({root, overlays: [], at: commit, asOf, history: false})
    return {workspace: base.workspace, read: [`Exceptions are honoured as ${from} holds them.`]}
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error
    return {workspace: null, read: [`No exception is honoured: ${from} holds no records.`]}
  }
}

/** `assess`: every rule for every product line. */
export async function evaluate(
  opened: Opened,
  toolVersion: string,
  base: Base['workspace'] = null,
): Promise<Evaluated> {
  const [{assess}, {rules}] = await Promise.all([
    import('../assess/assess.ts'),
    import('../rules/index.ts'),
  ])
  const {workspace} = opened
  expectNetwork(workspace)
  const assessed = assess(workspace, rules, {version: toolVersion}, base)
  const ofHouse = (await evaluateHouseRules(opened)).flatMap(({faults, findings}) => [
    ...faults,
    ...findings,
  ])
  const diagnostics = [...assessed.diagnostics, ...ofHouse].sort(compareDiagnostics)
  return {assessment: assessed.assessment, diagnostics, rules}
}

function expectNetwork(workspace: Workspace): void {
  if (workspace.all('Network').length === 0)
    throw new CannotRun(
      'Expected one valid Network record, found none',
      'Run `cinch validate`; the network is declared in a record of kind Network',
    )
}

/** Which kinds of network the records describe. */
export async function classifyNetwork({workspace}: Opened): Promise<Classification> {
  const {classify} = await import('../assess/classify.ts')
  expectNetwork(workspace)
  return classify(workspace)
}

/**
 * The assessed lines beside the published matters, or beside one of them.
 *
 * @throws {CannotRun} When no matter has that id.
 */
export async function compareWithMatters(
  assessment: Assessment,
  id?: string,
): Promise<readonly LineComparison[]> {
  const [{compare}, {findMatter, matters}] = await Promise.all([
    import('../assess/compare.ts'),
    import('../law/matters.ts'),
  ])
  if (id === undefined) return compare(assessment, matters)
  const matter = findMatter(id)
  if (matter === undefined)
    throw new CannotRun(
      `Unexpected matter \`${id}\`, expected one that is on record`,
      `One of ${matters.map((it) => it.id).join(', ')}`,
    )
  return compare(assessment, [matter])
}

/**
 * How the network's own rules come out. Their library is loaded only where there is one.
 *
 * @returns One result a rule, in the order of the records.
 */
export async function evaluateHouseRules({workspace}: Opened): Promise<readonly HouseResult[]> {
  if (workspace.all('HouseRule').length === 0) return []
  const [{judgeHouseRules}, {kinds, schemaOf}] = await Promise.all([
    import('../assess/house-rules.ts'),
    import('../validate/schemas.ts'),
  ])
  const keysOf = (kind: string) => Object.keys(schemaOf(kind).properties ?? {})
  return judgeHouseRules(workspace, new Map(kinds().map((kind) => [kind, keysOf(kind)])))
}
