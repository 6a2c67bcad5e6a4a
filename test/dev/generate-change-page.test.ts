import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {changePage, generateChangePage} from '../../src/dev/generate-change-page.ts'
import {kinds} from '../../src/validate/schemas.ts'

test('the page on classes of changes is fresh; `npm run gen` writes it', () => {
  const page = readFileSync(changePage, 'utf8')
  expect(page).toBe(generateChangePage())
  for (const kind of kinds()) expect(page).toContain(`### ${kind}\n`)
})
