import {spawnSync} from 'node:child_process'
import {chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {devNull, tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {onTestFinished} from 'vitest'

/** A folder that is gone after the test. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cinch-test-'))
  onTestFinished(() => {
    rmSync(folder, {recursive: true, force: true})
  })
  return folder
}

export interface CommitOptions {
  readonly files?: Readonly<Record<string, string | Buffer>>
  readonly remove?: readonly string[]
  /** Date of author and committer. */
  readonly date?: string
  readonly committed?: string
  readonly name?: string
  readonly message?: string
  /** Stop a merge before its commit, then commit with these files. */
  readonly merge?: readonly string[]
}

/** A real repository for one test. */
export class Scratch {
  readonly root: string
  constructor(root = scratchFolder()) {
    this.root = root
    this.git('init', '--quiet', '--template=')
  }

  git(...args: string[]): string {
    return this.gitWith({}, args)
  }

  gitWith(
    env: NodeJS.ProcessEnv,
    args: readonly string[],
    input: string | Buffer = '',
    fails = false,
  ): string {
    const settings = [
      'init.defaultBranch=main',
      'protocol.file.allow=always',
      'advice.graftFileDeprecated=false',
    ]
    const {status, stdout, stderr} = spawnSync(
      'git',
      [...settings.flatMap((it) => ['-c', it]), ...args],
      {
        cwd: this.root,
        input,
        env: {
          PATH: process.env['PATH'],
          HOME: devNull,
          GIT_CONFIG_NOSYSTEM: '1',
          GIT_CONFIG_GLOBAL: devNull,
          GIT_AUTHOR_NAME: 'A. Okafor',
          GIT_AUTHOR_EMAIL: 'okafor@northgate.example',
          GIT_COMMITTER_NAME: 'A. Okafor',
          GIT_COMMITTER_EMAIL: 'okafor@northgate.example',
          ...env,
        },
      },
    )
    if (status !== 0 && !fails) throw new Error(`git ${args.join(' ')}: ${stderr.toString()}`)
    return stdout.toString()
  }

  write(path: string, content: string | Buffer, mode = 0o644): void {
    const file = join(this.root, path)
    mkdirSync(dirname(file), {recursive: true})
    writeFileSync(file, content)
    chmodSync(file, mode)
  }

  /** Returns the full hash of the new commit. */
  commit({
    files = {},
    remove = [],
    date = '2024-01-05T09:00:00Z',
    committed = date,
    name,
    message = 'change',
    merge,
  }: CommitOptions): string {
    const env = {
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_DATE: committed,
      ...(name === undefined ? {} : {GIT_AUTHOR_NAME: name}),
    }
    if (merge !== undefined)
      this.gitWith(env, ['merge', '--quiet', '--no-ff', '--no-commit', ...merge], '', true)
    for (const path of remove) rmSync(join(this.root, path))
    for (const [path, content] of Object.entries(files)) this.write(path, content)
    this.git('add', '--all')
    this.gitWith(
      env,
      ['commit', '--quiet', '--allow-empty', '--cleanup=verbatim', '--file=-'],
      message,
    )
    return this.git('rev-parse', 'HEAD').trim()
  }
}

/** A record as YAML. */
export function meeting(id: string, more = ''): string {
  return `kind: Meeting\nid: ${id}\nbody: board\n${more}`
}
