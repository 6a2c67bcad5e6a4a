import {createHash} from 'node:crypto'
import {isAbove} from '../model/confidentiality.ts'
import {addDays, isDate} from '../model/date.ts'
import type {Due, Obligation} from '../model/obligation.ts'
import {thresholdWords, whoOf} from './due.ts'
import {placeOf, safe} from './text.ts'

export interface CalendarOptions {
  /** Id of the Network record, so that the entries of two networks stay apart. */
  readonly network: string
  readonly toolVersion: string
  /**
   * Shows what is due, who and where. Otherwise a title is the kind and id of the record and the
   * test, and of a record more restricted than the network not even its id: a calendar is shared.
   */
  readonly full: boolean
  /** Leaves out every id: what a build log shows is published. */
  readonly discreet: boolean
}

/**
 * What falls due as a calendar (RFC 5545), an all-day event each: few calendars show a VTODO.
 *
 * The same records and the same as-of date give the same bytes: DTSTAMP is midnight UTC of the
 * as-of date. A UID stays when the day moves, so that a calendar moves the entry.
 */
export function calendarOf({obligations, asOf}: Due, options: CalendarOptions): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//cinch//cinch ${text(options.toolVersion)}//EN`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...obligations.flatMap((it) => eventOf(it, asOf, options)),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

function eventOf(it: Obligation, asOf: string, options: CalendarOptions): string[] {
  const hash = createHash('sha256').update(`${options.network}\n${it.id}`).digest('hex')
  return [
    'BEGIN:VEVENT',
    `UID:${hash.slice(0, 40)}@cinch`,
    `DTSTAMP:${compact(asOf)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(it.due)}`,
    ...dayAfter(it.due),
    `SUMMARY:${text(options.full ? it.what : discreetTitle(it, options.discreet))}`,
    ...(options.full ? [`DESCRIPTION:${text(descriptionOf(it))}`] : []),
    `CATEGORIES:${it.daysLate > 0 ? 'overdue' : it.nature === 'ends' ? 'ends' : 'due'}`,
    ...(options.full || isAbove(it.confidentiality, 'network') ? ['CLASS:CONFIDENTIAL'] : []),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/** The end is not of the event. After the last day that can be written, one day is understood. */
function dayAfter(due: string): string[] {
  const next = addDays(due, 1)
  return isDate(next) ? [`DTEND;VALUE=DATE:${compact(next)}`] : []
}

/** No name, no case: `Protocol diabetes-a1c (C3)`, `CorrectiveAction (E4)`. */
function discreetTitle(
  {record: {kind, id}, test, confidentiality}: Obligation,
  discreet: boolean,
): string {
  // The id of a person is a name.
  const hidden = discreet || kind === 'Person' || isAbove(confidentiality, 'network')
  const of = test === null ? '' : ` (${test})`
  return hidden ? `${kind}${of}` : `${kind} ${id}${of}`
}

function descriptionOf(it: Obligation): string {
  return [
    `${it.record.kind} ${it.record.id}`,
    placeOf(it.location),
    whoOf(it),
    ...(it.test === null ? [] : [`Test ${it.test}`]),
    ...(it.threshold === null ? [] : [thresholdWords(it.threshold)]),
  ].join('; ')
}

function compact(date: string): string {
  return date.replaceAll('-', '')
}

/** A value of type TEXT (RFC 5545, 3.3.11); control characters are shown as code points first. */
function text(value: string): string {
  return safe(value).replace(/[\\;,]/g, (it) => `\\${it}`)
}

/**
 * A content line in pieces of at most 75 octets, each but the first after a space (RFC 5545, 3.1).
 * No character is cut in two.
 */
function folded(line: string): string {
  const pieces: string[] = []
  let piece = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > 75) {
      pieces.push(piece)
      piece = ' '
      octets = 1
    }
    piece += character
    octets += size
  }
  return [...pieces, piece].join('\r\n')
}
