import {fileFor} from '../../model/placement.ts'
import type {Finding, Rule, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {counted} from '../outcome.ts'
import {concluded, newTally} from '../tally.ts'
import {countsOfPatients, smallCounts} from './patient-counts.ts'

const kinds = ['Measure', 'CareProgram', 'UtilizationControl'] as const

export const smallCountsSuppressed: Rule = {
  id: 'D9',
  name: 'monitoring/small-counts-suppressed',
  title: 'Patient counts of 1 to 10 and their complements are suppressed in what leaves',
  weight: 'gate',
  question: 'integration',
  scope: 'network',
  appliesTo: 'always',
  operating: false,
  thresholds: [
    {
      id: 'smallCellLargest',
      value: 10,
      unit: 'count',
      basis: 'publishedPractice',
      source: 'CMS cell-size suppression policy',
      description: 'Largest count of patients that may not leave, with its complement.',
      looser: 'lower',
    },
  ],
  authorities: ['cms-cell-size', 'hipaa-deidentification'],
  docs: {
    tests:
      'A table marked `suppressed`, and every table and record of a public root, holds no count of patients of 1 to 10 and none whose rest of the whole is 1 to 10. Tables inside are marked `full`, and scores are computed on them.',
    rationale:
      'A small count can name a patient. Inside the network the counts must be whole, or the rates of small practices are wrong; the suppression belongs to what leaves.',
    evidence:
      'EvidenceTable records of grain `counts` with `smallCells`; Scorecard records with their `table`; the class of each root.',
    limits:
      'Reads tables and records, not the text of exhibits or what was sent by other ways. It is not applied to counts of clinicians, votes or sanctions. What this tool prints is suppressed by itself.',
  },
  requires: [],

  check(context) {
    const {workspace, cite} = context
    const tally = newTally()
    const leaks: Finding[] = []
    const scored = new Set(workspace.all('Scorecard').flatMap(({value}) => value.table ?? []))
    const tables = workspace.all('EvidenceTable').filter(({value}) => value.grain === 'counts')
    for (const entry of tables) {
      const judged = judgeTable(context, entry, scored.has(entry.value.id))
      if (judged.leak !== undefined) leaks.push(judged.leak)
      else if (judged.finding !== undefined) tally[judged.standing].push(judged.finding)
      else tally.met.push(cite(entry, ['smallCells'], 'measured', judged.shows))
    }
    for (const entry of kinds.flatMap((kind): readonly Entry[] => workspace.all(kind))) {
      const counts = countsOfPatients(entry.value)
      if (!isPublic(context, entry) || counts.length === 0) continue
      const small = smallCounts(counts, context.threshold('smallCellLargest'))
      if (small === 0)
        tally.met.push(cite(entry, [], 'measured', 'no small count in a public root'))
      else leaks.push(leakOf(context, entry, [], `record of a public root`, small))
    }
    const summary = `Small counts of patients leave in ${counted(leaks.length, 'place')}; ${counted(tables.length, 'table')} of counts on record.`
    const answeredBy = `\`smallCells\` in the EvidenceTable records (${fileFor(context.workspace, 'EvidenceTable', '…')})`
    if (leaks.length > 0)
      return {
        outcome: 'contrary',
        summary,
        evidence: [],
        findings: [...leaks, ...tally.unmet, ...tally.notStated],
        answeredBy: 'a file without the small counts, and counsel on what has left already',
      }
    return concluded(tally, {summary, answeredBy, empty: 'notApplicable'})
  },
}

type JudgedTable =
  | {readonly leak: Finding; readonly finding?: undefined}
  | {readonly leak?: undefined; readonly standing: 'unmet' | 'notStated'; readonly finding: Finding}
  | {readonly leak?: undefined; readonly finding?: undefined; readonly shows: string}

function judgeTable(
  context: RuleContext,
  entry: Entry<'EvidenceTable'>,
  scored: boolean,
): JudgedTable {
  const {workspace, threshold} = context
  const {id, smallCells} = entry.value
  const note = (message: string) => context.finding('note', entry, ['smallCells'], message)
  const leaves = smallCells === 'suppressed' || isPublic(context, entry)
  if (smallCells === undefined && !leaves)
    return {
      standing: 'notStated',
      finding: note(
        `Unexpected table \`${id}\` without \`smallCells\`, expected \`full\` inside or \`suppressed\` where it leaves`,
      ),
    }
  if (!leaves) return {shows: 'full inside; small counts are suppressed in what is printed'}
  const table = workspace.table(id)
  if (table.status !== 'read')
    return {
      standing: 'notStated',
      finding: note(
        `Unexpected table \`${id}\` that was not read, expected one to look for small counts in`,
      ),
    }
  const ofPatients = table.counts.filter(({measure}) => {
    const {unit = 'ratio'} = workspace.find('Measure', measure)?.value ?? {unit: 'other'}
    return unit === 'ratio' || unit === 'per1000'
  })
  const small = smallCounts(ofPatients, threshold('smallCellLargest'))
  if (small > 0)
    return {leak: leakOf(context, entry, ['smallCells'], `table \`${id}\` that leaves`, small)}
  if (scored && smallCells === 'suppressed')
    return {
      standing: 'unmet',
      finding: context.finding(
        'warning',
        entry,
        ['smallCells'],
        `Unexpected scorecard computed on suppressed table \`${id}\`, expected the full one inside`,
        'Compute on the full table, and suppress in a copy that leaves',
      ),
    }
  return {shows: `no small count in ${counted(ofPatients.length, 'row')}`}
}

/** Says how many, never which. */
function leakOf(
  {finding}: RuleContext,
  entry: Entry,
  path: readonly string[],
  where: string,
  small: number,
): Finding {
  return finding(
    'error',
    entry,
    path,
    `Unexpected ${where} with ${counted(small, 'small count')} of patients or of the rest, expected none`,
    'Ask counsel before anything else; suppress the count and its complement in what leaves',
  )
}

function isPublic({workspace}: RuleContext, {root}: Entry): boolean {
  return workspace.roots.some((it) => it.name === root && it.class === 'public')
}
