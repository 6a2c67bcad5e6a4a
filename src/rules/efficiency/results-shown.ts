import {fileFor} from '../../model/placement.ts'
import type {Evidence, Finding, Outcome, Rule, RuleContext, Threshold} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {counted, strengthOf} from '../outcome.ts'

const resultsDueMonths: Threshold = {
  id: 'resultsDueMonths',
  value: 12,
  unit: 'months',
  basis: 'house',
  source: 'House default',
  description: 'Months of operation after which a cost and a quality result are expected',
  looser: 'higher',
}

export const resultsShown: Rule = {
  id: 'H2',
  name: 'efficiency/results-shown',
  title: 'At least one result on cost and one on quality are shown',
  weight: 'critical',
  question: 'efficiencies',
  scope: 'productLine',
  appliesTo: 'always',
  operating: true,
  thresholds: [resultsDueMonths],
  authorities: ['dose-of-competition-2004', 'gripa-2007'],
  docs: {
    tests:
      "Whether the line's efficiency claims hold at least one result on cost and one on quality that is shown, for a period that ended after the program went live. From twelve months on, one of the two is weak. Where every result then says that nothing was shown, the test is contrary.",
    rationale:
      'Before a program operates its efficiencies must be likely; once it operates they must be shown.',
    evidence:
      'EfficiencyClaim records with a `result`: type `cost` for cost, types `quality` and `outcome` for quality.',
    limits:
      'Takes the result as stated with its source. Baseline, comparator and who gains are tested by H1, H3 and H5. A result that is mixed does not count as shown; failed results stay in and cost nothing here beside one that is shown.',
  },
  requires: [],

  check(context) {
    const {asOf, line, monthsLive} = context
    const claims = context.ofLine('EfficiencyClaim')
    const results = claims.filter(
      ({value: {result}}) =>
        result !== undefined &&
        result.to <= asOf &&
        (line.programLive === undefined || result.to > line.programLive),
    )
    const early = claims.filter(
      ({value: {result}}) => result !== undefined && result.to <= (line.programLive ?? ''),
    )
    const shown = results.filter(({value}) => value.result?.finding === 'shown')
    const failed = results.filter(({value}) => value.result?.finding === 'notShown')
    const cost = shown.filter(({value}) => value.type === 'cost')
    const quality = shown.filter(({value}) => value.type === 'quality' || value.type === 'outcome')
    const due = (monthsLive ?? 0) >= context.threshold('resultsDueMonths')

    const outcome: Outcome =
      cost.length > 0 && quality.length > 0
        ? 'supported'
        : due && results.length > 0 && failed.length === results.length
          ? 'contrary'
          : results.length === 0
            ? context.missingOperation()
            : due
              ? 'weak'
              : 'unknown'
    return {
      outcome,
      summary: `${counted(results.length, 'result')} of ${counted(claims.length, 'claim')}: ${cost.length} on cost and ${quality.length} on quality shown, ${failed.length} not shown, after ${monthsLive === null ? 'an unstated number of months' : counted(monthsLive, 'month')} of operation.`,
      evidence: [...cost, ...quality].map((entry) => citeResult(context, entry)),
      findings: [
        ...(outcome === 'supported' ? [] : missingFindings(context, outcome, cost, quality)),
        ...early.map((entry) =>
          context.finding(
            'note',
            entry,
            ['result', 'to'],
            `Unexpected result up to \`${entry.value.result?.to ?? ''}\`, expected one for a period that ended after the program went live`,
          ),
        ),
        ...(outcome === 'contrary' ? failed.map((entry) => failedFinding(context, entry)) : []),
      ],
      ...(outcome === 'supported'
        ? {}
        : {answeredBy: 'EfficiencyClaim records with a `result` on cost and one on quality'}),
    }
  },
}

function citeResult(context: RuleContext, entry: Entry<'EfficiencyClaim'>): Evidence {
  const {result} = entry.value
  return context.cite(
    entry,
    ['result'],
    strengthOf(context, entry),
    `result shown for ${result?.from ?? ''} to ${result?.to ?? ''}`,
  )
}

function failedFinding(context: RuleContext, entry: Entry<'EfficiencyClaim'>): Finding {
  return context.finding(
    'warning',
    entry,
    ['result', 'finding'],
    'Unexpected result `notShown` with none that is shown beside it, expected a benefit shown',
    'Keep it; say in `limitation` what it does not show',
  )
}

function missingFindings(
  context: RuleContext,
  outcome: Outcome,
  cost: readonly unknown[],
  quality: readonly unknown[],
): Finding[] {
  const {network, lineIndex} = context
  return [...(cost.length === 0 ? ['cost'] : []), ...(quality.length === 0 ? ['quality'] : [])].map(
    (type) =>
      context.finding(
        outcome === 'unknown' ? 'note' : 'warning',
        network,
        ['productLines', lineIndex],
        `Unexpected operating line without a result shown on ${type}, expected at least one`,
        `Create ${fileFor(context.workspace, 'EfficiencyClaim')} with \`kind: EfficiencyClaim\`, \`type: ${type}\` and a \`result\``,
      ),
  )
}
