import {isDate} from '../../model/date.ts'
import {quoted} from '../../model/show.ts'

/** What is wrong with how a plain scalar is written, although YAML takes it. */
export interface Trap {
  readonly message: string
  readonly help: string
}

const words = /^(?:y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF)$/
const affirmative = /^(?:y|on)/i
const plainNumber = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,12})?$/
const date = /^\d{4}-\d{2}-\d{2}$/
const time = /^(\d{4}-\d{2}-\d{2})(?:[Tt]|[ \t]{1,8})\d{1,2}:\d{2}/
const grouped = /^[-+]?\d[\d_]*(?:\.[\d_]*)?$/

/**
 * Judges an unquoted scalar by its source text, as the schema cannot: by then `01234` is 1234.
 *
 * Only forms that YAML, or a program that reads YAML 1.1, changes are traps. `42`, `0.85`, `true`,
 * a good date and any other word are fine, even where the schema will want something else.
 *
 * @param source - The scalar as it stands in the file.
 * @param value - What YAML 1.2 (core schema) made of it.
 */
export function trapOf(source: string, value: unknown): Trap | undefined {
  if (typeof value === 'string') return trapOfText(source)
  if (typeof value === 'number') return plainNumber.test(source) ? undefined : trapOfNumber(source)
  return value === null ? trapOfNull(source) : undefined
}

function trapOfText(source: string): Trap | undefined {
  const first = source.charCodeAt(0)
  if (source.length <= 3 && words.test(source)) {
    const meant = affirmative.test(source) ? 'true' : 'false'
    return {
      message: `Unexpected unquoted \`${source}\`, which YAML 1.2 reads as text and YAML 1.1 as ${meant}, expected \`${meant}\` or quotes`,
      help: `Write \`${meant}\` for the truth value, or \`"${source}"\` for the text`,
    }
  }
  // Everything below starts with a digit or a sign.
  if (first > 57 || first < 43) return undefined
  if (date.test(source)) return isDate(source) ? undefined : trapOfDate(source)
  const day = time.exec(source)?.[1]
  if (day !== undefined)
    return {
      message: `Unexpected unquoted time ${quoted(source)}, which YAML 1.1 reads as an instant, expected a date`,
      help: `Write the date alone, \`${day}\`, or quote the whole`,
    }
  if (source.includes('_') && grouped.test(source))
    return {
      message: `Unexpected unquoted ${quoted(source)}, which YAML 1.2 reads as text and YAML 1.1 as a number, expected digits alone or quotes`,
      help: `Write ${quoted(source.replaceAll('_', ''))} for the number, or ${quoted(`"${source}"`)} for the text`,
    }
  return undefined
}

function trapOfDate(source: string): Trap {
  const [year = 0, month = 0] = source.split('-').map(Number)
  const days = [31, 30, 29, 28].find((it) => isDate(`${source.slice(0, 8)}${it}`))
  return {
    message: `Unexpected date \`${source}\`, expected a day of the calendar`,
    help:
      days === undefined
        ? `There is no month ${month} in a year; write the date as YYYY-MM-DD`
        : `Month ${month} of ${year} has ${days} days; write the date as YYYY-MM-DD`,
  }
}

function trapOfNumber(source: string): Trap | undefined {
  const value = Number(source.replace(/^[-+](?=0[ox])/, ''))
  const text = `${quoted(`"${source}"`)} for the text`
  const unquoted = `Unexpected unquoted ${quoted(source)}`
  if (/^[-+]?\.(?:inf|nan)$/i.test(source))
    return {
      message: `${unquoted}, which YAML reads as ${/nan/i.test(source) ? 'no number' : 'infinity'}, expected a number`,
      help: `Write a number, or ${text}`,
    }
  if (!Number.isFinite(value))
    return {
      message: `${unquoted}, which YAML reads as infinity, expected quotes`,
      help: `Write ${text}`,
    }
  if (/^[-+]?0[xo]/.test(source))
    return {
      message: `${unquoted}, which YAML reads as the number ${value}, expected decimal digits or quotes`,
      help: `Write \`${value}\` for the number, or ${text}`,
    }
  if (/[eE]/.test(source))
    return {
      message: `${unquoted}, which YAML reads as the number ${value}, expected digits without an exponent or quotes`,
      help: `Write ${decimal(value)}for the number, or ${text}`,
    }
  if (/^[-+]?0\d/.test(source))
    return {
      message: `${unquoted}, which YAML reads as the number ${value} without its leading zero, expected quotes`,
      help: `Write ${text}, or \`${value}\` for the number`,
    }
  if (source.startsWith('+'))
    return {
      message: `${unquoted}, which YAML reads as the number ${value} without its plus sign, expected quotes`,
      help: `Write ${text}, or \`${value}\` for the number`,
    }
  if (isRounded(source, value))
    return {
      message: `${unquoted}, which YAML rounds to the number ${value}, expected at most 15 digits or quotes`,
      help: `Write ${text}`,
    }
  return undefined
}

/** A double holds 15 decimal digits, and whole numbers up to 2^53 - 1. */
function isRounded(source: string, value: number): boolean {
  if (/^-?\d+$/.test(source)) return !Number.isSafeInteger(value)
  return source.replace(/^-?[0.]*|\.|0+$/g, '').length > 15
}

function decimal(value: number): string {
  const text = String(value)
  return text.includes('e') ? 'it in digits ' : `\`${text}\` `
}

function trapOfNull(source: string): Trap {
  return source === ''
    ? {
        message: 'Unexpected empty value, which YAML reads as null, expected a value',
        help: 'Give it a value, or remove the line: what is left out is unknown',
      }
    : {
        message: `Unexpected unquoted \`${source}\`, which YAML reads as null, expected a value`,
        help: `Remove the line: what is left out is unknown; or write \`"${source}"\` for the text`,
      }
}
