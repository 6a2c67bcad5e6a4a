import {changeClasses} from '../model/change.ts'
import type {LeftOut, Workpaper} from '../model/workpaper.ts'
import {classWords, outcomeWords, standingWords} from '../model/words.ts'
import {classTitles} from './diff.ts'
import {countsOf, thresholdWords, whoOf} from './due.ts'
import {code} from './markdown.ts'
import {placeOf, plural} from './text.ts'

/** Rows of one table; a workpaper is read by people, and `cinch` lists the rest. */
const mostRows = 500

/** The workpaper as Markdown. All text that the program did not write stands in code spans. */
export function workpaperMarkdown(paper: Workpaper): string {
  const {period, asOf, commit, tool, rulesVersion, network, read} = paper
  return `${[
    `# Workpaper ${period.name}`,
    '',
    `What was looked at for ${period.from} to ${period.to}, and what was found. Judged as of ${asOf}.`,
    '',
    `- Network: ${code(network)}`,
    `- Commit read: \`${commit}\``,
    `- Tool: cinch ${tool}, rule set ${rulesVersion}`,
    ...read.map((it) => `- ${code(it)}`),
    ...(period.to > asOf ? ['- The period is not over at the date judged at.'] : []),
    '',
    'This paper is no opinion on the law and no finding about a person. That nothing is listed under',
    'a heading says that nothing was found in what was read, not that there is nothing.',
    '',
    ...section('Examined', examined(paper)),
    ...section(`Commits in the period (${paper.commits.length})`, commits(paper)),
    ...section('Changed in the period', changed(paper)),
    ...section('Tests that are not supported', tests(paper)),
    ...section(`Findings (${paper.findings.length})`, findings(paper)),
    ...section(`Faults in the records (${paper.diagnostics.length})`, faults(paper)),
    ...section('Due', due(paper)),
    ...section('Approvals', approvals(paper)),
    ...section(`Late entries (${paper.late.length})`, late(paper)),
    ...section('Sample of member files', sample(paper)),
    ...section('Counted, and not listed here', leftOut(paper.leftOut)),
    '## Signed off',
    '',
    'Checked by (person id): ____________________  Date: ____________  Exhibit: ____________',
  ].join('\n')}\n`
}

function section(title: string, lines: readonly string[]): string[] {
  const shown = lines.length > mostRows ? lines.slice(0, mostRows) : lines
  const more = lines.length - shown.length
  return [
    `## ${title}`,
    '',
    ...(lines.length === 0 ? ['None found.'] : shown),
    ...(more > 0 ? [`- and ${more} more, which the commands of cinch list`] : []),
    '',
  ]
}

function examined({inventory, exhibits, omitted, lines}: Workpaper): string[] {
  const records = Object.values(inventory.records).reduce((sum, it) => sum + it, 0)
  const states = Object.entries(exhibits).map(([state, count]) => `${count} ${state}`)
  return [
    `- ${plural(records, 'valid record')} of ${plural(inventory.recordDocuments, 'document')} read; left out because of errors: ${omitted}`,
    ...Object.entries(inventory.records).map(([kind, count]) => `  - ${kind}: ${count}`),
    `- Files: ${inventory.tables} of tables, ${inventory.exhibits} of exhibits; registered documents by hash: ${states.join(', ') || 'none'}`,
    `- Scanned for what may not be kept: ${inventory.scanned}; could not be scanned: ${inventory.notScanned.length}; ignored: ${inventory.ignored.length}`,
    `- Tests judged: ${lines.reduce((sum, it) => sum + it.results.length, 0)}, on ${plural(lines.length, 'product line')}`,
  ]
}

function commits({commits: several}: Workpaper): string[] {
  return several.map(
    ({hash, date, signature, records}) =>
      `- ${date} \`${hash.slice(0, 12)}\` signature: ${code(signature)}; records touched: ${records}`,
  )
}

function changed({changes, changedNote}: Workpaper): string[] {
  if (changes === null) return [`Not told. ${code(changedNote ?? '')}`]
  const {from, to, list} = changes
  return [
    `From \`${from.slice(0, 12)}\` to \`${to.slice(0, 12)}\`: ${plural(list.length, 'change')} listed.`,
    '',
    ...changeClasses.flatMap((of) => {
      const own = list.filter((it) => it.class === of)
      if (own.length === 0) return []
      return [
        `**${classTitles[of]} (${own.length})**`,
        '',
        ...own.map(({kind, id, sentence}) => `- ${code(sentence)} (${code(`${kind}/${id}`)})`),
        '',
      ]
    }),
  ]
}

function tests({lines}: Workpaper): string[] {
  return lines.flatMap(({line, results}) => {
    const open = results.filter(
      ({outcome}) => outcome !== 'supported' && outcome !== 'notApplicable',
    )
    return [
      `${code(line.title)}: ${open.length} of ${plural(results.length, 'test')}`,
      '',
      ...open.map(({rule, outcome, weight}) => `- ${rule} (${weight}): ${outcomeWords[outcome]}`),
      '',
    ]
  })
}

function findings(paper: Workpaper): string[] {
  return paper.findings.map(
    (it) =>
      `- ${it.code} ${it.severity}, ${code(placeOf(it.location))}: ${code(it.message)}${it.excepted === undefined ? '' : ` (exception ${code(it.excepted.exception)}, until ${it.excepted.until})`}`,
  )
}

/** By code and place alone: the text of a fault may be the text of a record. */
function faults({diagnostics}: Workpaper): string[] {
  return diagnostics.map(
    ({code: id, severity, location}) => `- ${severity} ${code(id)} at ${code(placeOf(location))}`,
  )
}

function due({due: all}: Workpaper): string[] {
  return [
    countsOf(all),
    '',
    ...all.obligations.map((it) =>
      [
        `- ${it.due}${it.daysLate > 0 ? ` (overdue by ${plural(it.daysLate, 'day')})` : ''}: ${code(it.what)}`,
        code(whoOf(it)),
        ...(it.test === null ? [] : [it.test]),
        ...(it.threshold === null ? [] : [thresholdWords(it.threshold)]),
        code(placeOf(it.location)),
      ].join('; '),
    ),
    ...all.unknown.map((it) => `- ${code(it)}`),
  ]
}

function approvals({approvals: states}: Workpaper): string[] {
  return states.map(
    ({kind, id, state, reasons}) =>
      `- ${code(`${kind}/${id}`)}: ${standingWords[state]}${reasons.length === 0 ? '' : ` (${code(reasons.join('; '))})`}`,
  )
}

function late({late: entries, lateDays}: Workpaper): string[] {
  if (entries.length === 0) return []
  return [
    `Facts committed in the period more than ${lateDays} days after they happened.`,
    '',
    ...entries.map(
      ({kind, id, label, date, committed, lagDays}) =>
        `- ${code(`${kind}/${id}`)} ${code(label)} ${date}, committed ${committed}: ${lagDays} days`,
    ),
  ]
}

function sample({sample: {seed, size, of, members}, period}: Workpaper): string[] {
  return [
    `Drawn: ${members.length} of ${plural(of, 'member')} of the period (asked for: ${size}). Seed: ${code(seed)}.`,
    '',
    'Each member gets the SHA-256 of the seed, a line feed and its id; those with the smallest are',
    'drawn, in that order (R. L. Rivest, Consistent Sampling with Replacement, arXiv:1808.10016, 1.1).',
    `The worksheet is \`worksheet.csv\`, to be filled in by hand; the list of all members is that of the commit read, for ${period.from} to ${period.to}.`,
    '',
    ...members.map(({id, place}, index) => `${index + 1}. ${code(id)} (${code(place)})`),
  ]
}

function leftOut(several: readonly LeftOut[]): string[] {
  return several.map(({what, class: of, count}) => `- ${what} of class ${classWords[of]}: ${count}`)
}
