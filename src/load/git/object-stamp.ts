import {createHash} from 'node:crypto'
import {readdirSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {restMs, type Stamp} from '../stamp.ts'
import {textOf} from './head.ts'
import {commonFolder} from './repository.ts'
import type {GitFolder} from './run.ts'

/**
 * What tells whether any object came to a repository or went, without opening one: each folder of
 * single objects, which changes with what it lists, and each file of packed ones.
 *
 * @returns Undefined where objects are borrowed from elsewhere, or have come a moment ago: two
 *   changes within one tick of a file system's clock leave the same time.
 */
export function objectStamp({gitDir}: GitFolder): Stamp | undefined {
  const objects = join(commonFolder(gitDir), 'objects')
  const now = Date.now()
  try {
    if (textOf(join(objects, 'info', 'alternates')).trim() !== '') return undefined
    const folders = readdirSync(objects).filter((it) => /^[0-9a-f]{2}$/.test(it))
    const packs = readdirSync(join(objects, 'pack')).map((it) => `pack/${it}`)
    const hash = createHash('sha256')
    let latest = 0
    for (const path of ['pack', ...folders, ...packs]) {
      const {size, mtimeMs, ctimeMs, ino} = statSync(join(objects, path))
      latest = Math.max(latest, mtimeMs, ctimeMs)
      hash.update(`${path}\0${size} ${mtimeMs} ${ctimeMs} ${ino}\0`)
    }
    return latest < now - restMs ? {hash: hash.digest('hex'), latest} : undefined
  } catch {
    return undefined
  }
}
