/** Exact statistics on counts. Checked against R 4.2.2 (`test/measures/fixtures`). */

/**
 * P(X <= successes) where X is binomial; the exact one-sided p-value of "fewer than expected".
 *
 * Same as `binom.test(x, n, p, alternative = 'less')$p.value` in R.
 *
 * @param successes - Whole number, 0 to `trials`.
 * @param rate - Probability of success of one trial, 0 to 1.
 * @throws {RangeError} When a count is negative or fractional, or the rate is outside 0 to 1.
 */
export function binomialLowerTail(successes: number, trials: number, rate: number): number {
  check(successes, trials, rate)
  return sumOfProbabilities(0, successes, trials, rate)
}

/** P(X >= successes); as {@link binomialLowerTail}, with `alternative = 'greater'`. */
export function binomialUpperTail(successes: number, trials: number, rate: number): number {
  check(successes, trials, rate)
  return sumOfProbabilities(successes, trials, trials, rate)
}

/**
 * P-values adjusted for their number so that, of those at or below `q`, a share of at most `q` is
 * expected to be false; in the order given.
 *
 * Benjamini and Hochberg (1995); same as `p.adjust(p, 'BH')` in R.
 */
export function adjustBenjaminiHochberg(pValues: readonly number[]): number[] {
  const adjusted = pValues.map(() => 1)
  const order = pValues.map((_, index) => index).sort((a, b) => pValues[b]! - pValues[a]!)
  let smallest = 1
  for (const [place, index] of order.entries()) {
    smallest = Math.min(smallest, pValues[index]! * (pValues.length / (pValues.length - place)))
    adjusted[index] = smallest
  }
  return adjusted
}

function check(successes: number, trials: number, rate: number): void {
  if (!Number.isInteger(successes) || !Number.isInteger(trials) || successes < 0)
    throw new RangeError(`Unexpected counts \`${successes}\` of \`${trials}\`, expected whole ones`)
  if (successes > trials)
    throw new RangeError(`Unexpected \`${successes}\` of \`${trials}\`, expected no more than all`)
  if (!(rate >= 0 && rate <= 1))
    throw new RangeError(`Unexpected rate \`${rate}\`, expected 0 to 1`)
}

function sumOfProbabilities(from: number, to: number, trials: number, rate: number): number {
  // Without logarithms of zero: a certain outcome is all or none.
  if (rate === 0) return from === 0 ? 1 : 0
  if (rate === 1) return to === trials ? 1 : 0
  let sum = 0
  for (let successes = from; successes <= to; successes += 1)
    sum += Math.exp(
      logChoose(trials, successes) +
        successes * Math.log(rate) +
        (trials - successes) * Math.log1p(-rate),
    )
  return Math.min(1, sum)
}

function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k)
}

const logFactorials = [0, 0]

/** Natural logarithm of n!, exact sums of logarithms up to 1,000, Stirling's series above. */
function logFactorial(n: number): number {
  if (n > 1000)
    return n * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI * n) + 1 / (12 * n) - 1 / (360 * n ** 3)
  for (let next = logFactorials.length; next <= n; next += 1)
    logFactorials.push(logFactorials[next - 1]! + Math.log(next))
  return logFactorials[n]!
}
