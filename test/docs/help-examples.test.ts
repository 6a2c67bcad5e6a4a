import {Parser} from '@oclif/core'
import {describe, expect, test} from 'vitest'
import {allCommands, exampleText} from '../../src/dev/generate-command-page.ts'

const commands = await allCommands()

/** The words of a line as a shell has them: up to the first redirection, without quotes. */
function wordsOf(line: string): readonly string[] {
  const words = [...line.matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g)].map(([word]) => word)
  const end = words.findIndex((it) => /^>+$/.test(it))
  return words
    .slice(0, end < 0 ? undefined : end)
    .map((it) => it.replaceAll(/'([^']*)'|"([^"]*)"/g, (_, a = '', b = '') => `${a}${b}`))
}

describe.each(commands)('cinch %s --help', (id, command) => {
  const lines = (command.examples ?? [])
    .map((it) => exampleText(id, it))
    .filter((it) => it.startsWith('cinch '))

  test.each(lines)('`%s` is taken as it stands', async (line) => {
    const [, ...words] = wordsOf(line)
    const own = id.split(' ')
    expect(words.slice(0, own.length)).toEqual(own)
    const {
      flags = {},
      baseFlags = {},
      args = {},
      strict,
    } = command as typeof command & {
      strict?: boolean
    }
    const taken = await Parser.parse(words.slice(own.length), {
      flags: {...baseFlags, ...flags},
      args,
      strict: strict ?? true,
    } as Parameters<typeof Parser.parse>[1])
    expect(taken.nonExistentFlags).toEqual([])
  })

  test('its text has no line that a terminal of 80 columns must break in a word', () => {
    const {summary = '', description = ''} = command
    expect(summary.length).toBeLessThanOrEqual(72)
    for (const word of description.split(/\s+/)) expect(word.length).toBeLessThan(76)
  })
})
