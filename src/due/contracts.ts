import type {Obligation} from '../model/obligation.ts'
import type {RuleContext} from '../model/rule.ts'
import {lawAsOf} from '../law/authorities.ts'
import {newestScreens} from '../rules/market/share.ts'
import {daysAfter, lastDayWithin, obligationOf, onLines, onNetwork, thresholdOf} from './context.ts'
import type {DueInput, Found} from './context.ts'

/** Orders, offers to pass on, notices to payers, counts of shares, authorities, ends of contracts. */
export function contractsDue(input: DueInput): Found {
  return {
    obligations: [
      ...onNetwork(input, 'I12', orders),
      ...onLines(input, 'I9', offers),
      ...onLines(input, 'J4', notices),
      ...onLines(input, 'J10', shareCounts),
      ...onNetwork(input, 'L7', authorities),
      ...contractEnds(input),
    ],
  }
}

function orders({workspace, network, asOf}: RuleContext): Obligation[] {
  return (network.value.outstandingOrders ?? []).flatMap((order, index) => {
    const path = ['outstandingOrders', index]
    const {title, entered, expires, duties = []} = order
    if (entered > asOf || (expires ?? asOf) < asOf) return []
    return [
      ...duties.flatMap(({title: duty, due, observed}, at) =>
        due === undefined || (observed !== undefined && observed <= asOf)
          ? []
          : [
              obligationOf(workspace, network, {
                kind: 'orderDuty',
                part: `${index} ${at}`,
                path: [...path, 'duties', at],
                due,
                what: `Duty under ${title}: ${duty}`,
                test: 'I12',
              }),
            ],
      ),
      ...(expires === undefined
        ? []
        : [
            obligationOf(workspace, network, {
              kind: 'orderEnds',
              nature: 'ends',
              part: String(index),
              path: [...path, 'expires'],
              due: expires,
              what: `${title} ends`,
              test: 'I12',
            }),
          ]),
    ]
  })
}

/** Offers that a messenger has received and not passed on, in talks that have not ended. */
function offers(context: RuleContext): Obligation[] {
  const {workspace, asOf, ofLine, threshold} = context
  return ofLine('Negotiation').flatMap((entry) => {
    const {id, method, ended = asOf, offers: received = []} = entry.value
    if (method !== 'messenger' || ended < asOf) return []
    return received.flatMap((offer, index) =>
      offer.received > asOf || (offer.relayed !== undefined && offer.relayed <= asOf)
        ? []
        : [
            obligationOf(workspace, entry, {
              kind: 'offerRelay',
              part: String(index),
              path: ['offers', index],
              due: daysAfter(offer.received, threshold('messengerRelayDays')),
              what: `The offer of ${offer.received} in ${id} is passed on to all whom it is for`,
              test: 'I9',
              threshold: thresholdOf(context, 'messengerRelayDays', 'days'),
            }),
          ],
    )
  })
}

/** Payers that refused the network and have not been told of the individual route. */
function notices(context: RuleContext): Obligation[] {
  const {workspace, asOf, ofLine, threshold} = context
  const contracts = ofLine('PayerContract')
  return contracts.flatMap((entry) =>
    (entry.value.bypass ?? []).flatMap(({date, event}, index) => {
      if (event !== 'refusedNetwork' || date > asOf) return []
      const told = contracts
        .filter(({value}) => value.payer === entry.value.payer)
        .flatMap(({value}) => value.bypass ?? [])
        .some((it) => it.event === 'noticeOfIndividualRoute' && it.date <= asOf)
      if (told) return []
      return [
        obligationOf(workspace, entry, {
          kind: 'payerNotice',
          part: String(index),
          path: ['bypass', index],
          due: daysAfter(date, threshold('bypassNoticeDays')),
          what: `The payer of ${entry.value.id}, which refused on ${date}, is told that it can contract with each member`,
          test: 'J4',
          threshold: thresholdOf(context, 'bypassNoticeDays', 'days'),
        }),
      ]
    }),
  )
}

function shareCounts(context: RuleContext): Obligation[] {
  const threshold = thresholdOf(context, 'shareCountMonths', 'months')
  return newestScreens(context).map((entry) =>
    obligationOf(context.workspace, entry, {
      kind: 'shareCounts',
      part: context.line.id,
      path: ['asOf'],
      due: lastDayWithin(entry.value.asOf, threshold.value),
      what: `Shares of ${context.line.id} are counted again (last ${entry.value.asOf})`,
      test: 'J10',
      threshold,
    }),
  )
}

function authorities(context: RuleContext): Obligation[] {
  const {workspace, network} = context
  const threshold = thresholdOf(context, 'authorityMonths', 'months')
  return [
    obligationOf(workspace, network, {
      kind: 'authorities',
      due: lastDayWithin(lawAsOf, threshold.value),
      what: `A version of this tool with a newer register of authorities is in use (checked ${lawAsOf})`,
      test: 'L7',
      threshold,
    }),
  ]
}

function contractEnds({workspace}: DueInput): Obligation[] {
  return workspace.all('PayerContract').flatMap((entry) => {
    const {id, inForceTo: due} = entry.value
    if (due === undefined) return []
    return [
      obligationOf(workspace, entry, {
        kind: 'contractEnds',
        nature: 'ends',
        path: ['inForceTo'],
        due,
        what: `Contract ${id} ends`,
      }),
    ]
  })
}
