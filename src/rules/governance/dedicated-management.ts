import type {Rule} from '../../model/rule.ts'
import {strengthOf} from '../outcome.ts'
import {concluded, newTally} from '../tally.ts'

export const dedicatedManagement: Rule = {
  id: 'A9',
  name: 'governance/dedicated-management',
  title: 'Professional management works for the network alone',
  weight: 'minor',
  question: 'integration',
  scope: 'network',
  appliesTo: 'always',
  operating: false,
  thresholds: [],
  authorities: ['medsouth-2002', 'gripa-2007', 'statement-8'],
  docs: {
    tests: 'The network states dedicated management with staff above zero.',
    rationale:
      'A program that evaluates and modifies practice is work: somebody must be employed to do it.',
    evidence:
      'The Network record with `management`; contracts or an organization chart as exhibits.',
    limits: 'Shows that the staff is declared, not that it is enough or independent of an owner.',
  },
  requires: [],

  check(context) {
    const {network, cite, finding} = context
    const {management} = network.value
    const {dedicated, fullTimeEquivalents} = management ?? {}
    const tally = newTally()
    if (dedicated === undefined || (dedicated && fullTimeEquivalents === undefined))
      tally.notStated.push(
        finding(
          'note',
          network,
          management === undefined ? [] : ['management'],
          `Unexpected network without \`${management === undefined ? 'management' : 'fullTimeEquivalents'}\`, expected who manages it`,
          'State `management` with `dedicated` and `fullTimeEquivalents`',
        ),
      )
    else if (!dedicated || fullTimeEquivalents === 0)
      tally.unmet.push(
        finding(
          'warning',
          network,
          ['management'],
          `Unexpected management that is ${dedicated ? 'without staff' : 'not dedicated'}, expected staff of the network alone`,
        ),
      )
    else
      tally.met.push(
        cite(
          network,
          ['management'],
          strengthOf(context, network),
          `${fullTimeEquivalents} full-time equivalents`,
        ),
      )
    return concluded(tally, {
      summary:
        dedicated === undefined
          ? 'Management of the network is not stated.'
          : `Dedicated management is declared: ${dedicated ? 'yes' : 'no'}; full-time equivalents: ${fullTimeEquivalents ?? 'not stated'}.`,
      answeredBy: '`management` in the Network record',
    })
  },
}
