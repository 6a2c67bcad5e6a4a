import {existsSync, mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, test} from 'vitest'
import {replay} from '../../src/dev/replay.ts'
import {forbiddenUses} from '../../src/model/forbidden.ts'
import {evaluate} from '../../src/pipeline/evaluate.ts'
import {open} from '../../src/pipeline/open.ts'
import {compileDossier} from '../../src/pipeline/publish.ts'
import {wholeText} from '../compile/fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'cinch-words-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

/** Overlays have no network of their own. */
const names = readdirSync('examples').filter(
  (it) =>
    existsSync(join('examples', it, 'history.yaml')) &&
    !['northgate-counsel', 'northgate-peer-review'].includes(it),
)

test.each(names)('no node of the dossier of %s says what may not be said', async (name) => {
  const root = join(folder, name)
  await replay(join('examples', name), root)
  const opened = await open({root, overlays: [], at: 'HEAD', asOf: '2026-06-30', history: true})
  const evaluated = await evaluate(opened, '0.0.0')
  const dossier = await compileDossier(opened, evaluated, false)
  const text = wholeText(dossier)
  expect(text.length).toBeGreaterThan(10_000)
  expect(forbiddenUses(text)).toEqual([])
  // No readiness in percent, and no total score.
  expect(text).not.toMatch(/readiness[^.\n]{0,20}\d+\s?%|\d+\s?%[^.\n]{0,20}read(?:y|iness)/i)
  expect(text).not.toMatch(/\b(?:total|overall) score\b(?! is\b)(?<!no (?:total|overall) score)/i)
})
