import {addDays} from '../../model/date.ts'
import {compareText} from '../../model/location.ts'
import type {RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {grouped, type Signal, type Signals} from './signals.ts'

/**
 * Signals of a member in two periods, each with its answer. The rule must list `signalAnswerDays`
 * and `signalKnownDays`.
 */
export function answeredPairs(
  context: RuleContext,
  signals: Signals,
): readonly (Answer & {readonly pair: Pair})[] {
  return pairsOf(signals).map((pair) => ({pair, ...answer(context, pair)}))
}

/** Signals of a member on a measure in two consecutive periods of that measure. */
export interface Pair {
  readonly first: string
  readonly second: Signal
}

function pairsOf({found, periods}: Signals): Pair[] {
  return grouped(found, ({member, measure}) => `${measure} ${member}`).flatMap(([, own]) => {
    const ends = periods.get(own[0]?.measure ?? '') ?? []
    return own
      .toSorted((a, b) => compareText(a.to, b.to))
      .flatMap((second): Pair[] => {
        const first = ends[ends.indexOf(second.to) - 1]
        return first !== undefined && own.some(({to}) => to === first) ? [{first, second}] : []
      })
  })
}

/** How a pair of signals was answered; `deadline` is the last day on which an answer is in time. */
export interface Answer {
  readonly state: 'inTime' | 'late' | 'pending' | 'missing'
  readonly deadline: string
  /** Cases that answer, earliest first. */
  readonly cases: readonly Entry<'CorrectiveAction'>[]
}

function answer(context: RuleContext, {first, second}: Pair): Answer {
  const {asOf} = context
  const latest = addDays(second.to, context.threshold('signalKnownDays'))
  const known = context
    .ofLine('Scorecard')
    .filter(
      ({value}) =>
        value.to === second.to &&
        (value.measures === undefined || value.measures.includes(second.measure)),
    )
    .reduce((day, {value}) => (value.issued < day ? value.issued : day), latest)
  const deadline = addDays(known, context.threshold('signalAnswerDays'))
  const cases = context
    .ofLine('CorrectiveAction')
    .filter(({value}) => {
      const date = answeredOn(value)
      return (
        value.member === second.member &&
        (value.trigger.measure ?? second.measure) === second.measure &&
        date !== undefined &&
        date <= asOf &&
        // A case closed, or declined, before both signals were there does not answer them.
        (value.declined === undefined ? (value.closed ?? asOf) >= second.to : date > first)
      )
    })
    .toSorted((a, b) => compareText(answeredOn(a.value) ?? '', answeredOn(b.value) ?? ''))
  const date = cases[0] && answeredOn(cases[0].value)
  const state =
    date === undefined
      ? asOf <= deadline
        ? 'pending'
        : 'missing'
      : date <= deadline
        ? 'inTime'
        : 'late'
  return {state, deadline, cases}
}

/** The day on which a case was opened or declined. */
export function answeredOn({
  opened,
  declined,
}: Entry<'CorrectiveAction'>['value']): string | undefined {
  return declined?.date ?? opened
}

/** One member and measure. */
export function keyOf({second}: Pair): string {
  return `${second.measure} ${second.member}`
}

/** The first of each member and measure: the later ones say the same. */
export function once<T extends {readonly pair: Pair}>(pairs: readonly T[]): T[] {
  return grouped(pairs, ({pair}) => keyOf(pair)).flatMap(([, own]) => own.slice(0, 1))
}
