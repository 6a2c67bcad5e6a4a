import type {Diagnostic} from '../model/diagnostic.ts'
import {nearestWord} from '../model/distance.ts'
import type {ValuePath} from '../model/location.ts'
import type {Entry, Kind, Workspace} from '../model/workspace.ts'
import {conditionOf, type Condition} from './house-expression.ts'

type HouseRule = Entry<'HouseRule'>

/** Kinds of record with their keys, as the schemas have them. */
export type KeysByKind = ReadonlyMap<string, readonly string[]>

/** How one rule of the network's own came out. */
export interface HouseResult {
  readonly id: string
  /** Why it cannot be relied on; empty where its examples come out as it says. */
  readonly faults: readonly Diagnostic[]
  /** Records that break it, and records of which it cannot be told. */
  readonly findings: readonly Diagnostic[]
  readonly examples: {readonly passing: number; readonly failing: number}
  /** Records it looked at. */
  readonly records: number
}

/** Steps that all rules of a repository may take together: well under a second. */
const budget = 100_000_000

/**
 * Runs the network's own rules: first what can be told of the condition without a record, then its
 * examples, then the records of its kind. A rule that is broken is an error, never a pass, and
 * looks at no record.
 */
export function judgeHouseRules(
  workspace: Workspace,
  keysByKind: KeysByKind,
): readonly HouseResult[] {
  const left = {steps: budget}
  return workspace.all('HouseRule').map((rule) => {
    const {value} = rule
    const {passing, failing, select, id} = value
    const condition = checked(rule, keysByKind)
    const faults = Array.isArray(condition) ? condition : exampleFaults(rule, condition, left)
    const result = {
      id,
      faults,
      findings: [],
      examples: {passing: passing.length, failing: failing.length},
      records: 0,
    }
    if (Array.isArray(condition) || faults.length > 0) return result
    // What a rule of an overlay says stands in no output about another root.
    const entries = workspace
      .all(select as Kind)
      .filter(({root}) => rule.root === 'main' || root === rule.root)
    const findings = entries.flatMap((entry) => findingOf(rule, condition, entry, left))
    return {...result, findings, records: entries.length}
  })
}

/** The condition, or what is wrong with it. */
function checked(rule: HouseRule, keysByKind: KeysByKind): Condition | Diagnostic[] {
  const {select, condition: text} = rule.value
  const keys = keysByKind.get(select)
  if (keys === undefined) {
    const meant = nearestWord(select, [...keysByKind.keys()])
    return [
      broken(rule, ['select'], 'kind', `kind \`${select}\``, 'a kind of record', {
        help: meant === undefined ? '`cinch schema` lists them' : `Did you mean \`${meant}\`?`,
      }),
    ]
  }
  try {
    const condition = conditionOf(text)
    return condition.keys.every((it) => keys.includes(it))
      ? condition
      : condition.keys
          .filter((it) => !keys.includes(it))
          .map((key) => {
            const meant = nearestWord(key, keys)
            const there = `key \`${key}\` of \`record\``
            return broken(rule, ['condition'], 'key', there, `one that a ${select} has`, {
              help:
                meant === undefined
                  ? `See \`cinch schema ${select}\``
                  : `Did you mean \`${meant}\`?`,
            })
          })
  } catch (error) {
    return [
      broken(rule, ['condition'], 'condition', `condition: ${reasonOf(error)}`, 'one in CEL', {
        help: 'Write a condition on `record` that is true or false, such as `size(record.measures) > 0`',
      }),
    ]
  }
}

/** Examples that do not come out as the rule says; both sides must be there. */
function exampleFaults(rule: HouseRule, condition: Condition, left: {steps: number}): Diagnostic[] {
  return (['passing', 'failing'] as const).flatMap((side) => {
    const examples = rule.value[side]
    if (examples.length === 0)
      return [
        broken(rule, [side], 'no-example', `\`${side}\` without an example`, 'at least one', {
          help: `Add a record under \`${side}\``,
        }),
      ]
    return examples.flatMap((example, index) => {
      const held = holds(condition, example, left)
      if (held === (side === 'passing')) return []
      const said =
        typeof held === 'boolean' ? `is ${String(held)}` : `cannot be told: ${held.reason}`
      const there = `${side} example of which the condition ${said}`
      const expected = `one of which it is ${String(side === 'passing')}`
      return [
        broken(rule, [side, index], 'example', there, expected, {
          help: 'Correct the example or the condition; run `cinch rules test`',
        }),
      ]
    })
  })
}

function findingOf(
  rule: HouseRule,
  condition: Condition,
  entry: Entry,
  left: {steps: number},
): Diagnostic[] {
  const {id, title, severity, message, fix, authority} = rule.value
  const held = holds(condition, entry.value, left)
  if (held === true) return []
  if (held === false)
    return [
      {
        code: `house/${id}`,
        severity,
        message,
        location: entry.locate(),
        why: authority === undefined ? title : `${title} (${authority})`,
        help: fix,
        related: [{message: 'the rule', location: rule.locate()}],
      },
    ]
  const there = `condition that cannot be told: ${held.reason}`
  return [
    {
      ...broken(rule, ['condition'], held.code, there, 'one that is true or false of each record', {
        help: 'Ask with `has(record.key)` before a key that a record may leave out',
      }),
      related: [{message: 'of this record', location: entry.locate()}],
    },
  ]
}

type Untold = {readonly code: 'evaluation' | 'too-costly'; readonly reason: string}

function holds(condition: Condition, record: object, left: {steps: number}): boolean | Untold {
  const cost = condition.costOn(record)
  if (cost > left.steps)
    return {code: 'too-costly', reason: 'it could take too long on a record of this size'}
  left.steps -= cost
  try {
    return condition.holds(record)
  } catch (error) {
    return {code: 'evaluation', reason: reasonOf(error)}
  }
}

/** First line of what the library says: the rest shows the condition again. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return (text.split('\n')[0] ?? '').slice(0, 200)
}

function broken(
  rule: HouseRule,
  path: ValuePath,
  code: 'kind' | 'key' | 'condition' | 'no-example' | 'example' | Untold['code'],
  there: string,
  expected: string,
  {help}: {readonly help: string},
): Diagnostic {
  return {
    code: `house-rule/${code}`,
    severity: 'error',
    message: `Unexpected ${there}, expected ${expected}`,
    location: rule.locate(path),
    why: 'A rule that is broken finds nothing, and nothing found would look like a pass',
    help,
  }
}
