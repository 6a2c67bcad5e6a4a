import {outOfForce, type KnownKey, type SignatureCheck} from '../../model/signature.ts'
import {hostingServiceOf} from './hosting.ts'
import {pgpKeyOf, pgpSignatureOf, signedMessage, type PgpSignature} from './openpgp.ts'
import {runGpg} from './run-gpg.ts'
import {Damaged} from './wire.ts'

/** A detached OpenPGP signature, and what it is of. */
export interface PgpSigned {
  readonly message: Buffer
  readonly armored: string
  /** When it was made, unix seconds, as far as is known. */
  readonly at: number
}

/** A block that people hold, perhaps several of them or over several spans. */
interface HeldKey {
  readonly armored: string
  readonly primary: string
  readonly ids: readonly string[]
  readonly held: KnownKey[]
}

/**
 * Checks OpenPGP signatures with `gpg`, all in one run, in the order given.
 *
 * Only those that name a known key are handed to it. The others are told apart by the key they
 * claim, which proves nothing and is said so. Without `gpg` on the machine they are `unchecked`.
 */
export async function verifyGpg(
  signed: readonly PgpSigned[],
  keys: readonly KnownKey[],
): Promise<readonly SignatureCheck[]> {
  const known = heldKeys(keys)
  const checks: (SignatureCheck | null)[] = []
  const asked: {
    readonly index: number
    readonly signature: PgpSignature
    readonly of: PgpSigned
  }[] = []
  signed.forEach((it, index) => {
    const signature = signatureOf(it.armored)
    const check = 'state' in signature ? signature : withoutGpg(signature, known)
    checks.push(check)
    if (check === null && 'packet' in signature) asked.push({index, signature, of: it})
  })
  if (asked.length > 0) {
    const answers = await runGpg(
      known.map((it) => it.armored),
      asked.map(({signature, of}) => signedMessage(signature, of.message)),
    )
    asked.forEach(({index, signature, of}, position) => {
      checks[index] =
        answers === null
          ? {...nobody('unchecked', signature.issuer), reason: '`gpg` is not installed'}
          : checkOf(answers[position] ?? [], known, signature, of.at)
    })
  }
  return checks.map((it) => it ?? nobody('unchecked', null))
}

function heldKeys(keys: readonly KnownKey[]): HeldKey[] {
  const byPrimary = new Map<string, HeldKey>()
  for (const key of keys) {
    if (key.type !== 'gpg') continue
    try {
      const {primary, subkeys} = pgpKeyOf(key.key)
      const same = byPrimary.get(primary)
      if (same === undefined)
        byPrimary.set(primary, {
          armored: key.key,
          primary,
          ids: [primary, ...subkeys],
          held: [key],
        })
      else same.held.push(key)
    } catch (error) {
      // Validation says what is wrong with it; here it is no key.
      if (!(error instanceof Damaged)) throw error
    }
  }
  return [...byPrimary.values()]
}

function signatureOf(armored: string): PgpSignature | SignatureCheck {
  try {
    return pgpSignatureOf(armored)
  } catch (error) {
    if (!(error instanceof Damaged)) throw error
    return {...nobody('bad', null), reason: `the signature is damaged: ${error.message}`}
  }
}

/** What the signature says of itself; null where it takes gpg to know more. */
function withoutGpg(
  {type, issuer}: PgpSignature,
  known: readonly HeldKey[],
): SignatureCheck | null {
  if (type !== 0)
    return {...nobody('unchecked', issuer), reason: 'it is a signature of text, not of bytes'}
  const named = known.some(({ids}) => ids.some((it) => issuer === null || it.endsWith(issuer)))
  if (named) return null
  const service = issuer === null ? null : hostingServiceOf(issuer)
  return service === null
    ? {...nobody('unknownKey', issuer), reason: 'it names a key that is nobody’s known key'}
    : {...nobody('hosting', issuer), reason: `carries the key id of ${service}, not checked`}
}

/** From gpg's status lines (doc/DETAILS in GnuPG). */
function checkOf(
  lines: readonly string[],
  known: readonly HeldKey[],
  {issuer}: PgpSignature,
  at: number,
): SignatureCheck {
  const word = (name: string) => lines.find((it) => it.startsWith(`${name} `))?.split(' ')
  if (word('BADSIG') !== undefined)
    return {...nobody('bad', issuer), reason: 'the signature does not fit what is signed'}
  const primary = word('VALIDSIG')?.[10]
  const key = known.find((it) => it.primary === primary)
  if (key === undefined)
    return word('NO_PUBKEY') !== undefined
      ? {...nobody('unknownKey', issuer), reason: 'it names a key that is nobody’s known key'}
      : {...nobody('unchecked', issuer), reason: '`gpg` could not check it'}
  const service = hostingServiceOf(key.primary)
  if (service !== null)
    return {
      ...nobody('hosting', key.primary),
      reason: `checked with the key given of ${service}`,
    }
  const [first] = key.held
  const made = Number(word('VALIDSIG')?.[3] ?? Number.NaN)
  // The signer's word both, the date of the commit and that in the signature: the later one counts.
  const latest = made > at ? made : at
  const inForce = key.held.find((it) => outOfForce(it, latest) === null)
  const person = (inForce ?? first)?.person ?? null
  const expired = (reason: string): SignatureCheck => ({
    state: 'expired',
    person,
    key: key.primary,
    reason,
  })
  if (word('REVKEYSIG') !== undefined) return expired('the key was revoked')
  if (word('EXPSIG') !== undefined) return expired('the signature has expired')
  // The machine's clock may be past the end of a key that was in force at the time. A commit may be
  // dated back; then the signature tells itself that it was made after the end.
  const end = Number(word('KEYEXPIRED')?.[1] ?? Number.NaN)
  if (word('EXPKEYSIG') !== undefined && !(latest <= end && made <= end))
    return expired('the key had expired')
  if (inForce === undefined)
    return expired((first === undefined ? null : outOfForce(first, latest)) ?? '')
  return {state: 'good', person, key: key.primary}
}

function nobody(state: SignatureCheck['state'], key: string | null): SignatureCheck {
  return {state, person: null, key}
}
