import {existsSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {fileURLToPath} from 'node:url'
import type * as ajvTypes from 'ajv/dist/2020.js'
import type {ChangeRule} from '../model/change.ts'
import type {ConfidentialityClass} from '../model/confidentiality.ts'
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
  readonly 'x-confidentiality'?: ConfidentialityClass
  /** How a change of it is read; `model/change.ts` holds the words. */
  readonly 'x-change'?: ChangeRule
  /** Keys that tell the entries of a list apart. */
  readonly 'x-key'?: readonly string[]
  /** The order of the list is part of what it says. */
  readonly 'x-order'?: true
}

/** Name of the schema of `cinch.yaml`, where a kind is asked for. */
export const configSchema = 'cinch'

/** Schemas lie beside `src/` in the project and beside `dist/` in the package. */
const folder = new URL('../../schemas/', import.meta.url)

/** A check of one kind; `errors` are those of the last value. */
export interface Check {
  (value: unknown): boolean
  errors?: ajvTypes.ErrorObject[] | null
}

/** What the compiler takes for a form, by its name. */
export const formats = Object.fromEntries(
  [...forms].map(([name, form]) => [
    name,
    {type: 'string', validate: (text: string) => form.problem(text) === undefined} as const,
  ]),
)

const require = createRequire(import.meta.url)
/** Where the build writes a check for each kind: compiling one takes as long as many records. */
const written = new URL('./checks/', import.meta.url)

const read = new Map<string, Schema>()
const compiled = new Map<string, Check>()
let compiler: ajvTypes.Ajv2020 | undefined
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

/** Check of a kind: as the build wrote it, or compiled here where there was no build. */
export function checkOf(kind: string): Check {
  let check = compiled.get(kind)
  if (check !== undefined) return check
  const file = fileURLToPath(new URL(checkFile(kind), written))
  if (existsSync(file)) check = checkFrom(file)
  else {
    compiler ??= newCompiler()
    check = compiler.compile(schemaOf(kind)) as Check
  }
  compiled.set(kind, check)
  return check
}

/** Name of the file that the build writes the check of a kind to. */
export function checkFile(kind: string): string {
  return fileOf(kind).replace('.schema.json', '.cjs')
}

/** A check that the build wrote. */
function checkFrom(file: string): Check {
  const make = require(file) as (forms: typeof formats) => Check
  return make(formats)
}

/** A compiler that knows the project's keywords and forms, and refuses any other. */
export function newCompiler(code: ajvTypes.CodeOptions = {}): ajvTypes.Ajv2020 {
  // Where the build wrote the checks, the compiler is not even loaded.
  const {Ajv2020} = require('ajv/dist/2020.js') as typeof ajvTypes
  const ajv = new Ajv2020({allErrors: true, strict: true, validateFormats: true, code})
  for (const keyword of ['x-reference', 'x-confidentiality', 'x-change', 'x-key', 'x-order'])
    ajv.addKeyword({keyword, valid: true})
  for (const [name, format] of Object.entries(formats)) ajv.addFormat(name, format)
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
