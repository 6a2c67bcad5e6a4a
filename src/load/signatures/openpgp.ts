import {createHash} from 'node:crypto'
import {Damaged} from './wire.ts'

/** Only so much of OpenPGP (RFC 9580) as tells whose a signature claims to be. Checking is gpg's. */
export interface PgpSignature {
  /** The packet, with its header. */
  readonly packet: Buffer
  /** 0 for a signature of bytes as they are; 1 of text. */
  readonly type: number
  /** Key id or fingerprint, upper-case hexadecimal; null where it names none. A claim, no proof. */
  readonly issuer: string | null
}

interface Packet {
  readonly tag: number
  readonly body: Buffer
  readonly whole: Buffer
}

/** Larger than any key or signature that a person has. */
const mostCharacters = 1_000_000
const mostPackets = 10_000

/** Whether the armor is that of an OpenPGP signature. */
export function isPgpSignature(armored: string): boolean {
  return /^-----BEGIN PGP (?:SIGNATURE|MESSAGE)-----/.test(armored)
}

/**
 * The one signature in an armored detached signature.
 *
 * @throws {Damaged} When it is none, or there are several: one may be right and the other not.
 */
export function pgpSignatureOf(armored: string): PgpSignature {
  const packets = packetsOf(dearmored(armored, 'SIGNATURE|MESSAGE'))
  const [first] = packets
  if (first === undefined || packets.length > 1 || first.tag !== 2)
    throw new Damaged('it is not one signature alone')
  const {body, whole} = first
  const version = body[0] ?? 0
  if (version === 3) {
    if (body.length < 17) throw new Damaged('it ends too early')
    return {packet: whole, type: body[2] ?? 255, issuer: hex(body.subarray(7, 15))}
  }
  if (version !== 4) throw new Damaged(`its version is ${version}, expected 3 or 4`)
  return {packet: whole, type: body[1] ?? 255, issuer: issuerOf(body)}
}

/** Fingerprints of a public key, upper-case hexadecimal. */
export interface PgpKey {
  readonly primary: string
  /** Of the subkeys that the block holds; whether they are bound to the key is for gpg to say. */
  readonly subkeys: readonly string[]
}

/**
 * The one key in an armored block.
 *
 * @throws {Damaged} When it holds none, several, a private one, or one of another version than 4.
 */
export function pgpKeyOf(armored: string): PgpKey {
  const packets = packetsOf(dearmored(armored, 'PUBLIC KEY BLOCK'))
  const [primary] = packets.filter(({tag}) => tag === 6)
  if (primary === undefined || packets[0] !== primary) throw new Damaged('it begins with no key')
  if (packets.filter(({tag}) => tag === 6).length > 1) throw new Damaged('it holds several keys')
  if (packets.some(({tag}) => tag === 5 || tag === 7)) throw new Damaged('it holds a private key')
  return {
    primary: fingerprintOf(primary),
    subkeys: packets.filter(({tag}) => tag === 14).map(fingerprintOf),
  }
}

/** RFC 9580 section 5.5.4.2. */
function fingerprintOf({body}: Packet): string {
  if (body[0] !== 4) throw new Damaged('its key is not of version 4')
  if (body.length > 0xffff) throw new Damaged('its key is too long')
  const head = Buffer.from([0x99, body.length >> 8, body.length & 0xff])
  return createHash('sha1').update(head).update(body).digest('hex').toUpperCase()
}

/** A signed message of what a detached signature signs, so that gpg reads many in one run. */
export function signedMessage({packet}: PgpSignature, payload: Buffer): Buffer {
  // Literal data: binary, no file name, no date.
  const literal = Buffer.concat([Buffer.from([0x62, 0, 0, 0, 0, 0]), payload])
  const head = Buffer.alloc(6)
  head[0] = 0xc0 | 11
  head[1] = 0xff
  head.writeUInt32BE(literal.length, 2)
  return Buffer.concat([packet, head, literal])
}

function dearmored(armored: string, what: string): Buffer {
  if (armored.length > mostCharacters) throw new Damaged('it is too long')
  const text = armored.replace(/\r\n/g, '\n').trim()
  const form = new RegExp(`^-----BEGIN PGP (${what})-----\\n`)
  const kind = form.exec(text)?.[1]
  const end = `\n-----END PGP ${kind ?? ''}-----`
  const stop = text.indexOf(end)
  if (kind === undefined || stop < 0 || stop + end.length !== text.length)
    throw new Damaged('it does not begin or end as it should')
  const lines = text.slice(0, stop).split('\n').slice(1)
  // Headers such as `Version:` end at an empty line, which may be left out where there are none.
  const gap = lines.findIndex((it) => it.trim() === '')
  const data = lines.slice(gap + 1).map((it) => it.trim())
  // A checksum may follow; the signature itself tells of errors.
  const body = data.filter((it) => !/^=[A-Za-z0-9+/]{4}$/.test(it)).join('')
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(body)) throw new Damaged('it is no base64')
  return Buffer.from(body, 'base64')
}

function packetsOf(bytes: Buffer): Packet[] {
  const packets: Packet[] = []
  for (let at = 0; at < bytes.length;) {
    if (packets.length === mostPackets) throw new Damaged('it has too many parts')
    const {tag, head, length} = headOf(bytes.subarray(at, at + 6))
    const end = at + head + length
    if (end > bytes.length) throw new Damaged('it ends too early')
    packets.push({
      tag,
      body: bytes.subarray(at + head, end),
      whole: bytes.subarray(at, end),
    })
    at = end
  }
  return packets
}

/** RFC 9580 section 4.2; no partial or open lengths, which keys and signatures may not have. */
function headOf(bytes: Buffer): {tag: number; head: number; length: number} {
  const [first = 0, a = 0] = bytes
  if ((first & 0x80) === 0) throw new Damaged('it is no OpenPGP')
  if ((first & 0x40) !== 0) {
    const tag = first & 0x3f
    if (a < 192) return {tag, head: 2, length: a}
    if (a < 224) return {tag, head: 3, length: (a - 192) * 256 + (bytes[2] ?? 0) + 192}
    if (a < 255 || bytes.length < 6) throw new Damaged('a length in it is not whole')
    return {tag, head: 6, length: bytes.readUInt32BE(2)}
  }
  const tag = (first >> 2) & 0x0f
  const size = [1, 2, 4][first & 3]
  if (size === undefined || bytes.length < 1 + size)
    throw new Damaged('a length in it is not whole')
  return {tag, head: 1 + size, length: bytes.readUIntBE(1, size)}
}

/** Subpackets 33 (fingerprint) and 16 (key id), signed or not: it is a claim either way. */
function issuerOf(body: Buffer): string | null {
  let issuer: string | null = null
  let at = 4
  for (let area = 0; area < 2; area += 1) {
    if (at + 2 > body.length) throw new Damaged('it ends too early')
    const end = at + 2 + body.readUInt16BE(at)
    if (end > body.length) throw new Damaged('it ends too early')
    for (at += 2; at < end;) {
      const {head, length} = subpacketHead(body.subarray(at, end))
      const type = (body[at + head] ?? 0) & 0x7f
      const value = body.subarray(at + head + 1, Math.min(at + head + length, end))
      if (type === 33 && value.length === 21) return hex(value.subarray(1))
      if (type === 16 && value.length === 8) issuer ??= hex(value)
      at += head + Math.max(length, 1)
    }
    at = end
  }
  return issuer
}

function subpacketHead(bytes: Buffer): {head: number; length: number} {
  const [a = 0, b = 0] = bytes
  if (a < 192) return {head: 1, length: a}
  if (a < 255) return {head: 2, length: (a - 192) * 256 + b + 192}
  if (bytes.length < 5) throw new Damaged('it ends too early')
  return {head: 5, length: bytes.readUInt32BE(1)}
}

function hex(bytes: Buffer): string {
  return bytes.toString('hex').toUpperCase()
}
