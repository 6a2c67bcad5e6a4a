import {compareText} from '../model/location.ts'
import {quoted} from '../model/show.ts'
import type {RecordedRemoval} from '../model/seal.ts'
import type {Workspace} from '../model/workspace.ts'

/** SHA-256 of every file that a dossier rests on, by its path from the governance root. */
export type Inputs = Readonly<Record<string, string>>

/**
 * Files that the dossier rests on, as its manifest has them: configuration, records, evidence. A
 * document kept elsewhere, for which a pointer stands here, is no file of the commit.
 */
export function inputsOf(workspace: Workspace): Inputs {
  const {hashes = [], all, exhibit} = workspace
  const evidence = [...all('Exhibit'), ...all('EvidenceTable')]
    .filter(({root}) => root === 'main')
    .flatMap(({kind, value: {id, file}}) => {
      const {status, sha256, pointer} = exhibit(kind, id)
      const here = status !== 'pointer' && pointer !== true
      return file === undefined || sha256 === undefined || !here ? [] : [[file, sha256] as const]
    })
  return Object.fromEntries([
    ...hashes.filter(({root}) => root === 'main').map(({file, sha256}) => [file, sha256]),
    ...evidence,
  ])
}

/** An input that is not what was sealed. */
export interface InputDifference {
  readonly code: 'input/missing' | 'input/added' | 'input/hash'
  readonly path: string
  readonly message: string
}

/**
 * What differs between the inputs that a seal names and those of the commit itself, or of the one in
 * its place.
 *
 * @param removed - Paths that counsel's recorded instruction names; they are counted, not told.
 */
export function inputDifferences(
  sealed: Inputs,
  now: Inputs,
  removed: readonly string[],
): {readonly wrong: readonly InputDifference[]; readonly recorded: number} {
  const paths = [...new Set([...Object.keys(sealed), ...Object.keys(now)])].sort(compareText)
  const differing = paths.filter((it) => own(sealed, it) !== own(now, it))
  const wrong = differing.filter((it) => !removed.includes(it))
  return {
    wrong: wrong.map((path) => differenceOf(path, own(sealed, path), own(now, path))),
    recorded: differing.length - wrong.length,
  }
}

function own(inputs: Inputs, path: string): string | undefined {
  return Object.hasOwn(inputs, path) ? inputs[path] : undefined
}

function differenceOf(path: string, then?: string, found?: string): InputDifference {
  if (found === undefined)
    return {
      code: 'input/missing',
      path,
      message: `Unexpected absence of ${quoted(path)}, expected it at the sealed commit`,
    }
  if (then === undefined)
    return {
      code: 'input/added',
      path,
      message: `Unexpected file ${quoted(path)}, expected only what the seal names`,
    }
  return {
    code: 'input/hash',
    path,
    message: `Unexpected hash \`${found}\` of ${quoted(path)}, expected \`${then}\`, as it was sealed`,
  }
}

/** Paths that were to change where a sealed commit was rewritten; one that names another does not. */
export function removedPaths(
  removals: readonly RecordedRemoval[],
  sealed: string,
): readonly string[] {
  return removals
    .filter(({commit}) => commit === undefined || commit === sealed)
    .map(({path}) => path)
}
