import {beforeAll, describe, expect, test} from 'vitest'

import type {Dossier} from '../../src/model/dossier.ts'
import {html} from '../../src/render/html.ts'
import {visible} from '../../src/render/visible.ts'
import {fixture} from './fixture.ts'
import {plainText} from './read-html.ts'
import {squeezed} from './read-pdf.ts'
import {firstMissing, textsOf} from './texts.ts'

let page: string

async function rendered(dossier: Dossier): Promise<string> {
  return new TextDecoder().decode(await html.render(dossier))
}

beforeAll(async () => {
  page = await rendered(fixture)
})

describe('text', () => {
  test('is that of the model, in its order', () => {
    const {cover, asOf, title, network, subtitle} = fixture
    expect(
      firstMissing(squeezed(plainText(page)), textsOf(fixture), (text) => squeezed(visible(text))),
    ).toBeUndefined()
    expect([cover.legend.length, asOf, title, network, subtitle]).not.toContain('')
  })

  test('says where each statement came from', () => {
    expect(plainText(page)).toContain(
      '[protocols/diabetes.yaml:12 @ 1a2b3c4d5e6f; Exhibit NG-0003]',
    )
    expect(plainText(page)).toContain('[protocols/p0.yaml:1 @ 1a2b3c4d5e6f]')
  })

  test('keeps the caption and the header of a table with its first row in print', () => {
    const print = page.slice(page.indexOf('@media print'), page.indexOf('</style>'))
    expect(print.replace(/\s+/g, ' ')).toContain('caption, thead { break-after: avoid; }')
  })

  test('marks a draft and sample data', () => {
    expect(page).toContain('role="note">DRAFT: 3 files are not committed</p>')
    expect(page).toContain('role="note">Sample data: a fictional network</p>')
  })

  test('prints what is in data and never runs it', async () => {
    const hostile = await rendered({
      ...fixture,
      title: '{{network}} {{{style}}} <script>alert(1)</script>',
      cover: {legend: ['" onload="x', '</style><b>'], facts: [{label: '{{#each x}}', text: "'`="}]},
    })
    expect(plainText(hostile)).toContain('{{network}} {{{style}}} <script>alert(1)</script>')
    expect(plainText(hostile)).toContain('{{#each x}}')
    expect(hostile).not.toMatch(/<script|<b>|onload="/)
    expect(hostile.match(/<\/style>/g)).toHaveLength(1)
  })
})

describe('the page', () => {
  test('works without script, network and anything beside it', () => {
    expect(page).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"`,
    )
    expect(page).not.toMatch(/<script|<link|<iframe|\ssrc=|\son\w+=|url\(|@import|https?:/i)
  })

  test('has every id once, and links that lead to one', () => {
    const ids = Array.from(page.matchAll(/\sid="([^"]*)"/g), (it) => it[1])
    expect(new Set(ids).size).toBe(ids.length)
    const targets = Array.from(
      page.matchAll(/(?:href="#|aria-labelledby=")([^"]+)"/g),
      (it) => it[1]?.split(' ') ?? [],
    ).flat()
    expect(targets).toEqual(expect.arrayContaining(['s5', 's5-1', 'limits', 'main', 'top']))
    expect(targets.filter((it) => !ids.includes(it))).toEqual([])
  })

  test('keeps ids apart where headings claim the same or a taken one', async () => {
    const [first] = fixture.blocks
    const heading = (id: string) => ({...first, id}) as Dossier['blocks'][number]
    const doubled = await rendered({
      ...fixture,
      blocks: [heading('main'), heading('a'), heading('a'), heading('"><i>'), heading('')],
    })
    const ids = Array.from(doubled.matchAll(/\sid="([^"]*)"/g), (it) => it[1])
    expect(new Set(ids).size).toBe(ids.length)
    expect(doubled).not.toContain('<i>')
  })

  test('has headings by level, tables with captions and scoped headers', () => {
    expect(page.match(/<h1>/g)).toHaveLength(1)
    expect(page).toContain('<h2 id="s5"><span class="number">5</span> Clinical program</h2>')
    expect(page).toContain('<h3 id="s5-1"><span class="number">5.1</span> Protocols in force</h3>')
    expect(page).toContain('<h4 id="s5-1-1">Measured outcomes</h4>')
    expect(page.match(/<caption>/g)).toHaveLength(2)
    expect(page.match(/<th scope="col"/g)).toHaveLength(8)
    expect(page).toContain('<td class="none" colspan="4">No rows.</td>')
    expect(page).toContain('<a class="skip" href="#main">')
  })

  test('describes the timeline to those who do not see it', () => {
    expect(page).toMatch(
      /<svg class="chart"[^>]* role="img" aria-labelledby="figure-title figure-desc">|role="img"/,
    )
    expect(page).toContain(
      'Committees and enforcement, 2024-07-01 to 2026-06-30. Quality committee: 3; ' +
        'Corrective actions and enforcement of the protocols: 1.</desc>',
    )
  })
})
