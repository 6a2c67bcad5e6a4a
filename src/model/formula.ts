/**
 * What a spreadsheet program takes for a formula: a sign at the start, also in full width, or a tab or
 * line end before one. Source: OWASP, "CSV Injection".
 */
const formula = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/

/** Text that no spreadsheet program runs: one `'` in front where it would. */
export function guarded(text: string): string {
  return formula.test(text) ? `'${text}` : text
}

/** The text that was guarded; any other text as it is. */
export function unguarded(text: string): string {
  return text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text
}
