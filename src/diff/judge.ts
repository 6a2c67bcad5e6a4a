import type {ChangeClass, ChangeRule, ChangeWord} from '../model/change.ts'

/** Undefined: nothing is there. */
export interface Values {
  readonly before: unknown
  readonly after: unknown
}

/**
 * The class of a change by the rule of its field. A field without a rule, or with a value that its
 * rule does not know, is unclassified: never administrative.
 */
export function judge(
  rule: Exclude<ChangeRule, {by: unknown}> | undefined,
  it: Values,
): ChangeClass {
  if (rule === undefined) return 'unclassified'
  if (typeof rule === 'object') return byOrder(rule.order, it)
  return Object.hasOwn(byWord, rule) ? byWord[rule](it) : 'unclassified'
}

const byWord: Readonly<Record<ChangeWord, (it: Values) => ChangeClass>> = {
  administrative: () => 'administrative',
  clarification: () => 'clarified',
  substantive: () => 'unclassified',
  fact: (it) => (isAdded(it) ? 'recorded' : 'unclassified'),
  adverse: (it) => (isAdded(it) ? 'weakened' : 'unclassified'),
  adds: (it) => (isAdded(it) ? 'strengthened' : isRemoved(it) ? 'weakened' : 'unclassified'),
  removes: (it) => (isAdded(it) ? 'weakened' : isRemoved(it) ? 'strengthened' : 'unclassified'),
  higher: (it) => ranked(it, 1, 'strengthened'),
  lower: (it) => ranked(it, -1, 'strengthened'),
  later: (it) => ranked(it, 1, 'strengthened'),
  earlier: (it) => ranked(it, -1, 'strengthened'),
  ends: (it) => ranked(it, 1, 'weakened'),
  whenTrue: ({before, after}) =>
    after === true
      ? 'strengthened'
      : before === true
        ? 'weakened'
        : before === false
          ? 'unclassified'
          : 'clarified',
  whenFalse: ({before, after}) =>
    after === true
      ? 'weakened'
      : before === true
        ? after === false
          ? 'strengthened'
          : 'unclassified'
        : after === false
          ? 'strengthened'
          : 'weakened',
}

export function isAdded({before}: Values): boolean {
  return before === undefined
}

export function isRemoved({after}: Values): boolean {
  return after === undefined
}

/** What is the opposite of strength and of weakness; the others are their own. */
function opposite(of: ChangeClass): ChangeClass {
  return of === 'strengthened' ? 'weakened' : of === 'weakened' ? 'strengthened' : of
}

/**
 * Numbers, or dates as text: both are in the order of `<`.
 *
 * @param sign - 1 where more is stronger, -1 where less is.
 * @param added - What a value is where there was none.
 */
export function ranked(
  {before, after}: Values,
  sign: 1 | -1,
  added: 'strengthened' | 'weakened',
): ChangeClass {
  if (before === undefined) return added
  if (after === undefined) return opposite(added)
  const up = isMore(after, before)
  if (up === undefined) return 'unclassified'
  return up === (sign === 1) ? 'strengthened' : 'weakened'
}

function isMore(a: unknown, b: unknown): boolean | undefined {
  if (typeof a === 'number' && typeof b === 'number') return a > b
  if (typeof a === 'string' && typeof b === 'string') return a > b
  return undefined
}

function byOrder(order: readonly string[], {before, after}: Values): ChangeClass {
  const [from, to] = [before, after].map((it) => order.indexOf(it as string))
  if (from === undefined || to === undefined || from < 0 || to < 0) return 'unclassified'
  return to > from ? 'strengthened' : 'weakened'
}
