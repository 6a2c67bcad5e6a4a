import {createHash, generateKeyPairSync, sign, type KeyObject} from 'node:crypto'

/** An SSH key made for one test, and what it signs, as `ssh-keygen -Y sign` would write it. */
export interface TestSigner {
  /** `ssh-ed25519 AAAA…`. */
  readonly publicLine: string
  readonly sign: (message: Buffer | string, options?: SignOptions) => string
}

export interface SignOptions {
  readonly namespace?: string
  readonly hash?: 'sha256' | 'sha512' | 'sha1'
}

type Raw = (bytes: Buffer) => Buffer

function wire(value: Buffer | string): Buffer {
  const bytes = Buffer.from(value)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

export function armor(blob: Buffer): string {
  const lines = blob.toString('base64').match(/.{1,70}/g) ?? []
  return `-----BEGIN SSH SIGNATURE-----\n${lines.join('\n')}\n-----END SSH SIGNATURE-----\n`
}

function signer(blob: Buffer, raw: Raw): TestSigner {
  const type = blob.subarray(4, 4 + blob.readUInt32BE(0)).toString()
  return {
    publicLine: `${type} ${blob.toString('base64')}`,
    sign: (message, {namespace = 'git', hash = 'sha512'} = {}) => {
      const head = Buffer.from('SSHSIG')
      const digest = createHash(hash).update(message).digest()
      const signed = [head, wire(namespace), wire(''), wire(hash), wire(digest)]
      const version = Buffer.from([0, 0, 0, 1])
      const signature = wire(raw(Buffer.concat(signed)))
      return armor(
        Buffer.concat([
          head,
          version,
          wire(blob),
          wire(namespace),
          wire(''),
          wire(hash),
          signature,
        ]),
      )
    },
  }
}

function field(key: KeyObject, name: 'x' | 'y' | 'n' | 'e'): Buffer {
  return Buffer.from(key.export({format: 'jwk'})[name] ?? '', 'base64url')
}

/** With a zero before it where it would else be negative. */
function mpint(bytes: Buffer): Buffer {
  let from = 0
  while (from < bytes.length - 1 && bytes[from] === 0) from += 1
  const short = bytes.subarray(from)
  return wire(((short[0] ?? 0) & 0x80) === 0 ? short : Buffer.concat([Buffer.alloc(1), short]))
}

export function ed25519(): TestSigner {
  const {publicKey, privateKey} = generateKeyPairSync('ed25519')
  const type = 'ssh-ed25519'
  return signer(Buffer.concat([wire(type), wire(field(publicKey, 'x'))]), (bytes) =>
    Buffer.concat([wire(type), wire(sign(null, bytes, privateKey))]),
  )
}

export function rsa(
  bits: number,
  algorithm: 'rsa-sha2-256' | 'rsa-sha2-512' | 'ssh-rsa',
): TestSigner {
  const {publicKey, privateKey} = generateKeyPairSync('rsa', {modulusLength: bits})
  const blob = Buffer.concat([
    wire('ssh-rsa'),
    mpint(field(publicKey, 'e')),
    mpint(field(publicKey, 'n')),
  ])
  const hash = {'rsa-sha2-256': 'sha256', 'rsa-sha2-512': 'sha512', 'ssh-rsa': 'sha1'}[algorithm]
  return signer(blob, (bytes) =>
    Buffer.concat([wire(algorithm), wire(sign(hash, bytes, privateKey))]),
  )
}

export function ecdsa(size: 256 | 384 | 521): TestSigner {
  const {publicKey, privateKey} = generateKeyPairSync('ec', {namedCurve: `P-${size}`})
  const type = `ecdsa-sha2-nistp${size}`
  const hash = {256: 'sha256', 384: 'sha384', 521: 'sha512'}[size]
  const blob = Buffer.concat([wire(type), wire(`nistp${size}`), wire(pointOf(publicKey))])
  return signer(blob, (bytes) =>
    Buffer.concat([wire(type), wire(numbers(bytes, hash, privateKey))]),
  )
}

/** As a key in hardware signs: the application, flags and a counter are signed too. */
export function hardware(kind: 'ed25519' | 'ecdsa'): TestSigner {
  const flags = Buffer.from([1, 0, 0, 0, 7])
  const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest()
  const whole = (bytes: Buffer) => Buffer.concat([sha256('ssh:'), flags, sha256(bytes)])
  if (kind === 'ed25519') {
    const {publicKey, privateKey} = generateKeyPairSync('ed25519')
    const type = 'sk-ssh-ed25519@openssh.com'
    return signer(Buffer.concat([wire(type), wire(field(publicKey, 'x')), wire('ssh:')]), (bytes) =>
      Buffer.concat([wire(type), wire(sign(null, whole(bytes), privateKey)), flags]),
    )
  }
  const {publicKey, privateKey} = generateKeyPairSync('ec', {namedCurve: 'P-256'})
  const type = 'sk-ecdsa-sha2-nistp256@openssh.com'
  return signer(
    Buffer.concat([wire(type), wire('nistp256'), wire(pointOf(publicKey)), wire('ssh:')]),
    (bytes) =>
      Buffer.concat([wire(type), wire(numbers(whole(bytes), 'sha256', privateKey)), flags]),
  )
}

function pointOf(key: KeyObject): Buffer {
  return Buffer.concat([Buffer.from([4]), field(key, 'x'), field(key, 'y')])
}

function numbers(bytes: Buffer, hash: string, key: KeyObject): Buffer {
  const raw = sign(hash, bytes, {key, dsaEncoding: 'ieee-p1363'})
  const half = raw.length / 2
  return Buffer.concat([mpint(raw.subarray(0, half)), mpint(raw.subarray(half))])
}
