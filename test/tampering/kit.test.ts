import {cpSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {attacks, type Scene} from './attacks.ts'
import {
  codesOf,
  commitAll,
  copyOf,
  dossierOf,
  freshPath,
  git,
  keys,
  lastSeal,
  put,
  removeScratch,
  seal,
  smallNetwork,
  verify,
} from './sealed-repository.ts'

const base = freshPath('small')
const seals: string[] = []
const commits: string[] = []
let dossier = ''
let anchor = ''

/** Two seals by two officers, with honest commits between them and after. */
beforeAll(async () => {
  smallNetwork(base)
  commits.push(git(base, ['rev-parse', 'HEAD']))
  seals.push(await seal(base, {key: keys.okafor}))
  put(base, 'README.md', 'Notes\n')
  commits.push(commitAll(base, 'Add notes'))
  dossier = await dossierOf(base)
  seals.push(await seal(base, {key: keys.venn}))
  put(base, 'README.md', 'More notes\n')
  commitAll(base, 'Add more notes')
  anchor = freshPath('anchor')
  cpSync(join(base, 'seals'), anchor, {recursive: true})
})
afterAll(removeScratch)

function scene(): Scene {
  return {root: copyOf(base), seals, commits, dossier, anchor}
}

describe('every attack is caught, and named', () => {
  test.each(attacks)('$name', async ({make, caughtBy}) => {
    const set = scene()
    const {root = set.root, target} = (await make(set)) ?? {}
    const verification = await verify(root, target ?? join(root, lastSeal(root)))
    expect(codesOf(verification)).toEqual(caughtBy)
  })
})
