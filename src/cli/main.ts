import {flush, run} from '@oclif/core'
import {exitCodes} from './exit.ts'
import {failureOf} from './failure.ts'
import {knownCommand, type Commands} from './known-command.ts'

/**
 * Runs a command line. The only place that turns an error into an exit code.
 *
 * @param argv - Arguments after the program's name.
 * @param root - Absolute path of the package's folder.
 * @param commands - Those that may be run without oclif's search for them.
 */
export async function main(
  argv: readonly string[],
  root: string,
  commands: Commands = {},
): Promise<void> {
  process.once('SIGINT', () => process.exit(exitCodes.interrupted))
  // A reader that closes early (`| head`) is not an error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0)
    throw error
  })
  try {
    const known = knownCommand(argv, root, commands)
    await (known === undefined ? run([...argv], {root}) : known())
    await flush()
  } catch (error) {
    const failure = failureOf(error, argv)
    process.exitCode = failure.exitCode
    if (failure.message === null) return
    const {message, help, stack} = failure
    process.stdout.write(await failureText(argv, failure.exitCode, message, help))
    process.stderr.write(`cinch: ${message}\n${help === undefined ? '' : `  fix: ${help}\n`}`)
    if (stack !== undefined) process.stderr.write(`${stack}\n`)
  }
}

/** A machine that reads stdout gets an answer in its own format, even when there is no result. */
async function failureText(
  argv: readonly string[],
  exitCode: number,
  message: string,
  help: string | undefined,
): Promise<string> {
  const format = argv.includes('--json') ? 'json' : formatAmong(argv)
  if (format === 'json')
    return `${JSON.stringify({error: {message, help: help ?? null}, exitCode}, null, 2)}\n`
  switch (format) {
    case 'sarif':
      return (await import('../report/sarif.ts')).failedSarif(exitCode, message)
    case 'junit':
      return (await import('../report/junit.ts')).failedJunit(message)
    case 'github':
      return (await import('../report/github.ts')).failedGithub(message)
    case 'gitlab':
      return (await import('../report/gitlab.ts')).failedGitlab(message)
    case 'markdown':
      return (await import('../report/markdown.ts')).failedMarkdown(exitCode, message)
    default:
      return ''
  }
}

function formatAmong(argv: readonly string[]): string {
  const index = argv.indexOf('--format')
  if (index >= 0) return argv[index + 1] ?? ''
  return argv.find((it) => it.startsWith('--format='))?.slice('--format='.length) ?? ''
}
