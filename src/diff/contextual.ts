import type {ChangeClass, ContextualRule} from '../model/change.ts'
import type {ThresholdForm} from '../model/threshold.ts'
import {judge, ranked, type Values} from './judge.ts'
import {textAt, valueOf} from './values.ts'

/** A side as far as a rule of context may look: the value of a record. */
export type Lookup = (kind: string, id: string) => unknown

/** What stands around a change: both records, both mappings that hold the value, and its keys. */
export interface Context {
  readonly records: Values
  readonly owners: Values
  readonly find: {readonly before: Lookup; readonly after: Lookup}
  /** Keys from the record to the value, without the indexes of lists. */
  readonly keys: readonly string[]
  readonly thresholds: readonly ThresholdForm[]
}

type Judge = (it: Values, context: Context) => ChangeClass

/** The rules that `x-change` names by `by`. */
export const contextual: Readonly<Record<ContextualRule, Judge>> = {
  towardsTheBetter: (it, {records}) =>
    towards(it, textAt(records.before, 'direction'), textAt(records.after, 'direction')),
  byMeasure: (it, {owners, find}) => {
    const ids = [textAt(owners.before, 'measure'), textAt(owners.after, 'measure')]
    const known = ids.find((id) => id !== undefined)
    if (ids[0] !== undefined && ids[1] !== undefined && ids[0] !== ids[1]) return 'unclassified'
    const directionIn = (lookup: Lookup) =>
      known === undefined ? undefined : textAt(lookup('Measure', known), 'direction')
    return towards(it, directionIn(find.before), directionIn(find.after))
  },
  lessFromNone: ({before, after}) =>
    after === undefined
      ? before === 0
        ? 'clarified'
        : 'unclassified'
      : before === undefined
        ? after === 0
          ? 'clarified'
          : 'weakened'
        : ranked({before, after}, -1, 'weakened'),
  openUntilKnown: ({before, after}) =>
    after !== undefined && (before === undefined || before === 'open')
      ? 'recorded'
      : 'unclassified',
  shareBound: (_, {owners}) => {
    const [before, after] = [shareOf(owners.before), shareOf(owners.after)]
    if (before === undefined || after === undefined) return 'unclassified'
    return before === after ? 'recorded' : ranked({before, after}, 1, 'strengthened')
  },
  trueUnlessStated: ({before, after}) =>
    after === false ? 'weakened' : before === false ? 'strengthened' : 'clarified',
  exclusivityClause: ({before, after}) =>
    after === undefined
      ? before === 'nonExclusive'
        ? 'weakened'
        : 'unclassified'
      : before === undefined
        ? after === 'nonExclusive'
          ? 'strengthened'
          : 'weakened'
        : judge({order: ['exclusive', 'partlyExclusive', 'nonExclusive']}, {before, after}),
  allUnlessListed: (it, context) => {
    const {before, after} = listsAround(context)
    return before === undefined
      ? 'weakened'
      : after === undefined
        ? 'strengthened'
        : judge('adds', it)
  },
  whereListed: (it, context) => {
    const {before, after} = listsAround(context)
    return before === undefined || after === undefined ? 'unclassified' : judge('adds', it)
  },
  threshold: (it, context) => {
    const known = thresholdOf(context)
    const {from, to} = thresholdValues(it, known)
    if (known === undefined || from === undefined || to === undefined) return 'unclassified'
    if (from === to) return 'clarified'
    return ranked({before: from, after: to}, known.looser === 'lower' ? 1 : -1, 'strengthened')
  },
}

/** The threshold that the keys lead to; undefined where no test knows it. */
export function thresholdOf({keys, thresholds}: Pick<Context, 'keys' | 'thresholds'>) {
  const id = keys[keys.indexOf('thresholds') + 1]
  return thresholds.find((it) => it.id === id)
}

/** The numbers in force on both sides: the default where the network sets none. */
export function thresholdValues(
  {before, after}: Values,
  known: ThresholdForm | undefined,
): {readonly from: number | undefined; readonly to: number | undefined} {
  const numberOf = (value: unknown) => {
    const set = typeof value === 'object' && value !== null ? valueOf(value, 'value') : value
    return typeof set === 'number' ? set : set === undefined ? known?.value : undefined
  }
  return {from: numberOf(before), to: numberOf(after)}
}

/** The whole lists that hold the entry. */
function listsAround({owners, keys}: Context): Values {
  const key = keys.at(-1) ?? ''
  return {before: valueOf(owners.before, key), after: valueOf(owners.after, key)}
}

/** Only where both sides say the same direction can a number be nearer to it. */
function towards(it: Values, before: string | undefined, after: string | undefined): ChangeClass {
  if (before === undefined || before !== after) return 'unclassified'
  return ranked(it, before === 'lower' ? -1 : 1, 'strengthened')
}

function shareOf(mapping: unknown): number | undefined {
  const [bound, of] = [valueOf(mapping, 'bound'), valueOf(mapping, 'of')]
  return typeof bound === 'number' && typeof of === 'number' && of > 0 ? bound / of : undefined
}
