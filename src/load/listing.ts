import type {Diagnostic} from '../model/diagnostic.ts'
import {startOf, type Location} from '../model/location.ts'
import {quoted} from '../model/show.ts'
import type {Source} from '../model/source.ts'
import {compileGlob, type Glob} from './glob.ts'
import {rootOf} from './text.ts'

/** What each file of a root is, by the globs of its `cinch.yaml`. */
export interface Listing {
  readonly ignored: (path: string) => string | undefined
  readonly use: (path: string) => 'record' | 'table' | 'exhibit' | undefined
  /** Record globs as written, which no file has matched so far. */
  readonly unmatched: () => readonly Diagnostic[]
  readonly diagnostics: readonly Diagnostic[]
}

const defaults = {
  records: ['**/*.{yaml,yml}'],
  tables: ['tables/**'],
  exhibits: ['exhibits/**'],
} as const

/** Files that git keeps for itself; anything else has to be listed. */
const ofGit = /(?:^|\/)\.git(?:ignore|attributes|modules|keep)$|(?:^|\/)\.mailmap$/

type Located = Glob & {readonly locate: () => Location; used: boolean}

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
    if ('matches' in glob) return [{...glob, locate: () => at(path), used: false}]
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
  return {
    ignored: (path) =>
      ofGit.test(path) ? 'Settings of git' : ignore.find((it) => it.matches(path))?.reason,
    use: (path) => {
      if (some(records, path)) return 'record'
      if (some(tables, path)) return 'table'
      return some(exhibits, path) ? 'exhibit' : undefined
    },
    unmatched: () => records.filter((it) => !it.used).map(unmatchedGlob),
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
