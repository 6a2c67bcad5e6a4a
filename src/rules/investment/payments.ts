import type {Finding, RuleContext, Strength} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'

/** One payment of incentive money, and where it is written. */
export interface Paid {
  readonly entry: Entry<'Distribution'>
  readonly path: readonly (string | number)[]
  readonly member: string
  readonly amount: number
  readonly belowFloor?: boolean
}

export interface Payments {
  readonly payments: readonly Paid[]
  /** Hours of each member in the period of the distribution; undefined where no table holds them. */
  readonly hours: ReadonlyMap<string, number> | undefined
  /** Of what is computed from both. */
  readonly strength: Strength
  /** Tables that could not be read. */
  readonly unread: readonly Finding[]
}

/** Payments of a distribution, from the record or its table, beside the hours of its period. */
export function paymentsOf(context: RuleContext, entry: Entry<'Distribution'>): Payments {
  const {workspace, finding} = context
  const {payments = [], table: id} = entry.value
  const listed = payments.map(({member, amount, belowFloor}, index): Paid => ({
    entry,
    path: ['payments', index],
    member,
    amount: Number(amount),
    ...(belowFloor === undefined ? {} : {belowFloor}),
  }))
  const hours = hoursOf(context, entry)
  if (id === undefined)
    return {
      payments: listed,
      hours,
      strength: 'declared',
      unread:
        payments.length > 0
          ? []
          : [
              finding(
                'note',
                entry,
                [],
                'Unexpected distribution without payments, expected `payments` or a `table`',
                'List the payments by pseudonym',
              ),
            ],
    }
  const table = workspace.table(id)
  const rows =
    table.status !== 'read'
      ? []
      : table.rows.flatMap(({cells: {unit, numerator}}): Paid[] =>
          unit === undefined || numerator === undefined || Number.isNaN(Number(numerator))
            ? []
            : [{entry, path: ['table'], member: unit, amount: Number(numerator)}],
        )
  const whole = table.status === 'read' && rows.length === table.rows.length && rows.length > 0
  return {
    payments: [...listed, ...rows],
    hours,
    strength: 'measured',
    unread: whole
      ? []
      : [
          finding(
            'warning',
            entry,
            ['table'],
            `Unexpected table \`${id}\` without payments that can be read, expected the member and the amount in each row`,
            'Give the columns the roles `unit` and `numerator`, and bring the table back as registered',
          ),
        ],
  }
}

function hoursOf(
  {workspace}: RuleContext,
  {value: {from, to}}: Entry<'Distribution'>,
): ReadonlyMap<string, number> | undefined {
  const tables = new Set(workspace.all('Investment').flatMap(({value}) => value.hoursTable ?? []))
  const rows = [...tables].flatMap((id) => {
    const table = workspace.table(id)
    return table.status !== 'read'
      ? []
      : table.counts.filter(
          ({measure, periodStart, periodEnd}) =>
            measure === 'hours' && periodStart >= from && periodEnd <= to,
        )
  })
  if (rows.length === 0) return undefined
  const hours = new Map<string, number>()
  for (const {unit, numerator} of rows) hours.set(unit, (hours.get(unit) ?? 0) + numerator)
  return hours
}
