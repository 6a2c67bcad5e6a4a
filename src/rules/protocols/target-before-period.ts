import {addMonths, dateOf} from '../../model/date.ts'
import {fileFor} from '../../model/placement.ts'
import type {Evidence, Finding, Outcome, Rule, RuleContext} from '../../model/rule.ts'
import type {Target} from '../../model/records.gen.ts'
import type {Entry} from '../../model/workspace.ts'
import {counted, strengthOf} from '../outcome.ts'

export const targetBeforePeriod: Rule = {
  id: 'C9',
  name: 'protocols/target-before-period',
  title: 'Targets were committed before their period began',
  weight: 'major',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: false,
  needsHistory: true,
  thresholds: [
    {
      id: 'targetLookBackMonths',
      value: 24,
      unit: 'months',
      basis: 'house',
      source: 'House default',
      description: 'Targets whose period ended longer ago than this are not looked at.',
      looser: 'lower',
    },
  ],
  authorities: ['medsouth-2002', 'gripa-2007'],
  docs: {
    tests:
      'For every target of a measure in use whose period ended in the last 24 months or later: the commit that first held it, and the date on which it says it was set, lie before the first day of its period.',
    rationale:
      'Members are measured against objective standards only where the standard stood before the result was known.',
    evidence: 'Measure records with `targets`, each with `set`, and the git history of the record.',
    limits:
      "A commit's date is the committer's word. A target whose value is changed counts as committed with that change; one whose measure turns its direction does not. A reconstruction's history says nothing.",
  },
  requires: ['Measure'],

  check(context) {
    const {workspace, asOf, threshold} = context
    const since = addMonths(asOf, -threshold('targetLookBackMonths'))
    const targets = workspace
      .all('Measure')
      .filter(({value}) => value.retired === undefined || value.retired > asOf)
      .flatMap((entry) =>
        (entry.value.targets ?? []).map((target, index) => ({entry, target, index})),
      )
      .filter(({target}) => target.to >= since)
    const judged = targets.map((it) => judgeTarget(context, it.entry, it.target, it.index))
    const met = judged.flatMap((it) => it.evidence ?? [])
    const late = judged.filter(({late}) => late)
    const outcome: Outcome =
      late.length > 0
        ? late.length === judged.length
          ? 'absent'
          : 'weak'
        : met.length === judged.length && met.length > 0
          ? 'supported'
          : 'unknown'
    const known = judged.length - met.length - late.length
    const open = known === 0 ? '' : `; of ${counted(known, 'target')} history does not say`
    return {
      outcome,
      summary:
        judged.length === 0
          ? `No measure in use has a target for a period since ${since}.`
          : `${met.length} of ${counted(judged.length, 'target')} ${judged.length === 1 ? 'was' : 'were'} committed before ${judged.length === 1 ? 'its' : 'their'} period began${open}.`,
      evidence: met,
      findings: judged.flatMap((it) => it.finding ?? []),
      ...(outcome === 'supported'
        ? {}
        : {
            answeredBy: `\`targets\` in the Measure records (${fileFor(context.workspace, 'Measure', '…')}), committed in time`,
          }),
    }
  },
}

interface JudgedTarget {
  readonly late: boolean
  readonly evidence?: Evidence
  readonly finding?: Finding
}

function judgeTarget(
  context: RuleContext,
  entry: Entry<'Measure'>,
  {from, to, set}: Target,
  index: number,
): JudgedTarget {
  const {cite, finding} = context
  const path = ['targets', index]
  const period = `the period ${from} to ${to}`
  if (set !== undefined && set >= from)
    return {
      late: true,
      finding: finding(
        'warning',
        entry,
        [...path, 'set'],
        `Unexpected target set on ${set} for ${period}, expected one set before ${from}`,
        'Set the next target before its period begins',
      ),
    }
  const committed = firstCommitted(context, entry, index)
  if (committed === undefined)
    return {
      late: false,
      finding: finding(
        'note',
        entry,
        path,
        `Unexpected target for ${period} of which history does not say when it was committed, expected a commit before ${from}`,
      ),
    }
  if (committed >= from)
    return {
      late: true,
      finding: finding(
        'warning',
        entry,
        path,
        `Unexpected target first committed on ${committed} for ${period}, expected a commit before ${from}`,
        'Commit the next target before its period begins',
      ),
    }
  const shows = `target for ${period} committed ${committed}`
  return {late: false, evidence: cite(entry, path, strengthOf(context, entry), shows)}
}

/** Day on which the target's dates were all in history; undefined where it does not say. */
function firstCommitted(
  {workspace}: RuleContext,
  entry: Entry<'Measure'>,
  index: number,
): string | undefined {
  const root = workspace.roots.find(({name}) => name === entry.root)
  if (root?.config.reconstruction !== undefined) return undefined
  const {events = []} = workspace.trail('Measure', entry.value.id) ?? {}
  const days = events
    .filter(({path}) => path[0] === 'targets' && path[1] === index)
    .map(({first}) => dateOf(first.committer.at))
    .sort()
  return days.at(-1)
}
