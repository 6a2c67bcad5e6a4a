import {compareText} from '../../model/location.ts'
import type {RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'

interface Selection {
  readonly entry: Entry
  readonly path: string[]
  readonly date: string
  readonly what: 'joined' | 'admitted' | 're-selected'
}

/** The latest selection of a participant; the day it joined where no decision is on record. */
export function lastSelection(
  {workspace, asOf}: RuleContext,
  participant: Entry<'Participant'>,
): Selection | undefined {
  const {id, joined} = participant.value
  const decided = workspace.all('MembershipDecision').flatMap((entry): Selection[] => {
    const {decision, date} = entry.value
    if (entry.value.participant !== id || date > asOf) return []
    if (decision !== 'admission' && decision !== 'reselection') return []
    return [
      {entry, path: ['date'], date, what: decision === 'admission' ? 'admitted' : 're-selected'},
    ]
  })
  const entered: Selection[] =
    joined === undefined || joined > asOf
      ? []
      : [{entry: participant, path: ['joined'], date: joined, what: 'joined'}]
  return [...entered, ...decided].sort((a, b) => compareText(a.date, b.date)).at(-1)
}
