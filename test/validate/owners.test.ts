import {expect, test} from 'vitest'
import {checkFigures} from '../../src/validate/figures.ts'
import {checkOwners} from '../../src/validate/owners.ts'
import {workspaceOf} from '../helpers/workspace.ts'

const network = (owners: string) =>
  `{kind: Network, id: net, legalName: Net, productLines: []${owners === '' ? '' : `, participantOwners: [${owners}]`}}`

const practice = (id: string, owner: string) =>
  `{kind: Participant, id: ${id}, name: ${id}, type: practice, owner: ${owner}}`

function checked(owners: readonly string[], listed = ''): string[] {
  const text = [network(listed), ...owners.map((it, index) => practice(`p${index}`, it))]
  return checkOwners(workspaceOf(text.join('\n---\n')).entries).map(
    ({code, message, help = ''}) => `${code} ${message} / ${help}`,
  )
}

const meant = (found: string, owner: string) =>
  expect.stringContaining(
    `reference/owner Unexpected \`${found}\` for \`owner\`, named nowhere else, expected \`${owner}\`, which others name / Did you mean \`${owner}\`?`,
  ) as string

test.each([
  ['one owner of two', ['owner-2', 'owner-2'], []],
  ['two turned letters', ['owner-2', 'owner-2', 'onwer-2'], [meant('onwer-2', 'owner-2')]],
  ['two turned letters, each once', ['owner-2', 'onwer-2'], [meant('onwer-2', 'owner-2')]],
  [
    'a letter left out, each once',
    ['alder-owners', 'alder-owner'],
    [meant('alder-owner', 'alder-owners')],
  ],
  ['another letter, beside two', ['alder', 'alder', 'aldor'], [meant('aldor', 'alder')]],
  ['another letter, each once: another owner', ['alder', 'elder'], []],
  ['another number', ['owner-1', 'owner-2', 'owner-2'], []],
  ['two letters apart', ['north-partners', 'south-partners', 'south-partners'], []],
  ['short ids', ['elm', 'elm', 'eln'], []],
  ['the id of a participant', ['p1', 'other'], []],
])('%s', (_name, owners, expected) => {
  expect(checked(owners)).toEqual(expected)
})

test.each([
  ['all listed', ['alder', 'alders'], 'alder, alders', []],
  [
    'one not listed',
    ['alder', 'birhc'],
    'alder, birch',
    [
      'reference/owner Unexpected `birhc` for `owner`, expected an owner that `participantOwners` of the Network lists / Did you mean `birch`?',
    ],
  ],
])('a list of owners: %s', (_name, owners, listed, expected) => {
  expect(checked(owners, listed)).toEqual(expected)
})

const at = (id: string, rest: string) =>
  `{kind: Participant, id: ${id}, name: ${id}, type: practice, joined: 2024-01-01, clinicians: [{npi: '2000000000', specialty: cardiology, role: specialist${rest}}]}`

test.each([
  ['two entries', ['', ''], ['record/duplicate-npi']],
  ['one counts', ['', ', countedAt: p0'], []],
  ['the first counts elsewhere', [', countedAt: p1', ''], []],
  ['three, two of which count', ['', ', countedAt: p0', ''], ['record/duplicate-npi']],
  [
    'neither counts',
    [', countedAt: p1', ', countedAt: p0'],
    ['record/not-counted', 'record/not-counted'],
  ],
  ['counted where the clinician is not', ['', ', countedAt: p9'], ['record/not-counted']],
  [
    'counted after leaving there',
    [', left: 2024-02-01', ', joined: 2024-03-01, countedAt: p0'],
    ['record/not-counted'],
  ],
])('a clinician at two practices: %s', (_name, rest, codes) => {
  const text = rest.map((it, index) => at(`p${index}`, it)).join('\n---\n')
  const found = checkFigures(workspaceOf(text).entries)
  expect(found.map(({code}) => code)).toEqual(codes)
})
