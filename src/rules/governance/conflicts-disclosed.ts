import type {Rule} from '../../model/rule.ts'
import {counted, strengthOf} from '../outcome.ts'
import {outcomeOfShare} from '../result.ts'
import {concluded, newTally} from '../tally.ts'

export const conflictsDisclosed: Rule = {
  id: 'A7',
  name: 'governance/conflicts-disclosed',
  title: 'Conflicts are disclosed by everyone who owes a disclosure, every year',
  weight: 'minor',
  question: 'integration',
  scope: 'network',
  appliesTo: 'always',
  operating: true,
  thresholds: [],
  authorities: ['statement-8', 'dose-of-competition-2004'],
  docs: {
    tests:
      'For the last full calendar year, or for the present one where a body is younger, every body received all disclosures of conflicts that were due.',
    rationale:
      'Those who set standards for competitors, and consequences for falling short, must say where they stand to gain.',
    evidence: 'GoverningBody records with `conflictDisclosures` by year; the forms as exhibits.',
    limits: 'Counts forms received, not what they say or what was done about a conflict.',
  },
  requires: ['GoverningBody'],

  check(context) {
    const {workspace, asOf, cite, finding} = context
    const thisYear = Number(asOf.slice(0, 4))
    const bodies = workspace
      .all('GoverningBody')
      .filter(({value}) => (value.established ?? '') <= asOf)
    const tally = newTally()
    let [received, due] = [0, 0]
    for (const entry of bodies) {
      const {id, established = '', conflictDisclosures = []} = entry.value
      const year = established > `${thisYear - 1}-01-01` ? thisYear : thisYear - 1
      const index = conflictDisclosures.findIndex((it) => it.year === year)
      const disclosed = conflictDisclosures[index]
      received += disclosed?.received ?? 0
      due += disclosed?.of ?? 0
      if (disclosed === undefined)
        tally.notStated.push(
          finding(
            'note',
            entry,
            [],
            `Unexpected body \`${id}\` without \`conflictDisclosures\` of ${year}, expected a count`,
            'Add the year with how many were `received` and how many were due',
          ),
        )
      else if (disclosed.received < disclosed.of || disclosed.of === 0)
        tally.unmet.push(
          finding(
            'warning',
            entry,
            ['conflictDisclosures', index],
            `Unexpected ${disclosed.received} of ${disclosed.of} disclosures in ${year}, expected all that were due`,
            'Ask for the disclosures that are missing',
          ),
        )
      else
        tally.met.push(
          cite(
            entry,
            ['conflictDisclosures', index],
            strengthOf(context, entry),
            `${disclosed.received} of ${disclosed.of} in ${year}`,
          ),
        )
    }
    return concluded(tally, {
      summary: `${tally.met.length} of ${counted(bodies.length, 'body', 'bodies')} received every disclosure due.`,
      answeredBy: '`conflictDisclosures` in the GoverningBody records',
      none: due === 0 ? 'absent' : outcomeOfShare(received / due, 1),
    })
  },
}
