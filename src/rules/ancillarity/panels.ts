import type {RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import type {ContractVerdict} from '../contracts.ts'
import {panelOf} from '../lifetime.ts'
import {listed, strengthOf} from '../outcome.ts'

/** Whether every member is on the panel of one contract, and none may opt out by price. */
export function judgePanel(context: RuleContext, entry: Entry<'PayerContract'>): ContractVerdict {
  const {panel} = entry.value
  const verdict = (
    found: Exclude<ContractVerdict['verdict'], 'met'>,
    path: readonly string[],
    message: string,
  ): ContractVerdict => ({
    verdict: found,
    findings: [
      context.finding(
        found === 'contrary' ? 'error' : found === 'unmet' ? 'warning' : 'note',
        entry,
        path,
        message,
        'State `panel.all` and `panel.optOutByPrice` as the contract has them',
      ),
    ],
  })
  if (panel?.optOutByPrice === true)
    return verdict(
      'contrary',
      ['panel', 'optOutByPrice'],
      'Unexpected opt-out by price, expected one panel for every contract',
    )
  const named = new Set(panel?.participants ?? [])
  const missing = panelOf(context).on.filter(({value}) => !named.has(value.id))
  if (panel?.all === false || (panel?.all !== true && named.size > 0 && missing.length > 0))
    return verdict(
      'unmet',
      ['panel'],
      `Unexpected panel without ${missing.length === 0 ? 'every member' : listed(missing.map(({value}) => `\`${value.id}\``))}, expected every member of the line`,
    )
  const silent = [
    ...(panel?.all === undefined && named.size === 0 ? ['`panel.all`'] : []),
    ...(panel?.optOutByPrice === undefined ? ['`panel.optOutByPrice`'] : []),
  ]
  if (silent.length > 0)
    return verdict(
      'unknown',
      panel === undefined ? [] : ['panel'],
      `Unexpected contract that leaves out ${listed(silent)}, expected its panel stated`,
    )
  return {
    verdict: 'met',
    evidence: context.cite(
      entry,
      ['panel'],
      strengthOf(context, entry),
      'every member on the panel, no opt-out by price',
    ),
    findings: [],
  }
}
