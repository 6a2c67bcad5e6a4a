import {spawn} from 'node:child_process'
import {devNull} from 'node:os'
import {parse} from 'node:path'
import {CannotRun} from '../model/diagnostic.ts'

export interface Ended {
  readonly status: number | null
  readonly stdout: Buffer
  readonly complaint: string
}

/** Programs that are started here, by name: never one that a repository names. */
type Program = 'ssh-keygen' | 'openssl'

/** What an agent and a terminal need for a passphrase; nothing else of the user's environment. */
const passedOn = [
  'PATH',
  'SystemRoot',
  'SSH_AUTH_SOCK',
  'SSH_ASKPASS',
  'DISPLAY',
  'WAYLAND_DISPLAY',
]

/**
 * Starts a program on the user's deliberate word, in an environment built from nothing, outside any
 * work tree.
 *
 * @param ask - Whether it may ask for a passphrase at the terminal.
 * @throws {CannotRun} When it is not installed.
 */
export function runProgram(
  program: Program,
  args: readonly string[],
  {input = '', ask = false}: {readonly input?: string | Uint8Array; readonly ask?: boolean} = {},
): Promise<Ended> {
  const kept = passedOn.flatMap((it) => {
    const value = process.env[it]
    return value === undefined ? [] : [[it, value] as const]
  })
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args], {
      cwd: parse(process.execPath).root,
      env: {
        ...Object.fromEntries(kept),
        HOME: devNull,
        LC_ALL: 'C',
        OPENSSL_CONF: devNull,
        ...(ask ? {} : {SSH_ASKPASS_REQUIRE: 'force', SSH_ASKPASS: 'false'}),
      },
      // Without a terminal of its own nothing can ask.
      detached: !ask && process.platform !== 'win32',
      windowsHide: true,
    })
    const out: Buffer[] = []
    let complaint = ''
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => {
      if (complaint.length < 4000) complaint += chunk.toString('utf8')
    })
    child.stdin.on('error', () => {})
    child.stdin.end(input)
    child.on('error', (error: NodeJS.ErrnoException) =>
      reject(
        new CannotRun(
          error.code === 'ENOENT'
            ? `Unexpected machine without \`${program}\`, expected it on the PATH`
            : `Unexpected end of \`${program}\`: ${error.message}`,
          `Install ${program === 'openssl' ? 'OpenSSL' : 'OpenSSH'}`,
        ),
      ),
    )
    child.on('close', (status) =>
      resolve({status, stdout: Buffer.concat(out), complaint: firstLine(complaint)}),
    )
  })
}

/** The first line that complains: openssl begins by telling where it is configured. */
function firstLine(complaint: string): string {
  const [line = ''] = complaint
    .trim()
    .split('\n')
    .filter((it) => !it.startsWith('Using configuration from '))
  // 40D7…:error:068000A8:library:function:reason:source:line:detail
  const [, reason, detail] = /^\w+:error:\w+:[^:]*:[^:]*:([^:]*):[^:]*:\d+:(.*)$/.exec(line) ?? []
  const plain = reason === undefined ? line : [reason, detail].filter(Boolean).join(': ')
  return plain.replace(/\p{Cc}/gu, '\ufffd').slice(0, 200)
}
