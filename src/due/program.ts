import {addMonths} from '../model/date.ts'
import {compareText} from '../model/location.ts'
import type {Obligation} from '../model/obligation.ts'
import type {RuleContext} from '../model/rule.ts'
import {isActive} from '../rules/lifetime.ts'
import {lastReview, reviewDue} from '../rules/protocols/last-review.ts'
import {
  daysAfter,
  lastDayWithin,
  obligationOf,
  onLines,
  thresholdOf,
  type DueInput,
  type Found,
} from './context.ts'

/** Reviews of protocols, targets, scorecards, reports to members, audits of records, accounts. */
export function programDue(input: DueInput): Found {
  return {
    obligations: [
      ...onLines(input, 'C3', reviews),
      ...onLines(input, 'C9', targets),
      ...onLines(input, 'D1', scorecards),
      ...onLines(input, 'D5', reports),
      ...onLines(input, 'D7', recordAudits),
      ...onLines(input, 'F1', accounts),
    ],
  }
}

function reviews(context: RuleContext): Obligation[] {
  const {workspace, asOf} = context
  return workspace.all('Protocol').flatMap((entry) => {
    const last = isActive(entry.value, asOf) ? lastReview(entry, asOf) : undefined
    if (last === undefined) return []
    const {source, reviewCycleMonths} = entry.value
    const threshold = thresholdOf(context, 'protocolReviewMonths', 'months')
    const onSchedule = reviewDue(context, entry, last)
    const changed = source?.changed
    // A source that changed since makes the last review one of another text, from that day on.
    const overtaken = changed !== undefined && changed <= asOf && changed > last.date
    const due = overtaken && changed < onSchedule ? changed : onSchedule
    const own = reviewCycleMonths !== undefined && reviewCycleMonths < threshold.value
    return [
      obligationOf(workspace, entry, {
        kind: 'protocolReview',
        path: last.path,
        due,
        what: overtaken
          ? `Protocol ${entry.value.id} is reviewed against its source, which changed on ${changed}`
          : `Protocol ${entry.value.id} is reviewed (${last.what} ${last.date})`,
        test: 'C3',
        threshold: own ? null : threshold,
      }),
    ]
  })
}

/** The next target must be committed before its period begins: by the last day of the one before. */
function targets({workspace, asOf}: RuleContext): Obligation[] {
  return workspace.all('Measure').flatMap((entry) => {
    const {id, retired, targets = []} = entry.value
    if (retired !== undefined && retired <= asOf) return []
    const last = targets
      .map((target, index) => ({...target, index}))
      .toSorted((a, b) => compareText(a.to, b.to))
      .at(-1)
    if (last === undefined) return []
    return [
      obligationOf(workspace, entry, {
        kind: 'target',
        path: ['targets', last.index, 'to'],
        due: last.to,
        what: `Measure ${id} has a committed target for the period that begins on ${daysAfter(last.to, 1)}`,
        test: 'C9',
      }),
    ]
  })
}

/** The next scored period ends, and its scorecard is issued, within the longest gap. */
function scorecards(context: RuleContext): Obligation[] {
  const {workspace, asOf, line, lineIndex, network, ofLine} = context
  const threshold = thresholdOf(context, 'scorecardGapDays', 'days')
  const last = ofLine('Scorecard')
    .filter(({value}) => value.issued <= asOf && value.to <= asOf)
    .toSorted((a, b) => compareText(a.value.to, b.value.to))
    .at(-1)
  const from = last?.value.to ?? line.programLive
  if (from === undefined) return []
  return [
    obligationOf(workspace, last ?? network, {
      kind: 'scorecard',
      part: line.id,
      path: last === undefined ? ['productLines', lineIndex] : ['to'],
      due: daysAfter(from, threshold.value),
      what: `Members of ${line.id} are scored for a period that ends after ${from}`,
      test: 'D1',
      threshold,
    }),
  ]
}

/** Reports of scorecards in the look-back that did not reach all members. */
function reports(context: RuleContext): Obligation[] {
  const {workspace, asOf, threshold, ofLine} = context
  const since = addMonths(asOf, -threshold('operatingLookBackMonths'))
  return ofLine('Scorecard').flatMap((entry) => {
    const {id, issued, to, delivered, members} = entry.value
    if (issued > asOf || to > asOf || to <= since) return []
    const reached =
      delivered !== undefined &&
      delivered.on <= asOf &&
      (members === undefined || delivered.count >= members.of)
    if (reached) return []
    return [
      obligationOf(workspace, entry, {
        kind: 'memberReports',
        path: delivered === undefined ? [] : ['delivered'],
        due: daysAfter(to, threshold('reportDeliveryDays')),
        what: `Every member has the report of ${id}, and the delivery is recorded`,
        test: 'D5',
        threshold: thresholdOf(context, 'reportDeliveryDays', 'days'),
      }),
    ]
  })
}

/** One audit of records a year; a program younger than that has until it is one year old. */
function recordAudits(context: RuleContext): Obligation[] {
  const {workspace, asOf, line, lineIndex, network, ofLine} = context
  const threshold = thresholdOf(context, 'operatingLookBackMonths', 'months')
  const last = ofLine('Scorecard')
    .filter(({value}) => (value.recordAudit?.sampled ?? 0) > 0)
    .filter(({value}) => (value.recordAudit?.on ?? '') <= asOf)
    .toSorted((a, b) => compareText(a.value.recordAudit?.on ?? '', b.value.recordAudit?.on ?? ''))
    .at(-1)
  const on = last?.value.recordAudit?.on
  const {programLive} = line
  if (on === undefined && programLive === undefined) return []
  const due =
    on === undefined
      ? addMonths(programLive ?? asOf, threshold.value)
      : lastDayWithin(on, threshold.value, {strict: true})
  return [
    obligationOf(workspace, last ?? network, {
      kind: 'recordAudit',
      part: line.id,
      path: last === undefined ? ['productLines', lineIndex] : ['recordAudit', 'on'],
      due,
      what: `A sample of medical records of ${line.id} is audited (${on === undefined ? 'none on record' : `last ${on}`})`,
      test: 'D7',
      threshold,
    }),
  ]
}

/** Accounts that end later than the last ones with an actual. */
function accounts(context: RuleContext): Obligation[] {
  const {workspace, asOf} = context
  const threshold = thresholdOf(context, 'budgetAgeMonths', 'months')
  const last = workspace
    .all('Investment')
    .filter(({value}) => value.to <= asOf)
    .filter(({value}) => (value.budget ?? []).some((it) => it.actualUsd !== undefined))
    .toSorted((a, b) => compareText(a.value.to, b.value.to))
    .at(-1)
  if (last === undefined) return []
  return [
    obligationOf(workspace, last, {
      kind: 'accounts',
      path: ['to'],
      due: lastDayWithin(last.value.to, threshold.value),
      what: `Budget and actual of a period that ends after ${last.value.to} are on record`,
      test: 'F1',
      threshold,
    }),
  ]
}
