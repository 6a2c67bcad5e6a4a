import {expect, test} from 'vitest'

import {createKerning} from '../../src/render/pdf/kerning.ts'
import {facesOf} from './recorder.ts'

const none = ['liga', 'clig', 'dlig', 'calt', 'rlig', 'rclt', 'ccmp', 'locl', 'mark', 'mkmk']
const features = Object.fromEntries(none.map((it) => [it, false]))
const printable = Array.from({length: 0x7e - 0x20}, (_, index) => 0x21 + index)
const accented = Array.from('ÀÉÎÕÜßàéîõüçñøœšžł«»§¼½°·¿', (it) => it.codePointAt(0) ?? 0)

test('is that of the shaper for every pair of Latin characters', {timeout: 60_000}, async () => {
  let kerned = 0
  for (const {font} of Object.values(await facesOf())) {
    const {font: shaper} = font
    const kerning = createKerning(() => shaper.GPOS)
    for (const left of [...printable, ...accented])
      for (const right of printable.concat(left > 0x7f ? accented : [])) {
        const pair = String.fromCodePoint(left, right)
        const [first, second] = [left, right].map((it) => shaper.glyphForCodePoint(it))
        const {glyphs, positions} = shaper.layout(pair, features, 'latn', null, 'ltr')
        const expected = (positions[0]?.xAdvance ?? 0) - (first?.advanceWidth ?? 0)
        const found = kerning(first?.id ?? 0, second?.id ?? 0)
        if (found !== 0) kerned += 1
        // One message for a hundred thousand pairs: `expect` for each would take a minute.
        if (glyphs.length !== 2 || glyphs[0]?.id !== first?.id || found !== expected)
          expect.fail(`${pair} in ${font.id}: ${found}, the shaper says ${expected}`)
      }
  }
  expect(kerned).toBeGreaterThan(5_000)
})

test('is nothing in a font without a table of pairs', () => {
  expect(createKerning(() => undefined)(1, 2)).toBe(0)
})
