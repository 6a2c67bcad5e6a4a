import {createHash, getHashes} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {CannotRun} from '../model/diagnostic.ts'
import {quoted} from '../model/show.ts'
import {runProgram} from './programs.ts'

/** What an RFC 3161 token says of some bytes. */
export interface TimeStamp {
  /**
   * - `verified`: signed by an authority that the named certificates lead to.
   * - `unchecked`: it is of these bytes; whose it is was not checked.
   * - `other`: it is of other bytes. `untrusted`: the certificates do not lead to its signer.
   * - `unreadable`: no token, or no `openssl` to read it.
   */
  readonly state: 'verified' | 'unchecked' | 'other' | 'untrusted' | 'unreadable'
  /** As the token says; null where it could not be read. */
  readonly time: string | null
  readonly reason?: string
}

/**
 * A file that cannot be read must not look like a token that does not hold.
 *
 * @throws {CannotRun} Where the file of authorities is not there, or holds no certificate.
 */
export function expectCertificates(authorities: string): void {
  const fix = 'Name the file of certificates (PEM) that the authority publishes'
  let text: string
  try {
    text = readFileSync(authorities, 'latin1')
  } catch {
    throw new CannotRun(
      `Unexpected --tsa-ca ${quoted(authorities)}, expected a file that can be read`,
      fix,
    )
  }
  if (!/^-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----/m.test(text))
    throw new CannotRun(
      `Unexpected --tsa-ca ${quoted(authorities)} without a certificate, expected one in PEM`,
      fix,
    )
}

/**
 * Checks a token with `openssl ts`.
 *
 * @param token - Path of a response (`.tsr`) or of a bare token (`.tst`).
 * @param authorities - Path of a file with certificates of authorities, PEM.
 */
export async function checkTimeStamp(
  bytes: Uint8Array,
  token: string,
  authorities: string | undefined,
): Promise<TimeStamp> {
  const bare = token.endsWith('.tst') ? ['-token_in'] : []
  const unreadable = (reason: string): TimeStamp => ({state: 'unreadable', time: null, reason})
  try {
    const args = ['ts', '-reply', '-in', token, ...bare, ...(bare.length > 0 ? ['-token_out'] : [])]
    const shown = await runProgram('openssl', [...args, '-text'])
    if (shown.status !== 0) return unreadable(shown.complaint)
    const {algorithm, imprint, time} = read(shown.stdout.toString('latin1'))
    if (algorithm === undefined || imprint === '') return unreadable('it names no hash')
    // Two contents can be made with one imprint, so the token says of neither which was there.
    if (/^(?:rsa-)?(?:md\d|sha-?1|ripemd)/.test(algorithm))
      return unreadable(
        `it rests on \`${algorithm}\`, which can be forged, expected sha256 or sha512`,
      )
    const digest = createHash(algorithm).update(bytes).digest('hex')
    if (digest !== imprint) return {state: 'other', time}
    if (authorities === undefined) return {state: 'unchecked', time}
    const verified = await runProgram('openssl', [
      'ts',
      '-verify',
      '-digest',
      digest,
      '-in',
      token,
      ...bare,
      '-CAfile',
      authorities,
    ])
    return verified.status === 0
      ? {state: 'verified', time}
      : {state: 'untrusted', time, reason: verified.complaint}
  } catch (error) {
    if (error instanceof CannotRun) return unreadable(error.message)
    throw error
  }
}

/** What `openssl ts -reply -text` prints of a token. */
function read(text: string) {
  const named = /^Hash Algorithm: (\S+)/m.exec(text)?.[1]?.toLowerCase() ?? ''
  const algorithm = getHashes().includes(named) ? named : undefined
  const dump = /^Message data:\n((?: +[0-9a-f]{4} - .*\n)+)/m.exec(text)?.[1] ?? ''
  const imprint = dump
    .split('\n')
    .map((line) => /- ((?:[0-9a-f]{2}[ -]){1,16})/.exec(line)?.[1]?.replace(/[ -]/g, '') ?? '')
    .join('')
  return {algorithm, imprint, time: /^Time stamp: (.+)$/m.exec(text)?.[1] ?? null}
}
