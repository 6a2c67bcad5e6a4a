import {beforeAll, describe, expect, test} from 'vitest'
import {fingerprintOf} from '../../src/approvals/fingerprint.ts'
import {approvalsOf, entryNamed, reviewOf} from '../../src/pipeline/approvals.ts'
import {prepareApproval} from '../../src/pipeline/approve.ts'
import {evaluate} from '../../src/pipeline/evaluate.ts'
import {open} from '../../src/pipeline/open.ts'
import {compileDossier, publish} from '../../src/pipeline/publish.ts'
import {commitAll, folderOf} from '../helpers/run-cinch.ts'

const asOf = '2026-06-30'
const policy = {kind: 'SanctionPolicy', id: 'sanctions', title: 'Policy', ladder: []}
const note = {
  kind: 'CounselNote',
  id: 'canary-note',
  question: 'integration',
  counsel: 'rowan',
  date: '2026-01-05',
  view: 'reserved',
}

const yaml = (...records: readonly object[]) =>
  records.map((it) => `${JSON.stringify(it)}\n`).join('---\n')

const person = (id: string, role: string) => ({
  kind: 'Person',
  id,
  name: id,
  emails: [`${id}@northgate.example`],
  roles: [{role, from: '2024-01-01'}],
})

function verdict(id: string, of: {readonly kind: string; readonly id: string}, more: object = {}) {
  return {
    kind: 'Approval',
    id,
    record: {kind: of.kind, id: of.id},
    fingerprint: {algorithm: 'canonical-json-sha256-1', value: fingerprintOf(of)},
    person: 'rowan',
    role: 'counsel',
    date: '2026-01-10',
    verdict: 'approved',
    ...more,
  }
}

const config = `formatVersion: 1
approvals:
  - {kind: SanctionPolicy, quorum: [{role: counsel, count: 1}], authorExcluded: false}
  - {kind: CounselNote, quorum: [{role: counsel, count: 1}], authorExcluded: false}
`
const shared = {
  'cinch.yaml': config,
  'records/network.yaml': yaml({
    kind: 'Network',
    id: 'northgate',
    legalName: 'Northgate, LLC',
    productLines: [
      {id: 'ppo', title: 'PPO', basis: 'clinical', stage: 'proposed', jointPricing: true},
    ],
  }),
  'records/people.yaml': yaml(person('rowan', 'counsel')),
  'records/policy.yaml': yaml(policy),
}
const overlay = {
  'cinch.yaml': 'formatVersion: 1\nname: counsel\nclass: privileged\n',
  'records/note.yaml': yaml(note, person('canary-associate', 'counsel')),
}

type Files = Readonly<Record<string, string>>

/** What is told of the two roots, read together or the main one alone. */
async function told(main: Files, beside: Files, together = true) {
  const [root, other] = [folderOf({...shared, ...main}), folderOf({...overlay, ...beside})]
  for (const it of [root, other]) commitAll(it, 'Record', '2026-01-11T00:00:00Z')
  const overlays = together ? [other] : []
  const opened = await open({root, overlays, at: 'HEAD', asOf, history: true})
  const {states, diagnostics} = await approvalsOf(opened)
  return {
    opened,
    folders: {root, overlays},
    states: states.map(({kind, state}) => `${kind} ${state}`),
    policy: states.find(({kind}) => kind === 'SanctionPolicy'),
    codes: diagnostics.map(({code, location}) => `${location.root ?? 'main'} ${code}`),
    messages: diagnostics.map(({message}) => message).join('\n'),
  }
}

const ofPolicy = (more: object = {}) => ({
  'records/approval.yaml': yaml(verdict('canary-approval', policy, more)),
})

describe('an approval in an overlay of a record in the main root', () => {
  test('does not count, and is told where it is kept', async () => {
    const {states, codes, messages} = await told({}, ofPolicy())
    expect(states).toContain('SanctionPolicy missing')
    expect(codes).toContain('counsel approval/other-root')
    expect(messages).toContain(
      'Unexpected approval of `SanctionPolicy/sanctions`, which is kept in another root, expected it beside the record: it does not count',
    )
  })

  test('a refusal is told as one', async () => {
    const {states, messages} = await told({}, ofPolicy({verdict: 'refused'}))
    expect(states).toContain('SanctionPolicy missing')
    expect(messages).toContain('Unexpected refusal of `SanctionPolicy/sanctions`')
  })

  test('nothing of it is in what is told of the record, nor in a dossier', async () => {
    const [alone, both] = [await told({}, ofPolicy(), false), await told({}, ofPolicy())]
    expect(both.policy).toEqual(alone.policy)
    const {opened} = both
    const dossier = await compileDossier(opened, await evaluate(opened, '0.0.0'), false)
    const [json] = await publish(dossier, ['json'])
    const text = Buffer.from(json?.bytes ?? []).toString('utf8')
    expect(text).toContain('no verdict that counts')
    expect(text).toContain('Withheld here: 1 privileged.')
    expect(text).not.toContain('canary')
  })
})

describe('an approval in the main root of a record in an overlay', () => {
  const main = {'records/approval.yaml': yaml(verdict('of-note', note))}

  test('counts, and is told to give the record away', async () => {
    const {states, codes, messages} = await told(main, {})
    expect(states).toContain('CounselNote approved')
    expect(codes).toContain('main approval/other-root')
    expect(messages).toContain('it tells the readers of this repository that the record is there')
  })

  test('is of a record that is not there, for those readers', async () => {
    const {codes} = await told(main, {}, false)
    expect(codes).toContain('main approval/unresolved')
  })
})

test('beside the record it counts in either root', async () => {
  const {states, codes} = await told(ofPolicy(), {
    'records/approval.yaml': yaml(verdict('of-note', note)),
  })
  expect(states.sort()).toEqual(['CounselNote approved', 'SanctionPolicy approved'])
  expect(codes).toEqual(['counsel approval/unknown-author', 'main approval/unknown-author'])
})

describe('people and documents of an overlay', () => {
  const exhibit = {
    kind: 'Exhibit',
    id: 'canary-memo',
    title: 'Memo',
    location: 'Counsel',
    custodian: 'Counsel',
    made: '2026-01-02',
    class: 'privileged',
  }
  let scene: Awaited<ReturnType<typeof told>>
  beforeAll(async () => {
    scene = await told({}, {'records/memo.yaml': yaml(exhibit)})
  })
  const said = {role: 'counsel', verdict: 'approved', date: asOf, reliedOn: []} as const
  const approve = (name: string, more: {readonly person?: string; readonly reliedOn?: string[]}) =>
    prepareApproval(
      scene.opened,
      entryNamed(scene.opened, name),
      {...said, person: 'rowan', ...more},
      scene.folders,
    )

  test('are not written into the main root', async () => {
    await expect(approve('SanctionPolicy/sanctions', {reliedOn: ['canary-memo']})).rejects.toThrow(
      'Unexpected exhibit `canary-memo`',
    )
    await expect(approve('SanctionPolicy/sanctions', {person: 'canary-associate'})).rejects.toThrow(
      'Unexpected person `canary-associate`',
    )
  })

  test('are, beside a record of the overlay, in the overlay', async () => {
    const {folder, record} = await approve('CounselNote/canary-note', {
      person: 'canary-associate',
      reliedOn: ['canary-memo'],
    })
    expect(folder).toBe(scene.folders.overlays[0])
    expect(record.reliedOn).toEqual(['canary-memo'])
  })

  test('a record of the main root waits for nobody who is only there', async () => {
    const waits = async (name: string) => {
      const {waiting} = await reviewOf(scene.opened, entryNamed(scene.opened, name), scene.folders)
      return waiting.flatMap(({persons}) => persons.map(({id}) => id))
    }
    expect(await waits('SanctionPolicy/sanctions')).toEqual(['rowan'])
    expect(await waits('CounselNote/canary-note')).toEqual(['canary-associate', 'rowan'])
  })
})
