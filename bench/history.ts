import {spawnSync} from 'node:child_process'
import {mkdirSync} from 'node:fs'
import {corpusBase, versionOf} from './corpus.ts'
import {randomFrom} from './random.ts'

/**
 * Makes a git repository with `commits` commits over `files` record files, by fast-import: the same
 * head from the same seed. Merges and renames among them.
 */
export function writeHistory(folder: string, commits: number, files: number, seed = 11): void {
  const random = randomFrom(seed)
  mkdirSync(folder, {recursive: true})
  const git = (args: readonly string[], input?: string) => {
    const {status, stderr} = spawnSync('git', args, {cwd: folder, input, maxBuffer: 1 << 30})
    if (status !== 0) throw new Error(stderr.toString())
  }
  git(['init', '-q', '-b', 'main'])
  const parts: string[] = []
  const put = (path: string, content: string) =>
    parts.push(`M 100644 inline ${path}`, `data ${content.length}`, content)
  const head = (turn: number, branch: string, extra: readonly string[] = []) => {
    const at = 1_600_000_000 + turn * 600
    const message = `Change ${turn}`
    parts.push(
      `commit refs/heads/${branch}`,
      `mark :${turn + 1}`,
      `author A <a@bench.example> ${at} +0000`,
      `committer A <a@bench.example> ${at} +0000`,
      `data ${message.length}`,
      message,
      ...extra,
    )
  }
  const path = (n: number) => `records/d${n % 100}/r${n}.yaml`
  head(0, 'main')
  for (const [file, content] of corpusBase) put(file, content)
  for (let turn = 1; turn < commits; turn += 1) {
    if (turn % 50 === 0) {
      // A side branch of one commit, merged by the next one.
      head(turn, 'side', [`from :${turn}`])
      put(path(turn % files), versionOf(turn % files, turn))
      turn += 1
      if (turn >= commits) break
      head(turn, 'main', [`from :${turn - 1}`, `merge :${turn}`])
      put(path(turn % files), versionOf(turn % files, turn))
      continue
    }
    head(turn, 'main', [`from :${turn}`])
    const touched = turn <= files ? turn : Math.floor(random() * files)
    put(path(touched % files), versionOf(touched % files, turn))
  }
  git(['fast-import', '--quiet'], `${parts.join('\n')}\ndone\n`)
  git(['repack', '-adq'])
  git(['reset', '-q', '--hard'])
  git(['commit-graph', 'write', '--reachable', '--changed-paths', '--no-progress'])
}
