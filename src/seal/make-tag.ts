import {objectsNamed} from '../load/git/ancestry.ts'
import type {Repository} from '../load/git/repository.ts'
import {runGit} from '../load/git/run.ts'
import {CannotRun} from '../model/diagnostic.ts'
import {quoted} from '../model/show.ts'
import type {Workspace} from '../model/workspace.ts'
import {sha256Of} from './history.ts'
import {signDetached, type Signer} from './sign.ts'
import {isTagName} from './statement.ts'
import {tagPayload} from './tag.ts'

/** A signed tag, made and not yet named. */
export interface SealTag {
  /** The tag object, as git stores it; kept beside the seal, so that a moved tag is seen. */
  readonly bytes: Buffer
  /** Names it `refs/tags/NAME`; never replaces a tag. */
  readonly publish: () => Promise<void>
}

/**
 * Signs a tag on the sealed commit. The object is made here and not by `git tag -s`, which would run
 * the program that the repository's configuration names.
 *
 * @throws {CannotRun} When the name is taken or no name, or nothing signs.
 */
export async function sealTag(
  repository: Repository,
  workspace: Workspace,
  request: {
    readonly tag: string
    readonly dryRun: boolean
    readonly ask: boolean
    readonly now: number
  },
  sealed: {
    readonly signer: Signer
    readonly commit: string
    readonly path: string
    readonly bytes: Buffer
  },
): Promise<SealTag | null> {
  const {tag: name, dryRun, ask, now} = request
  if (!isTagName(name))
    throw new CannotRun(`Unexpected name ${quoted(name)} of a tag, expected one such as \`seal-1\``)
  const [taken] = await objectsNamed(repository, [`refs/tags/${name}`])
  if (taken)
    throw new CannotRun(`Unexpected tag ${quoted(name)} that exists already, expected a new name`)
  if (dryRun) return null
  const {signer, commit, path, bytes} = sealed
  const person = workspace.find('Person', signer.person)?.value
  const payload = tagPayload({
    commit,
    name,
    tagger: {
      name: person?.name ?? signer.person,
      email: person?.emails?.[0] ?? `${signer.person}@invalid`,
      at: now,
    },
    path,
    sha256: sha256Of(bytes),
  })
  const message = Buffer.from(payload)
  const armored = await signDetached(message, {file: signer.file, namespace: 'git', ask})
  const whole = Buffer.concat([message, Buffer.from(armored)])
  return {
    bytes: whole,
    publish: async () => {
      const made = await runGit(repository, ['mktag'], whole.toString('utf8'))
      const id = made.toString('latin1').trim()
      const nothing = '0'.repeat(id.length)
      await runGit(repository, ['update-ref', `refs/tags/${name}`, id, nothing])
    },
  }
}
