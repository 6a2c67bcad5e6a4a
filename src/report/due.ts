import {isAbove} from '../model/confidentiality.ts'
import type {Due, Obligation, Standing} from '../model/obligation.ts'
import {classWords} from '../model/words.ts'
import {hang, placeOf, plural, safe} from './text.ts'

/** What falls due, for a terminal: overdue first, then by month. */
export function dueLines(due: Due, width: number): string[] {
  const columns = Math.max(40, Math.min(width, 100))
  const overdue = due.obligations.filter(({daysLate}) => daysLate > 0)
  const coming = due.obligations.filter(({daysLate}) => daysLate <= 0)
  const months = [...new Set(coming.map((it) => it.due.slice(0, 7)))]
  return [
    ...hang('', countsOf(due), columns),
    '',
    ...group(`Overdue (${overdue.length})`, overdue, columns),
    ...months.flatMap((month) =>
      group(
        month,
        coming.filter((it) => it.due.startsWith(month)),
        columns,
      ),
    ),
    ...standingLines(due.standing, columns),
    ...due.unknown.flatMap((it) => hang('', `${safe(it)}.`, columns)),
    ...hang(
      '',
      'Told from the records that are there: what no record speaks of is not in this list.',
      columns,
    ),
    '',
  ]
}

/** `2 overdue, 5 up to 2026-09-28`. */
export function countsOf({obligations, until}: Due): string {
  const overdue = obligations.filter(({daysLate}) => daysLate > 0).length
  return `${overdue === 0 ? 'Nothing' : overdue} overdue, ${plural(obligations.length - overdue, 'thing')} due up to ${until}.`
}

function group(title: string, several: readonly Obligation[], columns: number): string[] {
  if (several.length === 0) return []
  const alike = new Map<string, Obligation[]>()
  for (const it of several) {
    const key = JSON.stringify([it.due, it.kind, it.who])
    alike.set(key, [...(alike.get(key) ?? []), it])
  }
  return [title, ...[...alike.values()].flatMap((it) => obligationLines(it, columns)), '']
}

/** Those alike, of one day and one owner: what each is, then the rest once. */
function obligationLines(alike: readonly Obligation[], columns: number): string[] {
  const [first] = alike
  if (first === undefined) return []
  const {location, confidentiality, test, threshold} = first
  const more = alike.length === 1 ? '' : ` and ${plural(alike.length - 1, 'more place')}`
  return [
    ...alike.flatMap(({due, what}, index) =>
      hang(index === 0 ? `  ${due}  ` : ' '.repeat(14), safe(what), columns),
    ),
    ...hang(
      ' '.repeat(14),
      [
        ...whenOf(first),
        whoOf(first),
        ...(test === null ? [] : [test]),
        ...(threshold === null ? [] : [thresholdWords(threshold)]),
        ...(isAbove(confidentiality, 'network') ? [classWords[confidentiality]] : []),
        `${placeOf(location)}${more}`,
      ].join(' · '),
      columns,
    ),
  ]
}

function whenOf({daysLate, nature}: Obligation): string[] {
  if (daysLate > 0) return [`overdue by ${plural(daysLate, 'day')}`]
  if (daysLate === 0) return [nature === 'ends' ? 'ends today' : 'due today']
  return [`in ${plural(-daysLate, 'day')}`]
}

/** Who it is of, as the record says. */
export function whoOf({who}: Pick<Obligation, 'who'>): string {
  if (who === null) return 'owner not stated'
  return [who.person, who.role].flatMap((it) => (it === null ? [] : [safe(it)])).join(', ')
}

/** A number as the rules name it: `trainingMonths 24 months`. */
export function thresholdWords({id, value, unit}: NonNullable<Obligation['threshold']>): string {
  return unit === 'count' ? `${id} ${value}` : `${id} ${value} ${unit}`
}

function standingLines(standing: readonly Standing[], columns: number): string[] {
  if (standing.length === 0) return []
  return [
    'Without a day',
    ...standing.flatMap(({what, location, confidentiality}) => [
      ...hang('  - ', safe(what), columns),
      ...hang('    ', `${classWords[confidentiality]} · ${placeOf(location)}`, columns),
    ]),
    '',
  ]
}
