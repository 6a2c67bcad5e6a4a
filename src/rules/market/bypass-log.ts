import {addDays} from '../../model/date.ts'
import {inForceOn} from '../../model/lifetime.ts'
import type {AdverseFact, Evidence, Finding, RuleContext, Threshold} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {strengthOf} from '../outcome.ts'

export const bypassNoticeDays: Threshold = {
  id: 'bypassNoticeDays',
  value: 30,
  unit: 'days',
  basis: 'house',
  source: 'House default',
  description: 'Days within which a refusing payer is told that it can contract with each member',
  looser: 'higher',
}

/** What the logs of payers that went around the network hold. */
export interface BypassLog {
  readonly refusals: number
  readonly told: Evidence[]
  readonly late: Finding[]
  readonly untold: Finding[]
  /** Those of the untold whose notice was due on a day for which the log is closed. */
  readonly absent: Finding[]
  readonly interference: Finding[]
  readonly adverse: AdverseFact[]
}

/** Reads the logs of the line; the rule must list {@link bypassNoticeDays}. */
export function bypassLogOf(context: RuleContext): BypassLog {
  const {asOf} = context
  const log: BypassLog = {
    refusals: 0,
    told: [],
    late: [],
    untold: [],
    absent: [],
    interference: [],
    adverse: [],
  }
  let refusals = 0
  for (const entry of context.ofLine('PayerContract'))
    for (const [index, {date, event, answer}] of (entry.value.bypass ?? []).entries()) {
      const path = ['bypass', index]
      if (date > asOf) continue
      if (event === 'refusedNetwork') {
        refusals += 1
        judgeRefusal(context, entry, index, log)
      }
      if (event !== 'interference') continue
      const current = inForceOn(entry.value, asOf) !== false
      log.adverse.push({
        rule: 'J4',
        time: current ? 'current' : 'past',
        date,
        fact: `Interference with a payer that went around the network (${date})`,
        ...(answer === undefined ? {} : {answer}),
        location: entry.locate(path),
      })
      if (current)
        log.interference.push(
          context.finding(
            'error',
            entry,
            path,
            `Unexpected interference on \`${date}\` with a payer's individual route, expected none`,
            'Ask counsel; keep the event and record the answer of the network',
          ),
        )
    }
  return {...log, refusals}
}

/** Notice before a refusal counts too: the payer knew. */
function judgeRefusal(
  context: RuleContext,
  entry: Entry<'PayerContract'>,
  index: number,
  {told, late, untold, absent}: BypassLog,
): void {
  const {asOf} = context
  const refused = entry.value.bypass?.[index]?.date ?? asOf
  const due = addDays(refused, context.threshold('bypassNoticeDays'))
  const notices = context
    .ofLine('PayerContract')
    .filter(({value}) => value.payer === entry.value.payer)
    .flatMap(({value}) => value.bypass ?? [])
    .filter(({event, date}) => event === 'noticeOfIndividualRoute' && date <= asOf)
    .map(({date}) => date)
  const path = ['bypass', index]
  const help = 'Tell the payer in writing that each member is free to contract alone, and log it'
  if (notices.some((date) => date <= due))
    told.push(
      context.cite(
        entry,
        path,
        strengthOf(context, entry),
        `refused ${refused}, told of the individual route in time`,
      ),
    )
  else if (notices.length > 0)
    late.push(
      context.finding(
        'warning',
        entry,
        path,
        `Unexpected notice of the individual route after \`${due}\` to a payer that refused on \`${refused}\`, expected it by then`,
        help,
      ),
    )
  else if (due < asOf) {
    const found = context.finding(
      'warning',
      entry,
      path,
      `Unexpected refusal on \`${refused}\` without notice of the individual route, expected it by \`${due}\``,
      help,
    )
    untold.push(found)
    if (context.closedLog('payerBypass', due, due) !== undefined) absent.push(found)
  }
}
