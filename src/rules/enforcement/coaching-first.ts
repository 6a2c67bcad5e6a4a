import type {Evidence, Finding, Rule} from '../../model/rule.ts'
import {counted, outcomeOf, strengthOf} from '../outcome.ts'
import {resultOf} from '../result.ts'
import {noneToJudge, silenceThresholds} from '../silence.ts'
import {firstSanction, openedCases, stepsTaken} from './cases.ts'

export const coachingFirst: Rule = {
  id: 'E11',
  name: 'enforcement/coaching-first',
  title: 'Coaching precedes a sanction',
  weight: 'minor',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: true,
  thresholds: silenceThresholds,
  authorities: ['dose-of-competition-2004', 'gripa-2007', 'medsouth-2002'],
  docs: {
    tests:
      'Whether every case that led to a sanction (a financial one, a suspension or a removal) records coaching on an earlier day.',
    rationale:
      'A program that modifies practice helps first and punishes last; sanctions out of nowhere look like something else.',
    evidence: 'CorrectiveAction records with dated `steps`.',
    limits:
      'Where patients were in danger a sanction may rightly come first: the case shows here all the same, and its owner says why.',
  },
  requires: ['CorrectiveAction'],

  check(context) {
    const {asOf, cite, finding} = context
    const cases = openedCases(context)
    const met: Evidence[] = []
    const unmet: Finding[] = []
    for (const entry of cases) {
      const sanction = firstSanction(entry.value, asOf)
      if (sanction === undefined) continue
      const coached = stepsTaken(entry.value, asOf).find(
        ({step, date}) => step === 'coaching' && date < sanction.date,
      )
      if (coached === undefined)
        unmet.push(
          finding(
            'warning',
            entry,
            ['steps', sanction.index],
            `Unexpected step \`${sanction.step}\` on ${sanction.date} without coaching before it, expected coaching first`,
            'Record the coaching as a step, where there was any',
          ),
        )
      else
        met.push(
          cite(
            entry,
            ['steps', coached.index],
            strengthOf(context, entry),
            `coaching ${coached.date} before ${sanction.step} ${sanction.date}`,
          ),
        )
    }
    if (met.length + unmet.length === 0)
      return noneToJudge(context, ['correctiveActions'], 'Sanctions', cases.length)
    return resultOf(
      outcomeOf(met, unmet),
      `${met.length} of ${counted(met.length + unmet.length, 'case')} with a sanction ${met.length + unmet.length === 1 ? 'records' : 'record'} coaching before it.`,
      met,
      unmet,
      'CorrectiveAction records with coaching as a step',
    )
  },
}
