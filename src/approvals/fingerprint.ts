import {createHash} from 'node:crypto'
import {canonicalJson} from '../model/canonical.ts'

/** Name and version of the algorithm, as an Approval carries it. */
export const fingerprintAlgorithm = 'canonical-json-sha256-1'

/**
 * Fingerprint of what a record says: SHA-256 over its canonical JSON (RFC 8785), UTF-8, of all
 * fields as they are written. Defaults that a schema speaks of are not part of it.
 *
 * Layout, comments, the order of keys, the quotes around text and the file do not matter; every
 * value does, and so does the order of a list. Another program gives the same, for a record as JSON:
 *
 *     python3 -c "import json,sys,hashlib; print(hashlib.sha256(json.dumps(json.load(sys.stdin),
 *       sort_keys=True, separators=(',',':'), ensure_ascii=False).encode()).hexdigest())" < record.json
 *
 * (Python sorts keys by code point and prints floats its own way: the same for keys in the Basic
 * Multilingual Plane, and for whole numbers and short decimals.)
 *
 * @returns 64 lower-case hexadecimal digits.
 */
export function fingerprintOf(record: object): string {
  return createHash('sha256').update(canonicalJson(record)).digest('hex')
}
