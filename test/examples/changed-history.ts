import {execFileSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {cp, readFile, rm, writeFile} from 'node:fs/promises'
import {devNull} from 'node:os'
import {join} from 'node:path'
import {parse, stringify} from 'yaml'
import {replayUnchecked} from '../../src/dev/replay.ts'
import {makeSeal, prepareSeal} from '../../src/pipeline/seal.ts'
import type {HistoryChange} from './changes/change.ts'

interface Step {
  step?: string
  date: string
}

/**
 * Makes northgate's repository with another history.
 *
 * @param replayed - The repository as it is; it is copied where only something follows it.
 * @param target - New folder for the repository; `<target>-steps` takes the steps meanwhile.
 */
export async function replayChanged(
  {steps = [], days, sealed, git = []}: HistoryChange,
  replayed: string,
  target: string,
): Promise<void> {
  if (steps.length > 0 || days !== undefined) await replayOther(steps, days ?? {}, target)
  else await cp(replayed, target, {recursive: true})
  if (sealed === true) await seal(target)
  for (const args of git) run(target, args)
}

/** On the day of the last step, an hour after it. */
function run(root: string, args: readonly string[]): void {
  execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@northgate.example', ...args], {
    cwd: root,
    stdio: 'pipe',
    env: {
      PATH: process.env['PATH'],
      HOME: devNull,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_DATE: '2026-06-30T10:20:00Z',
      GIT_COMMITTER_DATE: '2026-06-30T10:20:00Z',
    },
  })
}

/** Puts the key of an officer on record, mends the hash, and commits a signed seal of all. */
async function seal(root: string): Promise<void> {
  const key = `${root}-key`
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'test', '-f', key])
  const line = (await readFile(`${key}.pub`, 'utf8')).trim()
  const [type = '', blob = ''] = line.split(' ')
  await rewrite(root, 'records/people.yaml', (text) =>
    text.replace(
      'emails: [okafor@northgate.example]\n',
      `$&keys: [{type: ssh, key: ${type} ${blob}, from: 2023-12-01}]\n`,
    ),
  )
  const mended = createHash('sha256')
    .update(await readFile(join(root, 'exhibits/policies/antitrust-policy.txt')))
    .digest('hex')
  await rewrite(root, 'records/exhibits/documents.yaml', (text) =>
    text.replace(/(antitrust-policy\.txt\nsha256: )\S+/, `$1'${mended}'`),
  )
  run(root, ['commit', '--quiet', '--all', '--message=Put a key on record'])
  const prepared = await prepareSeal({
    root,
    at: 'HEAD',
    pinned: false,
    asOf: '2026-06-30',
    toolVersion: '0.0.0',
  })
  if (prepared.integrity.length > 0) throw new Error('Unexpected evidence that is not what it was')
  const now = Date.UTC(2026, 5, 30, 11) / 1000
  await makeSeal(prepared, {key, root, dryRun: false, ask: false, now})
  run(root, ['add', '--all'])
  run(root, ['commit', '--quiet', '--message=Seal'])
}

async function rewrite(root: string, file: string, change: (text: string) => string) {
  const path = join(root, file)
  const before = await readFile(path, 'utf8')
  const after = change(before)
  if (after === before) throw new Error(`Expected something to change in ${file}`)
  await writeFile(path, after)
}

async function replayOther(
  steps: NonNullable<HistoryChange['steps']>,
  days: Readonly<Record<string, string>>,
  target: string,
): Promise<void> {
  const folder = `${target}-steps`
  await cp('examples/northgate', folder, {recursive: true})
  for (const {step, file, from, to} of steps) {
    const path = join(folder, 'history', step, file)
    const text = await readFile(path, 'utf8')
    if (!text.includes(from)) throw new Error(`Expected \`${from}\` in step ${step} of ${file}`)
    await writeFile(path, text.replace(from, to))
  }
  const {steps: all} = parse(await readFile(join(folder, 'history.yaml'), 'utf8')) as {
    steps: Step[]
  }
  const told = all.map((it) => ({
    ...it,
    date: it.date.replace(/^[^T]*/, days[it.step ?? ''] ?? it.date.slice(0, 10)),
  }))
  await writeFile(join(folder, 'history.yaml'), stringify({steps: told}))
  await replayUnchecked(folder, target)
  await rm(folder, {recursive: true})
}
