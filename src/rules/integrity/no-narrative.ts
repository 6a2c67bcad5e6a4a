import type {Rule} from '../../model/rule.ts'
import {judgeScan} from '../scan.ts'

export const noNarrative: Rule = {
  id: 'L2',
  name: 'integrity/no-narrative',
  title: 'No name or narrative stands in case files',
  weight: 'gate',
  question: 'integrityAndPrivacy',
  scope: 'network',
  appliesTo: 'always',
  operating: false,
  thresholds: [],
  authorities: ['hipaa-deidentification'],
  docs: {
    tests:
      'Whether any file under any root, or any commit message, tells of a sanction of a named person or of one patient, or has a column for such text. Files that could not be read are counted; where one of them is no registered Exhibit, or a history is there and not whole, the outcome is unknown.',
    rationale:
      'A case is kept by pseudonym, step, date and class of outcome. A name or a story beside it breaks the confidence of peer review and cannot be taken back.',
    evidence:
      'The files themselves. A clean reading is cited as measured, since the tool works it out from the files, on the Network record, with the number of files read.',
    limits:
      'Finds forms, not meanings: a name without a title, or a story that does not start from an age or a sanction, is not seen. Exit dates beside cases can identify as well. What was found is never printed, only where. Commit messages and the names on commits are read as far as the history from the commit read goes; e-mail addresses of those who commit are expected there, and tags and notes are not read.',
  },
  requires: [],

  check: (context) =>
    judgeScan(
      context,
      'narrative',
      'a name or a narrative of a case',
      'Do not edit or delete it yet: quarantine the repository and tell counsel, who decides on a recorded removal',
    ),
}
