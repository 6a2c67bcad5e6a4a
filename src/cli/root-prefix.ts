import {existsSync, realpathSync} from 'node:fs'

/**
 * From the top of the git repository that holds a folder to the folder, `/`-separated and ending in
 * `/`; empty where they are one, or where no repository holds it. Services name files from the top.
 */
export function prefixOf(root: string): string {
  const parts = realpathSync(root).split(process.platform === 'win32' ? '\\' : '/')
  for (let length = parts.length; length > 0; length -= 1)
    if (existsSync([...parts.slice(0, length), '.git'].join('/')))
      return parts
        .slice(length)
        .map((it) => `${it}/`)
        .join('')
  return ''
}
