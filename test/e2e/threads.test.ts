import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {availableParallelism} from 'node:os'
import {expect, test} from 'vitest'
import {readTrail} from '../../src/load/git/history.ts'
import {meeting, Scratch} from '../load/git/scratch.ts'

/** Runs a module against the program as it is built, and gives back what it printed as JSON. */
function built(code: string, ...flags: readonly string[]): unknown {
  const {stdout, stderr} = spawnSync(
    process.execPath,
    [...flags, '--no-warnings', '--input-type=module', '-e', code],
    {encoding: 'utf8'},
  )
  expect(stderr).toBe('')
  return JSON.parse(stdout)
}

const threads = Math.min(availableParallelism() - 1, 3)

/** Texts of every sort that a parser may meet, each at some turn. */
const odd: readonly ((turn: number) => string | Buffer)[] = [
  (turn) => `kind: Meeting\nid: r${turn}\nbody: &b board\nplace: *b\nheld: 2024-01-02\n`,
  (turn) => `"\\x6bind": Meeting\nid: r${turn}\n`,
  () => 'title: [\n',
  () => Buffer.from([0x6b, 0x69, 0x6e, 0x64, 0x3a, 0x20, 0xff, 0x0a]),
  () => 'jobs:\n  test: {runs-on: ubuntu}\n',
  () => '',
  (turn) => `${meeting(`r${turn}`)}text: ${'long '.repeat(100_000)}\n`,
  (turn) => meeting(`r${turn}`, 'kind: Meeting\n'),
  (turn) => meeting(`r${turn}`, `text: ${'x'.repeat(6 * 1024 * 1024)}\n`),
]

function textOf(turn: number): string | Buffer {
  const make = turn % 100 === 7 ? odd[Math.floor(turn / 100) % odd.length] : undefined
  return make?.(turn) ?? meeting(`r${turn % 1500}`, `held: 2024-01-${10 + (turn % 19)}\n`)
}

function longHistory(): Scratch {
  const scratch = new Scratch()
  const parts: Buffer[] = []
  const say = (text: string) => parts.push(Buffer.from(text))
  for (let turn = 0; turn < 3000; turn += 1) {
    const content = Buffer.from(textOf(turn))
    const at = 1_700_000_000 + turn * 60
    say(`commit refs/heads/main\ncommitter A <a@x.example> ${at} +0000\ndata 1\nx\n`)
    say(`M 100644 inline r${turn % 1500}.yaml\ndata ${content.length}\n`)
    parts.push(content)
    say('\n')
  }
  scratch.gitWith({}, ['fast-import', '--quiet'], Buffer.concat(parts))
  scratch.git('symbolic-ref', 'HEAD', 'refs/heads/main')
  return scratch
}

test('a long history says the same whichever threads read it', async () => {
  const {root} = longHistory()
  const trail = JSON.stringify(await readTrail({root, rootName: 'main'}))
  const sha256 = createHash('sha256').update(trail).digest('hex')
  expect(trail).toContain('"because":"large"')
  expect(
    built(`
      import {createHash} from 'node:crypto'
      import {readTrail} from './dist/load/git/history.js'
      let threads = 0
      process.on('worker', () => (threads += 1))
      const trail = JSON.stringify(await readTrail({root: ${JSON.stringify(root)}, rootName: 'main'}))
      console.log(JSON.stringify({threads, sha256: createHash('sha256').update(trail).digest('hex')}))
    `),
  ).toEqual({threads, sha256})
})

test('what a thread that ended leaves undone is given back', () => {
  const code = (between: string) => `
    import {VersionThreads} from './dist/load/git/version-threads.js'
    const threads = new VersionThreads()
    threads.start()
    const answer = threads.parse([Buffer.from('kind: Meeting\\nid: a\\n'), null, Buffer.from('a: &b c\\n')])
    ${between}
    const got = await answer
    await threads.end()
    console.log(JSON.stringify([got ?? 'given back', threads.parse([]) === undefined]))
  `
  const [answer, none] = [expect.stringContaining('"Meeting","a"') as string, null]
  expect(built(code(''))).toEqual([threads === 0 ? 'given back' : [answer, none, none], true])
  expect(built(code('await threads.end()'))).toEqual(['given back', true])
})

test('nobody waits for threads that Node may not start', () => {
  const code = `
    import {VersionThreads} from './dist/load/git/version-threads.js'
    const threads = new VersionThreads()
    threads.start()
    console.log(JSON.stringify(threads.parse([null]) === undefined))
    await threads.end()
  `
  const permissions = process.allowedNodeEnvironmentFlags.has('--permission')
    ? '--permission'
    : '--experimental-permission'
  expect(built(code, permissions, '--allow-fs-read=*')).toBe(true)
  expect(built(code)).toBe(threads === 0)
})
