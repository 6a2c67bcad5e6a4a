import {fileFor} from '../../model/placement.ts'
import type {Finding, Rule, RuleContext} from '../../model/rule.ts'
import {adverseOf, conductFindings, conductOf} from '../conduct.ts'
import {noneFound} from '../logs.ts'
import {counted, listed, strengthOf} from '../outcome.ts'
import {silenceOf, silenceThresholds} from '../silence.ts'
import {ownersOf, type Owner} from './owners.ts'

export const noUrgingToDrop: Rule = {
  id: 'J3',
  name: 'market/no-urging-to-drop',
  title: 'Outside contracts were not dropped after joining, and nobody was urged to drop them',
  weight: 'critical',
  question: 'marketPowerAndSpillover',
  scope: 'productLine',
  appliesTo: 'jointPricing',
  operating: false,
  thresholds: silenceThresholds,
  authorities: ['brown-toland-2004'],
  docs: {
    tests:
      'Whether a negotiation of this line records that members were urged to drop contracts outside the network, and that has not ended or led to a contract in force (contrary); and whether fewer outside contracts are held by an owner now than when its practices joined (weak).',
    rationale:
      'An agreement that is not exclusive on paper is exclusive in fact where members end their other contracts. In Brown & Toland they were told to.',
    evidence:
      'Negotiation records with their `conduct`; `outsideContracts` of Participant records at joining and since, counts only; and Attestations that both logs are complete for the look-back.',
    limits:
      'Practices under one owner are counted once. A count can fall for many reasons; the record shows that it fell, not why. What was said and not recorded is not seen.',
  },
  requires: [],

  check(context) {
    const conduct = conductOf(context, ['urgedToDropOutsideContracts'])
    const urging = conductFindings(context, conduct)
    const adverse = adverseOf('J3', conduct)
    const owners = ownersOf(context)
    const counts = owners.filter(({first, last}) => first !== null && last !== null)
    const followed = counts.filter(({first, last}) => first?.asOf !== last?.asOf)
    const fallen = followed.filter(({first, last}) => (last?.count ?? 0) < (first?.count ?? 0))
    const negotiations = context.ofLine('Negotiation').length
    const held =
      followed.length === 0
        ? `No owner's outside contracts are counted twice or more, of ${counted(owners.length, 'owner')} on the line.`
        : `Of ${counted(owners.length, 'owner')}, outside contracts are counted twice or more for ${followed.length} and fell for ${fallen.length === 0 ? 'none' : fallen.length}.`
    const past = conduct.length - urging.length
    const before = past === 0 ? '' : ` ${counted(past, 'past event')} of urging on record.`
    if (urging.length > 0)
      return {
        outcome: 'contrary',
        summary: `Members were urged to drop outside contracts: ${counted(urging.length, 'event')} in force found in ${counted(negotiations, 'record')} read. ${held}${before}`,
        evidence: [],
        findings: [...urging, ...fallenFindings(context, fallen)],
        adverse,
        answeredBy: 'the end of the urging and of the contracts that came of it, with the answer',
      }
    const none = `Urging in force: ${noneFound(negotiations)}.`
    if (fallen.length > 0)
      return {
        outcome: 'weak',
        summary: `${none} ${held}${before}`,
        evidence: [],
        findings: fallenFindings(context, fallen),
        adverse,
        answeredBy:
          "newer `outsideContracts` of the Participant records, or counsel's note of why they fell",
      }
    const silence = silenceOf(context, ['negotiations', 'outsideContracts'])
    if (silence.open.length > 0 || followed.length === 0)
      return {
        outcome: 'unknown',
        summary: `${none} ${held}${silence.open.length === 0 ? '' : ` Not attested complete from ${silence.from} to ${silence.to}: ${listed(silence.open)}.`}${before}`,
        evidence: [],
        findings: [...silence.findings, ...(followed.length === 0 ? [uncounted(context)] : [])],
        adverse,
        answeredBy:
          silence.answeredBy ||
          '`outsideContracts` of the Participant records, at joining and since',
      }
    return {
      outcome: 'supported',
      summary: `${none} ${held} Both logs are attested complete from ${silence.from} to ${silence.to}.${before}`,
      evidence: [...silence.evidence, ...followed.flatMap((owner) => citeCounts(context, owner))],
      findings: [],
      adverse,
    }
  },
}

function citeCounts(context: RuleContext, {participants, first, last}: Owner) {
  return participants
    .slice(0, 1)
    .map((entry) =>
      context.cite(
        entry,
        ['outsideContracts'],
        strengthOf(context, entry),
        `${counted(first?.count ?? 0, 'outside contract')} at joining, ${last?.count ?? 0} on ${last?.asOf ?? ''}`,
      ),
    )
}

function fallenFindings(context: RuleContext, fallen: readonly Owner[]): Finding[] {
  return fallen.flatMap(({participants, first, last}) =>
    participants
      .slice(0, 1)
      .map((entry) =>
        context.finding(
          'warning',
          entry,
          ['outsideContracts'],
          `Unexpected fall of outside contracts of its owner from ${first?.count ?? 0} to ${last?.count ?? 0} by \`${last?.asOf ?? ''}\`, expected no fall after joining`,
          "Find out why; a decision of the practice alone is recorded in counsel's note",
        ),
      ),
  )
}

function uncounted(context: RuleContext): Finding {
  return context.finding(
    'note',
    context.network,
    ['productLines', context.lineIndex],
    "Unexpected line on which no owner's outside contracts are counted twice, expected a count at joining and one since",
    `State \`outsideContracts\` in ${fileFor(context.workspace, 'Participant')}, counts only`,
  )
}
