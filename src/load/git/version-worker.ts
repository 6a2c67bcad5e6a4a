import {parentPort} from 'node:worker_threads'
import {readPlainVersion} from './plain-version.ts'
import {textOfRecords} from './version-text.ts'

/** Versions of files to parse, one after another in `bytes`. */
export interface VersionBatch {
  readonly bytes: Uint8Array
  /** Where each ends. */
  readonly ends: readonly number[]
}

/** For each of them a text as `textOfRecords` writes it, or null where the whole parser must look. */
export type BatchAnswer = readonly (string | null)[]

parentPort?.on('message', ({bytes, ends}: VersionBatch) => {
  const answer: BatchAnswer = ends.map((end, index) => {
    const read = readPlainVersion(bytes.subarray(index === 0 ? 0 : ends[index - 1], end))
    return read === null ? null : textOfRecords(read.records)
  })
  parentPort?.postMessage(answer)
})
