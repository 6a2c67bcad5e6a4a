import {addMonths} from '../../model/date.ts'
import {fileFor} from '../../model/placement.ts'
import type {Rule} from '../../model/rule.ts'
import {panelOf} from '../lifetime.ts'
import {closedSince} from '../logs.ts'
import {counted, strengthOf} from '../outcome.ts'
import {logAttestationDays} from '../silence.ts'
import {concluded, newTally} from '../tally.ts'
import {lastSelection} from './selection.ts'

export const reselected: Rule = {
  id: 'B5',
  name: 'membership/reselected',
  title: 'Each member was selected or re-selected within thirty-six months',
  weight: 'minor',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: true,
  thresholds: [
    logAttestationDays,
    {
      id: 'reselectionMonths',
      value: 36,
      unit: 'months',
      basis: 'house',
      source: 'House default; the usual cycle of credentialing',
      description: 'Longest time from the selection of a member to the next.',
      looser: 'higher',
    },
  ],
  authorities: ['statement-8', 'medsouth-2002', 'gripa-2007'],
  docs: {
    tests:
      'Every participant on the panel was admitted or re-selected within the last 36 months. One that joined since then is not due yet.',
    rationale:
      'Selective membership is kept up only where members must meet the criteria again: once selected, always selected is no selection.',
    evidence:
      'MembershipDecision records of class `admission` and `reselection` with `participant`; Participant records with `joined`; an Attestation of log `membershipDecisions`.',
    limits:
      'Reads decisions on practices and facilities, as they contract. Decisions on single clinicians stand under pseudonyms and cannot be joined to them.',
  },
  requires: ['Participant'],

  check(context) {
    const {asOf, threshold, cite, finding} = context
    const since = addMonths(asOf, -threshold('reselectionMonths'))
    const closed = closedSince(context, 'membershipDecisions', since) !== undefined
    const {on, notStated} = panelOf(context)
    const tally = newTally()
    for (const entry of on) {
      const last = lastSelection(context, entry)
      if (last !== undefined && last.date >= since) {
        const due = addMonths(last.date, threshold('reselectionMonths'))
        tally.met.push(
          cite(
            last.entry,
            last.path,
            strengthOf(context, last.entry),
            `${entry.value.id}: ${last.what} ${last.date}, due again by ${due}`,
          ),
        )
        continue
      }
      const late = last !== undefined && closed
      ;(late ? tally.unmet : tally.notStated).push(
        finding(
          late ? 'warning' : 'note',
          last?.entry ?? entry,
          last?.path ?? [],
          last === undefined
            ? `Unexpected participant \`${entry.value.id}\` without \`joined\` or a decision, expected its last selection`
            : `Unexpected participant \`${entry.value.id}\` ${last.what} ${last.date} and no re-selection since, expected one since ${since}`,
          `Apply the criteria again and record it in ${fileFor(context.workspace, 'MembershipDecision')}`,
        ),
      )
    }
    for (const entry of notStated)
      tally.notStated.push(
        finding(
          'note',
          entry,
          [],
          `Unexpected participant \`${entry.value.id}\` without \`productLines\`, expected the lines on whose panel it is`,
        ),
      )
    return concluded(tally, {
      summary: `${tally.met.length} of ${counted(on.length, 'participant')} on the panel ${on.length === 1 ? 'was' : 'were'} selected or re-selected since ${since}.`,
      answeredBy: `MembershipDecision records of class \`reselection\` (${fileFor(context.workspace, 'MembershipDecision', '…')})`,
    })
  },
}
