import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {prepareReports} from '../../src/pipeline/import-reports.ts'
import {folderOf} from '../helpers/run-cinch.ts'
import {dataFolder, fixture, imported, importInto, reasons, repository, written} from './reading.ts'

/** A published list is read, but nobody in it is a member: nothing is said of anyone. */
async function readAll(bytes: Uint8Array, restoreZeros = false) {
  const prepared = await imported('roster', bytes, {restoreZeros})
  expect(prepared.records).toEqual([])
  expect(prepared.reference).toBe(true)
  const notes = Object.fromEntries(
    prepared.notes.map(({column, note, cells}) => [`${column}: ${note}`, cells]),
  )
  return {layout: prepared.layout, rows: prepared.rows, remarks: prepared.remarks, notes}
}

const nppes = 'NPPES downloadable file, also as Da Vinci Plan-Net has it'
const zip = 'Provider Business Practice Location Address Postal Code'
const none = {accepted: 0, unchanged: 0, rejected: 0}

test('NPPES: every NPI passes its check digit', async () => {
  expect(await readAll(fixture('nppes-practitioners.csv'))).toMatchObject({
    layout: nppes,
    rows: {...none, read: 40, notOnRecord: 40},
    notes: {': specialties taken from the taxonomy code': 40},
  })
  const organizations = await readAll(fixture('nppes-organizations.csv'))
  expect(organizations).toMatchObject({layout: nppes, rows: {...none, read: 10, notOnRecord: 10}})
  // An organization has no specialty.
  expect(Object.keys(organizations.notes)).toEqual([
    `${zip}: four digits after the ZIP code left out`,
  ])
})

test('Doctors and Clinicians: lost zeros are told, and empty lines once', async () => {
  const read = await readAll(fixture('dac-maine.csv'))
  expect(read.layout).toBe('CMS Doctors and Clinicians, extract')
  expect(read.rows).toEqual({...none, read: 200, notOnRecord: 200})
  expect(read.remarks).toEqual(['300 empty lines passed over'])
  expect(read.notes['ZIP Code: numbers without their leading zero']).toBe(200)
  const restored = await readAll(fixture('dac-maine.csv'), true)
  expect(restored.notes['ZIP Code: leading zeros restored']).toBe(200)
})

test('HRRP: lost zeros of CCNs are told', async () => {
  const read = await readAll(fixture('hrrp.csv'))
  expect(read.layout).toBe('CMS hospitals, Hospital Readmissions Reduction Program')
  expect(read.notes['Facility ID: numbers without their leading zero']).toBe(60)
})

test.each([
  ['plannet-organizations.csv', 'Da Vinci Plan-Net, organizations and plans', 40],
  ['plannet-networks.csv', 'Da Vinci Plan-Net, networks', 13],
])('%s', async (name, layout, read) => {
  expect(await readAll(fixture(name))).toMatchObject({
    layout,
    rows: {...none, read, notOnRecord: read},
  })
})

test('a row on record is brought up to date, with its source; a name in capitals is no other name', async () => {
  const header =
    'NPI,Entity Type Code,Provider Organization Name (Legal Business Name),Provider Last Name (Legal Name),Provider First Name,Provider Business Practice Location Address Postal Code,Healthcare Provider Taxonomy Code_1,Healthcare Provider Primary Taxonomy Switch_1,Healthcare Provider Taxonomy Code_2,Healthcare Provider Primary Taxonomy Switch_2\n'
  const prepared = await imported(
    'roster',
    `${header}2000000002,1,,OKAFOR,A.,041011234,207R00000X,N,207RC0000X,Y\n2000900490,1,,NOBODY,X,04101,207RC0000X,Y,,\n`,
    {file: 'npidata.csv'},
  )
  expect(prepared.rows).toMatchObject({read: 2, accepted: 1, notOnRecord: 1})
  const text = written(prepared, 'records/participants/harbor-family.yaml')
  expect(text).toContain("  - npi: '2000000002' # joined first\n    name: A. Okafor\n")
  expect(text).toContain('specialty: cardiology')
  expect(text).toContain('taxonomy: 207RC0000X')
  expect(text).toMatch(
    /provenance:\n {2}- fields:\n {6}- clinicians\n {4}standing: V\n {4}source: "?'?NPPES downloadable file, .*: npidata\.csv, SHA-256 [0-9a-f]{64}, read 2026-06-30, row 2/,
  )
  expect(text).not.toContain('NOBODY')
})

test('a clinician of a published list is taken in where the user names one', async () => {
  const rows =
    'NPI,Provider Name,Primary Specialty,ZIP Code\n2000900490,B. NEW,GASTROENTEROLOGY,04101\n'
  const prepared = await imported('roster', rows, {
    only: ['2000900490'],
    set: {id: 'harbor-family'},
  })
  expect(prepared.records).toMatchObject([{id: 'harbor-family', added: 1}])
})

test('a measure list gives identifiers, steward and direction of what is asked for', async () => {
  const prepared = await imported('measures', fixture('qpp-measures-2026.json'), {
    file: 'qpp-measures-2026.json',
    only: ['001', '236'],
  })
  expect(prepared.remarks).toContain('Entries that are no measure of quality or cost: 2')
  expect(prepared.rows).toMatchObject({read: 9, accepted: 2, notOnRecord: 7})
  expect(written(prepared, 'records/measures/mips-001.yaml')).toContain(`kind: Measure
id: mips-001
title: 'Diabetes: Glycemic Status Assessment Greater Than 9%'
steward: National Committee for Quality Assurance
identifiers:
  cbe: '0059'
  ecqm: CMS122v14
  mips: '001'
domain: outcome
direction: lower
`)
})

test('a measure on record is found by its number and keeps its title', async () => {
  const root = folderOf({
    ...repository,
    'records/measures/a1c.yaml':
      'kind: Measure\nid: a1c\ntitle: A1c above nine\nsteward: NCQA\ndomain: outcome\nidentifiers: {ecqm: CMS122v13}\n',
  })
  const prepared = await importInto(root, 'measures', fixture('qpp-measures-2026.json'), {
    file: 'qpp.json',
  })
  expect(
    prepared.records.map(({id, changes}) => [id, changes.map(({path}) => path.join('.'))]),
  ).toEqual(
    [
      [
        'a1c',
        ['steward', 'identifiers.ecqm', 'direction', 'identifiers.mips', 'identifiers.cbe'].sort(),
      ],
    ].map(([id, paths]) => [id, expect.arrayContaining(paths as string[])]),
  )
  expect(written(prepared, 'records/measures/a1c.yaml')).toContain('title: A1c above nine')
})

const measure =
  'kind: Measure\nid: exm130-fhir\ntitle: Colorectal screening\nsteward: NCQA\ndomain: process\n'

function reports(name: string, said: {map?: [string, string][]; set?: [string, string][]} = {}) {
  const root = folderOf({...repository, 'records/measures/exm130-fhir.yaml': measure})
  return prepareReports({
    root,
    overlays: [],
    asOf: '2026-06-30',
    target: 'measures',
    file: name,
    bytes: fixture(name),
    map: new Map(said.map),
    set: new Map(said.set),
    only: new Set(),
    fillDown: new Set(),
    restoreZeros: false,
  })
}

test('a MeasureReport becomes a table of counts, without its exclusions', async () => {
  const name = 'MeasureReport-summ-measurereport02.json'
  const prepared = await reports(name, {set: [['unit', 'network']]})
  if (prepared === null) throw new Error('Expected reports')
  expect(prepared.diagnostics.filter(({severity}) => severity === 'error')).toEqual([])
  expect(written(prepared, 'tables/counts-measurereport-summ-measurereport02.csv')).toBe(
    'unit,measure,period_start,period_end,numerator,denominator\nnetwork,exm130-fhir,2019-08-01,2019-09-01,60,90\n',
  )
  expect(prepared.remarks).toEqual(['Exclusions and exceptions taken out of the denominators: 10'])
})

test.each([
  ['MeasureReport-summ-measurereport02.json', 'a reporter that is no participant on record'],
  ['MeasureReport-summ-measurereport01.json', 'a measure that is not on record'],
  ['MeasureReport-indv-measurereport01.json', 'a report on patients, expected a summary'],
  [
    'MeasureReport-summ-medicare-stratification-example.json',
    'a report without counts of a numerator and a denominator',
  ],
])('%s is refused: %s', async (name, reason) => {
  const prepared = await reports(name)
  if (prepared === null) throw new Error('Expected reports')
  expect(reasons(prepared)).toEqual([`${name}:1 ${reason}`])
  expect(prepared.files).toEqual([])
})

const missing = existsSync(dataFolder) ? '' : ' (skipped: the public data folder is not here)'
const whole = (name: string) => readFileSync(join(dataFolder, name))

test.skipIf(missing !== '')(
  `all 2,040 rows of NPPES pass their check digit${missing}`,
  async () => {
    const [people, organizations] = [
      await readAll(whole('providers/plannet_sample-nppes-practitioner_20181204-data.csv')),
      await readAll(whole('providers/plannet_sample-nppes-organization-data.csv')),
    ]
    expect([people.rows, organizations.rows]).toEqual([
      {...none, read: 2000, notOnRecord: 2000},
      {...none, read: 40, notOnRecord: 40},
    ])
    expect(Object.keys({...people.notes, ...organizations.notes}).sort()).toEqual([
      ': specialties taken from the taxonomy code',
      `${zip}: four digits after the ZIP code left out`,
    ])
  },
)

test.skipIf(missing !== '')(`the whole Maine file${missing}`, async () => {
  const {rows, remarks, notes} = await readAll(whole('providers/dac_maine_subset.csv'))
  expect(rows).toEqual({...none, read: 3516, notOnRecord: 3516})
  expect(remarks).toEqual(['2574 empty lines passed over'])
  // Two of the 3,516 have a ZIP code as it should be.
  expect(notes['ZIP Code: numbers without their leading zero']).toBe(3514)
})

test.skipIf(missing !== '')(`the whole HRRP file${missing}`, async () => {
  const {rows, notes} = await readAll(whole('hospitals/fy2026_hrrp_hospital.csv'))
  expect(rows.read).toBe(18_330)
  expect(notes['Facility ID: numbers without their leading zero']).toBe(3354)
})

test.skipIf(missing !== '')(`the whole QPP measure list of 2026${missing}`, async () => {
  const prepared = await imported('measures', whole('measures/qpp_measures_2026.json'), {
    file: 'qpp_measures_2026.json',
    only: ['all'],
  })
  expect(prepared.rows).toMatchObject({read: 440, rejected: 0, accepted: 440})
  expect(prepared.records).toHaveLength(440)
  expect(prepared.diagnostics.filter(({severity}) => severity === 'error')).toEqual([])
})
