import type {Rule} from '../model/rule.ts'
import {commonPanel} from './ancillarity/common-panel.ts'
import {contractsUseProgram} from './ancillarity/contracts-use-program.ts'
import {messengerRelays} from './ancillarity/messenger-relays.ts'
import {necessityRecorded} from './ancillarity/necessity-recorded.ts'
import {negotiatorNotPractising} from './ancillarity/negotiator-not-practising.ts'
import {noAcceptanceQuota} from './ancillarity/no-acceptance-quota.ts'
import {noConditioning} from './ancillarity/no-conditioning.ts'
import {noFeePoll} from './ancillarity/no-fee-poll.ts'
import {noPricingOutsideProgram} from './ancillarity/no-pricing-outside-program.ts'
import {noThreats} from './ancillarity/no-threats.ts'
import {ordersObserved} from './ancillarity/orders-observed.ts'
import {programBeforePriceTalks} from './ancillarity/program-before-price-talks.ts'
import {sharedRiskShown} from './ancillarity/shared-risk-shown.ts'
import {beneficiariesNamed} from './efficiency/beneficiaries-named.ts'
import {claimsMeasured} from './efficiency/claims-measured.ts'
import {comparatorStated} from './efficiency/comparator-stated.ts'
import {failedResultsKept} from './efficiency/failed-results-kept.ts'
import {outcomesCompared} from './efficiency/outcomes-compared.ts'
import {resultsShown} from './efficiency/results-shown.ts'
import {underUseWatched} from './efficiency/under-use-watched.ts'
import {coachingFirst} from './enforcement/coaching-first.ts'
import {consequencesExist} from './enforcement/consequences-exist.ts'
import {exhaustedCaseSanctioned} from './enforcement/exhausted-case-sanctioned.ts'
import {ladderToRemoval} from './enforcement/ladder-to-removal.ts'
import {noSanctionForRefusal} from './enforcement/no-sanction-for-refusal.ts'
import {noticeAndHearing} from './enforcement/notice-and-hearing.ts'
import {plansOnTime} from './enforcement/plans-on-time.ts'
import {removedOffPanel} from './enforcement/removed-off-panel.ts'
import {reviewersNotRivals} from './enforcement/reviewers-not-rivals.ts'
import {signalsAnswered} from './enforcement/signals-answered.ts'
import {triggersResolvable} from './enforcement/triggers-resolvable.ts'
import {bothRolesVote} from './governance/both-roles-vote.ts'
import {committeesMeet} from './governance/committees-meet.ts'
import {conflictsDisclosed} from './governance/conflicts-disclosed.ts'
import {dedicatedManagement} from './governance/dedicated-management.ts'
import {membersTakePart} from './governance/members-take-part.ts'
import {minutesInTime} from './governance/minutes-in-time.ts'
import {noForbiddenWords} from './governance/no-forbidden-words.ts'
import {oneEntity} from './governance/one-entity.ts'
import {physicianMajority} from './governance/physician-majority.ts'
import {careManagementReach} from './information/care-management-reach.ts'
import {incentivesAligned} from './information/incentives-aligned.ts'
import {membersActive} from './information/members-active.ts'
import {pledgedToolsUsed} from './information/pledged-tools-used.ts'
import {protocolsSpanCare} from './information/protocols-span-care.ts'
import {referralDutyExcepted} from './information/referral-duty-excepted.ts'
import {referralsClosed} from './information/referrals-closed.ts'
import {riskStratified} from './information/risk-stratified.ts'
import {systemsLive} from './information/systems-live.ts'
import {twoWayExchange} from './information/two-way-exchange.ts'
import {authoritiesChecked} from './integrity/authorities-checked.ts'
import {exhibitsVerify} from './integrity/exhibits-verify.ts'
import {historyNotRewritten} from './integrity/history-not-rewritten.ts'
import {holdsKept} from './integrity/holds-kept.ts'
import {noIdentifiers} from './integrity/no-identifiers.ts'
import {noNarrative} from './integrity/no-narrative.ts'
import {noPrivilegedText} from './integrity/no-privileged-text.ts'
import {notEnteredInBulk} from './integrity/not-entered-in-bulk.ts'
import {sampleDataMarked} from './integrity/sample-data-marked.ts'
import {scopePrinted} from './integrity/scope-printed.ts'
import {budgetAndActual} from './investment/budget-and-actual.ts'
import {duesPaid} from './investment/dues-paid.ts'
import {hospitalShare} from './investment/hospital-share.ts'
import {noFreeRiders} from './investment/no-free-riders.ts'
import {paidTimeValued} from './investment/paid-time-valued.ts'
import {physicianHours} from './investment/physician-hours.ts'
import {programStaff} from './investment/program-staff.ts'
import {somethingAtStake} from './investment/something-at-stake.ts'
import {agreementNonExclusive} from './market/agreement-non-exclusive.ts'
import {alternativesExist} from './market/alternatives-exist.ts'
import {noCoerciveTerms} from './market/no-coercive-terms.ts'
import {noDominantOwnerBound} from './market/no-dominant-owner-bound.ts'
import {noUrgingToDrop} from './market/no-urging-to-drop.ts'
import {outsideContractsHeld} from './market/outside-contracts-held.ts'
import {payersCouldBypass} from './market/payers-could-bypass.ts'
import {primaryShareBelowBand} from './market/primary-share-below-band.ts'
import {shareBelowBand} from './market/share-below-band.ts'
import {shareCountsRecent} from './market/share-counts-recent.ts'
import {agreementSigned} from './membership/agreement-signed.ts'
import {criteriaBeforeDecisions} from './membership/criteria-before-decisions.ts'
import {criteriaHadEffect} from './membership/criteria-had-effect.ts'
import {dutyClauses} from './membership/duty-clauses.ts'
import {notAllEmployed} from './membership/not-all-employed.ts'
import {notEveryoneAdmitted} from './membership/not-everyone-admitted.ts'
import {reselected} from './membership/reselected.ts'
import {specialtyBreadth} from './membership/specialty-breadth.ts'
import {dataSupplied} from './monitoring/data-supplied.ts'
import {measuresImprove} from './monitoring/measures-improve.ts'
import {membersScored} from './monitoring/members-scored.ts'
import {payerFeedsStated} from './monitoring/payer-feeds-stated.ts'
import {recordsAudited} from './monitoring/records-audited.ts'
import {reportsDelivered} from './monitoring/reports-delivered.ts'
import {scorecardsQuarterly} from './monitoring/scorecards-quarterly.ts'
import {smallCountsSuppressed} from './monitoring/small-counts-suppressed.ts'
import {utilizationReviewActive} from './monitoring/utilization-review-active.ts'
import {adoptedWithAuthors} from './protocols/adopted-with-authors.ts'
import {baselineExists} from './protocols/baseline-exists.ts'
import {conditionsCovered} from './protocols/conditions-covered.ts'
import {measuredAndBound} from './protocols/measured-and-bound.ts'
import {measuresPerSpecialty} from './protocols/measures-per-specialty.ts'
import {measuresSpecified} from './protocols/measures-specified.ts'
import {membersBound} from './protocols/members-bound.ts'
import {notToppedOut} from './protocols/not-topped-out.ts'
import {participatingAuthor} from './protocols/participating-author.ts'
import {programsMeasured} from './protocols/programs-measured.ts'
import {reviewCurrent} from './protocols/review-current.ts'
import {targetBeforePeriod} from './protocols/target-before-period.ts'
import {membersTrained} from './safeguards/members-trained.ts'
import {noPrices} from './safeguards/no-prices.ts'
import {outsideBusinessPolicy} from './safeguards/outside-business-policy.ts'
import {priceAccessApart} from './safeguards/price-access-apart.ts'
import {readersAllowed} from './safeguards/readers-allowed.ts'
import {reminderAtMeetings} from './safeguards/reminder-at-meetings.ts'
import {statisticsAggregated} from './safeguards/statistics-aggregated.ts'

/** Every test, by id. A new one is added here by hand, so that the list can be read. */
export const rules: readonly Rule[] = [
  oneEntity,
  physicianMajority,
  bothRolesVote,
  committeesMeet,
  minutesInTime,
  membersTakePart,
  conflictsDisclosed,
  noForbiddenWords,
  dedicatedManagement,
  agreementSigned,
  dutyClauses,
  criteriaBeforeDecisions,
  criteriaHadEffect,
  reselected,
  notEveryoneAdmitted,
  notAllEmployed,
  specialtyBreadth,
  adoptedWithAuthors,
  participatingAuthor,
  reviewCurrent,
  membersBound,
  conditionsCovered,
  measuresPerSpecialty,
  programsMeasured,
  measuresSpecified,
  targetBeforePeriod,
  baselineExists,
  notToppedOut,
  measuredAndBound,
  scorecardsQuarterly,
  membersScored,
  dataSupplied,
  reportsDelivered,
  measuresImprove,
  recordsAudited,
  utilizationReviewActive,
  smallCountsSuppressed,
  payerFeedsStated,
  ladderToRemoval,
  triggersResolvable,
  signalsAnswered,
  plansOnTime,
  exhaustedCaseSanctioned,
  consequencesExist,
  noticeAndHearing,
  reviewersNotRivals,
  removedOffPanel,
  noSanctionForRefusal,
  coachingFirst,
  budgetAndActual,
  duesPaid,
  hospitalShare,
  physicianHours,
  programStaff,
  paidTimeValued,
  somethingAtStake,
  noFreeRiders,
  systemsLive,
  membersActive,
  twoWayExchange,
  pledgedToolsUsed,
  referralDutyExcepted,
  referralsClosed,
  protocolsSpanCare,
  careManagementReach,
  incentivesAligned,
  riskStratified,
  claimsMeasured,
  resultsShown,
  comparatorStated,
  failedResultsKept,
  beneficiariesNamed,
  outcomesCompared,
  underUseWatched,
  necessityRecorded,
  programBeforePriceTalks,
  commonPanel,
  contractsUseProgram,
  noPricingOutsideProgram,
  noFeePoll,
  noThreats,
  noConditioning,
  messengerRelays,
  noAcceptanceQuota,
  negotiatorNotPractising,
  ordersObserved,
  sharedRiskShown,
  agreementNonExclusive,
  outsideContractsHeld,
  noUrgingToDrop,
  payersCouldBypass,
  shareBelowBand,
  primaryShareBelowBand,
  noDominantOwnerBound,
  noCoerciveTerms,
  alternativesExist,
  shareCountsRecent,
  noPrices,
  priceAccessApart,
  membersTrained,
  reminderAtMeetings,
  statisticsAggregated,
  outsideBusinessPolicy,
  readersAllowed,
  noIdentifiers,
  noNarrative,
  noPrivilegedText,
  exhibitsVerify,
  notEnteredInBulk,
  historyNotRewritten,
  authoritiesChecked,
  sampleDataMarked,
  scopePrinted,
  holdsKept,
]
