import type {CommitTable} from './commit-table.ts'
import {secondsIn, startsWith} from './commit-text.ts'

/** What a commit says above its message. */
export interface Header {
  author: number
  committer: number
  /** Seconds. */
  authorAt: number
  committerAt: number
  signed: boolean
}

const lineFeed = 10

/**
 * Reads the lines of a commit as stored, up to the first empty one, into `header`; its parents go
 * to the table. Git takes for parents only what stands between the tree and the rest.
 *
 * @param from - After the line with its hash.
 * @returns Where the message starts, from the empty line.
 */
export function readHeader(
  table: CommitTable,
  bytes: Buffer,
  from: number,
  to: number,
  header: Header,
): number {
  let [author, authorTo, committer, committerTo] = [0, 0, 0, 0]
  let mayLead = true
  let at = from
  header.signed = false
  while (at < to && bytes[at] !== lineFeed) {
    let end = at
    while (end < to && bytes[end] !== lineFeed) end += 1
    if (end === to) break
    if (startsWith(bytes, at, 'parent ')) {
      if (mayLead) table.parents.push(table.ids.of(bytes, at + 7, end - at - 7))
    } else if (!startsWith(bytes, at, 'tree ')) {
      mayLead = false
      if (author === authorTo && startsWith(bytes, at, 'author ')) {
        author = at + 7
        authorTo = end
      } else if (committer === committerTo && startsWith(bytes, at, 'committer ')) {
        committer = at + 10
        committerTo = end
      } else if (startsWith(bytes, at, 'gpgsig')) header.signed = true
    }
    at = end + 1
  }
  const close = afterAddress(bytes, author, authorTo)
  header.author = table.people.in(bytes, author, close)
  header.authorAt = secondsIn(bytes, close, authorTo)
  const size = authorTo - author
  if (size === committerTo - committer && isSame(bytes, author, committer, size)) {
    header.committer = header.author
    header.committerAt = header.authorAt
  } else {
    const closed = afterAddress(bytes, committer, committerTo)
    header.committer = table.people.in(bytes, committer, closed)
    header.committerAt = secondsIn(bytes, closed, committerTo)
  }
  return at
}

/** Behind the last `>`. */
function afterAddress(bytes: Buffer, from: number, to: number): number {
  let at = to
  while (at > from && bytes[at - 1] !== 62) at -= 1
  return at
}

function isSame(bytes: Buffer, one: number, other: number, size: number): boolean {
  let at = 0
  while (at < size && bytes[one + at] === bytes[other + at]) at += 1
  return at === size
}
