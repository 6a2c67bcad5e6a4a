import type {Threshold} from '../model/rule.ts'

/** How far back operating evidence is looked for; shared by the tests of a program at work. */
export const operatingLookBackMonths: Threshold = {
  id: 'operatingLookBackMonths',
  value: 12,
  unit: 'months',
  basis: 'house',
  source: 'House default',
  description: 'Months before the as-of date in which evidence of operation is looked for.',
  looser: 'higher',
}
