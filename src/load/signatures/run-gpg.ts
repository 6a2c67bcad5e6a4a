import {spawn} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

/**
 * No configuration, no agent, no key server, no trust database, nobody asked. Times are judged
 * against the commit and not against this machine's clock.
 */
const settings = [
  '--no-options',
  '--no-tty',
  '--no-autostart',
  '--disable-dirmngr',
  '--no-auto-check-trustdb',
  '--no-auto-key-locate',
  '--no-auto-key-retrieve',
  '--trust-model=always',
  '--ignore-time-conflict',
  '--ignore-valid-from',
  '--quiet',
  '--status-fd=1',
]

/** Milliseconds; gpg takes about one for a signature. */
const longest = 300_000

let runs = 0

/** How many gpg processes this program has started. */
export function gpgRuns(): number {
  return runs
}

/**
 * What gpg says of signed messages, in a key ring of its own that holds these keys alone.
 *
 * Two processes, however many messages. The key ring is a new folder, gone afterwards; nothing that
 * a repository names is run or read.
 *
 * @param messages - As `signedMessage` makes them.
 * @returns The status lines of each message; null where gpg is not installed.
 */
export async function runGpg(
  keys: readonly string[],
  messages: readonly Buffer[],
): Promise<readonly (readonly string[])[] | null> {
  const folder = mkdtempSync(join(tmpdir(), 'cinch-gpg-'))
  try {
    mkdirSync(join(folder, 'home'), {mode: 0o700})
    writeFileSync(join(folder, 'keys'), `${keys.map((it) => it.trim()).join('\n')}\n`)
    messages.forEach((it, index) => writeFileSync(join(folder, String(index)), it))
    if ((await start(folder, ['--batch', '--import', '--', 'keys'])) === null) return null
    // With `--batch` gpg would end at the first bad one. It has no terminal to ask at.
    const names = messages.map((_, index) => `${index}\n`).join('')
    return byMessage(await start(folder, ['--multifile', '--verify'], names), messages.length)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/** What it writes to stdout; null where it is not there. Its exit code says too little. */
function start(folder: string, args: readonly string[], input = ''): Promise<string | null> {
  runs += 1
  return new Promise((resolve) => {
    const {PATH, SystemRoot} = process.env
    const home = join(folder, 'home')
    const child = spawn('gpg', [`--homedir=${home}`, ...settings, ...args], {
      cwd: folder,
      env: {
        PATH,
        ...(SystemRoot === undefined ? {} : {SystemRoot}),
        HOME: home,
        GNUPGHOME: home,
        LC_ALL: 'C',
      },
      stdio: ['pipe', 'pipe', 'ignore'],
      windowsHide: true,
    })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stdin.on('error', () => {})
    child.stdin.end(input)
    // The option of spawn would keep the program alive as long where there is no gpg to end.
    const timer = setTimeout(() => child.kill(), longest)
    const end = (text: string | null) => {
      clearTimeout(timer)
      resolve(text)
    }
    child.on('error', () => end(null))
    child.on('close', () => end(Buffer.concat(chunks).toString('utf8')))
  })
}

/** `[GNUPG:] FILE_START 1 <name>` begins what is said of a message. */
function byMessage(status: string | null, count: number): string[][] {
  const found = Array.from({length: count}, (): string[] => [])
  let current: string[] | undefined
  for (const line of (status ?? '').split('\n')) {
    if (!line.startsWith('[GNUPG:] ')) continue
    const text = line.slice(9)
    const name = /^FILE_START \d+ (\d+)$/.exec(text)?.[1]
    if (name !== undefined) current = found[Number(name)]
    else current?.push(text)
  }
  return found
}
