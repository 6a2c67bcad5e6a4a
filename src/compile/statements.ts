import type {Assessment, TestResult} from '../model/assessment.ts'
import {phrase} from './phrases.ts'

/** A name of several words run together, as the schemas write their keys: `actualUsd`. */
const runTogether = '[a-z][a-z0-9]*(?:[A-Z][a-z0-9]*)+'
const marked = new RegExp(`\`(${runTogether})\``, 'g')
const logs =
  /\b(?:correctiveActions|membershipDecisions|outsideContracts|payerBypass|payerContracts|physicianHours|publicStatements|utilizationActivity)\b/g

/** A sentence of a test as counsel reads it: keys of the schemas in words, no marks of code. */
export function plain(text: string): string {
  return text
    .replaceAll(marked, (_, name: string) => inWords(name))
    .replaceAll(logs, inWords)
    .replaceAll(/`(\d{4}-\d{2}-\d{2})`/g, '$1')
    .replaceAll(/`([^`]*)`/g, '‘$1’')
}

function inWords(name: string): string {
  return phrase(name).replace(/ usd\b/, ' (US dollars)')
}

/** `Unexpected X, expected Y` is how a terminal speaks; a document states. */
export function statement(message: string): string {
  const [, found, expected] = /^Unexpected (.+?), expected (.+)$/s.exec(message) ?? []
  return plain(
    found === undefined || expected === undefined
      ? message
      : `Found: ${found}. Expected: ${expected}.`,
  )
}

/** The assessment in the words of the dossier. Outcomes, places and fingerprints stay. */
export function worded(assessment: Assessment): Assessment {
  return {
    ...assessment,
    lines: assessment.lines.map((it) => ({
      ...it,
      results: it.results.map(ofResult),
      conditions: it.conditions.map((condition) => ({
        ...condition,
        summary: plain(condition.summary),
        answeredBy: plain(condition.answeredBy),
      })),
      adverse: it.adverse.map((fact) => ({...fact, fact: plain(fact.fact)})),
    })),
    findings: assessment.findings.map((it) => ({
      ...it,
      message: statement(it.message),
      ...(it.help === undefined ? {} : {help: plain(it.help)}),
    })),
  }
}

function ofResult(result: TestResult): TestResult {
  return {
    ...result,
    summary: plain(result.summary),
    ...(result.answeredBy === undefined ? {} : {answeredBy: plain(result.answeredBy)}),
  }
}
