import type {Rule} from '../model/rule.ts'
import {necessityRecorded} from './ancillarity/necessity-recorded.ts'
import {noAcceptanceQuota} from './ancillarity/no-acceptance-quota.ts'
import {noConditioning} from './ancillarity/no-conditioning.ts'
import {noFeePoll} from './ancillarity/no-fee-poll.ts'
import {noThreats} from './ancillarity/no-threats.ts'
import {programBeforePriceTalks} from './ancillarity/program-before-price-talks.ts'
import {sharedRiskShown} from './ancillarity/shared-risk-shown.ts'
import {resultsShown} from './efficiency/results-shown.ts'
import {consequencesExist} from './enforcement/consequences-exist.ts'
import {exhaustedCaseSanctioned} from './enforcement/exhausted-case-sanctioned.ts'
import {ladderToRemoval} from './enforcement/ladder-to-removal.ts'
import {noSanctionForRefusal} from './enforcement/no-sanction-for-refusal.ts'
import {signalsAnswered} from './enforcement/signals-answered.ts'
import {exhibitsVerify} from './integrity/exhibits-verify.ts'
import {noIdentifiers} from './integrity/no-identifiers.ts'
import {budgetAndActual} from './investment/budget-and-actual.ts'
import {physicianHours} from './investment/physician-hours.ts'
import {agreementNonExclusive} from './market/agreement-non-exclusive.ts'
import {noUrgingToDrop} from './market/no-urging-to-drop.ts'
import {outsideContractsHeld} from './market/outside-contracts-held.ts'
import {shareBelowBand} from './market/share-below-band.ts'
import {agreementSigned} from './membership/agreement-signed.ts'
import {criteriaHadEffect} from './membership/criteria-had-effect.ts'
import {notAllEmployed} from './membership/not-all-employed.ts'
import {specialtyBreadth} from './membership/specialty-breadth.ts'
import {membersScored} from './monitoring/members-scored.ts'
import {scorecardsQuarterly} from './monitoring/scorecards-quarterly.ts'
import {utilizationReviewActive} from './monitoring/utilization-review-active.ts'
import {adoptedWithAuthors} from './protocols/adopted-with-authors.ts'
import {measuredAndBound} from './protocols/measured-and-bound.ts'
import {reviewCurrent} from './protocols/review-current.ts'
import {targetBeforePeriod} from './protocols/target-before-period.ts'
import {noPrices} from './safeguards/no-prices.ts'

/** Every test, by id. A new one is added here by hand, so that the list can be read. */
export const rules: readonly Rule[] = [
  agreementSigned,
  criteriaHadEffect,
  notAllEmployed,
  specialtyBreadth,
  adoptedWithAuthors,
  reviewCurrent,
  targetBeforePeriod,
  measuredAndBound,
  scorecardsQuarterly,
  membersScored,
  utilizationReviewActive,
  ladderToRemoval,
  signalsAnswered,
  exhaustedCaseSanctioned,
  consequencesExist,
  noSanctionForRefusal,
  budgetAndActual,
  physicianHours,
  resultsShown,
  necessityRecorded,
  programBeforePriceTalks,
  noFeePoll,
  noThreats,
  noConditioning,
  noAcceptanceQuota,
  sharedRiskShown,
  agreementNonExclusive,
  outsideContractsHeld,
  noUrgingToDrop,
  shareBelowBand,
  noPrices,
  noIdentifiers,
  exhibitsVerify,
]
