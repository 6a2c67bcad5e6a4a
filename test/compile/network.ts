/** A network with nothing but its record. */
export const emptyNetwork = `
kind: Network
id: bare
legalName: Bare Network, LLC
productLines:
  - {id: ppo, title: PPO, basis: clinical, stage: operating, jointPricing: true}
`

/** A network of middle size: every section has something to show. */
export const fullNetwork = `
kind: Network
id: harbor-point
legalName: Harbor Point Physicians, LLC
entityForm: limitedLiabilityCompany
declaredKind: cin
sponsor: physicians
formed: 2021-03-01
states: [OH, IN]
owners:
  - {name: Members, class: physicians, share: 0.8}
  - {name: Harbor Hospital, class: hospital, share: 0.2}
productLines:
  - {id: ppo, title: Commercial PPO, basis: clinical, stage: operating, programLive: 2022-01-01, jointPricing: true}
serviceArea: {description: Two counties on the lake, counties: ['39095', '39123']}
outstandingOrders:
  - {title: Consent order, authority: FTC, entered: 2019-05-01, duties: [{title: Annual report, due: 2026-05-01}]}
declaredInvestigations:
  - {title: Civil inquiry of the state, opened: 2025-01-07, authority: State}
publicStatements:
  - {date: 2026-01-02, where: website, text: We are a certified network}
---
kind: GoverningBody
id: board
title: Board of Managers
type: board
quorum: 5
seats:
  - {class: independentPhysician, count: 6, vote: true}
  - {class: hospital, count: 2, vote: true}
reservedPowers:
  - {holder: Harbor Hospital, power: Approves the yearly budget, overridesPhysicians: true}
---
kind: Meeting
id: board-2026-01
body: board
held: 2026-01-20
present: 7
members: 8
quorum: true
---
kind: Meeting
id: board-2026-04
body: board
held: 2026-04-21
present: 5
members: 8
quorum: true
minutesAdopted: 2026-05-19
antitrustReminder: true
---
kind: Person
id: ann-bell
name: Ann Bell
specialty: cardiology
participant: lakeside
roles: [{role: counsel, from: 2021-03-01}]
---
kind: Participant
id: lakeside
name: Lakeside Cardiology
type: practice
owner: lakeside-owner
joined: 2021-06-01
outsideContracts: [{asOf: 2026-03-31, count: 6}]
clinicians:
  - {npi: '2000000010', specialty: cardiology, role: specialist}
  - {npi: '2000000028', specialty: cardiology, role: specialist}
  - {npi: '2000000036', specialty: internal-medicine, role: primaryCare, left: 2025-12-31}
---
kind: Participant
id: mill-street
name: Mill Street Family Medicine
type: practice
owner: lakeside-owner
left: 2025-08-14
roster: roster-mill
---
kind: ParticipationAgreement
id: agreement-2
title: Participation agreement
version: '2'
inForceFrom: 2023-01-01
clauses: {protocols: true, data: true, exclusivity: nonExclusive, inNetworkReferral: {required: true, exceptions: [patientChoice]}}
signatures: [{participant: lakeside, date: 2023-01-05}]
---
kind: MembershipCriterion
id: board-cert
title: Board certification
class: credentialing
text: Board-certified or eligible within five years
effective: 2021-04-01
---
kind: MembershipDecision
id: decision-1
decision: denial
date: 2025-03-03
reason: criteriaNotMet
criteria: [board-cert]
checks: [{type: license, date: 2025-02-20, result: clear}]
---
kind: MembershipDecision
id: decision-2
decision: exit
date: 2025-09-17
reason: sanction
---
kind: Protocol
id: heart-failure
title: Heart failure
condition: Heart failure
specialties: [cardiology, internal-medicine]
membersBound: [{specialty: cardiology, bound: 9, of: 10}]
authors: [{person: ann-bell, specialty: cardiology, role: author, participating: true}]
source: {title: Guideline for heart failure, version: '2022'}
adoption: {date: 2022-02-01, body: board, for: 7, against: 1}
reviews: [{date: 2024-02-06, result: kept}]
measures: [hf-readmission]
---
kind: Measure
id: hf-readmission
title: Readmission after heart failure
steward: CMS
domain: outcome
direction: lower
unit: ratio
targets: [{from: 2025-01-01, to: 2025-12-31, value: 0.18, set: 2024-11-05}]
results:
  - {from: 2025-01-01, to: 2025-06-30, value: 0.21, numerator: 21, denominator: 100}
  - {from: 2025-07-01, to: 2025-12-31, value: 0.07, numerator: 7, denominator: 103}
---
kind: Scorecard
id: q1
title: First quarter
from: 2026-01-01
to: 2026-03-31
issued: 2026-04-20
members: {scored: 41, lowVolume: 3, of: 47}
networkValue: true
---
kind: UtilizationControl
id: imaging
title: Review of advanced imaging
manages: imaging
activity: [{from: 2026-01-01, to: 2026-03-31, reviewed: 120, acted: 4}]
---
kind: SanctionPolicy
id: ladder
title: Corrective action policy
ladder:
  - {step: coaching, signal: belowTarget, consecutivePeriods: 2, withinDays: 60}
  - {step: removal, signal: planOverdue}
dueProcess: {noticeDays: 30, hearing: true}
---
kind: CorrectiveAction
id: case-1
member: M0417
opened: 2025-05-02
trigger: {signal: belowTarget, reason: quality, measure: hf-readmission}
steps: [{step: coaching, date: 2025-05-20, result: notMet}, {step: removal, date: 2025-09-17}]
closed: 2025-09-17
outcome: removed
---
kind: CareProgram
id: transitions
title: Transitions of care
type: careTransitions
staff: [{role: nurse, fullTimeEquivalents: 2.5}]
panel: 8
followUp: [{from: 2025-01-01, to: 2025-12-31, withinDays: 7, followed: 310, of: 402}]
---
kind: InformationSystem
id: hie
title: Lake Exchange
type: healthInformationExchange
goLive: 2021-09-01
use: [{month: 2026-05, active: 44, of: 47, sent: 1200, received: 900}]
payerFeeds: [{payer: blue, asOf: 2026-04-30, lagDays: 45}]
---
kind: Investment
id: budget-2025
title: Budget of 2025
from: 2025-01-01
to: 2025-12-31
by: network
budget: [{title: Registry, class: infrastructure, budgetUsd: 250000, actualUsd: 241318}]
dues: {perMemberUsd: 500, members: 47, paid: 46}
hours: [{participant: lakeside, body: board, activity: committee, members: 2, hours: 31}]
---
kind: IncentivePlan
id: plan-2025
title: Incentive plan of 2025
from: 2025-01-01
to: 2025-12-31
pools: [{id: quality, networkResultShare: 0.4, adherenceShare: 0.3}]
---
kind: Distribution
id: paid-2025
plan: plan-2025
from: 2025-01-01
to: 2025-12-31
paid: 2026-03-15
payments: [{member: M0417, pool: quality, amount: '1250.00', belowFloor: true}]
---
kind: EfficiencyClaim
id: fewer-readmissions
title: Fewer readmissions
type: quality
benefit: Fewer readmissions after heart failure
measure: hf-readmission
baseline: {value: 0.24, from: 2021-01-01, to: 2021-12-31, source: claims}
result: {from: 2025-01-01, to: 2025-12-31, value: 0.2, finding: notShown, source: claims}
---
kind: NecessityRecord
id: necessity
title: Why joint pricing
productLine: ppo
date: 2021-11-02
privileged: false
conclusion: necessary
reasoning: One panel with one duty
alternatives: [{alternative: Messenger, rejectedBecause: No common panel}]
---
kind: Negotiation
id: blue-talks
title: Talks with Blue
productLine: ppo
method: joint
firstPriceTalk: 2022-06-01
conduct:
  - {class: feePoll, date: 2022-05-01, description: A poll of members}
---
kind: PayerContract
id: blue-ppo
title: Blue PPO
payer: blue
productLine: ppo
model: feeForServiceBonus
jointlyPriced: true
inForceFrom: 2022-09-01
lives: 18250
clauses: {gag: false, tying: true}
bypass: [{date: 2023-04-01, event: refusedNetwork}]
---
kind: ServiceAreaScreen
id: screen
title: Screen of 2025
asOf: 2025-12-31
areas: [{id: lake, title: Lake counties}]
counts: [{area: lake, specialty: cardiology, members: 12, all: 31, source: state licence file}]
rivals: [{name: Shore IPA, adequate: true, source: public directory}]
---
kind: Safeguard
id: policy
title: Antitrust policy
type: antitrustPolicy
effective: 2021-04-01
training: [{date: 2025-10-01, trained: 45, of: 47}]
---
kind: Attestation
id: attest-cases
log: correctiveActions
from: 2025-01-01
to: 2025-12-31
attestedBy: ann-bell
role: officer
date: 2026-01-15
---
kind: CounselNote
id: note-1
question: integration
view: reserved
date: 2026-05-05
counsel: ann-bell
note: Wait for the second year
---
kind: Hold
id: hold-1
title: Inquiry hold
placed: 2025-01-08
instructedBy: ann-bell
scope: Everything on contracting
---
kind: Exhibit
id: minutes-jan
title: Minutes of January
file: exhibits/minutes.pdf
sha256: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
custodian: Secretary
made: 2026-01-21
class: network
---
kind: Exhibit
id: agreement-scan
title: Agreement as signed
location: Vault
custodian: Secretary
made: 2023-01-05
class: network
---
kind: EvidenceTable
id: roster-mill
title: Roster of Mill Street
file: tables/mill.csv
from: 2026-01-01
to: 2026-01-31
source: practice
grain: roster
columns: []
`
