import {readFileSync} from 'node:fs'
import {Ajv2020, type ValidateFunction} from 'ajv/dist/2020.js'
import {forms} from '../model/forms.ts'
import type {ValuePath} from '../model/location.ts'

/** The parts of a JSON Schema that this project's schemas use. */
export interface Schema {
  readonly $id?: string
  readonly $ref?: string
  readonly title?: string
  readonly description?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly minimum?: number
  readonly maximum?: number
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly additionalProperties?: Schema | boolean
  readonly oneOf?: readonly Schema[]
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly examples?: readonly unknown[]
  readonly 'x-reference'?: string
}

/** Name of the schema of `cinch.yaml`, where a kind is asked for. */
export const configSchema = 'cinch'

/** Schemas lie beside `src/` in the project and beside `dist/` in the package. */
const folder = new URL('../../schemas/', import.meta.url)

const read = new Map<string, Schema>()
const compiled = new Map<string, ValidateFunction>()
let compiler: Ajv2020 | undefined
let known: readonly string[] | undefined

/** Kinds of record, as `record.schema.json` lists them. */
export function kinds(): readonly string[] {
  known ??= (schemaFile('record.schema.json').oneOf ?? []).map(({$ref = ''}) => kindOf($ref))
  return known
}

/** Schema of a kind, or of `cinch.yaml`. @throws {Error} When there is no such kind. */
export function schemaOf(kind: string): Schema {
  return schemaFile(fileOf(kind))
}

/** Compiled check of a kind; compiled when first asked for. */
export function checkOf(kind: string): ValidateFunction {
  const ready = compiled.get(kind)
  if (ready !== undefined) return ready
  compiler ??= newCompiler()
  const check = compiler.compile(schemaOf(kind))
  compiled.set(kind, check)
  return check
}

/** A compiler that knows the project's keywords and forms, and refuses any other. */
export function newCompiler(): Ajv2020 {
  const ajv = new Ajv2020({allErrors: true, strict: true, validateFormats: true})
  for (const keyword of ['x-reference', 'x-confidentiality', 'x-change'])
    ajv.addKeyword({keyword, valid: true})
  for (const [name, form] of forms)
    ajv.addFormat(name, {type: 'string', validate: (text) => form.problem(text) === undefined})
  ajv.addSchema(schemaFile('common.schema.json'))
  return ajv
}

/** The schema at a path inside a record, with what it refers to; empty where there is none. */
export function schemaAt(kind: string, path: ValuePath): Schema {
  let schema = resolved(schemaOf(kind))
  for (const key of path) {
    const {properties = {}, items, additionalProperties} = schema
    const rest = typeof additionalProperties === 'object' ? additionalProperties : {}
    const next =
      typeof key === 'number' ? items : Object.hasOwn(properties, key) ? properties[key] : rest
    schema = resolved(next ?? {})
  }
  return schema
}

/** A schema with the common form it refers to; what stands beside the reference wins. */
export function resolved(schema: Schema): Schema {
  if (schema.$ref === undefined) return schema
  const name = schema.$ref.split('/').at(-1) ?? ''
  return {...schemaFile('common.schema.json').$defs?.[name], ...schema}
}

function schemaFile(name: string): Schema {
  const ready = read.get(name)
  if (ready !== undefined) return ready
  const schema = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Schema
  read.set(name, schema)
  return schema
}

/** `EvidenceTable` is in `evidence-table.schema.json`. */
function fileOf(kind: string): string {
  return `${kind.replace(/(?<!^)[A-Z]/g, (it) => `-${it}`).toLowerCase()}.schema.json`
}

function kindOf(file: string): string {
  return file
    .replace('.schema.json', '')
    .replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
