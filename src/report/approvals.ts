import type {JudgedApproval, ReliedOn} from '../model/approval.ts'
import type {Review, ReviewedField} from '../model/review.ts'
import {standingWords} from '../model/words.ts'
import {commandLines, shellWord} from './paste.ts'
import {clip, hang, plural, safe} from './text.ts'

/** Longest value shown of a field, in UTF-16 code units; `--json` has it whole. */
const longest = 300

/** One paragraph a record: where it stands, why, and for whom it waits. */
export function waitingLines(
  reviews: readonly Review[],
  counts: {
    readonly asked: number
    readonly approved: number
    readonly policy: boolean
    /** The one person that the list is of. */
    readonly person?: string | undefined
  },
  width: number,
): string[] {
  const columns = columnsOf(width)
  const whose = counts.person === undefined ? '' : ` for ${safe(counts.person)}`
  const waits = `${plural(reviews.length, 'record waits', 'records wait')}${whose}`
  return [
    ...reviews.flatMap((it) => [...headLines(it, columns), '']),
    ...hang(
      '',
      counts.policy
        ? `${waits}; ${counts.approved} of ${plural(counts.asked, 'record that needs', 'records that need')} approval ${counts.approved === 1 || counts.asked === 1 ? 'has' : 'have'} it.`
        : `${waits}. No policy in cinch.yaml asks for approvals: add \`approvals\` to say which kinds need whose.`,
      columns,
    ),
    ...(reviews[0] === undefined
      ? []
      : hang('', `Next: cinch review ${nameOf(reviews[0].state)}`, columns)),
    '',
  ]
}

/** Everything there is to know of one record before one approves it. */
export function reviewLines(review: Review, width: number): string[] {
  const columns = columnsOf(width)
  const {state, since, reliesOn} = review
  return [
    ...headLines(review, columns),
    ...hang('  fingerprint ', state.fingerprint, columns),
    ...(state.changed === null
      ? hang('  content     ', committedWords(state.committed), columns)
      : hang(
          '  content     ',
          `last changed by commit ${state.changed.hash.slice(0, 12)} of ${state.changed.date}, author ${safe(state.changed.author ?? state.changed.email)}`,
          columns,
        )),
    '',
    ...section(
      'Approvals, newest first',
      state.approvals.flatMap((it) => approvalLines(it, columns)),
    ),
    ...(since === null
      ? []
      : section(
          `What changed since ${safe(since.approval.id)} of ${since.approval.date}`,
          fieldLines(since.fields, columns),
        )),
    ...section(
      'It relies on',
      reliesOn.map((it) => `  ${nameOf(it)}: ${standingWords[it.state]}`),
    ),
    ...section(
      'Changed since it was approved',
      state.reliesOnChanged.flatMap((it) => reliedLines(it, columns)),
    ),
    ...section(
      'Records that refer to it',
      state.referredBy.map((it) => `  ${nameOf(it)}`),
    ),
    ...nextLines(review, columns),
  ]
}

function headLines({state, waiting}: Review, columns: number): string[] {
  return [
    ...hang('', `${nameOf(state)}: ${standingWords[state.state]}`, columns),
    ...state.reasons.flatMap((it) => hang('  ', safe(it), columns)),
    ...waiting.flatMap(({role, count, persons, authors}) =>
      hang(
        '  waits for   ',
        `${count} in the role ${safe(role)}: ${
          persons.length === 0
            ? 'nobody on record who may'
            : persons.map(({id, name}) => `${safe(name)} (${safe(id)})`).join(', ')
        }${authors.length === 0 ? '' : `; not ${listed(authors.map(safe))}, ${authors.length === 1 ? 'the author' : 'the authors'} of the change`}`,
        columns,
      ),
    ),
  ]
}

/** `a`, `a and b`, `a, b and c`. */
function listed(words: readonly string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
}

function committedWords(committed: boolean | null): string {
  return committed === null
    ? 'who changed it is not known: no history was read'
    : 'not committed as it stands: who changed it is not known yet'
}

const signatureWords = {
  byPerson: 'signed by its person',
  byOther: 'signed with the key of another person',
  notSigned: 'not signed with a key in force',
  unknown: 'signature not known',
} as const

const verdictWords = {
  approved: 'approved',
  refused: 'refused',
  approvedWithReservation: 'approved with reservation',
} as const

function approvalLines(it: JudgedApproval, columns: number): string[] {
  const counts = it.counts ? 'counts' : 'does not count'
  return [
    ...hang(
      `  ${it.date} `,
      `${safe(it.name)} (${safe(it.role)}) ${verdictWords[it.verdict]}; ${counts}; ${signatureWords[it.signature]}`,
      columns,
    ),
    ...it.reasons.flatMap((reason) => hang('    because   ', safe(reason), columns)),
    ...it.remarks.flatMap((remark) => hang('    remark    ', safe(remark), columns)),
  ]
}

/** The rule alone reads as what happened: `weakened (lower)` beside a value that rose. */
const ruleWords: Readonly<Record<string, string>> = {
  adds: 'what is added strengthens',
  removes: 'what is added weakens',
  higher: 'higher is stronger',
  lower: 'lower is stronger',
  later: 'later is stronger',
  earlier: 'earlier is stronger',
  ends: 'a later end is weaker',
  whenTrue: 'stronger when true',
  whenFalse: 'weaker when true',
}

function fieldLines(fields: readonly ReviewedField[] | null, columns: number): string[] {
  if (fields === null)
    return hang('  ', 'The history does not hold the content that was approved.', columns)
  if (fields.length === 0) return hang('  ', 'Nothing but the order of entries.', columns)
  return fields.flatMap(({field, class: kind, rule, before, after}) => [
    ...hang(
      '  ',
      `${safe(field)}: ${kind}${rule === null ? '' : ` (${ruleWords[rule] ?? rule})`}`,
      columns,
    ),
    ...hang('    was ', shown(before), columns),
    ...hang('    is  ', shown(after), columns),
  ])
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing')
  return safe(clip(text, longest))
}

function reliedLines({kind, id, change, by, commit}: ReliedOn, columns: number): string[] {
  const when =
    commit === undefined ? '' : ` by commit ${commit.hash.slice(0, 12)} of ${commit.date}`
  const how = by === 'history' ? ', by the dates of the history' : ''
  return hang('  ', `${nameOf({kind, id})}: ${change}${when}${how}`, columns)
}

function nextLines({state, waiting}: Review, columns: number): string[] {
  const first = waiting.find(({persons}) => persons.length > 0)
  const person = first?.persons[0]
  const nobody = waiting
    .filter(({persons}) => persons.length === 0)
    .flatMap((it) => hang('  ', `${wayOut(it)}.`, columns))
  if (first === undefined || person === undefined)
    return nobody.length === 0 ? [] : ['Next:', ...nobody, '']
  return [
    'Next:',
    ...nobody,
    ...commandLines(
      [
        'cinch approve',
        shellWord(`${state.kind}/${state.id}`),
        `--person ${shellWord(person.id)}`,
        `--role ${shellWord(first.role)}`,
        '--verdict approved',
      ],
      columns,
    ),
    '',
  ]
}

/** Where nobody on record may speak: either somebody else is, or the network lets its authors. */
function wayOut({role, authors}: Review['waiting'][number]): string {
  const another = `Put ${authors.length === 0 ? 'a person' : 'another person'} in the role ${safe(role)} on record`
  return authors.length === 0
    ? another
    : `${another}, or let authors approve: \`authorExcluded: false\` in the policy of cinch.yaml`
}

function nameOf({kind, id}: {readonly kind: string; readonly id: string}): string {
  return `${safe(kind)}/${safe(id)}`
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines, '']
}

function columnsOf(width: number): number {
  return Math.max(40, Math.min(width, 100))
}
