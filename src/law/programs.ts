import type {OutdatedStatement, Program} from '../model/program.ts'

/** Date at which the facts were looked at; the register of authorities is not loaded for it. */
const asOf = '2026-11-21'

const recalled = (says: string) => ({says, standing: 'R', source: 'recalled'}) as const
const read = (source: string, says: string) => ({says, standing: 'V', source}) as const

const tracksRule = '42 CFR 425.600, as lawserver.com prints it'
const teamNote = 'Epstein Becker Green, note on the final rule of 2024-08-01'
const preparedNote = 'JD Supra, note on the preparation of TEAM'

/**
 * Programs that governance records speak of. Only facts that were looked at stand here: of a
 * program with none, only the name is known to this tool.
 */
export const programs: readonly Program[] = [
  {
    id: 'mssp',
    title: 'Medicare Shared Savings Program (MSSP)',
    asOf,
    tracks: [
      ...['BASIC A', 'BASIC B', 'BASIC C', 'BASIC D', 'BASIC E', 'ENHANCED'].map((name) => ({
        name,
        began: '2019-07-01',
      })),
      // Agreements begun before July 2019, of at most three years and an extension.
      ...['Track 1', 'Track 1+', 'Track 2', 'Track 3'].map((name) => ({name, ended: '2023-01-01'})),
    ],
    facts: [
      read(tracksRule, 'Tracks 1 and 2 are for agreement periods that began before 2019-07-01.'),
      read(tracksRule, 'From 2019-07-01 its tracks are BASIC, levels A to E, and ENHANCED.'),
      read(tracksRule, 'ENHANCED includes what was Track 3.'),
      recalled(
        'No agreement of Tracks 1 to 3 runs any more; when the last ended is not known here.',
      ),
      recalled('Its ACOs are no longer deemed anything.'),
    ],
  },
  {
    id: 'next-generation-aco',
    title: 'Next Generation ACO Model',
    asOf,
    ended: '2022-01-01',
    facts: [recalled('The model has ended, with the year 2021.')],
  },
  {
    id: 'hrrp',
    title: 'Hospital Readmissions Reduction Program (HRRP)',
    asOf,
    began: '2012-10-01',
    facts: [
      read(
        'QualityNet overview of the program',
        'It reduces payments to hospitals for excess readmissions, from 2012-10-01.',
      ),
      read(
        'QualityNet overview of the program',
        'From the fiscal year 2019 a hospital is compared with others of a like share of dually eligible patients.',
      ),
      recalled('It is not about the top 25 percent of hospitals.'),
    ],
  },
  {id: 'macra-mips', title: 'MACRA and the Quality Payment Program', asOf, facts: []},
  {id: 'mips', title: 'Merit-based Incentive Payment System (MIPS)', asOf, facts: []},
  {id: 'bundles', title: 'Bundled payment models, not further named', asOf, facts: []},
  {
    id: 'bpci-advanced',
    title: 'Bundled Payments for Care Improvement Advanced (BPCI Advanced)',
    asOf,
    ended: '2026-01-01',
    facts: [read(preparedNote, 'It ends in December 2025.')],
  },
  {
    id: 'cjr',
    title: 'Comprehensive Care for Joint Replacement (CJR)',
    asOf,
    ended: '2025-01-01',
    facts: [read(preparedNote, 'It ends in December 2024.')],
  },
  {
    id: 'team',
    title: 'Transforming Episode Accountability Model (TEAM)',
    asOf,
    began: '2026-01-01',
    ended: '2031-01-01',
    facts: [
      read(teamNote, 'It runs from 2026-01-01 through 2030-12-31.'),
      read(
        teamNote,
        'It is mandatory for acute care hospitals paid under the IPPS in selected areas.',
      ),
    ],
  },
]

/**
 * First day on which the facts above are known to hold. What was said of a program before it may
 * have been right then, and is left as it was.
 */
export const programsKnownFrom = '2026-01-01'

interface Pattern {
  readonly program: Program['id']
  /** Matched within one sentence. */
  readonly statement: RegExp
  /** Must stand in the same sentence. */
  readonly about?: RegExp
  /** Another thing is meant where this stands in the sentence. */
  readonly unless?: RegExp
  readonly expected: string
}

const mssp = /\b(?:MSSP|(?:Medicare )?Shared Savings Program|ACOs?)\b/iu

const patterns: readonly Pattern[] = [
  {
    program: 'mssp',
    statement: /\bTracks?\s+(?:1\+?|[23]|one|two|three)(?![\w-]|\.\d)/iu,
    about: mssp,
    expected: 'BASIC A to E or ENHANCED',
  },
  {
    program: 'mssp',
    statement: /\bNext[\s-]Gen(?:eration)?\s+ACOs?\b|\bNGACO\b/iu,
    expected: 'a model that still runs',
  },
  {
    program: 'mssp',
    statement:
      /\bdeemed\b(?=[^.;]{0,80}\b(?:integrat\w*|antitrust|rule[\s-]of[\s-]reason|lawful|exempt\w*|compliant)\b)/iu,
    about: mssp,
    expected: 'no such standing: ACOs are no longer deemed anything',
  },
  {
    program: 'hrrp',
    statement:
      /\b(?:top|worst|lowest|bottom|highest)[\s-]+(?:(?:25|twenty[\s-]five)\s*(?:%|percent\b|per\s+cent\b)|quarter\b|quartile\b)/iu,
    about: /\bHRRP\b|\bReadmissions?\s+Reduction\b/iu,
    // That program does rank hospitals so.
    unless: /\bHAC(?:RP)?\b|\bHospital[\s-]Acquired\b/iu,
    expected: 'no such share of hospitals',
  },
]

/** What makes a sentence one about the past: it states nothing outdated. */
const past =
  /\b(?:no longer|former(?:ly)?|previous(?:ly)?|until|ended|replaced|retired|gone|historical(?:ly)?|was|were|used to|20[01]\d)\b/iu

/** A denial shortly before the statement. */
const denied = /\b(?:not|never|neither|nor|no such)\b[^,]{0,40}$/iu

/** A cheap look before the patterns: most texts hold none of it. */
const worthALook =
  /tracks?\s|next[\s-]gen|ngaco|deemed|25\s*(?:%|per)|twenty[\s-]five|quarter|quartile/iu

/**
 * Statements of a text that are outdated or wrong. A denial, a sentence about the past and a
 * quotation are none. It knows a few phrases and no others.
 */
export function outdatedStatements(text: string): readonly OutdatedStatement[] {
  if (!worthALook.test(text)) return []
  // A quotation tells what another said.
  const own = text.replaceAll(/“[^“”]*”|"[^"\n]*"/gu, ' ')
  return own.split(/(?<=[.;!?])\s+|\n{2,}/u).flatMap((sentence) => {
    if (past.test(sentence)) return []
    return patterns.flatMap(({program, statement, about, unless, expected}) => {
      const match = statement.exec(sentence)
      const meant =
        match !== null &&
        (about === undefined || about.test(sentence)) &&
        unless?.test(sentence) !== true &&
        !denied.test(sentence.slice(0, match.index))
      return meant ? [{program, found: match[0], expected}] : []
    })
  })
}
