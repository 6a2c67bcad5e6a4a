import * as fc from 'fast-check'
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {writeCorpus} from '../../../bench/corpus.ts'
import {mayHold, mayMatch} from '../../../src/load/scan/first-look.ts'
import {patterns} from '../../../src/load/scan/patterns.ts'
import {Scan} from '../../../src/load/scan/scan.ts'

const pieces = fc.constantFrom(
  ...'Patient|patient|PATIENTS|patients|subscriber|Beneficiary|decedent|next of kin'.split('|'),
  ...'name|ID|number|no.|account|was|admitted|seen|Medicare|of|rate|fee schedule|rates'.split('|'),
  ...'MRN|DOB|born on|SSN|conversion factor|counter-offer|withhold|CPT|DRG|per visit'.split('|'),
  ...'RVU|Dr. Smith was suspended|72-year-old woman|increase|John Doe|a@b.example'.split('|'),
  ...'123-45-6789|1EG4-TE5-MK73|1EG4TE5MK73|207-555-0123|(207) 555-0123|12%|$95.10'.split('|'),
  ...'2025-03-04|Mar 4, 2025|123456789|A-1234567| |  |:|: |=|#|\n|\n  |-|.|\u00e9'.split('|'),
  ...`'s~"~/~PRIVILEGED AND CONFIDENTIAL~attorney-client privileged`.split('~'),
)
const texts = fc.array(pieces, {minLength: 1, maxLength: 8}).map((it) => it.join(''))
const spaced = fc.array(pieces, {minLength: 1, maxLength: 8}).map((it) => it.join(' '))

test('no pattern matches where the first look, or its own, saw nothing', () => {
  const matched = new Set<string>()
  fc.assert(
    fc.property(fc.oneof(texts, spaced), (text) => {
      const lower = text.toLowerCase()
      for (const pattern of patterns) {
        pattern.form.lastIndex = 0
        if (!pattern.form.test(text)) continue
        matched.add(pattern.id)
        expect([pattern.id, text, mayHold(text), mayMatch(pattern, lower)]).toEqual([
          pattern.id,
          text,
          true,
          true,
        ])
      }
    }),
    {numRuns: 20_000, seed: 5},
  )
  expect(matched.size).toBeGreaterThan(patterns.length / 2)
})

test.each(patterns)('$id has words that the first look can find', ({needs, shape}) => {
  expect(needs.length > 0 || shape !== undefined).toBe(true)
  for (const word of needs) {
    expect(word.length).toBeGreaterThanOrEqual(3)
    expect(word).toBe(word.toLowerCase())
    expect(mayHold(word)).toBe(true)
    expect(mayHold(`x${word.toUpperCase()}`)).toBe(true)
  }
})

test('words that most records hold are not enough', () => {
  const usual = 'Patients were seen by members from 2025-01-01 to 2025-12-31, 0.71 of 12'
  expect(mayHold(usual)).toBe(false)
})

test('the first look leaves every record of the benchmark', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cinch-look-'))
  try {
    writeCorpus(folder, 160)
    const files = readdirSync(folder, {recursive: true, encoding: 'utf8'})
    const records = files.filter((it) => it.endsWith('.yaml'))
    expect(records.length).toBeGreaterThan(160)
    expect(records.filter((it) => mayHold(readFileSync(join(folder, it), 'utf8')))).toEqual([])
  } finally {
    rmSync(folder, {recursive: true})
  }
})

test.each(['ATTORNEY-CLIENT COMMUNICATION', "Attorney's  work\nproduct"])(
  'the legend %j is found though it does not say privileged',
  (legend) => {
    const scan = new Scan('main', 'a.txt', 'other')
    scan.seeText(`${legend}\n${'counsel advised '.repeat(40)}`)
    expect(scan.end().hits.map((it) => it.pattern)).toEqual(['privileged-legend'])
  },
)
