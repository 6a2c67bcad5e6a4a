import type {Ancestry} from '../load/git/ancestry.ts'
import type {SealProblem, SealState} from '../model/seal.ts'

/**
 * Whether each seal follows the one before it, unchanged, and whether the history still leads to
 * what each sealed.
 *
 * @param seals - In the order of their numbers.
 */
export function chainProblems(
  seals: readonly SealState[],
  ancestry: Ancestry,
): readonly SealProblem[] {
  const byFile = new Map(seals.map((it) => [it.file, it]))
  const firstOf = new Map(
    seals.toReversed().map((it) => [it.statement.predicate.sequence, it] as const),
  )
  return seals.flatMap((seal) => [
    ...linkProblems(seal, byFile, ancestry),
    ...forkProblems(seal, firstOf.get(seal.statement.predicate.sequence) ?? seal),
    ...reachProblems(seal, ancestry),
  ])
}

function linkProblems(
  {file, statement: {predicate}}: SealState,
  byFile: ReadonlyMap<string, SealState>,
  ancestry: Ancestry,
): SealProblem[] {
  const {previous, sequence, commit} = predicate
  if (previous === null)
    return sequence === 1
      ? []
      : [
          {
            code: 'seal/chain-missing',
            file,
            message: `Unexpected seal ${sequence} that names none before it, expected seal ${sequence - 1}`,
          },
        ]
  const before = byFile.get(previous.path)
  if (before === undefined)
    return [
      {
        code: 'seal/chain-missing',
        file,
        message: `Unexpected absence of seal \`${previous.path}\`, expected it: seal ${sequence} follows it`,
        missing: previous.path,
      },
    ]
  const problems: SealProblem[] = []
  if (before.sha256 !== previous.sha256)
    problems.push({
      code: 'seal/chain-broken',
      file: before.file,
      message: `Unexpected hash \`${before.sha256}\`, expected \`${previous.sha256}\`, as seal ${sequence} has it`,
    })
  if (before.signatureSha256 !== previous.signature)
    problems.push({
      code: 'seal/chain-signature',
      file: before.file,
      message: `Unexpected hash of the signature, expected \`${previous.signature ?? 'none'}\`, as seal ${sequence} has it`,
    })
  const {sequence: number, commit: earlier} = before.statement.predicate
  const turned = ancestry.has(commit) && ancestry.has(earlier) && !ancestry.leadsTo(commit, earlier)
  if (number !== sequence - 1 || turned)
    problems.push({
      code: 'seal/chain-order',
      file,
      message: turned
        ? `Unexpected commit \`${commit.slice(0, 12)}\` of seal ${sequence}, expected one that leads back to seal ${number}`
        : `Unexpected seal ${sequence} after seal ${number}, expected seal ${number + 1}`,
    })
  return problems
}

function forkProblems(seal: SealState, other: SealState): SealProblem[] {
  const {sequence} = seal.statement.predicate
  if (other === seal) return []
  return [
    {
      code: 'seal/chain-fork',
      file: seal.file,
      message: `Unexpected second seal ${sequence}, expected \`${other.file}\` alone`,
    },
  ]
}

function reachProblems(
  {file, statement: {predicate}}: SealState,
  ancestry: Ancestry,
): SealProblem[] {
  const {commit} = predicate
  if (ancestry.has(commit)) return []
  return [
    {
      code: 'history/rewritten',
      file,
      message: `Unexpected history that does not lead to \`${commit}\`, expected the sealed commit among its ancestors`,
      commit,
    },
  ]
}
