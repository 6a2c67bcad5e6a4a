import {spawn, spawnSync} from 'node:child_process'
import {devNull} from 'node:os'
import {parse} from 'node:path'
import {CannotRun} from '../../model/diagnostic.ts'

/** Where the objects are read from. */
export interface GitFolder {
  /** Absolute path of the repository's `.git`, or of what stands for it in a linked work tree. */
  readonly gitDir: string
  /** Absolute path of the top of the work tree. */
  readonly top: string
}

/**
 * Overrides whatever the repository's own configuration says. Nothing of it may start a program,
 * reach another machine, write, or hide a commit:
 * hooks, file monitor, drivers of diffs, verification of signatures, pagers, remotes, and a
 * commit-graph, which would be believed over the commits themselves.
 */
const settings = [
  // It would stand in the place of why git failed: that a file of grafts was named, which is empty.
  'advice.graftFileDeprecated=false',
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.attributesFile=/dev/null',
  'core.commitGraph=false',
  'core.multiPackIndex=false',
  'core.sshCommand=false',
  'core.askPass=false',
  'core.pager=cat',
  'core.quotePath=false',
  'diff.external=',
  // Could not be read from where git runs, and it would fail.
  'diff.orderFile=/dev/null',
  // Names, dates and paths would come in another encoding, or a merge would hide what it changed.
  'i18n.logOutputEncoding=UTF-8',
  'log.diffMerges=separate',
  'gpg.program=false',
  'gpg.ssh.program=false',
  'gpg.x509.program=false',
  'log.showSignature=false',
  'log.showRoot=true',
  'protocol.allow=never',
  'credential.helper=',
  'gc.auto=0',
  'maintenance.auto=false',
].flatMap((it) => ['-c', it])

/**
 * Milliseconds without a word, after which git is stopped. A repository may name a pipe where git
 * reads a file, such as its configuration, and git would wait at it for ever.
 */
const longestSilence = 300_000

let runs = 0

/** How many git processes this program has started. */
export function gitRuns(): number {
  return runs
}

/**
 * Built from nothing, so that no `GIT_*` of the user's shell or of a hook is inherited.
 *
 * - `GIT_DIR` is given, so git searches for nothing and asks for no owner: a checkout of another
 *   user is read without `safe.directory`, which git honours from the user's own files alone.
 * - `GIT_ALLOW_PROTOCOL` beats `protocol.<name>.allow` of the repository, as `protocol.allow`
 *   does not: a partial clone cannot fetch what it lacks, and runs no remote helper.
 * - Replaced objects and grafts are not followed; `openRepository` reports that they are there.
 */
function environment({gitDir, top}: GitFolder): NodeJS.ProcessEnv {
  const {PATH, SystemRoot} = process.env
  return {
    PATH,
    ...(SystemRoot === undefined ? {} : {SystemRoot}),
    HOME: devNull,
    LC_ALL: 'C',
    GIT_DIR: gitDir,
    GIT_WORK_TREE: top,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_CONFIG_SYSTEM: devNull,
    GIT_ATTR_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_GRAFT_FILE: devNull,
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: '',
    GIT_LITERAL_PATHSPECS: '1',
  }
}

/** Not in the work tree: some systems look there for the program to start. */
const folder = parse(process.execPath).root

/**
 * Runs git and hands on what it prints, piece by piece. The only way, with {@link runGitNow}, in
 * which this program starts git.
 *
 * @param input - Text for its standard input.
 * @throws {CannotRun} When git is not installed, fails or says nothing for too long.
 */
export function streamGit(
  repository: GitFolder,
  args: readonly string[],
  onChunk: (chunk: Buffer) => void,
  input = '',
): Promise<void> {
  runs += 1
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['--no-pager', ...settings, ...args], {
      cwd: folder,
      env: environment(repository),
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    })
    let complaint = ''
    let failure: Error | undefined
    const stop = (error: Error) => {
      failure = error
      child.kill()
    }
    const waiting = setTimeout(() => stop(silent(args)), longestSilence)
    child.stderr.setEncoding('utf8')
    child.stderr.on('data', (text: string) => {
      if (complaint.length < 2000) complaint += text
    })
    child.stdout.on('data', (chunk: Buffer) => {
      if (failure !== undefined) return
      waiting.refresh()
      try {
        onChunk(chunk)
      } catch (error) {
        stop(error as Error)
      }
    })
    // Git may end before it has read all of its input; its exit code tells why.
    child.stdin.on('error', () => {})
    child.stdin.end(input)
    child.on('error', (error) => {
      clearTimeout(waiting)
      reject(notStarted(error))
    })
    child.on('close', (code) => {
      clearTimeout(waiting)
      if (failure !== undefined) reject(failure)
      else if (code === 0) resolve()
      else reject(failed(args, complaint))
    })
  })
}

/** All that git prints. @throws {CannotRun} When git is not installed or fails. */
export async function runGit(
  repository: GitFolder,
  args: readonly string[],
  input = '',
): Promise<Buffer> {
  const chunks: Buffer[] = []
  await streamGit(repository, args, (chunk) => chunks.push(chunk), input)
  return Buffer.concat(chunks)
}

/** All that git prints, waited for. @throws {CannotRun} When git is not installed or fails. */
export function runGitNow(repository: GitFolder, args: readonly string[], limit: number): Buffer {
  runs += 1
  const {error, status, stdout, stderr} = spawnSync('git', ['--no-pager', ...settings, ...args], {
    cwd: folder,
    env: environment(repository),
    maxBuffer: limit,
    timeout: longestSilence,
    windowsHide: true,
  })
  if (error) throw 'code' in error && error.code === 'ETIMEDOUT' ? silent(args) : notStarted(error)
  if (status !== 0) throw failed(args, stderr.toString('utf8'))
  return stdout
}

function notStarted(error: Error & {code?: string}): CannotRun {
  return error.code === 'ENOENT'
    ? new CannotRun('Unexpected machine without `git`, expected it on the PATH', 'Install git')
    : new CannotRun(`Unexpected end of \`git\`: ${error.message}`)
}

function silent(args: readonly string[]): CannotRun {
  return new CannotRun(
    `Unexpected silence of \`git ${args[0] ?? ''}\` for ${longestSilence / 1000} seconds, expected an answer`,
    'Look for pipes in the repository with `find .git -type p`, and for `include` in `.git/config`',
  )
}

/** Keeps git's first line only, its hints aside, and none of the control characters a repository may have put there. */
function failed(args: readonly string[], complaint: string): CannotRun {
  const line = complaint.split('\n').find((it) => !/^hint:|^$/.test(it)) ?? ''
  return new CannotRun(
    `Unexpected answer of \`git ${args[0] ?? ''}\`: ${line.replace(/\p{Cc}/gu, '\uFFFD') || 'none'}`,
    'Check the repository with `git fsck`',
  )
}
