import {figure, percent} from './phrases.ts'

/** What stands where a patient count is not printed. */
export const suppressed = 'suppressed'

/** Whether a count of patients is one that may not be published: 1 to 10. */
function isSmall(count: number): boolean {
  return count >= 1 && count <= 10
}

/**
 * Counts of patients as they may be printed, after the CMS cell-size policy: 1 to 10 are not, nor
 * is a figure that would reveal one, which is the rest of the total and the rate. Zero is printed.
 * It is not for counts of clinicians, votes or cases of members.
 */
export function patientCounts(
  numerator: number | undefined,
  denominator: number | undefined,
): {numerator: string; denominator: string; ratio: string; small: boolean} {
  const whole = denominator ?? 0
  const part = numerator ?? 0
  const small =
    isSmall(whole) || isSmall(part) || (numerator !== undefined && isSmall(whole - part))
  return {
    numerator: numerator === undefined ? 'not stated' : small ? suppressed : figure(numerator),
    denominator:
      denominator === undefined ? 'not stated' : isSmall(whole) ? suppressed : figure(denominator),
    ratio:
      numerator === undefined || denominator === undefined
        ? 'not stated'
        : small
          ? suppressed
          : denominator > 0
            ? percent(numerator / denominator)
            : 'no patients',
    small,
  }
}
