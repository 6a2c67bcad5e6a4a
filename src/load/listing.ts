import type {Diagnostic} from '../model/diagnostic.ts'
import {startOf, type Location} from '../model/location.ts'
import {isSealPath} from '../model/seal.ts'
import {quoted} from '../model/show.ts'
import type {Source} from '../model/source.ts'
import {compileGlob, type Glob} from './glob.ts'
import {rootOf} from './text.ts'

/** What each file of a root is, by the globs of its `cinch.yaml`, or by its place as a seal. */
export interface Listing {
  /** Why a file is none of the three, and where that is written; undefined where it may be one. */
  readonly ignored: (path: string) => Ignored | undefined
  /** Whether a record glob names a path, ignored or not. */
  readonly isRecordPath: (path: string) => boolean
  readonly use: (path: string) => FileUse | undefined
  /** Record globs of `cinch.yaml` that no file has matched so far. */
  readonly unmatched: () => readonly Diagnostic[]
  readonly diagnostics: readonly Diagnostic[]
}

/** A seal is no evidence and no record: it speaks of all of them. */
export type FileUse = 'record' | 'table' | 'exhibit' | 'seal'

export interface Ignored {
  readonly reason: string
  /** The entry of `cinch.yaml`; left out for what is ignored without one. */
  readonly locate?: () => Location
}

const defaults = {
  records: ['**/*.{yaml,yml}'],
  tables: ['tables/**'],
  exhibits: ['exhibits/**'],
} as const

/** Files that git keeps for itself. */
const ofGit = /(?:^|\/)\.git(?:ignore|attributes|modules|keep)$|(?:^|\/)\.mailmap$/

/**
 * Files that stand in most repositories and are no evidence, with the reason. They need no entry in
 * `ignore`, and are scanned as all ignored files are. A glob that names one of them goes first.
 */
const common: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\/)\.DS_Store$/, 'Settings of a file browser'],
  [/^\.(?:github|gitlab)\/|^\.gitlab-ci\.yml$/, 'Settings of a forge'],
  [/^CODEOWNERS$/, 'Settings of a forge'],
  [/^\.vscode\/|^\.editorconfig$/, 'Settings of an editor'],
  [/^\.pre-commit-config\.yaml$/, 'Checks before a commit'],
  [/^(?:README|SECURITY)\.md$|^LICENSE$/, 'For people who keep the repository'],
  [/^dossier\//, 'A compiled dossier'],
  [/^audits\//, 'Workpapers of audits'],
  [/^\.cinch\/imports\/[^/]+\.yaml$/, 'How a spreadsheet is read by `cinch import`'],
]

/** Whether any of the above may name a path: most are records, and need one look. */
const anyCommon = new RegExp(common.map(([name]) => name.source).join('|'))

type Located = Glob & {readonly locate: () => Location; readonly written: boolean; used: boolean}

/**
 * Reads the globs. `ignore` goes first, then records, tables, exhibits: a YAML file among the
 * tables is far more likely a record, and says so at once where it is not.
 */
export function readListing(root: string, config: unknown, source: Source | undefined): Listing {
  const diagnostics: Diagnostic[] = []
  const at = (path: (string | number)[]) =>
    source?.locate(path) ?? startOf('cinch.yaml', rootOf(root))
  const compile = (text: string, path: (string | number)[], dot: boolean): Located[] => {
    const glob = compileGlob(text, {dot})
    if ('matches' in glob)
      return [{...glob, locate: () => at(path), written: path.length > 0, used: false}]
    diagnostics.push({
      code: 'config/glob',
      severity: 'error',
      message: `Unexpected ${glob.problem}, expected a glob such as \`records/**/*.yaml\``,
      location: at(path),
      help: 'Use `*`, `?`, `**` and `{a,b}`, from the root down',
    })
    return []
  }
  const globsOf = (field: keyof typeof defaults): Located[] => {
    const written = field in Object(config) ? (config as Record<string, unknown>)[field] : undefined
    if (!Array.isArray(written)) return defaults[field].flatMap((it) => compile(it, [], false))
    return written.flatMap((it, index) =>
      typeof it === 'string' ? compile(it, [field, index], false) : [],
    )
  }
  const records = globsOf('records')
  const tables = globsOf('tables')
  const exhibits = globsOf('exhibits')
  const ignore = ignoresOf(config).flatMap(({glob, reason, index}) =>
    compile(glob, ['ignore', index, 'glob'], true).map((it) => ({...it, reason})),
  )
  const some = (globs: readonly Located[], path: string): boolean => {
    let found = false
    for (const glob of globs) {
      if (!glob.matches(path)) continue
      glob.used = true
      found = true
    }
    return found
  }
  const use: Listing['use'] = (path) => {
    if (isSealPath(path)) return 'seal'
    if (some(records, path)) return 'record'
    if (some(tables, path)) return 'table'
    return some(exhibits, path) ? 'exhibit' : undefined
  }
  return {
    ignored: (path) => {
      if (ofGit.test(path)) return {reason: 'Settings of git'}
      const entry = ignore.find((it) => it.matches(path))
      if (entry !== undefined) return entry
      if (!anyCommon.test(path)) return undefined
      const reason = common.find(([name]) => name.test(path))?.[1]
      return reason === undefined || use(path) !== undefined ? undefined : {reason}
    },
    isRecordPath: (path) => records.some((it) => it.matches(path)),
    use,
    unmatched: () => records.filter((it) => it.written && !it.used).map(unmatchedGlob),
    diagnostics,
  }
}

function ignoresOf(config: unknown): {glob: string; reason: string; index: number}[] {
  const written: unknown = (config as {ignore?: unknown} | undefined)?.ignore
  if (!Array.isArray(written)) return []
  return written.flatMap((it: unknown, index) => {
    const {glob, reason} = (it ?? {}) as {glob?: unknown; reason?: unknown}
    if (typeof glob !== 'string') return []
    return [{glob, reason: typeof reason === 'string' ? reason : '', index}]
  })
}

function unmatchedGlob({text, locate}: Located): Diagnostic {
  return {
    code: 'config/glob-unmatched',
    severity: 'warning',
    message: `Unexpected glob ${quoted(text)} that matches no file, expected at least one`,
    location: locate(),
    help: 'Correct the glob, or remove it',
  }
}
