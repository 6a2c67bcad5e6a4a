import {fileFor} from '../../model/placement.ts'
import type {Evidence, Finding, Outcome, Rule} from '../../model/rule.ts'
import {closedSince} from '../logs.ts'
import {counted, outcomeOf, strengthOf} from '../outcome.ts'
import {lineFinding, resultOf} from '../result.ts'
import {logAttestationDays} from '../silence.ts'
import {operatingLookBackMonths} from '../thresholds.ts'
import {recentInvestments} from './recent.ts'

export const paidTimeValued: Rule = {
  id: 'F6',
  name: 'investment/paid-time-valued',
  title: 'Paid time of physicians has a fair-market-value reference',
  weight: 'minor',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: true,
  thresholds: [operatingLookBackMonths, logAttestationDays],
  authorities: ['statement-8', 'medsouth-2002', 'gripa-2007'],
  docs: {
    tests:
      'Whether every record of the last 12 months with hours that were paid names the reference for their fair market value, of a date no later than the last day of its period. Not applicable where every hour is recorded as unpaid and the log of hours is attested complete.',
    rationale:
      'Payments for time that are not tied to what the time is worth look like payments for something else.',
    evidence:
      'Investment records with `hours`, each with `paid`, and `fairMarketValue`; an Attestation of log `physicianHours` where nothing was paid.',
    limits:
      'Shows that a reference exists, not that the pay agrees with it. Fraud-and-abuse law is not assessed.',
  },
  requires: ['Investment'],

  check(context) {
    const {cite, finding} = context
    const {since, entries} = recentInvestments(context)
    const met: Evidence[] = []
    const unmet: Finding[] = []
    const silent: Finding[] = []
    for (const entry of entries) {
      const {hours = [], fairMarketValue, to} = entry.value
      const index = hours.findIndex(({paid}) => paid === undefined)
      if (index !== -1 && fairMarketValue === undefined)
        silent.push(
          finding(
            'note',
            entry,
            ['hours', index],
            'Unexpected hours that do not say whether they were paid, expected `paid`',
            'State `paid`',
          ),
        )
      const paid = hours.filter((it) => it.paid === true)
      if (paid.length === 0) continue
      if (fairMarketValue !== undefined && fairMarketValue.date <= to) {
        const shows = `reference of ${fairMarketValue.date} for paid time in ${counted(paid.length, 'row')}`
        met.push(cite(entry, ['fairMarketValue'], strengthOf(context, entry), shows))
      } else
        unmet.push(
          finding(
            'warning',
            entry,
            fairMarketValue === undefined ? ['hours'] : ['fairMarketValue', 'date'],
            `Unexpected paid time ${fairMarketValue === undefined ? 'without a fair-market-value reference' : `with a reference of ${fairMarketValue.date}`}, expected one of ${to} or earlier`,
            'Record `fairMarketValue` with its source and date',
          ),
        )
    }
    const judged = met.length + unmet.length
    const none: Outcome =
      silent.length === 0 && closedSince(context, 'physicianHours', since) !== undefined
        ? 'notApplicable'
        : 'unknown'
    const outcome: Outcome =
      judged === 0
        ? none
        : unmet.length === 0 && silent.length > 0
          ? 'unknown'
          : outcomeOf(met, unmet)
    const open =
      judged === 0 && silent.length === 0 && outcome === 'unknown'
        ? [
            lineFinding(
              context,
              outcome,
              `Unexpected silence on paid time since ${since}, expected hours that were paid or an attestation that the log is complete`,
              'Record `hours` with `paid`, or attest the log `physicianHours`',
            ),
          ]
        : []
    return resultOf(
      outcome,
      `${met.length} of ${counted(judged, 'record')} with paid time since ${since} ${judged === 1 ? 'has' : 'have'} a fair-market-value reference.`,
      met,
      [...unmet, ...silent, ...open],
      `\`fairMarketValue\` in the Investment records with paid hours (${fileFor(context.workspace, 'Investment', '…')})`,
    )
  },
}
