import type {Readable, Writable} from 'node:stream'
import {Errors} from '@oclif/core'
import {inBuildLog} from './base-command.ts'
import {exitCodes} from './exit.ts'

/** Where questions are asked: messages go to stderr, so that stdout holds the result alone. */
export interface Terminal {
  readonly input: Readable
  readonly output: Writable
}

/** Whether somebody is there to answer. Never in a build log, and never under `--no-input`. */
export function canAsk(noInput: boolean): boolean {
  return !noInput && !inBuildLog() && process.stdin.isTTY && process.stderr.isTTY
}

interface Option {
  readonly value: string
  readonly label: string
  readonly hint?: string
}

/** Most answers shown at once; the rest are scrolled to. */
const maxItems = 10

/**
 * Asks at a terminal. Ctrl-C and Escape stop the command with exit 130, and nothing is written.
 */
export async function terminalAsker(
  terminal: Terminal = {input: process.stdin, output: process.stderr},
) {
  const clack = await import('@clack/prompts')
  const answered = <T>(value: T | typeof clack.CANCEL_SYMBOL): T => {
    if (!clack.isCancel(value)) return value
    clack.cancel('Stopped. Nothing was written.', terminal)
    throw new Errors.ExitError(exitCodes.interrupted)
  }
  return {
    begin: (title: string) => clack.intro(title, terminal),
    end: (text: string) => clack.outro(text, terminal),
    text: async (question: {
      readonly message: string
      readonly example?: string
      readonly answer?: string
      readonly check?: (answer: string) => string | undefined
    }): Promise<string> => {
      const {message, example, answer, check} = question
      const given = await clack.text({
        message,
        ...terminal,
        ...(example === undefined ? {} : {placeholder: example}),
        ...(answer === undefined ? {} : {initialValue: answer}),
        validate: (text) => check?.(text ?? ''),
      })
      return answered(given) ?? ''
    },
    choose: async <T extends string>({
      message,
      options,
    }: {
      readonly message: string
      readonly options: readonly {
        readonly value: T
        readonly label: string
        readonly hint?: string
      }[]
    }): Promise<T> => {
      const asked = {message, options: [...options] as Option[], maxItems, ...terminal}
      return answered(await clack.select<string>(asked)) as T
    },
    several: async ({
      message,
      options,
    }: {
      readonly message: string
      readonly options: readonly Option[]
    }): Promise<readonly string[]> =>
      answered(
        await clack.multiselect<string>({
          message: `${message} (space marks, enter ends)`,
          options: [...options],
          maxItems,
          required: false,
          ...terminal,
        }),
      ),
    confirm: async ({
      message,
      answer,
    }: {
      readonly message: string
      readonly answer: boolean
    }): Promise<boolean> =>
      answered(await clack.confirm({message, initialValue: answer, ...terminal})),
  }
}
