import type {Rule} from '../../model/rule.ts'
import {judgeScan} from '../scan.ts'

export const noIdentifiers: Rule = {
  id: 'L1',
  name: 'integrity/no-identifiers',
  title: 'No pattern of a patient identifier stands in any file read',
  weight: 'gate',
  question: 'integrityAndPrivacy',
  scope: 'network',
  appliesTo: 'always',
  operating: false,
  thresholds: [],
  authorities: ['cms-cell-size', 'hipaa-deidentification'],
  docs: {
    tests:
      'Whether any file under any root, or any commit message, holds what has the form of a patient identifier, of a date at patient level, or of a five-digit ZIP code in rows of patients.',
    rationale:
      'A dossier goes to agencies, payers and courts, and a repository to every reader. Neither may carry patients with it.',
    evidence:
      'The files themselves. A clean reading is cited as measured, since the tool works it out from the files, on the Network record, with the number of files read and of those that could not be. Where one of those is no registered Exhibit, or a history is there and not whole, the outcome is unknown.',
    limits:
      'Finds forms, not meanings: a name or a story is not seen here (the tests on case files look for narrative). It is no expert determination and no statement that data are de-identified. What was found is never printed, only where. Commit messages and the names on commits are read as far as the history from the commit read goes; e-mail addresses of those who commit are expected there, and tags and notes are not read.',
  },
  requires: [],

  check: (context) =>
    judgeScan(
      context,
      'identifier',
      'a patient identifier',
      'Do not edit or delete it yet: quarantine the repository and tell counsel and the privacy officer, who decide on a recorded removal',
    ),
}
