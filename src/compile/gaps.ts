import {addDays} from '../model/date.ts'
import {compareText} from '../model/location.ts'

interface Span {
  readonly from: string
  readonly to: string
}

/** Spans in order of time; `before` is the span between this one and those before it, if any. */
export function withGaps<T>(
  items: readonly T[],
  spanOf: (item: T) => Span,
): readonly {readonly item: T; readonly before: Span | null}[] {
  const ordered = items.toSorted(
    (a, b) =>
      compareText(spanOf(a).from, spanOf(b).from) || compareText(spanOf(a).to, spanOf(b).to),
  )
  let reached: string | null = null
  return ordered.map((item) => {
    const {from, to} = spanOf(item)
    const next = reached === null ? from : addDays(reached, 1)
    const before = next < from ? {from: next, to: addDays(from, -1)} : null
    if (reached === null || to > reached) reached = to
    return {item, before}
  })
}
