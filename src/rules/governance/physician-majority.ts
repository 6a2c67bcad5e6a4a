import type {Finding, Rule, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {counted, percent, strengthOf} from '../outcome.ts'
import {outcomeOfShare} from '../result.ts'
import {concluded, newTally} from '../tally.ts'

export const physicianMajority: Rule = {
  id: 'A2',
  name: 'governance/physician-majority',
  title: 'Independent physicians hold half of the board, and no reserved power undoes it',
  weight: 'major',
  question: 'integration',
  scope: 'network',
  appliesTo: 'always',
  operating: false,
  thresholds: [
    {
      id: 'independentBoardShare',
      value: 0.5,
      unit: 'ratio',
      basis: 'house',
      source: 'House default',
      description: 'Least share of voting board seats that independent physicians hold.',
      looser: 'lower',
    },
  ],
  authorities: ['statement-8', 'statement-9', 'dose-of-competition-2004'],
  docs: {
    tests:
      'Independent physicians hold at least half of the voting seats of the board, and no reserved power of another overrides their votes. Fewer seats are weak, fewer than half of that absent; a power that overrides them is contrary.',
    rationale:
      'Interdependence is of those who bear it: a board that others control integrates physicians in name only.',
    evidence:
      'GoverningBody records of type `board` with `seats` and `reservedPowers`; the bylaws.',
    limits: 'Counts seats, not attendance or influence. A power that is not recorded is not seen.',
  },
  requires: ['GoverningBody'],

  check(context) {
    const {workspace, cite, finding, threshold} = context
    const boards = workspace.all('GoverningBody').filter(({value}) => value.type === 'board')
    const tally = newTally()
    const overrides = boards.flatMap((it) => overridesOf(context, it))
    let held = 0
    let of = 0
    for (const entry of boards) {
      const {id, seats, reservedPowers} = entry.value
      const voting = (seats ?? []).filter(({vote}) => vote)
      const all = voting.reduce((sum, {count}) => sum + count, 0)
      const independent = voting
        .filter((it) => it.class === 'independentPhysician')
        .reduce((sum, {count}) => sum + count, 0)
      held += independent
      of += all
      if (all === 0)
        tally.notStated.push(
          finding(
            'note',
            entry,
            [],
            `Unexpected board \`${id}\` without voting seats, expected \`seats\` by class`,
          ),
        )
      else if (independent < threshold('independentBoardShare') * all)
        tally.unmet.push(
          finding(
            'warning',
            entry,
            ['seats'],
            `Unexpected ${independent} of ${counted(all, 'voting seat')} held by independent physicians, expected ${percent(threshold('independentBoardShare'))}`,
            'Change the bylaws, or correct the classes of the seats',
          ),
        )
      else
        tally.met.push(
          cite(
            entry,
            ['seats'],
            strengthOf(context, entry),
            `${independent} of ${all} voting seats`,
          ),
        )
      if (reservedPowers === undefined)
        tally.notStated.push(
          finding(
            'note',
            entry,
            [],
            `Unexpected board \`${id}\` without \`reservedPowers\`, expected them, or an empty list`,
          ),
        )
    }
    const none = of === 0 ? 'absent' : outcomeOfShare(held / of, threshold('independentBoardShare'))
    const answeredBy = '`seats` and `reservedPowers` in the GoverningBody record of the board'
    const summary = `Independent physicians hold ${held} of ${counted(of, 'voting board seat')}; ${counted(overrides.length, 'reserved power')} ${overrides.length === 1 ? 'overrides' : 'override'} them.`
    if (overrides.length === 0) return concluded(tally, {summary, answeredBy, none})
    const findings = [...overrides, ...tally.unmet, ...tally.notStated]
    return {outcome: 'contrary', summary, evidence: [], findings, answeredBy}
  },
}

/** Reserved powers of another that undo the votes of the physicians. */
function overridesOf({finding}: RuleContext, entry: Entry<'GoverningBody'>): Finding[] {
  return (entry.value.reservedPowers ?? []).flatMap(({holder, power, overridesPhysicians}, index) =>
    overridesPhysicians
      ? [
          finding(
            'error',
            entry,
            ['reservedPowers', index],
            `Unexpected reserved power of ${holder} (${power}) that overrides the physicians, expected none`,
            'Ask counsel whether the power can be given up or narrowed',
          ),
        ]
      : [],
  )
}
