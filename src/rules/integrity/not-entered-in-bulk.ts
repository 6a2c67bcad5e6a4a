import {bulkDefaults, bulksIn} from '../../model/bulk.ts'
import {lateableEvents} from '../../model/facts.ts'
import type {Rule, RuleContext, Threshold} from '../../model/rule.ts'
import {counted, percent} from '../outcome.ts'
import {resultOf} from '../result.ts'

const house = {basis: 'house', source: 'House default'} as const

const bulkThresholds: readonly Threshold[] = [
  {
    ...house,
    id: 'bulkAfterDays',
    value: bulkDefaults.bulkAfterDays,
    unit: 'days',
    description: 'Days after a quarter within which entering its evidence is ordinary work',
    looser: 'higher',
  },
  {
    ...house,
    id: 'bulkDays',
    value: bulkDefaults.bulkDays,
    unit: 'days',
    description: 'Days that count as all at once',
    looser: 'lower',
  },
  {
    ...house,
    id: 'bulkLeast',
    value: bulkDefaults.bulkLeast,
    unit: 'count',
    description: 'Dated events that a quarter needs before a share of them says anything',
    looser: 'higher',
  },
  {
    ...house,
    id: 'bulkShare',
    value: bulkDefaults.bulkShare,
    unit: 'ratio',
    description: "Share of a quarter's dated events that may be entered all at once, late",
    looser: 'higher',
  },
]

export const notEnteredInBulk: Rule = {
  id: 'L5',
  name: 'integrity/not-entered-in-bulk',
  title: 'No period had much of its evidence entered all at once, late',
  weight: 'major',
  question: 'integrityAndPrivacy',
  scope: 'network',
  appliesTo: 'always',
  operating: false,
  needsHistory: true,
  thresholds: bulkThresholds,
  authorities: ['16-cfr-1', '28-cfr-50-6'],
  docs: {
    tests:
      'Whether more than 30 % of the dated events of a quarter were first committed within one week that ended more than 45 days after that quarter. Quarters with fewer than ten events are not judged. It does not apply to a reconstruction of a published matter.',
    rationale:
      'Evidence made as things happened is believed; evidence entered all at once before somebody asks for it is not.',
    evidence:
      'The git history of every root, and the dates in records as they were first committed.',
    limits:
      "A committer's date is the committer's word, and history can be rewritten. A register that began late shows a bulk where the documents behind it were made at the time; exhibits show that.",
  },
  requires: [],

  check(context) {
    const roots = histories(context)
    if (roots.length === 0)
      return {
        outcome: 'notApplicable',
        summary: 'Every root is reconstructed from a published matter: its history says nothing.',
        evidence: [],
        findings: [],
      }
    const {threshold, asOf, network} = context
    const numbers = {
      bulkShare: threshold('bulkShare'),
      bulkDays: threshold('bulkDays'),
      bulkAfterDays: threshold('bulkAfterDays'),
      bulkLeast: threshold('bulkLeast'),
    }
    const read = roots.flatMap((it) => (it?.status === 'complete' ? [it] : []))
    const events = read.map(({records}) => lateableEvents(records, asOf).map(({event}) => event))
    const bulks = events.flatMap((it) => bulksIn(it, numbers))
    const total = events.reduce((sum, it) => sum + it.length, 0)
    const enough = events.some((it) => it.length >= numbers.bulkLeast)
    const unread = roots.length - read.length
    const outcome = bulks.length > 0 ? 'weak' : unread > 0 || !enough ? 'unknown' : 'supported'
    const limit = percent(numbers.bulkShare)
    return resultOf(
      outcome,
      `Of ${counted(total, 'dated event')} in ${counted(read.length, 'history', 'histories')} read, ${counted(bulks.length, 'quarter')} had more than ${limit} entered within ${numbers.bulkDays} days, late${unread === 0 ? '' : `; the history of ${counted(unread, 'root')} was not read`}.`,
      outcome === 'unknown'
        ? []
        : [
            context.cite(
              network,
              [],
              'measured',
              `${counted(total, 'dated event')} against the commits that first held them`,
            ),
          ],
      bulks.map(({quarter, events, inWindow, from, to}) =>
        context.finding(
          'warning',
          network,
          [],
          `Unexpected ${inWindow} of ${events} dated events of ${quarter} committed from ${from} to ${to}, expected at most ${limit} at once`,
          'Point the records at exhibits that were made at the time',
        ),
      ),
      'exhibits that were made at the time, and a full clone of every root',
    )
  },
}

/** Histories of the roots that are not reconstructed; undefined for one that was not read. */
function histories({workspace: {roots, trails}}: RuleContext) {
  return roots
    .filter(({config}) => config.reconstruction === undefined)
    .map(({name}) => trails.find((it) => it.root === name))
}
