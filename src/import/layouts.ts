import type {TargetName} from './targets.ts'
import {foldedWords} from './words.ts'

/** Order of day, month and year in written dates. */
export type DateOrder = 'mdy' | 'dmy'

/** A layout that others publish, known by its columns. */
export interface Layout {
  /** As the user is told of it. */
  readonly title: string
  readonly target: TargetName
  /** Columns by which it is known, as written. */
  readonly signs: readonly string[]
  /** Column of the file to field; all other columns are left out. */
  readonly columns: Readonly<Record<string, string>>
  readonly dateOrder?: DateOrder
  /** Whether it lists far more than the network: rows that are not on record are left out. */
  readonly reference: boolean
  /** Column that says whether a row is a person (`1`) or an organization (`2`). */
  readonly entityColumn?: string
}

const nppesTaxonomies = Object.fromEntries(
  Array.from({length: 15}, (_, index) => [
    `Healthcare Provider Taxonomy Code_${index + 1}`,
    'clinicians.taxonomy',
  ]),
)

const layouts: readonly Layout[] = [
  {
    title: 'NPPES downloadable file, also as Da Vinci Plan-Net has it',
    target: 'roster',
    signs: [
      'NPI',
      'Entity Type Code',
      'Provider Organization Name (Legal Business Name)',
      'Healthcare Provider Taxonomy Code_1',
    ],
    columns: {
      NPI: 'clinicians.npi',
      'Provider Organization Name (Legal Business Name)': 'name',
      'Provider Last Name (Legal Name)': 'clinicians.lastName',
      'Provider First Name': 'clinicians.firstName',
      'Provider Business Practice Location Address Postal Code': 'clinicians.zips',
      ...nppesTaxonomies,
    },
    dateOrder: 'mdy',
    reference: true,
    entityColumn: 'Entity Type Code',
  },
  {
    title: 'CMS Doctors and Clinicians, national file',
    target: 'roster',
    signs: ['NPI', 'Provider Last Name', 'Provider First Name', 'pri_spec'],
    columns: {
      NPI: 'clinicians.npi',
      'Provider Last Name': 'clinicians.lastName',
      'Provider First Name': 'clinicians.firstName',
      pri_spec: 'clinicians.specialty',
      'Facility Name': 'name',
      'ZIP Code': 'clinicians.zips',
    },
    dateOrder: 'mdy',
    reference: true,
  },
  {
    title: 'CMS Doctors and Clinicians, extract',
    target: 'roster',
    signs: ['NPI', 'Provider Name', 'Primary Specialty', 'ZIP Code'],
    columns: {
      NPI: 'clinicians.npi',
      'Provider Name': 'clinicians.name',
      'Primary Specialty': 'clinicians.specialty',
      'ZIP Code': 'clinicians.zips',
    },
    dateOrder: 'mdy',
    reference: true,
  },
  {
    title: 'Da Vinci Plan-Net, organizations and plans',
    target: 'roster',
    signs: ['is_plan', 'type', 'partof_id', 'plan_name', 'network_id'],
    columns: {name: 'name', zip: 'locations'},
    reference: true,
  },
  {
    title: 'Da Vinci Plan-Net, networks',
    target: 'roster',
    signs: ['hpid', 'partof_id', 'prov_type_code', 'coverage'],
    columns: {name: 'name', zip: 'locations'},
    reference: true,
  },
  {
    title: 'CMS hospitals, Hospital Readmissions Reduction Program',
    target: 'roster',
    signs: ['Facility Name', 'Facility ID', 'Excess Readmission Ratio'],
    columns: {'Facility Name': 'name', 'Facility ID': 'ccn'},
    dateOrder: 'mdy',
    reference: true,
  },
  {
    title: 'CMS hospitals, general information',
    target: 'roster',
    signs: ['Facility ID', 'Facility Name', 'Hospital Type', 'Hospital Ownership'],
    columns: {'Facility Name': 'name', 'Facility ID': 'ccn', 'ZIP Code': 'locations'},
    dateOrder: 'mdy',
    reference: true,
  },
]

/** The layout whose signs all stand in a header. */
export function layoutOf(target: TargetName, header: readonly string[]): Layout | undefined {
  const there = new Set(header.map(foldedWords))
  return layouts.find(
    (it) => it.target === target && it.signs.every((sign) => there.has(foldedWords(sign))),
  )
}
