import {createHash} from 'node:crypto'
import {lstatSync} from 'node:fs'
import {join} from 'node:path'
import {hashWithLf} from '../load/evidence.ts'
import type {Entry, ExhibitState, Workspace} from '../model/workspace.ts'
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
  const restore = 'Check it out with `git restore`, and verify again'
  const instructed =
    (options.overlays ?? []).length > 0
      ? ''
      : '; where counsel instructed it and the Hold is kept apart, name its root with `--overlay`'
  const faults = documents.flatMap((document) => {
    const fault = faultOf(document, bench, read)
    return fault === null ? [] : [{...fault, document}]
  })
  for (const {code, severity = 'error', file, message} of faults) {
    const more = code === 'exhibit/removed' ? instructed : ''
    const fix = severity === 'warning' ? restore : `${help}${more}`
    find(code, severity, file, message, severity === 'note' ? undefined : fix)
  }
  const of = (wanted: string) => faults.filter(({severity = 'error'}) => severity === wanted)
  const [wrong, absent, removed] = [of('error'), of('warning'), of('note')]
  const total = documents.length
  const here = documents.filter(({status}) => status === 'verified').length
  const held = here - removed.filter(({document}) => document.status === 'verified').length
  const elsewhere =
    here < total ? `; of ${total - here} kept elsewhere the record was looked at alone` : ''
  const instruction =
    removed.length === 0
      ? ''
      : `; ${removed.length} of ${total} removed on counsel’s recorded instruction`
  if (wrong.length > 0)
    return tell(
      'exhibits',
      'fails',
      `${wrong.length} of ${total} documents are not what was sealed${instruction}`,
    )
  if (absent.length > 0)
    return tell(
      'exhibits',
      'notChecked',
      `${absent.length} of ${total} documents are not in the working tree; HEAD holds them as sealed${instruction}`,
    )
  tell(
    'exhibits',
    'holds',
    `${held} of ${here} documents are what was sealed, at HEAD and in the working tree${elsewhere}${instruction}`,
  )
}

interface Fault {
  readonly code: string
  readonly file: string
  readonly message: string
  /** Left out: an error. A note where a removal on counsel's recorded instruction explains it. */
  readonly severity?: 'warning' | 'note'
}

/** A document that was registered at the sealed commit, and where it stood then. */
interface Registered {
  readonly entry: Entry<'Exhibit' | 'EvidenceTable'>
  readonly status: ExhibitState['status']
}

/** What became of one document since it was sealed; null where it is as it was. */
function faultOf(
  {entry: {kind, value, file: recordFile}, status}: Registered,
  bench: Bench,
  read: (path: string) => Uint8Array,
): Fault | null {
  const {
    current: {workspace},
    removals,
    options: {root},
  } = bench
  const {id, file = '', sha256 = ''} = value
  const what = `${kind} \`${id}\``
  const entry = workspace.find(kind, id)
  const path = entry?.value.file
  const state = workspace.exhibit(kind, id)
  const fault = (code: string, message: string): Fault => ({code, file: path ?? file, message})
  const removal = removals.find((it) => it.path === (file === '' ? recordFile : file))
  const lost = status === 'verified' && (path === undefined || state.status === 'missing')
  if (entry === undefined || lost) {
    if (removal !== undefined) {
      const message = `On the recorded instruction of counsel of ${removal.date}, ${what} was removed`
      return {...fault('exhibit/removed', message), severity: 'note'}
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
  if (path === undefined || state.status !== 'verified') return null
  const here = standsAs(root, path, read, state.sha256 ?? '')
  if (here === 'same') return null
  if (here === 'absent')
    return {
      ...fault(
        'exhibit/absent',
        `Unexpected absence of ${what} in the working tree, expected it as HEAD holds it`,
      ),
      severity: 'warning',
    }
  return fault(
    'exhibit/working-tree',
    here === 'link'
      ? `Unexpected link on the way to the document of ${what} in the working tree, expected the folders and the file that HEAD holds`
      : `Unexpected document of ${what} in the working tree, expected the one at HEAD`,
  )
}

/** Tables that stood there, and every exhibit that was registered with a hash, wherever it is kept. */
function registered({all, exhibit}: Workspace): readonly Registered[] {
  return [...all('Exhibit'), ...all('EvidenceTable')]
    .filter(({root}) => root === 'main')
    .map((entry) => ({entry, status: exhibit(entry.kind, entry.value.id).status}))
    .filter(
      ({entry: {kind, value}, status}) =>
        status === 'verified' || (kind === 'Exhibit' && value.sha256 !== undefined),
    )
}

/**
 * What stands in the working tree at the path of a document. A link is not followed, wherever on the
 * way it stands: what it leads to is not the repository's, and may be another thing tomorrow. Line
 * ends as a checkout on another system writes them are no change.
 */
function standsAs(
  root: string,
  path: string,
  read: (path: string) => Uint8Array,
  sha256: string,
): 'same' | 'other' | 'link' | 'absent' {
  try {
    const parts = path.split('/')
    for (let end = 1; end <= parts.length; end += 1) {
      const stats = lstatSync(join(root, ...parts.slice(0, end)), {throwIfNoEntry: false})
      if (stats === undefined) return 'absent'
      if (stats.isSymbolicLink()) return 'link'
    }
    const bytes = read(path)
    const hash = createHash('sha256').update(bytes).digest('hex')
    return hash === sha256 || hashWithLf(bytes) === sha256 ? 'same' : 'other'
  } catch {
    // A file in place of a folder, or one that cannot be read, is not what was registered.
    return 'other'
  }
}
