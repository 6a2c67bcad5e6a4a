import {plural, safe} from './text.ts'

/** One line a rule: whether its examples come out as it says. */
export function houseRuleLines(
  rules: readonly {
    readonly id: string
    readonly passing: number
    readonly failing: number
    readonly faults: number
  }[],
): string[] {
  if (rules.length === 0) return ['The records hold no HouseRule that could be run.', '']
  return [
    ...rules.map(({id, passing, failing, faults}) => {
      const examples = `${passing} passing and ${failing} failing examples`
      const said = faults === 0 ? `sound   ${examples}` : `broken  ${plural(faults, 'fault')}`
      return `${said}  ${safe(id)}`
    }),
    '',
  ]
}
