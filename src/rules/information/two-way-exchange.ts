import {fileFor} from '../../model/placement.ts'
import type {Evidence, Finding, Outcome, Rule} from '../../model/rule.ts'
import {counted, strengthOf} from '../outcome.ts'
import {lineFinding, resultOf} from '../result.ts'
import {recentUse, systemsOn, systemUseDays} from './systems.ts'

export const twoWayExchange: Rule = {
  id: 'G3',
  name: 'information/two-way-exchange',
  title: 'Clinical data flow in both directions, from members and to them',
  weight: 'major',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: true,
  thresholds: [systemUseDays],
  authorities: ['medsouth-2002', 'gripa-2007', 'statement-8'],
  docs: {
    tests:
      'Whether, within 90 days, members both sent something to and received something from a shared record, exchange, registry or portal. One direction alone is weak; where both are recorded as zero the test is absent.',
    rationale:
      'Members who only send data are counted, not integrated; members who only receive hide their own practice from the others.',
    evidence: 'InformationSystem records with `sent` and `received` under `use`.',
    limits:
      'Counts items, whatever they hold. Electronic prescribing and analytics do not count as exchange among members.',
  },
  requires: ['InformationSystem'],

  check(context) {
    const {cite, finding, threshold} = context
    const judged = systemsOn(context)
      .filter(({value}) => exchanging.has(value.type))
      .map((entry) => {
        const use = recentUse(context, entry)
        const stated = use.filter(({use: {sent, received}}) => (sent ?? received) !== undefined)
        const sent = use.reduce((sum, it) => sum + (it.use.sent ?? 0), 0)
        const received = use.reduce((sum, it) => sum + (it.use.received ?? 0), 0)
        return {entry, stated, sent, received}
      })
    const both = judged.filter(({sent, received}) => sent > 0 && received > 0)
    const oneWay = judged.filter(({sent, received}) => sent > 0 !== received > 0)
    const silent = judged.filter(({stated}) => stated.length === 0)
    const days = threshold('systemUseDays')
    const outcome: Outcome =
      both.length > 0
        ? 'supported'
        : oneWay.length > 0
          ? 'weak'
          : silent.length === judged.length
            ? context.missingOperation()
            : 'absent'
    const evidence: Evidence[] = both.map(({entry, sent, received}) =>
      cite(
        entry,
        ['use'],
        strengthOf(context, entry),
        `${sent} items sent and ${received} received within ${days} days`,
      ),
    )
    const findings: Finding[] =
      outcome === 'supported'
        ? []
        : judged.map(({entry, stated, sent, received}) =>
            finding(
              'warning',
              entry,
              ['use'],
              `Unexpected system \`${entry.value.title}\` with ${stated.length === 0 ? 'no items recorded' : `${sent} items sent and ${received} received`} within ${days} days, expected both above zero`,
              'Record `sent` and `received` by month under `use`',
            ),
          )
    if (judged.length === 0)
      findings.push(
        lineFinding(
          context,
          outcome,
          'Unexpected line without a shared record, exchange, registry or portal, expected one that members use both ways',
          `Create ${fileFor(context.workspace, 'InformationSystem')} with \`kind: InformationSystem\``,
        ),
      )
    return resultOf(
      outcome,
      `Of ${counted(judged.length, 'system')} of exchange, ${both.length} carried data both ways within ${days} days and ${oneWay.length} one way only.`,
      evidence,
      findings,
      '`sent` and `received` under `use` in the InformationSystem records',
    )
  },
}

const exchanging: ReadonlySet<string> = new Set([
  'ehr',
  'healthInformationExchange',
  'registry',
  'portal',
])
