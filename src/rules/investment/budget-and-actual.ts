import {addDays, addMonths, monthsBetween} from '../../model/date.ts'
import {compareText} from '../../model/location.ts'
import type {Finding, Rule, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {counted, strengthOf} from '../outcome.ts'

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
    const spent = budgets.filter(({value}) =>
      value.budget?.some(({actualUsd}) => actualUsd !== undefined),
    )
    const run = latestRun(spent)
    const months = run.length === 0 ? 0 : coveredMonths(run)
    const end = run.at(-1)?.value.to
    const stale = end !== undefined && end < oldest
    const infrastructure = run.some(({value}) =>
      value.budget?.some((it) => it.class === 'infrastructure' && (it.actualUsd ?? 0) > 0),
    )
    const findings: Finding[] = run.flatMap((entry) => withoutActual(context, entry))
    const [last] = run.slice(-1)
    if (last !== undefined && !infrastructure)
      findings.push(
        finding(
          'warning',
          last,
          ['budget'],
          'Unexpected budget without money spent on infrastructure, expected a line of class `infrastructure`',
          'Record the infrastructure line with its actual',
        ),
      )
    if (last !== undefined && (stale || months < needed))
      findings.push(
        finding(
          'warning',
          last,
          stale ? ['to'] : ['from'],
          stale
            ? `Unexpected last accounts to ${last.value.to}, expected some that end on ${oldest} or later`
            : `Unexpected ${counted(months, 'month')} of budget and actual, expected ${needed}`,
          'Create investments/<id>.yaml for the months that are missing',
        ),
      )
    const outcome =
      last === undefined || stale
        ? context.missingOperation()
        : findings.length === 0
          ? 'supported'
          : 'weak'
    return {
      outcome,
      summary:
        last === undefined
          ? 'No period that has ended holds budget and actual.'
          : `Budget and actual are recorded for ${counted(months, 'month')} to ${last.value.to}, ${infrastructure ? 'with' : 'without'} money spent on infrastructure.`,
      evidence: run.map((entry) =>
        cite(
          entry,
          ['budget'],
          strengthOf(context, entry),
          `${counted(entry.value.budget?.length ?? 0, 'line')}, ${entry.value.from} to ${entry.value.to}`,
        ),
      ),
      findings: last === undefined ? budgets.flatMap((it) => withoutActual(context, it)) : findings,
      ...(outcome === 'supported'
        ? {}
        : {answeredBy: 'an Investment record with budget and actual (investments/….yaml)'}),
    }
  },
}

function endedBudgets({workspace, asOf}: RuleContext): Entry<'Investment'>[] {
  return workspace
    .all('Investment')
    .filter(({value}) => (value.budget ?? []).length > 0 && value.to <= asOf)
    .sort((a, b) => compareText(a.value.to, b.value.to) || compareText(a.value.from, b.value.from))
}

function withoutActual({finding}: RuleContext, entry: Entry<'Investment'>): Finding[] {
  return (entry.value.budget ?? []).flatMap(({title, actualUsd}, index) =>
    actualUsd === undefined
      ? [
          finding(
            'warning',
            entry,
            ['budget', index],
            `Unexpected budget line \`${title}\` without actual in a period that ended on ${entry.value.to}, expected both`,
            'Add `actualUsd`',
          ),
        ]
      : [],
  )
}

/** The latest records whose periods touch or overlap, oldest first. */
function latestRun(budgets: readonly Entry<'Investment'>[]): Entry<'Investment'>[] {
  const run: Entry<'Investment'>[] = []
  let from = ''
  for (const entry of budgets.toReversed()) {
    if (run.length > 0 && addDays(entry.value.to, 1) < from) break
    run.unshift(entry)
    from = from === '' || entry.value.from < from ? entry.value.from : from
  }
  return run
}

function coveredMonths(run: readonly Entry<'Investment'>[]): number {
  const from = run.map(({value}) => value.from).sort(compareText)[0] ?? ''
  const to =
    run
      .map(({value}) => value.to)
      .sort(compareText)
      .at(-1) ?? ''
  return monthsBetween(from, addDays(to, 1))
}
