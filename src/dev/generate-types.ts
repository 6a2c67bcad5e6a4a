import {readFile, readdir, writeFile} from 'node:fs/promises'
import {compile, type JSONSchema} from 'json-schema-to-typescript'

const folder = new URL('../../schemas/', import.meta.url)

/**
 * TypeScript for every kind of record and for `cinch.yaml`, from the schemas.
 *
 * @returns Text of `src/model/records.gen.ts`.
 */
export async function generateTypes(): Promise<string> {
  const schemas = new Map<string, JSONSchema>()
  for (const file of (await readdir(folder)).filter((it) => it.endsWith('.json')).sort())
    schemas.set(file, JSON.parse(await readFile(new URL(file, folder), 'utf8')))
  const common = schemas.get('common.schema.json')?.['$defs'] ?? {}
  const kinds = [...schemas].filter(([, it]) => it.properties?.['kind']?.['const'] !== undefined)

  const parts = ['// Generated from schemas/ by `npm run gen`. Do not edit.']
  for (const form of Object.values(common as Record<string, JSONSchema>))
    parts.push(await typesOf(form))
  for (const [, kind] of kinds) parts.push(await typesOf(kind))
  parts.push(await typesOf(schemas.get('cinch.schema.json') ?? {}))
  const names = kinds.map(([, {title}]) => title)
  parts.push(`export type GovernanceRecord =\n  | ${names.join('\n  | ')}`)
  return parts.map((it) => it.trim()).join('\n\n') + '\n'
}

function typesOf(schema: JSONSchema): Promise<string> {
  return compile(named(schema) as JSONSchema, schema.title ?? '', {
    bannerComment: '',
    additionalProperties: false,
    style: {semi: false, singleQuote: true, bracketSpacing: false, printWidth: 100},
  })
}

/** References to common forms become references to their types; a copy of each would not help. */
function named(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(named)
  if (typeof node !== 'object' || node === null) return node
  const {$ref, $id: _id, ...rest} = node as Record<string, unknown>
  // A form is for the validator; a property may be called `format` too, and is a schema.
  if (typeof rest['format'] === 'string') delete rest['format']
  if (typeof $ref !== 'string')
    return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, named(value)]))
  const name = $ref.split('/').at(-1) ?? ''
  return {...rest, tsType: name[0]?.toUpperCase() + name.slice(1)}
}

const target = new URL('../model/records.gen.ts', import.meta.url)
if (process.argv[1]?.endsWith('generate-types.ts')) {
  await writeFile(target, await generateTypes())
  // The other page that is made from the schemas.
  const {writeChangePage} = await import('./generate-change-page.ts')
  writeChangePage()
  const {writeReference} = await import('./generate-reference.ts')
  await writeReference()
}
