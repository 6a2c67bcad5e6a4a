import {insideOf, type Reference} from './engine.ts'

export interface TagOptions {
  readonly alt?: string
  readonly scope?: 'Column' | 'Row'
}

/** A node of the structure tree, until it is written. */
export interface StructureNode {
  readonly type: string
  readonly options: TagOptions
  readonly reference: Reference
  readonly parent: Reference
  /** Of its first content. */
  page: Reference | undefined
  /** Nodes below it, marked content and links, as written. */
  readonly kids: string[]
  readonly below: StructureNode[]
  ended: boolean
}

/**
 * The structure tree of a document, written by hand: a cell of a table is a node of its own, and
 * pdfkit spends on each as much as on the text in it.
 */
export interface Structure {
  readonly node: (parent: StructureNode | null, type: string, options?: TagOptions) => StructureNode
  /** Makes what is drawn next content of a node; returns the operator that begins it. */
  readonly content: (node: StructureNode) => string
  readonly annotation: (node: StructureNode, annotation: Reference) => void
  /** Writes a node and what is below it; only its number stays in memory. */
  readonly end: (node: StructureNode) => void
}

export function createStructure(document: PDFKit.PDFDocument): Structure {
  const inside = insideOf(document)
  const root = inside.getStructTreeRoot()
  const parents = inside.getStructParentTree()

  const content = (node: StructureNode): string => {
    const {page} = inside
    const onPage = parents.get(page.structParentTreeKey)
    const id = onPage.push(node.reference) - 1
    node.page ??= page.dictionary
    node.kids.push(
      node.page === page.dictionary
        ? `${id}`
        : `<<\n/Type /MCR\n/Pg ${page.dictionary.id} 0 R\n/MCID ${id}\n>>`,
    )
    return `/${node.type} <<\n/MCID ${id}\n>> BDC`
  }
  const annotation = (node: StructureNode, reference: Reference) => {
    const key = inside.createStructParentTreeNextKey()
    reference.data['StructParent'] = key
    parents.add(key, node.reference)
    const on = inside.page.dictionary.id
    node.kids.push(`<<\n/Type /OBJR\n/Obj ${reference.id} 0 R\n/Pg ${on} 0 R\n>>`)
  }
  const end = (node: StructureNode) => {
    if (node.ended) return
    node.ended = true
    for (const it of node.below) end(it)
    const {reference} = node
    reference.offset = inside._offset
    inside._write(`${reference.id} 0 obj\n${dictionary(node)}\nendobj`)
    inside._refEnd(reference)
    node.below.length = 0
  }

  return {
    node: (parent, type, options = {}) => {
      const reference = inside.ref({})
      const made: StructureNode = {
        type,
        options,
        reference,
        parent: parent?.reference ?? root,
        page: undefined,
        kids: [],
        below: [],
        ended: false,
      }
      parent?.kids.push(`${reference.id} 0 R`)
      parent?.below.push(made)
      if (parent === null) root.data['K'] = [reference]
      return made
    },
    content,
    annotation,
    end,
  }
}

function dictionary({type, options, parent, kids, page}: StructureNode): string {
  const {alt, scope} = options
  let text = `<<\n/S /${type}`
  if (alt !== undefined && alt !== '') text += `\n/Alt ${textString(alt)}`
  if (scope !== undefined) text += `\n/A <<\n/O /Table\n/Scope /${scope}\n>>`
  text += `\n/P ${parent.id} 0 R\n/K [${kids.join(' ')}]`
  if (page !== undefined) text += `\n/Pg ${page.id} 0 R`
  return `${text}\n>>`
}

/** A text as PDF writes it in a dictionary, as pdfkit would. */
function textString(text: string): string {
  const bytes = /^[\0-\x7f]*$/.test(text)
    ? text
    : Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('latin1')
  return `(${bytes.replace(/[\n\r\t\b\f()\\]/g, (it) => escapes[it] ?? it)})`
}

const escapes: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
  '\\': '\\\\',
  '(': '\\(',
  ')': '\\)',
}
