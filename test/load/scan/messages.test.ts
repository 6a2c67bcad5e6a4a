import {expect, test} from 'vitest'
import {readTrail} from '../../../src/load/git/history.ts'
import {meeting, Scratch, type CommitOptions} from '../git/scratch.ts'

const file = {'r.yaml': meeting('jan', 'held: 2024-01-02\n')}

async function trailOf(commits: readonly CommitOptions[], rootName = 'main', folder = '') {
  const scratch = new Scratch()
  for (const it of commits) scratch.commit(it)
  const root = `${scratch.root}${folder}`
  const trail = await readTrail({root, rootName})
  if (trail.status !== 'complete') throw new Error(trail.reason)
  return trail
}

/** `class pattern line:column` of what was found. */
const shown = (trail: Awaited<ReturnType<typeof trailOf>>) =>
  (trail.hits ?? []).map(
    ({class: kind, pattern, location: {start}}) =>
      `${kind} ${pattern} ${start.line}:${start.column}`,
  )

test.each([
  ['a subject', 'Payer offered 115% of Medicare', ['price price-medicare-percent 1:15']],
  [
    'a body',
    'Add minutes\n\nPayer A said no.\nIt now pays 115% of Medicare.',
    ['price price-medicare-percent 4:13'],
  ],
  [
    'two classes',
    'Take out SSN 123-45-6789\n\nDr. Smith was suspended',
    ['identifier identifier-ssn 1:10', 'narrative narrative-named-sanction 3:1'],
  ],
  [
    'the same twice: the first place',
    '115% of Medicare\n\n120% of Medicare',
    ['price price-medicare-percent 1:1'],
  ],
  [
    'privileged text',
    `Memo\n\nPrivileged and confidential\n${'Counsel advises so. '.repeat(30)}`,
    ['privileged privileged-legend 3:1'],
  ],
  [
    'letters beyond ASCII before it',
    'Ärzte: 115% of Medicare',
    ['price price-medicare-percent 1:8'],
  ],
  ['nothing', 'Record the meeting of January\n\nSigned-off-by: A <a@riverbend.example>', []],
  ['an address of an author beside a word for a patient', 'Patient portal goes live', []],
])('%s', async (_name, message, expected) => {
  expect(shown(await trailOf([{files: file, message}]))).toEqual(expected)
})

test('a place is the commit, with its whole hash, and never the text', async () => {
  const trail = await trailOf([{files: file, message: 'It pays 115% of Medicare'}], 'overlay-1')
  const [hit] = trail.hits ?? []
  expect(hit?.location).toEqual({
    file: `commit ${trail.head.slice(0, 10)}`,
    root: 'overlay-1',
    commit: trail.head,
    start: {line: 1, column: 9},
    end: {line: 1, column: 25},
  })
  expect(JSON.stringify(trail)).not.toContain('115')
})

test('a name on commits is looked at once, and shown in none of them', async () => {
  const name = 'Dr. Smith was suspended'
  const trail = await trailOf([
    {files: file, message: 'One', name},
    {files: {'s.yaml': meeting('feb', 'held: 2024-02-02\n')}, message: 'Two', name},
  ])
  // The walk is newest first.
  expect(trail.hits?.map(({location: {commit}}) => commit)).toEqual([trail.head])
  expect(JSON.stringify(trail)).not.toContain('Smith')
})

test('of a subfolder, only commits that touched it', async () => {
  const trail = await trailOf(
    [
      {files: {'other/a.txt': 'a'}, message: 'It pays 115% of Medicare'},
      {files: {'net/r.yaml': file['r.yaml']}, message: 'It pays 120% of Medicare'},
    ],
    'main',
    '/net',
  )
  expect(trail.hits).toHaveLength(1)
  expect(trail.commits).toHaveLength(1)
})
