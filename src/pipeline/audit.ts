import {addDays, addMonths} from '../model/date.ts'
import {CannotRun} from '../model/diagnostic.ts'
import type {Period, Sample, Workpaper} from '../model/workpaper.ts'
import type {FileToWrite, Written} from '../write/files.ts'
import {approvalsOf} from './approvals.ts'
import {dueOf} from './due.ts'
import {evaluate} from './evaluate.ts'
import {checkIntegrity, open, type Opened} from './open.ts'

/** Months after the as-of date in which what falls due is listed: to the next quarterly run. */
const dueMonths = 3

export interface AuditOptions {
  readonly root: string
  /** The commit read, with the history up to it: `HEAD` or a revision. */
  readonly at: string
  /** The last commit of the main line by this date instead. */
  readonly knownOn?: string
  readonly period: string
  readonly asOf: string
  /** Left out: the period and the commit read, `2026Q1:<hash>`. */
  readonly seed?: string
  readonly size: number
  readonly toolVersion: string
}

/**
 * The officer's run over a period: what was looked at and what was found, from one commit and its
 * history.
 *
 * @throws {CannotRun} Without a whole history, and for a period that has not begun.
 */
export async function auditOf(options: AuditOptions): Promise<Workpaper> {
  const {asOf, toolVersion} = options
  const [{periodOf}, {commitsIn, lateEntriesIn}, {tellable}, {trailThresholds}] = await Promise.all(
    [
      import('../audit/period.ts'),
      import('../audit/history.ts'),
      import('../audit/discreet.ts'),
      import('../trail/thresholds.ts'),
    ],
  )
  const period = periodOf(options.period)
  if (period.from > asOf)
    throw new CannotRun(
      `Unexpected period from ${period.from}, expected one that has begun by ${asOf}`,
      'Name a period that has begun, or another `--as-of`',
    )
  const {opened, trail, commit} = await openWhole(options)
  const {workspace, diagnostics, read, inventory} = opened
  const evaluated = await evaluate(opened, toolVersion)
  const {assessment} = evaluated
  const {changes, note} = await changesIn(period, options, commit)
  const {lateDays} = trailThresholds
  const due = await dueOf(workspace, addMonths(asOf, dueMonths))
  const approvals = await approvalsOf(opened)
  const late = lateEntriesIn(trail, period, {asOf, lateDays})
  const {findings} = assessment
  const found = {changes: changes?.list ?? [], findings, due, approvals: approvals.states, late}
  const parts = tellable(found)
  return {
    period,
    asOf,
    network: assessment.network.legalName,
    tool: toolVersion,
    rulesVersion: assessment.rulesVersion,
    commit,
    read: [...read, ...assessment.marks],
    inventory,
    exhibits: exhibitCounts(opened),
    omitted: (workspace.omitted ?? []).length,
    commits: commitsIn(trail, period),
    changes: changes === null ? null : {...changes, list: parts.changes.kept},
    changedNote: note,
    lines: assessment.lines,
    findings: parts.findings.kept,
    diagnostics: [
      ...diagnostics,
      ...evaluated.diagnostics,
      ...(await checkIntegrity(opened)),
    ].filter(({location}) => location.commit === undefined),
    due: {...due, obligations: parts.due.kept, standing: parts.standing.kept},
    approvals: parts.approvals.kept,
    late: parts.late.kept,
    lateDays,
    leftOut: Object.values(parts).flatMap(({leftOut}) => leftOut),
    sample: await sampleOf(opened, period, options, commit),
  }
}

/** The commit asked for with its whole history. */
async function openWhole({root, at, knownOn, asOf}: AuditOptions) {
  const opened = await open({
    root,
    overlays: [],
    at,
    ...(knownOn === undefined ? {} : {knownOn}),
    pinned: at !== 'HEAD' || knownOn !== undefined,
    asOf,
    history: true,
    historyRequired: true,
  })
  const trail = opened.trails.find((it) => it.status === 'complete')
  const commit = opened.workspace.roots[0]?.commit ?? null
  if (trail?.status !== 'complete' || commit === null)
    throw new CannotRun('Unexpected folder without a commit, expected the history of a repository')
  return {opened, trail, commit}
}

async function sampleOf(
  {workspace}: Opened,
  period: Period,
  {seed, size}: AuditOptions,
  commit: string,
): Promise<Sample> {
  const {drawSample, membersIn, sampledMember} = await import('../audit/sample.ts')
  const used = seed ?? `${period.name}:${commit}`
  if (used === '' || used.length > 200 || /[\p{Cc}\p{Cf}]/u.test(used))
    throw new CannotRun(
      'Unexpected --seed, expected 1 to 200 printable characters',
      'Throw dice before a witness, and write down what they show: `--seed 4163253`',
    )
  const members = membersIn(workspace, period)
  const drawn = drawSample(
    members.map(({value}) => value.id),
    used,
    size,
  )
  return {
    seed: used,
    size,
    of: members.length,
    members: drawn.flatMap((id) => {
      const entry = members.find(({value}) => value.id === id)
      return entry === undefined ? [] : [sampledMember(workspace, entry)]
    }),
  }
}

/** The main line before the period against the main line at its end. */
async function changesIn(
  period: Period,
  {root, asOf, toolVersion}: AuditOptions,
  commit: string,
): Promise<{readonly changes: Workpaper['changes']; readonly note: string | null}> {
  const from = await revisionOn(root, addDays(period.from, -1), commit)
  const to = await revisionOn(root, period.to, commit)
  if (to === null)
    return {changes: null, note: 'The history holds no commit by the end of the period'}
  if (from === null)
    return {
      changes: null,
      note: `The history begins in the period: all that stands at commit ${to.slice(0, 12)} is new`,
    }
  if (from === to) return {changes: {from, to, list: []}, note: null}
  const {compareRevisions} = await import('./diff.ts')
  try {
    const range = {from, to, parted: false}
    const {changes} = await compareRevisions({root, range, overlays: [], asOf, toolVersion})
    return {changes: {from, to, list: changes}, note: null}
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error
    return {changes: null, note: `The two sides could not be compared: ${error.message}`}
  }
}

/** Null where the history begins later. */
async function revisionOn(root: string, date: string, commit: string): Promise<string | null> {
  const {knownRevision} = await import('../load/git/repository.ts')
  try {
    return await knownRevision(root, date, commit)
  } catch (error) {
    if (error instanceof CannotRun) return null
    throw error
  }
}

function exhibitCounts({workspace}: Opened): Record<string, number> {
  const counts: Record<string, number> = {}
  const states = [
    ...workspace.all('Exhibit').map(({value}) => workspace.exhibit('Exhibit', value.id)),
    ...workspace
      .all('EvidenceTable')
      .map(({value}) => workspace.exhibit('EvidenceTable', value.id)),
  ]
  for (const {status} of states) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

/**
 * Writes the files of a workpaper. What stands there already is never written over: it may be filled
 * in.
 *
 * @throws {CannotRun} When one stands there with other content, or the system refuses.
 */
export async function writeWorkpaper(
  root: string,
  files: readonly {readonly path: string; readonly text: string}[],
  dryRun: boolean,
): Promise<readonly Written[]> {
  const [{writeFiles}, {lstatSync, readFileSync}] = await Promise.all([
    import('../write/files.ts'),
    import('node:fs'),
  ])
  const planned = files.map(({path, text}): FileToWrite => {
    const bytes = Buffer.from(text)
    const place = `${root}/${path}`
    const isFile = lstatSync(place, {throwIfNoEntry: false})?.isFile() === true
    return {path, bytes, was: isFile && bytes.equals(readFileSync(place)) ? bytes : null}
  })
  return writeFiles(root, planned, {dryRun})
}
