import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {forms} from '../../src/model/forms.ts'
import type {Kind} from '../../src/model/workspace.ts'
import {madeId, slugOf} from '../../src/scaffold/identifier.ts'
import {folderFor, placements} from '../../src/model/placement.ts'

const hash = 'abcdef0123456789'

describe('slugOf', () => {
  test.each([
    ['Glycemic control in type 2 diabetes', 'glycemic-control-in-type-2-diabetes'],
    ['José Núñez', 'jose-nunez'],
    ["Women's Health, P.C.", 'womens-health-p-c'],
    ['  --  ', ''],
    ['網絡', ''],
    ['../../etc/passwd', 'etc-passwd'],
  ])('%s', (text, slug) => expect(slugOf(text)).toBe(slug))

  test('is of the form of an id, or empty, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary', maxLength: 200}), (text) => {
        const slug = slugOf(text)
        if (slug !== '') expect(forms.get('record-id')?.problem(slug)).toBeUndefined()
      }),
    )
  })
})

describe('madeId', () => {
  test('is the words and the start of the hash', () => {
    expect(madeId('Meeting', {body: 'board', held: '2026-03-10'}, hash)).toBe(
      'board-2026-03-10-abcdef',
    )
    expect(madeId('Protocol', {title: '糖尿病'}, hash)).toBe('protocol-abcdef')
  })

  test('names no member: neither in a case nor in a decision', () => {
    const record = {
      member: 'M-0413',
      participant: 'harbor',
      opened: '2025-08-20',
      date: '2025-05-12',
    }
    expect(madeId('CorrectiveAction', record, hash)).toBe('case-2025-08-20-abcdef')
    expect(madeId('MembershipDecision', {...record, decision: 'exit'}, hash)).toBe(
      'exit-2025-05-12-abcdef',
    )
  })

  test('is an id for any kind and any text', () => {
    const kinds = Object.keys(placements) as Kind[]
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.string({maxLength: 300}), (kind, text) => {
        const fields = placements[kind].named.map((it) => [it, text])
        const id = madeId(kind, Object.fromEntries(fields) as object, hash)
        expect(forms.get('record-id')?.problem(id)).toBeUndefined()
      }),
    )
  })
})

describe('folderFor', () => {
  test('is where most of the kind lie', () =>
    expect(folderFor('Meeting', ['minutes/a.yaml', 'minutes/b.yaml', 'records/x/c.yaml'])).toBe(
      'minutes',
    ))
  test('is the usual one for the first, and where all lie beside others', () => {
    expect(folderFor('Meeting', [])).toBe('records/meetings')
    expect(folderFor('Person', ['records/people.yaml', 'people.yaml'])).toBe('records/people')
  })
  test('no two kinds share one', () => {
    const folders = Object.values(placements).map(({folder}) => folder)
    expect(new Set(folders).size).toBe(folders.length)
  })
})
