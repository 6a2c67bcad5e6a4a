import {verifySsh} from '../load/signatures/ssh.ts'
import {sealNamespace, type SealStatement} from '../model/seal.ts'
import {
  dayOf,
  isInForce,
  unsigned,
  type KnownKey,
  type SignatureCheck,
  type Span,
} from '../model/signature.ts'
import {unfoundedKey, type KeyOrigin, type Trail} from '../model/trail.ts'
import {readTag} from './tag.ts'

/** The bytes of a seal and of what stands beside it. */
export interface SealParts {
  /** From the governance root. */
  readonly file: string
  readonly bytes: Buffer
  readonly sha256: string
  /** `.sig`. */
  readonly signature: Buffer | null
  /** `.tag`. */
  readonly tag: Buffer | null
}

/** @param at - When it was signed, Unix seconds, as far as is known. */
function checkSealSignature(
  {bytes, sha256, signature, tag}: SealParts,
  {predicate: {signer, commit}}: SealStatement,
  keys: readonly KnownKey[],
  at: number,
): SignatureCheck {
  if (signer.scheme === 'none') return unsigned
  if (signer.scheme === 'ssh') {
    if (signature === null) return {...unsigned, reason: 'its signature is missing'}
    const armored = signature.toString('latin1')
    return verifySsh({message: bytes, armored, namespace: sealNamespace, keys, at})
  }
  if (tag === null) return {...unsigned, reason: 'its tag object is missing'}
  const read = readTag(tag.toString('utf8'))
  if (read === null)
    return {state: 'bad', person: null, key: null, reason: 'the tag object is no signed tag'}
  const fits =
    read.object === commit &&
    read.name === signer.tag &&
    read.message.includes(`sha256:${sha256}\n`)
  if (!fits) return {state: 'bad', person: null, key: null, reason: 'the tag is not of this seal'}
  const message = Buffer.from(read.payload)
  return verifySsh({message, armored: read.armored, namespace: 'git', keys, at})
}

/** Of a good signature with a key that nothing but the word of whoever wrote it in stands for. */
function unvouchedProblem({person, key, first, parted}: KeyOrigin): SignatureProblem {
  const commit =
    first === null ? 'no commit that the history shows' : `commit \`${first.hash.slice(0, 12)}\``
  if (parted === true)
    return {
      code: 'seal/key-unvouched',
      words: `Unexpected signature with key \`${key}\`, which ${commit} put on record for \`${person}\`, expected one line of history that put the first keys on record: several did, none leads to the others, and nothing says which was first`,
    }
  return {
    code: 'seal/key-unvouched',
    words: `Unexpected signature with key \`${key}\`, which ${commit} put on record for \`${person}\` when other keys were on record already and none of them signed for it, expected a key that one already on record vouches for: whoever can write the repository could have added it`,
  }
}

/** What a signature of a seal is judged by. */
export interface Judging {
  readonly keys: readonly KnownKey[]
  /** The days on which each person has a role. */
  readonly roles: ReadonlyMap<string, readonly Span[]>
  /** Where the keys come from. */
  readonly signers: 'records' | 'file'
  /** The history with the origin of the keys; without it none is questioned. */
  readonly trail?: Trail | undefined
  /** When it was signed, Unix seconds, as far as is known. */
  readonly at: number
}

export interface SignatureProblem {
  readonly code: string
  readonly words: string
}

/** The signature of a seal, and what is wrong with it; null where nothing is. */
export function judgeSignature(
  parts: SealParts,
  statement: SealStatement,
  {keys, roles, signers, trail, at}: Judging,
): {readonly signature: SignatureCheck; readonly problem: SignatureProblem | null} {
  const signature = checkSealSignature(parts, statement, keys, at)
  const problem = signatureProblem(statement.predicate, signature, signers)
  if (problem !== null) return {signature, problem}
  const origin = unfoundedKey(trail, signature)
  if (origin !== undefined) return {signature, problem: unvouchedProblem(origin)}
  const person = signature.person ?? ''
  if (isInForce(roles.get(person) ?? [], at)) return {signature, problem: null}
  return {
    signature,
    problem: {
      code: 'seal/signer-role',
      words: `Unexpected signature of \`${person}\`, who had no role on record on ${dayOf(at)}, expected one of somebody with a role`,
    },
  }
}

/**
 * What is wrong with a signature; null where it is the one that the seal names.
 *
 * @param against - Where the keys come from.
 */
function signatureProblem(
  {signer}: SealStatement['predicate'],
  check: SignatureCheck,
  against: 'records' | 'file',
): SignatureProblem | null {
  if (signer.scheme === 'none')
    return {
      code: 'seal/unsigned',
      words: 'Unexpected seal without a signature, expected one of a known person',
    }
  const reason = check.reason === undefined ? '' : `: ${check.reason}`
  if (check.key !== null && check.key !== signer.key)
    return {
      code: 'seal/signature-other-key',
      words: `Unexpected signature of key \`${check.key}\`, expected one of \`${signer.key}\`, which the seal names`,
    }
  switch (check.state) {
    case 'good':
      return check.person === signer.person
        ? null
        : {
            code: 'seal/signature-other-person',
            words: `Unexpected signature of \`${check.person ?? ''}\`, expected one of \`${signer.person}\``,
          }
    case 'none':
      return {
        code: 'seal/signature-missing',
        words: `Unexpected seal without its signature${reason}, expected one of \`${signer.person}\``,
      }
    case 'unknownKey':
    case 'hosting':
      return {
        code: 'seal/signature-unknown-key',
        words: `Unexpected signature of a key that ${against === 'file' ? 'the file of allowed signers lists for nobody on record' : "is no person's on record"}: \`${check.key ?? ''}\``,
      }
    case 'expired':
      return {
        code: 'seal/key-not-valid',
        words: `Unexpected date of the signature${reason}`,
      }
    case 'unchecked':
      return {code: 'seal/signature-unchecked', words: `Signature not checked${reason}`}
    case 'bad':
    default:
      return {
        code: 'seal/signature-bad',
        words: `Unexpected signature that does not fit the seal${reason}`,
      }
  }
}
