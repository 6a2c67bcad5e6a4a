import type {Diagnostic} from '../model/diagnostic.ts'
import {nearestWord} from '../model/distance.ts'
import {quoted} from '../model/show.ts'
import type {Source} from '../model/source.ts'
import {explain, placeOfMissing} from './explain.ts'
import {checkOf, kinds} from './schemas.ts'
import {described, didYouMean, listed} from './words.ts'

/** A source whose kind is known, checked against the schema of that kind. */
export interface Checked {
  readonly source: Source
  /** Null where it is missing or unknown. */
  readonly kind: string | null
  /** As written; null where it is not text. */
  readonly id: string | null
  /** Whether the schema found nothing. */
  readonly valid: boolean
  /** Paths of values in error, as text: nothing more is said of them. */
  readonly faulty: ReadonlySet<string>
  readonly diagnostics: readonly Diagnostic[]
}

const nothing: ReadonlySet<string> = new Set()

/** Finds the kind of a record first, and then checks it as that kind alone. */
export function checkRecord(source: Source): Checked {
  const {value} = source
  const fields = isMapping(value) ? value : {}
  const [kind, id] = [textAt(fields, 'kind'), textAt(fields, 'id')]
  const failure = kindProblem(source, kind)
  if (failure !== undefined || kind === null)
    return {
      source,
      kind: null,
      id,
      valid: false,
      faulty: nothing,
      diagnostics: failure === undefined ? [] : [failure],
    }
  const check = checkOf(kind)
  if (check(value)) return {source, kind, id, valid: true, faulty: nothing, diagnostics: []}
  return {source, kind, id, valid: false, ...explain(source, kind, check.errors ?? [])}
}

function textAt(fields: Record<string, unknown>, key: string): string | null {
  const text = Object.hasOwn(fields, key) ? fields[key] : undefined
  return typeof text === 'string' ? text : null
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function kindProblem(source: Source, kind: string | null): Diagnostic | undefined {
  const {value} = source
  const base = {severity: 'error', why: 'What a record must say depends on its kind'} as const
  if (!isMapping(value)) {
    const {start, ...place} = source.locate()
    return {
      ...base,
      code: 'schema/type',
      message: `Unexpected ${described(value)}, expected a record: a mapping with \`kind\` and \`id\``,
      location: {...place, start, end: start},
      help: 'Write `kind:` and `id:` first; several records are separated by a line of `---`',
    }
  }
  const names = kinds()
  if (kind === null) {
    const given = Object.hasOwn(value, 'kind')
    const misspelt = given
      ? undefined
      : Object.keys(value).find((it) => it.toLowerCase() === 'kind')
    return {
      ...base,
      code: 'schema/kind',
      message: given
        ? `Unexpected ${described(value['kind'])} for \`kind\`, expected a kind of record`
        : 'Unexpected record without `kind`, expected a kind of record',
      location: given ? source.locate(['kind']) : placeOfMissing(source, [], 'kind'),
      help:
        misspelt === undefined
          ? `Write one of ${listed(names)}`
          : `Write ${quoted(misspelt)} as \`kind\``,
    }
  }
  if (names.includes(kind)) return undefined
  return {
    ...base,
    code: 'schema/kind',
    message: `Unexpected kind ${quoted(kind)}, expected a kind of record`,
    location: source.locate(['kind']),
    help: didYouMean(nearestWord(kind, names)) ?? `Write one of ${listed(names)}`,
  }
}
