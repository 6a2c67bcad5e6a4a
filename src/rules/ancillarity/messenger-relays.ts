import {addDays} from '../../model/date.ts'
import type {Offer} from '../../model/records.gen.ts'
import type {AdverseFact, Finding, Rule, RuleContext, Threshold} from '../../model/rule.ts'
import {judgeConduct} from '../conduct.ts'
import {cameOf} from '../contracts.ts'
import {counted} from '../outcome.ts'
import {silenceThresholds} from '../silence.ts'

const messengerRelayDays: Threshold = {
  id: 'messengerRelayDays',
  value: 14,
  unit: 'days',
  basis: 'house',
  source: 'House default',
  description: 'Days within which a messenger passes an offer on',
  looser: 'higher',
}

export const messengerRelays: Rule = {
  id: 'I9',
  name: 'ancillarity/messenger-relays',
  title: 'The messenger relays every offer in time, makes none and shares none',
  weight: 'critical',
  question: 'ancillarityAndConduct',
  scope: 'productLine',
  appliesTo: 'always',
  operating: false,
  thresholds: [messengerRelayDays, ...silenceThresholds],
  authorities: ['alta-bates-2009', 'statement-9'],
  docs: {
    tests:
      'On a line whose offers a messenger relays: whether each was passed on in time and to everyone it was meant for, and whether the agent made a counter-offer, withheld an offer or let members know what others were offered. It does not apply where no messenger is used.',
    rationale:
      'A messenger leaves each member to decide alone. One that filters offers, answers for members or tells them of one another negotiates for them all.',
    evidence:
      'Negotiation records with `method: messenger`, their `offers` (dates and counts only) and `conduct`, and an Attestation that the negotiations log is complete for the look-back.',
    limits:
      'The content of an offer is never kept, so whether it was passed on unchanged is not seen. Offers in talks that ended without a contract in force count as past.',
  },
  requires: [],

  check(context) {
    const {line} = context
    const messengers = context
      .ofLine('Negotiation')
      .filter(({value}) => value.method === 'messenger')
    if (line.basis !== 'messenger' && messengers.length === 0)
      return {
        outcome: 'notApplicable',
        summary: 'No messenger relays offers on this line.',
        evidence: [],
        findings: [],
      }
    const judged = judgeConduct(context, 'I9', ['counterByAgent', 'offerWithheld', 'offersShared'])
    const offers = offersOf(context)
    const current = offers.filter((it) => it.current)
    const of = (fault: Fault) => current.filter((it) => it.fault === fault)
    const [withheld, late, unstated] = [of('withheld'), of('late'), of('notStated')]
    const result = {
      ...judged,
      summary: `${judged.summary} Of ${counted(current.length, 'offer')} in talks that count, ${withheld.length} ${withheld.length === 1 ? 'was' : 'were'} not passed on to all, ${late.length} late, and ${unstated.length} ${unstated.length === 1 ? 'does' : 'do'} not say.`,
      findings: [...judged.findings, ...current.flatMap(({finding}) => finding ?? [])],
      adverse: [...(judged.adverse ?? []), ...offers.flatMap(({adverse}) => adverse ?? [])],
      answeredBy: 'the `offers` of each Negotiation by messenger, with the days and counts',
    }
    if (withheld.length > 0) return {...result, outcome: 'contrary', evidence: []}
    if (judged.outcome !== 'supported')
      return {...result, answeredBy: judged.answeredBy ?? result.answeredBy}
    if (unstated.length > 0) return {...result, outcome: 'unknown'}
    if (late.length > 0) return {...result, outcome: 'weak'}
    const {answeredBy: _, ...supported} = result
    return supported
  },
}

type Fault = 'withheld' | 'late' | 'notStated' | null

interface JudgedOffer {
  readonly fault: Fault
  readonly current: boolean
  readonly finding?: Finding
  readonly adverse?: AdverseFact
}

/** Offers up to the as-of date in talks by messenger, each with what is wrong with it. */
function offersOf(context: RuleContext): readonly JudgedOffer[] {
  const {asOf, threshold} = context
  return context.ofLine('Negotiation').flatMap((entry) => {
    const {method, ended, offers = []} = entry.value
    if (method !== 'messenger') return []
    const current = (ended ?? asOf) >= asOf || cameOf(context, entry)
    return offers.flatMap((offer, index): JudgedOffer[] => {
      if (offer.received > asOf) return []
      const due = addDays(offer.received, threshold('messengerRelayDays'))
      const [fault, what] = faultOf(offer, due, asOf)
      if (fault === null) return [{fault, current}]
      const path = ['offers', index]
      return [
        {
          fault,
          current,
          finding: context.finding(
            fault === 'withheld' ? 'error' : fault === 'late' ? 'warning' : 'note',
            entry,
            path,
            `Unexpected offer of \`${offer.received}\` ${what}, expected it passed on to all by \`${due}\``,
            'State `relayed`, `relayedTo` and `of`; ask counsel where an offer was held back',
          ),
          ...(fault === 'notStated'
            ? {}
            : {
                adverse: {
                  rule: 'I9',
                  time: current ? 'current' : 'past',
                  date: offer.received,
                  fact: `Offer of ${offer.received} ${what}`,
                  location: entry.locate(path),
                },
              }),
        },
      ]
    })
  })
}

function faultOf(
  {from, relayed, relayedTo, of}: Offer,
  due: string,
  asOf: string,
): readonly [Fault, string] {
  if (relayed === undefined || relayed > asOf)
    return due < asOf ? ['withheld', 'not passed on'] : [null, '']
  if (relayedTo !== undefined && of !== undefined && relayedTo < of)
    return ['withheld', `passed on to ${relayedTo} of ${of}`]
  if (relayed > due) return ['late', `passed on late, on ${relayed}`]
  // An offer of a member has one payer to reach.
  if (from === 'payer' && (relayedTo === undefined || of === undefined))
    return ['notStated', 'without the count of those it reached']
  return [null, '']
}
