import {createHash} from 'node:crypto'
import type {Diagnostic} from '../model/diagnostic.ts'

/**
 * Gives every diagnostic an identity that outlives a move of its lines: SHA-256 over code, root,
 * file and message, and a number where several are alike; 16 hexadecimal digits.
 */
export function fingerprinted(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const alike = new Map<string, number>()
  return diagnostics.map((it) => {
    const {code, location, message} = it
    const key = JSON.stringify([code, location.root ?? '', location.file, message])
    const number = (alike.get(key) ?? 0) + 1
    alike.set(key, number)
    const hash = createHash('sha256').update(`${key}${number}`).digest('hex')
    return {...it, fingerprint: it.fingerprint ?? hash.slice(0, 16)}
  })
}
