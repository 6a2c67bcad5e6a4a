import type {Assessment} from '../model/assessment.ts'
import type {Comparison, RecordChange} from '../model/change.ts'
import {CannotRun} from '../model/diagnostic.ts'
import {exceptionMonths} from '../model/exception.ts'
import {approvalMoves, type JudgedMoves} from './diff-approvals.ts'
import {evaluate} from './evaluate.ts'
import {open, type Opened} from './open.ts'

/** Two revisions, as a command line gives them. */
export interface Range {
  readonly from: string
  /** `worktree`: what stands in the folder. */
  readonly to: string
  /** Compare from where the two parted, as `git diff A...B` does. */
  readonly parted: boolean
}

/**
 * `A..B`, `A...B`, `A..`, or one revision, which is compared with `HEAD`.
 *
 * @param worktree - The second side is the working tree: it may not be named.
 * @throws {CannotRun} When both are given, or the first is empty.
 */
export function rangeOf(text: string, worktree: boolean): Range {
  const [, from = '', dots = '', to = ''] = /^(.*?)(?:(\.{2,3})(.*))?$/su.exec(text) ?? []
  // Mostly a variable that a build did not set: HEAD for it would compare nothing, and let it pass.
  if (from === '')
    throw new CannotRun(
      `Unexpected range \`${text}\` without a first revision, expected one to compare with`,
      'Write it such as `main...HEAD`; where it comes from a variable, see that the variable is set',
    )
  if (worktree && to !== '')
    throw new CannotRun(
      'Unexpected second revision with --worktree, expected the first alone',
      'Write `cinch diff REV.. --worktree`',
    )
  return {
    from,
    to: worktree ? 'worktree' : to === '' ? 'HEAD' : to,
    parted: dots === '...',
  }
}

export interface CompareOptions {
  readonly root: string
  readonly range: Range
  /** Other roots, each compared over a range of its own history. */
  readonly overlays: readonly {readonly folder: string; readonly range: Range}[]
  readonly asOf: string
  readonly toolVersion: string
  /** One change, which cannot bring along those who are to agree to it; default false. */
  readonly change?: boolean
  /** A file of keys from elsewhere, by which alone it is known who signed an approval. */
  readonly allowedSigners?: string
}

/**
 * What changed between two revisions, in legal terms, with the approvals that do not hold and the
 * tests that come out otherwise. Reads both sides whole, and history for approvals alone.
 *
 * @throws {CannotRun} When a side cannot be read.
 */
export async function compareRevisions(options: CompareOptions): Promise<Comparison> {
  const {root, range, overlays, asOf, toolVersion} = options
  const [{diff, compareChanges}, {movedLines, movedResults}, knowledge] = await Promise.all([
    import('../diff/diff.ts'),
    import('../diff/assessments.ts'),
    whatIsKnown(),
  ])
  const [a, b] = await bothSides(root, range, asOf)
  const others = []
  for (const [index, {folder, range: own}] of overlays.entries()) {
    const sides = await bothSides(folder, own, asOf)
    const name = `overlay-${index + 1}`
    others.push({
      changes: diff(sideOf(sides[0]), sideOf(sides[1]), knowledge).map((it) => inRoot(it, name)),
      read: sides.flatMap(({read}) => read).map((it) => `${name}: ${it}`),
    })
  }
  const changes = [
    ...diff(sideOf(a), sideOf(b), knowledge),
    ...others.flatMap((it) => it.changes),
  ].sort(compareChanges)
  const assessed = await assessments(a, b, toolVersion)
  const judged = await approvalMoves([a, b], options.change === true, options.allowedSigners)
  return {
    from: {name: range.from, commit: commitOf(a)},
    to: {name: range.to, commit: commitOf(b)},
    asOf,
    read: [
      ...a.read,
      ...b.read,
      ...others.flatMap((it) => it.read),
      ...remarks(a, b, assessed, judged),
    ],
    changes,
    approvals: judged.moves,
    results: assessed && movedResults(assessed[0], assessed[1], changes),
    readiness: assessed === null ? [] : movedLines(...assessed),
  }
}

/** Schemas, and the numbers that tests use. */
async function whatIsKnown() {
  const [{schemaOf, resolved}, {rules}] = await Promise.all([
    import('../validate/schemas.ts'),
    import('../rules/index.ts'),
  ])
  return {
    schemaOf: (kind: string) => schemaOf(kind === 'CinchConfig' ? 'cinch' : kind),
    resolved,
    thresholds: [...rules.flatMap((it) => it.thresholds), exceptionMonths],
  }
}

async function bothSides(root: string, range: Range, asOf: string): Promise<[Opened, Opened]> {
  const {from, to, parted} = range
  const common = {root, overlays: [], asOf, history: false, pinned: true} as const
  const start = parted ? await parting(root, from, to) : from
  const first = await open({...common, at: start})
  if (first.workspace.roots.some(({commit}) => commit === null))
    throw new CannotRun(
      'Unexpected folder without a commit, expected two revisions to compare',
      'Commit the records first',
    )
  return [first, await open({...common, at: to})]
}

async function parting(root: string, from: string, to: string): Promise<string> {
  const {mergeBase} = await import('../load/git/merge-base.ts')
  return mergeBase(root, from, to === 'worktree' ? 'HEAD' : to)
}

/** With the files that are not YAML: what they hold is unknown, and not gone. */
function sideOf({workspace, diagnostics}: Opened) {
  const unread = diagnostics
    .filter(({code, severity}) => severity === 'error' && /^(?:yaml|file)\//.test(code))
    .map(({location}) => ({root: location.root ?? 'main', file: location.file}))
  return {...workspace, unread}
}

/** The first root of an overlay that is compared by itself is the main one there. */
function inRoot(change: RecordChange, root: string): RecordChange {
  const {location} = change
  return {...change, root, location: location && {...location, root}}
}

function commitOf({workspace}: Opened): string | null {
  return workspace.roots[0]?.commit ?? null
}

/** Null where a side declares no network: then there is nothing to judge. */
async function assessments(
  a: Opened,
  b: Opened,
  toolVersion: string,
): Promise<readonly [Assessment, Assessment] | null> {
  if ([a, b].some(({workspace}) => workspace.all('Network').length === 0)) return null
  const before = await evaluate(a, toolVersion)
  return [before.assessment, (await evaluate(b, toolVersion)).assessment]
}

function remarks(a: Opened, b: Opened, assessed: unknown, {history}: JudgedMoves): string[] {
  const errors = [a, b].map(
    ({diagnostics}) => diagnostics.filter(({severity}) => severity === 'error').length,
  )
  return [
    history
      ? 'History is read for approvals alone: a test that needs it is judged without it, on both sides alike.'
      : 'No history is read: a test that needs it is judged without it, on both sides alike.',
    ...(assessed === null ? ['A side has no network that can be read, so no test is judged.'] : []),
    ...(errors.some((it) => it > 0)
      ? [`Errors in the records: ${errors[0]} on the first side, ${errors[1]} on the second.`]
      : []),
  ]
}
