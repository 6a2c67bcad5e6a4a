import {describe, expect, test} from 'vitest'

import type {Dossier} from '../../src/model/dossier.ts'
import {html} from '../../src/render/html.ts'
import {canonicalJson} from '../../src/render/json.ts'
import {pdf} from '../../src/render/pdf.ts'
import {codePointText, visible} from '../../src/render/visible.ts'
import {fixture} from './fixture.ts'
import {plainText} from './read-html.ts'
import {bodyText, readPdf, squeezed} from './read-pdf.ts'
import {firstMissing, textsOf} from './texts.ts'

const naughty = [
  '{{title}} {{{title}}} {{> runs}} {{#each this}}{{/each}} ${title} <%= title %>',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '"><svg/onload=alert(1)> &amp; &#x27; \' ` = ]]> --> <!--',
  '=HYPERLINK("http://example.test")',
  '__proto__ constructor toString',
  '../../../etc/passwd\\..\\..',
  '\u202eright to left\u202c \u2066isolate\u2069 \u200e\u200f',
  '\u001b[31mred\u001b[0m \u0007\u0008\u0000 \u009b1m',
  'zero\u200bwidth\u200djoiner\ufeff soft\u00adhyphen',
  'lone \ud800 and \udfff surrogates, \ufffe, \ue000 private, \u2028 \u2029',
  '中文 日本語 한국어 العربية עברית ไทย 🙂👩‍👩‍👧',
  'e\u0301 o\u0308 Z\u0351\u036b ﬁ ﬂ ﬀ ß İ ı ½ ² € ™ … – — “ ” ≥ ≤ ≠ ± → ✓ µ Ω',
  'officials fill affidavits: ffi ffl fi fl ff',
  'long'.repeat(60),
  '(unbalanced \\( parenthesis \\) ) \\n \\r << >> [ ] /Name % comment',
  'a\tb\nc\r\nd   e\u00a0f',
  '',
]

function dossierOf(texts: readonly string[]): Dossier {
  const [first = ''] = texts
  const base = {class: 'network', provenance: []} as const
  return {
    ...fixture,
    blocks: [
      {...base, type: 'heading', level: 1, number: first, text: first, id: first},
      {...base, type: 'heading', level: 2, text: first, id: `${first}2`},
      {...base, type: 'paragraph', style: 'body', runs: texts.map((text) => ({text: `${text} `}))},
      {
        ...base,
        type: 'list',
        ordered: false,
        items: texts.map((text) => ({runs: [{text}], provenance: []})),
      },
      {
        ...base,
        type: 'table',
        caption: first,
        columns: [
          {title: first, width: 0.5},
          {title: first, width: 0.5, style: 'code'},
        ],
        rows: texts.map((text) => ({cells: [{text}, {text}], provenance: []})),
      },
      {...base, type: 'facts', items: texts.map((text) => ({label: text, text, provenance: []}))},
      {
        ...base,
        type: 'timeline',
        caption: first,
        from: '2026-01-01',
        to: '2026-12-31',
        lanes: texts.map((title) => ({title, events: [{date: '2026-02-03', label: title}]})),
      },
    ],
  }
}

/** What is expected of a text in the PDF: characters no face has are code points as well. */
function printed(text: string, drawn: string): string {
  let out = ''
  for (const character of squeezed(visible(text)))
    out += drawn.includes(character) ? character : codePointText(character)
  return out
}

describe('texts that are meant to do harm', () => {
  const dossier = dossierOf(naughty)

  test('are printed in the PDF, what cannot be drawn as code points', async () => {
    const read = await readPdf(await pdf.render(dossier))
    const whole = bodyText(read)
    expect(firstMissing(whole, textsOf(dossier), (it) => printed(it, whole))).toBeUndefined()
    expect(whole).toContain('[U+4E2D][U+6587]')
    expect(whole).toContain('[U+202E]righttoleft[U+202C]')
    expect(whole).toContain('[U+001B][31mred[U+001B][0m')
    expect(whole).toContain('lone[U+D800]and[U+DFFF]surrogates')
    expect(whole).toContain('officialsfillaffidavits:ffifflfiflff')
  })

  test('stay text in the HTML', async () => {
    const page = new TextDecoder().decode(await html.render(dossier))
    expect(/<script|<img|<svg\/|(?![\n\t])[\p{Cc}\p{Cf}]/u.exec(page)).toBeNull()
    expect(
      firstMissing(squeezed(plainText(page)), textsOf(dossier), (it) => squeezed(visible(it))),
    ).toBeUndefined()
  })

  test('are the same values in the JSON', () => {
    expect(JSON.parse(canonicalJson(dossier))).toEqual(JSON.parse(JSON.stringify(dossier)))
  })
})
