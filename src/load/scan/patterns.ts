import type {ScanHit} from '../../model/source.ts'

/** Something that may not be kept in a governance repository, as text looks like it. */
export interface Pattern {
  readonly id: string
  readonly class: ScanHit['class']
  /** What it finds. */
  readonly finds: string
  /** What it is known to take for it wrongly, and what it is known to miss. */
  readonly limits: string
  /**
   * Lower-case words. Whatever the form matches holds one of them, or the shape: only then is the
   * form tried. At least three characters each.
   */
  readonly needs: readonly string[]
  /** Of lower-case text; for forms without a word, or with one that most records hold. */
  readonly shape?: RegExp
  /**
   * Global. Every repetition is bounded and no two compete for the same characters, so that the
   * time is a constant times the length of the text.
   */
  readonly form: RegExp
  /** A second look at a match, where the form alone says too little. */
  readonly confirm?: (text: string, start: number, end: number) => boolean
}

/** At most 60 characters, over at most one line break of an indented or quoted text. */
const gap = String.raw`[^\n]{0,60}?(?:\n[ \t#>*]{1,12}[^\n:]{0,60}?)?`
const money = String.raw`(?:(?:\$|\bUSD)\s?\d|\b\d[\d,.]{0,12}\s?(?:dollars|USD)\b)`
const amount = String.raw`(?:\$|\bUSD)\s?\d[\d,.]{0,12}`
const date = String.raw`(?:\d{4}-\d{2}-\d{2}|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s{1,2}\d{1,2},?\s{1,2}\d{4})`
const patient = String.raw`\b(?:patient|subscriber|beneficiary|decedent|next of kin)(?:'s|s)?\b`

const form = (source: string, flags = 'gi') => new RegExp(source, flags)

const prices: readonly Omit<Pattern, 'class'>[] = [
  {
    id: 'price-medicare-percent',
    finds:
      'Rates stated as a percentage of Medicare: `115% of Medicare`, `Medicare plus 10 percent`',
    limits:
      'Shares of Medicare patients, lives or discharges are left alone. Misses percentages in words.',
    needs: ['medicare', 'rbrvs', 'mpfs', 'cms'],
    form: form(
      String.raw`\b\d{1,3}(?:\.\d{1,2})?\s{0,3}(?:%|per\s?cent\b|pct\b)\s{0,3}(?:of\s{1,3})?(?:the\s{1,3})?(?:(?:current|prevailing|then-current|local|20\d\d)\s{1,3}){0,2}(?:Medicare|RBRVS|MPFS|CMS\s{1,3}(?:rates?|fee))\b(?!\s{1,3}(?:patient|beneficiar|enrollee|member|live|discharge|admission|population|panel|visit|case|claim|Advantage\s{1,3}(?:patient|beneficiar|enrollee|member|live))|\s{1,3}fee-for-service\s{1,3}(?:patient|beneficiar|enrollee|member|live))|\bMedicare\s{0,3}(?:plus|minus|\+|-)\s{0,3}\d{1,3}(?:\.\d{1,2})?\s{0,3}(?:%|per\s?cent\b)`,
    ),
  },
  {
    id: 'price-percent-of-medicare-field',
    finds: 'A field or a sentence `percent of Medicare: 115`',
    limits: 'Misses a number that stands before the words without a percent sign.',
    needs: ['medicare'],
    form: form(
      String.raw`\b(?:percent|pct|%)[\s_-]{0,2}of[\s_-]{0,2}Medicare["']?\s{0,3}(?:rates?\s{0,3})?[:=,]\s{0,3}["']?\d{2,3}\b`,
    ),
  },
  {
    id: 'price-conversion-factor',
    finds: 'A conversion factor with its number',
    limits: 'A year alone is left alone. Misses a number more than 60 characters away.',
    needs: ['conversion'],
    form: form(
      String.raw`\bconversion[\s_-]{0,2}factors?\b["']?(?:${gap}\$\s?\d|[^\n]{0,40}?\b\d{2,3}\.\d{1,4}\b|\s{0,3}(?:of|is|was|at|to|[:=])\s{0,3}\d{2,3}\b(?![\d-]))`,
    ),
  },
  {
    id: 'price-amount',
    finds: 'A dollar amount beside a word for a fee or a payment rate',
    limits:
      'Membership, application and similar fees are left alone. Misses bonus and pool amounts, which a Distribution states, and hourly pay.',
    needs: ['fee', 'rate', 'reimburse', 'allow', 'withhold', 'walk', 'offer'],
    form: form(
      String.raw`(?:\bfee\s{1,2}schedules?|(?<!\b(?:membership|participation|application|credentialing|filing|licen[cs]e|initiation|entry|annual|registration|audit|legal|management|consulting)\s{1,2})\bfees?|\b(?:reimbursements?|allowables?|allowed\s{1,2}amounts?|(?:payment|contract|contracted|negotiated|base|case|visit|unit|proposed|payer)\s{1,2}rates?|withholds?|walk-?away(?:\s{1,2}point)?|counter-?offer(?:ed|s)?))\b(?!-)${gap}${money}`,
    ),
  },
  {
    id: 'price-increase-offer',
    finds: 'An offered or demanded rate increase in percent',
    limits: 'Misses increases told without the words rate or fee.',
    needs: ['increase', 'walk', 'counter'],
    form: form(
      String.raw`\b(?:(?:rate|fee)\s{1,2}increases?|walk-?away(?:\s{1,2}point)?|counter-?offer(?:ed|s)?)\b[^\n]{0,30}?\b\d{1,2}(?:\.\d{1,2})?\s{0,2}(?:%|per\s?cent\b)|\b\d{1,2}(?:\.\d{1,2})?\s{0,2}(?:%|per\s?cent)\s{1,2}(?:rate|fee)\s{1,2}increase\b`,
    ),
  },
  {
    id: 'price-per-rvu',
    finds: 'Dollars per relative value unit',
    limits: 'Pay for work is found too: it is as sensitive.',
    needs: ['rvu'],
    form: form(String.raw`${amount}\s{0,3}(?:per|/|a)\s{0,3}(?:w|work\s{0,2}|total\s{0,2})?RVU`),
  },
  {
    id: 'price-per-member-month',
    finds: 'Dollars per member per month, per diem, per visit or per case',
    limits:
      'Savings and total cost of care are left alone. Misses amounts without a dollar sign or after the words.',
    needs: ['pmpm', 'per member', 'per diem', 'per visit', 'per case', 'per procedure'],
    form: form(
      String.raw`(?<!\b(?:sav\w{1,6}|reduc\w{1,6}|lower\w{0,4}|cost of care|spend\w{0,4}|cost)\b[^\n.]{0,40})${amount}\s{0,3}(?:(?:per|a|/)\s{0,2})?(?:PMPM|member\s{1,2}per\s{1,2}month|diem|visit|case|procedure)\b`,
    ),
  },
  {
    id: 'price-code-amount',
    finds: 'A procedure or diagnosis group code with a dollar amount',
    limits: 'Misses a code without the words CPT, HCPCS or DRG.',
    needs: ['cpt', 'hcpcs', 'drg'],
    form: form(String.raw`\b(?:MS-)?(?:CPT|HCPCS|DRG)\b[^\n]{0,60}?\$\s?\d`),
  },
]

const identifiers: readonly Omit<Pattern, 'class'>[] = [
  {
    id: 'identifier-ssn',
    finds: 'Social security numbers, `123-45-6789`, or nine digits after `SSN`',
    limits: 'Numbers that were never issued are left alone; other numbers may have the same form.',
    needs: ['ssn', 'social security'],
    shape: /\d-\d{4}/,
    form: form(
      String.raw`(?<![\w-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-])|\b(?:SSN|social security (?:number|no\.?))["']?\s{0,3}[:=#]?\s{0,3}["']?\d{3}[- ]?\d{2}[- ]?\d{4}\b`,
    ),
  },
  {
    id: 'identifier-record-number',
    finds: 'Medical record, account, subscriber and beneficiary numbers',
    limits: 'Misses numbers without a word for them. Ids of members of the network are left alone.',
    needs: ['mrn', 'medical record', 'subscriber', 'beneficiary', 'hicn', 'mbi'],
    shape: /patient[\s#ain]/,
    form: form(
      String.raw`\b(?:MRN|HICN|MBI|medical record (?:number|no\.?|#)|(?:patient|subscriber|beneficiary)\s?(?:account\s{1,2})?(?:ID|number|no\.?|#))["']?\s{0,3}[:=#]?\s{0,3}["']?[A-Z]{0,3}-?\d[\dA-Z-]{4,14}\b`,
    ),
  },
  {
    id: 'identifier-medicare-beneficiary',
    finds: 'Medicare Beneficiary Identifiers, `1EG4-TE5-MK73`',
    limits: 'Upper case only, so that hashes are left alone.',
    needs: [],
    shape: /\d[a-z][a-z\d]\d-?[a-z]/,
    form: form(
      String.raw`(?<![\w-])[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d-?[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d-?[AC-HJKMNP-RT-Y]{2}\d{2}(?![\w-])`,
      'g',
    ),
  },
  {
    id: 'identifier-birth-date',
    finds: 'A date after `DOB`, `date of birth` or `born`',
    limits: 'Birth dates of clinicians are found too: they are no more fit to be kept here.',
    needs: ['dob', 'birth', 'born'],
    form: form(
      String.raw`\b(?:DOB|D\.O\.B\.|date of birth|birth[\s_-]?date|born(?: on)?)["']?\s{0,3}[:=,]?\s{0,3}["']?${date}`,
    ),
  },
  {
    id: 'identifier-patient-name',
    finds: 'A name after `patient name` or `patient:`',
    limits: 'Misses names that no such word introduces.',
    needs: [],
    shape: /patient['\s:]/,
    form: form(
      String.raw`\b[Pp]atient(?:'s)?(?:\s{1,2}[Nn]ame\s{0,2}[:=]|\s{0,2}:)\s{0,3}["']?(?:Mr\.?\s|Mrs\.?\s|Ms\.?\s)?[A-Z][a-z'-]{1,20},?\s{1,2}[A-Z][a-z'-]{0,20}`,
      'g',
    ),
  },
  {
    id: 'identifier-patient-contact',
    finds: 'A telephone number or an e-mail address beside a word for a patient',
    limits: 'Numbers of practices and of persons with a role are left alone.',
    needs: [],
    shape: /@|\d[-. ]\d{4}/,
    form: form(
      String.raw`${patient}[^\n]{0,40}?(?:\(?\b[2-9]\d{2}\)?[-. ]{1,2}[2-9]\d{2}[-. ]\d{4}\b|\b[\w.+-]{1,40}@[\w-]{1,40}\.\w{2,10}\b)`,
    ),
  },
  {
    id: 'identifier-patient-date',
    finds: 'A day of admission, discharge, service or death beside a patient',
    limits: 'Misses days that stand more than 60 characters away.',
    needs: [],
    shape: /patient['\s]/,
    form: form(
      String.raw`\bpatient(?:'s)?\s{1,2}(?:\w{1,12}\s{1,2}){0,3}(?:was\s{1,2})?(?:admitted|discharged|seen|died|expired)\s{1,2}(?:on\s{1,2})?${date}`,
    ),
  },
]

/** What a legend of privilege looks like, at the start of a line. */
const legend = String.raw`(?<![^\n])[ \t#>*_"'([-]{0,12}(?:[A-Za-z]{1,20}:[ \t]{0,3}["']?)?`

const others: readonly Pattern[] = [
  {
    id: 'privileged-legend',
    class: 'privileged',
    finds: 'A legend of privilege at the start of a line, with text after it',
    limits:
      'A sentence about privilege and a title with a legend are left alone. Misses privileged text without a legend.',
    needs: ['attorney', 'confidential', 'litigation'],
    form: form(
      String.raw`${legend}(?:(?:subject to\s{1,2})?attorney[-\u2013 ]client[-\s]{1,2}(?:privileged?|communication)|attorney(?:'s)?[-\s]{1,2}work[-\s]{1,2}product|privileged\s{1,2}(?:and|&|/)\s{1,2}confidential|privileged\s{1,2}attorney|prepared\s{1,2}in\s{1,2}anticipation\s{1,2}of\s{1,2}litigation)`,
    ),
    confirm: isFollowedByText,
  },
  {
    id: 'narrative-named-sanction',
    class: 'narrative',
    finds: 'A sentence that names a doctor and a sanction',
    limits: 'Misses names without `Dr.` and narratives without a sanction. Votes are left alone.',
    needs: ['dr.', 'dr '],
    form: form(
      String.raw`\bDr\.?\s{1,2}[A-Z][a-z'-]{1,20}(?:\s{1,2}[A-Z][a-z'-]{1,20})?\s{1,2}(?:was|is|were|has been|had been)\s{1,2}(?:sanctioned|suspended|terminated|expelled|disciplined|placed\s{1,2}on\s{1,2}(?:a\s{1,2})?(?:corrective|probation|remedia))`,
      'g',
    ),
  },
  {
    id: 'narrative-patient',
    class: 'narrative',
    finds: 'A sentence about one patient',
    limits: 'Misses narratives that do not start from an age.',
    needs: ['year-old', 'year old', 'y/o'],
    form: form(
      String.raw`\b\d{1,3}(?:[- ]year[- ]old|\s?y/o)\s{1,2}(?:\w{1,12}\s{1,2}){0,2}(?:man|woman|male|female|patient|boy|girl)\b`,
    ),
  },
]

/** Letters after a legend that make it text under a legend, and not a title or a warning. */
const substantialLetters = 300

/** The paragraph after a legend; in YAML it ends where the next key of a record stands. */
function isFollowedByText(text: string, _start: number, end: number): boolean {
  const after = text.slice(end, end + 2000)
  const next = /\n[ \t]{0,40}(?:- )?[\w-]{1,40}:[ \t\n]|\n---/.exec(after)
  const body = next === null ? after : after.slice(0, next.index)
  return body.replace(/[^A-Za-z]/g, '').length >= substantialLetters
}

/** Every pattern; the report prints them, so that a reader knows what a clean scan means. */
export const patterns: readonly Pattern[] = [
  ...prices.map((it) => ({...it, class: 'price' as const})),
  ...identifiers.map((it) => ({...it, class: 'identifier' as const})),
  ...others,
]
