import type {ExceptionMark} from '../model/exception.ts'
import type {Report} from './report.ts'
import {plural, safe} from './text.ts'

/** How an exception stands, in words: `excepted until 2026-09-30 by M. Castellanos`. */
export function exceptionWords({until, approver, status}: ExceptionMark): string {
  const period = `until ${until} by ${safe(approver)}`
  if (status === 'honoured') return `excepted ${period}`
  return status === 'acknowledged'
    ? `acknowledged ${period}; a gate cannot be excepted`
    : `excepted ${period}; not honoured, since no base holds it`
}

/** The report without findings whose exception is honoured; it says how many there were. */
export function withoutExcepted(report: Report): Report {
  const findings = report.findings.filter(({excepted}) => excepted?.status !== 'honoured')
  const count = report.findings.length - findings.length
  if (count === 0) return report
  const sentence = `${plural(count, 'finding')} with an honoured exception left out; --excepted keeps them.`
  return {...report, findings, leftOut: [...(report.leftOut ?? []), sentence]}
}
