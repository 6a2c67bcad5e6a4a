import type {Finding, Rule, RuleContext} from '../../model/rule.ts'
import {counted} from '../outcome.ts'
import {judgeScan} from '../scan.ts'

const help =
  'Do not edit or delete it yet: tell counsel, who decides on a recorded removal; keep title, date, custodian and hash only'

export const noPrivilegedText: Rule = {
  id: 'L3',
  name: 'integrity/no-privileged-text',
  title: 'No privileged text is kept, only its title, date, custodian and hash',
  weight: 'critical',
  question: 'integrityAndPrivacy',
  scope: 'network',
  appliesTo: 'always',
  operating: false,
  thresholds: [],
  authorities: ['16-cfr-1', '16-cfr-4-10'],
  docs: {
    tests:
      'Whether a file or a commit message has a legend of privilege with text after it, a privileged Exhibit has its file here, or a privileged NecessityRecord has its reasoning here. A root of class `privileged` is left out. Files that could not be read are counted; where one of them is no registered Exhibit, or a history is there and not whole, the outcome is unknown.',
    rationale:
      'What is shared is no longer confidential. Advice that stands where members, payers or an agency read can lose its privilege, for more than that page.',
    evidence:
      'The files themselves, of which a clean reading is cited as measured, since the tool works it out from them; Exhibit records with `privileged` or class `privileged`, and NecessityRecord records with `privileged`.',
    limits:
      'A legend creates no privilege and its absence none either: privileged text without a legend is not seen. What was found is never printed, only where. Commit messages and the names on commits are read as far as the history from the commit read goes; e-mail addresses of those who commit are expected there, and tags and notes are not read.',
  },
  requires: [],

  check(context) {
    const scanned = judgeScan(context, 'privileged', 'privileged text', help, ({location}) =>
      isShared(context, location.root),
    )
    const kept = keptHere(context)
    if (kept.length === 0) return scanned
    return {
      ...scanned,
      outcome: 'contrary',
      summary: `${counted(kept.length, 'privileged document')} ${kept.length === 1 ? 'is' : 'are'} kept here with more than title, date, custodian and hash. ${scanned.summary}`,
      evidence: [],
      findings: [...kept, ...scanned.findings],
      answeredBy: 'records of privileged documents that hold title, date, custodian and hash only',
    }
  },
}

/** Whether others than counsel may read the root. */
function isShared({workspace}: RuleContext, root: string | undefined): boolean {
  return workspace.roots.find(({name}) => name === (root ?? 'main'))?.class !== 'privileged'
}

function keptHere(context: RuleContext): Finding[] {
  const {workspace, finding} = context
  const exhibits = workspace
    .all('Exhibit')
    .filter(
      ({root, value}) =>
        (value.privileged === true || value.class === 'privileged') &&
        value.file !== undefined &&
        isShared(context, root),
    )
  const memos = workspace
    .all('NecessityRecord')
    .filter(
      ({root, value}) =>
        value.privileged &&
        (value.reasoning !== undefined || value.alternatives !== undefined) &&
        isShared(context, root),
    )
  return [
    ...exhibits.map((entry) =>
      finding(
        'error',
        entry,
        ['file'],
        'Unexpected file of a privileged document, expected its `location` and hash only',
        help,
      ),
    ),
    ...memos.map((entry) =>
      finding(
        'error',
        entry,
        [entry.value.reasoning === undefined ? 'alternatives' : 'reasoning'],
        'Unexpected text of a privileged memorandum, expected title, date, custodian and hash only',
        help,
      ),
    ),
  ]
}
