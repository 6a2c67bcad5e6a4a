import {CannotRun} from '../model/diagnostic.ts'
import {quoted} from '../model/show.ts'
import type {Asker} from './ask.ts'
import type {Field, Formed, Resolve} from './fields.ts'

export interface Asking {
  readonly asker: Asker
  readonly resolve: Resolve
  /** Ids that a reference to a kind may have. */
  readonly idsOf: (kind: string) => readonly string[]
  /** What is wrong with a text of a form, such as `calendar-date`. */
  readonly problemOf: (format: string, text: string) => string | undefined
}

/**
 * Asks for the keys that a value lacks, one after the other. Only what is required is asked for:
 * the rest is for `--set`, or for an editor.
 */
export async function askLacking(
  value: Formed,
  keys: readonly string[],
  schema: Field,
  how: Asking,
): Promise<Formed> {
  const answered: Formed = {...value}
  for (const key of keys) {
    const field = schema.properties?.[key]
    if (field !== undefined) answered[key] = await askField(key, how.resolve(field), how)
  }
  return answered
}

async function askField(name: string, field: Field, how: Asking): Promise<unknown> {
  const {asker} = how
  const message = field.description === undefined ? name : `${name}: ${field.description}`
  const target = field['x-reference']
  if (target !== undefined) return askReference(message, target, how)
  if (field.enum !== undefined)
    return asker.choose({message, options: field.enum.map(String).map(choiceOf)})
  switch (field.type) {
    case 'boolean':
      return asker.confirm({message, answer: false})
    case 'array':
      return askList(name, message, how.resolve(field.items ?? {}), how)
    case 'object':
      return askObject(name, field, how)
    case 'integer':
    case 'number':
      return Number(await asker.text({message, check: numberProblem(field.type === 'integer')}))
    case undefined:
    default:
      return asker.text({message, ...exampleOf(field), check: textProblem(field, how)})
  }
}

function choiceOf(value: string) {
  return {value, label: value}
}

function exampleOf({examples = [], format}: Field): {readonly example?: string} {
  const [first] = examples
  if (format === 'calendar-date') return {example: 'YYYY-MM-DD'}
  return typeof first === 'string' ? {example: first} : {}
}

/** @throws {CannotRun} When no record is there to refer to: a link to none would be refused. */
async function askReference(message: string, kind: string, how: Asking): Promise<string> {
  const ids = how.idsOf(kind)
  if (ids.length === 0)
    throw new CannotRun(
      `Expected a ${kind} on record for ${quoted(message)}`,
      kind === 'ProductLine'
        ? 'Add it to `productLines` of the Network record first'
        : `Add it first: cinch add ${kind}`,
    )
  return how.asker.choose({message: `${message} (${kind})`, options: ids.map(choiceOf)})
}

async function askList(
  name: string,
  message: string,
  item: Field,
  how: Asking,
): Promise<readonly unknown[]> {
  const target = item['x-reference']
  const known = target === undefined ? (item.enum ?? []).map(String) : how.idsOf(target)
  if (known.length > 0) return how.asker.several({message, options: known.map(choiceOf)})
  const list: unknown[] = []
  while (
    await how.asker.confirm({
      message:
        list.length === 0 ? `${message} Add one?` : `${name}: ${list.length} so far. Add another?`,
      answer: list.length === 0,
    })
  )
    list.push(await askField(`${name} ${list.length + 1}`, item, how))
  return list
}

async function askObject(name: string, field: Field, how: Asking): Promise<Formed> {
  const object: Formed = {}
  for (const key of field.required ?? []) {
    const inner = field.properties?.[key]
    if (inner !== undefined)
      object[key] = await askField(`${name}, ${key}`, how.resolve(inner), how)
  }
  return object
}

function numberProblem(whole: boolean) {
  return (text: string) =>
    (whole ? /^-?\d{1,15}$/ : /^-?\d{1,15}(?:\.\d{1,15})?$/).test(text)
      ? undefined
      : `Write a ${whole ? 'whole ' : ''}number`
}

function textProblem({format}: Field, {problemOf}: Asking) {
  return (text: string) => {
    if (text.trim() === '') return 'Write something; what is not known is not added yet'
    return format === undefined ? undefined : problemOf(format, text)
  }
}
