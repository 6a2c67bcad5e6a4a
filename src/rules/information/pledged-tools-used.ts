import {fileFor} from '../../model/placement.ts'
import type {Evidence, Finding, Outcome, Rule} from '../../model/rule.ts'
import {counted, strengthOf} from '../outcome.ts'
import {resultOf} from '../result.ts'
import {recentUse, systemsOn, systemUseDays} from './systems.ts'

export const pledgedToolsUsed: Rule = {
  id: 'G4',
  name: 'information/pledged-tools-used',
  title: 'Decision support and electronic prescribing are in use where they were pledged',
  weight: 'minor',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: true,
  thresholds: [systemUseDays],
  authorities: ['medsouth-2002', 'gripa-2007', 'statement-8'],
  docs: {
    tests:
      'For every pledge of decision support or electronic prescribing: whether the system that pledges it, or a system of that type, is live and had active members within 90 days. Not applicable where nothing was pledged.',
    rationale:
      'What a network told members, payers or an agency that it would do is held against what it did.',
    evidence: 'InformationSystem records with `pledges`, `goLive` and `use` by month.',
    limits: 'Sees pledges that are recorded. What a tool advised, and who followed, is not shown.',
  },
  requires: ['InformationSystem'],

  check(context) {
    const {workspace, cite, finding, threshold} = context
    const on = systemsOn(context)
    const active = on.filter((entry) => recentUse(context, entry).some(({use}) => use.active > 0))
    const pledges = workspace
      .all('InformationSystem')
      .flatMap((entry) =>
        (entry.value.pledges ?? []).map((pledge, index) => ({entry, pledge, index})),
      )
    const met: Evidence[] = []
    const findings: Finding[] = []
    let unstated = 0
    for (const {entry, pledge, index} of pledges) {
      const kept =
        active.find((it) => it === entry) ?? active.find((it) => it.value.type === pledge)
      if (kept !== undefined) {
        const shows = `${words[pledge]} pledged, in use within ${threshold('systemUseDays')} days`
        met.push(cite(kept, ['use'], strengthOf(context, kept), shows))
        continue
      }
      if (entry.value.use === undefined) unstated += 1
      findings.push(
        finding(
          'warning',
          entry,
          ['pledges', index],
          `Unexpected pledge of ${words[pledge]} without recorded use in ${threshold('systemUseDays')} days, expected members active`,
          'Record `use` by month, or the day on which it was switched off',
        ),
      )
    }
    const outcome: Outcome =
      pledges.length === 0
        ? 'notApplicable'
        : findings.length === 0
          ? 'supported'
          : met.length > 0
            ? 'weak'
            : unstated === pledges.length
              ? context.missingOperation()
              : 'absent'
    return resultOf(
      outcome,
      pledges.length === 0
        ? 'No shared system on record pledges decision support or electronic prescribing.'
        : `${met.length} of ${counted(pledges.length, 'pledge')} ${pledges.length === 1 ? 'is' : 'are'} kept by a system in use.`,
      met,
      findings,
      `\`use\` in the InformationSystem records that were pledged (${fileFor(context.workspace, 'InformationSystem', '…')})`,
    )
  },
}

const words = {decisionSupport: 'decision support', ePrescribing: 'electronic prescribing'} as const
