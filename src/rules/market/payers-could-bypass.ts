import type {Rule} from '../../model/rule.ts'
import {adverseOf, conductFindings, conductOf} from '../conduct.ts'
import {counted, listed} from '../outcome.ts'
import {resultOf} from '../result.ts'
import {silenceOf, silenceThresholds} from '../silence.ts'
import {bypassLogOf, bypassNoticeDays} from './bypass-log.ts'
import {shareThresholds, weightByShare} from './primary-share.ts'

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
    const log = bypassLogOf(context)
    const interference = [...conductFindings(context, conduct), ...log.interference]
    const adverse = [...adverseOf('J4', conduct), ...log.adverse]
    const silence = silenceOf(context, ['negotiations', 'payerBypass'])
    const open = silence.open.length > 0
    const outcome =
      interference.length > 0
        ? 'contrary'
        : log.absent.length > 0
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
