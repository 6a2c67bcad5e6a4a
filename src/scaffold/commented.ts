import type {Kind} from '../model/workspace.ts'
import type {Field, Formed, Resolve} from './fields.ts'
import {filesOf} from '../model/placement.ts'

/** Columns of a comment. */
const width = 96

/**
 * An example of a kind, commented out line by line: nothing in it is a record until somebody takes
 * the marks away and writes what is true.
 *
 * @param text - The schema's own example as YAML.
 * @param where - Which repository it belongs in, where that is not this one.
 */
export function commentedExample(
  kind: Kind,
  text: string,
  schema: Field,
  resolve: Resolve,
  where?: string,
): string {
  const required = (schema.required ?? []).filter((it) => it !== 'kind' && it !== 'id')
  const optional = Object.keys(schema.properties ?? {}).filter(
    (it) => it !== 'kind' && it !== 'id' && !required.includes(it),
  )
  const fields = [
    ...required.map((it) => described(it, 'required', schema, resolve)),
    ...optional.map((it) => described(it, undefined, schema, resolve)),
  ]
  const lines = [
    `${kind}. ${schema.description ?? ''}`,
    '',
    `Nothing here is a record. \`cinch add ${kind}\` asks for what is required; or copy the lines at`,
    `the end to a file of ${filesOf(kind)}, take the marks away, and write what is true.`,
    ...(where === undefined ? [] : [where]),
    '',
    ...fields.flatMap((it) => wrapped(it, '  ')),
    '',
    'Every value below is invented.',
    '',
    ...text.trimEnd().split('\n'),
  ]
  return `${lines.map((it) => (it === '' ? '#' : `# ${it}`)).join('\n')}\n`
}

/** Where the example of a kind lies: not as YAML, so that no glob takes it for a record. */
export function templatePath(kind: Kind): string {
  const name = kind.replaceAll(/(?<!^)[A-Z]/g, (it) => `-${it}`).toLowerCase()
  return `templates/${name}.txt`
}

function described(
  key: string,
  need: string | undefined,
  {properties = {}}: Field,
  resolve: Resolve,
): string {
  const own = properties[key] ?? {}
  const {description = '', enum: options} = resolve(own)
  const words = options === undefined ? '' : ` One of: ${options.join(', ')}.`
  return `${key}${need === undefined ? '' : ` (${need})`}: ${description}${words}`
}

function wrapped(text: string, indent: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > width - 2) {
      lines.push(line)
      line = `${indent}${word}`
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

/** The first example of a schema, without what other kinds must hold for it to stand. */
export function exampleOf(schema: Field): Formed {
  const [first] = schema.examples ?? []
  return typeof first === 'object' && first !== null ? (first as Formed) : {}
}
