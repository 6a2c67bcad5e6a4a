import {addDays, addMonths, isDate} from '../model/date.ts'
import {CannotRun} from '../model/diagnostic.ts'
import type {Due} from '../model/obligation.ts'
import type {Workspace} from '../model/workspace.ts'

/** Longest span that is looked at: a number with more digits is a slip. */
const longest = {d: 36_600, w: 5_200, m: 1_200, y: 100} as const

/**
 * The last day of a span: `90d`, `12w`, `6m`, `1y`, or a date.
 *
 * @throws {CannotRun} When it is none of these, or lies before the as-of date.
 */
export function dueUntil(span: string, asOf: string): string {
  const [, digits = '', unit = ''] = /^(\d{1,5})([dwmy])$/.exec(span) ?? []
  const count = Number(digits)
  if (unit !== '' && count <= longest[unit as keyof typeof longest]) {
    const until =
      unit === 'd' || unit === 'w'
        ? addDays(asOf, unit === 'd' ? count : 7 * count)
        : addMonths(asOf, unit === 'm' ? count : 12 * count)
    if (isDate(until)) return until
  }
  if (isDate(span) && span >= asOf) return span
  throw new CannotRun(
    `Unexpected --due \`${span.replaceAll(/[\p{Cc}\p{Cf}`]/gu, '\uFFFD').slice(0, 40)}\`, expected a span or a date not before ${asOf}`,
    'Write days, weeks, months or years, such as `90d`, `12w`, `6m`, `1y`, or a date such as 2026-12-31',
  )
}

/** What falls due up to a day, told with the numbers of the tests. */
export async function dueOf(workspace: Workspace, until: string): Promise<Due> {
  const [{whatIsDue}, {rules}, {contextOf}, {inapplicable}] = await Promise.all([
    import('../due/due.ts'),
    import('../rules/index.ts'),
    import('../assess/context.ts'),
    import('../assess/judge.ts'),
  ])
  const [network] = workspace.all('Network')
  return whatIsDue(
    {
      workspace,
      lines: (network?.value.productLines ?? []).map((_, index) => index),
      contextOf: (test, lineIndex) => {
        const rule = rules.find(({id}) => id === test)
        if (rule === undefined || network === undefined)
          throw new RangeError(`Unexpected test ${test}, expected one of the rule set`)
        const silent = inapplicable(workspace, network, lineIndex, rule, rules)
        return silent === undefined ? contextOf(workspace, network, lineIndex, rule) : undefined
      },
    },
    until,
  )
}
