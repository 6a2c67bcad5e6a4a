import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {generateTypes} from '../src/dev/generate-types.ts'

test('the types are those of the schemas; `npm run gen` writes them', async () => {
  const committed = readFileSync(new URL('../src/model/records.gen.ts', import.meta.url), 'utf8')
  expect(committed).toBe(await generateTypes())
})
