import {readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'

/**
 * The hash that `HEAD` comes to, as the files of the repository say; null where they do not say it
 * in the plainest way. Git alone knows whether it is a commit.
 *
 * @param common - Where a linked work tree keeps what it shares.
 */
export function hashAtHead(gitDir: string, common: string): string | null {
  const head = textOf(join(gitDir, 'HEAD')).trimEnd()
  if (isHash(head)) return head
  // Neither upwards nor into what git does not take for a name, as other forms of storage use.
  const name = /^ref: (refs\/heads\/[\w/-]+(?:\.[\w/-]+)*)$/.exec(head)?.[1]
  if (name === undefined) return null
  const loose = textOf(join(common, name)).trimEnd()
  if (loose !== '') return isHash(loose) ? loose : null
  const line = textOf(join(common, 'packed-refs'))
    .split('\n')
    .find((it) => it.endsWith(` ${name}`))
  const packed = line?.slice(0, -name.length - 1) ?? ''
  return isHash(packed) ? packed : null
}

/** Whether it is the full name of an object, which stands for nothing else. */
export function isHash(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text)
}

/** What a file of the repository says; empty where there is none. */
export function textOf(path: string): string {
  const stats = statSync(path, {throwIfNoEntry: false})
  return stats?.isFile() ? readFileSync(path, 'utf8') : ''
}
