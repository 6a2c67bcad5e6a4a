import type {Finding, Rule, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {counted, strengthOf} from '../outcome.ts'
import {resultOf} from '../result.ts'
import {silenceThresholds} from '../silence.ts'
import {safeguardsLog, safeguardsOf, withoutSafeguard} from './kept.ts'

export const priceAccessApart: Rule = {
  id: 'K2',
  name: 'safeguards/price-access-apart',
  title: 'Nobody who sees prices decides for a competitor, unless recused',
  weight: 'critical',
  question: 'marketPowerAndSpillover',
  scope: 'network',
  appliesTo: 'jointPricing',
  operating: false,
  thresholds: silenceThresholds,
  authorities: ['dose-of-competition-2004', 'sherman-1'],
  docs: {
    tests:
      'Whether the list of those who see price data is apart from those who sit on the board of, or practise with, a competitor, by the list itself and by the Person and GoverningBody records. One who is recused does not count. Finding nobody counts only where the safeguards log is attested complete.',
    rationale:
      'What a practice learns of the prices of its competitors it can use in its own dealings outside the network.',
    evidence:
      'Safeguard records of type `priceAccessList` with `access`, Person records with `participant`, GoverningBody records of type `board` with `holders`, and an Attestation that the `safeguards` log is complete.',
    limits:
      'Reads the list that is kept. Who in fact opened a file is for the system that holds the prices, which is never this repository.',
  },
  requires: [],

  check(context) {
    const lists = safeguardsOf(context, 'priceAccessList')
    if (lists.length === 0)
      return withoutSafeguard(context, 'priceAccessList', 'list of who sees price data')
    const log = safeguardsLog(context)
    const silent = lists.filter(({value}) => value.access === undefined)
    const findings = lists.flatMap((entry) => conflictsOf(context, entry))
    const people = lists.reduce((sum, {value}) => sum + (value.access?.length ?? 0), 0)
    const outcome =
      findings.length > 0
        ? 'contrary'
        : silent.length > 0 || log.open.length > 0
          ? 'unknown'
          : 'supported'
    return resultOf(
      outcome,
      `Of ${counted(people, 'person', 'people')} with access to price data, ${findings.length} ${findings.length === 1 ? 'decides' : 'decide'} for a competitor without a recusal; ${log.says}.`,
      outcome === 'contrary'
        ? []
        : [
            ...lists.map((entry) =>
              context.cite(
                entry,
                ['access'],
                strengthOf(context, entry),
                `${counted(entry.value.access?.length ?? 0, 'person', 'people')} with access to price data`,
              ),
            ),
            ...log.evidence,
          ],
      [
        ...findings,
        ...silent.map((entry) =>
          context.finding(
            'note',
            entry,
            [],
            'Unexpected list without `access`, expected who has access to price data',
            'State `access`, empty where nobody has any',
          ),
        ),
        ...log.findings,
      ],
      log.answeredBy || '`access` of the Safeguard that lists who sees price data',
    )
  },
}

function conflictsOf(context: RuleContext, entry: Entry<'Safeguard'>): Finding[] {
  return (entry.value.access ?? []).flatMap(({person, competingBoardMember, recused}, index) => {
    const byRecord = decidesForCompetitor(context, person)
    if (recused === true || (!competingBoardMember && !byRecord)) return []
    return [
      context.finding(
        'error',
        entry,
        ['access', index],
        `Unexpected access of \`${person}\`, who decides for a competitor${competingBoardMember ? '' : ' by the records of the board'}, expected none or a recusal`,
        'End the access, or record the recusal and the meetings it was kept at',
      ),
    ]
  })
}

/** Whether someone who practises in the network holds a seat on its board. */
function decidesForCompetitor({workspace, asOf}: RuleContext, person: string): boolean {
  return (
    workspace.find('Person', person)?.value.participant !== undefined &&
    workspace
      .all('GoverningBody')
      .some(
        ({value}) =>
          value.type === 'board' &&
          (value.holders ?? []).some(
            (it) => it.person === person && it.from <= asOf && (it.to ?? asOf) >= asOf,
          ),
      )
  )
}
