import type {Diagnostic} from '../model/diagnostic.ts'
import {distance, nearestWord} from '../model/distance.ts'
import {compareText, type ValuePath} from '../model/location.ts'
import {quoted} from '../model/show.ts'
import type {Entry} from '../model/workspace.ts'
import {valuesAt} from './paths.ts'
import {didYouMean, pathText} from './words.ts'

/** Where a screen of the service area names owners. */
const screened = [
  ['areas', '*', 'owner'],
  ['counts', '*', 'largestOwner', 'owner'],
] as const

interface Named {
  readonly entry: Entry
  readonly path: ValuePath
  readonly owner: string
}

/**
 * Owners that look misspelt. An owner has no record of its own: practices that name the same id
 * count as one competitor, so a slip makes two of one. Where the Network lists `participantOwners`,
 * only those and ids of participants are owners; else an id named by one record alone that is one
 * slip of a letter away from another is taken for it.
 */
export function checkOwners(entries: readonly Entry[]): Diagnostic[] {
  const named = entries.flatMap(ownersIn)
  const listed = entries.flatMap((it) =>
    it.kind === 'Network' ? (it.value.participantOwners ?? []) : [],
  )
  const participants = entries.flatMap((it) => (it.kind === 'Participant' ? [it.value.id] : []))
  const known = new Set([...listed, ...participants])
  if (listed.length > 0)
    return named
      .filter(({owner}) => !known.has(owner))
      .map((it) => notListed(it, nearestWord(it.owner, [...known].sort(compareText))))
  const users = new Map<string, Set<string>>()
  for (const {entry, owner} of named) {
    const own = users.get(owner) ?? new Set()
    users.set(owner, own.add(`${entry.kind}/${entry.value.id}`))
  }
  const firm = [...users]
    .filter(([owner, by]) => by.size > 1 || known.has(owner))
    .map(([owner]) => owner)
    .sort(compareText)
  const once: string[] = []
  return named.flatMap((it) => {
    if (known.has(it.owner) || (users.get(it.owner)?.size ?? 0) > 1) return []
    const meant =
      firm.find((owner) => isSlip(it.owner, owner)) ??
      // Of two that one record each names, another letter may make another owner.
      once.find((owner) => isSlip(it.owner, owner) && !isOtherLetter(it.owner, owner))
    once.push(it.owner)
    return meant === undefined ? [] : [slip(it, meant)]
  })
}

function ownersIn(entry: Entry): Named[] {
  if (entry.kind === 'Participant') {
    const {owner} = entry.value
    return owner === undefined ? [] : [{entry, path: ['owner'], owner}]
  }
  if (entry.kind !== 'ServiceAreaScreen') return []
  return screened.flatMap((pattern) =>
    valuesAt(entry.value, pattern).flatMap(({path, value}) =>
      typeof value === 'string' ? [{entry, path, owner: value}] : [],
    ),
  )
}

/** One letter wrong, missing, added or changed with its neighbour; numbers tell owners apart. */
function isSlip(a: string, b: string): boolean {
  const digits = (text: string) => text.replaceAll(/\D/g, '')
  if (a.length < 5 || a.length > 100 || b.length > 100 || Math.abs(a.length - b.length) > 1)
    return false
  return digits(a) === digits(b) && distance(a, b) === 1
}

function isOtherLetter(a: string, b: string): boolean {
  const letters = (text: string) => text.split('').sort().join('')
  return a.length === b.length && letters(a) !== letters(b)
}

const why = 'Practices of one owner count as one competitor: a slip makes two of one'

function slip({entry, path, owner}: Named, meant: string): Diagnostic {
  return {
    code: 'reference/owner',
    severity: 'error',
    message: `Unexpected ${quoted(owner)} for ${quoted(pathText(path))}, named nowhere else, expected ${quoted(meant)}, which others name`,
    location: entry.locate(path),
    why,
    help: `Did you mean ${quoted(meant)}? Where both exist, list every owner in \`participantOwners\` of the Network`,
  }
}

function notListed({entry, path, owner}: Named, near: string | undefined): Diagnostic {
  return {
    code: 'reference/owner',
    severity: 'error',
    message: `Unexpected ${quoted(owner)} for ${quoted(pathText(path))}, expected an owner that \`participantOwners\` of the Network lists`,
    location: entry.locate(path),
    why,
    help:
      didYouMean(near) ?? 'Add the owner to `participantOwners` of the Network, or correct the id',
  }
}
