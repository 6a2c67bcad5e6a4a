import {fileFor} from '../../model/placement.ts'
import type {Evidence, Finding, Outcome, Rule} from '../../model/rule.ts'
import {counted, strengthOf} from '../outcome.ts'
import {lineFinding, resultOf} from '../result.ts'
import {systemsOn} from './systems.ts'

export const systemsLive: Rule = {
  id: 'G1',
  name: 'information/systems-live',
  title: 'Shared information systems are live, and the data they hold are listed',
  weight: 'critical',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: true,
  thresholds: [],
  authorities: ['medsouth-2002', 'gripa-2007', 'statement-8'],
  docs: {
    tests:
      'Whether at least one shared system has gone live and is not switched off, and whether each such system lists the classes of data that it holds. A system whose day of going live is not stated does not count as live.',
    rationale:
      'Members who do not see what the others do for a patient cannot modify their practice together: shared clinical information is what a program works with.',
    evidence: 'InformationSystem records with `goLive` and `dataClasses`.',
    limits: 'Shows that systems exist. Whether anyone uses them is tested by G2 and G3.',
  },
  requires: ['InformationSystem'],

  check(context) {
    const {asOf, cite, finding} = context
    const met: Evidence[] = []
    const findings: Finding[] = []
    const on = systemsOn(context)
    for (const entry of on) {
      const {goLive, dataClasses = [], title} = entry.value
      if (goLive === undefined)
        findings.push(
          finding(
            'note',
            entry,
            [],
            `Unexpected system \`${title}\` without \`goLive\`, expected the day on which it went live`,
            'State `goLive`',
          ),
        )
      else if (dataClasses.length === 0)
        findings.push(
          finding(
            'warning',
            entry,
            ['dataClasses'],
            `Unexpected system \`${title}\` without classes of data, expected what it holds`,
            'List `dataClasses`',
          ),
        )
      else {
        const shows = `live since ${goLive}, ${counted(dataClasses.length, 'class', 'classes')} of data`
        met.push(cite(entry, ['dataClasses'], strengthOf(context, entry), shows))
      }
    }
    const outcome: Outcome =
      met.length === 0 ? context.missingOperation() : findings.length === 0 ? 'supported' : 'weak'
    if (on.length === 0)
      findings.push(
        lineFinding(
          context,
          outcome,
          `Unexpected line without a shared system that is live on ${asOf}, expected one`,
          `Create ${fileFor(context.workspace, 'InformationSystem')} with \`kind: InformationSystem\`, \`goLive\` and \`dataClasses\``,
        ),
      )
    return resultOf(
      outcome,
      on.length === 0
        ? 'No shared system is live.'
        : `${met.length} of ${counted(on.length, 'shared system')} ${on.length === 1 ? 'is' : 'are'} live with the classes of data listed.`,
      met,
      findings,
      `InformationSystem records with \`goLive\` and \`dataClasses\` (${fileFor(context.workspace, 'InformationSystem', '…')})`,
    )
  },
}
