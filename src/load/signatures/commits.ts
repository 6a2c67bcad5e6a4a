import {createHash} from 'node:crypto'
import {unsigned, type KnownKey, type SignatureCheck} from '../../model/signature.ts'
import {openCache} from '../cache.ts'
import {readObjects} from '../git/objects.ts'
import type {GitFolder} from '../git/run.ts'
import {verifyGpg, type PgpSigned} from './gpg.ts'
import {hostingSshKeys} from './hosting.ts'
import {isPgpSignature} from './openpgp.ts'
import {committedAt, signedCommitOf} from './payload.ts'
import {isSshSignature, sshVerifier} from './ssh.ts'

/** Bytes; a commit larger than this is not held in memory, and not checked. */
const mostBytes = 10_000_000

/**
 * Checks the signatures of commits: one git process, and two of gpg where a commit carries an
 * OpenPGP signature that names a known key, however many commits there are.
 *
 * What was found is kept between runs, by commit and by all keys; what could not be checked is
 * tried again.
 *
 * @param hashes - Full hashes of commits that carry a signature.
 * @throws {CannotRun} When git is not installed or fails.
 */
export async function checkCommits(
  repository: GitFolder,
  hashes: readonly string[],
  keys: readonly KnownKey[],
): Promise<ReadonlyMap<string, SignatureCheck>> {
  const cache = openCache('signatures', ['2', JSON.stringify(keys)], {
    repositories: [repository.top, repository.gitDir],
  })
  const checks = new Map<string, SignatureCheck>()
  const missing = hashes.filter((hash) => {
    const kept = cache.get(hash)
    if (kept !== undefined) checks.set(hash, JSON.parse(kept.toString('utf8')) as SignatureCheck)
    return kept === undefined
  })
  for (const [hash, check] of await checkNow(repository, missing, keys)) {
    checks.set(hash, check)
    if (check.state !== 'unchecked') cache.set(hash, Buffer.from(JSON.stringify(check)))
  }
  cache.save()
  return checks
}

async function checkNow(
  repository: GitFolder,
  hashes: readonly string[],
  keys: readonly KnownKey[],
): Promise<ReadonlyMap<string, SignatureCheck>> {
  const checks = new Map<string, SignatureCheck>()
  const waiting = new Map<string, PgpSigned>()
  // First, so that nobody passes off a service's key as their own.
  const verify = sshVerifier([...hostingSshKeys, ...keys])
  await readObjects(repository, hashes, mostBytes, (hash, content) => {
    if (!Buffer.isBuffer(content)) {
      checks.set(hash, unchecked('the commit could not be read'))
      return
    }
    if (idOf(content, hash.length) !== hash) {
      checks.set(hash, {...unsigned, state: 'bad', reason: 'the commit is not the one of its id'})
      return
    }
    const signed = signedCommitOf(content, hash.length === 64 ? 'gpgsig-sha256' : 'gpgsig')
    if (signed === null) {
      checks.set(hash, unchecked('its only signature is for another kind of object id'))
      return
    }
    const {payload, armored} = signed
    const at = committedAt(content)
    if (isSshSignature(armored))
      checks.set(hash, hosted(verify({message: payload, armored, namespace: 'git', at})))
    else if (isPgpSignature(armored)) waiting.set(hash, {message: payload, armored, at})
    else checks.set(hash, unchecked('it is neither an SSH nor an OpenPGP signature'))
  })
  const found = await verifyGpg([...waiting.values()], keys)
  ;[...waiting.keys()].forEach((hash, index) =>
    checks.set(hash, found[index] ?? unchecked('it was not looked at')),
  )
  return checks
}

/** Good for the key of a service is not good for a person. */
function hosted(check: SignatureCheck): SignatureCheck {
  const service = hostingSshKeys.find(({person}) => person === check.person)
  return check.state === 'good' && service !== undefined
    ? {...check, state: 'hosting', person: null, reason: `made with the key of ${service.person}`}
    : check
}

function unchecked(reason: string): SignatureCheck {
  return {...unsigned, state: 'unchecked', reason}
}

/** What git would name these bytes. */
function idOf(content: Buffer, digits: number): string {
  return createHash(digits === 64 ? 'sha256' : 'sha1')
    .update(`commit ${content.length}\0`)
    .update(content)
    .digest('hex')
}
