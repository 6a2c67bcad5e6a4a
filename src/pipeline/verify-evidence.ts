import {createHash} from 'node:crypto'
import {hashWithLf} from '../load/evidence.ts'
import type {Entry, Workspace} from '../model/workspace.ts'
import {inputDifferences, inputsOf, removedPaths} from '../seal/inputs.ts'
import type {Bench} from './verify.ts'

/** Every input at the sealed commit, by its hash. */
export function checkInputs({statement, sealed, gone, rewrite, removals, tell, find}: Bench): void {
  const {inputs, commit} = statement.predicate
  if (sealed === null) return tell('inputs', 'notChecked', `Not looked at: ${gone}`)
  const removed = rewrite === undefined ? [] : removedPaths(removals, commit)
  const {wrong, recorded} = inputDifferences(inputs, inputsOf(sealed.workspace), removed)
  for (const {code, path, message} of wrong) find(code, 'error', path, message)
  const total = Object.keys(inputs).length
  if (wrong.length > 0)
    return tell('inputs', 'fails', `${wrong.length} of ${total} differ from what was sealed`)
  if (recorded > 0)
    return tell(
      'inputs',
      'recorded',
      `${recorded} of ${total} removed on counsel’s recorded instruction; the others are as sealed`,
    )
  tell('inputs', 'holds', `${total} of ${total} have the hash that was sealed`)
}

/** What was sealed as evidence is still that, in the commit at `HEAD` and in the working tree. */
export async function checkEvidence(bench: Bench): Promise<void> {
  const {sealed, gone, options, tell, find} = bench
  if (sealed === null) return tell('exhibits', 'notChecked', `Not looked at: ${gone}`)
  const documents = registered(sealed.workspace)
  const {openWorktree} = await import('../load/worktree.ts')
  const {read} = openWorktree(options.root)
  const help = 'Put the registered document back; register another one as an exhibit of its own'
  const instructed =
    (options.overlays ?? []).length > 0
      ? ''
      : '; where counsel instructed it and the Hold is kept apart, name its root with `--overlay`'
  let wrong = 0
  let removed = 0
  for (const document of documents) {
    const fault = faultOf(document, bench, read)
    if (fault === null) continue
    const {code, file, message, recorded} = fault
    if (recorded === true) {
      removed += 1
      find(code, 'note', file, message)
    } else {
      wrong += 1
      const more = code === 'exhibit/removed' ? instructed : ''
      find(code, 'error', file, message, `${help}${more}`)
    }
  }
  const total = documents.length
  const instruction =
    removed === 0 ? '' : `; ${removed} of ${total} removed on counsel’s recorded instruction`
  tell(
    'exhibits',
    wrong > 0 ? 'fails' : 'holds',
    wrong > 0
      ? `${wrong} of ${total} documents are not what was sealed${instruction}`
      : `${total - removed} of ${total} documents are what was sealed, at HEAD and in the working tree${instruction}`,
  )
}

interface Fault {
  readonly code: string
  readonly file: string
  readonly message: string
  /** Explained by a removal on counsel's recorded instruction. */
  readonly recorded?: boolean
}

/** What became of one document since it was sealed; null where it is as it was. */
function faultOf(
  {kind, value}: Entry<'Exhibit' | 'EvidenceTable'>,
  {current: {workspace}, removals}: Bench,
  read: (path: string) => Uint8Array,
): Fault | null {
  const {id, file = '', sha256 = ''} = value
  const what = `${kind} \`${id}\``
  const entry = workspace.find(kind, id)
  const path = entry?.value.file
  const state = workspace.exhibit(kind, id)
  const fault = (code: string, message: string): Fault => ({code, file: path ?? file, message})
  const removal = removals.find((it) => it.path === file)
  if (entry === undefined || path === undefined || state.status === 'missing') {
    if (removal !== undefined) {
      const message = `On the recorded instruction of counsel of ${removal.date}, ${what} was removed`
      return {...fault('exhibit/removed', message), recorded: true}
    }
    // A table may be replaced by the next one.
    if (entry === undefined && kind === 'EvidenceTable') return null
    return fault(
      'exhibit/removed',
      `Unexpected absence of ${what}, which was sealed, expected it kept`,
    )
  }
  // A table grows with every period; an exhibit is one document.
  if (kind === 'Exhibit' && entry.value.sha256 !== sha256)
    return fault(
      'exhibit/re-registered',
      `Unexpected hash \`${entry.value.sha256 ?? 'none'}\` registered for ${what}, expected \`${sha256}\`, as it was sealed`,
    )
  if (state.status === 'mismatch')
    return fault(
      'exhibit/swapped',
      `Unexpected document of ${what} at HEAD, expected the one registered`,
    )
  if (state.status === 'verified' && !isHere(read, path, state.sha256 ?? ''))
    return fault(
      'exhibit/working-tree',
      `Unexpected document of ${what} in the working tree, expected the one at HEAD`,
    )
  return null
}

function registered({all, exhibit}: Workspace): readonly Entry<'Exhibit' | 'EvidenceTable'>[] {
  return [...all('Exhibit'), ...all('EvidenceTable')].filter(
    ({root, kind, value}) => root === 'main' && exhibit(kind, value.id).status === 'verified',
  )
}

/** Line ends as a checkout on another system writes them are no change. */
function isHere(read: (path: string) => Uint8Array, path: string, sha256: string): boolean {
  try {
    const bytes = read(path)
    const hash = createHash('sha256').update(bytes).digest('hex')
    return hash === sha256 || hashWithLf(bytes) === sha256
  } catch {
    return false
  }
}
