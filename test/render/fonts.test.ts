import {createHash} from 'node:crypto'
import {readdirSync, readFileSync} from 'node:fs'

import {expect, test} from 'vitest'

const folder = new URL('../../templates/fonts/', import.meta.url)

test('every font is the one that was taken, with its licence beside it', () => {
  const hashes = readdirSync(folder)
    .sort()
    .map((name) => {
      const hash = createHash('sha256')
        .update(readFileSync(new URL(name, folder)))
        .digest('hex')
      return `${hash.slice(0, 16)} ${name}`
    })
  expect(hashes).toMatchInlineSnapshot(`
    [
      "cb30d3086a8b3ce0 SourceCodePro-OFL.txt",
      "1bd0bb61d974f62f SourceCodePro_400Regular.ttf",
      "09746787287a2893 SourceSans3-OFL.txt",
      "393fb5b878ceed04 SourceSans3_400Regular.ttf",
      "bd2550fce2d295b0 SourceSans3_600SemiBold.ttf",
      "5f94c3fd3a23131a SourceSerif4-OFL.txt",
      "d47da11c5f55f031 SourceSerif4_400Regular.ttf",
      "8abc06ebcf3a84d6 SourceSerif4_400Regular_Italic.ttf",
      "d31cd1fb273e5399 SourceSerif4_600SemiBold.ttf",
    ]
  `)
})
