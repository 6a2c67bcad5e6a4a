import {addDays, addMonths, monthsBetween} from '../../model/date.ts'
import {compareText} from '../../model/location.ts'
import {fileFor} from '../../model/placement.ts'
import type {BudgetLine} from '../../model/records.gen.ts'
import type {Finding, Rule, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {counted, listed, strengthOf} from '../outcome.ts'

export const budgetAndActual: Rule = {
  id: 'F1',
  name: 'investment/budget-and-actual',
  title: 'Twelve months of budget and actual, with an infrastructure line',
  weight: 'critical',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: true,
  thresholds: [
    {
      id: 'budgetMonths',
      value: 12,
      unit: 'months',
      basis: 'house',
      source: 'House default',
      description: 'Months without a break for which budget and actual are both recorded.',
      looser: 'lower',
    },
    {
      id: 'budgetAgeMonths',
      value: 18,
      unit: 'months',
      basis: 'house',
      source: 'House default',
      description: 'Longest time from the end of those months to the as-of date.',
      looser: 'higher',
    },
  ],
  authorities: ['statement-8', 'medsouth-2002', 'gripa-2007'],
  docs: {
    tests:
      'Investment records whose periods have ended hold budget and actual of every line for 12 months without a break, ended no more than 18 months ago, with actual money spent on infrastructure.',
    rationale:
      'Significant investment of capital is one of the three classic indicators of integration; a budget nobody spent is a plan.',
    evidence:
      'Investment records with `budget` lines, each with class, budget and actual; accounts as exhibits.',
    limits:
      'Shows that money was recorded as spent. Whether it is significant, and what it bought, is for counsel.',
  },
  requires: ['Investment'],

  check(context) {
    const {asOf, threshold, cite, finding} = context
    const needed = threshold('budgetMonths')
    const oldest = addMonths(asOf, -threshold('budgetAgeMonths'))
    const budgets = endedBudgets(context)
    const spent = budgets.filter(({lines}) => lines.some(({actualUsd}) => actualUsd !== undefined))
    const {run, months} = latestRun(spent)
    const last = run.at(-1)
    const stale = last !== undefined && last.to < oldest
    const infrastructure = run.some(({lines}) =>
      lines.some((it) => it.class === 'infrastructure' && (it.actualUsd ?? 0) > 0),
    )
    const findings: Finding[] = run.flatMap((it) => withoutActual(context, it))
    const unspent = findings.length
    if (last !== undefined && !infrastructure)
      findings.push(
        finding(
          'warning',
          last.entry,
          ['budget'],
          'Unexpected budget without money spent on infrastructure, expected a line of class `infrastructure`',
          'Record the infrastructure line with its actual',
        ),
      )
    if (last !== undefined && (stale || months < needed))
      findings.push(
        finding(
          'warning',
          last.entry,
          stale ? ['to'] : ['from'],
          stale
            ? `Unexpected last accounts to ${last.to}, expected some that end on ${oldest} or later`
            : `Unexpected ${counted(months, 'month')} of budget and actual, expected ${needed}`,
          `Create ${fileFor(context.workspace, 'Investment')} for the months that are missing`,
        ),
      )
    const said = saidOf({
      end: last?.to ?? asOf,
      months,
      needed: months < needed ? needed : null,
      oldest: stale ? oldest : null,
      unspent,
      infrastructure,
    })
    const outcome =
      last === undefined || stale
        ? context.missingOperation()
        : findings.length === 0
          ? 'supported'
          : 'weak'
    return {
      outcome,
      summary:
        last === undefined ? 'No period that has ended holds budget and actual.' : said.summary,
      evidence: run.map(({entry, lines, from, to}) =>
        cite(
          entry,
          ['budget'],
          strengthOf(context, entry),
          `${counted(lines.length, 'line')}, ${from} to ${to}`,
        ),
      ),
      findings: last === undefined ? budgets.flatMap((it) => withoutActual(context, it)) : findings,
      ...(outcome === 'supported'
        ? {}
        : {
            answeredBy: `${last === undefined ? 'an Investment record with budget and actual' : said.answer} (${fileFor(context.workspace, 'Investment', '…')})`,
          }),
    }
  },
}

/** What is there, then what is not; null for a boundary that is kept. */
function saidOf(run: {
  readonly end: string
  readonly months: number
  readonly needed: number | null
  readonly oldest: string | null
  /** Budget lines without an actual. */
  readonly unspent: number
  readonly infrastructure: boolean
}): {summary: string; answer: string} {
  const {end, months, needed, oldest, unspent, infrastructure} = run
  const parts = [
    `Budget and actual are recorded for ${counted(months, 'month')} to ${end}, ${infrastructure ? 'with' : 'without'} money spent on infrastructure`,
    ...(unspent === 0
      ? []
      : [
          `but ${counted(unspent, 'budget line')} of that time ${unspent === 1 ? 'has' : 'have'} no actual`,
        ]),
  ]
  const expected = [
    ...(needed === null ? [] : [`${counted(needed, 'month')} without a break`]),
    ...(oldest === null ? [] : [`accounts to ${oldest} or later`]),
  ]
  const lacks = [
    ...(unspent === 0 ? [] : ['an actual of every budget line']),
    ...(infrastructure ? [] : ['money spent on infrastructure']),
    ...expected,
  ]
  return {
    summary: `${parts.join(', ')}${expected.length === 0 ? '' : `; expected ${listed(expected)}`}.`,
    answer: `Investment records with ${listed(lacks)}`,
  }
}

/** An Investment with budget lines. */
interface Budget {
  readonly entry: Entry<'Investment'>
  readonly lines: readonly BudgetLine[]
  readonly from: string
  readonly to: string
}

function endedBudgets({workspace, asOf}: RuleContext): Budget[] {
  return workspace
    .all('Investment')
    .map((entry) => {
      const {budget: lines = [], from, to} = entry.value
      return {entry, lines, from, to}
    })
    .filter(({lines, to}) => lines.length > 0 && to <= asOf)
    .sort((a, b) => compareText(a.to, b.to))
}

function withoutActual({finding}: RuleContext, {entry, lines, to}: Budget): Finding[] {
  return lines.flatMap(({title, actualUsd}, index) =>
    actualUsd === undefined
      ? [
          finding(
            'warning',
            entry,
            ['budget', index],
            `Unexpected budget line \`${title}\` without actual in a period that ended on ${to}, expected both`,
            'Add `actualUsd`',
          ),
        ]
      : [],
  )
}

/** The latest records whose periods touch or overlap, oldest first. */
function latestRun(budgets: readonly Budget[]): {run: Budget[]; months: number} {
  const run: Budget[] = []
  let from: string | undefined
  for (const budget of budgets.toReversed()) {
    if (from !== undefined && addDays(budget.to, 1) < from) break
    run.unshift(budget)
    from = from === undefined || budget.from < from ? budget.from : from
  }
  const end = run.at(-1)?.to
  const months = from === undefined || end === undefined ? 0 : monthsBetween(from, addDays(end, 1))
  return {run, months}
}
