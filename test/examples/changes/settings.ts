/** Where `cinch.yaml` takes thresholds that the network sets itself. */
export const settings = {file: 'cinch.yaml', from: 'ignore:\n'} as const

/** A threshold with another value than the default of the rules. */
export function setTo(threshold: string, value: number): string {
  return `thresholds:\n  ${threshold}: {value: ${value}, reason: Set by the board, setBy: priya-venn}\nignore:\n`
}
