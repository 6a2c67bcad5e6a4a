import {compareLocations, compareText} from '../model/location.ts'
import type {Due, Obligation} from '../model/obligation.ts'
import {casesDue} from './cases.ts'
import type {DueInput} from './context.ts'
import {contractsDue} from './contracts.ts'
import {governanceDue} from './governance.ts'
import {membershipDue} from './membership.ts'
import {programDue} from './program.ts'
import {recordsDue} from './records.ts'

const parts = [membershipDue, programDue, governanceDue, casesDue, contractsDue, recordsDue]

/**
 * What falls due up to `until`, and what is overdue however long. What ended by itself before the
 * as-of date is left out: nothing is owed for it.
 *
 * @param until - Calendar date, `YYYY-MM-DD`; that day is still looked at.
 */
export function whatIsDue(input: DueInput, until: string): Due {
  const {workspace, lines} = input
  const found = parts.map((part) => part(input))
  const all = found
    .flatMap(({obligations}) => obligations)
    .filter(({due, nature, daysLate}) => due <= until && (nature === 'deadline' || daysLate <= 0))
    .toSorted(compare)
  const ids = new Set<string>()
  return {
    asOf: workspace.asOf,
    until,
    // Two lines that ask the same of one record ask it once, by the earlier day.
    obligations: all.filter(({id}) => !ids.has(id) && ids.add(id)),
    standing: found.flatMap(({standing = []}) => standing),
    unknown: [
      ...(lines.length === 0
        ? ['No valid Network record was read: what its product lines owe is not known']
        : []),
      ...((workspace.omitted ?? []).length === 0
        ? []
        : [
            `Records in error and not looked at: ${(workspace.omitted ?? []).length}; what they owe is not known`,
          ]),
    ],
  }
}

function compare(a: Obligation, b: Obligation): number {
  return (
    compareText(a.due, b.due) || compareText(a.id, b.id) || compareLocations(a.location, b.location)
  )
}
