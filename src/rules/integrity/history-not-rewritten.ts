import type {Rule, RuleContext} from '../../model/rule.ts'
import {counted} from '../outcome.ts'

export const historyNotRewritten: Rule = {
  id: 'L6',
  name: 'integrity/history-not-rewritten',
  title: 'No history was rewritten without a record of it',
  weight: 'major',
  question: 'integrityAndPrivacy',
  scope: 'network',
  appliesTo: 'always',
  operating: false,
  needsHistory: true,
  thresholds: [],
  authorities: ['16-cfr-1', '28-cfr-50-6'],
  docs: {
    tests:
      'Whether the repository shows git another history than the one it holds, by grafts or replaced objects (contrary). Otherwise unknown: this version keeps no seal outside the repository to compare with. Removals recorded in a Hold on the instruction of counsel are shown and not held against the network.',
    rationale: 'A history that can be changed unseen proves nothing about when a record was made.',
    evidence: 'The git history of every root, and `removals` of Hold records.',
    limits:
      'Git alone cannot show a rewrite: after one, every hash is consistent again. Only a hash kept where the network cannot change it can show that nothing was.',
  },
  requires: [],

  check(context) {
    const overridden = context.workspace.trails.flatMap((it) =>
      it.status === 'complete' && it.overridden !== undefined
        ? [{root: it.root, ...it.overridden}]
        : [],
    )
    const removals = recordedRemovals(context)
    const shown =
      removals === 0
        ? ''
        : ` ${counted(removals, 'removal')} on the instruction of counsel on record.`
    if (overridden.length === 0)
      return {
        outcome: 'unknown',
        summary: `No graft and no replaced object found; this version has no seal to compare the history with.${shown}`,
        evidence: [],
        findings: [],
        answeredBy: 'a hash of the history, kept where the network cannot change it',
      }
    return {
      outcome: 'contrary',
      summary: `${counted(overridden.length, 'root')} ${overridden.length === 1 ? 'shows' : 'show'} git another history than the one kept.${shown}`,
      evidence: [],
      findings: overridden.map(({root, grafts, replaced}) =>
        context.finding(
          'error',
          context.network,
          [],
          `Unexpected ${[...(grafts ? ['file of grafts'] : []), ...(replaced > 0 ? [counted(replaced, 'replaced object')] : [])].join(' and ')} in root \`${root}\`, expected the history as it was made`,
          'Find out who made them and why, and tell counsel before they are taken out',
        ),
      ),
      answeredBy: 'the history as it was made, without grafts and replaced objects',
    }
  },
}

function recordedRemovals({workspace, asOf}: RuleContext): number {
  return workspace
    .all('Hold')
    .flatMap(({value}) => value.removals ?? [])
    .filter(({date}) => date <= asOf).length
}
