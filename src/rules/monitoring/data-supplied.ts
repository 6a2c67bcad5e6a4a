import {fileFor} from '../../model/placement.ts'
import type {Rule} from '../../model/rule.ts'
import {counted, percent, strengthOf} from '../outcome.ts'
import {outcomeOfShare} from '../result.ts'
import {logAttestationDays} from '../silence.ts'
import {concluded, newTally} from '../tally.ts'
import {operatingLookBackMonths} from '../thresholds.ts'
import {recentScorecards} from './recent.ts'

export const dataSupplied: Rule = {
  id: 'D4',
  name: 'monitoring/data-supplied',
  title: 'Four in five members supply data for each period',
  weight: 'major',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: true,
  thresholds: [
    operatingLookBackMonths,
    logAttestationDays,
    {
      id: 'dataSuppliedShare',
      value: 0.8,
      unit: 'ratio',
      basis: 'house',
      source: 'House default',
      description: 'Least share of members who supply data for a scored period.',
      looser: 'lower',
    },
  ],
  authorities: ['medsouth-2002', 'gripa-2007', 'statement-8'],
  docs: {
    tests:
      'For each scorecard of the last 12 months, at least 80 % of the members who owe data supplied them. Less is weak, less than half of that absent.',
    rationale:
      'Members are monitored, and depend on each other, only as far as they share what they do: a program fed by claims of a few monitors the few.',
    evidence: 'Scorecard records with `supplied`; an Attestation of log `scorecards`.',
    limits:
      'Counts who supplied something, not how complete or how correct it was; see D7 and D10.',
  },
  requires: ['Scorecard'],

  check(context) {
    const {threshold, cite, finding} = context
    const share = threshold('dataSuppliedShare')
    const {since, cards, empty} = recentScorecards(context)
    const tally = newTally()
    const best = Math.max(
      0,
      ...cards.map(({value: {supplied: {members, of} = {members: 0, of: 0}}}) =>
        of === 0 ? 0 : members / of,
      ),
    )
    for (const entry of cards) {
      const {id, supplied} = entry.value
      const words = `${supplied?.members ?? 0} of ${counted(supplied?.of ?? 0, 'member')}`
      if (supplied === undefined)
        tally.notStated.push(
          finding(
            'note',
            entry,
            [],
            `Unexpected scorecard \`${id}\` without \`supplied\`, expected how many members supplied data`,
            'Add `supplied` with `members` and `of`',
          ),
        )
      else if (supplied.of === 0 || supplied.members < share * supplied.of)
        tally.unmet.push(
          finding(
            'warning',
            entry,
            ['supplied'],
            `Unexpected ${words} with data supplied, expected ${percent(share)}`,
            'Ask for the data that are missing, and follow the ladder where they stay away',
          ),
        )
      else
        tally.met.push(
          cite(entry, ['supplied'], strengthOf(context, entry), `${words} to ${entry.value.to}`),
        )
    }
    return concluded(tally, {
      summary: `For ${tally.met.length} of ${counted(cards.length, 'scorecard')} since ${since}, ${percent(share)} of the members supplied data.`,
      answeredBy: `\`supplied\` in the Scorecard records (${fileFor(context.workspace, 'Scorecard', '…')})`,
      none: outcomeOfShare(best, share),
      empty,
    })
  },
}
