import {createHash, createPublicKey, verify, type KeyObject} from 'node:crypto'
import {Damaged, Wire} from './wire.ts'

/** What cannot be checked here although it may be right. Never leaves this folder. */
export class Unsupported extends Error {}

/** A public key as SSH writes it, and how a signature of it is checked. */
export interface SshKey {
  readonly type: string
  /** As `ssh-keygen -l` prints it: `SHA256:` and base64 without padding. */
  readonly fingerprint: string
  /** @param signature - The blob: name of the algorithm, then what that algorithm puts there. */
  readonly verify: (signature: Buffer, signed: Buffer) => boolean
}

/** Shorter ones can be factored, or soon; `ssh-keygen` takes them from 1024 bits. */
const leastRsaBits = 2048

const curves: Readonly<Record<string, {crv: string; size: number; hash: string}>> = {
  nistp256: {crv: 'P-256', size: 32, hash: 'sha256'},
  nistp384: {crv: 'P-384', size: 48, hash: 'sha384'},
  nistp521: {crv: 'P-521', size: 66, hash: 'sha512'},
}

const hardware = {
  ed25519: 'sk-ssh-ed25519@openssh.com',
  ecdsa: 'sk-ecdsa-sha2-nistp256@openssh.com',
}

/**
 * @param blob - RFC 4253 section 6.6, RFC 5656 section 3.1, RFC 8709 section 4, and OpenSSH's
 *   PROTOCOL.u2f for keys in hardware.
 * @throws {Damaged} When it is no key. @throws {Unsupported} When its type is not known here.
 */
export function sshKeyOf(blob: Buffer): SshKey {
  const wire = new Wire(blob)
  const type = wire.name()
  return {
    type,
    fingerprint: `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`,
    verify: verifierOf(type, wire),
  }
}

function verifierOf(type: string, wire: Wire): SshKey['verify'] {
  if (type === 'ssh-ed25519') {
    const key = ed25519(wire)
    wire.end()
    return (signature, signed) => verify(null, signed, key, plainSignature(signature, type, 64))
  }
  if (type === 'ssh-rsa') return rsa(wire)
  if (type.startsWith('ecdsa-sha2-')) {
    const {key, curve} = ecdsa(wire, type.slice(11))
    wire.end()
    return (signature, signed) => {
      const raw = numbers(ofType(signature, type).string(), curve.size)
      return verify(curve.hash, signed, {key, dsaEncoding: 'ieee-p1363'}, raw)
    }
  }
  if (type === hardware.ed25519) {
    const key = ed25519(wire)
    const application = wire.string()
    wire.end()
    return (signature, signed) => {
      const {raw, rest} = hardwareSignature(signature, type)
      return verify(null, touched(application, rest, signed), key, sized(raw, 64))
    }
  }
  if (type === hardware.ecdsa) {
    const {key, curve} = ecdsa(wire, 'nistp256')
    const application = wire.string()
    wire.end()
    return (signature, signed) => {
      const {raw, rest} = hardwareSignature(signature, type)
      const whole = touched(application, rest, signed)
      return verify(curve.hash, whole, {key, dsaEncoding: 'ieee-p1363'}, numbers(raw, curve.size))
    }
  }
  throw new Unsupported(`a key of type ${shown(type)} is not checked here`)
}

function ed25519(wire: Wire): KeyObject {
  return jwk({kty: 'OKP', crv: 'Ed25519', x: url(sized(wire.string(), 32))})
}

function rsa(wire: Wire): SshKey['verify'] {
  const e = wire.mpint()
  const n = wire.mpint()
  wire.end()
  const bits = n.length * 8 - Math.clz32(n[0] ?? 0) + 24
  if (bits < leastRsaBits)
    throw new Unsupported(`an RSA key of ${bits} bits is too short, expected ${leastRsaBits}`)
  const key = jwk({kty: 'RSA', e: url(e), n: url(n)})
  return (signature, signed) => {
    const wire = new Wire(signature)
    const algorithm = wire.name()
    const hash = {'rsa-sha2-256': 'sha256', 'rsa-sha2-512': 'sha512'}[algorithm]
    if (hash === undefined)
      throw new Unsupported(`a signature of type ${shown(algorithm)} is not accepted`)
    const raw = wire.string()
    wire.end()
    if (raw.length > n.length) throw new Damaged('it is longer than its key')
    const padded = Buffer.concat([Buffer.alloc(n.length - raw.length), raw])
    return verify(hash, signed, key, padded)
  }
}

function ecdsa(wire: Wire, name: string) {
  const curve = curves[name]
  if (curve === undefined)
    throw new Unsupported(`a key on curve ${shown(name)} is not checked here`)
  if (wire.name() !== name) throw new Damaged('its key names two curves')
  const point = sized(wire.string(), 1 + 2 * curve.size)
  if (point[0] !== 4) throw new Damaged('its key is no point')
  const [x, y] = [point.subarray(1, 1 + curve.size), point.subarray(1 + curve.size)]
  return {curve, key: jwk({kty: 'EC', crv: curve.crv, x: url(x), y: url(y)})}
}

function jwk(key: Readonly<Record<string, string>>): KeyObject {
  try {
    return createPublicKey({key, format: 'jwk'})
  } catch {
    throw new Damaged('its key is not on its curve, or has no modulus')
  }
}

function ofType(signature: Buffer, type: string): Wire {
  const wire = new Wire(signature)
  if (wire.name() !== type) throw new Damaged('its key and signature are of different types')
  return wire
}

function plainSignature(signature: Buffer, type: string, size: number): Buffer {
  const wire = ofType(signature, type)
  const raw = sized(wire.string(), size)
  wire.end()
  return raw
}

/** Flags and a counter follow the signature of a key in hardware, and are signed too. */
function hardwareSignature(signature: Buffer, type: string) {
  const wire = ofType(signature, type)
  const raw = wire.string()
  const rest = wire.take(5)
  wire.end()
  return {raw, rest}
}

function touched(application: Buffer, rest: Buffer, signed: Buffer): Buffer {
  const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest()
  return Buffer.concat([hash(application), rest, hash(signed)])
}

/** Two numbers, each padded to `size` bytes. */
function numbers(blob: Buffer, size: number): Buffer {
  const wire = new Wire(blob)
  const both = [wire.mpint(), wire.mpint()].map((it) => {
    if (it.length > size) throw new Damaged('a number in it is too long')
    return Buffer.concat([Buffer.alloc(size - it.length), it])
  })
  wire.end()
  return Buffer.concat(both)
}

function sized(bytes: Buffer, size: number): Buffer {
  if (bytes.length !== size) throw new Damaged(`${bytes.length} bytes stand where ${size} should`)
  return bytes
}

function url(bytes: Buffer): string {
  return bytes.toString('base64url')
}

/** A name from a stranger's blob, safe to print. */
export function shown(name: string): string {
  return `\`${name.replace(/[^\x21-\x7e]/g, '?').slice(0, 60)}\``
}
