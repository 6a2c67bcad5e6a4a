import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {allCommands, exampleText} from '../../src/dev/generate-command-page.ts'
import {generateReference, referenceFolder} from '../../src/dev/generate-reference.ts'
import {findingCodes} from '../../src/model/finding-codes.ts'
import {kinds} from '../../src/validate/schemas.ts'

const pages = await generateReference()

test.each([...pages])('%s is fresh; `npm run gen` writes it', (file, text) => {
  expect(readFileSync(new URL(file, referenceFolder), 'utf8')).toBe(text)
})

test('every kind has its part, and an example of it', () => {
  const page = pages.get('kinds.md') ?? ''
  for (const kind of kinds()) {
    expect(page).toContain(`\n## ${kind}\n`)
    expect(page).toContain(`\nkind: ${kind}\n`)
  }
})

const sources = readdirSync('src', {recursive: true, encoding: 'utf8'})
  .filter((it) => it.endsWith('.ts') && !it.startsWith('dev') && !it.endsWith('finding-codes.ts'))
  .map((it) => readFileSync(join('src', it), 'utf8'))

/** Codes put together from a family and a word: where each word of the family stands. */
const composed: Readonly<Record<string, (word: string) => string>> = {
  exception: (word) => `'${word}'`,
  'house-rule': (word) => `'${word}'`,
  leak: (word) => `  ${word}: '`,
  schema: (word) => `case '${word}'`,
}

test('every code of a finding in the source has its text', () => {
  const families = new Set([...findingCodes.keys()].map((it) => it.split('/')[0]))
  const used = sources.flatMap((it) => [
    ...[...it.matchAll(/'([a-z-]+)\/[a-z0-9-]+'/g)]
      .filter(([, family]) => families.has(family ?? ''))
      .map(([code]) => code.slice(1, -1)),
    ...[...it.matchAll(/code: '([^']+)'/g)]
      .map(([, code = '']) => code)
      .filter((it) => it.includes('/')),
  ])
  expect(used.length).toBeGreaterThan(100)
  expect([...new Set(used)].filter((it) => !findingCodes.has(it)).sort()).toEqual([])
})

test('every text is of a code in the source', () => {
  const text = sources.join('\n')
  const unused = [...findingCodes.keys()].filter((code) => {
    const [family = '', word = ''] = code.split('/')
    return (
      !word.startsWith('<') &&
      !text.includes(`'${code}'`) &&
      composed[family] !== undefined &&
      !text.includes(composed[family](word))
    )
  })
  expect(unused).toEqual([])
})

test('every command begins its help with examples of itself, and every flag says what it is', async () => {
  const commands = await allCommands()
  expect(commands.length).toBeGreaterThan(15)
  for (const [id, {summary, examples = [], flags = {}, args = {}}] of commands) {
    expect(summary, id).toMatch(/^[A-Z].*\.$/)
    expect(examples, id).not.toEqual([])
    expect(examples.map((it) => exampleText(id, it)).join('\n'), id).toContain(`cinch ${id}`)
    for (const [name, it] of Object.entries(flags))
      expect(it.summary, `${id} --${name}`).toMatch(/\.$/)
    for (const [name, it] of Object.entries(args))
      expect(it.description, `${id} ${name}`).toMatch(/[.;]/)
  }
})
