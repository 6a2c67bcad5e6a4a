import type {Document, Pair} from 'yaml'
import type {Diagnostic} from '../model/diagnostic.ts'
import {type Location, type ValuePath} from '../model/location.ts'
import type {Source} from '../model/source.ts'
import {Places} from './text.ts'
import {guard} from './yaml/guard.ts'
import {yaml} from './yaml/library.ts'
import {readPlain} from './yaml/plain.ts'
import {syntaxDiagnostic} from './yaml/plain-words.ts'
import {pairAt, rangeOf, valueOf} from './yaml/value.ts'

export interface Parsed {
  readonly sources: Source[]
  /** False where a document was left out: what it says is unknown. */
  readonly whole: boolean
  readonly diagnostics: Diagnostic[]
}

/**
 * Parses YAML 1.2 text (core schema), one source per document that holds something.
 *
 * Never throws on bad input. A document with a syntax error is left out with one diagnostic, the
 * first in it: what follows is mostly its echo. Anything else that is wrong leaves the document in, so
 * that its references still resolve. Anchors, aliases, tags and directives are refused.
 *
 * @param root - Name of the root, as locations carry it.
 * @param file - Path from the root.
 * @param text - Decoded, without a byte order mark.
 */
export function parseSources(root: string, file: string, text: string): Parsed {
  const values = readPlain(text)
  if (values === undefined) return parseWhole(root, file, text)
  // Places are asked for where something is wrong: few files are parsed a second time.
  let whole: readonly Source[] | undefined
  const placed = (index: number) =>
    (whole ??= parseWhole(root, file, text).sources)[index] as Source
  const sources = values.map((value, index): Source => ({
    root,
    file,
    index,
    value,
    locate: (path) => placed(index).locate(path),
    locateKey: (path) => placed(index).locateKey(path),
  }))
  return {sources, diagnostics: [], whole: true}
}

/** The same for any text, by the whole parser; what it says is right. */
export function parseWhole(root: string, file: string, text: string): Parsed {
  const places = new Places(root, file, text)
  const {tokens, diagnostics: refused} = guard(text, places)
  if (refused.length > 0) return {sources: [], diagnostics: [...refused], whole: false}
  const composer = new (yaml().Composer)({
    version: '1.2',
    schema: 'core',
    merge: false,
    prettyErrors: false,
    // Found in one pass with the values; the composer compares every key with every other.
    uniqueKeys: false,
    logLevel: 'silent',
  })
  const sources: Source[] = []
  const diagnostics: Diagnostic[] = []
  let whole = true
  let index = -1
  for (const document of composer.compose(tokens, true, text.length)) {
    const error = document.errors[0]
    if (error) {
      index += 1
      diagnostics.push(syntaxDiagnostic(error, places, text))
      whole = false
      continue
    }
    const content: unknown = document.contents
    if (content === null || (yaml().isScalar(content) && content.value === null)) continue
    const value = valueOf(content, places, diagnostics)
    index += 1
    sources.push(sourceOf({root, file, index, value}, document, places))
  }
  if (sources.length === 0 && diagnostics.length === 0)
    diagnostics.push({
      code: 'yaml/empty',
      severity: 'error',
      message: 'Unexpected empty file, expected a record',
      location: places.between(0, 0),
      help: 'Write a record that starts with `kind:`, or remove the file',
    })
  return {sources, diagnostics, whole}
}

function sourceOf(
  source: Pick<Source, 'root' | 'file' | 'index' | 'value'>,
  {contents}: Document,
  places: Places,
): Source {
  const at = (node: unknown): Location => places.trimmed(...rangeOf(node))
  return {
    ...source,
    locate: (path = []) => at(find(contents, path).node),
    locateKey: (path) => {
      const {node, pair, found} = find(contents, path)
      return at(found === path.length && pair?.key ? pair.key : node)
    },
  }
}

/** The node at `path`, or its closest parent, so that a missing key is reported where it belongs. */
function find(
  top: unknown,
  path: ValuePath,
): {node: unknown; pair: Pair | undefined; found: number} {
  let node = top
  let pair: Pair | undefined
  for (const [index, key] of path.entries()) {
    pair = undefined
    let next: unknown
    if (yaml().isMap(node)) {
      pair = pairAt(node, String(key))
      // A key without a value stands for the value.
      next = rangeOf(pair?.value)[1] > 0 && !isEmptyScalar(pair?.value) ? pair?.value : pair?.key
    } else if (yaml().isSeq(node)) next = node.items[Number(key)]
    if (next === undefined || next === null) return {node, pair: undefined, found: index}
    node = next
  }
  return {node, pair, found: path.length}
}

function isEmptyScalar(node: unknown): boolean {
  return yaml().isScalar(node) && node.value === null && node.source === ''
}
