import {fileFor} from '../../model/placement.ts'
import type {Evidence, Finding, Outcome, Rule} from '../../model/rule.ts'
import {counted, strengthOf} from '../outcome.ts'
import {resultOf} from '../result.ts'
import {noneToJudge, silenceThresholds} from '../silence.ts'
import {openedCases} from './cases.ts'

export const reviewersNotRivals: Rule = {
  id: 'E8',
  name: 'enforcement/reviewers-not-rivals',
  title: 'Those who review a member are not only direct competitors of that member',
  weight: 'minor',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: true,
  thresholds: silenceThresholds,
  authorities: ['dose-of-competition-2004', 'gripa-2007', 'medsouth-2002'],
  docs: {
    tests:
      'Whether every case that was opened names its reviewers, and at least one of them does not compete directly with the member.',
    rationale:
      'A review by rivals alone can be used against a rival, and its result is open to attack for that reason.',
    evidence: 'CorrectiveAction records with `reviewers`, each with `competitor`.',
    limits: 'Takes the word of the record on who competes with whom.',
  },
  requires: ['CorrectiveAction'],

  check(context) {
    const {cite, finding} = context
    const cases = openedCases(context)
    if (cases.length === 0)
      return noneToJudge(
        context,
        ['correctiveActions'],
        'Cases opened',
        context.ofLine('CorrectiveAction').length,
      )
    const met: Evidence[] = []
    const rivals: Finding[] = []
    const silent: Finding[] = []
    for (const entry of cases) {
      const {reviewers = [], id} = entry.value
      const others = reviewers.filter(({competitor}) => !competitor).length
      if (reviewers.length === 0)
        silent.push(
          finding(
            'note',
            entry,
            [],
            `Unexpected case \`${id}\` without reviewers, expected who reviews it, by specialty`,
            'Add `reviewers`',
          ),
        )
      else if (others === 0)
        rivals.push(
          finding(
            'warning',
            entry,
            ['reviewers'],
            `Unexpected case \`${id}\` reviewed by ${counted(reviewers.length, 'direct competitor')} alone, expected at least one who is none`,
            'Add a reviewer who does not compete with the member',
          ),
        )
      else {
        const shows = `${others} of ${counted(reviewers.length, 'reviewer')} no direct competitor`
        met.push(cite(entry, ['reviewers'], strengthOf(context, entry), shows))
      }
    }
    const outcome: Outcome =
      rivals.length > 0
        ? met.length > 0
          ? 'weak'
          : 'absent'
        : silent.length === 0
          ? 'supported'
          : met.length > 0
            ? 'weak'
            : context.missingOperation()
    return resultOf(
      outcome,
      `${met.length} of ${counted(cases.length, 'case')} ${cases.length === 1 ? 'has' : 'have'} a reviewer who does not compete with the member; ${rivals.length} ${rivals.length === 1 ? 'has' : 'have'} none, and ${silent.length} ${silent.length === 1 ? 'names' : 'name'} no reviewer.`,
      met,
      [...rivals, ...silent],
      `\`reviewers\` in the CorrectiveAction records (${fileFor(context.workspace, 'CorrectiveAction', '…')})`,
    )
  },
}
