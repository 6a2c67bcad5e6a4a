import type {FlatKind} from '../model/flat-columns.ts'
import {entriesOf, put, type Draft, type Plain} from './draft.ts'
import type {PlanOptions, Standing} from './plan.ts'
import type {ReadRow} from './rows.ts'
import {foldedWords} from './words.ts'

/** The record that a row speaks of: its id, none that is of interest, or why it is not known. */
export type Found =
  | {readonly id: string}
  | {readonly left: true}
  | {readonly reason: string; readonly help: string}

const several = {
  reason: 'a name or number that several records bear',
  help: 'Add a column `id`',
} as const

const noTins: ReadonlyMap<string, string> = new Map()

/**
 * Which record a row speaks of. A number on record, or of a row before it, says more than a name,
 * which people spell in two ways.
 */
export function finder({target, standing, reference, only, idOf, flat}: PlanOptions) {
  const ids = new Set(standing.map(({id}) => id))
  const by = (key: (value: Plain, of: Standing) => readonly string[]) => {
    const found = new Map<string, string | null>()
    for (const of of standing)
      for (const it of key(of.value, of))
        found.set(it, found.has(it) && found.get(it) !== of.id ? null : of.id)
    return found
  }
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? [value] : [])
  const names = by(({name, title}) => text(name ?? title).map(foldedWords))
  const tins = by(({tin}) => text(tin))
  const ccns = by(({ccn}) => text(ccn))
  const npis = by(({clinicians}, {npis: inTable = []}) => [
    ...entriesOf(clinicians).flatMap((it) =>
      it['countedAt'] === undefined ? text(it['npi']) : [],
    ),
    ...inTable,
  ])
  const measures = by(({identifiers}) => measureKeys(identifiers as Plain | undefined))
  const decisions = by((value) => [decisionKey(value)])
  const wanted = (keys: readonly unknown[]) =>
    !reference || only.has('all') || keys.some((it) => only.has(String(it)))
  return ({values}: ReadRow, drafts: ReadonlyMap<string, Draft>, newTins = noTins): Found => {
    const get = (name: string) => values.get(name)
    const own = recordValues(values, flat)
    const keys = [get('clinicians.npi'), get('id'), get('ccn'), get('identifiers.mips')]
    const id = get('id')
    if (typeof id === 'string') {
      if (ids.has(id) || drafts.has(id)) return {id}
      const same = reference ? measureMatch(measures, own) : undefined
      if (same === null) return several
      if (same !== undefined) return {id: same}
      return wanted(keys) ? {id} : {left: true}
    }
    const name = text(get('name') ?? get('title')).map(foldedWords)[0]
    const match =
      (reference ? text(get('clinicians.npi')).map((it) => npis.get(it))[0] : undefined) ??
      text(get('ccn')).map((it) => ccns.get(it))[0] ??
      text(get('tin')).map((it) => tins.get(it) ?? newTins.get(it))[0] ??
      (name === undefined ? undefined : names.get(name)) ??
      (target.name === 'measures' ? measureMatch(measures, own) : undefined) ??
      (target.name === 'decisions' ? decisions.get(decisionKey(own)) : undefined) ??
      // A clinician of another practice than the row names is no reason to rename the practice.
      (target.name === 'roster' && Object.keys(own).length === 0
        ? text(get('clinicians.npi')).map((it) => npis.get(it))[0]
        : undefined)
    if (typeof match === 'string') return {id: match}
    if (match === null) return several
    if (!wanted(keys)) return {left: true}
    // A session of a course of another name is no session of the one on record.
    const only1 =
      target.name === 'training' && name === undefined
        ? standing.filter((it) => it.value['type'] === 'training')
        : []
    if (only1.length === 1 && only1[0] !== undefined) return {id: only1[0].id}
    const made = idOf(own)
    if (made !== undefined) return {id: made}
    const lacking = flat.columns.filter(
      (it) => it.required && it.list === undefined && it.name !== 'id' && !values.has(it.name),
    )
    const also = lacking.map((it) => `--set ${it.name}=…`).join(' ')
    return {
      reason: `a row that names no ${flat.kind}`,
      help: `Add a column with its id or name, or give one for all rows: --set id=…${also === '' ? '' : `, and for a new one ${also}`}. Where a blank means what stands above: --fill-down COLUMN`,
    }
  }
}

function measureKeys(identifiers: Plain | undefined): string[] {
  const {mips, ecqm} = identifiers ?? {}
  return [
    ...(typeof mips === 'string' ? [`mips ${mips}`] : []),
    // The version of an eCQM changes every year, the measure does not.
    ...(typeof ecqm === 'string' ? [`ecqm ${ecqm.replace(/v\d+$/, '')}`] : []),
  ]
}

function measureMatch(
  known: ReadonlyMap<string, string | null>,
  value: Plain,
): string | null | undefined {
  return measureKeys(value['identifiers'] as Plain | undefined)
    .map((it) => known.get(it))
    .find((it) => it !== undefined)
}

function decisionKey({decision, date, participant, member}: Plain): string {
  return JSON.stringify([decision, date, participant, member])
}

function recordValues(values: ReadonlyMap<string, unknown>, {columns}: FlatKind): Plain {
  const own: Plain = {}
  for (const {name, path, list} of columns)
    if (list === undefined && values.has(name)) put(own, path, values.get(name))
  return own
}
