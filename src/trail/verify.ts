import {compareDiagnostics, type Diagnostic} from '../model/diagnostic.ts'
import type {Trail} from '../model/trail.ts'
import {checkCommits} from './commits.ts'
import {checkEntries, type EntryOptions} from './entries.ts'
import {checkSignatures} from './signatures.ts'
import {trailThresholds, type TrailThresholds} from './thresholds.ts'

export interface VerifyOptions extends EntryOptions {
  readonly thresholds?: Partial<TrailThresholds>
  /**
   * Whether the root is marked as reconstructed from a published matter: its history says nothing
   * of when facts were recorded, so only the commits are checked.
   */
  readonly reconstruction?: boolean
}

/**
 * What a careful reader of the history would ask about: dates that run backwards, events entered
 * late, in bulk, or before they happened. None of it proves anything; all of it needs an answer.
 */
export function verifyTrail(trail: Trail, options: VerifyOptions): readonly Diagnostic[] {
  if (trail.status !== 'complete') return []
  const thresholds = {...trailThresholds, ...options.thresholds}
  const entries = options.reconstruction === true ? [] : checkEntries(trail, thresholds, options)
  return [...checkCommits(trail, thresholds), ...checkSignatures(trail), ...entries].sort(
    compareDiagnostics,
  )
}
