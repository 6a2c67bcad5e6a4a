import {spawnSync} from 'node:child_process'
import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {beforeAll, describe, expect, test} from 'vitest'

import type {Dossier, Heading} from '../../src/model/dossier.ts'
import {pdf} from '../../src/render/pdf.ts'
import {visible} from '../../src/render/visible.ts'
import {fixture, numberedTable} from './fixture.ts'
import {bodyText, readPdf, squeezed, type ReadPdf} from './read-pdf.ts'
import {firstMissing, textsOf} from './texts.ts'

let bytes: Uint8Array
let read: ReadPdf
const normal = (text: string) => squeezed(visible(text))

beforeAll(async () => {
  bytes = await pdf.render(fixture)
  read = await readPdf(bytes)
})

function installed(program: string): boolean {
  return spawnSync(program, ['--version']).error === undefined
}

function onDisk(content: Uint8Array): string {
  const file = join(mkdtempSync(join(tmpdir(), 'render-')), 'dossier.pdf')
  writeFileSync(file, content)
  return file
}

describe('text', () => {
  test('is that of the model, in its order', () => {
    expect(firstMissing(bodyText(read), textsOf(fixture), normal)).toBeUndefined()
  })

  test('says where each statement came from', () => {
    const text = bodyText(read)
    for (const source of [
      '[protocols/diabetes.yaml:12 @ 1a2b3c4d5e6f; Exhibit NG-0003]',
      '[protocols/a1c.yaml:12, 30 @ 1a2b3c4d5e6f]',
      '[test C3 (ppo)]',
      '[commit 9f8e7d6c5b4a]',
      '[authority ftc-doj-1996-8]',
      '[protocols/p0.yaml:1 @ 1a2b3c4d5e6f]',
      '[network.yaml:4 @ 1a2b3c4d5e6f]',
    ])
      expect(text).toContain(squeezed(source))
  })

  test('prints an outcome as a word', () => {
    expect(bodyText(read)).toContain(
      'Row-5oftheclinicalprogram[protocols/p5.yaml:6@1a2b3c4d5e6f]notapplicable',
    )
  })

  test('says of an empty table that it has no rows', () => {
    expect(bodyText(read)).toContain(
      squeezed('Sanctions imposed Protocol Outcome Digest Count No rows.'),
    )
  })
})

describe('furniture', () => {
  const artifacts = (page: number) =>
    read.texts.filter((it) => it.page === page && it.artifact).map((it) => it.text)

  test('numbers every page, marks draft and sample data on every page', () => {
    expect(read.pages).toBe(4)
    for (let page = 1; page <= read.pages; page += 1) {
      const text = artifacts(page).join('')
      expect(text).toContain(`Page ${page} of ${read.pages}`)
      expect(text).toContain('DRAFT: 3 files are not committed')
      expect(text).toContain('Sample data: a fictional network')
      expect(text).toContain('As of 2026-06-30 · commit 1a2b3c4d5e6f')
    }
  })

  test('runs network, title and the most restricted class over every page but the cover', () => {
    expect(artifacts(1).join('')).not.toContain('Northgate')
    expect(artifacts(3).join('')).toContain(
      'Northgate Physicians Network, LLC — Clinical integration readiness dossier',
    )
    expect(artifacts(3)).toContain('peer review')
  })

  test('has no band on a dossier that is neither draft nor sample', async () => {
    const plain = await readPdf(await pdf.render({...fixture, draft: null, mark: null}))
    expect(plain.texts.map((it) => it.text).join('')).not.toMatch(/draft|sample/i)
  })
})

describe('navigation', () => {
  test('has the contents with the page on which each heading is', () => {
    const contents = squeezed(
      read.texts
        .filter((it) => it.page === 2 && !it.artifact)
        .map((it) => it.text)
        .join(''),
    )
    expect(contents).toBe('ContentsLimitsandscope35Clinicalprogram35.1Protocolsinforce3')
    const page = (text: string) =>
      read.texts.find((it) => it.page > 2 && !it.artifact && it.text === text)?.page
    expect([
      page('Limits and scope'),
      page('Clinical program'),
      page('Protocols in force'),
    ]).toEqual([3, 3, 3])
  })

  test.each([
    ['the first section begins a page', '1', 4],
    ['a later one follows where there is room', '2', 3],
    ['a part begins a page', undefined, 4],
  ])('%s', async (_name, number, page) => {
    const base = {class: 'network', provenance: [{type: 'tool'}]} as const
    const heading = (text: string, id: string, it?: string): Heading => ({
      type: 'heading',
      level: 1,
      ...(it === undefined ? {} : {number: it}),
      text,
      id,
      ...base,
    })
    const blocks = [heading('Opening', 'a'), heading('Following', 'b', number)]
    const {texts} = await readPdf(await pdf.render({...fixture, blocks}))
    const found = texts.find((it) => it.page > 2 && !it.artifact && it.text.includes('Following'))
    expect(found?.page).toBe(page)
  })

  test('links each entry to its heading', async () => {
    const page = await read.document.getPage(2)
    const links = (await page.getAnnotations()) as {dest?: string; subtype: string}[]
    expect(links.map((it) => it.subtype)).toEqual(['Link', 'Link', 'Link'])
    const destinations = await read.document.getDestinations()
    const pages = await Promise.all(
      links.map(async (it) => {
        const [reference] = destinations[it.dest ?? ''] as [
          Parameters<typeof read.document.getPageIndex>[0],
        ]
        return (await read.document.getPageIndex(reference)) + 1
      }),
    )
    expect(pages).toEqual([3, 3, 3])
  })

  test('has bookmarks for two levels', async () => {
    const outline = await read.document.getOutline()
    expect(outline.map((it) => [it.title, it.items.map((item) => item.title as string)])).toEqual([
      ['Limits and scope', []],
      ['5 Clinical program', ['5.1 Protocols in force']],
    ])
  })
})

describe('the file', () => {
  test('is tagged, names its language and calls itself PDF/A-2a', () => {
    const raw = Buffer.from(bytes).toString('latin1')
    expect(raw).toContain('/Lang (en-US)')
    expect(raw).toContain('/Marked true')
    expect(raw).toContain('/DisplayDocTitle true')
    expect(raw).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(raw).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
    for (const type of ['Document', 'Sect', 'H1', 'H2', 'H3', 'P', 'L', 'LI', 'Lbl', 'LBody'])
      expect(raw).toContain(`/S /${type}\n`)
    // Two tables of four columns; facts of the cover and of the body have two rows each.
    expect(raw.match(/\/Scope \/Column/g)).toHaveLength(8)
    expect(raw.match(/\/Scope \/Row/g)).toHaveLength(4)
    expect(raw.match(/\/S \/Figure\n\/Alt \(/g)).toHaveLength(1)
    expect(raw.match(/\/S \/TR\n/g)).toHaveLength(14 + 4 + 3)
  })

  test('has a structure tree that another program can read', async () => {
    const tree = JSON.stringify(await (await read.document.getPage(4)).getStructTree())
    for (const role of ['Table', 'TR', 'TH', 'TD']) expect(tree).toContain(`"role":"${role}"`)
  })

  test('escapes what its metadata say', async () => {
    const hostile = await pdf.render({...fixture, title: 'A </rdf:li> & <b>', subtitle: '(\\) & )'})
    const raw = Buffer.from(hostile).toString('latin1')
    expect(raw).toContain('A &lt;/rdf:li&gt; &amp; &lt;b&gt;')
    const metadata = await (await readPdf(hostile)).document.getMetadata()
    const info = metadata.info as Readonly<Record<string, unknown>>
    expect(info['Title']).toBe('A </rdf:li> & <b>')
    expect(info['Subject']).toBe('Northgate Physicians Network, LLC: (\\) & )')
  })

  test('gets another identifier when only a cell changes', async () => {
    const id = (it: Uint8Array) => /\/ID \[[^\]]+\]/.exec(Buffer.from(it).toString('latin1'))?.[0]
    const other = await pdf.render({...fixture, blocks: fixture.blocks.slice(0, -1)})
    expect(id(bytes)).toBeTypeOf('string')
    expect(id(other)).not.toBe(id(bytes))
  })

  test.skipIf(!installed('qpdf'))('passes `qpdf --check`', () => {
    const {status, stdout} = spawnSync('qpdf', ['--check', onDisk(bytes)], {encoding: 'utf8'})
    expect(stdout).toContain('No syntax or stream encoding errors found')
    expect(status).toBe(0)
  })

  test.skipIf(!installed('pdffonts'))('embeds every font, with a way back to Unicode', () => {
    const {stdout} = spawnSync('pdffonts', [onDisk(bytes)], {encoding: 'utf8'})
    const fonts = stdout.trim().split('\n').slice(2)
    expect(fonts).toHaveLength(6)
    for (const font of fonts) expect(font).toMatch(/Identity-H +yes yes yes/)
  })
})

describe('long tables', () => {
  test('repeat their header on each page and keep every row', async () => {
    const table = numberedTable(500)
    const heading = {...fixture.blocks[0], text: 'Rows'} as Dossier['blocks'][number]
    const long = await readPdf(await pdf.render({...fixture, blocks: [heading, table]}))
    expect(
      firstMissing(
        bodyText(long),
        table.rows.flatMap((it) => it.cells.map((cell) => cell.text)),
        normal,
      ),
    ).toBeUndefined()
    for (let page = 4; page <= long.pages; page += 1) {
      const repeated = long.texts.filter((it) => it.page === page && it.artifact)
      expect(repeated.map((it) => it.text)).toEqual(
        expect.arrayContaining(['Protocol', 'Outcome', 'Digest', 'Count']),
      )
    }
    expect(long.pages).toBeGreaterThan(20)
  })
})
