import type {FlatColumn} from '../model/flat-columns.ts'
import {problemOf} from '../model/forms.ts'
import {unguarded} from '../model/formula.ts'
import {readDate} from './dates.ts'
import type {DateOrder} from './layouts.ts'
import {restored} from './lost-zeros.ts'
import type {Cell} from './sheet.ts'
import {specialtyOfName} from './specialties.ts'
import {foldedWords} from './words.ts'

export interface ValueOptions {
  readonly dateOrder?: DateOrder
  readonly restoreZeros: boolean
  /** Texts are taken as they are, as `cinch export` wrote them. */
  readonly own: boolean
  /** Id of a record of a kind, from its id or its name; undefined where there is none. */
  readonly resolve: (kind: string, text: string) => string | undefined
}

/** A value, or why there is none. Neither reason nor note quotes what the cell holds. */
export type ReadValue =
  | {readonly value: unknown; readonly notes: readonly string[]}
  | {readonly reason: string; readonly help?: string; readonly notes: readonly string[]}

/** The value of a filled cell, as its column wants it. */
export function readValue(column: FlatColumn, cell: Cell, options: ValueOptions): ReadValue {
  const notes: string[] = []
  if (cell.isError === true)
    return {
      reason: 'an error of the spreadsheet, expected a value',
      help: 'Correct it there',
      notes,
    }
  const text = options.own ? unguarded(cell.text) : trimmed(unguarded(cell.text))
  if (column.type === 'json') return {...json(text), notes}
  if (!column.many) return {...single(column, {...cell, text}, options, notes), notes}
  const parts = partsOf(text, options.own)
  const values: unknown[] = []
  for (const part of parts) {
    const read = single(column, {text: part}, options, notes)
    if ('reason' in read) return {...read, notes}
    if (!values.includes(read.value)) values.push(read.value)
  }
  return {value: values, notes}
}

/** Without the blanks of spreadsheets around it, of which some do not look like one. */
export function trimmed(text: string): string {
  // No pattern: one for blanks at the end takes time with the square of those in the middle.
  let [start, end] = [0, text.length]
  while (start < end && isBlank(text.charCodeAt(start))) start += 1
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1
  return text.slice(start, end)
}

function isBlank(code: number): boolean {
  return (code >= 9 && code <= 13) || code === 0x20 || blanks.has(code)
}

/** No-break spaces, a space without width, a byte order mark. */
const blanks: ReadonlySet<number> = new Set([0xa0, 0x202f, 0x200b, 0xfeff])

function partsOf(text: string, own: boolean): readonly string[] {
  if (text.startsWith('["')) {
    const read = json(text)
    if ('value' in read && Array.isArray(read.value)) return read.value.map(String)
  }
  const parts = text.split(own ? ';' : /[;|\n]/)
  return own ? parts : parts.map(trimmed).filter((it) => it !== '')
}

function json(text: string): {value: unknown} | {reason: string} {
  try {
    return {value: JSON.parse(text) as unknown}
  } catch {
    return {reason: 'a text that is no JSON, expected it as `cinch export` writes it'}
  }
}

type Single = {readonly value: unknown} | {readonly reason: string; readonly help?: string}

function single(column: FlatColumn, cell: Cell, options: ValueOptions, notes: string[]): Single {
  const {text} = cell
  const {type, format, options: words, reference} = column
  if (type === 'integer' || type === 'number') return numberOf(text, type)
  if (type === 'boolean') return truthOf(text, column.name)
  if (format === 'calendar-date') {
    const read = readDate(text, options.dateOrder)
    if ('reason' in read) return read
    if (cell.isDate !== true && read.date !== text) notes.push('dates written anew as YYYY-MM-DD')
    return {value: read.date}
  }
  if (words !== undefined) return wordOf(text, column, notes)
  if (reference !== undefined) {
    const id = options.resolve(reference, text)
    if (id === undefined)
      return {
        reason: `a text that names no ${reference} on record`,
        help: `Write the id of the ${reference}, or add the record first`,
      }
    if (id !== text) notes.push(`names turned into the id of a ${reference}`)
    return {value: id}
  }
  if (column.name === 'owner' && column.path.length === 1) return ownerOf(text, options, notes)
  if (format === undefined) return {value: text}
  return formed(format, text, options, notes)
}

/** An owner is an id, not a record: practices that name the same one count as one competitor. */
function ownerOf(text: string, {own, resolve}: ValueOptions, notes: string[]): Single {
  const id = own ? text : resolve('Owner', text)
  if (id === undefined)
    return {
      reason: 'an owner whom the network does not list',
      help: 'Write one of the ids in `participantOwners` of the Network, or add the owner there',
    }
  if (id !== text) notes.push('names of owners turned into ids')
  return {value: id}
}

function formed(
  format: string,
  text: string,
  {restoreZeros}: ValueOptions,
  notes: string[],
): Single {
  if (problemOf(format, text) === undefined) return {value: text}
  if (/^\d(?:[.,]\d+)?E\+?\d+$/i.test(text))
    return {
      reason: 'a number in scientific notation, of which digits are lost',
      help: 'Format the column as text in the spreadsheet, and fill it again from the source',
    }
  if (format === 'tin' && /^\d{3}-\d{2}-\d{4}$/.test(text))
    return {
      reason: 'a number in the form of a person, expected a TIN of an entity',
      help: 'Numbers of persons may not be kept here: take it out of the spreadsheet',
    }
  const found = restored(format, text)
  if (found === undefined) {
    const problem = problemOf(format, text)
    // What a form expects may repeat digits of the value: here only its general words may stand.
    const expected = /`\d/.test(problem?.expected ?? '') ? npiWords : (problem?.expected ?? '')
    return {
      reason: `a value that is not ${expected}`,
      ...(problem && format !== 'npi' ? {help: problem.help} : {}),
    }
  }
  if (found.zeros > 0 && !restoreZeros) {
    notes.push(lostZeros)
    return {
      reason: 'a number that lost its leading zero',
      help: 'Format the column as text at its source; or give --restore-zeros, which tells what it did',
    }
  }
  if (found.zeros > 0) notes.push('leading zeros restored')
  if (found.note !== undefined) notes.push(found.note)
  return {value: found.value}
}

/** Said of every such cell, whether its row is on record or not. */
const lostZeros = 'numbers without their leading zero'

const npiWords = 'an NPI whose check digit fits'

function numberOf(text: string, type: 'integer' | 'number'): Single {
  const plain = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text
  const form = type === 'integer' ? /^-?\d{1,15}$/ : /^-?\d{1,15}(?:\.\d{1,15})?(?:[eE]-?\d{1,3})?$/
  if (!form.test(plain))
    return {
      reason: `a text that is no ${type === 'integer' ? 'whole number' : 'number'}`,
      help: 'Write digits alone, with a point for decimals; no unit, no percent sign',
    }
  return {value: Number(plain)}
}

/** Words of a sign-in sheet that mean yes or no, and nothing else. */
const attended: Readonly<Record<string, boolean>> = {
  attended: true,
  present: true,
  completed: true,
  absent: false,
  'no show': false,
  'not attended': false,
  'did not attend': false,
}

function truthOf(text: string, column: string): Single {
  const word = text.toLowerCase()
  const came = column === 'training.attended' ? attended[foldedWords(text)] : undefined
  if (came !== undefined) return {value: came}
  if (['true', 'yes', 'y', '1', 'x'].includes(word)) return {value: true}
  if (['false', 'no', 'n', '0'].includes(word)) return {value: false}
  return {reason: 'a text that is neither yes nor no', help: 'Write yes or no'}
}

/** Words that people use for options of the schemas. */
const meant: Readonly<Record<string, string>> = {
  pcp: 'primaryCare',
  'primary care physician': 'primaryCare',
  primary: 'primaryCare',
  spec: 'specialist',
  specialty: 'specialist',
  admitted: 'admission',
  denied: 'denial',
  deferred: 'deferral',
  terminated: 'exit',
  'group practice': 'practice',
}

function wordOf(text: string, {options = []}: FlatColumn, notes: string[]): Single {
  if (options.includes(text)) return {value: text}
  if (options.includes('cardiology')) {
    const found = specialtyOfName(text)
    if (found !== undefined) {
      notes.push(
        found.specialty === 'other'
          ? 'specialties that are none of the schema read as `other`'
          : 'specialties named as CMS or a spreadsheet names them',
      )
      return {value: found.specialty}
    }
  }
  const folded = foldedWords(text)
  const word = options.find((it) => foldedWords(it) === folded)
  const other = meant[folded]
  const value = word ?? (other !== undefined && options.includes(other) ? other : undefined)
  if (value !== undefined) return {value}
  return {
    reason: 'a word that is none of its options',
    help:
      options.length > 12
        ? 'The schema of the kind lists them: cinch schema KIND'
        : `Write ${options.join(', ')}`,
  }
}
