import type {SealHistory, SealState} from '../model/seal.ts'
import type {SignatureCheck} from '../model/signature.ts'
import {keysOnRecord} from '../model/seal.ts'
import type {SealCheckState} from '../model/verification.ts'
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
  const replacements = bench.removals.flatMap(({newCommit}) => newCommit ?? [])
  const history = await readSealHistory({
    repository,
    rootName: 'main',
    commit: head,
    keys: keysOnRecord(bench.now.workspace),
    replacements,
  })
  const held = history.seals.find((it) => it.file === seal.file || it.sha256 === seal.sha256)
  const signature = await checkSignature(bench, held ?? null)
  await checkReach(bench, history, worst)
  await checkChain(bench, history, held)
  return {signature}
}

async function checkSignature(bench: Bench, held: SealState | null): Promise<SignatureCheck> {
  const {seal, statement, options, tell, find} = bench
  const [{checkSealSignature, signatureProblem}, {tagProblem}] = await Promise.all([
    import('../seal/signature.ts'),
    import('../seal/repository-checks.ts'),
  ])
  const at = held?.first?.at ?? options.now
  const signature = checkSealSignature(seal, statement, keysThen(bench), at)
  const problem = signatureProblem(statement.predicate, signature)
  const tag = await tagProblem(bench.repository, seal, statement)
  if (tag !== null) find(tag.code, 'error', seal.file, tag.message)
  if (problem === null && tag === null) {
    tell('signature', 'holds', `Signed by ${signature.person ?? ''} with ${signature.key ?? ''}`)
    return signature
  }
  const gap = tag === null && /unsigned$|unchecked$/.test(problem?.code ?? '')
  if (problem !== null) find(problem.code, gap ? 'warning' : 'error', seal.file, problem.words)
  tell('signature', gap ? 'notChecked' : 'fails', problem?.words ?? tag?.message ?? '')
  return signature
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
): Promise<void> {
  const {repository, seal, statement, tell, find} = bench
  const {objectsNamed} = await import('../load/git/ancestry.ts')
  const states: SealCheckState[] = []
  const reach = (code: string) => code === 'history/rewritten'
  for (const problem of history.problems) {
    const own = problem.file === seal.file
    // Said of this seal already, by its own check.
    if (
      own &&
      (reach(problem.code) || /^seal\/(?:signature-(?!swapped)|key-|unsigned)/.test(problem.code))
    )
      continue
    const [object] =
      problem.commit === undefined ? [] : await objectsNamed(repository, [problem.commit])
    const gone = reach(problem.code) && object?.type !== 'commit'
    states.push(
      tellProblem(bench, gone ? {...problem, code: 'history/commit-missing'} : problem, history),
    )
  }
  const {file, sha256} = seal
  const beside = seal.signature ?? seal.tag
  const {sha256Of} = await import('../seal/history.ts')
  if (held === undefined) {
    if (seal.inRoot && !history.problems.some((it) => it.file === file))
      find(
        'seal/uncommitted',
        'note',
        file,
        'The seal is not committed yet',
        'git add seals && git commit',
      )
    else if (!history.problems.some((it) => it.file === file)) {
      states.push('fails')
      find(
        'seal/not-held',
        'error',
        file,
        'Unexpected seal that the history does not hold, expected it among its seals',
      )
    }
  } else {
    if (held.sha256 !== sha256) {
      states.push('fails')
      find(
        'seal/edited',
        'error',
        file,
        `Unexpected hash \`${sha256}\` of the seal, expected \`${held.sha256}\`, as the history holds it`,
      )
    }
    if ((beside === null ? null : sha256Of(beside)) !== held.signatureSha256) {
      states.push('fails')
      find(
        'seal/signature-swapped',
        'error',
        file,
        'Unexpected signature beside the seal, expected the one that the history holds',
      )
    }
  }
  const state =
    (['fails', 'notChecked', 'recorded'] as const).find((it) => states.includes(it)) ?? 'holds'
  const {previous, sequence} = statement.predicate
  tell(
    'chain',
    state,
    state === 'holds'
      ? `Seal ${sequence} of ${Math.max(history.seals.length, sequence)}; ${previous === null ? 'the first' : `follows ${previous.path}`}`
      : 'The seals are not as they were made; the findings say which',
  )
}
