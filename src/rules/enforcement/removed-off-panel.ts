import type {Evidence, Finding, Outcome, Rule, RuleContext, Threshold} from '../../model/rule.ts'
import {counted, strengthOf} from '../outcome.ts'
import {resultOf} from '../result.ts'
import {noneToJudge, silenceThresholds} from '../silence.ts'
import {openedCases} from './cases.ts'
import {removalsOf, type Removal} from './removals.ts'

const offPanelDays: Threshold = {
  id: 'offPanelDays',
  value: 30,
  unit: 'days',
  basis: 'house',
  source: 'House default',
  description: 'Days from a removal to the day on which the member is off every panel',
  looser: 'higher',
}

export const removedOffPanel: Rule = {
  id: 'E9',
  name: 'enforcement/removed-off-panel',
  title: 'A removed member is off every panel within thirty days',
  weight: 'critical',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: true,
  thresholds: [offPanelDays, ...silenceThresholds],
  authorities: ['dose-of-competition-2004', 'medsouth-2002'],
  docs: {
    tests:
      'For every case with a step of removal, and every exit for performance or as a sanction: whether the day on which the member was off every panel is recorded, and lies within 30 days. A removal that was reversed on appeal needs none. A day that is still to come is within time; one that passed in silence is absent. Late ones are weak.',
    rationale: 'A removal that is not carried out is none: the member goes on at the joint prices.',
    evidence:
      'CorrectiveAction records with `removed`, MembershipDecision records with `offPanel`, and Attestations that both logs are complete where nobody was removed.',
    limits:
      "Takes the day as recorded. Payers' directories are not looked at. Past removals count however long ago they are.",
  },
  requires: [],

  check(context) {
    const judged = removalsOf(context).map((it) => judge(context, it))
    if (judged.length === 0)
      return noneToJudge(
        context,
        ['correctiveActions', 'membershipDecisions'],
        'Removals',
        openedCases(context).length + context.ofLine('MembershipDecision').length,
      )
    const of = (state: Judged['state']) => judged.filter((it) => it.state === state).length
    const outcome: Outcome =
      of('missing') > 0
        ? of('inTime') > 0
          ? 'weak'
          : 'absent'
        : of('late') > 0
          ? 'weak'
          : of('inTime') > 0
            ? 'supported'
            : 'unknown'
    return resultOf(
      outcome,
      `Of ${counted(judged.length, 'removal')}, ${of('inTime')} took the member off every panel in time, ${of('late')} later, ${of('missing')} not on record, ${of('pending')} still within time.`,
      judged.flatMap((it) => it.evidence ?? []),
      judged.flatMap((it) => it.finding ?? []),
      '`removed` in the CorrectiveAction records, `offPanel` in the MembershipDecision records',
    )
  },
}

interface Judged {
  readonly state: 'inTime' | 'late' | 'missing' | 'pending'
  readonly evidence?: Evidence
  readonly finding?: Finding
}

function judge(context: RuleContext, {entry, path, on, off, due}: Removal): Judged {
  const {asOf, cite, finding} = context
  if (off !== undefined && off <= asOf && off <= due)
    return {
      state: 'inTime',
      evidence: cite(entry, path, strengthOf(context, entry), `removed ${on}, off panels ${off}`),
    }
  if (asOf <= due) return {state: 'pending'}
  const known = off !== undefined && off <= asOf
  return {
    state: known ? 'late' : 'missing',
    finding: finding(
      known ? 'warning' : 'error',
      entry,
      off === undefined ? [] : path,
      known
        ? `Unexpected day off the panels \`${off}\` of a member removed on \`${on}\`, expected \`${due}\` or earlier`
        : `Unexpected removal on \`${on}\` without a day off the panels, expected one by \`${due}\``,
      `Record \`${path.join('.')}\` once every payer was told`,
    ),
  }
}
