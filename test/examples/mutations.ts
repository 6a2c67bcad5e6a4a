import type {Rule} from '../../src/model/rule.ts'
import type {Change, HistoryChange, Outcomes} from './changes/change.ts'
import {history} from './changes/history.ts'
import {changes} from './changes/index.ts'

/** Every change, of a file and of the history. */
export const mutations: readonly (Change | HistoryChange)[] = [...changes, ...history]

type ByLine = Readonly<Record<string, Outcomes>>

/** Whether the outcome is that of a weakness; a test that does not apply says nothing. */
function isShort(outcome: string | undefined): boolean {
  return outcome !== undefined && outcome !== 'supported' && outcome !== 'notApplicable'
}

/** Whether a test applies to no line of northgate: then any line on which it comes to apply counts. */
function appliesNowhere(id: string, northgate: ByLine): boolean {
  return Object.values(northgate).every((outcomes) => outcomes[id] === 'notApplicable')
}

/**
 * Outcomes of a test after a change, on the lines to which it applied before. The clinical tests
 * come to apply to the other line by one change: that shows the gateway and no other test.
 */
function outcomesAfter(
  {becomes, medicare = {}}: Change | HistoryChange,
  id: string,
  northgate: ByLine,
): readonly string[] {
  return [
    ['commercial-ppo', becomes],
    ['medicare-advantage', medicare],
  ].flatMap(([line, outcomes]) => {
    const [was, is] = [northgate[line as string]?.[id], (outcomes as Outcomes)[id]]
    const counts = was !== 'notApplicable' || appliesNowhere(id, northgate)
    return is !== undefined && counts ? [is] : []
  })
}

interface Shown {
  readonly id: string
  /** What turns it, and to what. */
  readonly turned: readonly string[]
  /** What mends or keeps it. */
  readonly held: readonly string[]
}

function shownOf(id: string, northgate: ByLine): Shown {
  const turned: string[] = []
  const held: string[] = []
  for (const change of mutations) {
    const after = outcomesAfter(change, id, northgate)
    const short = after.find(isShort)
    if (short !== undefined) turned.push(`${change.what}: *${short}*${placeIn(change, id)}`)
    else if (after.includes('supported')) held.push(`${change.what}: *supported*`)
    else if (change.keeps?.includes(id)) held.push(`${change.what}: stays *supported*`)
  }
  return {id, turned, held}
}

/** Where the finding stands, for those whose place is held by the suite. */
function placeIn({found = ''}: Change | HistoryChange, id: string): string {
  return found.startsWith(`${id} `) ? ` at \`${found.slice(id.length + 1)}\`` : ''
}

/** What is not shown both ways, as `change.ts` defines it; empty where all is. */
export function notBothWays(rules: readonly Rule[], northgate: ByLine): string[] {
  return rules.flatMap(({id}) => {
    const {turned, held} = shownOf(id, northgate)
    const planted = Object.values(northgate).some((outcomes) => isShort(outcomes[id]))
    return [
      ...(turned.length > 0 || planted ? [] : [`${id}: no change turns it`]),
      ...(held.length > 0 ? [] : [`${id}: no change mends or keeps it`]),
    ]
  })
}

/** The list that the repository keeps, a row for each test. */
export function mutationTable(rules: readonly Rule[], northgate: ByLine): string {
  const lines = Object.keys(northgate)
  const rows = rules.map(({id, title}) => {
    const {turned, held} = shownOf(id, northgate)
    const outcomes = lines.map((line) => words(northgate[line]?.[id] ?? ''))
    return [id, title, ...outcomes, turned.join('<br>'), held.join('<br>')]
  })
  const heads = ['', 'test', ...lines, 'turned by', 'kept or mended by']
  const table = [heads, heads.map(() => '---'), ...rows]
  return [...intro, ...table.map((it) => `| ${it.join(' | ')} |`), ''].join('\n')
}

const intro = [
  '# What changes of northgate do to the assessment',
  '',
  'Generated from `test/examples/changes/` with `UPDATE_EXAMPLES=1` set when the tests of',
  '`test/examples` run; one of them keeps it fresh. Each change is made to the whole network',
  '`examples/northgate`, which is then judged as of 2026-06-30:',
  `${changes.length} changes of files and ${history.length} of the history. After each, every outcome of both lines that is not`,
  'named is the one that it was before.',
  '',
  'A test is *turned* where it is not supported after a change. It is *kept* where the fact it looks',
  'at was changed and it stays supported: then what it says is not what it said before, or another',
  'change of the same words of the same file turns it. It is *mended* where it was not supported on',
  'northgate, by a weakness that was planted there, or applied to no line.',
  '',
]

/** `notApplicable` as people say it. */
function words(outcome: string): string {
  return outcome === 'notApplicable' ? 'not applicable' : outcome
}
