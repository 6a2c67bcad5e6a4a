import {createHash} from 'node:crypto'

/** A tag object as git stores it, taken apart. */
export interface TagObject {
  /** Full hash of what it names. */
  readonly object: string
  readonly name: string
  readonly message: string
  /** What is signed: all but the signature. */
  readonly payload: string
  readonly armored: string
}

const armor = '-----BEGIN SSH SIGNATURE-----'

/** The text that is signed. It names the seal by its hash, so that the two cannot be parted. */
export function tagPayload(tag: {
  readonly commit: string
  readonly name: string
  readonly tagger: {readonly name: string; readonly email: string; readonly at: number}
  readonly path: string
  readonly sha256: string
}): string {
  const {commit, name, tagger, path, sha256} = tag
  const who = `${plain(tagger.name)} <${plain(tagger.email)}> ${tagger.at} +0000`
  return `object ${commit}\ntype commit\ntag ${name}\ntagger ${who}\n\ncinch seal ${path}\n\nsha256:${sha256}\n`
}

function plain(text: string): string {
  return text.replace(/[<>\p{Cc}]/gu, ' ').trim()
}

/** Reads a tag object; null where it is none, or not signed with an SSH key. */
export function readTag(text: string): TagObject | null {
  const at = text.indexOf(armor)
  if (at < 0) return null
  const payload = text.slice(0, at)
  const form = /^object ([0-9a-f]{40,64})\ntype commit\ntag ([^\n]+)\ntagger [^\n]*\n\n([^]*)$/
  const [, object, name, message] = form.exec(payload) ?? []
  if (object === undefined || name === undefined || message === undefined) return null
  return {object, name, message, payload, armored: text.slice(at)}
}

/** The name that git gives to a tag object; as long as the hashes of its repository. */
export function tagId(bytes: Uint8Array, length: number): string {
  return createHash(length === 64 ? 'sha256' : 'sha1')
    .update(`tag ${bytes.length}\0`)
    .update(bytes)
    .digest('hex')
}
