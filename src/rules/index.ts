import type {Rule} from '../model/rule.ts'
import {sharedRiskShown} from './ancillarity/shared-risk-shown.ts'
import {budgetAndActual} from './investment/budget-and-actual.ts'
import {physicianHours} from './investment/physician-hours.ts'
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
  budgetAndActual,
  physicianHours,
  sharedRiskShown,
]
