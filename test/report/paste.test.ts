import {execFileSync} from 'node:child_process'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {commandLines, commitLines, shellWord} from '../../src/report/paste.ts'

/** Words that a shell reads of a command. */
const wordsOf = (text: string) =>
  execFileSync('sh', ['-c', `set -- ${text}\nprintf '%s\\n' "$@"`], {encoding: 'utf8'})
    .split('\n')
    .slice(0, -1)

test('what fits is one line; what does not goes on after a mark, within the width', () => {
  expect(commandLines(['git add --', 'a.yaml'], 80)).toEqual(['  git add -- a.yaml'])
  const long = commandLines(['cinch approve', 'Kind/id', '--person dana', '--role officer'], 40)
  expect(long).toEqual(['  cinch approve Kind/id --person dana \\', '    --role officer'])
  expect(wordsOf(long.join('\n'))).toEqual([
    'cinch',
    'approve',
    'Kind/id',
    '--person',
    'dana',
    '--role',
    'officer',
  ])
})

test('files are committed where they are, also from another folder', () => {
  expect(commitLines('.', ['a b.yaml'], {width: 80})).toEqual([
    "  git add -- 'a b.yaml'",
    '  git commit',
  ])
  expect(commitLines('../it', ['a'], {width: 80, signed: true})).toEqual([
    '  git -C ../it add -- a',
    '  git -C ../it commit -S',
  ])
})

test('any word that can be shown as it is comes back as it was', () => {
  const words = fc.array(
    fc.string({unit: fc.constantFrom(...Array.from('ab $`"\'\\;|&<>*?~!#(){}[]=:/'))}),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  fc.assert(
    fc.property(words, (given) => {
      const filled = given.map((it) => `x${it}`)
      expect(wordsOf(commandLines(filled.map(shellWord), 30).join('\n'))).toEqual(filled)
    }),
    {numRuns: 40},
  )
})
