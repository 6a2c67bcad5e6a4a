import type {CinchConfig} from '../model/records.gen.ts'
import type {Root} from '../model/source.ts'
import {checkOf, configSchema} from './schemas.ts'

/**
 * The settings of a root as far as they have the form that later stages rely on: `checkConfig` says
 * what is wrong with the others, and here they are left out, entry by entry. A mark such as that of
 * sample data stays one however it is written: an error must not take it off.
 */
export function withSoundConfig(root: Root): Root {
  const check = checkOf(configSchema)
  if (check(root.config)) return root
  const paths = (check.errors ?? []).map(({instancePath}) => instancePath.split('/').slice(1))
  const config = Object.fromEntries(
    Object.entries(root.config as object).flatMap(([key, value]: [string, unknown]) => {
      const faulty = new Set(paths.flatMap(([section, entry]) => (section === key ? entry : [])))
      const sound = soundValue(key, value, faulty)
      return sound === undefined ? [] : [[key, sound]]
    }),
  )
  return {...root, config: config as unknown as CinchConfig}
}

const marks = new Set(['sampleData', 'reconstruction'])
const lists = new Set(['records', 'tables', 'exhibits', 'ignore', 'approvals'])

/** @param faulty - Places of entries in which something is wrong. */
function soundValue(key: string, value: unknown, faulty: ReadonlySet<string | undefined>): unknown {
  if (marks.has(key)) return mapOf(value, (it) => typeof it === 'string')
  // A threshold that is not usable is told, and its default used.
  if (key === 'thresholds') return mapOf(value, isMap)
  if (!lists.has(key)) return value
  return Array.isArray(value) ? value.filter((_, index) => !faulty.has(String(index))) : undefined
}

function mapOf(value: unknown, isSound: (member: unknown) => boolean): object {
  return isMap(value)
    ? Object.fromEntries(Object.entries(value).filter(([, it]) => isSound(it)))
    : {}
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
