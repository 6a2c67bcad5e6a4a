import {createHash} from 'node:crypto'
import {attestations, endOf, openFrom} from './attestations.ts'
import type {Change} from './change.ts'
import {setTo, settings} from './settings.ts'

const lastScorecard = 'records/scorecards/scorecard-2026q1.yaml'

const totals = `unit,measure,period_start,period_end,numerator,denominator
network,patient-experience,2026-01-01,2026-03-31,4410,5120
`

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

export const monitoring: readonly Change[] = [
  {
    what: 'two hundred of 240 members are scored',
    file: lastScorecard,
    from: 'scored: 240',
    to: 'scored: 200',
    becomes: {D2: 'weak'},
  },
  {
    what: 'fewer than four in five supply data',
    file: lastScorecard,
    from: 'members: 229',
    to: 'members: 191',
    becomes: {D4: 'weak'},
  },
  {
    what: 'reports are delivered on the 46th day',
    file: lastScorecard,
    from: 'on: 2026-05-11',
    to: 'on: 2026-05-16',
    becomes: {D5: 'weak'},
  },
  {
    what: 'reports are delivered on the 45th day',
    file: lastScorecard,
    from: 'on: 2026-05-11',
    to: 'on: 2026-05-15',
    becomes: {},
  },
  {
    what: 'no sample of records was audited in the last year',
    file: 'records/scorecards/scorecard-2025q4.yaml',
    from: /^recordAudit:\n(  .*\n)+/m,
    to: '',
    becomes: {D7: 'absent'},
  },
  {
    what: 'a utilization control shows no activity',
    file: 'records/utilization/imaging-review.yaml',
    from: /^activity:\n(  .*\n)+/m,
    to: 'activity: []\n',
    becomes: {D8: 'weak'},
  },
  {
    what: 'the lag of a payer feed is not stated',
    file: 'records/systems/analytics.yaml',
    from: 'asOf: 2026-04-30, lagDays: 40, completeness: 0.97',
    to: 'asOf: 2026-04-30',
    becomes: {D10: 'weak'},
  },
  {
    what: 'the third quarter of 2025 is scored after all',
    file: 'records/scorecards/scorecard-2025q3.yaml',
    text: `kind: Scorecard
id: scorecard-2025q3
title: Scorecard, quarter 3 of 2025
from: 2025-07-01
to: 2025-09-30
issued: 2025-11-07
measures: [patient-experience]
members: {scored: 57, lowVolume: 0, of: 57}
supplied: {members: 55, of: 57}
networkValue: true
delivered: {on: 2025-11-10, count: 57}
`,
    becomes: {D1: 'supported'},
    keeps: ['D2', 'D4', 'D5'],
  },
  {
    what: 'two quarters in a row have no scorecard',
    file: 'records/scorecards/scorecard-2025q4.yaml',
    gone: true,
    becomes: {D1: 'absent', D7: 'absent'},
  },
  {
    what: 'nobody attests that the log of scorecards is complete',
    file: attestations,
    from: endOf('scorecards'),
    to: openFrom('scorecards'),
    becomes: {},
  },
  {
    what: '216 of 240 members are scored',
    file: lastScorecard,
    from: 'scored: 240',
    to: 'scored: 216',
    becomes: {},
    keeps: ['D2'],
  },
  {
    what: 'there is no value of the whole network',
    file: lastScorecard,
    from: 'networkValue: true',
    to: 'networkValue: false',
    becomes: {D2: 'weak'},
  },
  {
    what: 'four in five members supply data',
    file: lastScorecard,
    from: 'members: 229',
    to: 'members: 192',
    becomes: {},
    keeps: ['D4'],
  },
  {
    what: 'who supplied data is not stated',
    file: lastScorecard,
    from: 'supplied: {members: 229, of: 240}\n',
    to: '',
    becomes: {D4: 'unknown'},
  },
  {
    what: 'reports went to all members but one',
    file: lastScorecard,
    from: 'count: 240',
    to: 'count: 239',
    becomes: {D5: 'weak'},
  },
  {
    what: 'nine in ten measures are to improve',
    ...settings,
    to: setTo('improvedMeasuresShare', 0.95),
    becomes: {D6: 'weak'},
  },
  {
    what: 'six in ten measures are to improve',
    ...settings,
    to: setTo('improvedMeasuresShare', 0.6),
    becomes: {},
    keeps: ['D6'],
  },
  {
    what: 'records were audited a year ago to the day',
    file: 'records/scorecards/scorecard-2025q4.yaml',
    from: 'on: 2026-03-13',
    to: 'on: 2025-07-01',
    becomes: {},
    keeps: ['D7'],
  },
  {
    what: 'no record was in the sample of the audit',
    file: 'records/scorecards/scorecard-2025q4.yaml',
    from: 'sampled: 360\n  agreed: 341',
    to: 'sampled: 0\n  agreed: 0',
    becomes: {D7: 'absent'},
  },
  {
    what: 'one case was reviewed under a utilization control',
    file: 'records/utilization/imaging-review.yaml',
    from: /^activity:\n(  .*\n)+/m,
    to: 'activity:\n  - {from: 2026-01-01, to: 2026-03-31, reviewed: 1, acted: 0}\n',
    becomes: {},
    keeps: ['D8'],
  },
  {
    what: 'nobody attests that the log of utilization review is complete',
    file: attestations,
    from: endOf('utilizationActivity'),
    to: openFrom('utilizationActivity'),
    becomes: {},
  },
  {
    what: 'a table with small counts of patients is marked as one that leaves',
    file: 'records/tables/counts-2026q1.yaml',
    from: 'smallCells: full',
    to: 'smallCells: suppressed',
    becomes: {D9: 'contrary'},
  },
  {
    what: 'whether small counts are in a table is not stated',
    file: 'records/tables/counts-2026q1.yaml',
    from: 'smallCells: full\n',
    to: '',
    becomes: {D9: 'unknown'},
  },
  {
    what: 'a table without a small count leaves',
    file: 'records/tables/totals-2026q1.yaml',
    text: `kind: EvidenceTable
id: totals-2026q1
title: Totals of the network by measure, quarter 1 of 2026
file: tables/totals-2026q1.csv
format: csv
sha256: '${sha256(totals)}'
from: 2026-01-01
to: 2026-03-31
source: Data office
grain: counts
columns:
  - {name: unit, type: string, role: unit}
  - {name: measure, type: string, role: measure}
  - {name: period_start, type: date, role: periodStart}
  - {name: period_end, type: date, role: periodEnd}
  - {name: numerator, type: integer, role: numerator}
  - {name: denominator, type: integer, role: denominator}
smallCells: suppressed
`,
    more: [{file: 'tables/totals-2026q1.csv', text: totals}],
    becomes: {},
    keeps: ['D9'],
  },
  {
    what: 'claims of a payer arrive after two hundred days',
    file: 'records/systems/analytics.yaml',
    from: 'asOf: 2026-04-30, lagDays: 40, completeness: 0.97',
    to: 'asOf: 2026-04-30, lagDays: 200, completeness: 0.5',
    becomes: {},
    keeps: ['D10'],
  },
  {
    what: 'the feed of a payer was last stated more than a year ago',
    file: 'records/systems/analytics.yaml',
    from: '{payer: payer-a, asOf: 2026-04-30,',
    to: '{payer: payer-a, asOf: 2025-06-29,',
    becomes: {D10: 'weak'},
  },
]
