import type {SampledMember, Workpaper} from '../model/workpaper.ts'
import {code} from './markdown.ts'
import {safe} from './text.ts'

/** Filled in by the program from the records. */
const known = [
  ['no', (_: SampledMember, index: number) => String(index + 1)],
  ['member', ({id}: SampledMember) => id],
  ['record', ({place}: SampledMember) => place],
  ['agreement version on record', ({signed}: SampledMember) => signed?.version ?? ''],
  ['signed on record', ({signed}: SampledMember) => signed?.date ?? ''],
  ['signature exhibit', ({signed}: SampledMember) => signed?.exhibit ?? ''],
  ['licence check on record', ({license}: SampledMember) => license ?? ''],
  ['exclusion check on record', ({exclusion}: SampledMember) => exclusion ?? ''],
] as const

/** Filled in by hand. No column for remarks: a story of a member may not be kept here. */
const blank = [
  'signature seen (y/n)',
  'licence check seen (y/n)',
  'exclusion check seen (y/n)',
  'training certificate seen (y/n)',
  'checked by (person id)',
  'checked on (YYYY-MM-DD)',
  'result (agrees/differs/not found)',
] as const

/** The worksheet for a spreadsheet: RFC 4180, and no cell that a spreadsheet would calculate. */
export function worksheetCsv({sample: {members}}: Pick<Workpaper, 'sample'>): string {
  const rows = [
    [...known.map(([title]) => title), ...blank],
    ...members.map((it, index) => [
      ...known.map(([, cellOf]) => cellOf(it, index)),
      ...blank.map(() => ''),
    ]),
  ]
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

/** A cell that begins like a formula is shown as text (CWE-1236). */
function cell(value: string): string {
  const shown = safe(value)
  const text = /^[=+\-@]/.test(shown) ? `'${shown}` : shown
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The same for paper: a part for each member. */
export function worksheetMarkdown({period, sample, commit}: Workpaper): string {
  return [
    `# Worksheet ${period.name}`,
    '',
    `${sample.members.length} of ${sample.of} members, seed ${code(sample.seed)}, commit \`${commit.slice(0, 12)}\`.`,
    'Look at the file itself, not at the record of it. Write no story and no name of a patient here.',
    '',
    ...sample.members.flatMap((it, index) => [
      `## ${index + 1}. ${code(it.id)}`,
      '',
      ...known.slice(2).map(([title, cellOf]) => {
        const value = cellOf(it, index)
        return `- ${title}: ${value === '' ? 'nothing on record' : code(value)}`
      }),
      ...blank.map((title) => `- [ ] ${title}: ____________________`),
      '',
    ]),
  ].join('\n')
}
