import type {Commit} from '../../model/trail.ts'
import {decodeText} from './bytes.ts'

type Person = Pick<Commit['author'], 'name' | 'email'>

/** By what git prints of them: the same few people write all of a history. */
export type People = Map<string, Person>

/** The commit as stored, after a line with its hash. Header lines end at the first empty line. */
export function commitOf(text: string, people: People): Commit {
  const parents: string[] = []
  let author = ''
  let committer = ''
  let signed = false
  const hash = text.slice(7, text.indexOf('\n'))
  let at = text.indexOf('\n') + 1
  while (at < text.length && text.charCodeAt(at) !== 10) {
    const end = text.indexOf('\n', at)
    if (end < 0) break
    if (text.startsWith('parent ', at)) parents.push(text.slice(at + 7, end))
    else if (text.startsWith('author ', at) && author === '') author = text.slice(at + 7, end)
    else if (text.startsWith('committer ', at) && committer === '')
      committer = text.slice(at + 10, end)
    else if (text.startsWith('gpgsig', at)) signed = true
    at = end + 1
  }
  const by = identityOf(author, people)
  const message = text.slice(at)
  const coAuthors = coAuthorsOf(message)
  return {
    hash,
    parents,
    author: by,
    committer: committer === author ? by : identityOf(committer, people),
    subject: subjectOf(message),
    ...(coAuthors.length === 0 ? {} : {coAuthors}),
    signature: signed ? 'unchecked' : 'none',
  }
}

/** `Name <address> 1704445200 +0000`; what is missing or no number comes out empty or 0. */
function identityOf(line: string, people: People): Commit['author'] {
  const close = line.lastIndexOf('>') + 1
  const who = line.slice(0, close)
  const {name, email} = people.get(who) ?? remember(who, people)
  const at = Number.parseInt(line.slice(close), 10)
  return {name, email, at: Number.isNaN(at) ? 0 : Math.min(Math.max(at, 0), lastSecond)}
}

/** 9999-12-31: a commit may claim a later time, which no `YYYY-MM-DD` can show. */
const lastSecond = 253_402_300_799

function remember(who: string, people: People): Person {
  const open = who.lastIndexOf('<')
  const person = {
    name: decodeText(who.slice(0, Math.max(open, 0)).trim()),
    email: decodeText(who.slice(open + 1, -1)),
  }
  people.set(who, person)
  return person
}

/** First paragraph of the message as one line, as git makes a subject. */
function subjectOf(message: string): string {
  const lines: string[] = []
  for (let from = 0; from < message.length;) {
    const end = message.indexOf('\n', from)
    const to = end < 0 ? message.length : end
    const line = message.slice(from, to).trim()
    if (line !== '') lines.push(line)
    else if (lines.length > 0) break
    from = to + 1
  }
  return decodeText(lines.join(' '))
}

/** Addresses of those whom the message names as authors too; git prints messages indented. */
function coAuthorsOf(message: string): readonly string[] {
  if (!/^[ \t]*co-authored-by:/im.test(message)) return []
  const lines = message.matchAll(/^[ \t]*co-authored-by:[^\n<]*<([^\n>]*)>/gim)
  const found = [...lines].map(([, email = '']) => decodeText(email.trim()))
  return [...new Set(found)].filter((it) => it !== '')
}
