import {createHash} from 'node:crypto'

/** In every text, id and file name of the overlays below; in nothing else. */
export const canary = /canar|Q-777777|fafa57/i

const sample = 'sampleData: {statement: All of it is invented; canary-statement}'
const text = 'canary-exhibit'
const sha256 = createHash('sha256').update(text).digest('hex')

const config = (rootClass: string, name: string) =>
  `formatVersion: 1\nclass: ${rootClass}\nname: ${name}\n${sample}\nignore:\n  - {glob: canary-notes.md, reason: canary-reason}\n`

/** A counsel-only root without a fault: talks, notes, a hold, a memorandum, an exhibit. */
export const counselRoot = {
  'cinch.yaml': config('privileged', 'counsel'),
  'canary-notes.md': 'canary-ignored\n',
  'exhibits/canary-exhibit.txt': text,
  'records/canary-file.yaml': `kind: Negotiation
id: canary-talks
title: canary-title
productLine: commercial-ppo
payer: canary-payer
method: joint
firstPriceTalk: 2023-01-11
negotiator: {person: priya-venn, practisingParticipant: false}
conduct:
  - class: feePoll
    date: 2026-05-13
    description: canary-description
    answer: canary-answer
    mandatedBy: canary-mandate
  - class: terminationThreat
    date: 2024-05-13
    ended: 2024-05-14
    description: canary-threat
provenance: [{standing: R, source: canary-source}]
---
kind: CounselNote
id: canary-note
question: ancillarityAndConduct
productLine: commercial-ppo
view: disagree
date: 2026-05-19
counsel: rowan-whitcombe
note: canary-counsel
---
kind: Hold
id: canary-hold
title: canary-hold-title
placed: 2026-05-18
instructedBy: rowan-whitcombe
scope: canary-scope
removals: [{path: canary/path.yaml, date: 2026-05-19, instructedBy: rowan-whitcombe, reason: canary-removal}]
---
kind: NecessityRecord
id: canary-memorandum
title: canary-memo-title
productLine: commercial-ppo
date: 2026-05-15
privileged: true
custodian: canary-custodian
reasoning: canary-reasoning
---
kind: Exhibit
id: canary-exhibit
title: canary-exhibit-title
file: exhibits/canary-exhibit.txt
sha256: ${sha256}
custodian: canary-exhibit-custodian
made: 2026-05-01
class: privileged
privileged: true
---
kind: HouseRule
id: canary-rule
title: canary-rule-title
severity: warning
select: Negotiation
condition: 'record.payer == "x"'
message: canary-message
fix: canary-fix
authority: canary-authority
passing: [{payer: x}]
failing: [{payer: other}]
---
kind: FindingException
id: canary-exception
finding: fafa57fafafafafa
rule: C3
reason: canary-excuse
owner: priya-venn
approver: rowan-whitcombe
approved: 2026-05-01
expires: 2026-07-01
---
kind: Meeting
id: canary-meeting
body: board
held: 2024-01-01
minutesDrafted: 2024-09-01
`,
} as const

/** A peer-review root without a fault: cases and their policy. */
export const peerReviewRoot = {
  'cinch.yaml': config('peerReview', 'peer-review'),
  'canary-notes.md': 'canary-ignored\n',
  'records/canary-cases.yaml': `kind: SanctionPolicy
id: canary-policy
title: canary-policy-title
effective: 2024-01-01
ladder: [{step: coaching, withinDays: 60}]
dueProcess: {noticeDays: 30, hearing: true, appeal: true, description: canary-process}
---
kind: CorrectiveAction
id: canary-case
member: Q-777777
opened: 2025-03-11
policy: canary-policy
trigger: {signal: belowFloor, reason: quality, periods: [2024-12-31]}
steps:
  - {step: coaching, date: 2025-03-18, due: 2025-05-15, result: notMet}
---
kind: Person
id: canary-person
name: Canary Canarini
roles: [{role: medicalDirector, from: 2024-01-01}]
`,
} as const

/** The same with what validation and the scans find, in files and in values. */
export const faultyRoot = {
  ...counselRoot,
  'canary-stray.bin': '\u0000canary',
  'records/canary-broken.yaml': 'kind: Meeting\nid: [canary\n',
  'records/canary-unknown.yaml':
    'kind: Hold\nid: canary-h2\ntitle: t\nplaced: 2026-13-45\ninstructedBy: canary-nobody\ncanaryKey: 1\nscope: canary\n',
  'records/canary-kind.yaml': 'kind: Canary\nid: canary-k\n',
  'records/canary-leak.yaml':
    'kind: Hold\nid: canary-h3\ntitle: canary\nplaced: 2026-05-01\ninstructedBy: rowan-whitcombe\nscope: the canary pays 115% of Medicare\n',
  'records/canary-hash.yaml': `kind: Exhibit\nid: canary-e2\ntitle: canary\nfile: exhibits/canary-exhibit.txt\nsha256: ${'0'.repeat(64)}\ncustodian: canary\nmade: 2026-05-01\nclass: privileged\n`,
} as const
