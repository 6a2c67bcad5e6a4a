import type {ApprovalState} from '../model/approval.ts'
import type {Assessment} from '../model/assessment.ts'
import {addDays} from '../model/date.ts'
import type {Diagnostic} from '../model/diagnostic.ts'
import {nextSteps} from '../model/next-step.ts'
import {weights, type Weight} from '../model/rule.ts'
import type {NextStep, Status} from '../model/status.ts'
import {approvalsOf} from './approvals.ts'
import {dueOf} from './due.ts'
import {evaluate} from './evaluate.ts'
import {checkIntegrity, type Opened} from './open.ts'

/** Steps told: more would be a list, and `cinch assess` has that. */
const steps = 3

/** Days ahead of which what falls due is counted. */
const soonDays = 30

/**
 * Where the network stands, from one evaluation.
 *
 * @returns With the assessment, whose results decide the exit code; null without a Network record.
 */
export async function statusOf(
  opened: Opened,
  toolVersion: string,
): Promise<{
  readonly status: Status
  readonly assessment: Assessment | null
  /** Content that is not what it was, or may not be kept. */
  readonly integrity: readonly Diagnostic[]
}> {
  const {workspace} = opened
  const evaluated =
    workspace.all('Network').length === 0 ? null : await evaluate(opened, toolVersion)
  const integrity = await checkIntegrity(opened)
  const approvals = await approvalsOf(opened)
  const found = [
    ...opened.diagnostics,
    ...integrity,
    ...approvals.diagnostics,
    ...(evaluated?.diagnostics ?? []),
  ]
  const count = (severity: Diagnostic['severity']) =>
    found.filter((it) => it.severity === severity).length
  const assessment = evaluated?.assessment ?? null
  const status: Omit<Status, 'next'> = {
    lines:
      assessment?.lines.map(({line, readiness, questions}) => ({
        id: line.id,
        title: line.title,
        readiness,
        questions,
      })) ?? null,
    approvals: approvals.states,
    policy: workspace.roots.some(({config}) => config.approvals !== undefined),
    seals: sealsOf(opened),
    due: await countDue(opened),
    uncommitted: workspace.roots.map(({name, uncommitted}) => ({root: name, paths: uncommitted})),
    faults: {errors: count('error'), warnings: count('warning'), notes: count('note')},
  }
  return {status: {...status, next: nextOf(status, assessment)}, assessment, integrity}
}

async function countDue({workspace}: Opened): Promise<Status['due']> {
  const {obligations, until} = await dueOf(workspace, addDays(workspace.asOf, soonDays))
  const overdue = obligations.filter(({daysLate}) => daysLate > 0).length
  return {overdue, coming: obligations.length - overdue, until}
}

function sealsOf({workspace, trails}: Opened): Status['seals'] {
  if (!trails.some(({status}) => status === 'complete')) return null
  return (workspace.seals ?? []).map(({root, seals, problems}) => {
    const last = seals.at(-1)
    return {
      root,
      count: seals.length,
      last:
        last === undefined
          ? null
          : {
              file: last.file,
              asOf: last.statement.predicate.asOf,
              commit: last.statement.predicate.commit,
            },
      problems: problems.map(({code, file}) => ({code, file})),
    }
  })
}

type Ranked = NextStep & {readonly rank: number}

/** Most urgent first: what is broken, then gates, what was agreed to and changed, then the rest. */
function nextOf(status: Omit<Status, 'next'>, assessment: Assessment | null): readonly NextStep[] {
  const {faults, seals, uncommitted, approvals, due} = status
  const broken = (seals ?? []).flatMap(({problems}) => problems)
  const paths = uncommitted.reduce((sum, it) => sum + (it.paths?.length ?? 0), 0)
  const ranked: Ranked[] = [
    ...(broken.length === 0
      ? []
      : [{rank: 0, what: `Look into the seals: ${broken[0]?.code ?? ''}`, how: 'cinch verify'}]),
    ...(faults.errors === 0
      ? []
      : [
          {
            rank: 1,
            what: `Correct ${faults.errors === 1 ? '1 fault' : `${faults.errors} faults`} in the records`,
            how: 'cinch validate',
          },
        ]),
    ...ruleSteps(assessment),
    ...approvals.flatMap(approvalStep),
    ...(due.overdue === 0
      ? []
      : [
          {
            rank: 6,
            what: `See to what is overdue: ${due.overdue === 1 ? '1 thing' : `${due.overdue} things`}`,
            how: `cinch status --due ${soonDays}d`,
          },
        ]),
    ...(paths === 0
      ? []
      : [
          {
            rank: 6,
            what: `Commit ${paths === 1 ? '1 path' : `${paths} paths`}, so that it counts`,
            how: 'git status',
          },
        ]),
  ]
  return ranked
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, steps)
    .map(({what, how}) => ({what, how}))
}

const rankOfWeight: Readonly<Record<Weight, number>> = {gate: 2, critical: 4, major: 7, minor: 8}

/** What the tests of all lines ask for, each test once, gravest first. */
function ruleSteps(assessment: Assessment | null): Ranked[] {
  const seen = new Set<string>()
  return (assessment?.lines ?? [])
    .flatMap((line) => nextSteps(line))
    .toSorted((a, b) => weights.indexOf(a.weight) - weights.indexOf(b.weight))
    .flatMap(({rule, weight, what}) => {
      if (seen.has(rule)) return []
      seen.add(rule)
      return [
        {
          rank: rankOfWeight[weight],
          what: `${rule}: ${what}`,
          how: `cinch assess --explain ${rule}`,
        },
      ]
    })
}

function approvalStep({kind, id, state}: ApprovalState): Ranked[] {
  const name = `${kind}/${id}`
  const how = `cinch review ${name}`
  if (state === 'stale' || state === 'refused')
    return [
      {
        rank: 3,
        what: `${name} ${state === 'stale' ? 'changed since it was approved' : 'was refused'}`,
        how,
      },
    ]
  if (state === 'missing' || state === 'partial')
    return [{rank: 5, what: `${name} waits for approval`, how}]
  return []
}
