import type {ChangeClass, RecordChange} from '../model/change.ts'
import {mostRestricted, type ConfidentialityClass} from '../model/confidentiality.ts'
import type {Entry, ExhibitState} from '../model/workspace.ts'
import type {Match, Side} from './match.ts'
import {called} from './words.ts'

/** Documents that changed while the record that registers them says the same. */
export function documentChanges(matches: readonly Match[], a: Side, b: Side): RecordChange[] {
  return matches.flatMap(({before, after}) => {
    if (!before || !after || (after.kind !== 'Exhibit' && after.kind !== 'EvidenceTable')) return []
    const was = a.exhibit(after.kind, before.value.id)
    const is = b.exhibit(after.kind, after.value.id)
    const told = telling(was, is, called(after.value))
    return told === undefined ? [] : [changeOf(after, b, was, is, told)]
  })
}

function telling(
  was: ExhibitState,
  is: ExhibitState,
  name: string,
): readonly [ChangeClass, string] | undefined {
  if (was.status === 'verified' && is.status !== 'verified')
    return ['weakened', `Evidence no longer matches its record: ${name}: ${stateWords[is.status]}`]
  if (was.status !== 'verified' && is.status === 'verified')
    return ['strengthened', `Evidence matches its record again: ${name}`]
  if (is.status === 'verified' || (was.status === is.status && was.sha256 === is.sha256))
    return undefined
  return [
    'unclassified',
    `Evidence replaced: the document of ${name} has other bytes; now ${stateWords[is.status]}`,
  ]
}

const stateWords = {
  verified: 'it matches its hash',
  mismatch: 'its bytes have another hash',
  missing: 'it is not there',
  pointer: 'a large-file pointer stands in its place',
  outside: 'it is kept elsewhere',
  unhashed: 'no hash is recorded',
} as const satisfies Record<ExhibitState['status'], string>

function changeOf(
  entry: Entry,
  {roots}: Side,
  was: ExhibitState,
  is: ExhibitState,
  [of, sentence]: readonly [ChangeClass, string],
): RecordChange {
  const {root, kind, value} = entry
  return {
    class: of,
    sentence,
    action: 'changed',
    root,
    kind,
    id: value.id,
    field: 'file',
    rule: 'substantive',
    before: was.sha256 ?? null,
    after: is.sha256 ?? null,
    confidentiality: mostRestricted([
      roots.find(({name}) => name === root)?.class ?? 'network',
      documentClass(entry),
    ]),
    location: entry.locate(['file']),
  }
}

/** The class that the record of a document states for it; of any other record, `public`. */
export function documentClass({kind, value}: Entry): ConfidentialityClass {
  return kind === 'Exhibit' ? (value.class ?? 'public') : 'public'
}
