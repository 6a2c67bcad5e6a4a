import {addDays} from '../../model/date.ts'
import {inForceOn} from '../../model/lifetime.ts'
import type {
  AdverseFact,
  Evidence,
  Finding,
  Rule,
  RuleContext,
  Threshold,
} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {adverseOf, conductFindings, conductOf} from '../conduct.ts'
import {counted, listed, strengthOf} from '../outcome.ts'
import {resultOf} from '../result.ts'
import {silenceOf, silenceThresholds} from '../silence.ts'
import {shareThresholds, weightByShare} from './primary-share.ts'

const bypassNoticeDays: Threshold = {
  id: 'bypassNoticeDays',
  value: 30,
  unit: 'days',
  basis: 'house',
  source: 'House default',
  description: 'Days within which a refusing payer is told that it can contract with each member',
  looser: 'higher',
}

export const payersCouldBypass: Rule = {
  id: 'J4',
  name: 'market/payers-could-bypass',
  title: 'Each refusing payer had notice of the individual route, and nobody interfered',
  weight: 'critical',
  question: 'marketPowerAndSpillover',
  scope: 'productLine',
  appliesTo: 'jointPricing',
  operating: false,
  thresholds: [bypassNoticeDays, ...shareThresholds, ...silenceThresholds],
  authorities: ['norman-2013', 'tristate-2009'],
  docs: {
    tests:
      'For each payer that refused the network, whether it was told in time that it can contract with each member alone; and whether anyone interfered when a payer tried (contrary while the contract is in force or the conduct has not ended). Finding no refusal counts only in logs attested complete.',
    rationale:
      'A large network was answered favourably where a payer that would not deal with it could really go around it.',
    evidence:
      '`bypass` of PayerContract records, Negotiation records with their `conduct`, and Attestations that the `payerBypass` and `negotiations` logs are complete. With shares at or above the band, or unknown, this test is a gate.',
    limits:
      'Shows that the payer was told. Whether members then dealt with it alone is tested by J2; what was not logged is not seen.',
  },
  requires: [],

  check(context) {
    const {weight, says} = weightByShare(context)
    const conduct = conductOf(context, ['payerBypassInterference'])
    const log = logOf(context)
    const interference = [...conductFindings(context, conduct), ...log.interference]
    const adverse = [...adverseOf('J4', conduct), ...log.adverse]
    const silence = silenceOf(context, ['negotiations', 'payerBypass'])
    const open = silence.open.length > 0
    const outcome =
      interference.length > 0
        ? 'contrary'
        : log.untold.length > 0 && !open
          ? 'absent'
          : open || log.untold.length > 0
            ? 'unknown'
            : log.late.length > 0
              ? 'weak'
              : 'supported'
    const logs = open
      ? `Not attested complete from ${silence.from} to ${silence.to}: ${listed(silence.open)}.`
      : `Both logs are attested complete from ${silence.from} to ${silence.to}.`
    const result = resultOf(
      outcome,
      `Of ${counted(log.refusals, 'refusal')} by payers of ${context.line.title}, ${log.told.length} had notice of the individual route in time, ${log.late.length} late, ${log.untold.length} not; interference in force: ${interference.length}. ${logs}${says}`,
      outcome === 'supported' ? [...log.told, ...silence.evidence] : log.told,
      [...interference, ...log.untold, ...log.late, ...silence.findings],
      silence.answeredBy || '`bypass` of the PayerContract records, with the notice given',
    )
    return {...result, adverse, weight}
  },
}

interface BypassLog {
  readonly refusals: number
  readonly told: Evidence[]
  readonly late: Finding[]
  readonly untold: Finding[]
  readonly interference: Finding[]
  readonly adverse: AdverseFact[]
}

function logOf(context: RuleContext): BypassLog {
  const {asOf} = context
  const log: BypassLog = {
    refusals: 0,
    told: [],
    late: [],
    untold: [],
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
  {told, late, untold}: BypassLog,
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
  else if (due < asOf)
    untold.push(
      context.finding(
        'warning',
        entry,
        path,
        `Unexpected refusal on \`${refused}\` without notice of the individual route, expected it by \`${due}\``,
        help,
      ),
    )
}
