import {CannotRun} from '../model/diagnostic.ts'
import {nearestWord} from '../model/distance.ts'
import {quoted} from '../model/show.ts'
import {bases, stages, type LineAnswer} from './answers.ts'

const keys = ['id', 'title', 'basis', 'stage', 'live', 'joint'] as const
const example =
  '`--line id=ppo,title=Commercial PPO,basis=clinical,stage=operating,live=2025-01-01`'

/**
 * Reads a product line as the command line says it: `id=…,basis=…,stage=…`, with `title`, `live`
 * and `joint` where they are known. A comma may stand in a title.
 *
 * Prices are joint unless `joint=no` or the basis is a messenger: the other two bases are what is
 * said to justify them, and the tests of joint prices apply.
 *
 * @throws {CannotRun} When it is not of that form.
 */
export function readLine(said: string): LineAnswer {
  const found = new Map<string, string>()
  for (const pair of said.split(/,(?=\s*[a-z]+=)/)) {
    const equals = pair.indexOf('=')
    const [key, value] = [pair.slice(0, Math.max(0, equals)).trim(), pair.slice(equals + 1).trim()]
    if (!keys.some((it) => it === key)) throw unknownKey(key === '' ? pair : key)
    if (found.has(key)) throw wrong(`Unexpected second ${quoted(key)} in \`--line\`, expected one`)
    found.set(key, value)
  }
  const basis = oneOf('basis', bases, found)
  const [id, live] = [found.get('id') ?? '', found.get('live')]
  if (id === '') throw wrong('Expected `id=…` in `--line`')
  const joint = found.get('joint') ?? (basis === 'messenger' ? 'no' : 'yes')
  if (joint !== 'yes' && joint !== 'no')
    throw wrong(`Unexpected ${quoted(joint)} for \`joint\`, expected \`yes\` or \`no\``)
  return {
    id,
    title: found.get('title') ?? id,
    basis,
    stage: oneOf('stage', stages, found),
    ...(live === undefined ? {} : {live}),
    jointPricing: joint === 'yes',
  }
}

function oneOf<T extends string>(
  key: string,
  options: readonly T[],
  found: ReadonlyMap<string, string>,
): T {
  const given = found.get(key)
  const option = options.find((it) => it === given)
  if (option !== undefined) return option
  const expected = options.map((it) => `\`${it}\``).join(' or ')
  throw wrong(
    given === undefined
      ? `Expected \`${key}=…\` in \`--line\`: ${expected}`
      : `Unexpected ${quoted(given)} for \`${key}\`, expected ${expected}`,
  )
}

function unknownKey(key: string): CannotRun {
  const meant = nearestWord(key, keys)
  return new CannotRun(
    `Unexpected ${quoted(key)} in \`--line\`, expected ${keys.map((it) => `\`${it}=\``).join(', ')}`,
    meant === undefined ? `Write it as ${example}` : `Did you mean \`${meant}=\`?`,
  )
}

function wrong(message: string): CannotRun {
  return new CannotRun(message, `Write it as ${example}`)
}
