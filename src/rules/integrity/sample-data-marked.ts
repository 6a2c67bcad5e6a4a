import type {Finding, Rule, RuleContext} from '../../model/rule.ts'
import type {Root} from '../../model/source.ts'
import type {Entry} from '../../model/workspace.ts'
import {counted} from '../outcome.ts'
import {resultOf} from '../result.ts'

export const sampleDataMarked: Rule = {
  id: 'L8',
  name: 'integrity/sample-data-marked',
  title: 'Sample data is marked, and never mixed with real data',
  weight: 'critical',
  question: 'integrityAndPrivacy',
  scope: 'network',
  appliesTo: 'always',
  operating: false,
  thresholds: [],
  authorities: ['16-cfr-1', '28-cfr-50-6'],
  docs: {
    tests:
      'Whether every root is marked as sample data or none is, and whether the records agree: a taxpayer number that begins with 00 or a reserved mail domain is invented, any other is not. Invented data without a mark, real data under one, and a mark on some roots only are contrary.',
    rationale:
      'A dossier that holds one invented fact is worth nothing, and a sample that holds a real one gives it away.',
    evidence:
      '`sampleData` in cinch.yaml of each root; `tin` of Participant records and `emails` of Person records.',
    limits:
      'Finds only what is invented by its form. Invented numbers that look real are not seen; the mark is the word of the network.',
  },
  requires: [],

  check(context) {
    const {roots} = context.workspace
    const marked = roots.filter(({config}) => config.sampleData !== undefined)
    const mixed = marked.length > 0 && marked.length < roots.length
    const findings = [
      ...(mixed ? [mixedRoots(context)] : []),
      ...roots.flatMap((root) => disagreements(context, root)),
    ]
    const records = counted(context.workspace.entries.length, 'record')
    const says = `${marked.length} of ${counted(roots.length, 'root')} ${marked.length === 1 ? 'is' : 'are'} marked as sample data`
    return resultOf(
      findings.length > 0 ? 'contrary' : 'supported',
      `${says}; ${counted(findings.length, 'disagreement')} found in ${records} read.`,
      [context.cite(context.network, [], 'declared', `${says}, and ${records} agree`)],
      findings,
      'a mark on every root of sample data, and real data kept apart',
    )
  },
}

function mixedRoots({finding, network}: RuleContext): Finding {
  return finding(
    'error',
    network,
    [],
    'Unexpected roots of which some are marked as sample data, expected all or none',
    'Assess real roots without the sample ones',
  )
}

/** Records of a root that say otherwise than its mark. */
function disagreements({workspace, finding}: RuleContext, root: Root): Finding[] {
  const marked = root.config.sampleData !== undefined
  return workspace.entries.flatMap((entry) => {
    if (entry.root !== root.name) return []
    return inventedIn(entry)
      .filter(({invented}) => invented !== marked)
      .slice(0, 1)
      .map(({path}) =>
        finding(
          'error',
          entry,
          path,
          marked
            ? 'Unexpected value that is not of invented data in a root marked as sample data, expected invented values only'
            : 'Unexpected value of invented data in a root that is not marked, expected `sampleData` in cinch.yaml',
          marked
            ? 'Take real data out of the sample, with counsel where it was shared'
            : 'Mark the root with `sampleData`, or replace the invented value',
        ),
      )
  })
}

/** Values whose form tells whether they were invented: no such prefix or domain is assigned. */
function inventedIn(
  entry: Entry,
): readonly {readonly path: readonly (string | number)[]; readonly invented: boolean}[] {
  if (entry.kind === 'Participant')
    return entry.value.tin === undefined
      ? []
      : [{path: ['tin'], invented: entry.value.tin.startsWith('00')}]
  if (entry.kind !== 'Person') return []
  return (entry.value.emails ?? []).map((it, index) => ({
    path: ['emails', index],
    // RFC 2606 reserves these.
    invented: /[@.](?:example(?:\.(?:com|net|org))?|test|invalid)$/i.test(it),
  }))
}
