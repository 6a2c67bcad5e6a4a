import {inForceOn} from '../model/lifetime.ts'
import type {AdverseFact, Finding, RuleContext, RuleResult} from '../model/rule.ts'
import type {PayerContract} from '../model/records.gen.ts'
import type {Entry} from '../model/workspace.ts'
import {judgeConduct, type ConductClass} from './conduct.ts'
import {counted} from './outcome.ts'

/** A term that a contract may have and should not. One that a record leaves out is not known. */
export interface Term {
  readonly path: readonly string[]
  readonly of: (contract: PayerContract) => boolean | undefined
  /** As a thing found: `clause that ties other services to the contract`. */
  readonly found: string
  /** After `whether`: `other services are tied to it`. */
  readonly whether: string
  /** After the contract's name: `ties other services to the contract`. */
  readonly does: string
}

export interface JudgedTerms {
  /** Contracts of the line in force, or that do not say. */
  readonly inForce: readonly Entry<'PayerContract'>[]
  readonly bad: readonly Entry<'PayerContract'>[]
  readonly silent: readonly Entry<'PayerContract'>[]
  readonly findings: readonly Finding[]
  readonly adverse: readonly AdverseFact[]
}

/** Looks for terms in every contract of the line; in those that ended they are past facts. */
export function judgeTerms(
  context: RuleContext,
  rule: string,
  terms: readonly Term[],
): JudgedTerms {
  const {asOf} = context
  const contracts = context.ofLine('PayerContract')
  const inForce = contracts.filter(({value}) => inForceOn(value, asOf) !== false)
  const past = contracts.filter(({value}) => (value.inForceTo ?? asOf) < asOf)
  const within = (entries: readonly Entry<'PayerContract'>[], stated: boolean | undefined) =>
    terms.flatMap((term) =>
      entries.filter(({value}) => term.of(value) === stated).map((entry) => ({entry, term})),
    )
  const [bad, silent] = [within(inForce, true), within(inForce, undefined)]
  const factOf = (time: AdverseFact['time']) => (it: (typeof bad)[number]) =>
    termFact(rule, time, it.entry, it.term)
  return {
    inForce,
    bad: [...new Set(bad.map(({entry}) => entry))],
    silent: [...new Set(silent.map(({entry}) => entry))],
    findings: [
      ...bad.map(({entry, term}) =>
        context.finding(
          'error',
          entry,
          term.path,
          `Unexpected ${term.found}, expected none`,
          'Ask counsel; end the term, and keep the contract on record with its last day',
        ),
      ),
      ...silent.map(({entry, term}) =>
        context.finding(
          'note',
          entry,
          term.path.slice(0, -1),
          `Unexpected contract that does not say whether ${term.whether}, expected \`${term.path.at(-1)}\``,
          `State \`${term.path.join('.')}\``,
        ),
      ),
    ],
    adverse: [...bad.map(factOf('current')), ...within(past, true).map(factOf('past'))],
  }
}

/**
 * A test of conduct in negotiations and of a term of contracts: either is contrary, and a contract
 * that does not say leaves it unknown.
 */
export function judgeConductAndTerm(
  context: RuleContext,
  rule: string,
  classes: readonly ConductClass[],
  term: Term,
): RuleResult {
  const judged = judgeConduct(context, rule, classes)
  const {inForce, bad, silent, findings, adverse} = judgeTerms(context, rule, [term])
  const result = {
    ...judged,
    summary: `${judged.summary} ${counted(bad.length, 'contract')} of ${inForce.length} in force ${bad.length === 1 ? 'has' : 'have'} such a term and ${silent.length} ${silent.length === 1 ? 'does' : 'do'} not say.`,
    findings: [...judged.findings, ...findings],
    adverse: [...(judged.adverse ?? []), ...adverse],
  }
  if (bad.length > 0) return {...result, outcome: 'contrary', evidence: []}
  if (silent.length === 0 || judged.outcome !== 'supported') return result
  return {
    ...result,
    outcome: 'unknown',
    answeredBy: `\`${term.path.join('.')}\` of each PayerContract in force`,
  }
}

function termFact(
  rule: string,
  time: AdverseFact['time'],
  entry: Entry<'PayerContract'>,
  {does, path}: Term,
): AdverseFact {
  const {id, inForceFrom} = entry.value
  return {
    rule,
    time,
    ...(inForceFrom === undefined ? {} : {date: inForceFrom}),
    fact: `Contract ${id} ${does}`,
    location: entry.locate(path),
  }
}
