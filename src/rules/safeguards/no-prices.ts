import type {Rule} from '../../model/rule.ts'
import {judgeScan} from '../scan.ts'

export const noPrices: Rule = {
  id: 'K1',
  name: 'safeguards/no-prices',
  title: 'No fee, conversion factor, percent of Medicare or payer offer stands in any file read',
  weight: 'gate',
  question: 'marketPowerAndSpillover',
  scope: 'network',
  appliesTo: 'always',
  operating: false,
  thresholds: [],
  authorities: ['ntsp', 'sherman-1'],
  docs: {
    tests:
      'Whether any file under any root, records, tables and other text, or any commit message, holds what has the form of a price: a fee, a conversion factor, a percent of Medicare, an offer or a counter-offer.',
    rationale:
      'The readers of this repository compete with one another. A price that stands in it is shared among competitors, and no program needs that.',
    evidence:
      'The files themselves. A clean reading is cited as measured, since the tool works it out from the files, on the Network record, with the number of files read and of those that could not be. Where one of those is no registered Exhibit, or a history is there and not whole, the outcome is unknown.',
    limits:
      'Finds forms, not meanings: a price written in words, in a picture or in a binary document is not seen. What was found is never printed, only where. Commit messages and the names on commits are read as far as the history from the commit read goes; e-mail addresses of those who commit are expected there, and tags and notes are not read. A file that was removed later is still in history. It bears on spillover alone: where no other test of that question applies, a clean search says nothing of market power.',
  },
  requires: [],

  check: (context) =>
    judgeScan(
      context,
      'price',
      'a price',
      'Do not edit or delete it yet: quarantine the repository and tell counsel, who decides on a recorded removal',
    ),
}
