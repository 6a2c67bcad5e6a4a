import {addMonths} from '../../model/date.ts'
import {fileFor} from '../../model/placement.ts'
import type {Evidence, Finding, Outcome, Rule, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {counted, strengthOf} from '../outcome.ts'
import {lineFinding, resultOf} from '../result.ts'
import {operatingLookBackMonths} from '../thresholds.ts'
import {systemsOn} from './systems.ts'

export const referralsClosed: Rule = {
  id: 'G6',
  name: 'information/referrals-closed',
  title: 'Referrals are tracked to closure',
  weight: 'minor',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: true,
  thresholds: [operatingLookBackMonths],
  authorities: ['gripa-2007', 'medsouth-2002', 'statement-8'],
  docs: {
    tests:
      'Whether counts of referrals, and of those whose report came back, are recorded for a period that ended within 12 months: in a shared system, or as results of the published measure of closed referral loops. Where referrals were made and none was closed the test is absent.',
    rationale:
      'A referral whose report comes back is interdependence that can be counted: one member acts on what another found.',
    evidence:
      'InformationSystem records with `referrals`, or a Measure with the identifier of the published measure (MIPS 374, CMS50) and its `results`.',
    limits:
      'No share is asked for: that the loop is watched is tested, not how often it closes. A measure of the own design is not recognised; record its counts in `referrals`.',
  },
  requires: [],

  check(context) {
    const since = addMonths(context.asOf, -context.threshold('operatingLookBackMonths'))
    const counts = [...ofSystems(context), ...ofMeasures(context)].filter(
      ({to, made}) => to > since && to <= context.asOf && made > 0,
    )
    const closed = counts.filter((it) => it.closed > 0)
    const outcome: Outcome =
      closed.length > 0 ? 'supported' : counts.length > 0 ? 'absent' : context.missingOperation()
    const evidence: Evidence[] = closed.map(({entry, path, made, to, closed: back}) =>
      context.cite(
        entry,
        path,
        strengthOf(context, entry),
        `${back} of ${counted(made, 'referral')} closed, period to ${to}`,
      ),
    )
    const findings: Finding[] =
      outcome === 'supported'
        ? []
        : counts.map(({entry, path, made}) =>
            context.finding(
              'warning',
              entry,
              path,
              `Unexpected ${counted(made, 'referral')} of which none was closed, expected some`,
              'Find out where the reports stay',
            ),
          )
    if (counts.length === 0)
      findings.push(
        lineFinding(
          context,
          outcome,
          `Unexpected line without counts of closed referrals since ${since}, expected some`,
          'Record `referrals` in the InformationSystem record that tracks them',
        ),
      )
    return resultOf(
      outcome,
      `${closed.length} of ${counted(counts.length, 'period')} with referrals since ${since} ${counts.length === 1 ? 'shows' : 'show'} referrals that were tracked to closure.`,
      evidence,
      findings,
      `\`referrals\` in an InformationSystem record (${fileFor(context.workspace, 'InformationSystem', '…')})`,
    )
  },
}

interface Tracked {
  readonly entry: Entry<'InformationSystem'> | Entry<'Measure'>
  readonly path: readonly (string | number)[]
  readonly to: string
  readonly made: number
  readonly closed: number
}

function ofSystems(context: RuleContext): Tracked[] {
  return systemsOn(context).flatMap((entry) =>
    (entry.value.referrals ?? []).map(({to, made, closed}, index) => ({
      entry,
      path: ['referrals', index],
      to,
      made,
      closed,
    })),
  )
}

/** Results of the published measure "closing the referral loop", whatever its version. */
function ofMeasures({workspace}: RuleContext): Tracked[] {
  return workspace
    .all('Measure')
    .filter(
      ({value: {identifiers: {mips, ecqm} = {}}}) =>
        mips === '374' || ecqm?.startsWith('CMS50v') === true,
    )
    .flatMap((entry) =>
      (entry.value.results ?? []).flatMap(({to, numerator, denominator}, index) =>
        numerator === undefined || denominator === undefined
          ? []
          : [{entry, path: ['results', index], to, made: denominator, closed: numerator}],
      ),
    )
}
