import type {Threshold} from './rule.ts'

/** What is needed of a threshold to judge what a network set for it. */
export type ThresholdForm = Pick<Threshold, 'id' | 'unit' | 'value' | 'looser'>

/** What a value should be instead, after `expected`; undefined where tests can use it. */
export function thresholdProblem(threshold: ThresholdForm, value: number): string | undefined {
  const {unit} = threshold
  const least = leastOf(threshold)
  if (unit === 'ratio') return value >= 0 && value <= 1 ? undefined : 'a share from 0 to 1'
  if (Number.isFinite(value) && value >= least && (unit === 'hours' || Number.isInteger(value)))
    return undefined
  return unit === 'hours'
    ? 'hours, 0 or more'
    : `whole ${unit === 'count' ? 'numbers' : unit}, ${least} or more`
}

/** A window that is easier to pass the shorter it is, is none at no month. */
function leastOf({unit, looser}: ThresholdForm): number {
  return unit === 'months' && looser === 'lower' ? 1 : 0
}

const basisWords: Readonly<Record<string, string>> = {
  house: 'house default',
  publishedPractice: 'published practice of one network',
  withdrawnPolicy: 'withdrawn policy statement',
  law: 'law',
}

/** What a default rests on, and the source where one is named for it: `house default; the usual cycle`. */
export function basisText({
  basis,
  source,
}: {
  readonly basis: string
  readonly source: string
}): string {
  const words = basisWords[basis] ?? basis
  if (!source.toLowerCase().startsWith(words)) return `${words}: ${source}`
  return `${words}${source.slice(words.length)}`
}
