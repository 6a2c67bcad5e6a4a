import {fileFor} from '../../model/placement.ts'
import type {Finding, Outcome, Rule, RuleContext} from '../../model/rule.ts'
import type {Entry, ExhibitState} from '../../model/workspace.ts'
import {counted} from '../outcome.ts'

type Registered = Entry<'Exhibit'> | Entry<'EvidenceTable'>
type Status = ExhibitState['status']

export const exhibitsVerify: Rule = {
  id: 'L4',
  name: 'integrity/exhibits-verify',
  title: 'Every document registered with a file is what its record says',
  weight: 'critical',
  question: 'integrityAndPrivacy',
  scope: 'network',
  appliesTo: 'always',
  operating: false,
  thresholds: [],
  authorities: ['16-cfr-1', '28-cfr-50-6'],
  docs: {
    tests:
      'Whether the file of every Exhibit and EvidenceTable is here and has the hash that its record states. Another hash is contrary; a file that is not here, or only a pointer to it, is absent; a file whose record states no hash is weak.',
    rationale:
      'A requester answers for the documents it submits. An exhibit that is not what the register says takes every statement that rests on it down.',
    evidence: 'Exhibit and EvidenceTable records with `file` and `sha256`, and the files.',
    limits:
      'A matching hash shows that the bytes are those registered, not that they are true, complete or made on the date stated. Documents kept outside are counted and not checked.',
  },
  requires: [],

  check(context) {
    const {workspace} = context
    const registered: Registered[] = [
      ...workspace.all('Exhibit'),
      ...workspace.all('EvidenceTable'),
    ]
    const states = registered.map((entry) => ({entry, ...stateOf(context, entry)}))
    const of = (...wanted: Status[]) => states.filter(({status}) => wanted.includes(status))
    const verified = of('verified')
    const [mismatch, gone, unhashed] = [of('mismatch'), of('missing', 'pointer'), of('unhashed')]
    const outside = of('outside')
    const outcome: Outcome =
      mismatch.length > 0
        ? 'contrary'
        : gone.length > 0
          ? 'absent'
          : unhashed.length > 0
            ? 'weak'
            : verified.length === 0
              ? 'unknown'
              : 'supported'
    return {
      outcome,
      summary: `Of ${counted(registered.length, 'document')} registered: ${verified.length} verified, ${mismatch.length} different, ${gone.length} not here, ${unhashed.length} without a hash, ${outside.length} kept outside.`,
      evidence: verified.map(({entry}) =>
        context.cite(entry, ['sha256'], 'measured', 'its hash matches the file'),
      ),
      findings:
        registered.length === 0
          ? [
              context.finding(
                'note',
                context.network,
                [],
                'Unexpected register without a document, expected the exhibits that the records rest on',
                `Create ${fileFor(context.workspace, 'Exhibit')} with \`kind: Exhibit\`, \`file\` and \`sha256\``,
              ),
            ]
          : states.flatMap(({entry, status}) => findingOf(context, entry, status)),
      ...(outcome === 'supported'
        ? {}
        : {answeredBy: 'the documents themselves, with the hash of each in its Exhibit record'}),
    }
  },
}

function stateOf({workspace}: RuleContext, entry: Registered): ExhibitState {
  return entry.value.file === undefined
    ? {status: 'outside'}
    : workspace.exhibit(entry.kind, entry.value.id)
}

/** What is wrong with a file that did not verify: severity, place, message and fix. */
const faults: Partial<
  Record<Status, readonly ['error' | 'warning', string, (file: string) => string, string]>
> = {
  mismatch: [
    'error',
    'sha256',
    (file) => `Unexpected bytes in \`${file}\`, expected the hash of the record`,
    'Bring the registered document back; a new version is a new Exhibit',
  ],
  missing: [
    'error',
    'file',
    (file) => `Unexpected absence of \`${file}\`, expected the document`,
    'Add the document, or state the `location` where it is kept outside',
  ],
  pointer: [
    'error',
    'file',
    (file) => `Unexpected large-file pointer at \`${file}\`, expected the document`,
    'Fetch the document itself and run again',
  ],
  unhashed: [
    'warning',
    'file',
    (file) => `Unexpected document \`${file}\` without a hash, expected its \`sha256\``,
    'State the `sha256` of the file as it was registered',
  ],
}

function findingOf(context: RuleContext, entry: Registered, status: Status): Finding[] {
  const fault = faults[status]
  if (fault === undefined) return []
  const [severity, key, message, help] = fault
  return [context.finding(severity, entry, [key], message(entry.value.file ?? ''), help)]
}
