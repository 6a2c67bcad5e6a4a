import {rolesOnRecord, type SealHistory, type SealState} from '../model/seal.ts'
import type {SignatureCheck} from '../model/signature.ts'
import type {SealCheckState} from '../model/verification.ts'
import {inputsIn} from './open.ts'
import {sealKeys} from './signatures.ts'
import {keysThen, tellProblem, type Bench} from './verify.ts'

/** Signature, history and chain of a seal. */
export async function checkHistory(bench: Bench): Promise<{readonly signature: SignatureCheck}> {
  const {repository, head, seal, tell, find} = bench
  const {repositoryProblems} = await import('../seal/repository-checks.ts')
  const problems = await repositoryProblems(repository, head)
  for (const {code, severity, message, help} of problems)
    find(code, severity, '.git', message, help)
  const worst = problems.some((it) => it.severity === 'error') ? 'fails' : 'holds'
  if (repository.status !== 'complete') {
    const why = 'the clone is not whole'
    tell('history', worst === 'fails' ? 'fails' : 'notChecked', `Not looked at: ${why}`)
    tell('chain', 'notChecked', `Not looked at: ${why}`)
    return {signature: await checkSignature(bench, null)}
  }
  const {readSealHistory} = await import('../seal/history.ts')
  const history = await readSealHistory({
    repository,
    rootName: 'main',
    commit: head,
    keys: await sealKeys(bench.current.workspace, bench.options.allowedSigners),
    roles: rolesOnRecord(bench.current.workspace),
    asOf: bench.current.workspace.asOf,
    signers: signersOf(bench),
    removals: bench.removals,
    inputsAt: inputsIn(bench.options.root, bench.statement.predicate.asOf),
    trail: trailThen(bench),
  })
  const held = history.seals.find((it) => it.file === seal.file || it.sha256 === seal.sha256)
  const signature = await checkSignature(bench, held ?? null)
  await checkReach(bench, history, worst)
  await checkChain(bench, history, held, signature)
  return {signature}
}

async function checkSignature(bench: Bench, held: SealState | null): Promise<SignatureCheck> {
  const {seal, statement, options, tell, find} = bench
  const [{judgeSignature}, {tagProblem}] = await Promise.all([
    import('../seal/signature.ts'),
    import('../seal/repository-checks.ts'),
  ])
  const {signature, problem} = judgeSignature(seal, statement, {
    keys: await keysThen(bench),
    roles: rolesOnRecord((bench.sealed ?? bench.current).workspace),
    signers: signersOf(bench),
    trail: trailThen(bench),
    at: held === null || held.first === null ? options.now : held.at,
  })
  tellFiles(bench)
  const tag = await tagProblem(bench.repository, seal, statement)
  if (tag !== null) find(tag.code, tag.cut ? 'warning' : 'error', seal.file, tag.message, tag.help)
  if (problem === null && tag === null) {
    tell('signature', 'holds', `Signed by ${signature.person ?? ''} with ${signature.key ?? ''}`)
    return signature
  }
  const open = problem === null || /unsigned$|unchecked$|unvouched$|role$/.test(problem.code)
  const gap = open && (tag === null || tag.cut)
  if (problem !== null)
    find(
      problem.code,
      gap ? 'warning' : 'error',
      seal.file,
      problem.words,
      problem.code === 'seal/key-unvouched' ? unvouchedHelp : undefined,
    )
  tell('signature', gap ? 'notChecked' : 'fails', problem?.words ?? tag?.message ?? '')
  return signature
}

/** How the seal lies here, and what beside it looks like a signature and is not the one that it names. */
function tellFiles({seal, statement, find}: Bench): void {
  if (seal.lineEnds)
    find(
      'seal/line-ends',
      'note',
      seal.file,
      'The seal lies here with line ends of CR LF, and was read with LF, as it was signed: other programs will refuse it so',
      'Add `seals/** -text` to .gitattributes, and check the folder out again',
    )
  const {scheme} = statement.predicate.signer
  const unused = [
    ...(scheme !== 'ssh' && seal.signature !== null ? ['.sig'] : []),
    ...(scheme !== 'ssh-tag' && seal.tag !== null ? ['.tag'] : []),
  ]
  for (const end of unused)
    find(
      'seal/unused-signature',
      'warning',
      seal.file,
      `Unexpected \`${end}\` beside the seal, expected ${scheme === 'none' ? 'none: the seal names no signer' : `\`${scheme === 'ssh' ? '.sig' : '.tag'}\` alone`}: it is no part of the seal and was not looked at`,
      'Find out who put it there and why',
    )
}

const unvouchedHelp =
  'Ask its owner, by another way than the repository, whether the key is theirs; then have somebody whose key was on record before seal again'

function signersOf({options: {allowedSigners}}: Bench): 'records' | 'file' {
  return allowedSigners === undefined ? 'records' : 'file'
}

/** The history that led to the sealed commit, with the origin of its keys. */
function trailThen({sealed, options}: Bench) {
  // A file from elsewhere answers for its keys itself.
  return options.allowedSigners !== undefined
    ? undefined
    : sealed?.trails.find(({root}) => root === 'main')
}

/** Whether `HEAD` still leads to what was sealed. */
async function checkReach(
  bench: Bench,
  history: SealHistory,
  worst: 'holds' | 'fails',
): Promise<void> {
  const {repository, statement, seal, rewrite, tell} = bench
  const {readAncestry, objectsNamed} = await import('../load/git/ancestry.ts')
  const {commit, tree} = statement.predicate
  const ancestry = await readAncestry(repository, bench.head)
  const [object, treeNow] = await objectsNamed(repository, [commit, `${commit}^{tree}`])
  if (ancestry.has(commit)) {
    const same = treeNow?.hash === tree
    if (!same)
      bench.find(
        'history/tree',
        'error',
        seal.file,
        `Unexpected tree \`${treeNow?.hash ?? ''}\` of the sealed commit, expected \`${tree}\``,
      )
    tell(
      'history',
      same ? worst : 'fails',
      `HEAD leads to the sealed commit ${commit.slice(0, 12)}`,
    )
    return
  }
  const kept = object?.type === 'commit'
  const message = kept
    ? `Unexpected history that does not lead to \`${commit}\`, expected the sealed commit among its ancestors`
    : `Unexpected absence of \`${commit}\`, expected the sealed commit in the history`
  const code = kept ? 'history/rewritten' : 'history/commit-missing'
  const problem = {code, file: seal.file, message, commit}
  const state = tellProblem(bench, problem, history)
  tell(
    'history',
    worst === 'fails' ? 'fails' : state,
    state === 'recorded'
      ? `Rewritten on counsel’s recorded instruction: ${commit.slice(0, 12)} became ${rewrite?.newCommit?.slice(0, 12) ?? ''}`
      : message,
  )
}

/** The other seals, and this one's place among them. */
async function checkChain(
  bench: Bench,
  history: SealHistory,
  held: SealState | undefined,
  signature: SignatureCheck,
): Promise<void> {
  const {seal, statement, tell} = bench
  const states = [
    ...(await othersProblems(bench, history, held?.file ?? seal.file, signature)),
    ...(held === undefined ? notHeld(bench, history) : await heldProblems(bench, held)),
  ]
  const state =
    (['fails', 'notChecked', 'recorded'] as const).find((it) => states.includes(it)) ?? 'holds'
  const {previous, sequence} = statement.predicate
  tell(
    'chain',
    state,
    state === 'holds'
      ? `Seal ${sequence} of ${Math.max(history.seals.length, sequence)}; ${previous === null ? 'the first' : `follows ${previous.path}`}`
      : state === 'notChecked'
        ? 'Something that vouches for a seal of the chain is wanting; the findings say what'
        : 'The seals are not as they were made; the findings say which',
  )
}

/** Said of this seal by its own checks. */
const ownCheck =
  /^history\/rewritten$|^input\/|^seal\/(?:signature-(?!swapped)|signer-|key-|unsigned)/

async function othersProblems(
  bench: Bench,
  history: SealHistory,
  own: string,
  signature: SignatureCheck,
): Promise<SealCheckState[]> {
  const {objectsNamed} = await import('../load/git/ancestry.ts')
  // The commit sealed may be older than the end of a key or a role, which records tell only since.
  const isNew = (code: string) =>
    signature.state === 'good' && /^seal\/(?:key-not-valid|signer-role)$/.test(code)
  const others = history.problems.filter(
    ({file, code}) => file !== own || !ownCheck.test(code) || isNew(code),
  )
  const commits = [...new Set(others.flatMap(({commit}) => commit ?? []))]
  // All in one process: a rewritten history may have any number of seals.
  const objects = await objectsNamed(bench.repository, commits)
  const here = new Set(commits.filter((_, index) => objects[index]?.type === 'commit'))
  const states: SealCheckState[] = []
  const {sequence} = bench.statement.predicate
  for (const problem of others) {
    const {code, commit = '', file, message} = problem
    const other = history.seals.find((it) => it.file === file)?.statement.predicate.sequence
    if (/^seal\/(?:unsigned|key-gone)$/.test(code) && other !== undefined && other < sequence) {
      // The seals after it name it by its hash: whoever signed them vouches for its bytes.
      bench.find(code, 'note', file, message, 'Nothing is to be done: the seal after it names it')
      continue
    }
    const gone = code === 'history/rewritten' && !here.has(commit)
    states.push(
      tellProblem(bench, {...problem, code: gone ? 'history/commit-missing' : code}, history),
    )
  }
  return states
}

/** A seal that the history does not hold: just made, or taken out of it. */
function notHeld({seal: {file, inRoot}, find}: Bench, {problems}: SealHistory): SealCheckState[] {
  if (problems.some((it) => it.file === file)) return []
  if (inRoot) {
    const help = 'git add seals && git commit'
    find('seal/uncommitted', 'note', file, 'The seal is not committed yet', help)
    return []
  }
  const message = 'Unexpected seal that the history does not hold, expected it among its seals'
  find('seal/not-held', 'error', file, message)
  return ['fails']
}

async function heldProblems(
  {seal, find}: Bench,
  {sha256, signatureSha256}: SealState,
): Promise<SealCheckState[]> {
  const {sha256Of} = await import('../seal/history.ts')
  const beside = seal.signature ?? seal.tag
  const edited = sha256 !== seal.sha256
  const swapped = (beside === null ? null : sha256Of(beside)) !== signatureSha256
  if (edited)
    find(
      'seal/edited',
      'error',
      seal.file,
      `Unexpected hash \`${seal.sha256}\` of the seal, expected \`${sha256}\`, as the history holds it`,
    )
  if (swapped)
    find(
      'seal/signature-swapped',
      'error',
      seal.file,
      'Unexpected signature beside the seal, expected the one that the history holds',
    )
  return edited || swapped ? ['fails'] : []
}
