import {problemOf} from '../model/forms.ts'
import type {Cell, Sheet, Workbook} from './sheet.ts'

type Plain = Record<string, unknown>

/** What a measure list of the Quality Payment Program calls a type, in words of the schema. */
const domains: Readonly<Record<string, string>> = {
  process: 'process',
  outcome: 'outcome',
  intermediateOutcome: 'outcome',
  patientReportedOutcome: 'outcome',
  patientEngagementExperience: 'patientExperience',
}

const header = [
  'id',
  'title',
  'steward',
  'domain',
  'direction',
  'identifiers.mips',
  'identifiers.ecqm',
  'identifiers.cbe',
]

/** Whether parsed JSON is a measure list of the Quality Payment Program. */
export function isMeasureList(json: unknown): json is readonly Plain[] {
  return (
    Array.isArray(json) &&
    json.length > 0 &&
    json.every(
      (it: unknown) =>
        typeof it === 'object' && it !== null && 'measureId' in it && 'category' in it,
    )
  )
}

/**
 * A measure list of the Quality Payment Program as a sheet; rows are counted from 1 as in the list.
 * Descriptions are left out: they may be the steward's.
 */
export function readMeasureList(list: readonly Plain[]): Workbook {
  const wanted = list
    .map((it, index) => [it, index + 1] as const)
    .filter(([{category}]) => category === 'quality' || category === 'cost')
  const left = list.length - wanted.length
  const sheet: Sheet = {
    header: {row: 0, cells: header.map((text) => ({text}))},
    rows: wanted.map(([it, row]) => ({row, cells: cellsOf(it)})),
  }
  const remarks = [
    'Read as a measure list of the Quality Payment Program',
    ...(left > 0 ? [`Entries that are no measure of quality or cost: ${left}`] : []),
  ]
  return {sheets: [sheet], remarks}
}

function cellsOf(it: Plain): Cell[] {
  const text = (key: string) => {
    const value = it[key]
    return typeof value === 'string' ? value.replaceAll(/\s+/g, ' ').trim() : ''
  }
  const formed = (format: string, value: string) =>
    value !== '' && problemOf(format, value) === undefined ? value : ''
  const number = text('measureId')
  const isCost = it['category'] === 'cost'
  return [
    `mips-${number.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`,
    text('title'),
    text('primarySteward') || 'not stated in the measure list',
    isCost ? 'cost' : (domains[text('measureType')] ?? 'notStated'),
    typeof it['isInverse'] === 'boolean' ? (it['isInverse'] ? 'lower' : 'higher') : '',
    formed('mips', number),
    formed('ecqm', text('eMeasureId')),
    formed('cbe', text('nqfId')),
  ].map((value) => ({text: value}))
}
