import type {SealPredicate} from '../model/seal.ts'
import {readinessWords} from '../model/words.ts'
import {hang, plural, safe} from './text.ts'

/** What `cinch seal` has made, or would make. */
export interface ToldSeal {
  readonly written: boolean
  readonly predicate: SealPredicate
  readonly files: readonly {
    readonly path: string
    readonly bytes: number
    readonly sha256: string
  }[]
  readonly outputs: readonly {readonly name: string; readonly sha256: string}[]
  /** Whether readiness may be told: a build log is published. */
  readonly whole: boolean
}

/** What was sealed, by whom, and what the officer does next. */
export function sealText({written, predicate, files, outputs, whole}: ToldSeal): string {
  const {sequence, commit, asOf, inputs, signer, previous, lines} = predicate
  const [first] = files
  const folder = first?.path.slice(0, first.path.lastIndexOf('/')) ?? 'seals'
  return [
    `Seal ${sequence} of commit ${commit.slice(0, 12)}, as of ${asOf}`,
    ...hang(
      '',
      `${plural(Object.keys(inputs).length, 'input')}, ${plural(outputs.length, 'file')} of the dossier; ${
        previous === null ? 'the first seal' : `follows ${safe(previous.path)}`
      }; ${signerWords(predicate)}.`,
      80,
    ),
    ...outputs.map((it) => `  ${it.sha256}  ${it.name}`),
    ...(whole ? lines.map((it) => `${safe(it.id)}: ${readinessWords[it.readiness]}`) : []),
    '',
    ...files.map(
      (it) => `${written ? 'wrote' : 'would write'} ${safe(it.path)}  ${it.bytes} bytes`,
    ),
    ...(signer.scheme === 'none' ? ['', ...unsignedWords(written)] : []),
    ...(written ? next(folder, predicate) : []),
    '',
  ].join('\n')
}

function unsignedWords(written: boolean): string[] {
  const told = 'Not signed: nobody vouches for it. `--key` names the key to sign with.'
  return written
    ? [told, 'For a signed one, delete the file above before it is committed.']
    : [told]
}

function signerWords({signer}: SealPredicate): string {
  if (signer.scheme === 'none') return 'not signed'
  const how = signer.tag === undefined ? 'signed' : `signed by tag ${safe(signer.tag)}`
  return `${how} by ${safe(signer.person)} with ${safe(signer.key)}`
}

/** The seal is a file: it holds once it is committed, and binds time once a copy is elsewhere. */
function next(folder: string, {sequence, signer, commit, asOf}: SealPredicate): string[] {
  const tag = signer.scheme === 'ssh-tag' ? signer.tag : undefined
  return [
    '',
    'It seals the commit before it. Commit it now, and keep a copy where the network',
    'cannot change it:',
    `  git add ${safe(folder)}`,
    `  git commit -m "Seal ${sequence}"`,
    ...(tag === undefined ? [] : [`  git push origin ${safe(tag)}`]),
    'Its dossier is that of the commit sealed, not of a later one:',
    `  cinch dossier --at ${commit.slice(0, 12)} --as-of ${asOf} --out DIR`,
  ]
}
