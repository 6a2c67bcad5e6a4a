import {createHash} from 'node:crypto'
import {readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {compareText} from '../model/location.ts'

/** Steps of northgate that hold a table of counts made after the members of autumn 2025 joined. */
export const grownTables = [
  {step: '032', name: 'counts-2025q4'},
  {step: '037', name: 'counts-2026q1'},
] as const

/** The last pseudonym of those who were members before; theirs are counts of their own. */
const lastBefore = 61

const history = fileURLToPath(new URL('../../examples/northgate/history/', import.meta.url))
export const rosterFile = join(history, '027-roster/imports/roster-2025-09.csv')

interface Row {
  readonly unit: string
  readonly measure: string
  readonly numerator: number
  readonly denominator: number
  readonly group: string
}

/** Specialties that nobody practised before, and whose peers and measures they get. */
const like: Readonly<Record<string, {as: string; measures?: readonly string[]}>> = {
  nephrology: {
    as: 'internal-medicine',
    measures: [
      'diabetes-a1c-poor-control',
      'blood-pressure-control',
      'statin-therapy',
      'generic-prescribing',
      'referral-loop-closed',
      'patient-experience',
    ],
  },
  urology: {as: 'general-surgery'},
}

/** Standard errors by which newcomers differ from their peers, in turn: nobody stands out. */
const spread = [-0.8, 0.3, 0.7, -0.2, 0, 0.5, -0.5] as const

/** The specialty of each clinician in the spreadsheet, in its order. */
export function specialtiesIn(roster: string): string[] {
  const [head = '', ...lines] = roster.trim().split('\n')
  const at = head.split(',').indexOf('Specialty')
  return lines
    .map((line) => (line.split(',')[at] ?? '').toLowerCase().replaceAll(/[^a-z]+/g, '-'))
    .filter((specialty) => specialty !== '')
}

/**
 * A quarter's table of counts with a row for each measure of each clinician of the roster. Rows of
 * members who were there before stay as they are; those of the others follow from the rates of these
 * peers by a fixed pattern, in which there is no luck; totals are summed anew. What it made it makes
 * again: the same table and roster give the same table.
 */
export function grownTable(table: string, roster: string): string {
  const [head = '', ...lines] = table.trim().split('\n')
  const [, , from, to] = (lines[0] ?? '').split(',')
  const rows = lines.map(rowOf)
  const before = rows.filter(({unit}) => unit !== 'network' && Number(unit.slice(2)) <= lastBefore)
  const newcomers = newcomersOf(specialtiesIn(roster), before)
  const units = newcomers
    .map((specialty, index) => ({specialty, index, unit: pseudonym(index, newcomers.length)}))
    .sort((a, b) => compareText(a.unit, b.unit))
  const members = [
    ...before,
    ...units.flatMap(({specialty, index, unit}) => countsOf(unit, specialty, index, before)),
  ]
  const totals = rows.filter(({unit}) => unit === 'network').map((it) => totalOf(it, members))
  const text = [...members, ...totals].map(({unit, measure, numerator, denominator, group}) =>
    [unit, measure, from, to, numerator, denominator, group].join(','),
  )
  return `${[head, ...text].join('\n')}\n`
}

function rowOf(line: string): Row {
  const [unit = '', measure = '', , , numerator, denominator, group = ''] = line.split(',')
  return {unit, measure, numerator: Number(numerator), denominator: Number(denominator), group}
}

/** Those of the roster who are not among the members before, by specialty. */
function newcomersOf(specialties: readonly string[], before: readonly Row[]): string[] {
  const known = new Map(before.map(({unit, group}) => [unit, group]))
  const left = new Map<string, number>()
  for (const group of known.values()) left.set(group, (left.get(group) ?? 0) + 1)
  return specialties.filter((specialty) => {
    const of = left.get(specialty) ?? 0
    left.set(specialty, of - 1)
    return of <= 0
  })
}

/** Not in the order of the roster: a table must not tell whose a pseudonym is. */
function pseudonym(index: number, of: number): string {
  return `M-${String(lastBefore + 1 + ((index * 77) % of)).padStart(4, '0')}`
}

function countsOf(unit: string, group: string, index: number, before: readonly Row[]): Row[] {
  const {as, measures} = like[group] ?? {as: group}
  const peers = before.filter((it) => it.group === as)
  const own = measures ?? [...new Set(peers.map(({measure}) => measure))]
  return own.map((measure, nth) => {
    const alike = peers.filter((it) => it.measure === measure)
    const sum = (of: 'numerator' | 'denominator') => alike.reduce((all, it) => all + it[of], 0)
    const rate = sum('numerator') / sum('denominator')
    const model = alike[(index + nth) % alike.length]?.denominator ?? 0
    const denominator = model + ((index * 3 + nth) % 5)
    const error = Math.sqrt(denominator * rate * (1 - rate))
    const off = spread[(index + 2 * nth) % spread.length] ?? 0
    const numerator = Math.round(denominator * rate + off * error)
    return {
      unit,
      measure,
      numerator: Math.min(Math.max(numerator, 0), denominator),
      denominator,
      group,
    }
  })
}

/** The sum of the members; where no member is counted, such as on readmission, what was there. */
function totalOf(total: Row, members: readonly Row[]): Row {
  const own = members.filter(({measure}) => measure === total.measure)
  if (own.length === 0) return total
  return {
    ...total,
    numerator: own.reduce((sum, it) => sum + it.numerator, 0),
    denominator: own.reduce((sum, it) => sum + it.denominator, 0),
  }
}

export function tableFile({step, name}: (typeof grownTables)[number]): string {
  return join(history, step, 'tables', `${name}.csv`)
}

async function write(): Promise<void> {
  const roster = await readFile(rosterFile, 'utf8')
  for (const table of grownTables) {
    const text = grownTable(await readFile(tableFile(table), 'utf8'), roster)
    await writeFile(tableFile(table), text)
    const record = join(history, table.step, 'records/tables', `${table.name}.yaml`)
    const hash = createHash('sha256').update(text).digest('hex')
    const before = await readFile(record, 'utf8')
    await writeFile(record, before.replace(/^sha256: .*$/m, `sha256: '${hash}'`))
    console.log(`${table.name} ${text.split('\n').length - 2} rows ${hash}`)
  }
}

if (process.argv[1]?.endsWith('northgate-counts.ts')) await write()
