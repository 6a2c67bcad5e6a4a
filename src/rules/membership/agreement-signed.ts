import {inForceOn} from '../../model/lifetime.ts'
import {fileFor} from '../../model/placement.ts'
import type {Evidence, Finding, Outcome, Rule, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {panelOf} from '../lifetime.ts'
import {closedSince} from '../logs.ts'
import {counted, strengthOf} from '../outcome.ts'
import {logAttestationDays} from '../silence.ts'

export const agreementSigned: Rule = {
  id: 'B1',
  name: 'membership/agreement-signed',
  title: 'Everyone on a jointly priced panel has signed the agreement in force',
  weight: 'gate',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'jointPricing',
  operating: false,
  thresholds: [logAttestationDays],
  authorities: ['medsouth-2002', 'gripa-2007', 'statement-8'],
  docs: {
    tests:
      'Every participant on the panel of the line has signed a participation agreement that covers the line and is in force; of a proposed line, the agreement declared. Where no list of signatures is kept, a declared count of signed and of panel is read.',
    rationale:
      'Interdependence binds only those who agreed to it: a member on the panel without a signed agreement has joint prices without the duties of the program.',
    evidence:
      'ParticipationAgreement records with `inForceFrom` and `signatures`, each with the signed page as an exhibit; Participant records with `productLines`; an Attestation of log `signatures`.',
    limits:
      'Shows that signatures are recorded. It does not show that a signatory had authority, or that anyone keeps the agreement. Without an attested list a missing signature is unknown, not absent.',
  },
  requires: ['Participant', 'ParticipationAgreement'],

  check(context) {
    const {line, asOf, workspace, finding} = context
    const {on, notStated} = panelOf(context)
    const agreements = agreementsOf(context)
    const counts = declaredCounts(context, agreements)
    if (counts !== undefined) return counts
    const closed = closedSince(context, 'signatures', line.programLive ?? asOf)?.value.to
    const evidence: Evidence[] = []
    const findings: Finding[] = []
    let absent = 0
    for (const participant of on) {
      const found = signatureOf(context, agreements, participant.value.id)
      if (found !== undefined) {
        evidence.push(found)
        continue
      }
      findings.push(unsigned(context, agreements, participant))
      if (closed !== undefined && owedBy(participant, agreements, closed)) absent += 1
    }
    for (const participant of notStated)
      findings.push(
        finding(
          'note',
          participant,
          [],
          `Unexpected participant \`${participant.value.id}\` without \`productLines\`, expected the lines on whose panel it is`,
          'Add `productLines`, empty where it is on no panel',
        ),
      )
    if (agreements.length === 0)
      findings.push(...workspace.all('ParticipationAgreement').map((it) => notInForce(context, it)))
    const missing = on.length - evidence.length
    const outcome: Outcome =
      absent > 0
        ? 'absent'
        : missing > 0 || notStated.length > 0 || on.length === 0
          ? 'unknown'
          : 'supported'
    return {
      outcome,
      summary: summaryOf(context, evidence.length, on.length, agreements.length, notStated.length),
      evidence,
      findings,
      ...(outcome === 'supported'
        ? {}
        : {
            answeredBy: `signatures in the ParticipationAgreement record (${fileFor(context.workspace, 'ParticipationAgreement', '…')}), and an Attestation of log \`signatures\``,
          }),
    }
  },
}

function summaryOf(
  {line}: RuleContext,
  signed: number,
  panel: number,
  agreements: number,
  notStated: number,
): string {
  if (agreements === 0) return `No agreement that covers ${line.title} is known to be in force.`
  if (panel === 0) return `No participant is stated to be on the panel of ${line.title}.`
  const which = line.stage === 'operating' ? 'in force' : 'declared'
  const rest =
    notStated === 0 ? '' : `; the panel of ${counted(notStated, 'practice')} is not stated`
  const who =
    panel === 1
      ? `The one participant on the panel has ${signed === 1 ? '' : 'not '}signed`
      : `${signed} of ${counted(panel, 'participant')} on the panel have signed`
  return `${who} the agreement ${which}${rest}.`
}

/** Whether the signature was due by the day to which the log of signatures is complete. */
function owedBy(
  {value}: Entry<'Participant'>,
  agreements: readonly Entry<'ParticipationAgreement'>[],
  closed: string,
): boolean {
  return (
    (value.joined ?? '') <= closed &&
    agreements.some((it) => (it.value.inForceFrom ?? '') <= closed)
  )
}

/** Agreements that count: in force, or on a proposed line declared and not over. */
function agreementsOf({ofLine, asOf, line}: RuleContext): Entry<'ParticipationAgreement'>[] {
  return ofLine('ParticipationAgreement').filter(({value}) =>
    line.stage === 'operating'
      ? inForceOn(value, asOf) === true
      : value.inForceTo === undefined || value.inForceTo >= asOf,
  )
}

function signatureOf(
  context: RuleContext,
  agreements: readonly Entry<'ParticipationAgreement'>[],
  participant: string,
): Evidence | undefined {
  for (const entry of agreements) {
    const index = (entry.value.signatures ?? []).findIndex(
      (it) => it.participant === participant && it.date <= context.asOf,
    )
    const signature = entry.value.signatures?.[index]
    if (signature === undefined) continue
    return context.cite(
      entry,
      ['signatures', index],
      strengthOf(context, entry, [signature.exhibit]),
      `${participant} signed version ${entry.value.version} on ${signature.date}`,
    )
  }
  return undefined
}

/** Points at the agreement that lacks the signature; at the participant where there is none. */
function unsigned(
  {ofLine, asOf, finding}: RuleContext,
  agreements: readonly Entry<'ParticipationAgreement'>[],
  participant: Entry<'Participant'>,
): Finding {
  const {id} = participant.value
  const older = ofLine('ParticipationAgreement').flatMap((it) =>
    agreements.includes(it)
      ? []
      : (it.value.signatures ?? [])
          .filter((signature) => signature.participant === id && signature.date <= asOf)
          .map(({date}) => `version ${it.value.version} signed on ${date}`),
  )
  const target = agreements[0] ?? participant
  const known = older.length === 0 ? '' : ` with ${older.join(', ')}`
  return finding(
    'warning',
    target,
    target.kind === 'Participant' ? [] : ['signatures'],
    `Unexpected participant \`${id}\` on the panel${known}, expected its signature on the agreement in force`,
    'Add the signature with its date and exhibit, or take the participant off the panel',
  )
}

function notInForce({finding}: RuleContext, entry: Entry<'ParticipationAgreement'>): Finding {
  const {inForceFrom, inForceTo, productLines} = entry.value
  const stated =
    inForceFrom === undefined
      ? 'agreement without `inForceFrom`'
      : `agreement in force from ${inForceFrom}${inForceTo === undefined ? '' : ` to ${inForceTo}`}`
  const lines = productLines === undefined ? '' : ` for \`${productLines.join('`, `')}\``
  return finding(
    'warning',
    entry,
    inForceFrom === undefined ? [] : ['inForceFrom'],
    `Unexpected ${stated}${lines}, expected one in force on the line`,
    'Record the first day in force, or the version that replaced it',
  )
}

/** A count declared for the agreement in force, where it lists no signatures. */
function declaredCounts(
  context: RuleContext,
  agreements: readonly Entry<'ParticipationAgreement'>[],
): ReturnType<Rule['check']> | undefined {
  const entry = agreements.find(
    ({value}) =>
      (value.signatures ?? []).length === 0 &&
      value.declaredSignatures !== undefined &&
      value.declaredSignatures.asOf <= context.asOf,
  )
  const counts = entry?.value.declaredSignatures
  if (entry === undefined || counts === undefined) return undefined
  const {signed, of, asOf} = counts
  const panel = Math.max(of, panelOf(context).on.length)
  const words = `${signed} of ${counted(panel, 'participant')} on the panel`
  const all = signed >= panel && panel > 0
  const strength = strengthOf(context, entry)
  const path = ['declaredSignatures']
  return {
    outcome: all ? 'supported' : signed < of ? 'absent' : 'unknown',
    summary: `${words} ${panel === 1 ? 'is' : 'are'} declared to have signed the agreement, as of ${asOf}.`,
    evidence: [context.cite(entry, path, strength, `${signed} of ${of} signed as of ${asOf}`)],
    findings: all
      ? []
      : [
          context.finding(
            'warning',
            entry,
            path,
            `Unexpected ${words} with a signed agreement, expected all`,
            'Record the signatures that are missing, or who is off the panel',
          ),
        ],
    ...(all ? {} : {answeredBy: 'signatures in the ParticipationAgreement record'}),
  }
}
