import {addMonths} from '../../model/date.ts'
import {compareText} from '../../model/location.ts'
import {fileFor} from '../../model/placement.ts'
import type {Rule, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {contractsOf} from '../lifetime.ts'
import {counted, percent, strengthOf} from '../outcome.ts'
import {concluded, newTally} from '../tally.ts'
import {operatingLookBackMonths} from '../thresholds.ts'

export const payerFeedsStated: Rule = {
  id: 'D10',
  name: 'monitoring/payer-feeds-stated',
  title: 'Lag and completeness of each payer feed are stated',
  weight: 'major',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: true,
  thresholds: [operatingLookBackMonths],
  authorities: ['medsouth-2002', 'gripa-2007'],
  docs: {
    tests:
      'For each payer of a contract in force on the line, the newest statement of its data feed is of the last 12 months and gives the days of lag and the share of claims that arrive.',
    rationale:
      'Results on cost and utilization rest on the claims of payers: without lag and completeness nobody can tell a good quarter from a late file.',
    evidence: 'InformationSystem records with `payerFeeds`; PayerContract records.',
    limits: 'Shows that lag and completeness are stated, not that they are good enough.',
  },
  requires: ['InformationSystem'],

  check(context) {
    const {asOf, threshold, cite, finding, network, lineIndex} = context
    const since = addMonths(asOf, -threshold('operatingLookBackMonths'))
    const payers = [...new Set(contractsOf(context).map(({value}) => value.payer))].sort(
      compareText,
    )
    const tally = newTally()
    for (const payer of payers) {
      const last = lastFeed(context, payer)
      if (last === undefined) {
        const absent = context.missingOperation() === 'absent'
        ;(absent ? tally.unmet : tally.notStated).push(
          finding(
            absent ? 'warning' : 'note',
            network,
            ['productLines', lineIndex],
            `Unexpected payer \`${payer}\` without a data feed on record, expected its lag and completeness`,
            `Add it to \`payerFeeds\` in ${fileFor(context.workspace, 'InformationSystem')}`,
          ),
        )
        continue
      }
      const {entry, index, feed} = last
      const {lagDays, completeness} = feed
      if (lagDays === undefined || completeness === undefined || feed.asOf <= since)
        tally.unmet.push(
          finding(
            'warning',
            entry,
            ['payerFeeds', index],
            `Unexpected feed of \`${payer}\` ${feed.asOf <= since ? `stated last on ${feed.asOf}` : `without \`${lagDays === undefined ? 'lagDays' : 'completeness'}\``}, expected lag and completeness since ${since}`,
            'State both as of a recent day',
          ),
        )
      else
        tally.met.push(
          cite(
            entry,
            ['payerFeeds', index],
            strengthOf(context, entry),
            `${payer}: ${counted(lagDays, 'day')} of lag, ${percent(completeness)} complete, ${feed.asOf}`,
          ),
        )
    }
    return concluded(tally, {
      summary: `Lag and completeness are stated since ${since} for ${tally.met.length} of ${counted(payers.length, 'payer')} with a contract in force.`,
      answeredBy: `\`payerFeeds\` in an InformationSystem record (${fileFor(context.workspace, 'InformationSystem', '…')})`,
      empty: context.missingOperation(),
    })
  },
}

type Feed = NonNullable<Entry<'InformationSystem'>['value']['payerFeeds']>[number]

/** The newest statement on the feed of a payer. */
function lastFeed(
  {workspace, asOf}: RuleContext,
  payer: string,
): {entry: Entry<'InformationSystem'>; index: number; feed: Feed} | undefined {
  return workspace
    .all('InformationSystem')
    .flatMap((entry) => (entry.value.payerFeeds ?? []).map((feed, index) => ({entry, index, feed})))
    .filter(({feed}) => feed.payer === payer && feed.asOf <= asOf)
    .sort((a, b) => compareText(a.feed.asOf, b.feed.asOf))
    .at(-1)
}
