import type {ErrorObject} from 'ajv/dist/2020.js'
import type {Diagnostic} from '../model/diagnostic.ts'
import {nearestWord} from '../model/distance.ts'
import {problemOf} from '../model/forms.ts'
import type {ValuePath} from '../model/location.ts'
import {quoted} from '../model/show.ts'
import {schemaAt, type Schema} from './schemas.ts'
import {emptyHelp, typeHelp} from './type-help.ts'
import {described, didYouMean, expectation, listed, oneOf, pathText} from './words.ts'

type Text = Pick<Diagnostic, 'code' | 'message' | 'help'>

/** A value that the schema refuses, in words: one case for each keyword that the schemas use. */
export function wrongValue(
  kind: string,
  {error, path, value}: {error: ErrorObject; path: ValuePath; value: unknown},
): Text {
  const schema = schemaAt(kind, path)
  const where = quoted(pathText(path))
  switch (error.keyword) {
    case 'type':
      return {
        code: 'schema/type',
        message: `Unexpected ${described(value)} for ${where}, expected ${expectation(schema)}`,
        ...typeHelp(kind, path, value),
      }
    case 'enum':
    case 'const':
      return wrongChoice(kind, schema, where, value, error.keyword)
    case 'format': {
      const problem = problemOf(String(error.params['format']), String(value))
      return {
        code: 'schema/format',
        message: `Unexpected ${described(value)} for ${where}, expected ${problem?.expected ?? expectation(schema)}`,
        ...(problem === undefined ? {} : {help: problem.help}),
      }
    }
    case 'minimum':
    case 'maximum':
      return wrongSize(schema, where, value, error)
    case 'minLength':
      return {
        code: 'schema/empty',
        message: `Unexpected empty text for ${where}, expected text`,
        help: emptyHelp(kind, path, String(path.at(-1))),
      }
    default:
      return {
        code: `schema/${error.keyword}`,
        message: `Unexpected ${described(value)} for ${where}, expected ${limit(error, schema)}`,
        ...(schema.description === undefined ? {} : {help: schema.description.replace(/\.$/, '')}),
      }
  }
}

function wrongChoice(
  kind: string,
  schema: Schema,
  where: string,
  value: unknown,
  keyword: 'enum' | 'const',
): Text {
  const values = schema.enum ?? [schema.const]
  const near = typeof value === 'string' ? nearestWord(value, values.map(String)) : undefined
  const list = `\`cinch schema ${kind}\` lists the values`
  return {
    code: `schema/${keyword}`,
    message: `Unexpected ${described(value)} for ${where}, expected ${oneOf(values)}`,
    help: didYouMean(near) ?? (values.length > 12 ? list : `Write ${listed(values)}`),
  }
}

function wrongSize(schema: Schema, where: string, value: unknown, error: ErrorObject): Text {
  const bound = `${error.keyword === 'minimum' ? 'at least' : 'at most'} ${String(error.params['limit'])}`
  const isShare = schema.minimum === 0 && schema.maximum === 1
  const percent = isShare && typeof value === 'number' && value > 1 && value <= 100
  return {
    code: 'schema/range',
    message: `Unexpected ${described(value)} for ${where}, expected ${isShare ? 'a share from 0 to 1' : bound}`,
    help: percent
      ? `Write ${String(value)} percent as \`${String(value / 100)}\``
      : `Write a number of ${bound}`,
  }
}

/** Limits that few schemas use, in words. */
function limit({keyword, params, message}: ErrorObject, {description}: Schema): string {
  if (keyword === 'pattern')
    return `the form its description gives: ${description ?? ''}`.replace(/\.$/, '')
  if (keyword === 'minItems') return `a list of at least ${String(params['limit'])}`
  if (keyword === 'maxItems') return `a list of at most ${String(params['limit'])}`
  return message?.replace(/^must (?:be )?/, '') ?? 'what the schema says'
}
