import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join, resolve} from 'node:path'

export interface Ran {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the built program from outside, in an environment with nothing of ours in it. */
export function runCinch(
  args: readonly string[],
  {
    cwd = process.cwd(),
    env = {},
    program = resolve('bin/run.js'),
  }: {cwd?: string; env?: Readonly<Record<string, string>>; program?: string} = {},
): Ran {
  const {status, stdout, stderr} = spawnSync(process.execPath, [program, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: {
      PATH: process.env['PATH'],
      HOME: tmpdir(),
      NO_COLOR: '1',
      TZ: 'UTC',
      CINCH_NO_CACHE: '1',
      ...env,
    },
  })
  return {exitCode: status, stdout, stderr}
}

/** A new folder with these files in it. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'cinch-e2e-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), text)
  }
  return folder
}

/** Runs git in a folder, at a date of author and committer, with nobody's settings. */
export function gitAt(folder: string, date: string, args: readonly string[]): void {
  const {status, stderr} = spawnSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_DATE: date,
    },
  })
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`)
}

/** Makes a folder a git repository with one commit of all that it holds. */
export function commitAll(
  folder: string,
  message = 'Records',
  date = '2026-01-02T00:00:00Z',
): void {
  const git = (...args: readonly string[]) => gitAt(folder, date, args)
  git('init', '-q', '-b', 'main')
  git('add', '-A')
  git('-c', 'user.name=T', '-c', 'user.email=t@example.org', 'commit', '-q', '-m', message)
}

/** The smallest repository that validates. */
export const smallest = {
  'cinch.yaml': 'formatVersion: 1\n',
  'network.yaml': `kind: Network
id: small
legalName: Small Network, LLC
productLines:
  - id: ppo
    title: PPO
    basis: clinical
    stage: proposed
    jointPricing: true
`,
} as const
