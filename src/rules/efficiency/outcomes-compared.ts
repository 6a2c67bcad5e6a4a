import {fileFor} from '../../model/placement.ts'
import type {Evidence, Finding, Outcome, Rule, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {counted, strengthOf} from '../outcome.ts'
import {lineFinding, resultOf} from '../result.ts'

export const outcomesCompared: Rule = {
  id: 'H6',
  name: 'efficiency/outcomes-compared',
  title: 'Outcomes beyond process are held against regional benchmarks',
  weight: 'major',
  question: 'efficiencies',
  scope: 'productLine',
  appliesTo: 'always',
  operating: true,
  thresholds: [],
  authorities: ['dose-of-competition-2004', 'gripa-2007'],
  docs: {
    tests:
      'Whether a result on an outcome (such as readmission, mortality or survival) or on patient experience, for a period that ended since the program went live, stands beside a regional benchmark: in an efficiency claim or in a measure. Results without a regional benchmark are weak.',
    rationale:
      'Doing more of what a protocol says is not yet a benefit to a patient; and a benefit that the whole region had is not one of the program.',
    evidence:
      'Measure records of domain `outcome` or `patientExperience` with `results` and `benchmarks`; EfficiencyClaim records with `domain`, `result` and `comparator`.',
    limits:
      'Shows that the comparison is made, whichever way it came out. Intermediate outcomes, such as a laboratory value, count as outcomes.',
  },
  requires: [],

  check(context) {
    const held = [...claimsHeld(context), ...measuresHeld(context)]
    const regional = held.filter((it) => it.regional)
    const outcome: Outcome =
      regional.length > 0 ? 'supported' : held.length > 0 ? 'weak' : context.missingOperation()
    const evidence: Evidence[] = held.map(({entry, path, regional: compared, to}) =>
      context.cite(
        entry,
        path,
        strengthOf(context, entry),
        `result to ${to}, ${compared ? 'beside a regional benchmark' : 'without a regional benchmark'}`,
      ),
    )
    const findings: Finding[] =
      outcome === 'supported'
        ? []
        : held.length > 0
          ? held.map(({entry}) =>
              context.finding(
                'warning',
                entry,
                [],
                `Unexpected outcome \`${entry.value.title}\` without a regional benchmark, expected one`,
                'Add a benchmark of type `regional`, with its source and date',
              ),
            )
          : [
              lineFinding(
                context,
                outcome,
                'Unexpected line without a result on an outcome or on patient experience, expected at least one',
                'Record `results` of such a Measure, with `benchmarks`',
              ),
            ]
    return resultOf(
      outcome,
      `${regional.length} of ${counted(held.length, 'claim or measure', 'claims and measures')} with a result beyond process ${held.length === 1 ? 'stands' : 'stand'} beside a regional benchmark.`,
      outcome === 'supported' ? evidence.filter((_, index) => held[index]?.regional) : evidence,
      findings,
      `Measure records of outcomes with \`results\` and a regional benchmark (${fileFor(context.workspace, 'Measure', '…')})`,
    )
  },
}

interface Held {
  readonly entry: Entry<'EfficiencyClaim'> | Entry<'Measure'>
  readonly path: readonly (string | number)[]
  readonly to: string
  readonly regional: boolean
}

const beyondProcess: ReadonlySet<string | undefined> = new Set([
  'readmission',
  'mortality',
  'patientExperience',
])

function claimsHeld(context: RuleContext): Held[] {
  return context.ofLine('EfficiencyClaim').flatMap((entry): Held[] => {
    const {domain, result, comparator} = entry.value
    return result !== undefined && beyondProcess.has(domain) && counts(context, result.to)
      ? [{entry, path: ['result'], to: result.to, regional: comparator?.type === 'regional'}]
      : []
  })
}

function measuresHeld(context: RuleContext): Held[] {
  return context.workspace.all('Measure').flatMap((entry): Held[] => {
    const {domain, results = [], benchmarks = []} = entry.value
    const index = results.findLastIndex(({to}) => counts(context, to))
    const last = results[index]
    return last !== undefined && (domain === 'outcome' || domain === 'patientExperience')
      ? [
          {
            entry,
            path: ['results', index],
            to: last.to,
            regional: benchmarks.some(
              ({type, asOf}) => type === 'regional' && asOf <= context.asOf,
            ),
          },
        ]
      : []
  })
}

/** Whether a period ended since the program went live, up to the as-of date. */
function counts({asOf, line}: RuleContext, to: string): boolean {
  return to <= asOf && to > (line.programLive ?? '')
}
