import type {Strength} from './rule.ts'
import type {Entry, Workspace} from './workspace.ts'

/**
 * How well a record is evidenced: `documented` where it, or one of `exhibits`, cites an exhibit
 * whose hash verified, else `declared`.
 */
export function strengthOfRecord(
  {exhibit}: Workspace,
  entry: Entry | undefined,
  exhibits: readonly (string | undefined)[] = [],
): Strength {
  const cited = [...(entry?.value.evidence ?? []), ...exhibits]
  return cited.some((id) => id !== undefined && exhibit('Exhibit', id).status === 'verified')
    ? 'documented'
    : 'declared'
}
