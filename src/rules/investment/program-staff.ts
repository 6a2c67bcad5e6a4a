import {fileFor} from '../../model/placement.ts'
import type {Evidence, Outcome, Rule} from '../../model/rule.ts'
import {listed, strengthOf} from '../outcome.ts'
import {lineFinding, resultOf} from '../result.ts'
import {operatingLookBackMonths} from '../thresholds.ts'
import {recentInvestments} from './recent.ts'

export const programStaff: Rule = {
  id: 'F5',
  name: 'investment/program-staff',
  title: 'Staff work on quality and on care management',
  weight: 'major',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: true,
  thresholds: [operatingLookBackMonths],
  authorities: ['statement-8', 'medsouth-2002', 'gripa-2007'],
  docs: {
    tests:
      'In the newest record that lists staff, for a period that reaches into the last 12 months: full-time equivalents above zero on quality, and on care management. One of the two is weak; both stated as none is absent.',
    rationale:
      'Protocols and measures do not run themselves: a program without anyone whose work it is exists on paper.',
    evidence: 'Investment records with `staff`, by role, in full-time equivalents.',
    limits: 'Counts posts, not what is done in them. Vendors whose staff do the work do not show.',
  },
  requires: ['Investment'],

  check(context) {
    const {cite, finding} = context
    const {since, entries} = recentInvestments(context)
    const last = entries.filter(({value}) => value.staff !== undefined).at(-1)
    const posts = (wanted: string) =>
      (last?.value.staff ?? [])
        .filter(({role}) => role === wanted)
        .reduce((sum, {fullTimeEquivalents}) => sum + fullTimeEquivalents, 0)
    const found = [
      {title: 'quality', posts: posts('quality')},
      {title: 'care management', posts: posts('careManagement')},
    ]
    const missing = found.filter((it) => it.posts === 0).map(({title}) => title)
    const outcome: Outcome =
      last === undefined
        ? context.missingOperation()
        : missing.length === 0
          ? 'supported'
          : missing.length === 1
            ? 'weak'
            : 'absent'
    const shows = found.map((it) => `${it.posts} on ${it.title}`).join(', ')
    const evidence: Evidence[] =
      last === undefined || missing.length === 2
        ? []
        : [cite(last, ['staff'], strengthOf(context, last), `full-time equivalents: ${shows}`)]
    return resultOf(
      outcome,
      last === undefined
        ? `No record lists staff since ${since}.`
        : `Full-time equivalents from ${last.value.from} to ${last.value.to}: ${shows}.`,
      evidence,
      outcome === 'supported'
        ? []
        : last === undefined
          ? [
              lineFinding(
                context,
                outcome,
                `Unexpected line without staff on record since ${since}, expected some on quality and care management`,
                `Record \`staff\` in ${fileFor(context.workspace, 'Investment')}`,
              ),
            ]
          : [
              finding(
                'warning',
                last,
                ['staff'],
                `Unexpected staff without full-time equivalents on ${listed(missing)}, expected both quality and care management`,
                'Record the posts, of whoever pays them',
              ),
            ],
      `an Investment record with \`staff\` (${fileFor(context.workspace, 'Investment', '…')})`,
    )
  },
}
