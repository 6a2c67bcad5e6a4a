import {inForceOn} from '../model/lifetime.ts'
import {compareText} from '../model/location.ts'
import type {Obligation} from '../model/obligation.ts'
import type {RuleContext} from '../model/rule.ts'
import type {Entry, Workspace} from '../model/workspace.ts'
import {removalsOf} from '../rules/enforcement/removals.ts'
import {panelOf} from '../rules/lifetime.ts'
import {lastSelection} from '../rules/membership/selection.ts'
import {
  lastDayWithin,
  obligationOf,
  onLines,
  thresholdOf,
  type DueInput,
  type Found,
} from './context.ts'

/** Signatures, re-selections and days off the panel. */
export function membershipDue(input: DueInput): Found {
  return {
    obligations: [
      ...onLines(input, 'B1', signatures),
      ...agreementEnds(input),
      ...onLines(input, 'B5', reselections),
      ...onLines(input, 'E9', offPanels),
    ],
  }
}

/**
 * Signatures that lack on the newest agreement of the line: in force, or to come. Who signed the
 * version before it has still to sign the new one by its first day.
 */
function signatures(context: RuleContext): Obligation[] {
  const {workspace, asOf, ofLine} = context
  const known = ofLine('ParticipationAgreement')
    .filter(({value}) => value.inForceFrom !== undefined && (value.inForceTo ?? asOf) >= asOf)
    .toSorted((a, b) => compareText(a.value.inForceFrom ?? '', b.value.inForceFrom ?? ''))
  const running = known.filter(({value}) => inForceOn(value, asOf) === true)
  const coming = known.filter(({value}) => (value.inForceFrom ?? '') > asOf)
  return panelOf(context).on.flatMap((participant) => [
    ...unsigned(workspace, participant, running, running.at(-1)),
    ...coming.flatMap((it) => unsigned(workspace, participant, [it], it)),
  ])
}

function unsigned(
  workspace: Workspace,
  {value: {id, joined = ''}}: Entry<'Participant'>,
  agreements: readonly Entry<'ParticipationAgreement'>[],
  target: Entry<'ParticipationAgreement'> | undefined,
): Obligation[] {
  // A declared count names nobody; the test judges it.
  if (target === undefined || (target.value.signatures ?? []).length === 0) return []
  const signed = agreements.some(({value}) =>
    (value.signatures ?? []).some((it) => it.participant === id && it.date <= workspace.asOf),
  )
  if (signed) return []
  const {inForceFrom = workspace.asOf, version} = target.value
  return [
    obligationOf(workspace, target, {
      kind: 'signature',
      part: id,
      path: ['signatures'],
      due: joined > inForceFrom ? joined : inForceFrom,
      what: `Participant ${id} signs version ${version} of the participation agreement`,
      test: 'B1',
    }),
  ]
}

function agreementEnds({workspace}: DueInput): Obligation[] {
  return workspace.all('ParticipationAgreement').flatMap((entry) => {
    const {inForceTo: due, version} = entry.value
    if (due === undefined) return []
    const what = `Version ${version} of the participation agreement ends`
    return [
      obligationOf(workspace, entry, {
        kind: 'agreementEnds',
        nature: 'ends',
        path: ['inForceTo'],
        due,
        what,
        test: 'B1',
      }),
    ]
  })
}

function reselections(context: RuleContext): Obligation[] {
  const {workspace} = context
  const threshold = thresholdOf(context, 'reselectionMonths', 'months')
  return panelOf(context).on.flatMap((participant) => {
    const last = lastSelection(context, participant)
    if (last === undefined) return []
    const due = lastDayWithin(last.date, threshold.value)
    return [
      obligationOf(workspace, last.entry, {
        kind: 'reselection',
        part: participant.value.id,
        path: last.path,
        due,
        what: `Participant ${participant.value.id} is re-selected (${last.what} ${last.date})`,
        test: 'B5',
        threshold,
      }),
    ]
  })
}

/** A day off the panel that is recorded is none that is due, in time or not. */
function offPanels(context: RuleContext): Obligation[] {
  const {workspace, asOf} = context
  return removalsOf(context).flatMap(({entry, path, on, off, due}) => {
    if (off !== undefined && off <= asOf) return []
    const what = `The member removed on ${on} is off every panel, and the day is recorded`
    return [
      obligationOf(workspace, entry, {
        kind: 'offPanel',
        path: off === undefined ? [] : path,
        due,
        what,
        test: 'E9',
        threshold: thresholdOf(context, 'offPanelDays', 'days'),
      }),
    ]
  })
}
