import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {stringify} from 'yaml'
import {parseSources} from '../../src/load/source.ts'
import {forms} from '../../src/model/forms.ts'
import {writeEditorSchemas} from '../../src/pipeline/editor-schemas.ts'
import {editorFiles} from '../../src/scaffold/editor.ts'
import {checkRecord} from '../../src/validate/records.ts'
import {kinds, resolved, schemaOf, type Schema} from '../../src/validate/schemas.ts'
import {examplesOf} from '../docs/examples.ts'
import {LanguageServer, type Mark} from './language-server.ts'

/** The settings that the page tells to write. */
const settings = JSON.parse(
  examplesOf('docs/how-to/editors.md').find(({file}) => file === '.vscode/settings.json')?.text ??
    '{}',
) as Record<string, unknown>

const folder = mkdtempSync(join(tmpdir(), 'cinch-editor-'))
let server: LanguageServer
let opened = 0

beforeAll(async () => {
  writeEditorSchemas(folder, {dryRun: false})
  server = await new LanguageServer(folder, settings).start()
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, {recursive: true, force: true})
})

test('cinch init writes the settings that the page shows', () => {
  const files = new Map(editorFiles(new Map()))
  expect(JSON.parse(files.get('.vscode/settings.json') ?? '')).toEqual(settings)
})

/** Each text is a file of its own, where records are kept. */
const newFile = () => `records/tried/${(opened += 1)}.yaml`
const marks = (text: string) => server.marks(newFile(), text)

/** What the schema and the reader of YAML have to say, without other records. */
function errors(text: string): readonly Mark[] {
  const {sources, diagnostics} = parseSources('main', 'tried.yaml', text)
  return [...diagnostics, ...sources.flatMap((it) => checkRecord(it).diagnostics)].map(
    ({location, message}) => ({line: location.start.line, message}),
  )
}

function exampleFiles(): readonly (readonly [string, string])[] {
  return readdirSync('examples', {recursive: true, encoding: 'utf8'})
    .filter(
      (it) => it.endsWith('.yaml') && !/(?:^|\/)(?:cinch|history|[^/]*mapping)\.yaml$/.test(it),
    )
    .sort()
    .map((it) => [it, readFileSync(join('examples', it), 'utf8')] as const)
}

describe('examples', () => {
  const files = exampleFiles()

  test('there are hundreds', () => expect(files.length).toBeGreaterThan(500))

  test('the editor marks those that cinch does, and no other', {timeout: 300_000}, async () => {
    const different: string[] = []
    for (let first = 0; first < files.length; first += 40)
      await Promise.all(
        files.slice(first, first + 40).map(async ([file, text]) => {
          const [ours, shown] = [errors(text), await marks(text)]
          if (ours.length > 0 !== shown.length > 0) different.push(file)
        }),
      )
    expect(different).toEqual([])
  })

  test('the configuration of every example is without a mark', async () => {
    const configs = readdirSync('examples', {recursive: true, encoding: 'utf8'}).filter((it) =>
      it.endsWith('/cinch.yaml'),
    )
    const texts = new Set(configs.map((it) => readFileSync(join('examples', it), 'utf8')))
    expect(texts.size).toBeGreaterThan(3)
    let folders = 0
    const shown = (text: string) => server.marks(`root-${(folders += 1)}/cinch.yaml`, text)
    for (const text of texts) expect(await shown(text), text).toEqual([])
    expect(await shown('formatVersion: 1\nunknownKey: 1\n')).toMatchObject([{line: 2}])
  })
})

const sampleOf = (kind: string) => schemaOf(kind).examples?.[0] as Record<string, unknown>

/** One mistake each: a record of the kind, and what is wrong with it. */
function* mutations(kind: string): Generator<readonly [string, object]> {
  const sample = sampleOf(kind)
  const schema = schemaOf(kind)
  yield ['an unknown key', {...sample, unknownKey: 1}]
  yield ['an unknown kind', {...sample, kind: `${kind}s`}]
  for (const key of schema.required ?? []) {
    const {[key]: _, ...rest} = sample
    yield [`no ${key}`, rest]
  }
  for (const [key, field] of Object.entries(schema.properties ?? {})) {
    if (key === 'kind') continue
    const wrong = wrongFor(resolved(field))
    if (wrong !== undefined) yield [`a wrong ${key}`, {...sample, [key]: wrong}]
  }
}

function wrongFor({type, enum: values, format}: Schema): unknown {
  if (values !== undefined) return 'noSuchValue'
  if (format !== undefined) return '-'
  if (type === 'boolean' || type === 'integer' || type === 'number') return 'yes'
  if (type === 'array') return 'one'
  if (type === 'object') return ['one']
  return type === 'string' ? [1] : undefined
}

describe.each(kinds())('%s', (kind) => {
  const all = [...mutations(kind)]

  test('a mistake is marked on the line that cinch names', async () => {
    expect(all.length).toBeGreaterThan(4)
    await Promise.all(
      all.map(async ([name, record]) => {
        const text = stringify(record)
        const lines = (them: readonly Mark[]) => [...new Set(them.map(({line}) => line))]
        const [ours, shown] = [lines(errors(text)), lines(await marks(text))]
        expect(ours, `${name}\n${text}`).not.toEqual([])
        expect(shown, `${name}\n${text}`).toEqual(expect.arrayContaining(ours))
      }),
    )
  })

  test('a new record is offered its keys, each with what it means', async () => {
    const offered = await server.offers(newFile(), `kind: ${kind}\nid: new\n`)
    const {properties = {}} = schemaOf(kind)
    for (const key of Object.keys(properties).filter((it) => it !== 'kind' && it !== 'id')) {
      const offer = offered.find(({label}) => label === key)
      expect(offer?.documentation, key).toContain(resolved(properties[key] ?? {}).description)
    }
  })

  test('a key with a list of values is offered each of them', async () => {
    const {properties = {}} = schemaOf(kind)
    for (const [key, field] of Object.entries(properties)) {
      const {enum: values, description} = resolved(field)
      if (values === undefined) continue
      const offered = await server.offers(newFile(), `kind: ${kind}\nid: new\n${key}: `)
      const labels = offered.map(({label}) => label)
      expect(labels, key).toEqual(expect.arrayContaining(values.map(String)))
      expect(offered.find(({label}) => label === String(values[0]))?.documentation).toBe(
        description,
      )
    }
  })
})

test('an empty file is offered a kind, and each kind with what it is', async () => {
  expect((await server.offers(newFile(), '')).map(({label}) => label)).toContain('kind')
  const offered = await server.offers(newFile(), 'kind: ')
  expect(offered.map(({label}) => label)).toEqual(kinds())
  for (const {label, documentation} of offered)
    expect(documentation).toBe(schemaOf(label).description)
})

test('YAML that cannot be read is marked by both', async () => {
  for (const text of ['kind: [\n', 'kind: Person\nkind: Person\n', 'a: b: c\n']) {
    expect(errors(text), text).not.toEqual([])
    expect(await marks(text), text).not.toEqual([])
  }
})

test('a form is told in words', async () => {
  const shown = await marks(stringify({...sampleOf('Protocol'), effective: 'soon'}))
  expect(shown.map(({message}) => message)).toEqual([
    'Unexpected text, expected a calendar date, YYYY-MM-DD',
  ])
})

test('the second record of a file is checked too', async () => {
  const text = `${stringify(sampleOf('Protocol'))}---\n${stringify({...sampleOf('Measure'), x: 1})}`
  expect((await marks(text)).map(({line}) => line)).toEqual(errors(text).map(({line}) => line))
})

test('a comment that names the schema works without settings', async () => {
  const other = await new LanguageServer(folder, {}).start()
  const page = examplesOf('docs/how-to/editors.md').find(({language}) => language === 'yaml')
  const text = page?.text ?? ''
  expect(await other.marks('records/protocols/asthma.yaml', text)).toEqual([])
  const wrong = await other.marks('records/protocols/wrong.yaml', `${text}unknownKey: 1\n`)
  expect(wrong.map(({line}) => line)).toEqual([text.split('\n').length])
  await other.stop()
})

test('known differences: what only cinch sees', async () => {
  const protocol = sampleOf('Protocol')
  for (const [key, value] of [
    ['effective', '2026-02-31'],
    ['owner', 'nobody-of-that-id'],
  ])
    expect(await marks(stringify({...protocol, [key ?? '']: value})), key).toEqual([])
})

describe('patterns', () => {
  const common = schemaOf('common').$defs ?? {}
  test.each([...forms])('%s takes every value that the form takes', (name, form) => {
    const examples = Object.values(common)
      .filter(({format}) => format === name)
      .flatMap(({examples = []}) => examples.map(String))
    expect(examples.length).toBeGreaterThan(0)
    for (const it of examples) expect(it).toMatch(form.pattern)
    for (const it of ['', ' ', '-', `${examples[0]} `]) {
      expect(form.problem(it)).toBeDefined()
      expect(it).not.toMatch(form.pattern)
    }
  })
})
