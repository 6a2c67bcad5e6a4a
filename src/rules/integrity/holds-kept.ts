import {dateOf} from '../../model/date.ts'
import type {Finding, Rule, RuleContext} from '../../model/rule.ts'
import {counselRemovals} from '../../model/seal.ts'
import type {Entry} from '../../model/workspace.ts'
import {counted} from '../outcome.ts'
import {resultOf} from '../result.ts'

export const holdsKept: Rule = {
  id: 'L10',
  name: 'integrity/holds-kept',
  title: 'What is under a hold was not deleted, and what is to be retained is kept',
  weight: 'critical',
  question: 'integrityAndPrivacy',
  scope: 'network',
  appliesTo: 'always',
  operating: false,
  thresholds: [],
  authorities: ['16-cfr-1', '28-cfr-50-6'],
  docs: {
    tests:
      'Whether the document of every Exhibit under a hold in force, or with a date of retention still to come, is here or kept outside; one that is gone is contrary, unless counsel recorded its removal. A record removed from the history while a hold was in force, without a recorded removal, is not known to have been outside the hold.',
    rationale: 'Deleting what must be kept can be worse than anything it showed.',
    evidence:
      'Hold records with their `removals`, Exhibit records with `hold` and `retainUntil`, their files, and the git history.',
    limits:
      'The scope of a hold is text: what it covers beyond the exhibits that name it is for counsel. A changed document is tested by L4. Without history, removals are not seen.',
  },
  requires: ['Exhibit'],

  check(context) {
    const {workspace} = context
    const kept = workspace.all('Exhibit').filter((it) => mustBeKept(context, it))
    const gone = kept.filter((it) => isGone(context, it))
    const removed = removedUnderHold(context)
    const unread = workspace.trails.filter(({status}) => status !== 'complete').length
    const blind =
      holdsInForce(context, context.asOf).length > 0 &&
      (unread > 0 || workspace.trails.length === 0)
    const outcome =
      gone.length > 0
        ? 'contrary'
        : removed.length > 0 || blind || kept.length === 0
          ? 'unknown'
          : 'supported'
    return resultOf(
      outcome,
      `Of ${counted(kept.length, 'document')} to be kept, ${gone.length} ${gone.length === 1 ? 'is' : 'are'} gone; ${counted(removed.length, 'record')} ${removed.length === 1 ? 'was' : 'were'} removed during a hold without a recorded removal${blind ? '; the history was not read' : ''}.`,
      outcome === 'contrary'
        ? []
        : kept.map((entry) =>
            context.cite(
              entry,
              [entry.value.hold === undefined ? 'retainUntil' : 'hold'],
              'documented',
              entry.value.hold === undefined ? 'retained' : `kept under ${entry.value.hold}`,
            ),
          ),
      [
        ...gone.map((entry) =>
          context.finding(
            'error',
            entry,
            ['file'],
            `Unexpected absence of \`${entry.value.file ?? ''}\`, expected it kept ${entry.value.hold === undefined ? `until \`${entry.value.retainUntil ?? ''}\`` : `under hold \`${entry.value.hold}\``}`,
            'Bring it back from history and tell counsel; record a removal that counsel instructed',
          ),
        ),
        ...removed,
        ...(kept.length === 0
          ? [
              context.finding(
                'note',
                context.network,
                [],
                'Unexpected register without a hold or a date of retention, expected how long its documents are kept',
                'State `retainUntil` in the Exhibit records',
              ),
            ]
          : []),
      ],
      '`removals` of the Hold record, the documents themselves, and `retainUntil` of each Exhibit',
    )
  },
}

function holdsInForce({workspace}: RuleContext, date: string): readonly Entry<'Hold'>[] {
  return workspace
    .all('Hold')
    .filter(({value: {placed, released}}) => placed <= date && (released ?? date) >= date)
}

function mustBeKept(context: RuleContext, {value}: Entry<'Exhibit'>): boolean {
  return (
    (value.retainUntil ?? '') >= context.asOf ||
    holdsInForce(context, context.asOf).some((it) => it.value.id === value.hold)
  )
}

/** Gone, and no removal on record; a document kept outside is not for this test to see. */
function isGone({workspace}: RuleContext, {value: {id, file}}: Entry<'Exhibit'>): boolean {
  return (
    file !== undefined &&
    workspace.exhibit('Exhibit', id).status === 'missing' &&
    !isRecorded(workspace, file)
  )
}

/** Only on the instruction of somebody who was counsel, on record, that day. */
function isRecorded(workspace: RuleContext['workspace'], path: string): boolean {
  return counselRemovals(workspace).some((it) => it.path === path)
}

/** Records that the history lost while a hold was in force. */
function removedUnderHold(context: RuleContext): Finding[] {
  const {workspace, asOf, network} = context
  return workspace.trails.flatMap((trail) =>
    trail.status !== 'complete'
      ? []
      : trail.records.flatMap(({kind, id, changes}) => {
          const last = changes.at(-1)
          if (last?.type !== 'removed') return []
          const date = dateOf(last.commit.committer.at)
          if (date > asOf || isRecorded(workspace, last.file)) return []
          const [hold] = holdsInForce(context, date)
          if (hold === undefined) return []
          return [
            context.finding(
              'warning',
              network,
              [],
              `Unexpected removal of ${kind} \`${id}\` on \`${date}\` while hold \`${hold.value.id}\` was in force, expected none or a recorded removal`,
              'Ask counsel whether it was under the hold; record the removal in `removals` of the Hold, or bring it back',
            ),
          ]
        }),
  )
}
