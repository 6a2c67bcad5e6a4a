import {assert, property, string} from 'fast-check'
import {expect, test} from 'vitest'
import {lawAsOf} from '../../src/law/authorities.ts'
import {outdatedStatements, programs, programsKnownFrom} from '../../src/law/programs.ts'

const found = (text: string) => outdatedStatements(text).map((it) => `${it.program}: ${it.found}`)

test.each([
  ['The network takes part in MSSP Track 1.', ['mssp: Track 1']],
  ['Our ACO is in Track 1+ of the program', ['mssp: Track 1+']],
  ['The Medicare Shared Savings Program offers tracks 2 and 3', ['mssp: tracks 2']],
  ['MSSP track one shares no losses', ['mssp: track one']],
  ['It runs a Next Generation ACO', ['mssp: Next Generation ACO']],
  ['We applied as a Next-Gen ACO.', ['mssp: Next-Gen ACO']],
  ['An MSSP ACO is deemed clinically integrated', ['mssp: deemed']],
  ['ACOs are deemed to meet the rule of reason', ['mssp: deemed']],
  ['HRRP penalises the top 25 percent of hospitals', ['hrrp: top 25 percent']],
  [
    'The Hospital Readmissions Reduction Program cuts the worst 25% of hospitals',
    ['hrrp: worst 25%'],
  ],
  ['Under HRRP the bottom quartile pays', ['hrrp: bottom quartile']],
  [
    'In MSSP Track 1 there is no downside. HRRP hits the top twenty-five percent.',
    ['mssp: Track 1', 'hrrp: top twenty-five percent'],
  ],
])('outdated: %s', (text, statements) => {
  expect(found(text)).toEqual(statements)
})

test.each([
  'The network takes part in MSSP BASIC level E',
  'MSSP ENHANCED track, since this year',
  'The ACO took part in MSSP Track 1 until it ended',
  'In 2016 the ACO was in Track 1',
  'Formerly MSSP Track 3, now ENHANCED',
  'MSSP Tracks 1 to 3 are gone',
  'The ACO is not in Track 1',
  'The brochure says “our ACO is in Track 1”',
  'The brochure says "our ACO is in Track 1"',
  'Track 1 of the yearly meeting is on diabetes',
  'MIPS reporting, track 2 of the training',
  'The ACO keeps track 24 hours a day',
  'Track 1.5 of the ACO onboarding',
  'The ACO committee tracks 14 measures',
  'Next generation sequencing is covered',
  'A next-generation network, with an ACO inside',
  'The next generation of ACO leaders',
  'ACO measures are deemed relevant by the committee',
  'A late form is deemed received on the next business day',
  'Joint pricing is deemed lawful by nobody',
  'ACOs are no longer deemed clinically integrated',
  'An ACO is not deemed clinically integrated',
  'HRRP is not the top 25 percent',
  'HRRP compares a hospital with its peers',
  'The top 25 percent of members share the pool',
  'Readmissions fell in the top quartile of practices',
  'The HAC Reduction Program, unlike HRRP, takes the worst quartile',
  'HRRP in 2018 took the top 25 percent, as we read it',
])('not outdated: %s', (text) => {
  expect(found(text)).toEqual([])
})

test('a statement of each program says what holds instead', () => {
  expect(outdatedStatements('Our ACO is in Track 2')).toEqual([
    {program: 'mssp', found: 'Track 2', expected: 'BASIC A to E or ENHANCED'},
  ])
})

test('any text is read without an error, and the same text alike', () => {
  assert(
    property(string({unit: 'binary'}), (text) => {
      expect(outdatedStatements(text)).toEqual(outdatedStatements(text))
    }),
  )
})

test('facts carry the date at which they were looked at, and where each was read', () => {
  expect(programs.map(({id}) => id)).toEqual([
    'mssp',
    'next-generation-aco',
    'hrrp',
    'macra-mips',
    'mips',
    'bundles',
    'bpci-advanced',
    'cjr',
    'team',
  ])
  for (const {asOf, facts, tracks = [], began = '', ended = '9999'} of programs) {
    expect(asOf).toBe(lawAsOf)
    expect(began < ended).toBe(true)
    for (const {says, standing, source} of facts) {
      expect(says).toMatch(/\.$/)
      expect(source === 'recalled').toBe(standing === 'R')
    }
    expect(new Set(tracks.map(({name}) => name)).size).toBe(tracks.length)
  }
  expect(programsKnownFrom <= lawAsOf).toBe(true)
  // No fact is on record of them, and none is made up.
  for (const id of ['macra-mips', 'mips', 'bundles'])
    expect(programs.find((it) => it.id === id)?.facts).toEqual([])
})
