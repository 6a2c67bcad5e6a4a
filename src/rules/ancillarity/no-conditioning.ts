import {inForceOn} from '../../model/lifetime.ts'
import type {Rule} from '../../model/rule.ts'
import {judgeConduct} from '../conduct.ts'
import {counted} from '../outcome.ts'
import {silenceThresholds} from '../silence.ts'

export const noConditioning: Rule = {
  id: 'I8',
  name: 'ancillarity/no-conditioning',
  title: 'Hospital and physician contracts are not conditioned on each other',
  weight: 'gate',
  question: 'ancillarityAndConduct',
  scope: 'productLine',
  appliesTo: 'jointPricing',
  operating: false,
  thresholds: silenceThresholds,
  authorities: ['advocate-2007'],
  docs: {
    tests:
      'Whether a contract in force on this line conditions hospital and physician contracts on each other, or a negotiation records that hospital contracts were used as a lever and has not ended or led to a contract in force.',
    rationale:
      'A hospital that a payer needs can force physician prices on it; that has nothing to do with the program of the physicians.',
    evidence:
      'The `hospitalConditioned` clause of PayerContract records, Negotiation records with their `conduct`, and an Attestation that the negotiations log is complete for the look-back.',
    limits:
      'A clause that a contract record leaves out is not known. What was said and not recorded is not seen.',
  },
  requires: [],

  check(context) {
    const {asOf} = context
    const judged = judgeConduct(context, 'I8', ['hospitalLever'])
    const contracts = context.ofLine('PayerContract')
    const inForce = contracts.filter(({value}) => inForceOn(value, asOf) !== false)
    const bad = inForce.filter(({value}) => value.clauses?.hospitalConditioned === true)
    const silent = inForce.filter(({value}) => value.clauses?.hospitalConditioned === undefined)
    const past = contracts.filter(
      (it) => it.value.clauses?.hospitalConditioned === true && !bad.includes(it),
    )
    const adverse = [
      ...(judged.adverse ?? []),
      ...[...bad, ...past].map((entry) => ({
        rule: 'I8',
        time: bad.includes(entry) ? ('current' as const) : ('past' as const),
        ...(entry.value.inForceFrom === undefined ? {} : {date: entry.value.inForceFrom}),
        fact: `Contract ${entry.value.id} conditions hospital and physician contracts on each other`,
        location: entry.locate(['clauses', 'hospitalConditioned']),
      })),
    ]
    const findings = [
      ...judged.findings,
      ...bad.map((entry) =>
        context.finding(
          'error',
          entry,
          ['clauses', 'hospitalConditioned'],
          'Unexpected clause that conditions hospital and physician contracts on each other, expected none',
          'Ask counsel; end the clause, and keep the contract on record with its last day',
        ),
      ),
      ...silent.map((entry) =>
        context.finding(
          'note',
          entry,
          ['clauses'],
          'Unexpected contract that does not say whether hospital and physician contracts are conditioned on each other, expected `hospitalConditioned`',
          'State `clauses.hospitalConditioned`',
        ),
      ),
    ]
    const clauses = `${counted(bad.length, 'contract')} of ${inForce.length} in force ${bad.length === 1 ? 'has' : 'have'} such a clause and ${silent.length} ${silent.length === 1 ? 'does' : 'do'} not say.`
    const summary = `${judged.summary} ${clauses}`
    if (bad.length > 0)
      return {...judged, outcome: 'contrary', summary, evidence: [], findings, adverse}
    if (silent.length > 0 && judged.outcome === 'supported')
      return {
        ...judged,
        outcome: 'unknown',
        summary,
        findings,
        adverse,
        answeredBy: '`clauses.hospitalConditioned` of each PayerContract in force',
      }
    return {...judged, summary, findings, adverse}
  },
}
