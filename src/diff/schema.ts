import type {ChangeRule} from '../model/change.ts'
import type {ConfidentialityClass} from '../model/confidentiality.ts'
import type {ThresholdForm} from '../model/threshold.ts'

/** The parts of a JSON Schema that say how its changes are read. */
export interface FieldSchema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly properties?: Readonly<Record<string, FieldSchema>>
  readonly items?: FieldSchema
  readonly additionalProperties?: FieldSchema | boolean
  readonly 'x-change'?: ChangeRule
  readonly 'x-key'?: readonly string[]
  /** The order of the list is part of what it says. */
  readonly 'x-order'?: true
  readonly 'x-confidentiality'?: ConfidentialityClass
  readonly 'x-reference'?: string
}

/** What has to be known besides the records: their schemas, and the numbers that tests use. */
export interface Knowledge {
  /** Schema of a kind, or of `CinchConfig`. */
  readonly schemaOf: (kind: string) => FieldSchema
  /** A schema with the common form it refers to. */
  readonly resolved: (schema: FieldSchema) => FieldSchema
  readonly thresholds: readonly ThresholdForm[]
}

/** The schema of a key of a mapping; undefined where it declares none. */
export function schemaOfKey(schema: FieldSchema, key: string): FieldSchema | undefined {
  const {properties = {}, additionalProperties} = schema
  if (Object.hasOwn(properties, key)) return properties[key]
  return typeof additionalProperties === 'object' ? additionalProperties : undefined
}
