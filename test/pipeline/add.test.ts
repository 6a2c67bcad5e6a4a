import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import fc from 'fast-check'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {parseAllDocuments} from 'yaml'
import type {Kind} from '../../src/model/workspace.ts'
import {prepareEntry} from '../../src/pipeline/add-entry.ts'
import {openTarget, type Prepared} from '../../src/pipeline/add-target.ts'
import {prepareRecord, valueSaid} from '../../src/pipeline/add.ts'
import {readAssignment} from '../../src/scaffold/assign.ts'
import {isFormed, type Formed} from '../../src/scaffold/fields.ts'
import {kinds, schemaOf} from '../../src/validate/schemas.ts'
import {writeFiles} from '../../src/write/files.ts'
import {commitAll, smallest} from '../helpers/run-cinch.ts'

const asOf = '2026-12-31'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cinch-add-'))
  for (const [file, text] of Object.entries(smallest)) put(file, text)
})
afterEach(() => rmSync(root, {recursive: true, force: true}))

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), {recursive: true})
  writeFileSync(join(root, path), text)
}

const textOf = (path: string) => readFileSync(join(root, path), 'utf8')

interface Wanted {
  readonly start?: unknown
  readonly set?: readonly string[]
  readonly id?: string
  readonly file?: string
  readonly base?: string
}

async function prepared(kind: string, {set = [], ...wanted}: Wanted): Promise<Prepared> {
  const target = await openTarget({root, overlays: [], asOf})
  const said = {kind: kind as Kind, assignments: set.map(readAssignment), ...wanted}
  return prepareRecord(target, await valueSaid(said), said)
}

async function entry(named: string, list: string, set: readonly string[]): Promise<Prepared> {
  const target = await openTarget({root, overlays: [], asOf})
  return prepareEntry(target, named, list, {assignments: set.map(readAssignment)})
}

function write({folder, path, bytes, was}: Prepared): void {
  writeFiles(folder, [{path, bytes, was}])
}

const parsed = (bytes: Uint8Array) =>
  parseAllDocuments(new TextDecoder().decode(bytes), {version: '1.2'}).map(
    (it) => it.toJS() as unknown,
  )

const policy = 'kind: GoverningBody\nid: board\ntitle: Board\ntype: board\n'

describe('the example of each kind', () => {
  /** Records that an example refers to, made of the examples of their kinds. */
  async function prepareFor(example: Formed): Promise<void> {
    const seen = new Set<string>()
    const wanted = [example]
    for (let round = 0; round < 6; round += 1) {
      const target = await openTarget({root, overlays: [], asOf})
      const trial = wanted.length === 0 ? [] : await missingFrom(target, wanted)
      wanted.length = 0
      for (const {kind, id} of trial) {
        if (seen.has(`${kind}/${id}`)) continue
        seen.add(`${kind}/${id}`)
        if (kind === 'ProductLine') {
          put(
            'network.yaml',
            `${textOf('network.yaml')}  - {id: ${id}, title: A, basis: clinical, stage: operating, jointPricing: true}\n`,
          )
          continue
        }
        const [first] = schemaOf(kind).examples ?? []
        const stub: Formed = {...(first as Formed), id}
        put(`records/stubs/${kind.toLowerCase()}-${id}.yaml`, JSON.stringify(stub))
        wanted.push(stub)
      }
    }
  }

  async function missingFrom(
    target: Awaited<ReturnType<typeof openTarget>>,
    records: readonly Formed[],
  ): Promise<{kind: string; id: string}[]> {
    const found: {kind: string; id: string}[] = []
    for (const it of records) {
      const kind = it['kind'] as Kind
      const {diagnostics} = await prepareRecord(target, it, {kind, assignments: [], id: 'trial'})
      for (const {code, message} of diagnostics) {
        const match = /Unexpected `([^`]+)` for .*id of an? (?:product line|(\w+))/.exec(message)
        if (code === 'reference/unresolved' && match !== null)
          found.push({kind: match[2] ?? 'ProductLine', id: match[1] ?? ''})
      }
    }
    return found
  }

  test.each(kinds().filter((it) => it !== 'Network'))('%s', async (kind) => {
    const [example] = schemaOf(kind).examples ?? []
    await prepareFor(example as Formed)
    const {id: _, ...content} = example as Formed
    const made = await prepared(kind, {start: content})
    const errors = made.diagnostics.filter(({severity}) => severity === 'error')
    // These examples speak of a document that is not there, or of a record's exact content.
    const own = errors.filter(
      ({code}) => !/^(?:exhibit|file|table|approval|house-rule)\//.test(code),
    )
    expect(own.map(({code, message}) => `${code} ${message}`)).toEqual([])
    expect(parsed(made.bytes)).toEqual([{...content, id: made.id}])
  })
})

describe('a record', () => {
  test('is written where its kind lie, and says what was said', async () => {
    put('minutes/board.yaml', policy)
    const made = await prepared('GoverningBody', {
      set: ['title=Clinical committee', 'type=clinicalCommittee', 'meetsPerYear=4'],
    })
    expect(made.path).toMatch(/^minutes\/clinical-committee-[0-9a-f]{6}\.yaml$/)
    write(made)
    expect(textOf(made.path)).toBe(
      `kind: GoverningBody\nid: ${made.id}\ntitle: Clinical committee\ntype: clinicalCommittee\nmeetsPerYear: 4\n`,
    )
  })

  test('of one title on two branches gets two ids; the same record gets one', async () => {
    const set = ['title=Board', 'type=board']
    const [a, b, again] = [
      await prepared('GoverningBody', {set}),
      await prepared('GoverningBody', {set: [...set, 'quorum=5']}),
      await prepared('GoverningBody', {set: ['type=board', 'title=Board']}),
    ]
    expect(a.id).not.toBe(b.id)
    expect(a.path).not.toBe(b.path)
    expect([again.id, again.bytes]).toEqual([a.id, a.bytes])
  })

  test('takes no id that is taken here', async () => {
    put('records/board.yaml', policy)
    await expect(
      prepared('GoverningBody', {id: 'board', set: ['title=B', 'type=board']}),
    ).rejects.toThrow('a GoverningBody has already in records/board.yaml:1')
    // Ids are unique within a kind.
    const other = await prepared('Participant', {id: 'board', set: ['name=B', 'type=practice']})
    expect(other.diagnostics).toEqual([])
  })

  test('takes none that the base has, though the branch has not', async () => {
    put('records/board.yaml', policy)
    commitAll(root)
    rmSync(join(root, 'records/board.yaml'))
    const again = {id: 'board', set: ['title=B', 'type=board']}
    await expect(prepared('GoverningBody', again)).rejects.toThrow('records/board.yaml of main')
    await expect(prepared('GoverningBody', {...again, base: 'HEAD'})).rejects.toThrow('of HEAD')
    await expect(prepared('GoverningBody', {...again, base: 'nowhere'})).rejects.toThrow('nowhere')
    await expect(prepared('GoverningBody', {...again, base: '--all'})).rejects.toThrow()
    const free = await prepared('GoverningBody', {...again, id: 'board-2'})
    expect(free.diagnostics).toEqual([])
  })

  test('is put at the end of a file that is there, which is kept to the byte', async () => {
    const text = `# The board.\n${policy}   # odd remark\n`
    put('records/bodies.yaml', text)
    const made = await prepared('GoverningBody', {
      id: 'second',
      file: 'records/bodies.yaml',
      set: ['title=B', 'type=other'],
    })
    write(made)
    expect(textOf('records/bodies.yaml')).toBe(
      `${text}---\nkind: GoverningBody\nid: second\ntitle: B\ntype: other\n`,
    )
  })

  test.each([
    ['../out.yaml', 'stays below the root'],
    ['/tmp/out.yaml', 'stays below the root'],
    ['.git/config.yaml', 'in the folder of git'],
    ['notes.txt', 'reads as no record'],
    ['cinch.yaml', 'reads as no record'],
    ['records/cinch.yaml', 'reads as no record'],
    ['latin.yaml', 'expected UTF-8'],
    ['.hidden/x.yaml', 'reads as no record'],
  ])('is not written to %s', async (file, words) => {
    const before = textOf('cinch.yaml')
    writeFileSync(join(root, 'latin.yaml'), Buffer.from('# caf\xe9\n', 'latin1'))
    await expect(prepared('GoverningBody', {file, set: ['title=B', 'type=other']})).rejects.toThrow(
      words,
    )
    expect(textOf('cinch.yaml')).toBe(before)
  })

  test('that does not validate has the diagnostics of validate, and of itself alone', async () => {
    put('records/broken.yaml', 'kind: Protocol\nid: broken\n')
    const {diagnostics} = await prepared('Meeting', {set: ['body=bord', 'held=2026-02-30']})
    expect(diagnostics.map(({code}) => code)).toEqual(['reference/unresolved', 'yaml/scalar'])
    expect(diagnostics.every(({location}) => location.file.startsWith('records/meetings/'))).toBe(
      true,
    )
  })

  test('with a price is refused, and the words are not repeated', async () => {
    const {diagnostics} = await prepared('MembershipCriterion', {
      id: 'c',
      set: [
        'title=Fees',
        'class=financial',
        'text=Accepts 115% of Medicare',
        'effective=2026-01-01',
      ],
    })
    expect(diagnostics.map(({code}) => code)).toEqual(['leak/price'])
    expect(JSON.stringify(diagnostics)).not.toContain('115')
    const named = await prepared('Safeguard', {
      set: ['title=We pay 115% of Medicare', 'type=firewall'],
    })
    expect(named.path).toMatch(/^records\/safeguards\/safeguard-[0-9a-f]{6}\.yaml$/)
  })

  test('from a file of another kind is refused', async () => {
    await expect(prepared('Meeting', {start: {kind: 'Person'}})).rejects.toThrow(
      'expected `Meeting`',
    )
    await expect(prepared('Meeting', {start: ['x']})).rejects.toThrow('expected a record')
  })

  test('any text of one comes back as it was given', async () => {
    const target = await openTarget({root, overlays: [], asOf})
    const text = fc.string({unit: 'grapheme', minLength: 1, maxLength: 40})
    await fc.assert(
      fc.asyncProperty(text, text, async (title, criterion) => {
        const said = {kind: 'MembershipCriterion' as Kind, assignments: [], id: 'x'}
        const value = {
          kind: said.kind,
          title,
          class: 'other',
          text: criterion,
          effective: '2026-01-01',
        }
        const made = await prepareRecord(target, value, said)
        expect(parsed(made.bytes)).toEqual([{...value, id: 'x'}])
      }),
      {numRuns: 30},
    )
  })

  test('of which the file changed meanwhile is not written', async () => {
    put('records/bodies.yaml', policy)
    const made = await prepared('GoverningBody', {
      id: 'second',
      file: 'records/bodies.yaml',
      set: ['title=B', 'type=other'],
    })
    put('records/bodies.yaml', `${policy}quorum: 3\n`)
    expect(() => write(made)).toThrow('by another program')
    expect(textOf('records/bodies.yaml')).toBe(`${policy}quorum: 3\n`)
    expect(readdirSync(join(root, 'records'))).toEqual(['bodies.yaml'])
  })
})

describe('an entry of a list', () => {
  const agreement = `# Kept by counsel.
kind: ParticipationAgreement
id: agreement
title: Agreement # as printed
version: '1'

signatures:
  # The first to sign.
  - {participant: harbor, date: 2026-01-10} # on paper
`
  const harbor = 'kind: Participant\nid: harbor\nname: Harbor\ntype: practice\n'
  const quay = 'kind: Participant\nid: quay\nname: Quay\ntype: practice\n'
  beforeEach(() => {
    put('records/agreement.yaml', agreement)
    put('records/participants.yaml', `${harbor}---\n${quay}`)
  })

  test('joins the others, and every remark stays', async () => {
    const made = await entry('ParticipationAgreement/agreement', 'signatures', [
      'date=2026-02-01',
      'participant=quay',
    ])
    expect(made.diagnostics).toEqual([])
    write(made)
    expect(textOf('records/agreement.yaml')).toBe(
      `${agreement}  - {participant: quay, date: 2026-02-01}\n`,
    )
  })

  test('begins a list that is not there yet', async () => {
    const made = await entry('participationagreement/agreement', 'productLines', ['.=ppo'])
    write(made)
    expect(textOf('records/agreement.yaml')).toBe(`${agreement}productLines:\n  - ppo\n`)
  })

  test('in one document of several leaves the others alone', async () => {
    const made = await entry('Participant/quay', 'productLines', ['.=ppo'])
    write(made)
    expect(textOf('records/participants.yaml')).toBe(
      `${harbor}---\n${quay}productLines:\n  - ppo\n`,
    )
  })

  test('goes into a list inside a list', async () => {
    put(
      'records/case.yaml',
      'kind: CorrectiveAction\nid: case-1\nmember: M-0413\ntrigger: {signal: outlier, reason: quality, periods: [2026-03-31]}\n',
    )
    const made = await entry('CorrectiveAction/case-1', 'trigger.periods', ['.=2026-06-30'])
    expect(made.diagnostics).toEqual([])
    expect(parsed(made.bytes)).toMatchObject([{trigger: {periods: ['2026-03-31', '2026-06-30']}}])
  })

  test.each([
    ['signed', ['participant=nobody', 'date=2026-02-01'], 'expected one of ParticipationAgreement'],
    ['title', ['.=x'], 'expected one of ParticipationAgreement'],
    ['productLines', [], 'Expected a value'],
  ])('%s %j is refused', async (list, set, words) => {
    await expect(entry('ParticipationAgreement/agreement', list, set)).rejects.toThrow(words)
  })

  test('that is not in order has the diagnostics of validate', async () => {
    const {diagnostics} = await entry('ParticipationAgreement/agreement', 'signatures', [
      'participant=nobody',
      'day=2026-02-01',
    ])
    expect(diagnostics.map(({code}) => code).sort()).toEqual([
      'reference/unresolved',
      'schema/required',
      'schema/unknown-key',
    ])
  })

  test('of no record names the one that may be meant', async () => {
    await expect(entry('ParticipationAgreement/agrement', 'signatures', [])).rejects.toMatchObject({
      help: 'Did you mean `ParticipationAgreement/agreement`?',
    })
  })
})

test('an overlay is written to by its name, and its record may refer to the shared ones', async () => {
  const overlay = mkdtempSync(join(tmpdir(), 'cinch-add-overlay-'))
  writeFileSync(join(overlay, 'cinch.yaml'), 'formatVersion: 1\nname: counsel\nclass: privileged\n')
  put('records/person.yaml', 'kind: Person\nid: quill\nname: A. Quill\nroles: []\n')
  const to = {root, overlays: [overlay], asOf}
  await expect(openTarget({...to, into: 'counsle'})).rejects.toThrow('expected `main` or `counsel`')
  const target = await openTarget({...to, into: 'counsel'})
  const said = {
    kind: 'CounselNote' as Kind,
    assignments: ['question=integration', 'view=reserved', 'date=2026-09-01', 'counsel=quill'].map(
      readAssignment,
    ),
  }
  const made = await prepareRecord(target, await valueSaid(said), said)
  expect(made.diagnostics).toEqual([])
  expect(made.folder).toBe(overlay)
  write(made)
  const [value] = parsed(readFileSync(join(overlay, made.path)))
  expect(isFormed(value) && value['counsel']).toBe('quill')
  rmSync(overlay, {recursive: true})
})
