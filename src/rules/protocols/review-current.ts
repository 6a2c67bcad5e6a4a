import {fileFor} from '../../model/placement.ts'
import type {Evidence, Finding, Rule, RuleContext} from '../../model/rule.ts'
import {isActive} from '../lifetime.ts'
import {counted, outcomeOf, strengthOf} from '../outcome.ts'
import {lastReview, reviewDue, type LastReview} from './last-review.ts'

export const reviewCurrent: Rule = {
  id: 'C3',
  name: 'protocols/review-current',
  title: 'Active protocols are reviewed on schedule and since their source last changed',
  weight: 'major',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: true,
  thresholds: [
    {
      id: 'protocolReviewMonths',
      value: 24,
      unit: 'months',
      basis: 'house',
      source: 'House default',
      description: 'Longest gap between reviews of a protocol; a shorter cycle of its own binds.',
      looser: 'higher',
    },
  ],
  authorities: ['statement-8', 'gripa-2007', 'medsouth-2007'],
  docs: {
    tests:
      'Every active protocol was reviewed within 24 months, or within its own `reviewCycleMonths` where that is shorter, and since its source last changed. One never reviewed is counted from its adoption.',
    rationale:
      'The program must be active and ongoing: a protocol that nobody revisits is weak evidence of that.',
    evidence:
      'Protocol records with dated `reviews`, each naming the meeting, and `source.changed`; minutes as exhibits.',
    limits: 'Shows that reviews are recorded, not that they were thorough.',
  },
  requires: ['Protocol'],

  check(context) {
    const {workspace, asOf, cite, finding} = context
    const active = workspace.all('Protocol').filter(({value}) => isActive(value, asOf))
    const met: Evidence[] = []
    const late: Finding[] = []
    const notStated: Finding[] = []
    for (const entry of active) {
      const last = lastReview(entry, asOf)
      if (last === undefined) {
        notStated.push(
          finding(
            'note',
            entry,
            [],
            `Unexpected protocol \`${entry.value.id}\` without a dated review or adoption, expected one`,
            'Add `reviews` or `adoption`',
          ),
        )
        continue
      }
      const {source} = entry.value
      const due = reviewDue(context, entry, last)
      const changed = source?.changed ?? last.date
      if (due < asOf)
        late.push(
          finding(
            'warning',
            entry,
            last.path,
            `Unexpected ${wordsOf(last)}, expected a review by ${due}`,
            'Review the protocol and record it under `reviews`',
          ),
        )
      else if (changed <= asOf && changed > last.date)
        late.push(
          finding(
            'warning',
            entry,
            last.path,
            `Unexpected ${wordsOf(last)}, expected a review since the source changed on ${changed}`,
            'Review the protocol against the new source and record it under `reviews`',
          ),
        )
      else
        met.push(
          cite(
            entry,
            last.path,
            strengthOf(context, entry, [minutesOf(context, last)]),
            `${last.what} ${last.date}, review due ${due}`,
          ),
        )
    }
    const outcome =
      met.length + late.length === 0 ? 'unknown' : outcomeOf(met, [...late, ...notStated])
    return {
      outcome,
      summary: `${met.length} of ${counted(active.length, 'active protocol')} ${active.length === 1 ? 'is' : 'are'} reviewed on schedule and since the source last changed.`,
      evidence: met,
      findings: [...late, ...notStated],
      ...(outcome === 'supported'
        ? {}
        : {
            answeredBy: `\`reviews\` in the Protocol records (${fileFor(context.workspace, 'Protocol', '…')})`,
          }),
    }
  },
}

function wordsOf({what, date}: LastReview): string {
  return what === 'review' ? `last review on ${date}` : `${what} on ${date} and no review since`
}

/** The minutes of the meeting that made the review, as an exhibit. */
function minutesOf({workspace}: RuleContext, {meeting}: LastReview): string | undefined {
  return meeting === undefined ? undefined : workspace.find('Meeting', meeting)?.value.minutes
}
