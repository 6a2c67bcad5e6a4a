import type {Finding, RuleContext} from '../../model/rule.ts'
import type {Table} from '../../model/table.ts'
import type {Entry} from '../../model/workspace.ts'

/** Counts of one member, measure and period. */
export interface MemberCount {
  readonly member: string
  readonly measure: string
  readonly from: string
  readonly to: string
  readonly group?: string
  readonly numerator: number
  readonly denominator: number
  readonly entry: Entry<'EvidenceTable'>
}

type ReadTable = Extract<Table, {status: 'read'}>

/** A member's pseudonym: neither a practice's id nor the network as a whole. */
const pseudonym = /^[A-Za-z]-?\d{3,6}$/

/**
 * Counts of members in the tables of the line, up to the as-of date: tables of grain `counts` but
 * those that only scorecards of other lines name. Rows of one member, measure and period in one
 * table are added up; the same row in two tables counts once, and two that differ are a gap.
 */
export function memberCounts(context: RuleContext): {
  readonly counts: readonly MemberCount[]
  readonly tables: readonly Entry<'EvidenceTable'>[]
  readonly gaps: Finding[]
} {
  const gaps: Finding[] = []
  const tables: Entry<'EvidenceTable'>[] = []
  const known = new Map<string, MemberCount>()
  for (const entry of tablesOf(context)) {
    const table = context.workspace.table(entry.value.id)
    if (table.status !== 'read') {
      gaps.push(
        context.finding(
          'warning',
          entry,
          ['file'],
          `Unexpected table that was not read (${table.reason.replace(/\.$/, '')}), expected counts`,
          'Bring the table back as registered',
        ),
      )
      continue
    }
    tables.push(entry)
    for (const [key, total] of totalsOf(table)) {
      if (total.to > context.asOf) continue
      const count = {...total, entry}
      const before = known.get(key)
      if (before === undefined) known.set(key, count)
      else if (before.numerator !== count.numerator || before.denominator !== count.denominator)
        gaps.push(
          context.finding(
            'warning',
            entry,
            [],
            `Unexpected counts of \`${count.measure}\` to \`${count.to}\` that differ from those in ${before.entry.value.id}, expected the same`,
            'Register one table for each measure and period',
          ),
        )
    }
  }
  return {counts: [...known.values()], tables, gaps: once(gaps)}
}

type Total = Omit<MemberCount, 'entry'>

/** Several tests of each line look at the same table. */
const totals = new WeakMap<ReadTable, ReadonlyMap<string, Total>>()

/** Rows of one member, measure, period and group added up, by these. */
function totalsOf(table: ReadTable): ReadonlyMap<string, Total> {
  const known = totals.get(table)
  if (known !== undefined) return known
  const own = new Map<string, Total>()
  for (const row of table.counts) {
    const {unit, measure, periodStart, periodEnd, group} = row
    if (!pseudonym.test(unit)) continue
    const key = [unit, measure, periodStart, periodEnd, group ?? '', group === undefined].join('\0')
    const before = own.get(key)
    own.set(key, {
      member: unit,
      measure,
      from: periodStart,
      to: periodEnd,
      ...(group === undefined ? {} : {group}),
      numerator: row.numerator + (before?.numerator ?? 0),
      denominator: row.denominator + (before?.denominator ?? 0),
    })
  }
  totals.set(table, own)
  return own
}

function tablesOf({workspace, ofLine}: RuleContext): Entry<'EvidenceTable'>[] {
  const all = workspace.all('Scorecard').flatMap(({value}) => value.table ?? [])
  const own = ofLine('Scorecard').flatMap(({value}) => value.table ?? [])
  return workspace
    .all('EvidenceTable')
    .filter(
      ({value}) => value.grain === 'counts' && (own.includes(value.id) || !all.includes(value.id)),
    )
}

function once(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>()
  return findings.filter(({message, subject}) => {
    const key = `${subject.id} ${message}`
    return seen.size < seen.add(key).size
  })
}
