import type {AdverseFact, Finding, RuleContext} from '../../model/rule.ts'

/** Duties of the orders on record, as far as their dates tell. */
export interface JudgedOrders {
  readonly missed: readonly Finding[]
  /** How many of them fell due on a day for which the log is closed. */
  readonly absent: number
  readonly notKnown: readonly Finding[]
  readonly adverse: readonly AdverseFact[]
}

/** Judges the duties of every order entered by the as-of date. */
export function judgeOrders({network, asOf, finding, closedLog}: RuleContext): JudgedOrders {
  let absent = 0
  const missed: Finding[] = []
  const notKnown: Finding[] = []
  const adverse: AdverseFact[] = []
  for (const [index, order] of (network.value.outstandingOrders ?? []).entries()) {
    if (order.entered > asOf) continue
    const active = (order.expires ?? asOf) >= asOf
    const path = ['outstandingOrders', index]
    if (order.duties === undefined && active)
      notKnown.push(
        finding(
          'note',
          network,
          path,
          `Unexpected order \`${order.title}\` without \`duties\`, expected what it asks for`,
          'State the duties, and when each is due and was observed',
        ),
      )
    for (const [duty, {title, due, observed}] of (order.duties ?? []).entries()) {
      const at = [...path, 'duties', duty]
      const done = observed !== undefined && observed <= asOf
      const passed = due !== undefined && due < asOf
      if (active && !done && passed) {
        const closed = closedLog('orders', due, due) !== undefined
        if (closed) absent += 1
        missed.push(
          finding(
            closed ? 'error' : 'warning',
            network,
            at,
            `Unexpected duty \`${title}\` due on \`${due}\` without a date of observance, expected \`observed\``,
            'Observe it and tell counsel; state `observed` where it was',
          ),
        )
      }
      if (active && !done && due === undefined)
        notKnown.push(
          finding(
            'note',
            network,
            at,
            `Unexpected duty \`${title}\` without \`due\` or \`observed\`, expected one of them`,
            'State when it is due, or when it was observed',
          ),
        )
      if (passed && (!done || observed > due))
        adverse.push({
          rule: 'I12',
          time: active && !done ? 'current' : 'past',
          date: due,
          fact: `Duty under ${order.title}: ${title}, due ${due}, ${done ? `observed late on ${observed}` : 'not shown as observed'}`,
          location: network.locate(at),
        })
    }
  }
  return {missed, absent, notKnown, adverse}
}
