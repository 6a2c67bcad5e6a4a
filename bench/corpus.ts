import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {addDays} from '../src/model/date.ts'
import {randomFrom} from './random.ts'

const words =
  'patients members review network program clinical measure target period committee quality utilization protocol registry follow discharge baseline benchmark evidence physician practice primary specialty shared record'.split(
    ' ',
  )

/**
 * Writes a valid governance repository: eight kinds, about 1.4 KB a record.
 *
 * @returns Bytes written.
 */
export function writeCorpus(folder: string, records: number, seed = 7): number {
  const draw = drawFrom(seed)
  let bytes = 0
  const write = (path: string, content: string) => {
    bytes += content.length
    writeFileSync(join(folder, path), content)
  }
  mkdirSync(folder, {recursive: true})
  for (const [file, content] of corpusBase) write(file, content)
  for (let i = 0; i < records; i += 1) {
    const group = `g${String(Math.floor(i / 500)).padStart(2, '0')}`
    if (i % 500 === 0) mkdirSync(join(folder, group), {recursive: true})
    write(`${group}/r${String(i).padStart(5, '0')}.yaml`, recordOf(i, draw))
  }
  return bytes
}

/** A record of the kind that has this turn. */
function recordOf(i: number, draw: Omit<Draw, 'i'>): string {
  const kinds = [protocol, measure, meeting, decision, efficiency, control, criterion, necessity]
  const make = kinds[i % kinds.length] as (typeof kinds)[number]
  return make({i, ...draw})
}

/** One version of a record: all versions of it have the same dates and texts, but for one text. */
export function versionOf(i: number, version: number): string {
  const draw = drawFrom(i + 1)
  let drawn = 0
  const text = (count: number) => {
    drawn += 1
    return drawn === 1 ? `${draw.text(count)} ${version}` : draw.text(count)
  }
  return recordOf(i, {...draw, text})
}

function drawFrom(seed: number): Omit<Draw, 'i'> {
  const random = randomFrom(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const text = (count: number) => Array.from({length: count}, () => pick(words)).join(' ')
  const date = () => addDays('2024-01-01', Math.floor(random() * 800))
  return {text, date, pick}
}

interface Draw {
  readonly i: number
  readonly text: (count: number) => string
  readonly date: () => string
  readonly pick: <T>(list: readonly T[]) => T
}

const network = `kind: Network
id: bench
legalName: Bench Network, LLC
productLines:
  - id: ppo
    title: PPO
    basis: clinical
    stage: operating
    programLive: 2024-01-01
    jointPricing: true
`
const body = `kind: GoverningBody
id: board
title: Board
type: board
seats:
  - {class: independentPhysician, count: 7, vote: true}
quorum: 4
`

const sources = (text: Draw['text']) => `provenance:
  - standing: V
    source: ${text(30)}
  - standing: R
    source: ${text(30)}
`
const protocol = ({i, text, date}: Draw) => `kind: Protocol
id: protocol-${i}
title: ${text(6)}
condition: ${text(40)}
specialties:
  - family-medicine
  - cardiology
source:
  title: ${text(20)}
  publisher: ${text(4)}
  version: "2024"
effective: ${date()}
reviewCycleMonths: 12
reviews:
  - date: ${date()}
    result: kept
  - date: ${date()}
    result: revised
${sources(text)}`
const measure = ({i, text}: Draw) => `kind: Measure
id: measure-${i}
title: ${text(6)}
steward: ${text(3)}
domain: outcome
direction: higher
unit: ratio
numerator: ${text(40)}
denominator: ${text(40)}
exclusions: ${text(20)}
minimumDenominator: 20
targets:
  - {from: 2025-01-01, to: 2025-12-31, value: 0.71, set: 2024-11-12}
  - {from: 2026-01-01, to: 2026-12-31, value: 0.74, set: 2025-11-12}
${sources(text)}`
const meeting = ({i, text, date}: Draw) => `kind: Meeting
id: meeting-${i}
body: board
held: ${date()}
present: 6
quorum: true
antitrustReminder: true
votes:
  - on: ${text(40)}
    for: 6
    against: 0
  - on: ${text(40)}
    for: 5
    against: 1
${sources(text)}`
const decision = ({i, text, date, pick}: Draw) => `kind: MembershipDecision
id: decision-${i}
decision: ${pick(['admission', 'denial', 'deferral'])}
date: ${date()}
member: A-${String(i).padStart(5, '0')}
body: board
reason: ${pick(['meetsCriteria', 'criteriaNotMet', 'performance'])}
checks:
  - {type: license, date: ${date()}, result: clear}
  - {type: exclusionList, date: ${date()}, result: clear}
provenance:
  - standing: V
    source: |
      ${text(60)}
      ${text(60)}
`
const efficiency = ({i, text}: Draw) => `kind: EfficiencyClaim
id: claim-${i}
title: ${text(6)}
type: quality
benefit: ${text(50)}
mechanism: ${text(50)}
baseline:
  value: 0.61
  from: 2023-01-01
  to: 2023-12-31
  source: ${text(5)}
result: {from: 2025-01-01, to: 2025-12-31, value: 0.69, finding: shown, source: Registry}
beneficiaries: [patients, payers]
limitation: ${text(30)}
`
const control = ({i, text, date}: Draw) => `kind: UtilizationControl
id: control-${i}
title: ${text(6)}
manages: imaging
started: ${date()}
onBreach: ${text(60)}
cadence: quarterly
activity:
  - {from: 2025-01-01, to: 2025-03-31, reviewed: 41, acted: 6}
  - {from: 2025-04-01, to: 2025-06-30, reviewed: 38, acted: 4}
${sources(text)}`
const criterion = ({i, text, date}: Draw) => `kind: MembershipCriterion
id: criterion-${i}
title: ${text(6)}
class: quality
text: >-
  ${text(40)}
  ${text(40)}
  ${text(40)}
effective: ${date()}
productLines: [ppo]
`
const necessity = ({i, text, date}: Draw) => `kind: NecessityRecord
id: necessity-${i}
title: ${text(6)}
productLine: ppo
date: ${date()}
privileged: false
conclusion: necessary
reasoning: ${text(70)}
alternatives:
  - alternative: ${text(20)}
    rejectedBecause: ${text(30)}
`
/** What every record of the corpus refers to. */
export const corpusBase: readonly (readonly [file: string, content: string])[] = [
  ['cinch.yaml', 'formatVersion: 1\nsampleData:\n  statement: Invented records of a benchmark\n'],
  ['network.yaml', network],
  ['body.yaml', body],
]
