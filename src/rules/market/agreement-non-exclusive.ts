import {inForceOn} from '../../model/lifetime.ts'
import {fileFor} from '../../model/placement.ts'
import type {Finding, Rule, RuleContext, RuleResult} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {agreementsOf} from '../agreements.ts'
import {counted, strengthOf} from '../outcome.ts'
import {binds} from './exclusivity.ts'
import {shareThresholds, weightByShare} from './primary-share.ts'

export const agreementNonExclusive: Rule = {
  id: 'J1',
  name: 'market/agreement-non-exclusive',
  title: 'The agreement is free of exclusivity and of a right of first refusal',
  weight: 'critical',
  question: 'marketPowerAndSpillover',
  scope: 'productLine',
  appliesTo: 'jointPricing',
  operating: false,
  thresholds: shareThresholds,
  authorities: ['medsouth-2002', 'norman-2013', 'sho-2006', 'tristate-2009'],
  docs: {
    tests:
      'Whether every participation agreement that counts, and every contract in force, leaves members free to contract outside the network: not exclusive, not even in part, and no right of first refusal. A clause that is left out is not known.',
    rationale:
      'Where members can contract by themselves, a payer that finds the joint price too high can go around the network. Where they may not, the network is the only door.',
    evidence:
      '`exclusivity` and `firstRefusal` of ParticipationAgreement records, `exclusivity` of PayerContract clauses, and a ServiceAreaScreen: with shares at or above the band, or unknown, this test is a gate.',
    limits:
      'Shows what the text says. Whether members really contract outside the network, and whether they were urged not to, is tested by J2, J3 and J4.',
  },
  requires: [],

  check(context) {
    const {asOf, line} = context
    const {weight, says} = weightByShare(context)
    const agreements = agreementsOf(context)
    const contracts = context
      .ofLine('PayerContract')
      .filter(({value}) => value.clauses?.exclusivity === true && inForceOn(value, asOf) !== false)
    const judged = agreements.map((entry) => ({entry, ...judge(context, entry)}))
    const bad = judged.filter(({verdict}) => verdict === 'contrary')
    const silent = judged.filter(({verdict}) => verdict === 'unknown')
    const contrary = bad.length + contracts.length > 0
    const findings = [
      ...(agreements.length === 0 ? [noAgreement(context)] : []),
      ...judged.flatMap((it) => it.findings),
      ...contracts.map((entry) =>
        context.finding(
          'error',
          entry,
          ['clauses', 'exclusivity'],
          'Unexpected clause that binds members to contract only through the network, expected none',
          'Ask counsel; end the clause, and keep the contract on record with its last day',
        ),
      ),
    ]
    const outcome = contrary
      ? 'contrary'
      : silent.length > 0 || agreements.length === 0
        ? 'unknown'
        : 'supported'
    return {
      outcome,
      summary: `Of ${counted(agreements.length, 'agreement')} of ${line.title} that ${agreements.length === 1 ? 'counts' : 'count'}, ${bad.length} ${bad.length === 1 ? 'is' : 'are'} exclusive or ${bad.length === 1 ? 'gives' : 'give'} a right of first refusal and ${silent.length} ${silent.length === 1 ? 'does' : 'do'} not say; ${counted(contracts.length, 'contract')} in force ${contracts.length === 1 ? 'binds' : 'bind'} members to the network.${says}`,
      evidence: judged
        .filter(({verdict}) => verdict === 'free')
        .map(({entry}) =>
          context.cite(
            entry,
            ['clauses', 'exclusivity'],
            strengthOf(context, entry),
            `version ${entry.value.version} is not exclusive and gives no right of first refusal`,
          ),
        ),
      findings,
      adverse: adverseOf(context, [...bad.map(({entry}) => entry), ...contracts]),
      weight,
      ...(outcome === 'supported'
        ? {}
        : {answeredBy: 'a ParticipationAgreement in force with `exclusivity` and `firstRefusal`'}),
    }
  },
}

function noAgreement(context: RuleContext): Finding {
  return context.finding(
    'warning',
    context.network,
    ['productLines', context.lineIndex],
    'Unexpected product line without a ParticipationAgreement that counts, expected one with `exclusivity` and `firstRefusal`',
    `Create ${fileFor(context.workspace, 'ParticipationAgreement')} with \`kind: ParticipationAgreement\``,
  )
}

interface Judged {
  readonly verdict: 'free' | 'contrary' | 'unknown'
  readonly findings: readonly Finding[]
}

function judge(context: RuleContext, entry: Entry<'ParticipationAgreement'>): Judged {
  const {exclusivity, firstRefusal} = entry.value.clauses ?? {}
  const help = 'Ask counsel; a new version takes the clause out, and this one keeps its last day'
  const findings: Finding[] = []
  if (exclusivity === 'exclusive' || exclusivity === 'partlyExclusive')
    findings.push(
      context.finding(
        'error',
        entry,
        ['clauses', 'exclusivity'],
        `Unexpected exclusivity \`${exclusivity}\`, expected \`nonExclusive\``,
        help,
      ),
    )
  if (firstRefusal === true)
    findings.push(
      context.finding(
        'error',
        entry,
        ['clauses', 'firstRefusal'],
        'Unexpected right of first refusal, expected none',
        help,
      ),
    )
  if (findings.length > 0) return {verdict: 'contrary', findings}
  const missing = [
    ...(exclusivity === undefined ? ['exclusivity'] : []),
    ...(firstRefusal === undefined ? ['firstRefusal'] : []),
  ]
  if (missing.length === 0) return {verdict: 'free', findings}
  return {
    verdict: 'unknown',
    findings: [
      context.finding(
        'note',
        entry,
        ['clauses'],
        `Unexpected agreement that leaves out ${missing.map((it) => `\`${it}\``).join(' and ')}, expected both clauses stated`,
        `State ${missing.map((it) => `\`clauses.${it}\``).join(' and ')} as the text has it`,
      ),
    ],
  }
}

/** Exclusive texts that count are current facts; those replaced before the as-of date are past. */
function adverseOf(
  context: RuleContext,
  current: readonly (Entry<'ParticipationAgreement'> | Entry<'PayerContract'>)[],
): NonNullable<RuleResult['adverse']> {
  const {ofLine, asOf} = context
  const past = ofLine('ParticipationAgreement').filter(
    ({value: {clauses, inForceTo}}) =>
      inForceTo !== undefined && inForceTo < asOf && binds(clauses),
  )
  const pastContracts = ofLine('PayerContract').filter(
    ({value: {clauses, inForceTo}}) =>
      clauses?.exclusivity === true && inForceTo !== undefined && inForceTo < asOf,
  )
  return [...current, ...past, ...pastContracts].map((entry) => ({
    rule: 'J1',
    time: current.some((it) => it === entry) ? ('current' as const) : ('past' as const),
    ...(entry.value.inForceFrom === undefined ? {} : {date: entry.value.inForceFrom}),
    fact: `${entry.value.title} binds members to the network, or gives it a right of first refusal`,
    location: entry.locate(['clauses']),
  }))
}
