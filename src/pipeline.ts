import {createHash} from 'node:crypto'
import {existsSync} from 'node:fs'
import type {HouseResult} from './assess/house-rules.ts'
import type {Assessment} from './model/assessment.ts'
import type {Classification} from './model/classification.ts'
import type {LineComparison} from './model/comparison.ts'
import type {Inventory} from './model/inventory.ts'
import {compareText} from './model/location.ts'
import {CannotRun, compareDiagnostics, type Diagnostic} from './model/diagnostic.ts'
import {exceptionMonths} from './model/exception.ts'
import type {Dossier, Renderer} from './model/dossier.ts'
import type {Rule} from './model/rule.ts'
import type {Root, Sources} from './model/source.ts'
import type {Trail} from './model/trail.ts'
import type {Workspace} from './model/workspace.ts'

export interface OpenOptions {
  readonly root: string
  readonly overlays: readonly string[]
  /** `worktree`, or a revision. `HEAD` falls back to the working tree where there is no commit. */
  readonly at: string
  readonly asOf: string
  readonly history: boolean
  /** Cannot run without a whole history: the trail and the dossier rest on it. */
  readonly historyRequired?: boolean
  /** Whether the caller named the revision: what else the working tree holds is then no matter. */
  readonly pinned?: boolean
}

export interface Opened {
  readonly workspace: Workspace
  /** Of loading and validation. */
  readonly diagnostics: readonly Diagnostic[]
  readonly trails: readonly Trail[]
  /** One sentence a root: what was read, and what was not. */
  readonly read: readonly string[]
  readonly inventory: Inventory
  /** Why a dossier of this is a draft; null where it is not. */
  readonly draft: string | null
}

/** `load` and `validate`: the records of every root, checked. */
export async function open(options: OpenOptions): Promise<Opened> {
  const [{loadSources}, {validate}, {readTable}, {checkPrograms}, programs] = await Promise.all([
    import('./load/load.ts'),
    import('./validate/validate.ts'),
    import('./tables/csv.ts'),
    import('./validate/programs.ts'),
    import('./law/programs.ts'),
  ])
  const {at, states} = await whatToRead(options)
  const sources = await loadSources({
    root: options.root,
    overlays: options.overlays,
    at,
    ...(at === 'worktree' ? {} : {store: (root) => storeAt(root, at)}),
    commitOf: async (root) => states.get(root)?.commit ?? null,
    uncommittedOf: async (root) => states.get(root)?.uncommitted ?? null,
  })
  const trails = await trailsOf(options, sources.roots)
  const {workspace, diagnostics} = validate(sources, {
    asOf: options.asOf,
    trails,
    readTable,
    ...(await knownThresholds(sources.roots)),
  })
  const stated = checkPrograms(workspace, {
    statementsIn: programs.outdatedStatements,
    knownFrom: programs.programsKnownFrom,
  })
  const all = [...sources.diagnostics, ...diagnostics, ...stated]
  return {
    workspace,
    diagnostics: all,
    trails,
    read: [...sources.roots.map((it) => readSentence(it, at)), ...trailSentences(trails)],
    inventory: inventoryOf(sources, workspace),
    draft: draftOf(sources.roots, at, options.pinned === true),
  }
}

/** The thresholds of all tests, where a root sets one; else no test has to be loaded. */
async function knownThresholds(roots: readonly Root[]) {
  if (roots.every(({config}) => !Object.hasOwn(config, 'thresholds'))) return {}
  const {rules} = await import('./rules/index.ts')
  return {knownThresholds: [...rules.flatMap((it) => it.thresholds), exceptionMonths]}
}

/** Evidence that does not match its hash, and content that may not be kept. */
export async function checkIntegrity({workspace}: Opened): Promise<readonly Diagnostic[]> {
  const {integrityDiagnostics} = await import('./validate/integrity.ts')
  return integrityDiagnostics(workspace)
}

interface RootState {
  readonly commit: string | null
  readonly uncommitted: readonly string[] | null
}

/** Which tree is read, and the state of git in every root. */
async function whatToRead({root, overlays, at, history}: OpenOptions) {
  const states = new Map<string, RootState>()
  // `validate` on a working tree needs nothing of git.
  if (at === 'worktree' && !history) return {at, states}
  const {openRepository, resolveRevision} = await import('./load/git/repository.ts')
  const {uncommitted} = await import('./load/git/uncommitted.ts')
  let committed = true
  for (const folder of [root, ...overlays]) {
    // Loading says so, in its own words.
    if (!existsSync(folder)) continue
    const repository = await openRepository(folder)
    const hasCommit = repository.status !== 'none' && repository.head !== null
    if (!hasCommit) committed = false
    states.set(folder, {
      commit: hasCommit && at !== 'worktree' ? await resolveRevision(folder, at) : null,
      uncommitted: await uncommitted(folder),
    })
  }
  if (!committed && at === 'HEAD') {
    for (const [folder, state] of states) states.set(folder, {...state, commit: null})
    return {at: 'worktree', states}
  }
  return {at, states}
}

async function storeAt(root: string, at: string) {
  const {openCommit} = await import('./load/git/store.ts')
  return openCommit(root, at)
}

async function trailsOf(options: OpenOptions, roots: readonly Root[]): Promise<readonly Trail[]> {
  if (!options.history) return []
  const {readTrail} = await import('./load/git/history.ts')
  const folders = [options.root, ...options.overlays]
  const trails: Trail[] = []
  for (const [index, {name}] of roots.entries()) {
    const at = options.at === 'worktree' ? 'HEAD' : options.at
    const trail = await readTrail({root: folders[index] ?? options.root, rootName: name, at})
    if (options.historyRequired === true && trail.status !== 'complete')
      throw new CannotRun(`Expected the whole history of ${name}: ${trail.reason}`)
    trails.push(trail)
  }
  return trails
}

function readSentence(
  {name, class: confidentiality, commit, uncommitted}: Root,
  at: string,
): string {
  const what = commit === null ? 'working tree' : `commit ${commit.slice(0, 12)}`
  const changes = uncommitted?.length ?? 0
  const pending =
    changes === 0
      ? ''
      : at === 'worktree'
        ? `; uncommitted paths read as they are: ${changes}`
        : `; uncommitted paths not read: ${changes}`
  return `Read ${name} (${confidentiality}): ${what}${pending}.`
}

function trailSentences(trails: readonly Trail[]): string[] {
  return trails.flatMap((it) =>
    it.status === 'complete' ? [] : [`History of ${it.root} is not available: ${it.reason}.`],
  )
}

function draftOf(roots: readonly Root[], at: string, pinned: boolean): string | null {
  const changes = roots.reduce((sum, {uncommitted}) => sum + (uncommitted?.length ?? 0), 0)
  if (at === 'worktree') return `Draft: read from a working tree; paths not committed: ${changes}`
  return changes > 0 && !pinned
    ? `Draft: the working tree differs from the commit read; paths not in this dossier: ${changes}`
    : null
}

function inventoryOf(sources: Sources, workspace: Workspace): Inventory {
  const counts = new Map<string, number>()
  for (const {kind} of workspace.entries) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return {
    recordDocuments: sources.counts.records,
    records: Object.fromEntries([...counts].sort(([a], [b]) => compareText(a, b))),
    tables: sources.files.filter(({use}) => use === 'table').length,
    exhibits: sources.files.filter(({use}) => use === 'exhibit').length,
    ignored: sources.ignored,
    scanned: sources.counts.scanned,
    notScanned: sources.notScanned ?? [],
  }
}

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
  const {resolveRevision} = await import('./load/git/repository.ts')
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
    import('./assess/assess.ts'),
    import('./rules/index.ts'),
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
  const {classify} = await import('./assess/classify.ts')
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
    import('./assess/compare.ts'),
    import('./law/matters.ts'),
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
    import('./assess/house-rules.ts'),
    import('./validate/schemas.ts'),
  ])
  const keysOf = (kind: string) => Object.keys(schemaOf(kind).properties ?? {})
  return judgeHouseRules(workspace, new Map(kinds().map((kind) => [kind, keysOf(kind)])))
}

/** What verification of the history reports; empty where no history was read. */
export async function verifyTrails(opened: Opened): Promise<readonly Diagnostic[]> {
  const {verifyTrail} = await import('./trail/verify.ts')
  const {workspace, trails} = opened
  const reconstructed = new Set(
    workspace.roots.filter(({config}) => config.reconstruction !== undefined).map(({name}) => name),
  )
  return trails.flatMap((trail) =>
    verifyTrail(trail, {
      asOf: workspace.asOf,
      reconstruction: reconstructed.has(trail.root),
      locate: (kind, id, path) =>
        workspace.entries
          .find((it) => it.root === trail.root && it.kind === kind && it.value.id === id)
          ?.locate(path),
    }),
  )
}

/** The history of every root, complete, with what its verification reports. */
export async function openTrail(options: OpenOptions) {
  const opened = await open({...options, historyRequired: true})
  const trails = opened.trails.filter((it) => it.status === 'complete')
  return {trails, read: opened.read, findings: await verifyTrails(opened)}
}

/** `compile`: the dossier model. */
export async function compileDossier(
  opened: Opened,
  {assessment, diagnostics, rules}: Evaluated,
  incomplete: boolean,
): Promise<Dossier> {
  const [{compile}, {authorities}] = await Promise.all([
    import('./compile/compile.ts'),
    import('./law/authorities.ts'),
  ])
  const left = opened.workspace.omitted?.length ?? 0
  const draft = incomplete
    ? `Draft: records that do not validate are left out: ${left}`
    : opened.draft
  return compile({
    workspace: opened.workspace,
    assessment,
    rules,
    diagnostics: [...opened.diagnostics, ...diagnostics],
    trailFindings: await verifyTrails(opened),
    authorities,
    classification: await classifyNetwork(opened),
    comparison: await compareWithMatters(assessment),
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
  const {renderers} = await import('./render/index.ts')
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
