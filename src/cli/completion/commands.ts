/** What a shell can complete: a command, its flags, and the words that its arguments may be. */
export interface CompletedCommand {
  /** As typed: `validate`, `rules test`. */
  readonly name: string
  readonly summary: string
  readonly flags: readonly CompletedFlag[]
  /** Words that an argument may be; ids of records are not completed. */
  readonly words: readonly string[]
}

export interface CompletedFlag {
  /** Without dashes. */
  readonly name: string
  readonly summary: string
  /** What follows: nothing, one of some words, a file or folder, or anything else. */
  readonly value: 'none' | 'file' | 'free' | readonly string[]
}

/** The part of oclif's description of a command that is read here. */
interface Described {
  readonly id: string
  readonly hidden?: boolean | undefined
  readonly summary?: string | undefined
  readonly flags: Readonly<Record<string, DescribedFlag>>
  readonly args: Readonly<Record<string, {readonly options?: readonly string[] | undefined}>>
}

interface DescribedFlag {
  readonly name: string
  readonly type: 'boolean' | 'option'
  readonly hidden?: boolean | undefined
  readonly summary?: string | undefined
  readonly helpValue?: unknown
  readonly options?: readonly string[] | undefined
}

/** Every command that help lists, ordered by name as given. */
export function completedCommands(
  described: readonly Described[],
  separator: string,
): readonly CompletedCommand[] {
  return described
    .filter(({hidden}) => hidden !== true)
    .map(({id, summary = '', flags, args}) => ({
      name: id.replaceAll(':', separator),
      summary: oneLine(summary),
      flags: [
        ...Object.values(flags)
          .filter(({hidden}) => hidden !== true)
          .map((it) => ({name: it.name, summary: oneLine(it.summary ?? ''), value: valueOf(it)})),
        {name: 'help', summary: 'Show help for this command.', value: 'none' as const},
      ],
      words: Object.values(args).flatMap(({options = []}) => options),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** First words of commands, each once, with a summary. */
export function firstWords(
  commands: readonly CompletedCommand[],
): readonly {readonly name: string; readonly summary: string}[] {
  const names = [...new Set(commands.map(({name}) => name.split(' ')[0] ?? ''))]
  return names.map((name) => ({
    name,
    summary: commands.find((it) => it.name === name)?.summary ?? '',
  }))
}

/** What may follow a command: the second words of those below it, and words of its arguments. */
export function nextWords(
  {name, words}: CompletedCommand,
  commands: readonly CompletedCommand[],
): readonly string[] {
  const below = commands.filter((it) => it.name.startsWith(`${name} `))
  return [...below.map((it) => it.name.slice(name.length + 1)), ...words]
}

function valueOf({type, options, summary = '', helpValue}: DescribedFlag): CompletedFlag['value'] {
  if (type === 'boolean') return 'none'
  if (options !== undefined && options.length > 0) return options
  return helpValue === undefined && /\b(?:file|folder|root)\b/i.test(summary) ? 'file' : 'free'
}

/** Without markup and line breaks. */
function oneLine(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/<%=|%>/g, '')
    .trim()
}
