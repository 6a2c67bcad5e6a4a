import type {Document, Node, Scalar, YAMLSeq} from 'yaml'
import {CannotRun} from '../model/diagnostic.ts'
import type {ValuePath} from '../model/location.ts'
import {quoted} from '../model/show.ts'

/** As people write records: dates as they are, hashes and numbers-like text quoted, no folding. */
const printed = {
  lineWidth: 0,
  singleQuote: true,
  flowCollectionPadding: false,
  indentSeq: true,
} as const

/**
 * A record as YAML text: one document, ending in a line feed, without a document mark.
 *
 * Keys come in the order given. Text that YAML would read as something else, such as the hash
 * `12e45`, is quoted.
 */
export async function documentText(record: object): Promise<string> {
  const {stringify} = await import('yaml')
  return stringify(record, {
    ...printed,
    version: '1.2',
    schema: 'core',
    aliasDuplicateObjects: false,
  })
}

/**
 * The text of a file with one more document at its end. What stands there is kept to the byte.
 *
 * @param text - Of the file as it is; empty for a new file.
 */
export async function appendDocument(text: string, record: object): Promise<string> {
  const added = await documentText(record)
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const body = added.replaceAll('\n', eol)
  if (!/[^\s\uFEFF]/.test(text)) return text + body
  const end = text.endsWith('\n') ? '' : eol
  // A mark at the very end opens a document that has nothing in it yet.
  const open = /(?:^|\n)---[ \t]*\r?\n?$/.test(text)
  return `${text}${end}${open ? '' : `---${eol}`}${body}`
}

/** A change of one value in a file; undefined removes it. */
export interface ValueChange {
  /** Which document of the file, from 0, as `Source.index` counts: empty ones are none. */
  readonly document: number
  readonly path: ValuePath
  readonly value: unknown
}

/**
 * The text of a YAML file with values changed. Comments, order and other documents are kept; long
 * lines are not folded. A document that is not changed keeps its bytes; in one that is, spaces inside
 * a line may come out in the common form.
 *
 * @throws {CannotRun} When the text is no YAML, or has no such document.
 */
export async function editDocuments(
  text: string,
  changes: readonly ValueChange[],
): Promise<string> {
  const {isCollection, isScalar, isSeq, parseAllDocuments, LineCounter} = await import('yaml')
  const lines = new LineCounter()
  const documents = parseAllDocuments(text, {
    version: '1.2',
    schema: 'core',
    merge: false,
    prettyErrors: false,
    lineCounter: lines,
    keepSourceTokens: true,
  }) as readonly Document.Parsed[]
  const error = documents.flatMap((it) => it.errors)[0]
  if (error !== undefined)
    throw new CannotRun(
      `Unexpected text on line ${Math.max(1, lines.linePos(error.pos[0]).line)}, expected YAML`,
      'Run `cinch validate`, and correct the file first',
    )
  const filled = documents.filter(
    ({contents}) => contents !== null && !(isScalar(contents) && contents.value === null),
  )
  for (const {document, path, value} of changes) {
    const found = filled[document]
    if (found === undefined)
      throw new CannotRun(`Unexpected document ${document}, expected one of ${filled.length}`)
    if (path.length > 1 && !found.hasIn(path.slice(0, -1)))
      throw new CannotRun(`Unexpected place ${quoted(path.join('.'))}, expected one in the record`)
    if (value === undefined) {
      found.deleteIn([...path])
      continue
    }
    const node = withRemarks(found.createNode(value), found.getIn(path, true))
    const holder = found.getIn(path.slice(0, -1), true)
    const last = isSeq(holder) && path.at(-1) === holder.items.length ? holder.items.at(-1) : null
    // An entry that joins a list is written as those before it are.
    if (isCollection(node) && isCollection(last) && last.flow === true) node.flow = true
    found.setIn([...path], node)
  }
  const edited = new Set(changes.map((it) => filled[it.document]))
  const crlf = text.includes('\r\n')
  let from = 0
  const pieces = documents.map((it) => {
    const piece = text.slice(from, it.range[2])
    from = it.range[2]
    if (!edited.has(it)) return piece
    const changed = it.toString(printed)
    return crlf ? changed.replaceAll(/\r?\n/g, '\r\n') : changed
  })
  return pieces.join('') + text.slice(from)
}

/** A new value with the remarks that stood at the old one. */
function withRemarks(node: Node, old: unknown): Node {
  if (typeof old !== 'object' || old === null) return node
  const {comment, commentBefore, spaceBefore, type, flow} = old as Partial<Scalar & YAMLSeq>
  const quotes = typeof (node as Scalar).value === 'string' && type !== undefined ? {type} : {}
  return Object.assign(
    node,
    {comment, commentBefore, spaceBefore},
    quotes,
    flow === undefined ? {} : {flow},
  )
}
