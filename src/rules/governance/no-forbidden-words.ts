import {forbiddenUses} from '../../model/forbidden.ts'
import type {ValuePath} from '../../model/location.ts'
import type {Finding, Rule, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {counted} from '../outcome.ts'
import {silenceOf, silenceThresholds} from '../silence.ts'

export const noForbiddenWords: Rule = {
  id: 'A8',
  name: 'governance/no-forbidden-words',
  title: 'Nothing that the network says to the outside claims a standing that nobody gives',
  weight: 'critical',
  question: 'integration',
  scope: 'network',
  appliesTo: 'always',
  operating: false,
  thresholds: [...silenceThresholds],
  authorities: ['ftc-act-5', 'statement-8', '16-cfr-1'],
  docs: {
    tests:
      'No public statement and no other field that faces outward says of the network what nobody grants: "safe harbor", "compliant", "certified", "approved", "guaranteed". Denials, quotations and other meanings, such as a board-certified physician, are allowed.',
    rationale:
      'Nobody certifies clinical integration, and no bright line makes it lawful: a network that claims otherwise misleads payers, and its own words will be read back to it.',
    evidence:
      'The Network record with `publicStatements`, EfficiencyClaim and NecessityRecord records; an Attestation of log `publicStatements`.',
    limits:
      'Reads what is recorded: a brochure that nobody entered is not seen, which is why the log must be attested. A list of words does not find every overclaim.',
  },
  requires: [],

  check(context) {
    const {network} = context
    const fields = fieldsOf(context)
    const findings: Finding[] = fields.flatMap(({entry, path, text}) =>
      [...new Set(forbiddenUses(text))].map((word) =>
        context.finding(
          'error',
          entry,
          path,
          `Unexpected word "${word}" about the network, expected none that claims a standing`,
          'Say what the evidence shows; correct what was published, and record when',
        ),
      ),
    )
    const read = `${counted(fields.length, 'field')} read`
    const answeredBy = 'the correction of each statement named in the findings'
    if (findings.length > 0)
      return {
        outcome: 'contrary',
        summary: `${counted(findings.length, 'claim')} of a standing found in ${read}.`,
        evidence: [],
        findings,
        answeredBy,
      }
    const silence = silenceOf(context, ['publicStatements'])
    if (silence.open.length > 0)
      return {
        outcome: 'unknown',
        summary: `None found in ${read}; the log of public statements is not attested complete from ${silence.from} to ${silence.to}.`,
        evidence: [],
        findings: silence.findings,
        answeredBy: silence.answeredBy,
      }
    const statements = network.value.publicStatements ?? []
    return {
      outcome: 'supported',
      summary: `None found in ${read}, ${counted(statements.length, 'public statement')} among them, in a log attested complete from ${silence.from} to ${silence.to}.`,
      evidence: silence.evidence,
      findings: [],
    }
  },
}

interface Field {
  readonly entry: Entry
  readonly path: ValuePath
  readonly text: string
}

/** Every field whose text is meant for readers outside the network. */
function fieldsOf({network, workspace}: RuleContext): Field[] {
  const {legalName, productLines, management, serviceArea, publicStatements} = network.value
  const field = (entry: Entry, path: ValuePath, text: string | undefined): Field[] =>
    text === undefined ? [] : [{entry, path, text}]
  return [
    ...field(network, ['legalName'], legalName),
    ...productLines.flatMap(({title, description}, index) => [
      ...field(network, ['productLines', index, 'title'], title),
      ...field(network, ['productLines', index, 'description'], description),
    ]),
    ...field(network, ['management', 'description'], management?.description),
    ...field(network, ['serviceArea', 'description'], serviceArea?.description),
    ...(publicStatements ?? []).flatMap(({text}, index) =>
      field(network, ['publicStatements', index, 'text'], text),
    ),
    ...workspace
      .all('EfficiencyClaim')
      .flatMap((entry) => [
        ...field(entry, ['title'], entry.value.title),
        ...field(entry, ['benefit'], entry.value.benefit),
        ...field(entry, ['mechanism'], entry.value.mechanism),
      ]),
    ...workspace
      .all('NecessityRecord')
      .flatMap((entry) => field(entry, ['reasoning'], entry.value.reasoning)),
  ]
}
