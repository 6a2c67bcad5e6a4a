import {forms} from '../model/forms.ts'
import {configSchema, kinds, schemaOf, type Schema} from './schemas.ts'

type Json = Readonly<Record<string, unknown>>

/** Where `cinch init` and `cinch schema --editor` put the schemas of {@link editorSchemas}. */
export const editorFolder = '.vscode/schemas'

/**
 * The schemas as an editor reads them, by file name: one for every record, one for `cinch.yaml`.
 *
 * Each stands by itself, so that it works without a network. A record is checked by its `kind`
 * alone, so that an editor speaks of one schema; and a form such as a date, whose `format` only
 * cinch knows, has a pattern besides. What an editor finds, `cinch validate` finds too; not the
 * other way round.
 */
export function editorSchemas(): ReadonlyMap<string, string> {
  const common = Object.fromEntries(
    Object.entries(schemaOf('common').$defs ?? {}).map(([name, form]) => [name, plain(form)]),
  )
  const own = kinds().map((kind) => [kind, withoutKind(plain(schemaOf(kind)))] as const)
  const record = {
    title: 'Record',
    description: 'A record of a governance repository. What it may say depends on its kind.',
    type: 'object',
    required: ['kind', 'id'],
    properties: {
      kind: {
        description: 'What this is a record of.',
        enum: kinds(),
        enumDescriptions: kinds().map((kind) => schemaOf(kind).description ?? kind),
      },
    },
    allOf: kinds().map((kind) => onlyFor(kind)),
    $defs: {...Object.fromEntries(own), ...common},
  }
  return new Map([
    ['record.schema.json', text(record)],
    [`${configSchema}.schema.json`, text({...plain(schemaOf(configSchema)), $defs: common})],
  ])
}

function onlyFor(kind: string): Json {
  const is = {required: ['kind'], properties: {kind: {const: kind}}}
  const own = {$ref: `#/$defs/${kind}`}
  return Object.fromEntries(new Map<string, Json>().set('if', is).set('then', own))
}

/** The kind is settled before; what each kind is shall be said where one is chosen. */
function withoutKind(schema: Json): Json {
  return {...schema, properties: {...(schema['properties'] as Json), kind: true}}
}

/** A schema without what only cinch reads, its references turned to the same file. */
function plain(schema: Schema): Json {
  const kept = Object.entries(schema).filter(
    ([key]) => !key.startsWith('x-') && key !== '$id' && key !== '$schema',
  )
  const form = schema.format === undefined ? undefined : forms.get(schema.format)
  return {
    ...Object.fromEntries(kept.map(([key, part]) => [key, plainPart(key, part)])),
    ...(form === undefined
      ? {}
      : {
          pattern: form.pattern.source,
          patternErrorMessage: `Unexpected text, expected ${form.expected.replaceAll('`', '')}`,
        }),
  }
}

/** Keywords whose value is data, and no schema. */
const asWritten = new Set(['const', 'enum', 'examples', 'required', 'default'])

function plainPart(key: string, part: unknown): unknown {
  if (asWritten.has(key)) return part
  if (key === '$ref') return String(part).replace(/^common\.schema\.json(?=#)/, '')
  if (Array.isArray(part)) return part.map((it) => plainPart('', it))
  if (typeof part !== 'object' || part === null) return part
  if (key !== 'properties') return plain(part)
  return Object.fromEntries(Object.entries(part).map(([name, it]) => [name, plain(it as Schema)]))
}

function text(schema: Json): string {
  const head = {$schema: 'https://json-schema.org/draft/2020-12/schema'}
  return `${JSON.stringify({...head, ...schema}, null, 2)}\n`
}
