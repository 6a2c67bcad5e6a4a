import {addDays} from '../../model/date.ts'
import type {CorrectiveAction} from '../../model/records.gen.ts'
import type {Outcome, Rule, RuleContext, Threshold} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {counted, strengthOf} from '../outcome.ts'
import {noneToJudge, silenceThresholds} from '../silence.ts'
import {sanctions} from './cases.ts'

const sanctionDays: Threshold = {
  id: 'sanctionDays',
  value: 60,
  unit: 'days',
  basis: 'house',
  source: 'House default',
  description: 'Days from a plan not met to the sanction, where the ladder states no time',
  looser: 'higher',
}

export const exhaustedCaseSanctioned: Rule = {
  id: 'E5',
  name: 'enforcement/exhausted-case-sanctioned',
  title: 'A case in which the last plan was not met has a recorded sanction',
  weight: 'critical',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: true,
  thresholds: [sanctionDays, ...silenceThresholds],
  authorities: ['dose-of-competition-2004', 'medsouth-2002'],
  docs: {
    tests:
      'Whether each exhausted case ends in a sanction. A case is exhausted when the last step before a sanction (the corrective action plan, or what the ladder has in its place) was not met. A sanction is a financial one, a suspension or a removal, taken within the time of the ladder. A member who left, and a decision reversed on appeal, need none. Cases over a refusal of a contract or of a fee do not count.',
    rationale:
      'What makes a member follow the program is what happens when every milder step has failed.',
    evidence:
      'CorrectiveAction records with `steps` and their `result`, the ladder of the SanctionPolicy, and an Attestation that the log of cases is complete where none is exhausted.',
    limits:
      'Reads steps and dates only. Whether the sanction was apt, or the plan, is for those who review the case.',
  },
  requires: ['CorrectiveAction'],

  check(context) {
    const cases = context
      .ofLine('CorrectiveAction')
      .filter(
        ({value}) =>
          value.trigger.reason !== 'contractRefusal' && value.trigger.reason !== 'feeDispute',
      )
    const judged = cases.flatMap((entry) => {
      const exhausted = exhaustedOn(context, entry)
      return exhausted === undefined ? [] : [{entry, ...judge(context, entry, exhausted)}]
    })
    if (judged.length === 0)
      return noneToJudge(context, ['correctiveActions'], 'Exhausted', cases.length)
    const sanctioned = judged.filter(({state}) => state === 'sanctioned')
    const open = judged.filter(({state}) => state === 'unsanctioned')
    const pending = judged.filter(({state}) => state === 'pending')
    const excused = judged.length - sanctioned.length - open.length - pending.length
    const outcome: Outcome =
      open.length > 0
        ? sanctioned.length > 0
          ? 'weak'
          : 'absent'
        : sanctioned.length > 0
          ? 'supported'
          : 'notApplicable'
    return {
      outcome,
      summary: `Of ${counted(judged.length, 'exhausted case')} among ${cases.length}, ${sanctioned.length} ended in a sanction, ${open.length} did not, ${pending.length} ${pending.length === 1 ? 'is' : 'are'} still within time and ${excused} ended otherwise.`,
      evidence: sanctioned.map(({entry}) =>
        context.cite(
          entry,
          ['steps'],
          strengthOf(context, entry),
          'plan not met, sanction recorded',
        ),
      ),
      findings: open.map(({entry, index, due}) =>
        context.finding(
          'error',
          entry,
          ['steps', index],
          `Unexpected plan not met without a sanction, expected one by \`${due}\``,
          'Record the sanction as a step, with its date, or the appeal that reversed it',
        ),
      ),
      ...(open.length === 0 ? {} : {answeredBy: 'the sanction, as a step of each such case'}),
    }
  },
}

/** The step that was not met last before a sanction, by the ladder of the case. */
function exhaustedOn(context: RuleContext, {value}: Entry<'CorrectiveAction'>): number | undefined {
  const ladder = ladderOf(context, value).map(({step}) => step)
  const milder = ladder.filter((step) => !sanctions.includes(step))
  const last = milder.at(-1) ?? 'correctiveActionPlan'
  const steps = value.steps ?? []
  const index = steps.findLastIndex(
    ({step, result, date}) =>
      (step === last || step === 'correctiveActionPlan') &&
      result === 'notMet' &&
      date <= context.asOf,
  )
  return index === -1 ? undefined : index
}

function ladderOf(context: RuleContext, {policy}: CorrectiveAction) {
  const named = policy === undefined ? undefined : context.workspace.find('SanctionPolicy', policy)
  return (named ?? context.ofLine('SanctionPolicy').at(-1))?.value.ladder ?? []
}

interface Judged {
  readonly state: 'sanctioned' | 'unsanctioned' | 'pending' | 'excused'
  readonly index: number
  readonly due: string
}

function judge(context: RuleContext, {value}: Entry<'CorrectiveAction'>, index: number): Judged {
  const {asOf} = context
  const steps = value.steps ?? []
  const failed = steps[index]
  const since = failed?.completed ?? failed?.due ?? failed?.date ?? asOf
  const next = ladderOf(context, value).find(({step}) => sanctions.includes(step))
  const due = addDays(since, next?.withinDays ?? context.threshold('sanctionDays'))
  const sanctioned =
    steps.some(
      ({step, date}) => sanctions.includes(step) && date >= (failed?.date ?? '') && date <= asOf,
    ) ||
    (value.removed !== undefined && value.removed <= asOf)
  const excused = value.appeal?.result === 'reversed' || value.outcome === 'left'
  const state = sanctioned
    ? 'sanctioned'
    : excused
      ? 'excused'
      : value.closed === undefined && asOf <= due
        ? 'pending'
        : 'unsanctioned'
  return {state, index, due}
}
