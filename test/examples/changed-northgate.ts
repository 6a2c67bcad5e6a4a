import {readTrail} from '../../src/load/git/history.ts'
import {loadSources} from '../../src/load/load.ts'
import {openWorktree} from '../../src/load/worktree.ts'
import {assess} from '../../src/assess/assess.ts'
import type {Assessment, QuestionResult, TestResult} from '../../src/model/assessment.ts'
import type {Diagnostic} from '../../src/model/diagnostic.ts'
import {exceptionMonths} from '../../src/model/exception.ts'
import type {Source} from '../../src/model/source.ts'
import {evaluate} from '../../src/pipeline/evaluate.ts'
import {open} from '../../src/pipeline/open.ts'
import {rules} from '../../src/rules/index.ts'
import {readTable} from '../../src/tables/csv.ts'
import {validate} from '../../src/validate/validate.ts'
import type {Edit} from './changes/change.ts'

const asOf = '2026-06-30'

/** What the tests say, by line and id of the test. */
export type Said = Readonly<Record<string, Readonly<Record<string, TestResult>>>>

export interface Judged {
  readonly said: Said
  readonly readiness: Readonly<Record<string, string>>
  /** The four questions and integrity, by line and name. */
  readonly questions: Readonly<Record<string, Readonly<Record<string, QuestionResult>>>>
  /** Codes of the errors that loading and validation found. */
  readonly errors: readonly string[]
}

/**
 * The replayed network, held in memory so that hundreds of changes can be judged: the stages are
 * those of a command, over the same files but those changed, with the history of the repository.
 * Records whose file did not change are not parsed anew, since that gives what it gave.
 */
export async function holdNorthgate(root: string) {
  const tree = openWorktree(root)
  const files = new Map(tree.list().map(({path}) => [path, Buffer.from(tree.read(path))]))
  const trail = await readTrail({root, rootName: 'main', at: 'HEAD'})
  const inMessages = trail.status === 'complete' ? (trail.hits ?? []) : []
  const knownThresholds = [...rules.flatMap((it) => it.thresholds), exceptionMonths]
  const parsed = new Map<string, Source>()

  const judge = async (edits: readonly Edit[]): Promise<Judged> => {
    const held = new Map(files)
    for (const edit of edits) applyTo(held, edit)
    const read = await loadSources({
      root,
      overlays: [],
      at: 'HEAD',
      store: () => Promise.resolve(storeOf(held)),
    })
    const loaded = {...read, hits: [...read.hits, ...inMessages]}
    const sources = loaded.sources.map((it) => {
      if (held.get(it.file) !== files.get(it.file)) return it
      const key = `${it.file} ${it.index}`
      const known = parsed.get(key) ?? it
      parsed.set(key, known)
      return known
    })
    const {workspace, diagnostics} = validate(
      {...loaded, sources},
      {asOf, trails: [trail], readTable, knownThresholds},
    )
    const {assessment} = assess(workspace, rules, {version: '0.0.0'})
    return judgedOf(assessment, [...loaded.diagnostics, ...diagnostics])
  }
  return {judge}
}

/** The same by the whole path of a command, which reads from disk and git. */
export async function judgeCommit(root: string, at = 'HEAD'): Promise<Judged> {
  const opened = await open({root, overlays: [], at, asOf, history: true})
  const {assessment} = await evaluate(opened, '0.0.0')
  return judgedOf(assessment, opened.diagnostics)
}

/** What an assessment says, by line and test. */
export function judgedOf({lines}: Assessment, diagnostics: readonly Diagnostic[]): Judged {
  return {
    said: Object.fromEntries(
      lines.map(({line, results}) => [
        line.id,
        Object.fromEntries(results.map((it) => [it.rule, it])),
      ]),
    ),
    readiness: Object.fromEntries(lines.map(({line, readiness}) => [line.id, readiness])),
    questions: Object.fromEntries(
      lines.map(({line, questions}) => [
        line.id,
        Object.fromEntries(questions.map((it) => [it.question, it])),
      ]),
    ),
    errors: diagnostics.filter(({severity}) => severity === 'error').map(({code}) => code),
  }
}

function applyTo(files: Map<string, Buffer>, edit: Edit): void {
  const after = edited(edit, files.get(edit.file)?.toString('utf8'))
  if (after === undefined) files.delete(edit.file)
  else files.set(edit.file, Buffer.from(after))
}

/**
 * The text of a file after an edit; undefined where it is gone.
 *
 * @throws {Error} Where the edit does not meet the file that it was written for.
 */
export function edited(edit: Edit, before: string | undefined): string | undefined {
  if ('text' in edit) {
    if (before !== undefined) throw new Error(`Unexpected file ${edit.file}, expected a new one`)
    return edit.text
  }
  if (before === undefined) throw new Error(`Expected a file ${edit.file}`)
  if ('gone' in edit) return undefined
  const after = before.replace(edit.from, edit.to)
  if (after === before) throw new Error(`Expected ${String(edit.from)} in ${edit.file}`)
  return after
}

/** Ordered by path, code units, as a store promises. */
function storeOf(files: ReadonlyMap<string, Buffer>) {
  const listed = [...files.keys()].sort().map((path) => ({
    path,
    bytes: files.get(path)?.length ?? 0,
    type: 'file' as const,
  }))
  return {
    list: () => listed,
    read: (path: string) => {
      const bytes = files.get(path)
      if (bytes === undefined) throw new Error(`Unexpected path ${path}`)
      return bytes
    },
  }
}

/** Tests of a line that do not come out as they did. */
export function differences(before: Said, after: Said, line: string): Record<string, string> {
  return Object.fromEntries(
    Object.values(after[line] ?? {})
      .filter(({rule, outcome}) => outcome !== before[line]?.[rule]?.outcome)
      .map(({rule, outcome}) => [rule, outcome]),
  )
}
