import {execFile} from 'node:child_process'
import {cp, mkdir, mkdtemp, readdir, readFile, rm} from 'node:fs/promises'
import {devNull, tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {promisify} from 'node:util'
import {parse} from 'yaml'

interface Identity {
  readonly name: string
  readonly email: string
}

/** One commit of an example. */
interface Step {
  /** Folder under `history/`, laid over the files so far; left out where files are only removed. */
  readonly step?: string
  readonly author: Identity
  readonly committer?: Identity
  /** ISO 8601 with a time zone; `committed` is the committer's, where it differs. */
  readonly date: string
  readonly committed?: string
  readonly message: string
  readonly remove?: readonly string[]
}

/** What `history.yaml` of an example says. */
interface Example {
  /** Folder of the example whose steps come first. */
  readonly base?: string
  /** Hash of the last commit. */
  readonly head?: string
  readonly steps: readonly Step[]
}

/**
 * Makes the git repository that an example tells of. The same example gives the same hashes on
 * every machine.
 *
 * @param example - Folder with `history.yaml` and `history/`.
 * @param target - New or empty folder for the repository.
 * @returns Full hash of the last commit.
 * @throws {Error} When `target` is not empty or the hash is not the one that `history.yaml` names.
 */
export async function replay(example: string, target: string): Promise<string> {
  const head = await replayUnchecked(example, target)
  const {head: expected} = await exampleOf(example)
  if (head !== expected)
    throw new Error(
      `Unexpected head \`${head}\` of ${example}, expected \`${expected ?? 'none'}\`; ` +
        'if the change is meant, run `npm run examples -- --update`',
    )
  return head
}

/** The same, whatever `history.yaml` says of the hash. */
export async function replayUnchecked(example: string, target: string): Promise<string> {
  await mkdir(target, {recursive: true})
  if ((await readdir(target)).length > 0)
    throw new Error(`Unexpected files in ${target}, expected an empty folder`)
  const template = await mkdtemp(join(tmpdir(), 'cinch-replay-'))
  try {
    await git(target, ['init', '--quiet', `--template=${template}`, '--object-format=sha1'])
  } finally {
    await rm(template, {recursive: true})
  }
  await replaySteps(example, target, [])
  return (await git(target, ['rev-parse', 'HEAD'])).trim()
}

async function exampleOf(folder: string): Promise<Example> {
  return parse(await readFile(join(folder, 'history.yaml'), 'utf8')) as Example
}

async function replaySteps(
  example: string,
  target: string,
  above: readonly string[],
): Promise<void> {
  const folder = resolve(example)
  if (above.includes(folder))
    throw new Error(`Unexpected base of ${example}, expected an example that does not build on it`)
  const {base, steps} = await exampleOf(example)
  if (base !== undefined) await replaySteps(join(folder, base), target, [...above, folder])
  for (const step of steps) await replayStep(folder, target, step)
}

async function replayStep(folder: string, target: string, step: Step): Promise<void> {
  const {author, committer = author, date, committed = date} = step
  for (const path of step.remove ?? []) await rm(join(target, path))
  if (step.step !== undefined)
    await cp(join(folder, 'history', step.step), target, {recursive: true, verbatimSymlinks: true})
  await git(target, ['add', '--all', '--force', '.'])
  await git(
    target,
    ['commit', '--quiet', '--allow-empty', '--no-verify', '--file=-'],
    step.message,
    {
      GIT_AUTHOR_NAME: author.name,
      GIT_AUTHOR_EMAIL: author.email,
      GIT_AUTHOR_DATE: gitDate(date),
      GIT_COMMITTER_NAME: committer.name,
      GIT_COMMITTER_EMAIL: committer.email,
      GIT_COMMITTER_DATE: gitDate(committed),
    },
  )
}

/** As seconds since 1970 in UTC: git guesses at other forms, and takes some dates for none. */
function gitDate(text: string): string {
  const milliseconds = /T.*(?:Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(milliseconds))
    throw new Error(`Unexpected date \`${text}\`, expected one such as \`2024-01-05T09:00:00Z\``)
  return `@${Math.floor(milliseconds / 1000)} +0000`
}

const settings = [
  'init.defaultBranch=main',
  'core.autocrlf=false',
  'core.eol=lf',
  // An executable file is one on this machine and none on that.
  'core.fileMode=false',
  'core.symlinks=true',
  'core.hooksPath=/dev/null',
  'core.attributesFile=/dev/null',
  'core.excludesFile=/dev/null',
  'commit.gpgSign=false',
  'commit.cleanup=whitespace',
  'i18n.commitEncoding=UTF-8',
  'gc.auto=0',
].flatMap((it) => ['-c', it])

/** Nothing of the user's own configuration reaches it. */
async function git(
  folder: string,
  args: readonly string[],
  input = '',
  more: NodeJS.ProcessEnv = {},
): Promise<string> {
  const {PATH, SystemRoot} = process.env
  const running = promisify(execFile)('git', [...settings, ...args], {
    cwd: folder,
    env: {
      PATH,
      ...(SystemRoot === undefined ? {} : {SystemRoot}),
      HOME: devNull,
      LC_ALL: 'C',
      TZ: 'UTC',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: devNull,
      GIT_ATTR_NOSYSTEM: '1',
      GIT_TERMINAL_PROMPT: '0',
      GIT_CEILING_DIRECTORIES: resolve(folder, '..'),
      ...more,
    },
  })
  // Most commands end without reading it; their exit code tells whether they worked.
  running.child.stdin?.on('error', () => {}).end(input)
  return (await running).stdout
}
