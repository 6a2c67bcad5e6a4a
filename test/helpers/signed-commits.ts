import {createHash} from 'node:crypto'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Scratch} from '../load/git/scratch.ts'

export interface SignedCommit {
  /** Default the empty tree. */
  readonly tree?: string
  /** Date of author and committer, such as `2025-06-15T12:00:00Z`. */
  readonly date: string
  readonly message?: string
  /** Header lines after the committer, such as an encoding. */
  readonly headers?: string
  /** Armored signature of the payload; none makes a commit without one. */
  readonly sign?: (payload: Buffer) => string
  /** What stands in the commit after it was signed. */
  readonly change?: (payload: string) => string
}

const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904'

/** The object: the signature stands in the header, its lines indented, as git writes it. */
function commitText(commit: SignedCommit, parent: string | null): string {
  const {tree = emptyTree, date, message = 'A change', headers = '', sign, change} = commit
  const who = `A. Okafor <okafor@northgate.example> ${Date.parse(date) / 1000} +0000`
  const head = `tree ${tree}\n${parent === null ? '' : `parent ${parent}\n`}author ${who}\ncommitter ${who}\n${headers}`
  const armored = sign?.(Buffer.from(`${head}\n${message}\n`))
  const header =
    armored === undefined ? '' : `gpgsig ${armored.trimEnd().split('\n').join('\n ')}\n`
  const text = `${head}${header}\n${message}\n`
  return change?.(text) ?? text
}

/** Writes a line of commits, the first without a parent, and moves HEAD to the last. */
export function writeCommits(scratch: Scratch, commits: readonly SignedCommit[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'cinch-commits-'))
  const hashes: string[] = []
  const paths: string[] = []
  for (const commit of commits) {
    const text = commitText(commit, hashes.at(-1) ?? null)
    const size = Buffer.byteLength(text)
    hashes.push(createHash('sha1').update(`commit ${size}\0${text}`).digest('hex'))
    paths.push(join(folder, String(paths.length)))
    writeFileSync(paths.at(-1) ?? '', text)
  }
  scratch.git('write-tree')
  scratch.gitWith({}, ['hash-object', '-t', 'commit', '-w', '--stdin-paths'], paths.join('\n'))
  scratch.git('update-ref', 'HEAD', hashes.at(-1) ?? '')
  rmSync(folder, {recursive: true})
  return hashes
}
