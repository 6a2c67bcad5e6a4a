import type {Entry, Kind, Workspace} from './workspace.ts'

/** Every root sees the main one and itself: who reads it may not be able to read another. */
export function sees(from: string, root: string): boolean {
  return root === 'main' || root === from
}

const views = new WeakMap<Workspace, Map<string, Workspace>>()

/**
 * The records that the readers of a root have at hand, so that what is told of it does not depend on
 * which other roots were read. Roots, histories and files are those of the whole.
 */
export function viewFrom(workspace: Workspace, root: string): Workspace {
  if (workspace.entries.every((it) => sees(root, it.root))) return workspace
  const known = views.get(workspace) ?? new Map<string, Workspace>()
  views.set(workspace, known)
  const view = known.get(root) ?? viewOf(workspace, root)
  known.set(root, view)
  return view
}

function viewOf(workspace: Workspace, root: string): Workspace {
  const {find, references} = workspace
  const seen = (it: {readonly root: string}) => sees(root, it.root)
  const entries = workspace.entries.filter(seen)
  const byKind = new Map<Kind, Entry[]>()
  for (const entry of entries) {
    const ofKind = byKind.get(entry.kind)
    if (ofKind === undefined) byKind.set(entry.kind, [entry])
    else ofKind.push(entry)
  }
  return {
    ...workspace,
    entries,
    all: <K extends Kind>(kind: K) => (byKind.get(kind) ?? []) as unknown as readonly Entry<K>[],
    find: (kind, id) => {
      const found = find(kind, id)
      return found !== undefined && seen(found) ? found : undefined
    },
    ...(references === undefined
      ? {}
      : {references: (entry: Entry) => references(entry).filter(seen)}),
  }
}
