import {lawAsOf} from '../../law/authorities.ts'
import {addMonths} from '../../model/date.ts'
import type {Rule, Threshold} from '../../model/rule.ts'
import {resultOf} from '../result.ts'

const authorityMonths: Threshold = {
  id: 'authorityMonths',
  value: 6,
  unit: 'months',
  basis: 'house',
  source: 'House default',
  description:
    'Months between the date of an assessment and that at which authorities were checked',
  looser: 'higher',
}

export const authoritiesChecked: Rule = {
  id: 'L7',
  name: 'integrity/authorities-checked',
  title: 'The status of the authorities cited was checked within six months',
  weight: 'major',
  question: 'integrityAndPrivacy',
  scope: 'network',
  appliesTo: 'always',
  operating: false,
  thresholds: [authorityMonths],
  authorities: ['collaboration-guidelines-2000', 'joint-inquiry-2026', 'statement-8'],
  docs: {
    tests:
      'Whether the register of authorities was checked within six months of the date of the assessment, before or after it. A register that is much newer than that date states a law that did not stand then.',
    rationale:
      'Statements that every network relied on were withdrawn within months. A status that nobody has looked at says nothing of today.',
    evidence: 'The register of authorities in this tool, which prints the date beside each.',
    limits:
      'Shows when the register as a whole was looked at, not that each entry was confirmed: those that are recalled say so. A newer version of the tool has a newer register.',
  },
  requires: [],

  check(context) {
    const {asOf, network} = context
    const months = context.threshold('authorityMonths')
    const [since, until] = [addMonths(asOf, -months), addMonths(asOf, months)]
    const recent = lawAsOf >= since && lawAsOf <= until
    return resultOf(
      recent ? 'supported' : 'weak',
      `Authorities were checked as of ${lawAsOf}; expected from ${since} to ${until}.`,
      [context.cite(network, [], 'declared', `authorities checked as of ${lawAsOf}`)],
      recent
        ? []
        : [
            context.finding(
              'warning',
              network,
              [],
              `Unexpected register of authorities as of \`${lawAsOf}\` for an assessment as of \`${asOf}\`, expected one within ${months} months`,
              'Use the version of the tool with a register of that time, or have counsel confirm each status',
            ),
          ],
      'a version of the tool whose register of authorities is of that time',
    )
  },
}
