import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'

interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      {readonly optionalDependencies?: Readonly<Record<string, string>>; readonly resolved?: string}
    >
  >
}

const {packages} = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock

test('the lock file holds the bindings of every platform: npm 11 refuses `npm ci` without them', () => {
  const held = Object.keys(packages).map((it) => it.slice(it.lastIndexOf('node_modules/') + 13))
  const wanted = Object.values(packages).flatMap((it) => Object.keys(it.optionalDependencies ?? {}))
  expect(wanted.length).toBeGreaterThan(0)
  expect(wanted.filter((it) => !held.includes(it))).toEqual([])
})

test('the lock file names no host', () => {
  expect(Object.values(packages).filter((it) => it.resolved !== undefined)).toEqual([])
})
