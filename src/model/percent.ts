/**
 * A share of one as a percentage: `13.2 %` for 5 of 38, rounded half up to one decimal.
 *
 * Floors and bands are whole percentages, so a share that is none is never printed as one: where
 * one decimal would make it so, it gets as many more as tell the two apart. 89.96 % of a floor of
 * 90 % stays 89.96 %. What is compared with a floor or a band is the exact ratio, never this text.
 */
export function percent(ratio: number): string {
  const exact = ratio * 100
  const nearest = Math.round(exact)
  // 0.29 * 100 is 28.999999999999996: a binary fraction of a whole percentage, not less than it.
  if (Math.abs(exact - nearest) < 1e-9) return `${nearest} %`
  for (let decimals = 1; decimals <= 9; decimals += 1) {
    const rounded = Math.floor(exact * 10 ** decimals + 0.5 + 1e-9) / 10 ** decimals
    if (!Number.isInteger(rounded)) return `${rounded.toFixed(decimals)} %`
  }
  return `${nearest} %`
}
