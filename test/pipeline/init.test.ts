import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, mkdirSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {parseAllDocuments} from 'yaml'
import {forbiddenUses} from '../../src/model/forbidden.ts'
import type {Kind} from '../../src/model/workspace.ts'
import {open} from '../../src/pipeline/open.ts'
import {prepareInit, writeInit} from '../../src/pipeline/init.ts'
import {validateOpened} from '../../src/pipeline/validated.ts'
import type {Answers} from '../../src/scaffold/answers.ts'
import {kindsCalledFor} from '../../src/scaffold/called-for.ts'
import {readLine} from '../../src/scaffold/line.ts'
import {checkOf} from '../../src/validate/schemas.ts'

const asOf = '2026-06-30'
const version = '0.1.0'

let top = ''
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'cinch-init-'))
})
afterEach(() => rmSync(top, {recursive: true, force: true}))

const lines = {
  operating: 'id=ppo,title=Commercial PPO,basis=clinical,stage=operating,live=2025-01-01',
  undated: 'id=ppo,basis=clinical,stage=operating',
  proposed: 'id=ppo,basis=clinical,stage=proposed',
  financial: 'id=hmo,basis=financial,stage=operating,live=2024-01-01',
  messenger: 'id=relay,basis=messenger,stage=operating',
}

const least: Answers = {
  legalName: 'Northgate Health Partners, LLC',
  states: [],
  lines: [readLine(lines.proposed)],
  people: [],
  competitorsRead: false,
  forge: 'none',
}

async function init(answers: Answers, keepExisting = false) {
  const folder = join(top, 'northgate')
  const prepared = await prepareInit(answers, {folder, asOf, version, keepExisting})
  return {folder, prepared}
}

async function found(root: string, overlays: readonly string[] = []) {
  const opened = await open({root, overlays, at: 'worktree', asOf, history: false})
  const {diagnostics} = await validateOpened(opened)
  return diagnostics.map(({code, location}) => `${location.file} ${code}`)
}

function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, {recursive: true, withFileTypes: true})
  const files = names.filter((it) => it.isFile()).map((it) => join(it.parentPath, it.name))
  return Object.fromEntries(
    files.sort().map((it) => [it.slice(folder.length), readFileSync(it, 'utf8')]),
  )
}

const combinations: readonly [string, Partial<Answers>][] = [
  ['the least that can be answered', {}],
  [
    'physician-led, operating, all answered',
    {
      entityForm: 'limitedLiabilityCompany',
      sponsor: 'physicians',
      states: ['ME', 'NH'],
      lines: [readLine(lines.operating)],
      people: [
        {role: 'officer', name: 'Dana Brook', since: '2024-01-01'},
        {role: 'counsel', name: 'José Núñez'},
        {role: 'medicalDirector', name: '山田'},
      ],
      competitorsRead: true,
      forge: 'github',
    },
  ],
  [
    'hospital-led, financial and messenger',
    {
      sponsor: 'hospital',
      lines: [readLine(lines.financial), readLine(lines.messenger)],
      forge: 'gitlab',
    },
  ],
  ['operating since nobody knows when', {lines: [readLine(lines.undated)], sponsor: 'joint'}],
  ['messenger alone', {lines: [readLine(lines.messenger)], competitorsRead: true}],
  ['a name full of marks', {legalName: `"A": #b & {c} [d] <e> 'f' %g, 12e4`}],
  ['a name in no Latin letters', {legalName: '北門保健'}],
]

describe.each(combinations)('%s', (_, some) => {
  const answers = {...least, ...some}

  test('validates at once, and as it was foretold', async () => {
    const {folder, prepared} = await init(answers)
    expect(prepared.diagnostics).toEqual([])
    await writeInit(prepared)
    expect(await found(folder)).toEqual([])
    const overlays = prepared.roots.slice(1).map(({path}) => path)
    expect(overlays).toHaveLength(answers.competitorsRead ? 2 : 0)
    // An overlay without a record is told of, and nothing else is.
    expect(await found(folder, overlays)).toEqual(
      overlays.map(() => 'cinch.yaml config/no-records'),
    )
  })

  test('says what was answered and nothing more', async () => {
    const {folder, prepared} = await init(answers)
    await writeInit(prepared)
    const {workspace} = await open({
      root: folder,
      overlays: [],
      at: 'worktree',
      asOf,
      history: false,
    })
    expect(workspace.entries.map(({kind}) => kind).sort()).toEqual([
      'Network',
      ...answers.people.map(() => 'Person'),
    ])
    const [network] = workspace.all('Network')
    expect(network?.value).toEqual({
      kind: 'Network',
      id: expect.any(String) as string,
      legalName: answers.legalName,
      ...(answers.entityForm === undefined ? {} : {entityForm: answers.entityForm}),
      ...(answers.sponsor === undefined ? {} : {sponsor: answers.sponsor}),
      ...(answers.states.length === 0 ? {} : {states: answers.states}),
      productLines: answers.lines.map(({live, ...line}) => ({
        ...line,
        ...(live === undefined ? {} : {programLive: live}),
      })),
    })
    for (const person of answers.people)
      expect(workspace.all('Person').map(({value}) => [value.name, value.roles])).toContainEqual([
        person.name,
        person.since === undefined ? [] : [{role: person.role, from: person.since}],
      ])
  })

  test('is the same each time', async () => {
    const [first, second] = [await init(answers), await init(answers)]
    expect(first.prepared.roots).toEqual(second.prepared.roots)
  })
})

test('each example that was called for is a record without its marks, and none with them', async () => {
  const answers = {...least, lines: [readLine(lines.operating)]}
  const {prepared} = await init(answers)
  const files = prepared.roots[0]?.files ?? new Map<string, string>()
  const examples = [...files].filter(([path]) => path.startsWith('templates/'))
  expect(examples).toHaveLength(kindsCalledFor(answers).length)
  for (const [path, text] of examples) {
    expect(
      text.split('\n').filter((it) => it !== '' && !it.startsWith('#')),
      path,
    ).toEqual([])
    const [, record = ''] = text.split('# Every value below is invented.\n#\n')
    const value = parseAllDocuments(record.replaceAll(/^# ?/gm, ''))[0]?.toJS() as {kind: Kind}
    expect(checkOf(value.kind)(value), path).toBe(true)
  }
})

test('what a program leaves behind is not called for before it operates', () => {
  const called = (line: string) => kindsCalledFor({...least, lines: [readLine(line)]})
  expect(called(lines.proposed)).not.toContain('Scorecard')
  expect(called(lines.operating)).toContain('Scorecard')
  expect(called(lines.financial)).toContain('IncentivePlan')
  expect(called(lines.messenger)).not.toContain('Protocol')
  expect(called(lines.messenger)).not.toContain('NecessityRecord')
})

test('texts for keepers say no word that is never said of a network', async () => {
  const {prepared} = await init({...least, competitorsRead: true, forge: 'github'})
  for (const {files} of prepared.roots)
    for (const [path, text] of files)
      if (!path.startsWith('.vscode/') && !path.startsWith('templates/'))
        expect(forbiddenUses(text), path).toEqual([])
})

test('every schema that the editor is pointed to is there', async () => {
  const {prepared} = await init(least)
  const files = prepared.roots[0]?.files ?? new Map<string, string>()
  const settings = JSON.parse(files.get('.vscode/settings.json') ?? '{}') as Record<string, object>
  const named = Object.keys(settings['yaml.schemas'] ?? {})
  expect(named.length).toBeGreaterThan(0)
  for (const it of named) expect(files.has(it.replace(/^\.\//, '')), it).toBe(true)
})

describe('a folder that holds something', () => {
  const put = (path: string, text: string) => {
    mkdirSync(join(top, 'northgate'), {recursive: true})
    writeFileSync(join(top, 'northgate', path), text)
  }

  test('is refused, and nothing is written', async () => {
    put('notes.txt', 'mine')
    await expect(init(least)).rejects.toThrow('Unexpected files in')
    put('cinch.yaml', 'formatVersion: 1\n')
    await expect(init(least)).rejects.toThrow('Unexpected cinch.yaml')
    expect(Object.keys(filesIn(join(top, 'northgate')))).toEqual(['/cinch.yaml', '/notes.txt'])
  })

  test('so is one beside it', async () => {
    mkdirSync(join(top, 'northgate-counsel'))
    writeFileSync(join(top, 'northgate-counsel', 'memo.txt'), 'x')
    await expect(init({...least, competitorsRead: true})).rejects.toThrow('northgate-counsel')
  })

  test('is kept as it is where that is asked for, and told', async () => {
    put('README.md', 'mine')
    put('notes.txt', 'mine')
    const {folder, prepared} = await init(least, true)
    expect(prepared.roots[0]).toMatchObject({kept: ['README.md'], others: ['notes.txt']})
    expect(prepared.diagnostics.map(({code}) => code)).toEqual(['file/unlisted'])
    await writeInit(prepared)
    expect(filesIn(folder)).toMatchObject({'/README.md': 'mine', '/notes.txt': 'mine'})
    expect(await found(folder)).toEqual(['notes.txt file/unlisted'])
  })

  test('may be an empty git repository', async () => {
    mkdirSync(join(top, 'northgate', '.git'), {recursive: true})
    await expect(init(least)).resolves.toMatchObject({prepared: {diagnostics: []}})
  })

  test('a file that came meanwhile is not written over', async () => {
    const {prepared} = await init(least)
    put('README.md', 'theirs')
    await expect(writeInit(prepared)).rejects.toThrow('expected none there yet')
    expect(filesIn(join(top, 'northgate'))).toEqual({'/README.md': 'theirs'})
  })

  test('a file in its place is refused', async () => {
    writeFileSync(join(top, 'northgate'), 'x')
    await expect(init(least)).rejects.toThrow('expected a folder or nothing')
  })
})

test('a name that looks like a price is found before anything is written', async () => {
  const {prepared} = await init({...least, legalName: 'Paid 115% of Medicare, LLC'})
  expect(prepared.diagnostics.map(({code}) => code)).toContain('leak/price')
  expect(readdirSync(top)).toEqual([])
})
