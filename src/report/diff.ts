import {
  changeClasses,
  isUnreadNow,
  lostApprovals,
  weakenedUnapproved,
  type ApprovalMove,
  type ChangeClass,
  type Comparison,
  type RecordChange,
} from '../model/change.ts'
import {classWords, outcomeWords, readinessWords} from '../model/words.ts'
import {placements} from '../model/placement.ts'
import {commandLines, shellWord} from './paste.ts'
import {hang, placeOf, plural, safe} from './text.ts'

/** A heading for each class: what the changes under it do to what the network shows. */
export const classTitles = {
  weakened: 'Weakened',
  unclassified: 'Unclassified: to be read by a person',
  strengthened: 'Strengthened',
  clarified: 'Clarified',
  recorded: 'Recorded',
  administrative: 'Administrative',
} as const satisfies Record<ChangeClass, string>

/** Most changes of one class whose place is shown on a terminal. */
const wholeUpTo = 200

interface Terminal {
  readonly width: number
  readonly colour: boolean
}

/** For people at a terminal; useful at 80 columns, and without colour. */
export async function diffText(comparison: Comparison, terminal: Terminal): Promise<string> {
  const {Chalk} = await import('chalk')
  const chalk = new Chalk({level: terminal.colour ? 1 : 0})
  const colours: Partial<Record<ChangeClass, (text: string) => string>> = {
    weakened: chalk.red,
    unclassified: chalk.yellow,
    strengthened: chalk.green,
  }
  const columns = Math.max(40, Math.min(terminal.width, 100))
  const unapproved = new Set(weakenedUnapproved(comparison))
  const groups = changeClasses.flatMap((of) => {
    const changes = comparison.changes.filter((it) => it.class === of)
    if (changes.length === 0) return []
    const title = `${classTitles[of]} (${changes.length})`
    return [
      (colours[of] ?? chalk.bold)(title),
      ...changes.slice(0, wholeUpTo).flatMap((it) => changeLines(it, unapproved.has(it), columns)),
      ...(changes.length > wholeUpTo
        ? [`  and ${changes.length - wholeUpTo} more; --format json has them all`]
        : []),
      '',
    ]
  })
  const lines = [
    `${chalk.bold('cinch diff')}  as of ${comparison.asOf}`,
    ...hang('', `From ${sideOf(comparison.from)} to ${sideOf(comparison.to)}.`, columns),
    ...comparison.read.flatMap((it) => hang('', safe(it), columns)),
    '',
    ...(comparison.changes.length === 0 ? ['No record changed.', ''] : groups),
    ...approvalLines(comparison, columns),
    ...movedLines(comparison, columns),
    ...hang('', countsOf(comparison), columns),
    ...wayOut(comparison, columns),
  ]
  return `${lines.join('\n')}\n`
}

/**
 * What lets a weakening through: an approval of the content, where there is content to approve, and
 * where another approval would tell more than those that are there.
 */
function wayOut(comparison: Comparison, columns: number): string[] {
  const isAgreed = (change: RecordChange) =>
    comparison.approvals.some(
      ({root = 'main', kind, id, after, granted}) =>
        root === change.root &&
        kind === change.kind &&
        id === change.id &&
        after === 'approved' &&
        granted !== true,
    )
  const waiting = weakenedUnapproved(comparison).filter(
    (it) =>
      Object.hasOwn(placements, it.kind) &&
      !(it.action === 'removed' && it.field === null) &&
      !isAgreed(it),
  )
  const [first] = waiting
  if (first === undefined) return []
  const name = shellWord(`${first.kind}/${first.id}`)
  return [
    '',
    'Next: an approval of exactly this content, committed on the same branch:',
    ...commandLines(['cinch review', name], columns),
    ...commandLines(
      ['cinch approve', name, '--person ID', '--role ROLE', '--verdict approved'],
      columns,
    ),
  ]
}

/** `HEAD~3 (1a2b3c4d5e6f)`, or the working tree. */
export function sideOf({name, commit}: Comparison['from']): string {
  return commit === null ? 'the working tree' : `${safe(name)} (${commit.slice(0, 12)})`
}

/** How many of each class, and how many of what is weakened nobody approved. */
export function countsOf(comparison: Comparison): string {
  const {changes} = comparison
  const parts = changeClasses.flatMap((of) => {
    const count = changes.filter((it) => it.class === of).length
    return count === 0 ? [] : [`${count} ${of}`]
  })
  const bare = weakenedUnapproved(comparison).length
  const unread = changes.filter(isUnreadNow).length
  return (
    `${plural(changes.length, 'change')}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}.` +
    (bare === 0 ? '' : ` Weakened without an approval of the content: ${bare}.`) +
    (unread === 0 ? '' : ` Perhaps weakened, because it cannot be read: ${unread}.`)
  )
}

function changeLines(it: RecordChange, unapproved: boolean, columns: number): string[] {
  const {kind, id, field, location, confidentiality} = it
  const remarks = [
    `${kind}/${safe(id)}`,
    ...(field === null ? [] : [safe(field)]),
    ...(location === null ? [] : [placeOf(location)]),
    ...(confidentiality === 'public' || confidentiality === 'network'
      ? []
      : [classWords[confidentiality]]),
    ...(unapproved ? ['not approved'] : []),
  ]
  return [
    ...hang('  - ', safe(it.sentence), columns),
    ...hang('      ', remarks.join(' · '), columns),
  ]
}

function approvalLines(comparison: Comparison, columns: number): string[] {
  const lost = lostApprovals(comparison)
  if (lost.length === 0) return []
  return [
    `Approvals that do not hold now (${lost.length})`,
    ...lost.flatMap((it) => [
      ...hang(
        '  - ',
        `${it.kind}/${safe(it.id)}: ${it.before ?? 'no record'} -> ${standingOf(it)}`,
        columns,
      ),
      ...it.reasons.flatMap((reason) => hang('      ', safe(reason), columns)),
    ]),
    '',
  ]
}

export function standingOf(move: ApprovalMove): string {
  const {after, authorsUnknown, granted, signersUnknown} = move
  if (granted === true) return `${after}, by persons who are not so on the first side`
  if (authorsUnknown === true) return `${after}, perhaps by an author`
  return signersUnknown === true ? `${after}, perhaps not by who is named` : after
}

function movedLines({results, readiness, asOf}: Comparison, columns: number): string[] {
  if (results === null || results.length + readiness.length === 0) return []
  return [
    `Assessments that moved, both judged at ${asOf} (${results.length})`,
    ...readiness.flatMap(({line, before, after}) =>
      hang(
        '  - ',
        `${safe(line)}: readiness ${readinessOf(before)} -> ${readinessOf(after)}`,
        columns,
      ),
    ),
    ...results.flatMap(({line, rule, title, before, after, because}) => [
      ...hang(
        '  - ',
        `${line === null ? '' : `${safe(line)}: `}${rule} ${title}: ${outcomeOf(before)} -> ${outcomeOf(after)}`,
        columns,
      ),
      ...(because.length === 0
        ? []
        : hang('      ', `rests on changed records: ${becauseOf(because)}`, columns)),
    ]),
    '',
  ]
}

/** The first few; the JSON has them all. */
export function becauseOf(names: readonly string[]): string {
  const shown = names.slice(0, 3).map(safe).join(', ')
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown
}

export function outcomeOf(outcome: keyof typeof outcomeWords | null): string {
  return outcome === null ? 'not judged' : outcomeWords[outcome]
}

export function readinessOf(readiness: string | null): string {
  if (readiness === null) return 'no such line'
  return Object.hasOwn(readinessWords, readiness)
    ? readinessWords[readiness as keyof typeof readinessWords]
    : readiness
}
