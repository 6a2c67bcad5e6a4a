import type {ApprovalStanding} from '../model/approval.ts'
import type {Status} from '../model/status.ts'
import {
  questionOutcomeWords,
  questionTitles,
  readinessWords,
  standingWords,
} from '../model/words.ts'
import {hang, plural, safe} from './text.ts'

/** Paths named of each root; `--json` has them all. */
const named = 8

/**
 * Where the network stands, at a glance. Each part is a section of its own, so that another, such as
 * what falls due, can be added beside them.
 */
export function statusLines(status: Status, width: number): string[] {
  const columns = Math.max(40, Math.min(width, 100))
  return [
    ...section('Readiness', readinessLines(status, columns)),
    ...section('Approvals', approvalLines(status, columns)),
    ...section('Seals', sealLines(status, columns)),
    ...section('Due', dueCount(status, columns)),
    ...section('Records', recordLines(status, columns)),
    ...section('Not committed', uncommittedLines(status, columns)),
    ...section(
      'Next',
      status.next.flatMap(({what, how}, index) => [
        ...hang(`  ${index + 1}. `, safe(what), columns),
        ...hang('     ', safe(how), columns),
      ]),
    ),
    'Outcomes speak of evidence, not of law; counsel decides.',
    '',
  ]
}

function readinessLines({lines}: Status, columns: number): string[] {
  if (lines === null) return hang('  ', 'Not known: no valid Network record was read.', columns)
  return lines.flatMap(({title, id, readiness, questions}) => [
    ...hang('  ', `${safe(title)} (${safe(id)}): ${readinessWords[readiness]}`, columns),
    ...questions
      .filter(({outcome}) => outcome === 'fails' || outcome === 'open')
      .flatMap(({question, outcome, decidedBy}) =>
        hang(
          `    ${questionTitles[question].padEnd(27)}${questionOutcomeWords[outcome].padEnd(7)}`,
          decidedBy.join(' '),
          columns,
        ),
      ),
  ])
}

const order: readonly ApprovalStanding[] = ['refused', 'stale', 'partial', 'missing', 'approved']

function approvalLines({approvals, policy}: Status, columns: number): string[] {
  const rows = order.flatMap((standing) => {
    const names = approvals
      .filter(({state}) => state === standing)
      .map(({kind, id, reliesOnChanged, policy: asked}) => {
        const told = reliesOnChanged.some(({by}) => asked !== null || by === 'fingerprint')
        return `${safe(kind)}/${safe(id)}${told ? ' (relies on what has changed)' : ''}`
      })
    return names.length === 0
      ? []
      : hang(`  ${standingWords[standing]}: `, names.join(', '), columns)
  })
  return [
    ...rows,
    ...(policy
      ? []
      : hang(
          '  ',
          'No policy in cinch.yaml asks for approvals: add `approvals` to say which kinds need whose.',
          columns,
        )),
  ]
}

function sealLines({seals}: Status, columns: number): string[] {
  if (seals === null) return hang('  ', 'Not known: no history was read.', columns)
  if (seals.length === 0) return ['  None yet: cinch seal makes one.']
  return seals.flatMap(({root, count, last, problems}) => [
    ...hang(
      '  ',
      `${safe(root)}: ${plural(count, 'seal')}${last === null ? '' : `, the last ${safe(last.file)} as of ${safe(last.asOf)}, of commit ${safe(last.commit.slice(0, 12))}`}`,
      columns,
    ),
    ...problems.flatMap(({code, file}) =>
      hang('    ', `${code} ${safe(file)}: cinch verify tells more`, columns),
    ),
  ])
}

function dueCount({due: {overdue, coming, until}}: Status, columns: number): string[] {
  const counts = `${overdue === 0 ? 'Nothing' : overdue} overdue, ${plural(coming, 'thing')} due up to ${until}`
  return hang('  ', `${counts}: cinch status --due 90d lists them.`, columns)
}

function recordLines({faults: {errors, warnings, notes}}: Status, columns: number): string[] {
  if (errors + warnings + notes === 0) return ['  Nothing found.']
  return hang(
    '  ',
    `${plural(errors, 'error')}, ${plural(warnings, 'warning')}, ${plural(notes, 'note')}: cinch validate and cinch assess tell them.`,
    columns,
  )
}

function uncommittedLines({uncommitted}: Status, columns: number): string[] {
  return uncommitted.flatMap(({root, paths}) => {
    if (paths === null) return hang('  ', `${safe(root)}: not in a git repository`, columns)
    if (paths.length === 0) return [`  ${safe(root)}: nothing`]
    const more = paths.length > named ? `, and ${paths.length - named} more` : ''
    return hang(
      `  ${safe(root)}: `,
      `${paths.slice(0, named).map(safe).join(', ')}${more}`,
      columns,
    )
  })
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines, '']
}
