import {fileFor} from '../../model/placement.ts'
import type {Rule, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {counted, strengthOf} from '../outcome.ts'
import {concluded, newTally} from '../tally.ts'
import {protocolsOf} from './in-use.ts'

export const participatingAuthor: Rule = {
  id: 'C2',
  name: 'protocols/participating-author',
  title: 'Every protocol has a participating author or reviewer of a specialty it binds',
  weight: 'major',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: false,
  thresholds: [],
  authorities: ['medsouth-2002', 'gripa-2007', 'statement-8'],
  docs: {
    tests:
      'Each active protocol names at least one author or reviewer who takes part in the network and practises a specialty that the protocol binds.',
    rationale:
      'Members modify practice together where those who are bound wrote or reviewed what binds them; bought guidelines show cooperation of nobody.',
    evidence: 'Protocol records with `authors`, each with `specialty` and `participating`.',
    limits: 'Shows that an author is named, not how much of the protocol that author wrote.',
  },
  requires: ['Protocol'],

  check(context) {
    const {cite, finding} = context
    const active = protocolsOf(context)
    const tally = newTally()
    for (const entry of active) {
      const {id, authors, specialties} = entry.value
      const open = authors === undefined || specialties.length === 0
      const index = affectedAuthor(context, entry)
      if (index !== -1)
        tally.met.push(
          cite(
            entry,
            ['authors', index],
            strengthOf(context, entry),
            `a participating ${authors?.[index]?.role ?? 'author'} of ${authors?.[index]?.specialty ?? ''}`,
          ),
        )
      else
        (open ? tally.notStated : tally.unmet).push(
          finding(
            open ? 'note' : 'warning',
            entry,
            authors === undefined ? [] : ['authors'],
            `Unexpected protocol \`${id}\` without a participating author or reviewer of a specialty it binds, expected one`,
            'Name the members who wrote or reviewed it under `authors`',
          ),
        )
    }
    return concluded(tally, {
      summary: `${tally.met.length} of ${counted(active.length, 'active protocol')} ${active.length === 1 ? 'has' : 'have'} a participating author or reviewer of a specialty bound.`,
      answeredBy: `\`authors\` in the Protocol records (${fileFor(context.workspace, 'Protocol', '…')})`,
    })
  },
}

function affectedAuthor({workspace}: RuleContext, {value}: Entry<'Protocol'>): number {
  return (value.authors ?? []).findIndex(
    ({participating, specialty, participant}) =>
      participating &&
      value.specialties.includes(specialty) &&
      // One who names a practice that left takes part no longer.
      (participant === undefined ||
        workspace.find('Participant', participant)?.value.left === undefined),
  )
}
