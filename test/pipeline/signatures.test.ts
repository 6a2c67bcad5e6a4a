import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {gitRuns} from '../../src/load/git/run.ts'
import type {Diagnostic} from '../../src/model/diagnostic.ts'
import {openTrail} from '../../src/pipeline/trail.ts'
import {writeCommits} from '../helpers/signed-commits.ts'
import {ed25519, type TestSigner} from '../helpers/ssh-signer.ts'
import {Scratch, scratchFolder} from '../load/git/scratch.ts'

const [okafor, lopez, stranger] = [ed25519(), ed25519(), ed25519()]

interface Holder {
  readonly key?: TestSigner
  readonly to?: string
  readonly roleEnds?: string
}

function person(id: string, {key, to, roleEnds}: Holder): string {
  const keys =
    key === undefined
      ? ''
      : `keys:\n  - {type: ssh, key: ${key.publicLine}, from: 2025-01-01${to === undefined ? '' : `, to: ${to}`}}\n`
  const end = roleEnds === undefined ? '' : `, to: ${roleEnds}`
  return `kind: Person\nid: ${id}\nname: ${id}\nemails: [${id}@northgate.example]\nroles:\n  - {role: officer, from: 2024-01-01${end}}\n${keys}`
}

interface Step {
  readonly people?: Readonly<Record<string, Holder>>
  readonly by?: TestSigner
  readonly date?: string
  readonly change?: (text: string) => string
}

/** A repository in which each step writes some people and is signed by somebody. */
function repositoryOf(steps: readonly Step[]): Scratch {
  const scratch = new Scratch()
  scratch.write('cinch.yaml', 'formatVersion: 1\n')
  const commits = steps.map(({people = {}, by, date = '2025-06-15', change}, index) => {
    for (const [id, holder] of Object.entries(people))
      scratch.write(`records/${id}.yaml`, person(id, holder))
    scratch.git('add', '--all')
    return {
      tree: scratch.git('write-tree').trim(),
      date: `${date}T12:00:00Z`,
      message: `Step ${index}`,
      ...(by === undefined ? {} : {sign: by.sign}),
      ...(change === undefined ? {} : {change}),
    }
  })
  writeCommits(scratch, commits)
  return scratch
}

async function trailOf({root}: Scratch, allowedSigners?: string) {
  const options = {
    root,
    overlays: [],
    at: 'HEAD',
    asOf: '2026-01-01',
    history: true,
    ...(allowedSigners === undefined ? {} : {allowedSigners}),
  }
  const {trails, findings} = await openTrail({...options, verify: true})
  // What is shown without verification is the same, though only people are read for it.
  expect((await openTrail({...options, verify: false})).trails).toEqual(trails)
  const [trail] = trails
  if (trail === undefined) throw new Error('expected a trail')
  const codes = findings
    .filter(({code}) => /signature|signed|vouched/.test(code))
    .map(({code, severity}: Diagnostic) => `${severity} ${code}`)
    .sort()
  return {trail, codes, findings}
}

const both = {okafor: {key: okafor}, lopez: {key: lopez, to: '2025-06-30'}}

test('every state is told apart, in the commits and wherever records name them', async () => {
  const {trail, codes} = await trailOf(
    repositoryOf([
      {people: both},
      {people: {okafor: {key: okafor, roleEnds: '2027-01-01'}}, by: okafor},
      {by: lopez},
      {by: lopez, date: '2025-07-01'},
      {by: stranger, date: '2025-07-02'},
      {by: okafor, date: '2025-07-03', change: (it) => it.replace('Step', 'Stop')},
    ]),
  )
  expect(trail.commits.map(({signature, signed}) => `${signature} ${signed?.person}`)).toEqual([
    'none undefined',
    'good okafor',
    'good lopez',
    'expired lopez',
    'unknownKey null',
    'bad null',
  ])
  const record = trail.records.find(({id}) => id === 'okafor')
  expect(record?.last.signature).toBe('good')
  expect(record?.changes.map(({commit}) => commit.signature)).toEqual(['none', 'good'])
  expect(record?.events.at(-1)?.first).toBe(record?.changes[0]?.commit)
  expect(codes).toEqual([
    'error trail/signature-bad',
    'note trail/unsigned',
    'warning trail/signature-expired',
    'warning trail/signature-unknown-key',
  ])
})

test('a key that comes in later needs the signature of one on record', async () => {
  const {trail, codes} = await trailOf(
    repositoryOf([
      {people: {okafor: {key: okafor}}, by: okafor},
      {people: {lopez: {key: lopez}}, by: okafor},
      {people: {eve: {key: stranger}}, by: stranger},
    ]),
  )
  expect(trail.keys?.map((it) => [it.person, it.first?.hash, it.vouched])).toEqual([
    ['eve', trail.commits[2]?.hash, false],
    ['lopez', trail.commits[1]?.hash, true],
    ['okafor', trail.commits[0]?.hash, false],
  ])
  // Nobody can vouch for the first.
  expect(codes).toEqual(['warning trail/key-unvouched'])
})

test('a key put in the place of another is of the commit that did so', async () => {
  const {trail} = await trailOf(
    repositoryOf([{people: {okafor: {key: okafor}}}, {}, {people: {okafor: {key: stranger}}}]),
  )
  expect(trail.keys?.map(({first}) => first?.hash)).toEqual([trail.commits[2]?.hash])
})

test('what somebody signs after the last role ended is told', async () => {
  const {trail, codes} = await trailOf(
    repositoryOf([
      {people: {okafor: {key: okafor, roleEnds: '2025-06-14'}}, by: okafor, date: '2025-06-14'},
      {by: okafor, date: '2025-06-15'},
    ]),
  )
  expect(trail.commits.map(({signed}) => signed?.reason)).toEqual([
    undefined,
    'no role of `okafor` was in force on 2025-06-15',
  ])
  expect(codes).toEqual(['warning trail/signature-role'])
})

test('without a key on record a signature is one finding, and nothing else is asked', async () => {
  const {trail, codes} = await trailOf(
    repositoryOf([{people: {okafor: {}}}, {by: stranger}, {by: lopez}]),
  )
  expect(trail.commits.map(({signature}) => signature)).toEqual([
    'none',
    'unknownKey',
    'unknownKey',
  ])
  expect(codes).toEqual(['note trail/signature-no-keys'])
})

test('without signatures and keys nothing is found', async () => {
  expect((await trailOf(repositoryOf([{people: {okafor: {}}}]))).codes).toEqual([])
})

test('a file of keys decides alone, and names people by their addresses', async () => {
  const scratch = repositoryOf([{people: both}, {by: okafor}, {by: lopez}, {by: stranger}])
  const file = join(scratchFolder(), 'signers')
  writeFileSync(file, `okafor@northgate.example namespaces="git" ${okafor.publicLine}\n`)
  const {trail, codes} = await trailOf(scratch, file)
  expect(trail.commits.map(({signature, signed}) => `${signature} ${signed?.person}`)).toEqual([
    'none undefined',
    'good okafor',
    'unknownKey null',
    'unknownKey null',
  ])
  expect(trail.signers).toBe('file')
  expect(trail.keys).toBeUndefined()
  expect(codes).toEqual([
    'note trail/unsigned',
    'warning trail/signature-unknown-key',
    'warning trail/signature-unknown-key',
  ])
})

test('a long signed history takes as many processes as a short one', async () => {
  const runs = async (length: number) => {
    const steps = Array.from({length}, () => ({by: okafor}))
    const scratch = repositoryOf([{people: both}, ...steps])
    const before = gitRuns()
    const {trail} = await trailOf(scratch)
    expect(trail.commits.filter(({signature}) => signature === 'good')).toHaveLength(length)
    return gitRuns() - before
  }
  expect(await runs(60)).toBe(await runs(1))
})
