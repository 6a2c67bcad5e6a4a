import type {Finding, Rule, RuleContext} from '../../model/rule.ts'
import {
  counselRemovals,
  recordedFor,
  type RecordedRemoval,
  type SealHistory,
  type SealProblem,
} from '../../model/seal.ts'
import {counted} from '../outcome.ts'
import {resultOf} from '../result.ts'

export const historyNotRewritten: Rule = {
  id: 'L6',
  name: 'integrity/history-not-rewritten',
  title: 'No history was rewritten without a record of it',
  weight: 'major',
  question: 'integrityAndPrivacy',
  scope: 'network',
  appliesTo: 'always',
  operating: false,
  needsHistory: true,
  thresholds: [],
  authorities: ['16-cfr-1', '28-cfr-50-6'],
  docs: {
    tests:
      'Whether a seal exists, its signature is of a person on record, and the history still leads to every commit that was sealed. A history that was rewritten since a seal, a seal that was changed, removed or signed by another key, grafts and replaced objects are contrary. Without a seal, or where the last one is not signed by a key on record, by somebody who had no role on record that day, or by one that no key already on record vouches for, the outcome is unknown; where a file of keys is given, it decides alone whose a key is. What a Hold records as removed on the instruction of counsel is shown and not held against the network: a rewritten history only where the record names the sealed commit and the one in its place, and where nothing else that was sealed differs there than the paths that it names.',
    rationale: 'A history that can be changed unseen proves nothing about when a record was made.',
    evidence:
      'Seals under `seals/` with their signatures, keys in Person records, the git history of every root, and `removals` of Hold records.',
    limits:
      'A seal shows a rewrite of what came before it, not of what came after. Where history and seals were replaced together, only a copy of a seal kept where the network cannot change it can show that. A key that was stolen signs as well as its owner does.',
  },
  requires: [],

  check(context) {
    const instructed = counselRemovals(context.workspace)
    const removals = recordedRemovals(context)
    const others = removals.length - instructed.length
    const told = (context.workspace.seals ?? []).flatMap((history) =>
      history.problems.map((problem) => ({
        problem,
        recorded: recordedFor(problem, instructed, history),
      })),
    )
    const findings = [
      ...overriddenFindings(context),
      ...told.flatMap(({problem, recorded}) =>
        recorded === undefined && against.test(problem.code) ? [sealFinding(context, problem)] : [],
      ),
    ]
    const recorded = told.filter((it) => it.recorded !== undefined).length
    const byCounsel =
      instructed.length === 0
        ? ''
        : ` ${counted(instructed.length, 'removal')} on the instruction of counsel on record${recorded > 0 ? `, which ${recorded === 1 ? 'explains a change' : `explain ${recorded} changes`} of the history` : ''}.`
    const shown =
      others === 0
        ? byCounsel
        : `${byCounsel} ${counted(others, 'removal')} on record of somebody who was not counsel that day, which ${others === 1 ? 'explains' : 'explain'} nothing.`
    if (findings.length > 0)
      return resultOf(
        'contrary',
        `${counted(findings.length, 'sign')} that the history or its seals are not as they were made.${shown}`,
        [],
        findings,
        'the history and the seals as they were made, or counsel’s recorded instruction in `removals` of a Hold',
      )
    return ofSeals(context, shown)
  },
}

/** A missing or unknown signature is a gap, and so is a key that nothing vouches for; all else says that something was changed. */
const against =
  /^history\/|^input\/|^seal\/(?!unsigned$|signature-unknown-key$|signature-unchecked$|signer-role$|key-unvouched$|key-gone$)/

function ofSeals(context: RuleContext, shown: string) {
  const {workspace} = context
  const sealed = (workspace.seals ?? []).filter(({seals}) => seals.length > 0)
  const without = workspace.trails.filter(({root}) => !sealed.some((it) => it.root === root))
  if (sealed.length === 0)
    return resultOf(
      'unknown',
      `No graft and no replaced object found; there is no seal to compare the history with.${shown}`,
      [],
      [],
      '`cinch seal`, signed by a person on record and committed',
    )
  const open = sealed.filter((it) => it.seals.at(-1)?.signature.state !== 'good')
  const lastWith = (wanted: string) =>
    sealed.some(({seals, problems}) =>
      problems.some(({code, file}) => code === wanted && file === seals.at(-1)?.file),
    )
  const count = sealed.reduce((sum, {seals}) => sum + seals.length, 0)
  const last = sealed.flatMap((it) => it.seals.slice(-1))
  const said = `${counted(count, 'seal')}, the last of ${last.map((it) => `commit ${it.statement.predicate.commit.slice(0, 12)}`).join(' and ')}; the history leads to ${count === 1 ? 'the commit sealed' : 'every commit sealed'}`
  const fromFile = workspace.trails.some((it) => it.status === 'complete' && it.signers === 'file')
  const asked = fromFile
    ? 'a key that the file of allowed signers lists for a person on record'
    : 'a key on record'
  if (open.length > 0 || without.length > 0)
    return resultOf(
      'unknown',
      `${said}, but ${open.length > 0 ? `the last is not signed by ${asked}` : `root ${without.map((it) => it.root).join(', ')} has no seal`}.${shown}`,
      [],
      [],
      'a seal of every root, signed with a key that a Person record holds',
    )
  if (lastWith('seal/signer-role'))
    return resultOf(
      'unknown',
      `${said}, but whoever signed the last had no role on record that day.${shown}`,
      [],
      [],
      'a seal signed by a person whose role is on record for that day',
    )
  if (lastWith('seal/key-unvouched'))
    return resultOf(
      'unknown',
      `${said}, but the last is signed with a key that no key already on record vouches for.${shown}`,
      [],
      [],
      'a seal signed with one of the first keys on record, or with a key that one of them vouches for',
    )
  return resultOf('supported', `${said}.${shown}`, signers(context, sealed), [], '')
}

/** The person who signed the last seal of each root. */
function signers(context: RuleContext, sealed: readonly SealHistory[]) {
  return sealed.flatMap(({seals}) => {
    const seal = seals.at(-1)
    const person = context.workspace.find('Person', seal?.signature.person ?? '')
    if (seal === undefined || person === undefined) return []
    const {sequence, asOf} = seal.statement.predicate
    return [context.cite(person, ['keys'], 'documented', `signed seal ${sequence}, as of ${asOf}`)]
  })
}

function overriddenFindings(context: RuleContext): Finding[] {
  return context.workspace.trails.flatMap((it) => {
    if (it.status !== 'complete' || it.overridden === undefined) return []
    const {grafts, replaced} = it.overridden
    const what = [
      ...(grafts ? ['file of grafts'] : []),
      ...(replaced > 0 ? [counted(replaced, 'replaced object')] : []),
    ].join(' and ')
    return [
      context.finding(
        'error',
        context.network,
        [],
        `Unexpected ${what} in root \`${it.root}\`, expected the history as it was made`,
        'Find out who made them and why, and tell counsel before they are taken out',
      ),
    ]
  })
}

function sealFinding(context: RuleContext, {file, message, code}: SealProblem): Finding {
  return context.finding(
    'error',
    context.network,
    [],
    `${message} (\`${file}\`, ${code})`,
    '`cinch verify` tells more; tell counsel before anything is put back',
  )
}

/** By the date judged at, whoever is named as having instructed them. */
function recordedRemovals({workspace, asOf}: RuleContext): readonly RecordedRemoval[] {
  return workspace
    .all('Hold')
    .flatMap(({value}) => value.removals ?? [])
    .filter(({date}) => date <= asOf)
}
