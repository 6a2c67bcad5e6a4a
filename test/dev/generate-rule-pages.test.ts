import {readdirSync, readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {generateRulePages, pagesFolder} from '../../src/dev/generate-rule-pages.ts'
import {rules} from '../../src/rules/index.ts'

const pages = generateRulePages()

test('there is a page for each test, and no other; `npm run gen` writes them', () => {
  const committed = readdirSync(pagesFolder).filter((it) => it.endsWith('.md'))
  expect(committed.sort()).toEqual([...pages.keys()].sort())
})

test.each([...pages])('%s is what the tests and their examples say', (file, text) => {
  expect(readFileSync(new URL(file, pagesFolder), 'utf8')).toBe(text)
})

test.each(rules.map(({id}) => id))('%s has every heading once, in order, and an example', (id) => {
  const text = pages.get(`${id}.md`) ?? ''
  const prose = text.replace(/^(`{3,})[\s\S]*?^\1$/gm, '')
  expect([...prose.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual([
    'What it tests',
    'Why it matters',
    'Evidence it needs',
    'Numbers it uses',
    'Examples',
    'Authorities and their status',
    'Limits',
  ])
  expect(prose.match(/^### /gm)?.length).toBeGreaterThan(0)
  expect(pages.get('README.md')).toContain(`[${id}](${id}.md)`)
})

test('a withdrawn authority is said to be withdrawn where it is cited', () => {
  const citing = [...pages].filter(([, text]) => text.includes('Statements of Antitrust'))
  expect(citing.length).toBeGreaterThan(0)
  for (const [file, text] of citing) expect(text, file).toMatch(/withdrawn/i)
})
