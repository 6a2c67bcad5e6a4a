import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {replay} from '../../src/dev/replay.ts'
import {holdNorthgate} from './changed-northgate.ts'
import type {Edit} from './changes/change.ts'

const folder = mkdtempSync(join(tmpdir(), 'cinch-market-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

let held: Awaited<ReturnType<typeof holdNorthgate>>
beforeAll(async () => {
  const root = join(folder, 'replayed')
  await replay('examples/northgate', root)
  held = await holdNorthgate(root)
})

const screen = 'records/market/service-area-2026.yaml'
const agreement = 'records/agreements/participation-agreement-2025.yaml'
const payerA = 'records/contracting/contract-payer-a.yaml'

/** Without what makes the commercial line not ready for other reasons: B1 and L4. */
const mended: readonly Edit[] = [
  {
    file: agreement,
    from: 'signatures:\n',
    to: 'signatures:\n  - {participant: birchwood-family-medicine, date: 2025-09-20}\n',
  },
  {
    file: 'records/exhibits/documents.yaml',
    from: '4d03147c03775a938d0853600d9f3a635fe9a6a44fa9c9ad69f6a83f040f3caa',
    to: 'ac9da3d27777de9411c910458a40e77c2253d4d052615117f6dca7f0e1ac5f6e',
  },
]

/** Members are two thirds of family medicine. */
const highShare: Edit = {
  file: screen,
  from: 'members: 16\n    all: 120',
  to: 'members: 80\n    all: 120',
}
const noShare: Edit = {file: screen, from: /^counts:\n( {2}.*\n)+/m, to: ''}
const exclusive: Edit = {
  file: agreement,
  from: 'exclusivity: nonExclusive',
  to: 'exclusivity: exclusive',
}
const refused: Edit = {
  file: payerA,
  from: 'event: contractedIndividually',
  to: 'event: refusedNetwork',
}
const told: Edit = {
  file: payerA,
  from: /$/,
  to: '  - {date: 2025-09-18, event: noticeOfIndividualRoute}\n',
}

test.each<[string, readonly Edit[], string, string, string]>([
  [
    'a low share, and payers are free',
    [],
    'supported',
    'J1 J2 J3 J4 J5 J6 J7 J8 J9 J10 K1 K2 K3 K4 K5 K6 K7',
    'readyForCounselsReview',
  ],
  [
    'a high share fails nobody while payers can go around',
    [highShare],
    'supportedWithNotedWeakness',
    'J5',
    'readyForCounselsReview',
  ],
  [
    'a payer that refused was told of the other way',
    [highShare, refused, told],
    'supportedWithNotedWeakness',
    'J5',
    'readyForCounselsReview',
  ],
  [
    'J1 flipped: members are bound to the network',
    [highShare, exclusive],
    'fails',
    'J1',
    'notReady',
  ],
  [
    'J4 flipped: a payer that refused was not told',
    [highShare, refused],
    'fails',
    'J4',
    'notReady',
  ],
  [
    'the share is not known, and a payer was not told',
    [noShare, refused],
    'fails',
    'J4',
    'notReady',
  ],
  ['a low share, and a payer was not told', [refused], 'open', 'J4', 'conditionsOutstanding'],
])('%s', async (_what, edits, outcome, decidedBy, readiness) => {
  const judged = await held.judge([...mended, ...edits])
  const market = judged.questions['commercial-ppo']?.['marketPowerAndSpillover']
  expect([
    market?.outcome,
    market?.decidedBy.join(' '),
    judged.readiness['commercial-ppo'],
  ]).toEqual([outcome, decidedBy, readiness])
})
