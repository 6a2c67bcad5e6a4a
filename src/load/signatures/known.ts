import type {KnownKey} from '../../model/signature.ts'
import {pgpKeyOf} from './openpgp.ts'
import {sshKeyOf} from './ssh-key.ts'
import {sshBlobOf} from './ssh.ts'

/** Fingerprint of a key as records hold it, as a signature's check names it; null where it is none. */
export function fingerprintOf({type, key}: Pick<KnownKey, 'type' | 'key'>): string | null {
  try {
    if (type === 'gpg') return pgpKeyOf(key).primary
    const blob = sshBlobOf(key)
    return blob === null ? null : sshKeyOf(Buffer.from(blob, 'base64')).fingerprint
  } catch {
    return null
  }
}
