import {createHash} from 'node:crypto'
import {outOfForce, type KnownKey, type SignatureCheck} from '../../model/signature.ts'
import {shown, sshKeyOf, Unsupported, type SshKey} from './ssh-key.ts'
import {Damaged, Wire, wireString} from './wire.ts'

export interface SignedMessage {
  readonly message: Buffer
  /** As `ssh-keygen -Y sign` writes it. */
  readonly armored: string
  /** What the signature must be made for: `git` for commits and tags. */
  readonly namespace: string
  /** When it was made, unix seconds, as far as is known: keys are the person's on some days only. */
  readonly at: number
}

const magic = 'SSHSIG'
const begin = '-----BEGIN SSH SIGNATURE-----'
const end = '\n-----END SSH SIGNATURE-----'

/** Larger than any signature with a key that is accepted here. */
const mostCharacters = 32_768

/** Whether the armor is that of an SSH signature. */
export function isSshSignature(armored: string): boolean {
  return armored.startsWith(begin)
}

/**
 * Checks one signature in this process, as `ssh-keygen -Y verify` does; never throws on bad input.
 *
 * It is stricter in two things: RSA keys shorter than 2048 bits are `unchecked`, and a version of
 * the form that was never in use is `bad`.
 */
export function verifySsh(
  signature: SignedMessage & {readonly keys: readonly KnownKey[]},
): SignatureCheck {
  return sshVerifier(signature.keys)(signature)
}

/** The same for many signatures: every key is read once. */
export function sshVerifier(keys: readonly KnownKey[]): (signed: SignedMessage) => SignatureCheck {
  const known = new Map<string, KnownKey[]>()
  for (const key of keys) {
    const blob = key.type === 'ssh' ? sshBlobOf(key.key) : null
    if (blob === null) continue
    const same = known.get(blob)
    if (same === undefined) known.set(blob, [key])
    else same.push(key)
  }
  const read = new Map<string, SshKey>()
  return (signed) => {
    let fingerprint: string | null = null
    try {
      const {blob, ...rest} = sshsigOf(signed.armored)
      const name = blob.toString('base64')
      const key = read.get(name) ?? sshKeyOf(blob)
      // Strangers' keys are read each time: there may be one a commit.
      if (known.has(name)) read.set(name, key)
      fingerprint = key.fingerprint
      checkForm(rest, signed.namespace)
      if (!key.verify(rest.signature, signedBytes(signed, rest.hash)))
        return {...nobody('bad', fingerprint), reason: 'the signature does not fit what is signed'}
      return personOf(known.get(name) ?? [], fingerprint, signed)
    } catch (error) {
      if (error instanceof Unsupported)
        return {...nobody('unchecked', fingerprint), reason: error.message}
      if (error instanceof Damaged)
        return {...nobody('bad', fingerprint), reason: `the signature is damaged: ${error.message}`}
      throw error
    }
  }
}

/** The key of a line `ssh-ed25519 AAAA… comment`, as base64; null where it is none. */
export function sshBlobOf(line: string): string | null {
  const [, type = '', text = ''] = /^\s*(\S+)\s+([\w+/]+=*)(?:\s|$)/.exec(line) ?? []
  if (type === '' || text.length > mostCharacters) return null
  const blob = Buffer.from(text, 'base64')
  try {
    if (new Wire(blob).name() !== type) return null
  } catch {
    return null
  }
  return blob.toString('base64')
}

interface Sshsig {
  readonly blob: Buffer
  readonly namespace: string
  readonly hash: string
  readonly signature: Buffer
}

/** @throws {Damaged} When it is no signature of the form of OpenSSH's PROTOCOL.sshsig. */
function sshsigOf(armored: string): Sshsig {
  if (armored.length > mostCharacters) throw new Damaged('it is too long')
  const stop = armored.indexOf(end)
  if (!armored.startsWith(begin) || stop < 0) throw new Damaged('it does not begin or end')
  const text = armored.slice(begin.length, stop).replace(/\s/g, '')
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text) || text.length % 4 !== 0)
    throw new Damaged('it is no base64')
  const wire = new Wire(Buffer.from(text, 'base64'))
  if (wire.take(6).toString('latin1') !== magic) throw new Damaged('it is no SSHSIG')
  if (wire.uint32() !== 1) throw new Damaged('its version is not 1')
  const blob = wire.string()
  const namespace = wire.name()
  wire.string() // Reserved.
  const hash = wire.name()
  const signature = wire.string()
  wire.end()
  return {blob, namespace, hash, signature}
}

function checkForm({namespace, hash}: Pick<Sshsig, 'namespace' | 'hash'>, expected: string): void {
  if (namespace !== expected)
    throw new Damaged(`it was made for namespace ${shown(namespace)}, expected ${shown(expected)}`)
  if (hash !== 'sha256' && hash !== 'sha512')
    throw new Damaged(`it rests on the hash ${shown(hash)}, expected sha256 or sha512`)
}

function signedBytes({message, namespace}: SignedMessage, hash: string): Buffer {
  return Buffer.concat([
    Buffer.from(magic),
    wireString(namespace),
    wireString(''),
    wireString(hash),
    wireString(createHash(hash).update(message).digest()),
  ])
}

/** A right signature: whose key it is, and whether it was theirs at that time and for this use. */
function personOf(
  known: readonly KnownKey[],
  fingerprint: string,
  {namespace, at}: SignedMessage,
): SignatureCheck {
  const [first] = known
  if (first === undefined)
    return {...nobody('unknownKey', fingerprint), reason: 'the key is nobody’s known key'}
  const fitting = known.filter((it) => isFor(it, namespace))
  const inForce = fitting.find((it) => outOfForce(it, at) === null)
  if (inForce !== undefined) return {state: 'good', person: inForce.person, key: fingerprint}
  const [other] = fitting
  return other === undefined
    ? {
        state: 'unknownKey',
        person: first.person,
        key: fingerprint,
        reason: `the key is not listed for namespace ${shown(namespace)}`,
      }
    : {
        state: 'expired',
        person: other.person,
        key: fingerprint,
        reason: outOfForce(other, at) ?? '',
      }
}

/** Patterns as in ssh_config(5): `*`, `?`, and `!` before what is taken out. */
function isFor({namespaces}: KnownKey, namespace: string): boolean {
  if (namespaces === undefined) return true
  const fits = (pattern: string) =>
    new RegExp(
      `^${pattern
        .replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
        .replaceAll('*', '.*')
        .replaceAll('?', '.')}$`,
    ).test(namespace)
  return (
    namespaces.some((it) => !it.startsWith('!') && fits(it)) &&
    !namespaces.some((it) => it.startsWith('!') && fits(it.slice(1)))
  )
}

function nobody(state: SignatureCheck['state'], key: string | null): SignatureCheck {
  return {state, person: null, key}
}
