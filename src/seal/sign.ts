import {createHash} from 'node:crypto'
import {existsSync, readFileSync} from 'node:fs'
import {resolve} from 'node:path'
import {sshBlobOf} from '../load/signatures/ssh.ts'
import {dateOf} from '../model/date.ts'
import {CannotRun} from '../model/diagnostic.ts'
import {quoted} from '../model/show.ts'
import {outOfForce, type KnownKey} from '../model/signature.ts'
import {runProgram} from './programs.ts'

/** A key to sign with, and whose it is. */
export interface Signer {
  readonly file: string
  /** `SHA256:…`. */
  readonly fingerprint: string
  readonly person: string
}

/**
 * Whose key a file holds. The private half is not opened: a private key in OpenSSH's own form
 * carries its public half in the clear, and an agent may hold the private one.
 *
 * @param at - When it will sign, Unix seconds.
 * @throws {CannotRun} When it is no key, or nobody's on record at that time.
 */
export function signerOf(
  key: string,
  keys: readonly KnownKey[],
  {person, at}: {readonly person: string | undefined; readonly at: number},
): Signer {
  const file = resolve(key)
  const blob = publicBlobOf(file, key)
  const theirs = keys.filter((it) => it.type === 'ssh' && sshBlobOf(it.key) === blob)
  const fitting = theirs.filter((it) => person === undefined || it.person === person)
  const [known] = fitting.filter((it) => outOfForce(it, at) === null)
  if (known !== undefined) {
    const digest = createHash('sha256').update(Buffer.from(blob, 'base64')).digest('base64')
    return {file, fingerprint: `SHA256:${digest.replace(/=+$/, '')}`, person: known.person}
  }
  const [late] = fitting
  if (late !== undefined)
    throw new CannotRun(
      `Unexpected key ${quoted(key)}: ${outOfForce(late, at) ?? ''}`,
      'Sign with a key that is in force today',
    )
  throw new CannotRun(
    person === undefined || theirs.length === 0
      ? `Unexpected key ${quoted(key)} that no Person record holds, expected one on record`
      : `Unexpected key ${quoted(key)} of \`${theirs[0]?.person ?? ''}\`, expected one of \`${person}\``,
    theirs.length === 0
      ? `Put the public key on record, and commit it, before it signs a seal: ${onRecord(blob, person, at)}`
      : 'Name whose key it is with --person, or sign with another',
  )
}

/** The command that puts a key on record; the blob of a key begins with its type. */
function onRecord(blob: string, person: string | undefined, at: number): string {
  const bytes = Buffer.from(blob, 'base64')
  const size = bytes.length < 4 ? 0 : bytes.readUInt32BE(0)
  const type = bytes.subarray(4, 4 + size).toString('latin1')
  const id = person !== undefined && /^[a-z0-9-]+$/.test(person) ? person : 'ID-OF-THE-PERSON'
  return `cinch add Person/${id} keys --set type=ssh --set 'key=${type} ${blob}' --set from=${dateOf(at)}`
}

function publicBlobOf(file: string, shown: string): string {
  const text = textOf(file)
  if (text === null)
    throw new CannotRun(`Unexpected key file ${quoted(shown)}, expected one that can be read`)
  const blob = sshBlobOf(text) ?? blobInPrivate(text) ?? sshBlobOf(textOf(`${file}.pub`) ?? '')
  if (blob === null)
    throw new CannotRun(
      `Unexpected ${text.startsWith('-----BEGIN PGP ') ? 'OpenPGP key' : 'content of'} ${quoted(shown)}, expected an SSH key`,
      text.startsWith('-----BEGIN PGP ')
        ? 'An OpenPGP key signs commits; a seal is signed with an SSH key that the Person record holds too'
        : 'Name a private key, or a public one whose private half an agent holds',
    )
  return blob
}

function textOf(file: string): string | null {
  try {
    return existsSync(file) ? readFileSync(file, 'latin1') : null
  } catch {
    return null
  }
}

/** `openssh-key-v1`: cipher, derivation, its options, number of keys, then the public key. */
function blobInPrivate(text: string): string | null {
  const form = /^-----BEGIN OPENSSH PRIVATE KEY-----\s+([A-Za-z0-9+/=\s]+)-----END/
  const body = form.exec(text)?.[1]
  if (body === undefined) return null
  const bytes = Buffer.from(body, 'base64')
  let at = 'openssh-key-v1\0'.length
  const next = () => {
    const length = at + 4 <= bytes.length ? bytes.readUInt32BE(at) : 0
    const part = bytes.subarray(at + 4, at + 4 + length)
    at += 4 + length
    return part
  }
  for (let skipped = 0; skipped < 3; skipped += 1) next()
  at += 4
  const blob = next()
  return blob.length > 0 && at <= bytes.length ? blob.toString('base64') : null
}

/**
 * A detached signature by `ssh-keygen`, which may ask for a passphrase or a touch, or use an agent.
 *
 * @param file - Private key, or a public one whose private half an agent holds.
 * @throws {CannotRun} When it does not sign.
 */
export async function signDetached(
  message: Uint8Array,
  {
    file,
    namespace,
    ask,
  }: {readonly file: string; readonly namespace: string; readonly ask: boolean},
): Promise<string> {
  const args = ['-Y', 'sign', '-n', namespace, '-f', file]
  const {status, stdout, complaint} = await runProgram('ssh-keygen', args, {input: message, ask})
  const armored = stdout.toString('latin1')
  if (status !== 0 || !armored.startsWith('-----BEGIN SSH SIGNATURE-----'))
    throw new CannotRun(
      `Unexpected end of \`ssh-keygen\` without a signature: ${complaint || 'no reason given'}`,
      'Check the key, its passphrase, or the agent that holds it',
    )
  return armored
}
