import {
  changeClasses,
  lostApprovals,
  weakenedUnapproved,
  type ChangeClass,
  type Comparison,
  type RecordChange,
} from '../model/change.ts'
import {classOfKind, isAbove} from '../model/confidentiality.ts'
import {classWords} from '../model/words.ts'
import {
  becauseOf,
  classTitles,
  countsOf,
  outcomeOf,
  readinessOf,
  sideOf,
  standingOf,
} from './diff.ts'
import {discreetLines, discreetNote, foundLine} from './diff-discreet.ts'
import {code, fitting} from './markdown.ts'
import {placeOf, plural} from './text.ts'

/** UTF-16 code units for each part: a comment on GitHub holds 65,536 characters. */
const longestPart = 8_000

/** Classes that a reviewer has to look at: shown open, the others folded. */
const open = new Set<ChangeClass>(['weakened', 'unclassified'])

/**
 * For a comment on a pull request. All text that the program did not write stands in code spans,
 * where no markup, link, mention or HTML is read; what is above the class of the network is counted
 * and not shown, because a comment is read by all who may read the repository's host.
 */
export function diffMarkdown(
  comparison: Comparison,
  {discreet, found}: {readonly discreet: boolean; readonly found: number | null},
): string {
  const head = [
    '<!-- cinch diff -->',
    '### cinch diff',
    '',
    `${code(sideOf(comparison.from))} to ${code(sideOf(comparison.to))}, as of ${comparison.asOf}.`,
    '',
  ]
  const body = discreet
    ? [
        foundLine(comparison, found),
        '',
        ...folded(
          'Places',
          discreetLines(comparison).map((it) => `- ${code(it)}`),
        ),
        discreetNote,
      ]
    : [
        `**${countsOf(comparison)}**`,
        '',
        ...changeClasses.flatMap((of) => classPart(comparison, of)),
        ...approvalPart(comparison),
        ...movedPart(comparison),
        ...folded(
          'What was read',
          comparison.read.map((it) => `- ${code(it)}`),
        ),
      ]
  return `${[...head, ...body].join('\n')}\n`
}

function classPart(comparison: Comparison, of: ChangeClass): string[] {
  const all = comparison.changes.filter((it) => it.class === of)
  const shown = all.filter((it) => !isAbove(it.confidentiality, 'network'))
  const unapproved = new Set(weakenedUnapproved(comparison))
  const rows = [
    ...shown.map((it) => changeRow(it, unapproved.has(it))),
    ...withheld(all.filter((it) => isAbove(it.confidentiality, 'network'))),
  ]
  if (rows.length === 0) return []
  const title = `${classTitles[of]} (${all.length})`
  return open.has(of)
    ? [`#### ${title}`, '', ...fitting(rows, longestPart), '']
    : folded(title, rows)
}

function changeRow({sentence, location}: RecordChange, unapproved: boolean): string {
  const place = location === null ? '' : ` at ${code(placeOf(location))}`
  return `- ${code(sentence)}${place}${unapproved ? ', **not approved**' : ''}`
}

function withheld(changes: readonly RecordChange[]): string[] {
  const counts = new Map<string, number>()
  for (const {confidentiality} of changes) {
    const word = classWords[confidentiality]
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return Array.from(
    counts,
    ([word, count]) => `- ${plural(count, 'change')} of class ${word}, not shown here`,
  )
}

function approvalPart(comparison: Comparison): string[] {
  const rows = lostApprovals(comparison)
    .filter(({kind, root = 'main'}) => root === 'main' && !isAbove(classOfKind(kind), 'network'))
    .map(
      (it) =>
        `- ${code(`${it.kind}/${it.id}`)}: ${it.before ?? 'no record'} to **${standingOf(it)}**`,
    )
  return rows.length === 0
    ? []
    : [
        `#### Approvals that do not hold now (${rows.length})`,
        '',
        ...fitting(rows, longestPart),
        '',
      ]
}

function movedPart({changes, results, readiness, asOf}: Comparison): string[] {
  const nameable = nameableIn(changes)
  const mayBeNamed = (it: string) => nameable.has(it)
  const rows = [
    ...readiness.map(
      ({line, before, after}) =>
        `- ${code(line)}: readiness ${readinessOf(before)} to **${readinessOf(after)}**`,
    ),
    ...(results ?? []).map(
      ({line, rule, before, after, because}) =>
        `- ${line === null ? '' : `${code(line)}: `}${rule}: ${outcomeOf(before)} to **${outcomeOf(after)}**` +
        (because.every((it) => !mayBeNamed(it))
          ? ''
          : `, rests on ${code(becauseOf(because.filter(mayBeNamed)))}`),
    ),
  ]
  return rows.length === 0 ? [] : folded(`Assessments that moved, judged at ${asOf}`, rows)
}

/** Each `Kind/id` of a root and a kind that everyone in the network may read. */
function nameableIn(changes: readonly RecordChange[]): ReadonlySet<string> {
  return new Set(
    changes
      .filter(
        ({root, kind, confidentiality}) =>
          root === 'main' &&
          !isAbove(classOfKind(kind), 'network') &&
          !isAbove(confidentiality, 'network'),
      )
      .map(({kind, id}) => `${kind}/${id}`),
  )
}

/** Closed until somebody opens it. The title is the program's own words. */
function folded(title: string, rows: readonly string[]): string[] {
  if (rows.length === 0) return []
  return [
    '<details>',
    `<summary>${title}</summary>`,
    '',
    ...fitting(rows, longestPart),
    '',
    '</details>',
    '',
  ]
}
