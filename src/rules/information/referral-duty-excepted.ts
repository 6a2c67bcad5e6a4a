import {inForceOn} from '../../model/lifetime.ts'
import {fileFor} from '../../model/placement.ts'
import type {Finding, Outcome, Rule, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {agreementsOf} from '../agreements.ts'
import {counted, listed, strengthOf} from '../outcome.ts'
import {lineFinding, resultOf} from '../result.ts'

export const referralDutyExcepted: Rule = {
  id: 'G5',
  name: 'information/referral-duty-excepted',
  title: 'Members refer in the network, save for patient choice, payer and medical judgment',
  weight: 'major',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: false,
  thresholds: [],
  authorities: ['gripa-2007', 'medsouth-2002', 'statement-8'],
  docs: {
    tests:
      'Whether the agreement of the line has a duty to refer in the network with all three exceptions: the choice of the patient, the determination of the payer, and medical judgment. A duty that states no exception at all is contrary; one that lacks an exception is weak; no duty is absent.',
    rationale:
      'Members who refer to each other can coordinate care and be measured on it. A mandate without exceptions steers patients whatever they, their payer or their physician think, and is a risk, not evidence.',
    evidence: 'ParticipationAgreement records with `inNetworkReferral` under `clauses`.',
    limits:
      'Reads the clause, not the referrals. Fraud-and-abuse law, which has rules of its own on directed referrals, is flagged and not assessed.',
  },
  requires: ['ParticipationAgreement'],

  check(context) {
    const {line, cite} = context
    const agreements = agreementsOf(context)
    const judged = agreements.map((entry) => ({entry, ...judge(context, entry)}))
    const outcome = gravest(judged.map((it) => it.outcome))
    const findings = judged.flatMap((it) => it.finding ?? [])
    if (agreements.length === 0)
      findings.push(
        lineFinding(
          context,
          outcome,
          'Unexpected product line without a ParticipationAgreement in force, expected one with `inNetworkReferral`',
          `Create ${fileFor(context.workspace, 'ParticipationAgreement')} with \`kind: ParticipationAgreement\``,
        ),
      )
    const met = judged.filter((it) => it.outcome === 'supported')
    return resultOf(
      outcome,
      `${met.length} of ${counted(agreements.length, 'agreement')} of ${line.title} that ${agreements.length === 1 ? 'counts has' : 'count have'} a duty to refer in the network with all three exceptions.`,
      met.map(({entry}) =>
        cite(
          entry,
          ['clauses', 'inNetworkReferral'],
          strengthOf(context, entry),
          `version ${entry.value.version}: a duty to refer with three exceptions`,
        ),
      ),
      findings,
      '`inNetworkReferral` in the ParticipationAgreement in force',
    )
  },
}

const order: readonly Outcome[] = ['contrary', 'unknown', 'absent', 'weak', 'supported']

function gravest(outcomes: readonly Outcome[]): Outcome {
  return order.find((it) => outcomes.includes(it)) ?? 'unknown'
}

const words = {
  patientChoice: 'patient choice',
  payerDetermination: 'payer determination',
  medicalJudgment: 'medical judgment',
} as const
const exceptions = ['patientChoice', 'payerDetermination', 'medicalJudgment'] as const

interface Judged {
  readonly outcome: Outcome
  readonly finding?: Finding
}

function judge(context: RuleContext, entry: Entry<'ParticipationAgreement'>): Judged {
  const clause = entry.value.clauses?.inNetworkReferral
  const found = (severity: Finding['severity'], what: string, help: string) =>
    context.finding(severity, entry, ['clauses', 'inNetworkReferral'], what, help)
  if (context.line.stage === 'operating' && inForceOn(entry.value, context.asOf) === undefined)
    return {
      outcome: 'unknown',
      finding: context.finding(
        'note',
        entry,
        [],
        'Unexpected agreement without `inForceFrom`, expected its first day in force',
        'State `inForceFrom`',
      ),
    }
  if (clause === undefined || (clause.required && clause.exceptions === undefined))
    return {
      outcome: 'unknown',
      finding: found(
        'note',
        `Unexpected agreement that does not say ${clause === undefined ? 'whether members refer in the network' : 'what is excepted from the duty to refer'}, expected \`inNetworkReferral\` with \`exceptions\``,
        'State the clause as signed; `exceptions: []` where there are none',
      ),
    }
  if (!clause.required)
    return {
      outcome: 'absent',
      finding: found(
        'warning',
        'Unexpected agreement without a duty to refer in the network, expected one with three exceptions',
        'Keep it as it is, or adopt the duty with its exceptions',
      ),
    }
  const missing = exceptions.filter((it) => clause.exceptions?.includes(it) !== true)
  if (missing.length === 0) return {outcome: 'supported'}
  const unconditional = missing.length === exceptions.length
  return {
    outcome: unconditional ? 'contrary' : 'weak',
    finding: found(
      unconditional ? 'error' : 'warning',
      `Unexpected duty to refer without an exception for ${listed(missing.map((it) => words[it]))}, expected all three`,
      'Ask counsel; amend the agreement, and keep this version on record',
    ),
  }
}
