import type {RowProblem} from '../model/imported.ts'
import type {ReadRow} from './rows.ts'
import type {Mapping} from './mapping.ts'

/** A log of training counted into sessions. */
export interface Counted {
  /** One row a session, with its counts. */
  readonly rows: readonly ReadRow[]
  /** Sentences about the file as a whole. */
  readonly remarks: readonly string[]
}

/** Whether a row is a person at a session, and not a session with its counts. */
export function isLog({columns}: Mapping): boolean {
  return columns.some(({field}) => /^training\.(?:person|firstName|lastName)$/.test(field ?? ''))
}

/** In a log a column `attended` says yes or no of a person: it holds no count. */
export function asLog(mapping: Mapping): Mapping {
  const has = mapping.columns.some(({field}) => field === 'training.attended')
  const columns = mapping.columns.map((it) => {
    if (it.by !== 'words') return it
    if (it.field === 'training.trained' && !has) return {...it, field: 'training.attended'}
    return it
  })
  return {...mapping, columns}
}

/**
 * Sessions of a log, counted by person: who came, of how many. Names stay in the log. Counts need
 * every row: a session of which one cannot be read is left out, and so is every session where it is
 * not known whose the row is.
 */
export function countedByPerson(rows: readonly ReadRow[]): Counted {
  const whole = rows.filter(({problems}) => problems.length === 0).map(named)
  const broken = [...rows.filter(({problems}) => problems.length > 0), ...whole].filter(
    ({problems}) => problems.length > 0,
  )
  const isOpen = broken.some(({values}) => !values.has('training.date'))
  const lost = new Set(broken.map(sessionOf))
  const sessions = new Map<string, ReadRow[]>()
  for (const it of whole.filter(({problems}) => problems.length === 0)) {
    const key = sessionOf(it)
    sessions.set(key, [...(sessions.get(key) ?? []), it])
  }
  let [twice, listed] = [0, 0]
  const counted = [...sessions].map(([key, of]) => {
    if (isOpen || lost.has(key)) return refused(of, isOpen)
    const session = countOf(of)
    twice += session.twice
    listed += session.listed ? 1 : 0
    return session.row
  })
  return {
    rows: [...broken, ...counted].map(withoutCounts),
    remarks: [
      `A row is a person at a session: ${whole.length} rows counted into sessions: ${counted.length}. Names are not kept here; keep the log itself as an exhibit, and name it in \`evidence\` of the training`,
      ...(twice > 0 ? [`People named twice for one session, counted once: ${twice}`] : []),
      ...(listed > 0
        ? [
            'Those to be trained were counted from the log, because it also lists who did not come; --set training.of=NUMBER says otherwise',
          ]
        : []),
    ],
  }
}

/** Of a row that is left out nothing more is to be said of counts that it does not have. */
function withoutCounts(row: ReadRow): ReadRow {
  if (row.problems.length === 0) return row
  const counts = ['training.date', 'training.trained', 'training.of']
  return {...row, failed: new Set([...row.failed, ...counts])}
}

function named(row: ReadRow): ReadRow {
  const lacks = (field: string, reason: string): RowProblem[] =>
    row.values.has(field) ? [] : [{field, reason}]
  return {
    ...row,
    problems: [
      ...lacks('training.person', 'a row that names nobody'),
      ...lacks('training.date', 'a row without the date of its session'),
    ],
  }
}

function sessionOf({values}: ReadRow): string {
  return JSON.stringify(['id', 'title', 'training.date'].map((it) => values.get(it) ?? null))
}

function refused(of: readonly ReadRow[], isOpen: boolean): ReadRow {
  const [first] = of
  const reason = isOpen
    ? 'a session whose rows may not all be there: a row of the log has no date that can be read'
    : 'a session of which a row cannot be read: its counts would be wrong'
  const problems = [{reason, help: 'Correct the rows that are told, and import the log again'}]
  return {...(first ?? nobody), problems, of: of.length}
}

const nobody: ReadRow = {
  sheet: 0,
  row: 0,
  values: new Map(),
  derived: new Map(),
  problems: [],
  failed: new Set(),
}

interface Session {
  readonly row: ReadRow
  readonly twice: number
  /** Whether those to be trained were counted from the log. */
  readonly listed: boolean
}

function countOf(of: readonly ReadRow[]): Session {
  const [first = nobody] = of
  const people = new Set<string>()
  const came = new Set<string>()
  const expected = new Set<unknown>()
  for (const {values} of of) {
    const person = String(values.get('training.person')).toLowerCase().replaceAll(/\s+/g, ' ')
    people.add(person)
    if (values.get('training.attended') !== false) came.add(person)
    if (values.has('training.of')) expected.add(values.get('training.of'))
  }
  const listed = expected.size === 0 && people.size > came.size
  const [said = listed ? people.size : undefined] = expected
  const values = new Map(first.values)
  values.delete('training.person')
  values.delete('training.attended')
  values.set('training.trained', came.size)
  if (said !== undefined) values.set('training.of', said)
  const problems: RowProblem[] = []
  if (said === undefined)
    problems.push({
      field: 'training.of',
      reason: 'a session of which the log says who came, and not how many were to come',
      help: 'Give the number for all sessions: --set training.of=NUMBER; or list who did not come, with no in a column `attended`',
    })
  if (expected.size > 1)
    problems.push({
      field: 'training.of',
      reason: 'a session whose rows say several numbers of those to be trained',
      help: 'Make the rows of one session say the same',
    })
  else if (typeof said === 'number' && said < came.size)
    problems.push({
      field: 'training.of',
      reason: 'more people trained than were to be trained',
      help: 'Correct --set training.of, or leave out of the log who need not be trained',
    })
  return {
    row: {...first, values, problems, of: of.length},
    twice: of.length - people.size,
    listed,
  }
}
