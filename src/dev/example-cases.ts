import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {extname, join, relative, sep} from 'node:path'
import {fileURLToPath} from 'node:url'
import {compareText} from '../model/location.ts'

/** One example of a rule, as a page shows it. */
export interface ExampleCase {
  readonly title: string
  /** Path from the project's root. */
  readonly folder: string
  /** Outcome, summary and findings. */
  readonly expected: string
  readonly files: readonly {
    readonly file: string
    readonly language: string
    readonly text: string
    /** Lines that are not shown. */
    readonly left: number
  }[]
}

/** Lines of a file that a page shows; the rest is in the folder. */
const shownLines = 80

const examples = new URL('../../examples/rules/', import.meta.url)

/** The examples of a rule: what is supported first, then by name. */
export function exampleCases(name: string): readonly ExampleCase[] {
  const folder = new URL(`${name}/`, examples)
  if (!existsSync(folder)) return []
  return readdirSync(folder, {withFileTypes: true})
    .filter((it) => it.isDirectory() && existsSync(new URL(`${it.name}/expected.txt`, folder)))
    .map((it) => caseOf(name, it.name))
    .toSorted((a, b) => rank(a) - rank(b) || compareText(a.folder, b.folder))
}

function rank({expected}: ExampleCase): number {
  return expected.startsWith('supported\n') ? 0 : 1
}

function caseOf(name: string, id: string): ExampleCase {
  const folder = new URL(`${name}/${id}/`, examples)
  const root = fileURLToPath(folder)
  const words = id.replaceAll('-', ' ')
  return {
    title: `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}`,
    folder: `examples/rules/${name}/${id}`,
    expected: readFileSync(new URL('expected.txt', folder), 'utf8'),
    files: readdirSync(folder, {recursive: true, withFileTypes: true})
      .filter((it) => it.isFile())
      .map((it) => relative(root, join(it.parentPath, it.name)).split(sep).join('/'))
      .filter((file) => file !== 'expected.txt' && !isPlainConfig(new URL(file, folder)))
      .toSorted(compareText)
      .map((file) => ({file, ...shown(readFileSync(new URL(file, folder), 'utf8'), file)})),
  }
}

/** A `cinch.yaml` that says nothing but its version and that `expected.txt` is no record. */
function isPlainConfig(file: URL): boolean {
  if (!file.pathname.endsWith('/cinch.yaml')) return false
  return /^formatVersion: 1\n(?:ignore:\n {2}- \{glob: expected\.txt, [^\n]*\n)?$/.test(
    readFileSync(file, 'utf8'),
  )
}

function shown(text: string, file: string) {
  const lines = text.replace(/\n$/, '').split('\n')
  const extension = extname(file).slice(1)
  return {
    language: extension === 'txt' ? 'text' : extension,
    text: `${lines.slice(0, shownLines).join('\n')}\n`,
    left: Math.max(0, lines.length - shownLines),
  }
}
