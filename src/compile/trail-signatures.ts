import {dateOf} from '../model/date.ts'
import type {Block} from '../model/dossier.ts'
import type {SignatureState} from '../model/signature.ts'
import type {Commit, KeyOrigin} from '../model/trail.ts'
import {paragraph, table} from './blocks.ts'
import type {Desk} from './desk.ts'
import type {Complete} from './lag.ts'
import {count, figure} from './phrases.ts'
import {anyOf, recordSource} from './trail-sources.ts'

/** Signature of one commit, in a cell. */
export const signatureWords = {
  none: 'none',
  unchecked: 'present, not checked',
  hosting: 'key of a hosting service',
  good: 'good',
  bad: 'bad',
  unknownKey: 'key not known',
  expired: 'key not in force',
} as const satisfies Record<SignatureState, string>

/** What each state says, and no more. */
const meaning = {
  good: 'Made with a key of a person on record, on a day on which it was theirs.',
  hosting: 'Carries the key of a hosting service, which made the commit for somebody.',
  expired: 'Made with a key of a person on record, on another day or after its end.',
  unknownKey: 'Made with a key that no record holds.',
  bad: 'Does not fit the commit.',
  unchecked: 'Could not be checked where this dossier was made.',
  none: 'Anybody could have put the name into the commit.',
} as const satisfies Record<SignatureState, string>

/** Who signed; nothing where no commit is signed and no key is on record. */
export function signatureBlocks(desk: Desk, trail: Complete): Block[] {
  const {root, commits, keys = [], signers} = trail
  if (signers === undefined) return []
  if (keys.length === 0 && commits.every(({signature}) => signature === 'none')) return []
  const states = (Object.keys(meaning) as SignatureState[])
    .map((state) => ({state, of: commits.filter(({signature}) => signature === state)}))
    .filter(({of}) => of.length > 0)
  return [
    paragraph(
      `${signers === 'file' ? 'Signatures were checked against a file of keys given from outside the records.' : keys.length === 0 ? 'No record holds a key, so no signature tells whose it is.' : 'Signatures were checked against the keys of the Person records. Who can write the records can add a key to them, so the commit that first held each key is named.'} A signature binds an identity to a commit, not to a time.`,
      anyOf(desk, trail),
    ),
    ...table(
      `Signatures of the ${count(commits.length, 'commit')} of ${root}`,
      [
        ['Signature', 1.5],
        ['Commits', 0.8, 'right'],
        ['What it says', 5],
      ],
      states.map(({state, of}) => ({
        cells: [signatureWords[state], figure(of.length), meaning[state]],
        sources: anyOf(desk, trail),
      })),
    ),
    ...keyTable(desk, trail, keys),
  ]
}

function keyTable(desk: Desk, trail: Complete, keys: readonly KeyOrigin[]): Block[] {
  return table(
    `Keys of people in the records of ${trail.root}`,
    [
      ['Person', 1.5],
      ['Key', 3, 'code'],
      ['From', 1],
      ['To', 1],
      ['First commit', 1.3, 'code'],
      ['Signed with a key already on record', 1.4],
    ],
    keys.map((it) => ({
      cells: [
        it.person,
        it.key,
        it.from,
        it.to ?? 'not stated',
        it.first === null ? 'not shown' : `${it.first.hash.slice(0, 12)} ${dayOf(it.first)}`,
        it.vouched ? 'yes' : it.founded === true ? 'the first on record' : 'no',
      ],
      sources: trail.records
        .filter(({kind, id}) => kind === 'Person' && id === it.person)
        .map((record) => recordSource(desk, record)),
    })),
  )
}

/** Largest Unix time that a `YYYY-MM-DD` can show: a commit may claim a later one. */
const lastSecond = 253_402_300_799

function dayOf({committer}: Commit): string {
  return dateOf(Math.min(Math.max(committer.at, 0), lastSecond))
}
