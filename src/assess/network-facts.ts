import type {FeatureResult, LocatedFact} from '../model/classification.ts'
import {inForceOn} from '../model/lifetime.ts'
import type {ValuePath} from '../model/location.ts'
import type {ProductLine} from '../model/rule.ts'
import type {Entry, Kind, Workspace} from '../model/workspace.ts'
import {appliesTo} from './context.ts'

/** What a feature may look at. */
export interface FeatureContext {
  readonly workspace: Workspace
  readonly network: Entry<'Network'>
  readonly line: ProductLine
  readonly lineIndex: number
}

export type Found = Pick<FeatureResult, 'met' | 'facts'>

export interface Feature {
  readonly says: string
  readonly answeredBy: string
  readonly find: (context: FeatureContext) => Found
}

/** Facts that a feature names, at most: one would do, and a roster has thousands. */
export const mostFacts = 3

export const notStated: Found = {met: 'notStated', facts: []}

export function fact(entry: Entry, path: ValuePath, shows: string): LocatedFact {
  return {kind: entry.kind, id: entry.value.id, location: entry.locate(path), shows}
}

export function ofLine<K extends Kind>(
  {workspace, line}: FeatureContext,
  kind: K,
): readonly Entry<K>[] {
  return workspace.all(kind).filter((it) => appliesTo(it, line))
}

export function members(
  context: FeatureContext,
  type: 'practice' | 'hospital',
): readonly Entry<'Participant'>[] {
  const {asOf} = context.workspace
  return ofLine(context, 'Participant').filter(
    ({value: {type: its, joined = asOf, left}}) =>
      its === type && joined <= asOf && (left === undefined || left > asOf),
  )
}

/** Who decides for a practice: its employers, or its owner. */
function principals({workspace}: FeatureContext, {value}: Entry<'Participant'>): readonly string[] {
  const employers =
    value.employedByOneOf ?? (value.employedBy === undefined ? [] : [value.employedBy])
  if (employers.length === 0) return value.owner === undefined ? [] : [value.owner]
  return employers.map((it) => workspace.find('Participant', it)?.value.owner ?? it)
}

export function isEmployed({value}: Entry<'Participant'>): boolean {
  return value.employedBy !== undefined || value.employedByOneOf !== undefined
}

export function employment(entry: Entry<'Participant'>): LocatedFact {
  const {employedBy, employedByOneOf, id, owner} = entry.value
  if (employedBy !== undefined)
    return fact(entry, ['employedBy'], `${id} is employed by ${employedBy}`)
  if (employedByOneOf !== undefined)
    return fact(
      entry,
      ['employedByOneOf'],
      `${id} is employed by one of ${employedByOneOf.length} participants`,
    )
  return fact(
    entry,
    ['owner'],
    `${id} is ${owner === undefined ? 'of an owner not stated' : `owned by ${owner}`} and employed by none`,
  )
}

/** One practice for each owner or employer, so that the facts show that they differ. */
export function onePerPrincipal(
  context: FeatureContext,
  practices: readonly Entry<'Participant'>[],
) {
  const chosen = new Map<string, Entry<'Participant'>>()
  for (const entry of practices)
    for (const principal of principals(context, entry))
      if (!chosen.has(principal)) chosen.set(principal, entry)
  return {
    count: chosen.size,
    facts: [...new Set(chosen.values())].slice(0, mostFacts).map(employment),
  }
}

export function hospitalFacts(context: FeatureContext): LocatedFact[] {
  const {network} = context
  return [
    ...members(context, 'hospital').map((it) =>
      fact(it, ['type'], `hospital ${it.value.id} takes part`),
    ),
    ...(network.value.owners ?? []).flatMap((owner, index) =>
      owner.class === 'hospital' && owner.share > 0
        ? [fact(network, ['owners', index], `a hospital owns a share of ${owner.share}`)]
        : [],
    ),
  ].slice(0, mostFacts)
}

export function lineFact(
  {network, lineIndex}: FeatureContext,
  key: 'basis' | 'jointPricing' | 'populations',
  shows: string,
) {
  return fact(network, ['productLines', lineIndex, key], shows)
}

/** Contracts that count: in force or, as far as is stated, not over. */
export function contracts(context: FeatureContext): readonly Entry<'PayerContract'>[] {
  const {asOf} = context.workspace
  return ofLine(context, 'PayerContract').filter(
    ({value}) => context.line.stage === 'proposed' || inForceOn(value, asOf) !== false,
  )
}

export function sharing(context: FeatureContext): readonly Entry<'PayerContract'>[] {
  return contracts(context).filter(
    ({value: {model}}) => model === 'sharedSavings' || model === 'twoSided',
  )
}
