import {fileFor} from '../../model/placement.ts'
import type {RuleContext, RuleResult} from '../../model/rule.ts'
import {lineFinding, missingRecord, resultOf} from '../result.ts'

/** The result of a test of claims on a line that has none: a proposed line has them as well. */
export function noClaims(context: RuleContext): RuleResult {
  const outcome = missingRecord(context)
  return resultOf(
    outcome,
    `The repository holds no EfficiencyClaim record for ${context.line.title}.`,
    [],
    [
      lineFinding(
        context,
        outcome,
        'Unexpected product line without an EfficiencyClaim record, expected each benefit that is claimed',
        `Create ${fileFor(context.workspace, 'EfficiencyClaim')} with \`kind: EfficiencyClaim\``,
      ),
    ],
    `EfficiencyClaim records (${fileFor(context.workspace, 'EfficiencyClaim', '…')})`,
  )
}
