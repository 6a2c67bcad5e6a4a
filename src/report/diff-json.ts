import {changesAt, lostApprovals, weakenedUnapproved, type Comparison} from '../model/change.ts'
import type {DiffLevel} from '../model/change.ts'
import {discreetChanges} from './diff-discreet.ts'

export interface DiffOutput {
  readonly toolVersion: string
  readonly failOn: DiffLevel
  readonly exitCode: number
  readonly discreet: boolean
}

/** Version of this output; `schemas/output/diff.schema.json` describes it. */
const formatVersion = 1

/** One JSON object on stdout. */
export function diffJson(comparison: Comparison, output: DiffOutput): string {
  const {toolVersion, failOn, exitCode, discreet} = output
  const {from, to, asOf, read, changes, approvals, results, readiness} = comparison
  const head = {
    schema: 'https://cinch.example/schemas/1/output/diff.schema.json',
    formatVersion,
    command: 'diff',
    tool: {name: 'cinch', version: toolVersion},
    asOf,
    exitCode,
    discreet,
    failOn,
    from,
    to,
    atThreshold: changesAt(comparison, failOn).length,
  }
  const unapproved = new Set(weakenedUnapproved(comparison))
  const lost = new Set(lostApprovals(comparison))
  const whole = discreet
    ? {read: [], changes: discreetChanges(comparison), approvals: [], results: null, readiness: []}
    : {
        read,
        changes: changes.map((it) => ({...it, unapproved: unapproved.has(it)})),
        approvals: approvals.map((it) => ({...it, lost: lost.has(it)})),
        results,
        readiness,
      }
  return `${JSON.stringify({...head, ...whole}, null, 2)}\n`
}
