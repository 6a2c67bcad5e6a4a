import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import {Ids} from '../../../src/load/git/ids.ts'

const digits = fc.constantFrom(40, 64)
/** Few digits that differ, so that some names are the same and some nearly. */
const names = digits.chain((length) =>
  fc.array(
    fc
      .tuple(fc.nat({max: 40}), fc.nat({max: 0xff}))
      .map(([at, byte]) =>
        byte.toString(16).padStart(2, '0').padStart(at, 'f').padEnd(length, '0'),
      ),
    {maxLength: 60},
  ),
)

test('each name has the number under which it came first', () => {
  fc.assert(
    fc.property(names, fc.boolean(), (all, again) => {
      const ids = new Ids()
      const numbers = all.map((it) => ids.of(Buffer.from(`>${it}`), 1, it.length))
      const once = [...new Set(all)]
      expect(numbers).toEqual(all.map((it) => once.indexOf(it)))
      // What is kept says the same, looked up as the first thing or not.
      const kept = new Ids(ids.kept().slice(), ids.digits)
      for (const one of [ids, kept]) {
        if (again) one.spell()
        expect([one.size, one.digits]).toEqual([once.length, all[0]?.length ?? 0])
        expect(once.map((it) => one.find(it))).toEqual(once.map((_, index) => index))
        expect(once.map((_, index) => one.name(index))).toEqual(once)
        expect(one.find('e'.repeat(40))).toBe(-1)
        const sorted = once.map((_, index) => index).sort((a, b) => one.compare(a, b))
        expect(sorted.map((it) => once[it])).toEqual(once.toSorted())
      }
    }),
  )
})

test('thousands of names are found again', () => {
  const ids = new Ids()
  const all = Array.from({length: 20_000}, (_, index) =>
    (index * 7919).toString(16).padStart(40, '0'),
  )
  for (const it of all) ids.of(Buffer.from(it), 0, 40)
  expect(all.every((it, index) => ids.find(it) === index)).toBe(true)
})

test.each(['g'.repeat(40), 'A'.repeat(40), 'a'.repeat(64), 'a'.repeat(39), ''])(
  'refuses what is no name of the repository: %j',
  (text) => {
    const ids = new Ids()
    ids.of(Buffer.from('a'.repeat(40)), 0, 40)
    expect(() => ids.of(Buffer.from(text), 0, text.length)).toThrow(/^Unexpected answer of/)
    expect(ids.size).toBe(1)
  },
)
