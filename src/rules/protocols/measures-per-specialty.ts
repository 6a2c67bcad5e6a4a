import {compareText} from '../../model/location.ts'
import {fileFor} from '../../model/placement.ts'
import type {Rule, RuleContext} from '../../model/rule.ts'
import {counted, strengthOf} from '../outcome.ts'
import {lineFinding} from '../result.ts'
import {rosterOf} from '../roster.ts'
import {concluded, newTally} from '../tally.ts'
import {isCostOrUtilization, measuresOf} from './in-use.ts'

export const measuresPerSpecialty: Rule = {
  id: 'C6',
  name: 'protocols/measures-per-specialty',
  title: 'Each specialty has five measures, at least one of cost or utilization',
  weight: 'major',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: false,
  thresholds: [
    {
      id: 'measuresPerSpecialty',
      value: 5,
      unit: 'count',
      basis: 'publishedPractice',
      source: 'Published practice of one network; no authority asks for a number',
      description: 'Least measures in use for each specialty on the panel.',
      looser: 'lower',
    },
  ],
  authorities: ['medsouth-2002', 'gripa-2007'],
  docs: {
    tests:
      'For each specialty of the clinicians on the panel: measures in use that name it or name none, at least five, and one of them of cost or utilization.',
    rationale:
      'Each physician is to be measured against standards: a specialty with a measure or two is hardly measured at all.',
    evidence:
      'Measure records with `domain` and `specialties`; Participant records with the specialties of the clinicians.',
    limits:
      'Counts measures, not their worth. A measure that names no specialty counts for all. Clinicians without a stated specialty are left out.',
  },
  requires: ['Measure', 'Participant'],

  check(context) {
    const {threshold} = context
    const least = threshold('measuresPerSpecialty')
    const roster = rosterOf(context)
    const specialties = roster.staffing
      .flatMap(({entry, groups}) => groups.map((it) => ({entry, specialty: it.specialty})))
      .filter((it) => it.specialty !== undefined)
    const names = [...new Set(specialties.flatMap((it) => it.specialty ?? []))].sort(compareText)
    const tally = newTally()
    for (const name of names) judgeSpecialty(context, name, least, tally)
    if (names.length === 0)
      tally.notStated.push(
        lineFinding(
          context,
          'unknown',
          'Unexpected panel without a stated specialty, expected the specialties of its clinicians',
          'State `specialty` in the Participant records',
        ),
      )
    for (const entry of roster.gaps)
      tally.notStated.push(
        context.finding(
          'note',
          entry,
          [],
          `Unexpected participant \`${entry.value.id}\` without known clinicians, expected their specialties`,
          'Add `clinicians`, a `roster` table or `declaredClinicians`',
        ),
      )
    return concluded(tally, {
      summary: `${tally.met.length} of ${counted(names.length, 'specialty', 'specialties')} on the panel ${names.length === 1 ? 'has' : 'have'} ${least} measures, one of them of cost or utilization.`,
      answeredBy: `Measure records with \`specialties\` and \`domain\` (${fileFor(context.workspace, 'Measure', '…')})`,
      none: measuresOf(context).length > 0 ? 'weak' : 'absent',
    })
  },
}

function judgeSpecialty(
  context: RuleContext,
  specialty: string,
  least: number,
  tally: ReturnType<typeof newTally>,
): void {
  const {network, lineIndex, finding, cite} = context
  const measures = measuresOf(context).filter(
    ({value}) =>
      value.specialties === undefined ||
      (value.specialties as readonly string[]).includes(specialty),
  )
  const ofUse = measures.find(isCostOrUtilization)
  if (measures.length >= least && ofUse !== undefined) {
    tally.met.push(
      cite(
        ofUse,
        ['domain'],
        strengthOf(context, ofUse),
        `${specialty}: ${counted(measures.length, 'measure')}, ${ofUse.value.id} among them`,
      ),
    )
    return
  }
  const notStated = measures.some(({value}) => value.domain === 'notStated')
  const open = measures.length >= least && notStated
  ;(open ? tally.notStated : tally.unmet).push(
    finding(
      open ? 'note' : 'warning',
      network,
      ['productLines', lineIndex],
      `Unexpected ${counted(measures.length, 'measure')} of ${specialty}${ofUse === undefined ? ' and none of cost or utilization' : ''}, expected ${least} with one of cost or utilization`,
      'Add the measures that the specialty is judged by, and their `domain`',
    ),
  )
}
