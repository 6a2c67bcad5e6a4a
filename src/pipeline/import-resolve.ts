import type {TargetName} from '../import/targets.ts'
import type {Remark} from '../model/imported.ts'
import {slugOf} from '../scaffold/identifier.ts'
import type {Target as Held} from './add-target.ts'

/** What a cell names, and what is to be said of it afterwards. */
export interface Resolver {
  /** Id of a record by its id, name or title; undefined where there is none. */
  readonly resolve: (kind: string, text: string) => string | undefined
  readonly remarks: () => readonly Remark[]
}

/** Words at the end of a firm's name that people write or leave out. */
const forms = /-(?:llc|llp|pllc|lp|inc|incorporated|corp|corporation|co|company|pa|pc|ltd)$/

/** Ids of records by id, name or title; those of product lines and owners are in other records. */
export function resolver({before}: Held, target: TargetName): Resolver {
  const byKind = new Map<string, Map<string, string | null>>()
  const add = (kind: string, key: unknown, id: string) => {
    if (typeof key !== 'string') return
    const known = byKind.get(kind) ?? new Map<string, string | null>()
    byKind.set(kind, known.set(key, known.has(key) && known.get(key) !== id ? null : id))
  }
  let listed: ReadonlySet<unknown> | undefined
  for (const {value} of before.sources.sources) {
    const record = (value ?? {}) as Record<string, unknown>
    const {kind, id, name, title, productLines, owner, participantOwners} = record
    if (typeof kind !== 'string' || typeof id !== 'string') continue
    add(kind, id, id)
    for (const it of [name, title])
      if (typeof it === 'string') add(kind, it.trim().toLowerCase(), id)
    if (typeof owner === 'string') add('Owner', owner, owner)
    if (kind === 'Network' && Array.isArray(productLines))
      for (const line of productLines as {id?: unknown}[])
        if (typeof line?.id === 'string') add('ProductLine', line.id, line.id)
    if (kind === 'Network' && Array.isArray(participantOwners)) listed = new Set(participantOwners)
  }
  const found = (kind: string, text: string) =>
    byKind.get(kind)?.get(text) ?? byKind.get(kind)?.get(text.trim().toLowerCase()) ?? undefined
  const owners = new Set<string>()
  const ownerOf = (text: string) => {
    // Who owns a practice is a person or a participant on record, or else a name alone.
    const id = found('Owner', text) ?? found('Person', text) ?? found('Participant', text)
    const slug = id ?? slugOf(text)
    if (slug === '' || (listed !== undefined && !listed.has(slug))) return undefined
    if (id === undefined) owners.add(slug)
    return slug
  }
  return {
    resolve(kind, text) {
      if (kind === 'Owner') return ownerOf(text)
      // A new participant may name another that the same file brings; validation has the last word.
      const isId =
        target === 'roster' && kind === 'Participant' && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text)
      return found(kind, text) ?? (isId ? text : undefined)
    },
    remarks: () => ownerRemarks([...owners], [...(byKind.get('Owner')?.keys() ?? [])]),
  }
}

/** Practices under one owner count as one: an owner under two ids would count as two. */
function ownerRemarks(made: readonly string[], known: readonly string[]): readonly Remark[] {
  if (made.length === 0) return []
  const all = [...new Set([...made, ...known])]
  const bare = (id: string) => id.replace(forms, '')
  const alike = all.filter((it) => all.some((other) => other !== it && bare(other) === bare(it)))
  return [
    {
      said: `New owners: ${made.length}. Their ids are made from their names; practices with one id count as one competitor`,
      names: made,
    },
    ...(alike.length === 0
      ? []
      : [
          {
            said: 'Owners whose ids differ in the form of the firm alone. If they are one, write one id for all of them, or each counts by itself',
            names: alike,
          },
        ]),
  ]
}
