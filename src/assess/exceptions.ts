import type {AssessedFinding, LineAssessment} from '../model/assessment.ts'
import {addMonths} from '../model/date.ts'
import type {Diagnostic, Severity} from '../model/diagnostic.ts'
import {exceptionMonths, type ExceptionMark} from '../model/exception.ts'
import type {ValuePath} from '../model/location.ts'
import type {Rule} from '../model/rule.ts'
import type {Entry, Workspace} from '../model/workspace.ts'
import {fingerprintOf} from './findings.ts'
import {settingOf} from './rule-set.ts'

type Exception = Entry<'FindingException'>

/** What is read beside the records: the workspace of the base revision, null where there is none. */
export interface ExceptionInput {
  readonly workspace: Workspace
  readonly base: Workspace | null
  readonly findings: readonly AssessedFinding[]
  readonly rules: readonly Rule[]
}

/**
 * Which findings are excepted, and what is wrong with the exceptions.
 *
 * An exception is honoured where it is in order here and in the base, so that a change can neither
 * excuse itself nor keep an exception that it takes away. No mark changes an outcome.
 *
 * @returns Marks by fingerprint of the finding.
 */
export function judgeExceptions({workspace, base, findings, rules}: ExceptionInput): {
  readonly marks: ReadonlyMap<string, ExceptionMark>
  readonly diagnostics: readonly Diagnostic[]
} {
  const marks = new Map<string, ExceptionMark>()
  const diagnostics: Diagnostic[] = []
  for (const entry of workspace.all('FindingException')) {
    const finding = findings.find(({fingerprint}) => fingerprint === entry.value.finding)
    const fault = faultOf(entry, workspace) ?? unused(entry, finding)
    if (fault !== undefined) diagnostics.push(fault)
    if (fault !== undefined || finding === undefined) continue
    const isGate =
      finding.weight === 'gate' || rules.find(({id}) => id === finding.code)?.weight === 'gate'
    if (isGate) diagnostics.push(ofGate(entry))
    const trusted = isGate ? undefined : inBase(entry, base)
    const mark: ExceptionMark = {
      exception: entry.value.id,
      until: earlier(entry.value.expires, trusted?.value.expires ?? entry.value.expires),
      approver: workspace.find('Person', entry.value.approver)?.value.name ?? entry.value.approver,
      status: isGate ? 'acknowledged' : trusted === undefined ? 'notHonoured' : 'honoured',
    }
    if (marks.get(finding.fingerprint)?.status !== 'honoured') marks.set(finding.fingerprint, mark)
  }
  return {marks, diagnostics}
}

/** The lines with their marks: on findings, and on results that no longer count for `--fail-on`. */
export function markLines(
  lines: readonly LineAssessment[],
  marks: ReadonlyMap<string, ExceptionMark>,
): readonly LineAssessment[] {
  if (marks.size === 0) return lines
  return lines.map((line) => ({
    ...line,
    results: line.results.map((result) => {
      const findings = result.findings.map((finding) => {
        const excepted = marks.get(fingerprintOf(finding))
        return excepted === undefined ? finding : {...finding, excepted}
      })
      const all =
        findings.length > 0 && findings.every(({excepted}) => excepted?.status === 'honoured')
      return {...result, findings, ...(all ? {excepted: true as const} : {})}
    }),
  }))
}

/** The record of the base that says the same, where it is in order there too. */
function inBase({value}: Exception, base: Workspace | null): Exception | undefined {
  const known = base?.find('FindingException', value.id)
  if (base === null || known === undefined) return undefined
  const same = (['finding', 'rule', 'owner', 'approver'] as const).every(
    (key) => known.value[key] === value[key],
  )
  return same && faultOf(known, base) === undefined ? known : undefined
}

/** What keeps an exception from being one, whatever finding it names. */
function faultOf(entry: Exception, workspace: Workspace): Diagnostic | undefined {
  const {owner, approver, approved, expires} = entry.value
  const {asOf, find} = workspace
  for (const key of ['owner', 'approver'] as const)
    if (find('Person', entry.value[key]) === undefined)
      return fault(entry, [key], 'malformed', 'error', `${key} \`${entry.value[key]}\``, {
        expected: 'a Person on record',
        help: 'Register the person, or name one who is registered',
      })
  if (approved > asOf)
    return fault(entry, ['approved'], 'malformed', 'error', `approval on \`${approved}\``, {
      expected: `one by \`${asOf}\``,
      help: 'An exception counts from the day of its approval',
    })
  if (isSamePerson(workspace, owner, approver))
    return fault(entry, ['approver'], 'self-approved', 'error', `approver \`${approver}\``, {
      expected: 'someone other than the owner',
      help: 'Let someone who does not answer for it approve it',
    })
  const latest = addMonths(approved, limitOf(workspace))
  if (expires > latest)
    return fault(entry, ['expires'], 'too-long', 'error', `expiry on \`${expires}\``, {
      expected: `one by \`${latest}\``,
      help: 'Shorten it, and look at it again when it ends',
    })
  if (expires <= asOf)
    return fault(
      entry,
      ['expires'],
      'expired',
      'warning',
      `exception that ended on \`${expires}\``,
      {
        expected: `one that runs after \`${asOf}\``,
        help: 'Put the finding right, or approve it anew; then remove or update the record',
      },
    )
  return undefined
}

function unused(entry: Exception, finding: AssessedFinding | undefined): Diagnostic | undefined {
  const {finding: named, rule} = entry.value
  if (finding === undefined)
    return fault(entry, ['finding'], 'unused', 'warning', `exception of \`${named}\``, {
      expected: 'the fingerprint of a finding',
      help: 'Remove the record if the finding is gone; fingerprints stand in `cinch assess --json`',
    })
  // What an overlay says stands in no output about the main root.
  if (entry.root !== 'main' && entry.root !== (finding.location.root ?? 'main'))
    return fault(entry, ['finding'], 'malformed', 'error', `exception in \`${entry.root}\``, {
      expected: 'one in the root of the finding',
      help: 'Move the record to the root whose finding it names',
    })
  if (finding.code === rule) return undefined
  return fault(entry, ['rule'], 'malformed', 'error', `rule \`${rule}\``, {
    expected: `\`${finding.code}\`, the rule of the finding`,
    help: 'Name the rule whose finding this is',
  })
}

function ofGate(entry: Exception): Diagnostic {
  return fault(entry, ['rule'], 'gate', 'warning', `exception of gate \`${entry.value.rule}\``, {
    expected: 'one of a test that is no gate',
    help: 'A gate can be acknowledged, not excepted: its finding counts as before',
  })
}

/** Two records of one name are one person: an id of one's own must not make an approver. */
function isSamePerson({find}: Workspace, owner: string, approver: string): boolean {
  const name = (id: string) =>
    find('Person', id)?.value.name.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase()
  return owner === approver || name(owner) === name(approver)
}

function limitOf(workspace: Workspace): number {
  return settingOf(workspace, exceptionMonths)?.value ?? exceptionMonths.value
}

function earlier(a: string, b: string): string {
  return a < b ? a : b
}

function fault(
  entry: Exception,
  path: ValuePath,
  code: 'malformed' | 'self-approved' | 'too-long' | 'expired' | 'unused' | 'gate',
  severity: Severity,
  there: string,
  {expected, help}: {readonly expected: string; readonly help: string},
): Diagnostic {
  return {
    code: `exception/${code}`,
    severity,
    message: `Unexpected ${there}, expected ${expected}`,
    location: entry.locate(path),
    why: 'An exception is a decision of two people for a time; any other one excuses nothing',
    help,
  }
}
