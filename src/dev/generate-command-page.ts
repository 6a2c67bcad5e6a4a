import {readdirSync} from 'node:fs'
import {compareText} from '../model/location.ts'
import {cell, generated, table} from './page.ts'

const folder = new URL('../commands/', import.meta.url)

/** What the page needs of a flag or an argument of oclif. */
interface Given {
  readonly summary?: string
  readonly description?: string
  readonly options?: readonly string[]
  readonly default?: unknown
  readonly char?: string
  readonly type?: string
  readonly required?: boolean
  readonly hidden?: boolean
  readonly helpValue?: string
}

/** What the page needs of a command of oclif. */
export interface CommandClass {
  readonly summary?: string
  readonly description?: string
  readonly examples?: readonly (string | {readonly command: string})[]
  readonly args?: Readonly<Record<string, Given>>
  readonly flags?: Readonly<Record<string, Given>>
  readonly baseFlags?: Readonly<Record<string, Given>>
}

/** Every command by its words, such as `rules test`, in the order of the alphabet. */
export async function allCommands(): Promise<readonly (readonly [string, CommandClass])[]> {
  const files = readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((it) => it.endsWith('.ts'))
    .map((it) => it.split('\\').join('/'))
  const commands = files.map(async (file) => {
    const {default: found} = (await import(new URL(file, folder).href)) as {default: CommandClass}
    const words = file.replace(/\.ts$/, '').replace(/\/index$/, '')
    return [words.replaceAll('/', ' '), found] as const
  })
  return (await Promise.all(commands)).toSorted(([a], [b]) => compareText(a, b))
}

/** A line of an example as a reader types it. */
export function exampleText(id: string, example: string | {readonly command: string}): string {
  const text = typeof example === 'string' ? example : example.command
  return text.replaceAll('<%= config.bin %>', 'cinch').replaceAll('<%= command.id %>', id)
}

/** The page on commands: what `--help` says of each. */
export async function generateCommandPage(): Promise<string> {
  const commands = await allCommands()
  const shared = commands.find(([, {baseFlags = {}}]) => Object.keys(baseFlags).length > 0)?.[1]
  const parts = [
    generated,
    '# Commands',
    'What `cinch COMMAND --help` says of each. [Exit codes](exit-codes.md) and [formats](formats.md) are the same for all.',
    table(
      ['command', 'what it does'],
      commands.map(([id, {summary = ''}]) => [`[${id}](#${slug(id)})`, cell(summary)]),
    ),
    '## Flags of most commands',
    'Those that read a governance repository take these besides their own.',
    flagTable(shared?.baseFlags ?? {}),
    ...commands.flatMap(commandPart),
  ]
  return `${parts.join('\n\n')}\n`
}

/** As Markdown viewers make the anchor of a heading. */
const slug = (id: string) => `cinch-${id.replaceAll(' ', '-')}`

function commandPart([id, command]: readonly [string, CommandClass]): string[] {
  const {summary = '', description, examples = [], args = {}, flags = {}} = command
  const own = Object.entries(args).map(([name, it]) => [
    it.required === true ? `\`${name.toUpperCase()}\`` : `\`[${name.toUpperCase()}]\``,
    cell(it.description ?? it.summary ?? ''),
  ])
  return [
    `## cinch ${id}`,
    cell(summary),
    ['```text', ...examples.map((it) => exampleText(id, it)), '```'].join('\n'),
    ...(description === undefined ? [] : [cell(description)]),
    ...(own.length === 0 ? [] : [table(['argument', 'what it is'], own)]),
    ...(Object.keys(flags).length === 0 ? [] : [flagTable(flags)]),
  ]
}

function flagTable(flags: Readonly<Record<string, Given>>): string {
  const rows = Object.entries(flags)
    .filter(([, {hidden}]) => hidden !== true)
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([name, it]) => [flagName(name, it), flagText(it)])
  return table(['flag', 'what it is'], rows)
}

function flagName(name: string, {char, type, helpValue}: Given): string {
  const value = type === 'option' ? ` ${helpValue ?? 'VALUE'}` : ''
  return `${char === undefined ? '' : `\`-${char}\`, `}\`--${name}${value}\``
}

function flagText({summary = '', description, options, default: fallback}: Given): string {
  const words = [summary, ...(description === undefined ? [] : [description])].map(cell)
  if (options !== undefined) words.push(`One of ${options.map((it) => `\`${it}\``).join(', ')}.`)
  if (typeof fallback === 'string' && fallback !== '') words.push(`Default: \`${fallback}\`.`)
  return words.join(' ')
}
