import {dateOf} from '../../model/date.ts'
import type {Evidence, Finding, Outcome, Rule, RuleContext} from '../../model/rule.ts'
import {counselRemovals} from '../../model/seal.ts'
import type {RecordTrail} from '../../model/trail.ts'
import {counted, strengthOf} from '../outcome.ts'
import {lineFinding, resultOf} from '../result.ts'

export const failedResultsKept: Rule = {
  id: 'H4',
  name: 'efficiency/failed-results-kept',
  title: 'Results that failed stay on record',
  weight: 'minor',
  question: 'efficiencies',
  scope: 'productLine',
  appliesTo: 'always',
  operating: true,
  needsHistory: true,
  thresholds: [],
  authorities: ['dose-of-competition-2004', 'gripa-2007'],
  docs: {
    tests:
      "Whether git history holds an efficiency claim with a result that was taken out since, without a removal recorded on counsel's instruction; and whether every claim that has no result, though its measure has some since the program went live, says why in `limitation`.",
    rationale:
      'A record from which what did not work has gone shows what was chosen to be shown, and a reader who finds out believes none of it.',
    evidence: 'EfficiencyClaim and Measure records, and the git history of the repository.',
    limits:
      'Sees claims that were taken out as a whole. A result changed within a claim is shown by the trail, not by this test. A claim that was given another id shows as taken out; one that was never recorded is not seen.',
  },
  requires: ['EfficiencyClaim'],

  check(context) {
    const {workspace, network} = context
    if (
      workspace.roots.find(({name}) => name === network.root)?.config.reconstruction !== undefined
    )
      return resultOf(
        'unknown',
        "A reconstruction's history says nothing about what was taken out.",
        [],
        [],
        "the network's own repository",
      )
    const claims = context.ofLine('EfficiencyClaim')
    const removed = removedClaims(context)
    const silent = claims.filter(({value}) => isSilent(context, value.measure, value))
    const results = claims.filter(({value}) => value.result !== undefined)
    const failed = results.filter(({value}) => value.result?.finding !== 'shown')
    const outcome: Outcome =
      removed.length > 0
        ? results.length > 0
          ? 'weak'
          : 'absent'
        : silent.length > 0
          ? 'weak'
          : results.length > 0
            ? 'supported'
            : context.missingOperation()
    const evidence: Evidence[] = results.map((entry) =>
      context.cite(
        entry,
        ['result', 'finding'],
        strengthOf(context, entry),
        `result kept: ${entry.value.result?.finding ?? ''}`,
      ),
    )
    const findings: Finding[] = [
      ...removed.map((it) => removedFinding(context, it)),
      ...silent.map((entry) =>
        context.finding(
          'warning',
          entry,
          [],
          `Unexpected claim \`${entry.value.title}\` without a result, though its measure has some, expected the result or why there is none`,
          'Add `result`, whatever it shows, or say in `limitation` why none is claimed',
        ),
      ),
    ]
    return resultOf(
      outcome,
      `${counted(results.length, 'claim')} of ${claims.length} ${results.length === 1 ? 'holds' : 'hold'} a result, ${failed.length} of them not shown or mixed; ${counted(removed.length, 'claim')} with a result ${removed.length === 1 ? 'was' : 'were'} taken out, and ${counted(silent.length, 'claim')} ${silent.length === 1 ? 'leaves' : 'leave'} out what the measure shows.`,
      evidence,
      findings,
      'the EfficiencyClaim records as they were, with their results',
    )
  },
}

/** Claims with a result that history holds and the repository does not, unless counsel had it so. */
function removedClaims({workspace}: RuleContext): RecordTrail[] {
  const recorded = new Set(counselRemovals(workspace).map(({path}) => path))
  return workspace.trails
    .flatMap((it) => (it.status === 'complete' ? it.records : []))
    .filter(
      ({kind, id, file, events}) =>
        kind === 'EfficiencyClaim' &&
        workspace.find('EfficiencyClaim', id) === undefined &&
        !recorded.has(file) &&
        events.some(({path}) => path[0] === 'result'),
    )
}

function removedFinding(context: RuleContext, {id, file, last}: RecordTrail): Finding {
  return lineFinding(
    context,
    'weak',
    `Unexpected removal of claim \`${id}\` with its result from \`${file}\` on ${dateOf(last.committer.at)}, expected it to stay`,
    `Bring the record back from the commit before ${last.hash.slice(0, 12)}`,
  )
}

/** A claim that holds back a result although its measure has one since the program went live. */
function isSilent(
  {workspace, asOf, line}: RuleContext,
  measure: string | undefined,
  {result, limitation}: {readonly result?: unknown; readonly limitation?: string},
): boolean {
  if (result !== undefined || limitation !== undefined || measure === undefined) return false
  const {results = []} = workspace.find('Measure', measure)?.value ?? {}
  return results.some(({to}) => to <= asOf && to > (line.programLive ?? ''))
}
