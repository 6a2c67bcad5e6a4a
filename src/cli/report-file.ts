import {existsSync, realpathSync} from 'node:fs'
import {basename, dirname, isAbsolute, join, relative, resolve} from 'node:path'
import {CannotRun} from '../model/diagnostic.ts'

/**
 * The whole report holds the text of every root. Where overlays are read, a file in any of the
 * repositories would bring one root's text to whoever may read the other: it is refused.
 */
export function refuseReportInRoot({
  report,
  root,
  overlay,
}: {
  readonly report?: unknown
  readonly root: string
  readonly overlay: readonly string[]
}): void {
  if (typeof report !== 'string' || overlay.length === 0) return
  const file = whereItIs(resolve(report))
  const holder = [root, ...overlay].find((it) => holds(repositoryOf(whereItIs(resolve(it))), file))
  if (holder === undefined) return
  throw new CannotRun(
    `Unexpected --report \`${report}\` in the repository of \`${holder}\`, expected a file outside of every root`,
    'The report has the text of every root that is read; write it where no repository is',
  )
}

/** The path without links; of what does not exist yet, that of the folder that will hold it. */
function whereItIs(path: string): string {
  if (existsSync(path)) return realpathSync(path)
  const folder = dirname(path)
  return folder === path ? path : join(whereItIs(folder), basename(path))
}

/** The folder with the `.git` that holds a root; the root itself where there is none. */
function repositoryOf(root: string): string {
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder
    if (folder === dirname(folder)) return root
  }
}

function holds(folder: string, file: string): boolean {
  const way = relative(folder, file)
  return way !== '' && way.split(/[\\/]/)[0] !== '..' && !isAbsolute(way)
}
