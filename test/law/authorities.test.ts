import {expect, test} from 'vitest'
import {authorities, findAuthority, lawAsOf} from '../../src/law/authorities.ts'
import {isDate} from '../../src/model/date.ts'
import {compareText} from '../../src/model/location.ts'

test('every authority of the register has an id of its own, in order', () => {
  const ids = authorities.map(({id}) => id)
  expect(ids).toHaveLength(37)
  expect(ids).toEqual([...new Set(ids)].sort(compareText))
})

test('a withdrawn authority says when it was withdrawn', () => {
  const withdrawn = authorities.filter(({status}) => status === 'withdrawn')
  expect(withdrawn.map(({id, statusDate}) => [id, statusDate])).toEqual([
    ['aco-policy-2011', '2023-07-14'],
    ['collaboration-guidelines-2000', '2024-12'],
    ['statement-8', '2023-07-14'],
    ['statement-9', '2023-07-14'],
  ])
  for (const {statusDetail} of withdrawn) expect(statusDetail).toMatch(/^withdrawn.*20\d\d/)
})

test('a staff letter is never more than a view that was not withdrawn', () => {
  const letters = authorities.filter(({kind}) => kind === 'staffLetter')
  expect(letters).toHaveLength(6)
  for (const {id, date, status, statusDetail} of letters) {
    expect(status, id).toBe('not withdrawn')
    expect(statusDetail, id).toContain('not binding')
    expect(isDate(date ?? ''), id).toBe(true)
  }
})

test('what is recalled does not claim to have been read', () => {
  for (const {id, readAt, standing} of authorities)
    if (readAt.startsWith('recalled')) expect(standing, id).toBe('R')
})

test('a source of which no page is named asks to be looked up', () => {
  const unnamed = authorities.filter(({readAt}) => readAt.startsWith('a public source'))
  expect(unnamed.map(({id}) => id)).toEqual([
    'atrium',
    'collaboration-guidelines-2000',
    'maricopa',
    'ntsp',
  ])
  for (const {readAt} of unnamed) expect(readAt).toContain('looked up before it is relied on')
})

test('an order never seems to bind still, nor a recalled decision to be good law', () => {
  for (const {id, kind, standing, statusDetail} of authorities) {
    if (kind === 'order')
      expect(statusDetail, id).toContain('whether it has since expired was not checked')
    if (kind === 'case' && standing === 'R')
      expect(statusDetail, id).toContain(
        'whether it was overruled or limited since was not checked',
      )
  }
  expect(findAuthority('maricopa')?.statusDetail).toBe('in force')
  expect(findAuthority('brown-toland-2004')?.statusDetail).toBe(
    'final order; whether it has since expired was not checked',
  )
})

test('allegations are named as such', () => {
  expect(findAuthority('aspirus')).toMatchObject({kind: 'allegation', status: 'allegations'})
})

test('every one says when its status was looked at; an unknown id has none', () => {
  expect(new Set(authorities.map(({asOf}) => asOf))).toEqual(new Set([lawAsOf]))
  expect(findAuthority('safe-zone-1996')).toBeUndefined()
})
