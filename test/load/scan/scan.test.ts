import {expect, test} from 'vitest'
import {patterns} from '../../../src/load/scan/patterns.ts'
import {Scan, scanName} from '../../../src/load/scan/scan.ts'

function scan(text: string | Uint8Array, use: 'table' | 'other' = 'other', piece = 65_536) {
  const scanner = new Scan('main', 'file.txt', use)
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += piece) scanner.see(bytes.subarray(at, at + piece))
  return scanner.end()
}

const found = (text: string, use: 'table' | 'other' = 'other') =>
  scan(text, use).hits.map(
    ({pattern, location: {start, end}}) =>
      `${pattern} ${start.line}:${start.column}-${end.line}:${end.column}`,
  )

test.each([
  ['pays 115% of Medicare', 'price-medicare-percent 1:6-1:22'],
  ['Medicare plus 10 percent', 'price-medicare-percent 1:1-1:25'],
  ['120 percent of the 2025 Medicare fee schedule', 'price-medicare-percent 1:1-1:33'],
  ['percentOfMedicare: 115', 'price-percent-of-medicare-field 1:1-1:23'],
  ['a conversion factor of $52.10', 'price-conversion-factor 1:3-1:26'],
  ['conversionFactor: 52.5', 'price-conversion-factor 1:1-1:23'],
  ['conversion factor is 54', 'price-conversion-factor 1:1-1:24'],
  ['the fee schedule pays $145.00', 'price-amount 1:5-1:25'],
  ['The fee for\n  a visit is $145', 'price-amount 1:5-2:16'],
  ['negotiated rate: 145 dollars', 'price-amount 1:1-1:29'],
  ['walk-away point of 4%', 'price-increase-offer 1:1-1:22'],
  ['a 3.5% rate increase', 'price-increase-offer 1:3-1:21'],
  ['$61.20 per wRVU', 'price-per-rvu 1:1-1:16'],
  ['$12.50 PMPM', 'price-per-member-month 1:1-1:12'],
  ['$900 per diem', 'price-per-member-month 1:1-1:14'],
  ['CPT 99213 at $85', 'price-code-amount 1:1-1:16'],
  ['SSN 219-09-9999', 'identifier-ssn 1:1-1:16'],
  ['SSN: 219099999', 'identifier-ssn 1:1-1:15'],
  ['MRN: 00123456', 'identifier-record-number 1:1-1:14'],
  ['DOB 1/2/1960', 'identifier-birth-date 1:1-1:13'],
  ['born on March 3, 1960', 'identifier-birth-date 1:1-1:22'],
  ['Patient name: Jane Doe', 'identifier-patient-name 1:1-1:23'],
  ['the patient (312) 555-0123', 'identifier-patient-contact 1:5-1:27'],
  ['patient reached at jane@example.com', 'identifier-patient-contact 1:1-1:36'],
  ['patient was admitted on 2024-03-02', 'identifier-patient-date 1:1-1:35'],
  ['id 1EG4-TE5-MK73', 'identifier-medicare-beneficiary 1:4-1:17'],
  ['Dr. Smith was suspended', 'narrative-named-sanction 1:1-1:24'],
  ['a 54-year-old woman', 'narrative-patient 1:3-1:20'],
])('%j is found', (text, expected) => {
  expect(found(text)).toContain(expected)
})

test.each([
  ['budgetUsd: 240000'],
  ['capital: $2 million for the registry'],
  ['joint pricing is needed to hold the panel together'],
  ['negotiated rates are kept by counsel alone'],
  ['62% of Medicare beneficiaries'],
  ['40 percent of Medicare lives'],
  ['the conversion factor for 2026 is not known here'],
  ['a membership fee of $500'],
  ['fees are kept elsewhere\nbudget: $500'],
  ['saved $12.50 PMPM against the comparator'],
  ['total cost of care fell to $412 PMPM'],
  ['committee time at $150 per hour'],
  ['fee-for-service, budget $500'],
  ['period 2024-01-05 to 2024-03-31'],
  ['tin: 00-1234567'],
  ['npi: 1234567893'],
  ['000-12-3456 and 900-12-3456 and 123-00-4567'],
  ['order 1219-09-99991'],
  ['email: a.okafor@northgate.example'],
  ['phone of the practice: 312-555-0123'],
  ['patients: 1200'],
  ['sha256: 1eg4te5mk73'],
  ['memberId: m-00123456'],
  ['Dr. Lee presented the scorecard'],
  ['a member was suspended on 2025-03-01'],
])('%j is left alone', (text) => {
  expect(found(text)).toEqual([])
})

const advice = 'We advise that the network proceed with care in this matter. '.repeat(8)

test.each([
  [`PRIVILEGED AND CONFIDENTIAL\n\n${advice}`, ['1:1']],
  [`# Attorney-Client Privileged\n${advice}`, ['1:1']],
  [`kind: X\nnote: attorney work product. ${advice}`, ['2:1']],
  ['Privileged and confidential', []],
  ['title: Privileged and confidential memo on pricing\ncustodian: Counsel\n', []],
  [`title: Privileged and confidential memo\nsummary: ${advice}`, []],
  [`Never keep attorney-client privileged text here. ${advice}`, []],
])('a legend of privilege counts with text under it: %#', (text, expected) => {
  const {hits} = scan(text)
  expect(hits.map((it) => it.pattern)).toEqual(expected.map(() => 'privileged-legend'))
  expect(hits.map(({location: {start}}) => `${start.line}:${start.column}`)).toEqual(expected)
})

test('columns of a table, by their names', () => {
  expect(found('member_id,dob,patientId,"Service Date"\n1,2,3,4\n', 'table')).toEqual([
    'column-identifier 1:11-1:14',
    'column-identifier 1:15-1:24',
    'column-patient-date 1:25-1:39',
  ])
  expect(found('Claim ID;zip;allowedAmount\n', 'table')).toEqual([
    'column-zip 1:10-1:13',
    'column-price 1:14-1:27',
  ])
  expect(found('zip,patients\n', 'table')).toEqual([])
  expect(found('unit,measure,period_start,period_end,numerator,denominator\n', 'table')).toEqual([])
  expect(found('dob,mrn\n', 'other')).toEqual([])
})

test('a match that two pieces share is found once, at its place', () => {
  const text = `${'x'.repeat(9000)}\n${'é'.repeat(4000)} 219-09-9999 ${'y'.repeat(20_000)}\n\n  219-09-9998`
  for (const piece of [1, 7, 1000, 65_536])
    expect(
      scan(text, 'other', piece).hits.map((it) => it.location.start),
      `pieces of ${piece}`,
    ).toEqual([
      {line: 2, column: 4002},
      {line: 4, column: 3},
    ])
})

test('at most twenty places of one kind are listed, and the rest are counted', () => {
  const {hits, diagnostics} = scan('219-09-9999\n'.repeat(5000))
  expect(hits).toHaveLength(20)
  expect(diagnostics.map((it) => it.message)).toEqual([
    'Unexpected 5000 places of `identifier-ssn` in one file, expected none; the first 20 are listed',
  ])
})

test.each([
  ['%PDF-1.7\n219-09-9999', 'PDF'],
  ['PK\u0003\u0004', 'zip container, such as XLSX or DOCX'],
  ['PAR1', 'Parquet'],
  ['a\u0000b', 'binary (txt)'],
])('%j is not scanned, and says so', (text, reason) => {
  expect(scan(text)).toEqual({hits: [], diagnostics: [], notScanned: reason})
})

test('text of other encodings is scanned', () => {
  expect(scan(Buffer.from('\ufeffSSN 219-09-9999', 'utf16le')).hits).toHaveLength(1)
  expect(scan(Buffer.from('é SSN 219-09-9999', 'latin1')).hits).toHaveLength(1)
})

test('a name can hold what a page may not', () => {
  const [hit] = scanName('overlay-1', 'exhibits/219-09-9999 scan.pdf')
  expect(hit?.pattern).toBe('identifier-ssn')
  expect(hit?.location).toEqual({
    file: 'exhibits/219-09-9999 scan.pdf',
    root: 'overlay-1',
    start: {line: 1, column: 1},
    end: {line: 1, column: 1},
  })
})

test('a hit carries no text', () => {
  const [hit] = scan('SSN 219-09-9999').hits
  expect(Object.keys(hit ?? {}).sort()).toEqual(['class', 'location', 'pattern'])
  expect(JSON.stringify(hit)).not.toMatch(/219/)
})

test('every pattern says what it finds and where it fails, under an id of its own', () => {
  expect(new Set(patterns.map((it) => it.id)).size).toBe(patterns.length)
  for (const {id, finds, limits, form} of patterns) {
    expect(id).toMatch(/^[a-z]+(?:-[a-z]+)+$/)
    expect(finds.length).toBeGreaterThan(10)
    expect(limits.length).toBeGreaterThan(10)
    expect(form.global).toBe(true)
    // Unbounded repetitions are what makes a form slow on a text made for it.
    expect(form.source.replace(/\[[^\]]*\]/g, 'c')).not.toMatch(/[^\\][*+](?!\?:)/)
  }
})

// 4 MB each takes well under a second; the limit only tells linear from quadratic.
test.each(
  [
    'fee ',
    'privileged and confidential\n',
    'patient ',
    '219-09-999',
    'DOB born MRN ',
    '1% of the current ',
    'Dr. Aaa ',
    'conversion factor ',
    'Medicare plus ',
    '$1 ',
    '99-year-old aaa ',
    '1EG4-TE5-MK7',
    '\n\t\t\t',
    'fee\n    ',
    'counteroffer rate increase ',
  ].map((it) => [it]),
)('a text made of %j is scanned in linear time', {timeout: 20_000}, (unit) => {
  expect(scan(unit.repeat(4_000_000 / unit.length)).notScanned).toBeUndefined()
})
