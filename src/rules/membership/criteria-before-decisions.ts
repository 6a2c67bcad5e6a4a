import {fileFor} from '../../model/placement.ts'
import type {Evidence, Finding, Rule, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {counted, strengthOf} from '../outcome.ts'
import {concluded, newTally} from '../tally.ts'

export const criteriaBeforeDecisions: Rule = {
  id: 'B3',
  name: 'membership/criteria-before-decisions',
  title: 'Written membership criteria are dated before the decisions made under them',
  weight: 'major',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: false,
  thresholds: [],
  authorities: ['statement-8', 'medsouth-2002', 'gripa-2007'],
  docs: {
    tests:
      'Every admission, denial, deferral and re-selection on record names criteria, and each of them was effective on the day of the decision. A proposed line without decisions shows its criteria.',
    rationale:
      'Selective membership is one of the three classic indicators of integration: criteria written after the choice selected nobody.',
    evidence:
      'MembershipCriterion records with `text` and `effective`; MembershipDecision records with `date` and `criteria`.',
    limits:
      'Reads the dates that the records state; the history of the repository shows when they were entered. It does not show that a decision followed from its criteria.',
  },
  requires: ['MembershipCriterion'],

  check(context) {
    const {workspace, asOf, line, ofLine, network, cite, finding} = context
    const decisions = workspace
      .all('MembershipDecision')
      .filter(({value}) => value.date <= asOf && value.decision !== 'exit')
    const tally = newTally()
    for (const entry of decisions) {
      const judged = judgeDecision(context, entry)
      if ('evidence' in judged) tally.met.push(judged.evidence)
      else tally[judged.standing].push(judged.finding)
    }
    if (decisions.length === 0 && line.stage === 'proposed')
      for (const entry of ofLine('MembershipCriterion'))
        tally.met.push(cite(entry, ['text'], strengthOf(context, entry), entry.value.title))
    else if (decisions.length === 0)
      tally.notStated.push(
        finding(
          'note',
          network,
          [],
          'Unexpected network without a decision on membership, expected those made under its criteria',
          `Record each decision in ${fileFor(context.workspace, 'MembershipDecision')} with \`criteria\``,
        ),
      )
    return concluded(tally, {
      summary:
        decisions.length === 0
          ? `${counted(ofLine('MembershipCriterion').length, 'written criterion', 'written criteria')} and no decision under them ${line.stage === 'proposed' ? 'yet' : 'on record'}.`
          : `${tally.met.length} of ${counted(decisions.length, 'decision')} ${decisions.length === 1 ? 'names' : 'name'} criteria that were effective on the day.`,
      answeredBy: `\`criteria\` in the MembershipDecision records (${fileFor(context.workspace, 'MembershipDecision', '…')})`,
    })
  },
}

type Judged =
  | {readonly evidence: Evidence}
  | {readonly standing: 'unmet' | 'notStated'; readonly finding: Finding}

function judgeDecision(context: RuleContext, entry: Entry<'MembershipDecision'>): Judged {
  const {workspace, cite, finding} = context
  const {id, decision, date, criteria = []} = entry.value
  const known = criteria.map((name) => workspace.find('MembershipCriterion', name)?.value)
  const late = known.findIndex((it) => it !== undefined && it.effective > date)
  if (late !== -1)
    return {
      standing: 'unmet',
      finding: finding(
        'warning',
        entry,
        ['criteria', late],
        `Unexpected ${decision} on ${date} under a criterion effective from ${known[late]?.effective ?? ''}, expected one in force on the day`,
        'Name the criteria that were applied; a later one cannot have been',
      ),
    }
  if (criteria.length === 0 || known.includes(undefined))
    return {
      standing: 'notStated',
      finding: finding(
        'note',
        entry,
        criteria.length === 0 ? [] : ['criteria'],
        `Unexpected decision \`${id}\` without known criteria, expected those it was made under`,
        'Add `criteria` with the ids of MembershipCriterion records',
      ),
    }
  return {
    evidence: cite(
      entry,
      ['criteria'],
      strengthOf(context, entry),
      `${decision} on ${date} under ${counted(criteria.length, 'criterion', 'criteria')}`,
    ),
  }
}
