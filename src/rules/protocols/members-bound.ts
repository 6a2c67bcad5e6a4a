import {fileFor} from '../../model/placement.ts'
import type {Rule, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {counted, percent, strengthOf} from '../outcome.ts'
import {outcomeOfShare} from '../result.ts'
import {rosterOf} from '../roster.ts'
import {concluded, newTally} from '../tally.ts'
import {protocolsOf} from './in-use.ts'

export const membersBound: Rule = {
  id: 'C4',
  name: 'protocols/members-bound',
  title: 'A protocol binds four in five members of each specialty that it addresses',
  weight: 'critical',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: false,
  thresholds: [
    {
      id: 'membersBoundShare',
      value: 0.8,
      unit: 'ratio',
      basis: 'house',
      source: 'House default',
      description: 'Least share of the members of a specialty whom a protocol binds.',
      looser: 'lower',
    },
  ],
  authorities: ['medsouth-2002', 'gripa-2007', 'statement-8'],
  docs: {
    tests:
      'For each active protocol and each of its specialties, members bound as a share of the members of that specialty; where the panel has more of them than the protocol counts, of those on the panel. Less than 80 % is weak, less than half of that absent.',
    rationale:
      'A program modifies practice network-wide only where its protocols bind those who treat the condition, not a few volunteers.',
    evidence:
      'Protocol records with `membersBound` by specialty; Participant records with the clinicians of the panel.',
    limits: 'Counts who is bound, not who follows the protocol; measures show that.',
  },
  requires: ['Protocol'],

  check(context) {
    const {cite, finding, threshold} = context
    const share = threshold('membersBoundShare')
    const panel = panelBySpecialty(context)
    const active = protocolsOf(context)
    const tally = newTally()
    let best = 0
    for (const entry of active) {
      const {id, specialties} = entry.value
      if (specialties.length === 0)
        tally.notStated.push(
          finding(
            'note',
            entry,
            ['specialties'],
            `Unexpected protocol \`${id}\` that names no specialty, expected those it binds`,
          ),
        )
      for (const specialty of specialties) {
        const {path, bound, of} = boundOf(entry, specialty, panel)
        const words = `${bound} of ${counted(of, 'member')} of ${specialty} bound`
        best = Math.max(best, of === 0 ? 0 : bound / of)
        if (path === undefined)
          tally.notStated.push(
            finding(
              'note',
              entry,
              [],
              `Unexpected protocol \`${id}\` without \`membersBound\` for ${specialty}, expected a count`,
              'Add how many members of each specialty it binds',
            ),
          )
        else if (of === 0 || bound < share * of)
          tally.unmet.push(
            finding(
              'warning',
              entry,
              path,
              `Unexpected ${words}, expected ${percent(share)}`,
              'Bind the members left out, or record why the protocol is not theirs',
            ),
          )
        else tally.met.push(cite(entry, path, strengthOf(context, entry), words))
      }
    }
    const pairs = active.reduce((sum, {value}) => sum + value.specialties.length, 0)
    return concluded(tally, {
      summary: `In ${tally.met.length} of ${counted(pairs, 'pair')} of protocol and specialty, ${percent(share)} of the members are bound.`,
      answeredBy: `\`membersBound\` in the Protocol records (${fileFor(context.workspace, 'Protocol', '…')})`,
      none: outcomeOfShare(best, share),
    })
  },
}

/** Members of each specialty on the panel, as far as it is known. */
function panelBySpecialty(context: RuleContext): ReadonlyMap<string, number> {
  const known = new Map<string, number>()
  for (const {specialty = 'other', count} of rosterOf(context).staffing.flatMap((it) => it.groups))
    known.set(specialty, (known.get(specialty) ?? 0) + count)
  return known
}

function boundOf(
  {value}: Entry<'Protocol'>,
  specialty: string,
  panel: ReadonlyMap<string, number>,
): {path?: (string | number)[]; bound: number; of: number} {
  const counts = value.membersBound ?? []
  const index = counts.findIndex((it) => it.specialty === specialty)
  const found = counts[index]
  return found === undefined
    ? {bound: 0, of: 0}
    : {
        path: ['membersBound', index],
        bound: found.bound,
        of: Math.max(found.of, panel.get(specialty) ?? 0),
      }
}
