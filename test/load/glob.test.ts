import {expect, test} from 'vitest'
import {compileGlob} from '../../src/load/glob.ts'

const matches = (glob: string, path: string, dot = false) => {
  const compiled = compileGlob(glob, {dot})
  if ('problem' in compiled) throw new Error(compiled.problem)
  return compiled.matches(path)
}

test.each([
  ['**/*.{yaml,yml}', 'a.yaml', true],
  ['**/*.{yaml,yml}', 'a/b/c.yml', true],
  ['**/*.{yaml,yml}', 'a/b/c.yaml.txt', false],
  ['**/*.{yaml,yml}', '.github/ci.yaml', false],
  ['**/*.{yaml,yml}', 'a/.b.yaml', false],
  ['.github/**', '.github/workflows/ci.yaml', true],
  ['tables/**', 'tables/a.csv', true],
  ['tables/**', 'tables/a/b.csv', true],
  ['tables/**', 'tables', false],
  ['tables/**', 'old/tables/a.csv', false],
  ['**/tables/**', 'old/tables/a.csv', true],
  ['**/tables/**', 'tables/a.csv', true],
  ['**/tables/**', 'old/tables', false],
  ['a/**/b', 'a/b', true],
  ['a/**/b', 'a/x/y/b', true],
  ['a/**/b', 'a/x/y/c', false],
  ['*.md', 'README.md', true],
  ['*.md', 'docs/README.md', false],
  ['README.md', 'README.md', true],
  ['README.md', 'readme.md', false],
  ['20??-*.yaml', '2025-q1.yaml', true],
  ['20??-*.yaml', '205-q1.yaml', false],
  ['{a,b/{c}}.md', 'a.md', 'problem'],
  ['{a,b}/*', 'b/x', true],
  ['*a*b*c*', 'xaxbxcx', true],
  ['*a*b*c*', 'xaxcxbx', false],
])('%s on %s: %s', (glob, path, expected) => {
  if (expected === 'problem') expect(compileGlob(glob)).toHaveProperty('problem')
  else expect(matches(glob, path)).toBe(expected)
})

test('an ignored folder is ignored with its hidden files', () => {
  expect(matches('docs/**', 'docs/.cache/x')).toBe(false)
  expect(matches('docs/**', 'docs/.cache/x', true)).toBe(true)
})

test.each([
  '../x',
  '/etc/*',
  'a/../b',
  './a',
  'a//b',
  'a\\b',
  '!a',
  '[ab]',
  '+(a|b)',
  '{a',
  'a}',
  '',
])('%s is refused', (glob) => expect(compileGlob(glob)).toHaveProperty('problem'))

test('braces do not unfold without end', () => {
  expect(compileGlob('{a,b}'.repeat(6))).toHaveProperty('matches')
  expect(compileGlob('{a,b}'.repeat(7))).toHaveProperty('problem')
})

test('a glob of stars takes no longer than it is long', {timeout: 5000}, () => {
  expect(matches('*a'.repeat(200), 'a'.repeat(250))).toBe(true)
  expect(matches(`${'*a'.repeat(200)}b`, 'a'.repeat(4000))).toBe(false)
  expect(matches(`${'**/a/'.repeat(90)}b`, 'a/'.repeat(2000))).toBe(false)
})
