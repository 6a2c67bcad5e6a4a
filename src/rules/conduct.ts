import type {AdverseFact, Finding, RuleContext, RuleResult} from '../model/rule.ts'
import type {Negotiation} from '../model/records.gen.ts'
import type {Entry} from '../model/workspace.ts'
import {cameOf} from './contracts.ts'
import {noneFound} from './logs.ts'
import {counted} from './outcome.ts'
import {silenceOf} from './silence.ts'

type ConductEvent = NonNullable<Negotiation['conduct']>[number]
export type ConductClass = ConductEvent['class']

/** What was done, as it is named in a sentence. */
const deeds = {
  feePoll: 'poll of members on fees',
  feeVote: 'vote of members on fees',
  terminationThreat: 'threat of termination',
  boycottThreat: 'threat of boycott',
  collectiveRefusal: 'collective refusal to deal',
  hospitalLever: 'use of hospital contracts as a lever',
  counterByAgent: 'counter-offer by the agent',
  offerWithheld: 'offer withheld from members',
  offersShared: 'sharing of offers among members',
  acceptanceQuota: 'quota of acceptances',
  urgedToDropOutsideContracts: 'urging of members to drop outside contracts',
  payerBypassInterference: "interference with a payer's individual route",
  refusalSanctioned: 'sanction for a refusal',
  pricingOutsideProgram: 'joint pricing outside the program',
  nonRenewalNotice: 'ordinary notice of non-renewal',
} as const satisfies Record<ConductClass, string>

/** One event of the classes looked for, and whether it still counts at the as-of date. */
export interface Conduct {
  readonly entry: Entry<'Negotiation'>
  readonly index: number
  readonly event: ConductEvent
  /**
   * No end is stated, it ends today or later, or a contract that came of that negotiation is in
   * force (or does not say). Otherwise it is past: a dated adverse fact.
   */
  readonly current: boolean
  /** A contract that came of that negotiation is in force, or does not say. */
  readonly cameOfIt: boolean
}

/** Events of these classes in the negotiations of the line, up to the as-of date. */
export function conductOf(context: RuleContext, classes: readonly ConductClass[]): Conduct[] {
  const {asOf, ofLine} = context
  return ofLine('Negotiation').flatMap((entry) => {
    const cameOfIt = cameOf(context, entry)
    return (entry.value.conduct ?? []).flatMap((event, index) =>
      classes.includes(event.class) && event.date <= asOf
        ? [{entry, index, event, current: (event.ended ?? asOf) >= asOf || cameOfIt, cameOfIt}]
        : [],
    )
  })
}

/** Every event as a dated fact against the network, with its answer. */
export function adverseOf(rule: string, conduct: readonly Conduct[]): AdverseFact[] {
  return conduct.map(({entry, index, event, current}) => ({
    rule,
    time: current ? 'current' : 'past',
    date: event.date,
    fact: `${capital(deeds[event.class])} (${event.date}${event.ended === undefined ? '' : ` to ${event.ended}`}): ${event.description}`,
    ...answerOf(event),
    location: entry.locate(['conduct', index]),
  }))
}

/** A finding for each event that still counts. */
export function conductFindings(context: RuleContext, conduct: readonly Conduct[]): Finding[] {
  return conduct.flatMap(({entry, index, event, current, cameOfIt}) =>
    current
      ? [
          context.finding(
            'error',
            entry,
            ['conduct', index],
            `Unexpected ${deeds[event.class]} on \`${event.date}\`${event.ended === undefined ? ' without an end' : cameOfIt ? ' with a contract in force that came of it' : ` that ends on \`${event.ended}\``}, expected none`,
            'Ask counsel; keep the event and record when it `ended`, what ended it and the answer of the network',
          ),
        ]
      : [],
  )
}

/**
 * The outcome of a test that looks for forbidden conduct in negotiations: contrary where some is
 * in force, supported only where the log is closed, otherwise unknown.
 */
export function judgeConduct(
  context: RuleContext,
  rule: string,
  classes: readonly ConductClass[],
): RuleResult {
  const conduct = conductOf(context, classes)
  const findings = conductFindings(context, conduct)
  const adverse = adverseOf(rule, conduct)
  const negotiations = context.ofLine('Negotiation').length
  const past = conduct.filter(({current}) => !current).length
  const before =
    past === 0 ? '' : ` ${counted(past, 'past event')} ${past === 1 ? 'stays' : 'stay'} on record.`
  if (findings.length > 0)
    return {
      outcome: 'contrary',
      summary: `${counted(findings.length, 'event')} in force found in ${counted(negotiations, 'record')} read.${before}`,
      evidence: [],
      findings,
      adverse,
      answeredBy: 'the end of the conduct and of the contracts that came of it, with the answer',
    }
  const silence = silenceOf(context, ['negotiations'])
  return silence.open.length === 0
    ? {
        outcome: 'supported',
        summary: `In force: ${noneFound(negotiations)}, in a log attested complete from ${silence.from} to ${silence.to}.${before}`,
        evidence: silence.evidence,
        findings: [],
        adverse,
      }
    : {
        outcome: 'unknown',
        summary: `In force: ${noneFound(negotiations)}; the log of negotiations is not attested complete from ${silence.from} to ${silence.to}.${before}`,
        evidence: [],
        findings: silence.findings,
        adverse,
        answeredBy: silence.answeredBy,
      }
}

function answerOf({answer, mandatedBy}: ConductEvent): {answer?: string} {
  const parts = [answer, mandatedBy === undefined ? undefined : `Ended by: ${mandatedBy}`]
  const said = parts.filter((it) => it !== undefined).join(' ')
  return said === '' ? {} : {answer: said}
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
