import {problemOf} from '../model/forms.ts'

/** A value in its form, and what was done to bring it there. */
export interface Restored {
  readonly value: string
  /** Leading zeros that were put back. */
  readonly zeros: number
  readonly note?: string
}

/** Digits of the forms that a spreadsheet takes for numbers. */
const lengths: Readonly<Record<string, number>> = {
  zip: 5,
  'county-fips': 5,
  ccn: 6,
  mips: 3,
  cbe: 4,
}

/**
 * A number as its form has it, where nothing but zeros in front, a hyphen or the last four digits of
 * a long ZIP code stand between; undefined where more is wrong.
 */
export function restored(format: string, text: string): Restored | undefined {
  if (format === 'zip') return restoredZip(text)
  if (format === 'tin') {
    if (!/^\d{7,9}$/.test(text) || /^0+$/.test(text)) return undefined
    const digits = text.padStart(9, '0')
    return {
      value: `${digits.slice(0, 2)}-${digits.slice(2)}`,
      zeros: 9 - text.length,
      note: 'hyphens put into TINs',
    }
  }
  const length = lengths[format]
  if (length === undefined || !/^\d+$/.test(text) || text.length >= length) return undefined
  const value = text.padStart(length, '0')
  return problemOf(format, value) === undefined ? {value, zeros: length - text.length} : undefined
}

function restoredZip(text: string): Restored | undefined {
  const split = /^(\d{3,5})-(\d{4})$/.exec(text)
  const digits = split === null ? text : `${split[1] ?? ''}${split[2] ?? ''}`
  if (!/^\d{3,9}$/.test(digits) || digits.length === 6) return undefined
  const isLong = digits.length > 5
  const whole = digits.padStart(isLong ? 9 : 5, '0')
  const value = whole.slice(0, 5)
  if (problemOf('zip', value) !== undefined) return undefined
  return {
    value,
    zeros: whole.length - digits.length,
    ...(isLong ? {note: 'four digits after the ZIP code left out'} : {}),
  }
}
