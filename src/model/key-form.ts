import {quoted} from './show.ts'

/** Types of SSH keys whose signatures can be checked. */
export const sshKeyTypes = [
  'ssh-ed25519',
  'ssh-rsa',
  'ecdsa-sha2-nistp256',
  'ecdsa-sha2-nistp384',
  'ecdsa-sha2-nistp521',
  'sk-ssh-ed25519@openssh.com',
  'sk-ecdsa-sha2-nistp256@openssh.com',
] as const

/** What a text is instead of a public key, as a message names it; null where it has the form of one. */
export function wrongKey(type: 'ssh' | 'gpg', key: string): string | null {
  if (/PRIVATE KEY/.test(key)) return 'private key'
  return type === 'ssh' ? wrongSshKey(key.trim()) : wrongPgpKey(key.trim())
}

function wrongSshKey(key: string): string | null {
  if (key.startsWith('-----BEGIN PGP')) return 'OpenPGP key'
  if (/[\r\n]/.test(key)) return 'key of several lines'
  const [type = '', text = ''] = key.split(/[ \t]+/)
  if (type.includes('-cert-')) return 'certificate'
  if (!sshKeyTypes.some((it) => it === type)) return `type ${quoted(type)}`
  const bytes = bytesOf(text)
  const length = type.length
  // The key begins with its type: four bytes of length, then the name.
  const begins =
    bytes?.charCodeAt(3) === length &&
    bytes.slice(0, 3) === '\0\0\0' &&
    bytes.slice(4, 4 + length) === type
  return begins && (type !== 'ssh-ed25519' || bytes.length === 51)
    ? null
    : 'text that is cut or changed'
}

function wrongPgpKey(key: string): string | null {
  const armor =
    /^-----BEGIN PGP PUBLIC KEY BLOCK-----\r?\n([\s\S]+)\n-----END PGP PUBLIC KEY BLOCK-----$/
  const inside = armor.exec(key)?.[1]
  if (inside === undefined) return 'text without the lines that begin and end an armored key'
  if (inside.includes('-----')) return 'several keys'
  const lines = inside.split(/\r?\n/).map((it) => it.trim())
  const body = lines.slice(lines.indexOf('') + 1).filter((it) => !/^=[\w+/]{4}$/.test(it))
  const first = bytesOf(body.join(''))?.charCodeAt(0) ?? 0
  // A public key packet, in either form of a header (RFC 9580 section 4.2).
  const tag = (first & 0x40) === 0 ? (first >> 2) & 0x0f : first & 0x3f
  return (first & 0x80) !== 0 && tag === 6 ? null : 'text that is cut or changed'
}

/** One character a byte; undefined where it is no base64. */
function bytesOf(text: string): string | undefined {
  return /^[A-Za-z0-9+/]+={0,2}$/.test(text) && text.length % 4 === 0 ? atob(text) : undefined
}

/** What makes two keys one: without comments, headers and blanks. */
export function sameKey(type: 'ssh' | 'gpg', key: string): string {
  return type === 'ssh'
    ? key.trim().split(/\s+/).slice(0, 2).join(' ')
    : key.replace(/^[\w-]+: .*$/gm, '').replace(/\s/g, '')
}
