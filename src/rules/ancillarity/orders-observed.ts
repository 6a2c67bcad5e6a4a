import type {Rule} from '../../model/rule.ts'
import {counted} from '../outcome.ts'
import {judgeOrders} from './orders.ts'
import {silenceOf, silenceThresholds} from '../silence.ts'

export const ordersObserved: Rule = {
  id: 'I12',
  name: 'ancillarity/orders-observed',
  title: 'Outstanding orders, and the notices due under them, are observed',
  weight: 'gate',
  question: 'ancillarityAndConduct',
  scope: 'network',
  appliesTo: 'always',
  operating: false,
  thresholds: silenceThresholds,
  authorities: ['advocate-2007', 'brown-toland-2004', 'ftc-act-5'],
  docs: {
    tests:
      'Whether each duty of an order that binds the network or a participant was observed when it was due. A network without orders says so with an empty list. A duty without a date of observance is absent where the log of orders is attested complete for the day it fell due, else not known; an order whose duties are left out is not known.',
    rationale:
      'An order already answers what may be done. A network that does not keep it is judged by that, whatever its program is.',
    evidence:
      '`outstandingOrders` of the Network record with `duties`, their `due` and `observed` dates, and an Attestation that the `orders` log is complete.',
    limits:
      'Reads the dates declared; whether an act meets the duty is for counsel. Duties of orders that have ended, and duties observed late, stay as past adverse facts.',
  },
  requires: [],

  check(context) {
    const {network, asOf} = context
    const orders = network.value.outstandingOrders
    const silence = silenceOf(context, ['orders'])
    const open = silence.open.length > 0
    const judged = judgeOrders(context)
    const active = (orders ?? []).filter((it) => (it.expires ?? asOf) >= asOf)
    const unstated =
      orders === undefined
        ? [
            context.finding(
              'note',
              network,
              [],
              'Unexpected network that leaves out `outstandingOrders`, expected a list, empty where there is none',
              'State `outstandingOrders`, `[]` where no order binds the network or a participant',
            ),
          ]
        : []
    const {missed, absent, notKnown, adverse} = judged
    const outcome =
      absent > 0
        ? 'absent'
        : open || orders === undefined || missed.length + notKnown.length > 0
          ? 'unknown'
          : 'supported'
    const log = open
      ? `the log of orders is not attested complete from ${silence.from} to ${silence.to}`
      : `the log of orders is attested complete from ${silence.from} to ${silence.to}`
    return {
      outcome,
      summary: `${orders === undefined ? 'Outstanding orders are not stated' : `Of ${counted(active.length, 'outstanding order')}, ${counted(missed.length, 'duty', 'duties')} due ${missed.length === 1 ? 'is' : 'are'} not shown as observed and ${counted(notKnown.length, 'thing')} ${notKnown.length === 1 ? 'is' : 'are'} not stated`}; ${log}.`,
      evidence:
        outcome === 'supported'
          ? [
              context.cite(
                network,
                ['outstandingOrders'],
                'declared',
                active.length === 0 ? 'no order is outstanding' : 'every duty due was observed',
              ),
              ...silence.evidence,
            ]
          : [],
      findings: [...unstated, ...missed, ...notKnown, ...silence.findings],
      adverse,
      ...(outcome === 'supported'
        ? {}
        : {
            answeredBy: `\`outstandingOrders\` of the Network record${open ? `, and ${silence.answeredBy}` : ''}`,
          }),
    }
  },
}
