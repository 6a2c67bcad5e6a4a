import {expect, test} from 'vitest'
import {authorities} from '../../src/law/authorities.ts'
import {findMatter, matters} from '../../src/law/matters.ts'
import {rules} from '../../src/rules/index.ts'

test('the published matters that are compared, by date', () => {
  expect(matters.map(({id, cameOut}) => `${id} ${cameOut}`)).toEqual([
    'medsouth-2002 favourable',
    'brown-toland-2003 order',
    'suburban-health-2006 unfavourable',
    'advocate-2006 order',
    'gripa-2007 favourable',
    'tristate-2009 favourable',
    'norman-2013 favourable',
  ])
  const dates = matters.map(({date}) => date)
  expect(dates).toEqual([...dates].sort())
})

test.each(matters)(
  '$id: each fact has its source, its standing and a test that exists',
  (matter) => {
    expect(authorities.map(({id}) => id)).toContain(matter.authority)
    for (const {says, source, standing, test: id, there, factor} of matter.facts) {
      expect(says).not.toMatch(/\.$/)
      expect(source.endsWith('recalled')).toBe(standing === 'R')
      expect(id === undefined).toBe(there === undefined)
      if (id === undefined) continue
      expect(rules.some((it) => it.id === id)).toBe(true)
      expect(id[0]).toBe(factor)
    }
  },
)

test('a matter that nobody published is none', () => {
  expect(findMatter('gripa-2007')?.date).toBe('2007-09-17')
  expect(findMatter('medsouth-2007')).toBeUndefined()
})
