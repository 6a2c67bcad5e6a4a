import type {Finding, Rule, RuleContext} from '../../model/rule.ts'
import {counted, listed, strengthOf} from '../outcome.ts'
import {resultOf} from '../result.ts'
import {silenceThresholds} from '../silence.ts'
import {safeguardsLog, safeguardsOf, withoutSafeguard} from './kept.ts'

export const readersAllowed: Rule = {
  id: 'K7',
  name: 'safeguards/readers-allowed',
  title: 'Nobody reads a root whose class their role does not allow',
  weight: 'critical',
  question: 'marketPowerAndSpillover',
  scope: 'network',
  appliesTo: 'jointPricing',
  operating: false,
  thresholds: silenceThresholds,
  authorities: ['ntsp', 'sherman-1'],
  docs: {
    tests:
      'Whether a role can in fact read a root of a class that it may not. Every root that is assessed needs a reader on record; an entry that does not say whether the role can read is not known, and finding none counts only where the safeguards log is attested complete.',
    rationale:
      'Git has no read control by file, and members compete: who can read a root can read everything in it, and all that was ever in it.',
    evidence:
      'Safeguard records of type `repositoryAccess` with `readers`: role, class of the root, whether the role may and whether it can; and an Attestation that the `safeguards` log is complete.',
    limits:
      'Reads what is declared of the hosting service, which is not asked. Copies made before access ended are not seen.',
  },
  requires: [],

  check(context) {
    const kept = safeguardsOf(context, 'repositoryAccess')
    if (kept.length === 0)
      return withoutSafeguard(context, 'repositoryAccess', 'list of who can read which root')
    const log = safeguardsLog(context)
    const readers = kept.flatMap((entry) =>
      (entry.value.readers ?? []).map((reader, index) => ({entry, reader, index})),
    )
    const bad = readers.filter(({reader}) => !reader.allowed && reader.reads === true)
    const silent = readers.filter(({reader}) => !reader.allowed && reader.reads === undefined)
    const unlisted = unlistedClasses(context, new Set(readers.map(({reader}) => reader.rootClass)))
    const outcome =
      bad.length > 0
        ? 'contrary'
        : silent.length + unlisted.length + log.open.length > 0
          ? 'unknown'
          : 'supported'
    const findings: Finding[] = [...bad, ...silent].map(({entry, reader, index}) =>
      context.finding(
        reader.reads === true ? 'error' : 'note',
        entry,
        ['readers', index],
        reader.reads === true
          ? `Unexpected reader \`${reader.role}\` of a root of class \`${reader.rootClass}\`, which that role may not read, expected no access`
          : `Unexpected reader \`${reader.role}\` without \`reads\`, expected whether the role can read a root of class \`${reader.rootClass}\``,
        reader.reads === true
          ? 'End the access, tell counsel, and record both'
          : 'Look at the access where the root is kept, and state `reads`',
      ),
    )
    return resultOf(
      outcome,
      `Of ${counted(readers.length, 'entry', 'entries')} on who reads which root, ${bad.length} ${bad.length === 1 ? 'has' : 'have'} access that the role does not allow and ${silent.length} ${silent.length === 1 ? 'does' : 'do'} not say${unlisted.length === 0 ? '' : `; no reader is on record for ${listed(unlisted)} roots`}; ${log.says}.`,
      outcome === 'contrary'
        ? []
        : [
            ...kept.map((entry) =>
              context.cite(
                entry,
                ['readers'],
                strengthOf(context, entry),
                counted(entry.value.readers?.length ?? 0, 'entry', 'entries'),
              ),
            ),
            ...log.evidence,
          ],
      [...findings, ...log.findings],
      log.answeredBy || '`readers` of the Safeguard record, for every root, with `reads`',
    )
  },
}

/** Classes of the roots that are assessed for which no reader is on record. */
function unlistedClasses({workspace}: RuleContext, listed: ReadonlySet<string>): readonly string[] {
  return [...new Set(workspace.roots.map((it) => it.class))].filter((it) => !listed.has(it))
}
