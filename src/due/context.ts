import {classOfKind, mostRestricted} from '../model/confidentiality.ts'
import {addDays, addMonths, daysBetween, isDate} from '../model/date.ts'
import type {ValuePath} from '../model/location.ts'
import type {Obligation, Standing} from '../model/obligation.ts'
import type {RuleContext} from '../model/rule.ts'
import type {Entry, Workspace} from '../model/workspace.ts'

/** What the days are told from: the records, and the tests with the numbers that they use. */
export interface DueInput {
  readonly workspace: Workspace
  /** Indexes of the product lines; none where there is no network on record. */
  readonly lines: readonly number[]
  /**
   * What a test sees of a line, so that its numbers, with what the network set for them, are read
   * from the test itself; undefined where the test does not apply to the line.
   *
   * @throws {RangeError} When there is no such test.
   */
  readonly contextOf: (test: string, lineIndex: number) => RuleContext | undefined
}

/** What one function of this folder found. */
export interface Found {
  readonly obligations: readonly Obligation[]
  readonly unknown?: readonly string[]
  readonly standing?: readonly Standing[]
}

type Said = Pick<Obligation, 'kind' | 'due' | 'what'> &
  Partial<Pick<Obligation, 'nature' | 'test' | 'threshold' | 'who'>> & {
    readonly path?: ValuePath
    /** What of the record it is about, where one record has several: the measure's period. */
    readonly part?: string
  }

/** What a test looks at on each line to which it applies. */
export function onLines(
  {lines, contextOf}: DueInput,
  test: string,
  find: (context: RuleContext) => readonly Obligation[],
): readonly Obligation[] {
  return lines.flatMap((line) => {
    const context = contextOf(test, line)
    return context === undefined ? [] : find(context)
  })
}

/** The same for a test of the whole network: the first line to which it applies speaks for all. */
export function onNetwork(
  {lines, contextOf}: DueInput,
  test: string,
  find: (context: RuleContext) => readonly Obligation[],
): readonly Obligation[] {
  for (const line of lines) {
    const context = contextOf(test, line)
    if (context !== undefined) return find(context)
  }
  return []
}

/** An obligation of a record. */
export function obligationOf(
  workspace: Workspace,
  entry: Entry,
  {
    path = [],
    part,
    kind,
    what,
    nature = 'deadline',
    test = null,
    threshold = null,
    who,
    ...rest
  }: Said,
): Obligation {
  const {id} = entry.value
  const due = isDate(rest.due) ? rest.due : rest.due.startsWith('0') ? earliest : latest
  return {
    id: [
      kind,
      ...(entry.root === 'main' ? [] : [`${entry.root}:`]),
      entry.kind,
      id,
      ...(part === undefined ? [] : [part]),
    ].join(' '),
    kind,
    nature,
    due,
    daysLate: daysBetween(due, workspace.asOf),
    what,
    who: who ?? ownerOf(entry),
    record: {kind: entry.kind, id},
    location: entry.locate(path),
    confidentiality: classOfEntry(workspace, entry, path[0]),
    test,
    threshold,
  }
}

/** Class of a record or of one of its fields, not below that of its root. */
export function classOfEntry(
  {roots}: Workspace,
  {kind, root}: Entry,
  field?: string | number,
): Obligation['confidentiality'] {
  const own = roots.find(({name}) => name === root)?.class ?? 'network'
  return mostRestricted([own, classOfKind(kind, field)])
}

/** Who a record names as the one whose business it is. */
function ownerOf({kind, value}: Entry): Obligation['who'] {
  if (kind === 'Protocol' || kind === 'FindingException') return personOf(value.owner)
  if (kind === 'Attestation') return {role: value.role, person: value.attestedBy}
  if (kind === 'Exhibit') return {role: value.custodian, person: null}
  if (kind === 'Hold') return personOf(value.instructedBy)
  return kind === 'Person' ? personOf(value.id) : null
}

function personOf(person: string | undefined): Obligation['who'] {
  return person === undefined ? null : {role: null, person}
}

/** A number of a test, as it is told beside a day. */
export function thresholdOf(
  context: RuleContext,
  id: string,
  unit: 'days' | 'months' | 'count',
): NonNullable<Obligation['threshold']> {
  return {id, value: context.threshold(id), unit}
}

const [earliest, latest] = ['0100-01-01', '9999-12-31']

/** `addDays` within the dates that can be written: a record may hold any. */
export function daysAfter(date: string, days: number): string {
  const day = addDays(date, days)
  return isDate(day) ? day : days < 0 ? earliest : latest
}

/**
 * The last day on which something dated `date` is still within so many months, as tests count:
 * looked at from that day, `date` is not before (or, where `strict`, after) the day `months` before.
 *
 * Not `addMonths(date, months)`: of 31 January, 12 months back from 28 February and the days of a
 * short month do not come out even.
 */
export function lastDayWithin(
  date: string,
  months: number,
  {strict = false}: {readonly strict?: boolean} = {},
): string {
  const within = (day: string) => {
    const since = addMonths(day, -months)
    return strict ? date > since : date >= since
  }
  // A record may hold any date; days after the last one that can be written are that one.
  if (!isDate(addMonths(date, months + 1))) return latest
  let day = addMonths(date, months)
  while (within(addDays(day, 1))) day = addDays(day, 1)
  while (!within(day)) day = addDays(day, -1)
  return day
}
