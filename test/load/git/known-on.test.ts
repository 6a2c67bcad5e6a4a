import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {knownRevision} from '../../../src/load/git/repository.ts'
import {open} from '../../../src/pipeline/open.ts'
import {smallest} from '../../helpers/run-cinch.ts'
import {Scratch, scratchFolder} from './scratch.ts'

/** A line of commits at these times; ids in their order. */
function lineOf(...times: readonly string[]): {scratch: Scratch; ids: readonly string[]} {
  const scratch = new Scratch()
  const ids = times.map((date, index) =>
    scratch.commit({date, files: {...smallest, 'note.txt': `${index}\n`}}),
  )
  return {scratch, ids}
}

/** Place in the line of the commit that was known on each date. */
async function known(line: ReturnType<typeof lineOf>, ...dates: readonly string[]) {
  const found: number[] = []
  for (const it of dates) found.push(line.ids.indexOf(await knownRevision(line.scratch.root, it)))
  return found
}

test.each([
  ['2026-03-31T23:59:59Z', '2026-04-01T00:00:00Z'],
  // Whatever clock the committer read: 11 hours behind, 14 ahead.
  ['2026-03-31T12:59:59-11:00', '2026-04-01T14:00:00+14:00'],
])('a day ends at midnight UTC: %s and %s', async (last, next) => {
  const line = lineOf('2026-01-01T00:00:00Z', last, next)
  expect(await known(line, '2026-01-01', '2026-03-30', '2026-03-31', '2026-04-01')).toEqual([
    0, 0, 1, 2,
  ])
})

test('of commits of one second, the last', async () => {
  const at = '2026-03-31T09:00:00Z'
  expect(await known(lineOf(at, at, at), '2026-03-31')).toEqual([2])
})

test('a commit dated back is known no earlier than those it stands on', async () => {
  const line = lineOf('2026-01-10T00:00:00Z', '2026-05-10T00:00:00Z', '2026-03-10T00:00:00Z')
  expect(await known(line, '2026-01-10', '2026-03-10', '2026-05-09', '2026-05-10')).toEqual([
    0, 0, 0, 2,
  ])
})

test('what a branch held is known when the main line takes it in', async () => {
  const line = lineOf('2026-01-10T00:00:00Z')
  const {scratch} = line
  scratch.git('checkout', '--quiet', '-b', 'side')
  scratch.commit({date: '2026-02-10T00:00:00Z', files: {'side.txt': 'x'}})
  scratch.git('checkout', '--quiet', 'main')
  const merge = scratch.commit({date: '2026-04-10T00:00:00Z', merge: ['side']})
  const whole = {scratch, ids: [...line.ids, merge]}
  expect(await known(whole, '2026-02-10', '2026-04-09', '2026-04-10')).toEqual([0, 0, 1])
})

test('refuses a date before the first commit, and says when that was', async () => {
  const {scratch} = lineOf('2026-03-10T00:00:00Z')
  await expect(knownRevision(scratch.root, '2026-03-09')).rejects.toMatchObject({
    name: 'CannotRun',
    message: expect.stringMatching(/first commit of `[^`]+`, 2026-03-10$/),
  })
})

test('refuses a folder without a history', async () => {
  const scratch = new Scratch()
  for (const folder of [scratch.root, scratchFolder()])
    await expect(knownRevision(folder, '2026-03-09')).rejects.toThrow(/has no commit/)
})

test('refuses a shallow clone: what it lacks may be dated later', async () => {
  const {scratch} = lineOf('2026-01-10T00:00:00Z', '2026-03-10T00:00:00Z')
  const clone = join(scratchFolder(), 'clone')
  scratch.git('clone', '--quiet', '--depth=1', `file://${scratch.root}`, clone)
  await expect(knownRevision(clone, '2026-03-10')).rejects.toThrow(/a shallow clone/)
})

test('reads what the settings of a repository would hide', async () => {
  const {scratch, ids} = lineOf('2026-01-10T00:00:00Z', '2026-03-10T00:00:00Z')
  scratch.git('config', 'log.showSignature', 'true')
  scratch.git('config', 'log.follow', 'true')
  scratch.git('replace', ids[1] ?? '', ids[0] ?? '')
  expect(await knownRevision(scratch.root, '2026-03-10')).toBe(ids[1])
})

describe('with an overlay', () => {
  const options = (root: string, overlay: string, knownOn: string) => ({
    root,
    overlays: [overlay],
    at: 'HEAD',
    knownOn,
    asOf: '2026-06-30',
    history: true,
    pinned: true,
  })
  const overlayOf = (...times: readonly string[]) => {
    const scratch = new Scratch()
    const ids = times.map((date, index) =>
      scratch.commit({
        date,
        files: {
          'cinch.yaml': 'formatVersion: 1\nclass: counselOnly\n',
          'm.yaml': `kind: Meeting\nid: m${index}\nbody: board\nheld: 2026-01-02\n`,
        },
      }),
    )
    return {scratch, ids}
  }

  test('each root is read as its own history held it', async () => {
    const main = lineOf('2026-01-10T00:00:00Z', '2026-05-10T00:00:00Z')
    const overlay = overlayOf('2026-02-10T00:00:00Z', '2026-03-10T00:00:00Z')
    const opened = await open(options(main.scratch.root, overlay.scratch.root, '2026-03-31'))
    expect(opened.workspace.roots.map(({commit}) => commit)).toEqual([main.ids[0], overlay.ids[1]])
    expect(opened.trails).toMatchObject([{head: main.ids[0]}, {head: overlay.ids[1]}])
  })

  test('one that came later is named, and nothing is read without it', async () => {
    const main = lineOf('2026-01-10T00:00:00Z')
    const overlay = overlayOf('2026-04-10T00:00:00Z')
    const name = overlay.scratch.root.split('/').at(-1)
    await expect(
      open(options(main.scratch.root, overlay.scratch.root, '2026-03-31')),
    ).rejects.toMatchObject({
      name: 'CannotRun',
      message: expect.stringContaining(`first commit of \`${name}\`, 2026-04-10`),
      help: expect.stringContaining('can be left out'),
    })
  })
})
