import {guarded} from '../model/formula.ts'
import type {RowProblem} from '../model/imported.ts'
import type {ReadRow} from './rows.ts'

/** How a row stands to the table that it is meant for. */
export interface RosterStanding {
  /** Row of the spreadsheet that named the clinician first. */
  readonly before: number | undefined
  /** The table puts the clinician with another participant. */
  readonly isElsewhere: boolean
  readonly isNew: boolean
  /** Several rows of the table bear the number. */
  readonly isTwice: boolean
  /** Where each field stands in the table. */
  readonly places: ReadonlyMap<string, number>
}

/** What a new row of a roster must say, where the table has a column for it. */
const needed = ['clinicians.specialty', 'clinicians.role']

/** All that keeps a clinician out of a roster table. */
export function rosterProblems(
  {values, derived}: ReadRow,
  {before, isElsewhere, isNew, isTwice, places}: RosterStanding,
): readonly RowProblem[] {
  const zips = values.get('clinicians.zips')
  const name = values.get('clinicians.name')
  const isLeaver = values.has('clinicians.left') && !places.has('clinicians.left')
  return [
    ...(before === undefined ? [] : [repeated(before)]),
    ...(places.has('clinicians.npi') ? [] : [withoutNpis]),
    ...(isTwice ? [standsTwice] : isElsewhere ? [movedAway] : []),
    ...(isLeaver
      ? [
          {
            field: 'clinicians.left',
            reason: 'a date of leaving, for which the roster table has no column',
            help: 'Take the row of who has left out of the table by hand: whoever stands in it counts as a member',
          },
        ]
      : []),
    ...(places.has('clinicians.zips') && Array.isArray(zips) && zips.length > 1
      ? [
          {
            field: 'clinicians.zips',
            reason: 'several ZIP codes, of which a cell of the roster table holds one',
            help: 'Leave the one of the main place of practice',
          },
        ]
      : []),
    ...(typeof name === 'string' && guarded(name) !== name
      ? [
          {
            field: 'clinicians.name',
            reason: 'a text that a spreadsheet program would run',
            help: 'Correct the name',
          },
        ]
      : []),
    ...needed
      .filter((it) => isNew && places.has(it) && !values.has(it) && !derived.has(it))
      .map((field) => ({
        field,
        reason: `a new entry without \`${field}\``,
        help: `Add a column for it, or give one for all rows: --set ${field}=…`,
      })),
  ]
}

function repeated(first: number): RowProblem {
  return {reason: `the same npi as in row ${first}`, help: 'Leave one of the rows'}
}

/** Nobody could be found again: each import would add all of them once more. */
const withoutNpis: RowProblem = {
  field: 'clinicians.npi',
  reason: 'a clinician whose roster table has no column for the NPI',
  help: 'Add a column with `role: npi` to the table and its record, with the NPI of each who stands in it',
}

const standsTwice: RowProblem = {
  field: 'clinicians.npi',
  reason: 'a clinician who stands in several rows of the roster table',
  help: 'Leave one of the rows in the table: each is counted',
}

const movedAway: RowProblem = {
  field: 'clinicians.npi',
  reason: 'a clinician whom the roster table puts with another participant',
  help: 'Correct the table by hand, or the row: who has moved is in one place at a time',
}
