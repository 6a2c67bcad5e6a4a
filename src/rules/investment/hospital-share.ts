import {fileFor} from '../../model/placement.ts'
import type {Finding, Outcome, Rule, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {counted, percent, strengthOf} from '../outcome.ts'
import {lineFinding, resultOf} from '../result.ts'
import {operatingLookBackMonths} from '../thresholds.ts'
import {recentInvestments} from './recent.ts'
import {amountsOf, type Amounts} from './who-paid.ts'

export const hospitalShare: Rule = {
  id: 'F3',
  name: 'investment/hospital-share',
  title: 'The hospital pays no more than nine tenths',
  weight: 'major',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: true,
  thresholds: [
    operatingLookBackMonths,
    {
      id: 'hospitalShareLimit',
      value: 0.9,
      unit: 'ratio',
      basis: 'house',
      source: 'House default',
      description: 'Largest share of budget and capital that a hospital pays',
      looser: 'higher',
    },
  ],
  authorities: ['statement-8', 'medsouth-2002', 'gripa-2007'],
  docs: {
    tests:
      'Of the budget lines in periods that ended within 12 months, and the capital paid in over that time: the share that a hospital paid. Where some lines do not say who paid, the share lies between two bounds; the test is unknown where they lie on both sides of nine tenths. Above it the test is weak, and absent where nobody else paid anything.',
    rationale:
      'A program that the hospital alone pays for is a program of the hospital: the members have invested nothing in it.',
    evidence:
      'Investment records with `budget` lines, each with `payer`, and `capital` with `by`; actual amounts where they are recorded, else the budget.',
    limits:
      'Compares money. Hours of members, which are an investment as well, are tested by F4. Amounts are not printed.',
  },
  requires: ['Investment'],

  check(context) {
    const {asOf, cite, threshold} = context
    const {since, entries} = recentInvestments(context)
    const paid = entries.map((entry) => ({entry, ...amountsOf(entry.value, since, asOf)}))
    const sum = (key: 'hospital' | 'others' | 'notStated') =>
      paid.reduce((total, it) => total + it[key], 0)
    const [hospital, others, notStated] = [sum('hospital'), sum('others'), sum('notStated')]
    const total = hospital + others + notStated
    const limit = threshold('hospitalShareLimit')
    const least = total === 0 ? 0 : hospital / total
    const most = total === 0 ? 0 : (hospital + notStated) / total
    const outcome: Outcome =
      total === 0
        ? context.missingOperation()
        : most <= limit
          ? 'supported'
          : least > limit
            ? least === 1
              ? 'absent'
              : 'weak'
            : 'unknown'
    const share = least === most ? percent(least) : `${percent(least)} to ${percent(most)}`
    return resultOf(
      outcome,
      total === 0
        ? `No money paid for the program is recorded since ${since}.`
        : `The hospital paid ${share} of what was recorded since ${since}; ${percent(limit)} is the limit.`,
      paid
        .filter((it) => it.hospital + it.others > 0)
        .map(({entry}) =>
          cite(
            entry,
            [entry.value.budget === undefined ? 'capital' : 'budget'],
            strengthOf(context, entry),
            `who paid, in ${counted((entry.value.budget ?? entry.value.capital ?? []).length, 'line')}`,
          ),
        ),
      total === 0
        ? [unpaid(context, outcome, since)]
        : findingsOf(context, outcome, paid, `${share} since ${since}`),
      `\`payer\` in the budget lines of Investment records (${fileFor(context.workspace, 'Investment', '…')})`,
    )
  },
}

function unpaid(context: RuleContext, outcome: Outcome, since: string): Finding {
  return lineFinding(
    context,
    outcome,
    `Unexpected line without money paid since ${since}, expected who paid it`,
    `Create ${fileFor(context.workspace, 'Investment')} with \`budget\` lines and their \`payer\``,
  )
}

/** The lines that do not say who paid, where that decides; else those that the hospital paid. */
function findingsOf(
  {finding, threshold}: RuleContext,
  outcome: Outcome,
  paid: readonly (Amounts & {readonly entry: Entry<'Investment'>})[],
  share: string,
): Finding[] {
  if (outcome === 'supported') return []
  if (outcome === 'unknown')
    return paid
      .filter((it) => it.notStated > 0)
      .map(({entry}) =>
        finding(
          'note',
          entry,
          ['budget'],
          'Unexpected budget lines without `payer`, expected who paid each',
          'State `payer`',
        ),
      )
  return paid
    .filter((it) => it.hospital > 0)
    .map(({entry}) =>
      finding(
        'warning',
        entry,
        [entry.value.budget === undefined ? 'capital' : 'budget'],
        `Unexpected hospital share of ${share}, expected ${percent(threshold('hospitalShareLimit'))} at most`,
        'Record what members paid, or what is done so that they do',
      ),
    )
}
