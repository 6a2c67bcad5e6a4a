import type {Plan} from '../import/plan.ts'
import type {Target} from '../import/targets.ts'
import type {Remark} from '../model/imported.ts'
import type {Standing} from './import.ts'

/** What is to be said of the records that a plan would write. */
export async function planRemarks(
  plan: Plan,
  target: Target,
  standing: readonly Standing[],
): Promise<readonly Remark[]> {
  return [...(await likeNames(plan, standing)), ...offPanel(target, plan)]
}

/** A practice spelled in two ways would count as two. */
async function likeNames(
  {records}: Plan,
  standing: readonly Standing[],
): Promise<readonly Remark[]> {
  const {alikeNames} = await import('../import/alike.ts')
  const namesOf = (values: readonly Readonly<Record<string, unknown>>[]) =>
    values.flatMap(({name}) => (typeof name === 'string' ? [name] : []))
  const made = namesOf(records.flatMap(({isNew, value}) => (isNew ? [value] : [])))
  const pairs = alikeNames(made, namesOf(standing.map(({value}) => value)))
  if (pairs.length === 0) return []
  return [
    {
      said: `New names that are like another: ${pairs.length}. If two are one, write them alike, or each counts by itself`,
      names: pairs.map((it) => it.map((name) => `"${name}"`).join(' and ')),
    },
  ]
}

/** Who is on the panel of no line counts in no test of a line. */
function offPanel({name}: Target, {records}: Plan): readonly Remark[] {
  if (name !== 'roster') return []
  const without = records.filter(
    ({isNew, value}) =>
      isNew && (value['productLines'] === undefined || value['joined'] === undefined),
  )
  if (without.length === 0) return []
  return [
    `New participants without \`productLines\` or \`joined\`: ${without.length}. On whose panel they are, and since when, is then not known; what is so for all rows is said with --set productLines=LINE and --set joined=DATE`,
  ]
}
