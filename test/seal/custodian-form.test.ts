import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {prepareForm} from '../../src/pipeline/custodian-form.ts'
import {publish} from '../../src/pipeline/publish.ts'
import {formText} from '../../src/report/custodian-form.ts'
import {runCinch} from '../helpers/run-cinch.ts'
import {
  freshPath,
  keys,
  removeScratch,
  seal,
  sha256,
  smallNetwork,
  textOf,
  toolVersion,
} from '../tampering/sealed-repository.ts'

const root = freshPath('small')
let path = ''
beforeAll(async () => {
  smallNetwork(root)
  path = await seal(root, {key: keys.okafor})
})
afterAll(removeScratch)

test('lists what was sealed, and fills in nothing that only a person can say', async () => {
  const form = await prepareForm({root, seal: undefined, toolVersion})
  const text = formText(form)
  expect(text.replace(/\s+/g, ' ')).toContain(
    'I declare under penalty of perjury that the foregoing is true and correct. Executed on ______________ (date).',
  )
  expect(text).toContain('Signature: ______________________________')
  expect(text).toMatch(/I, _{20,} \(name\), declare:/)
  expect(text).toContain(`${sha256(textOf(root, path))}  ${path}`)
  expect(text).toContain(`${sha256(textOf(root, 'exhibits/policy.txt'))}  exhibits/policy.txt`)
  const declared = text.slice(text.indexOf('CERTIFICATION (FORM)'), text.indexOf('DESCRIPTION OF'))
  expect(declared).not.toMatch(/okafor|\b20\d\d-\d\d-\d\d\b/)
})

test('each statement names the rule that it is for, in the words of that rule', async () => {
  const text = formText(await prepareForm({root, seal: undefined, toolVersion})).replace(
    /\s+/g,
    ' ',
  )
  for (const words of [
    'Rule 902(11), with Rule 803(6)(A) to (C): the records',
    'originals or copies; they were made at or near the time by, or from information transmitted by, someone with knowledge',
    'kept in the course of a regularly conducted activity of Riverbend Network, LLC',
    'making them was a regular practice of that activity',
    'Rule 902(13): the dossier',
    'produces an accurate result',
    'Rule 902(14): the data named in the manifest were copied from',
    'a process of digital identification',
    'reasonable written notice to the other side',
    'made available for inspection',
    'under penalty of perjury under the laws of the United States of America',
  ])
    expect(text).toContain(words)
})

test('is a PDF as well, marked as not completed', async () => {
  const form = await prepareForm({root, seal: undefined, toolVersion})
  const [pdf] = await publish(form, ['pdf'])
  expect(
    Buffer.from(pdf?.bytes ?? [])
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  expect(form.draft).toBe('Form: not completed, not signed')
})

test('needs a seal', async () => {
  const bare = freshPath('bare')
  smallNetwork(bare)
  await expect(prepareForm({root: bare, seal: undefined, toolVersion})).rejects.toThrow(
    /found none/,
  )
})

test('a form that somebody has completed is never written over', () => {
  const out = freshPath('form')
  const run = (...more: string[]) =>
    runCinch(['custodian-form', '--out', out, ...more], {cwd: root})
  expect(run().exitCode).toBe(0)
  // As it was made: nothing is lost.
  expect(run().exitCode).toBe(0)
  const file = join(out, 'custodian-form.txt')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/I, _+/, 'I, A. Okafor'))
  for (const more of [[], ['--dry-run']]) {
    const {exitCode, stderr} = run(...more)
    expect(exitCode).toBe(2)
    expect(stderr).toContain('that differs from the form, expected none there')
    expect(stderr).toContain('name another folder')
  }
  expect(readFileSync(file, 'utf8')).toContain('I, A. Okafor')
})
