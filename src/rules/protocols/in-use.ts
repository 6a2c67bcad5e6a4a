import type {RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {isActive} from '../lifetime.ts'

/** Protocols that count: in effect and not retired; on a proposed line also those to come. */
export function protocolsOf({workspace, asOf, line}: RuleContext): Entry<'Protocol'>[] {
  const effective = line.stage === 'proposed' ? {effective: asOf} : {}
  return workspace.all('Protocol').filter(({value}) => isActive({...value, ...effective}, asOf))
}

/** Measures that are not retired. */
export function measuresOf({workspace, asOf}: RuleContext): Entry<'Measure'>[] {
  return workspace
    .all('Measure')
    .filter(({value}) => value.retired === undefined || value.retired > asOf)
}

/** Whether a measure is of cost or utilization. */
export function isCostOrUtilization({value}: Entry<'Measure'>): boolean {
  return value.domain === 'cost' || value.domain === 'utilization'
}
