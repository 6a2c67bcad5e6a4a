import {existsSync} from 'node:fs'
import {readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {replay, replayUnchecked} from './replay.ts'

const examples = fileURLToPath(new URL('../../examples/', import.meta.url))
const out = fileURLToPath(new URL('../../out/examples/', import.meta.url))

/**
 * Replays every example into `out/examples/<name>`, fresh each time.
 *
 * @param update - Write the hash found into `history.yaml` instead of comparing it.
 */
export async function replayAll(update: boolean): Promise<void> {
  for (const name of (await readdir(examples)).sort()) {
    const example = join(examples, name)
    const file = join(example, 'history.yaml')
    if (!existsSync(file)) continue
    const target = join(out, name)
    await rm(target, {recursive: true, force: true})
    const head = await (update ? replayUnchecked : replay)(example, target)
    if (update) await writeFile(file, withHead(await readFile(file, 'utf8'), head))
    console.log(`${name} ${head}`)
  }
}

/** The text of `history.yaml` with another hash; the rest of it stays as it was written. */
export function withHead(text: string, head: string): string {
  return /^head:.*$/m.test(text)
    ? text.replace(/^head:.*$/m, `head: '${head}'`)
    : text.replace(/^steps:/m, `head: '${head}'\nsteps:`)
}

if (process.argv[1]?.endsWith('replay-all.ts')) await replayAll(process.argv.includes('--update'))
