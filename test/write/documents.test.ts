import fc from 'fast-check'
import {expect, test} from 'vitest'
import {parseSources} from '../../src/load/source.ts'
import {CannotRun} from '../../src/model/diagnostic.ts'
import {appendDocument, documentText, editDocuments} from '../../src/write/documents.ts'

const values = (text: string) => parseSources('main', 'a.yaml', text).sources.map((it) => it.value)

test('a record reads as people write it: dates plain, what looks like a number quoted', async () => {
  const record = {kind: 'Approval', id: 'a', date: '2026-01-02', value: '12e45', zip: '04101'}
  expect(await documentText(record)).toBe(
    `kind: Approval\nid: a\ndate: 2026-01-02\nvalue: '12e45'\nzip: '04101'\n`,
  )
})

test('what is written reads back the same, whatever its text', async () => {
  const text = fc.string({unit: 'grapheme', maxLength: 40})
  await fc.assert(
    fc.asyncProperty(fc.array(text), text, fc.double({noNaN: true}), async (list, title, n) => {
      const number = Number.isFinite(n) && !Object.is(n, -0) ? n : 1
      const record = {kind: 'Protocol', id: 'a', title, list, number}
      const {parse} = await import('yaml')
      expect(parse(await documentText(record))).toEqual(record)
    }),
  )
})

const two = `# Approvals of the board
kind: A # the first
id: a
list: [x,  y]
---
# The second
kind: B
id: b
`

test('appends a document and keeps every byte before it', async () => {
  const text = await appendDocument(two, {kind: 'C', id: 'c'})
  expect(text).toBe(`${two}---\nkind: C\nid: c\n`)
  expect(values(text)).toHaveLength(3)
})

test.each([
  ['an empty file', '', 'kind: C\n'],
  ['no line feed at the end', 'kind: A', 'kind: A\n---\nkind: C\n'],
  ['Windows line ends', 'kind: A\r\n', 'kind: A\r\n---\r\nkind: C\r\n'],
  ['a document opened already', 'kind: A\n---\n', 'kind: A\n---\nkind: C\n'],
  ['only a comment', '# Approvals\n', '# Approvals\n---\nkind: C\n'],
])('appends to %s', async (_name, before, after) => {
  const text = await appendDocument(before, {kind: 'C'})
  expect(text).toBe(after)
  expect(values(text).at(-1)).toEqual({kind: 'C'})
})

test('changes a value, keeps comments, order and the bytes of other documents', async () => {
  expect(await editDocuments(two, [{document: 1, path: ['id'], value: 'z'}])).toBe(
    two.replace('id: b', 'id: z'),
  )
  expect(
    await editDocuments(two, [
      {document: 0, path: ['list', 1], value: 'w'},
      {document: 0, path: ['note'], value: '2026-01-01'},
      {document: 1, path: ['id'], value: undefined},
    ]),
  ).toBe(`# Approvals of the board
kind: A # the first
id: a
list: [x, w]
note: 2026-01-01
---
# The second
kind: B
`)
})

test('a document with nothing in it is not counted, as when it is read', async () => {
  const text = await editDocuments(`---\n# only words\n---\nkind: A\nid: a\n`, [
    {document: 0, path: ['id'], value: 'b'},
  ])
  expect(values(text)).toEqual([{kind: 'A', id: 'b'}])
})

test('keeps Windows line ends', async () => {
  const text = 'kind: A\r\nid: a # x\r\n'
  expect(await editDocuments(text, [{document: 0, path: ['id'], value: 'b'}])).toBe(
    'kind: A\r\nid: b # x\r\n',
  )
})

test.each([
  ['text that is no YAML', 'a: [', 0, ['a'], 'Unexpected text on line 1, expected YAML'],
  ['a document that is not there', 'a: 1', 1, ['a'], 'Unexpected document 1'],
  ['a place that is not there', 'a: 1', 0, ['b', 'c'], 'Unexpected place `b.c`'],
])('refuses %s', async (_name, text, document, path, said) => {
  const edit = editDocuments(text, [{document, path, value: 1}])
  await expect(edit).rejects.toThrow(CannotRun)
  await expect(edit).rejects.toThrow(said)
})
