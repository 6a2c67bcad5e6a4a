import type {Entry} from '../../model/workspace.ts'
import type {Desk} from '../desk.ts'

/** Members of today: who left no longer counts, who has yet to join does not yet. */
export function presentOf(
  {workspace: {asOf}}: Desk,
  all: readonly Entry<'Participant'>[],
): Entry<'Participant'>[] {
  return all.filter(
    ({value}) => (value.joined ?? '') <= asOf && (value.left === undefined || value.left > asOf),
  )
}
