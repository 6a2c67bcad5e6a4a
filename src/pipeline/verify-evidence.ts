import {createHash} from 'node:crypto'
import {hashWithLf} from '../load/evidence.ts'
import {compareText} from '../model/location.ts'
import type {Entry, Workspace} from '../model/workspace.ts'
import {inputsOf} from './seal.ts'
import {shownPath, type Bench} from './verify.ts'

/** Every input at the sealed commit, by its hash. */
export function checkInputs({statement, then, gone, rewrite, removals, tell, find}: Bench): void {
  const {inputs} = statement.predicate
  if (then === null) return tell('inputs', 'notChecked', `Not looked at: ${gone}`)
  const now = inputsOf(then.workspace)
  const paths = [...new Set([...Object.keys(inputs), ...Object.keys(now)])].sort(compareText)
  const removed = rewrite === undefined ? [] : removals.map(({path}) => path)
  let wrong = 0
  let recorded = 0
  for (const path of paths) {
    const [sealed, found] = [inputs[path], now[path]]
    if (sealed === found) continue
    if (removed.includes(path)) {
      recorded += 1
      continue
    }
    wrong += 1
    if (found === undefined)
      find(
        'input/missing',
        'error',
        path,
        `Unexpected absence of ${shownPath(path)}, expected it at the sealed commit`,
      )
    else if (sealed === undefined)
      find(
        'input/added',
        'error',
        path,
        `Unexpected file ${shownPath(path)}, expected only what the seal names`,
      )
    else
      find(
        'input/hash',
        'error',
        path,
        `Unexpected hash \`${found}\`, expected \`${sealed}\`, as it was sealed`,
      )
  }
  const total = Object.keys(inputs).length
  if (wrong > 0) return tell('inputs', 'fails', `${wrong} of ${total} differ from what was sealed`)
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
  const {then, gone, now, removals, options, tell, find} = bench
  if (then === null) return tell('exhibits', 'notChecked', `Not looked at: ${gone}`)
  const sealed = registered(then.workspace)
  const {openWorktree} = await import('../load/worktree.ts')
  const worktree = openWorktree(options.root)
  let wrong = 0
  const fault = (code: string, file: string, message: string) => {
    wrong += 1
    find(
      code,
      'error',
      file,
      message,
      'Put the registered document back; register another one as an exhibit of its own',
    )
  }
  for (const {kind, value} of sealed) {
    const {id, file = '', sha256 = ''} = value
    const entry = now.workspace.find(kind, id)
    if (removals.some(({path}) => path === file)) {
      find(
        'exhibit/removed',
        'note',
        file,
        `${kind} \`${id}\` was removed on counsel’s recorded instruction`,
      )
      continue
    }
    if (entry === undefined || entry.value.file === undefined) {
      if (kind === 'Exhibit')
        fault(
          'exhibit/removed',
          file,
          `Unexpected absence of Exhibit \`${id}\`, which was sealed, expected it kept`,
        )
      continue
    }
    const path = entry.value.file
    const state = now.workspace.exhibit(kind, id)
    // A table grows with every period; an exhibit is one document.
    if (kind === 'Exhibit' && entry.value.sha256 !== sha256)
      fault(
        'exhibit/re-registered',
        path,
        `Unexpected hash \`${entry.value.sha256 ?? 'none'}\` registered for Exhibit \`${id}\`, expected \`${sha256}\`, as it was sealed`,
      )
    else if (state.status === 'mismatch')
      fault(
        'exhibit/swapped',
        path,
        `Unexpected document of ${kind} \`${id}\` at HEAD, expected the one registered`,
      )
    else if (state.status === 'missing')
      fault(
        'exhibit/removed',
        path,
        `Unexpected absence of the document of ${kind} \`${id}\` at HEAD, expected it kept`,
      )
    else if (state.status === 'verified' && !isHere(worktree.read, path, state.sha256 ?? ''))
      fault(
        'exhibit/working-tree',
        path,
        `Unexpected document of ${kind} \`${id}\` in the working tree, expected the one at HEAD`,
      )
  }
  tell(
    'exhibits',
    wrong > 0 ? 'fails' : 'holds',
    wrong > 0
      ? `${wrong} of ${sealed.length} documents are not what was sealed`
      : `${sealed.length} of ${sealed.length} documents are what was sealed, at HEAD and in the working tree`,
  )
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
