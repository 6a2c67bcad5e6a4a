import type {Outcome, Rule, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {panelOf} from '../lifetime.ts'
import {counted, listed, strengthOf} from '../outcome.ts'

/** How one participant on the panel stands. */
type Standing = 'independent' | 'aloneable' | 'dependent' | 'notStated'

export const notAllEmployed: Rule = {
  id: 'B7',
  name: 'membership/not-all-employed',
  title: 'Members are not all employed by participants who could act alone',
  weight: 'critical',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: false,
  thresholds: [],
  authorities: ['sho-2006', 'american-needle'],
  docs: {
    tests:
      'At least one participant on the panel is independent. Where all are employed, whether each employer could run the program and contract without the network.',
    rationale:
      'Where every employer could run the program with its own physicians, joining them adds a joint price and no integration that needed the network.',
    evidence:
      'Participant records with `employedBy`, left out for an independent practice, and `couldActAlone` on the practice or its employer.',
    limits:
      'Shows what the records say of employment. It does not show how much the independent members take part.',
  },
  requires: ['Participant'],

  check(context) {
    const {cite, finding, line} = context
    const {on, notStated} = panelOf(context)
    const judged = on
      .filter(({value}) => hasClinicians(value))
      .map((entry) => ({entry, standing: standingOf(context, entry)}))
    const of = (standing: Standing) => judged.filter((it) => it.standing === standing)
    const outcome = outcomeOfAll([
      ...judged.map(({standing}) => standing),
      ...notStated.map(() => 'notStated' as const),
    ])
    const basis =
      outcome === 'supported'
        ? of('independent')
        : outcome === 'contrary'
          ? of('aloneable')
          : of('dependent')
    const total = counted(judged.length, 'participant')
    return {
      outcome,
      summary:
        judged.length === 0
          ? `No participant with clinicians is stated to be on the panel of ${line.title}.`
          : `Of ${total} with clinicians on the panel, ${standingsOf(judged)}.${notStated.length === 0 ? '' : ` Whether ${counted(notStated.length, 'more practice')} ${notStated.length === 1 ? 'is' : 'are'} on the panel is not stated.`}`,
      evidence: basis.map(({entry, standing}) =>
        cite(
          entry,
          pathOf(entry.value, standing),
          strengthOf(context, entry),
          `${entry.value.name}: ${words[standing]}`,
        ),
      ),
      findings:
        outcome === 'supported'
          ? []
          : judged.map(({entry, standing}) =>
              finding(
                standing === 'aloneable' ? 'warning' : 'note',
                entry,
                pathOf(entry.value, standing),
                `Unexpected ${words[standing]}, expected an independent member on the panel`,
                standing === 'notStated'
                  ? 'State `couldActAlone` of the employer'
                  : 'Record independent members, or why each employer could not act alone',
              ),
            ),
      ...(outcome === 'supported'
        ? {}
        : {answeredBy: 'Participant records with `employedBy` and `couldActAlone`'}),
    }
  },
}

const words = {
  independent: 'independent of any employer',
  aloneable: 'members employed by one who could act alone',
  dependent: 'members employed by one who could not act alone',
  notStated: 'members whose employer is not stated to need the network',
} as const satisfies Record<Standing, string>

/** How many stand how: `none is independent and 2 are employed by one who could act alone`. */
function standingsOf(
  judged: readonly {readonly entry: Entry<'Participant'>; readonly standing: Standing}[],
): string {
  const of = (standing: Standing) => judged.filter((it) => it.standing === standing)
  const shared = of('aloneable').filter(({entry}) => entry.value.employedByOneOf !== undefined)
  const are = (count: number) => `${count === 0 ? 'none' : count} ${count < 2 ? 'is' : 'are'}`
  const alone = of('aloneable').length - shared.length
  const said = [
    [alone, 'employed by one who could act alone'],
    [shared.length, 'employed by one of several, each of whom could act alone'],
    [of('dependent').length, 'employed by one who could not act alone'],
    [of('notStated').length, 'employed by one who is not stated to need the network'],
  ] as const
  return listed([
    `${are(of('independent').length)} independent`,
    ...said.flatMap(([count, words]) => (count === 0 ? [] : [`${are(count)} ${words}`])),
  ])
}

function outcomeOfAll(standings: readonly Standing[]): Outcome {
  if (standings.includes('independent')) return 'supported'
  if (standings.length === 0 || standings.includes('notStated')) return 'unknown'
  return standings.includes('dependent') ? 'weak' : 'contrary'
}

function hasClinicians(value: Entry<'Participant'>['value']): boolean {
  const listed = [...(value.clinicians ?? []), ...(value.declaredClinicians ?? [])]
  return value.type === 'practice' || listed.length > 0 || value.roster !== undefined
}

/** A hospital with clinicians of its own is their employer. */
function standingOf({workspace}: RuleContext, {value}: Entry<'Participant'>): Standing {
  const employers = [value.employedBy, ...(value.employedByOneOf ?? [])].filter(
    (it) => it !== undefined,
  )
  if (employers.length === 0 && value.type === 'practice') return 'independent'
  if (value.couldActAlone !== undefined) return value.couldActAlone ? 'aloneable' : 'dependent'
  const alone = employers.map((id) => workspace.find('Participant', id)?.value.couldActAlone)
  if (alone.length === 0 || alone.includes(undefined)) return 'notStated'
  return alone.includes(false) ? 'dependent' : 'aloneable'
}

function pathOf(value: Entry<'Participant'>['value'], standing: Standing): string[] {
  if (standing === 'independent') return ['type']
  if (value.couldActAlone !== undefined) return ['couldActAlone']
  return [value.employedBy === undefined ? 'type' : 'employedBy']
}
