import {expect, test} from 'vitest'
import {failureOf} from '../../src/cli/failure.ts'
import {runCinch} from '../helpers/run-cinch.ts'

test('a missing argument names the help of its command, and no flag that was not given', () => {
  const {exitCode, stderr} = runCinch(['verify'])
  expect(exitCode).toBe(2)
  expect(stderr).toContain('Missing 1 required arg')
  expect(stderr).toContain('`cinch verify --help` shows its arguments and flags')
  expect(stderr).not.toContain('multiple values')
})

test('a list flag takes one value, and leaves the argument after it', () => {
  const {exitCode, stderr} = runCinch(['verify', '--overlay', 'a', 'dossier'])
  expect(exitCode).toBe(2)
  expect(stderr).not.toContain('Missing')
})

test('a value that a flag does not know names the help of its command', () => {
  const {exitCode, stderr} = runCinch(['diff', '--format=sarif'])
  expect(exitCode).toBe(2)
  expect(stderr).toContain('`cinch diff --help`')
})

test.each([
  ['scandir', 'Change its permissions so that you may read it: nothing is passed over'],
  ['mkdir', 'Choose a folder that you may write to, or change its permissions'],
])('where the system refuses %s, the help is of that', (syscall, help) => {
  const refused = Object.assign(new Error('EACCES: permission denied'), {code: 'EACCES', syscall})
  expect(failureOf(refused, ['validate'])).toMatchObject({exitCode: 2, help})
})
