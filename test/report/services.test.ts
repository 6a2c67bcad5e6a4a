import {spawnSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Diagnostic, Severity} from '../../src/model/diagnostic.ts'
import {withoutRecordText} from '../../src/report/discreet.ts'
import {failedGithub, github} from '../../src/report/github.ts'
import {failedGitlab, gitlab} from '../../src/report/gitlab.ts'
import {issuesIn} from '../helpers/gitlab.ts'
import {failedJunit, junit} from '../../src/report/junit.ts'
import {failedMarkdown, markdown} from '../../src/report/markdown.ts'
import {pretty} from '../../src/report/pretty.ts'
import type {Report} from '../../src/report/report.ts'
import {commandsIn} from '../helpers/workflow-commands.ts'

const schemas = process.env['CINCH_SCHEMAS'] ?? '../shared/schemas'
const options = {discreet: false, width: 80, colour: false, prefix: 'governance/'}

/** What breaks the formats that services read, and the readers behind them. */
const naughty = [
  ']]>',
  '<script>alert(1)</script><!-- x',
  '&amp; &#0; &lt;',
  '\u0000\u0001\u0008\u000b\u001b[31m\u007f\u0085',
  '\ufffe\uffff \ud800 alone \udc00',
  '\u202egnp.exe \u2066x\u2069 \u200b',
  'one\r\n::set-output name=a::b',
  '::error file=a,line=1::other',
  '##[add-mask]a ##[endgroup]',
  '::stop-commands::x',
  '100% of a:b,c %0A::warning::x',
  '`](javascript:alert(1)) `` ``` |a|b|',
  '@everyone #1 https://example.org/x <img src=x onerror=y>',
  '[a]: http://x "y"\n\n# heading\n- [x] done\n\n---\n',
  '${{ secrets.TOKEN }} $(touch /tmp/x) \\',
  '=cmd|x!A1',
  'x'.repeat(100_000),
  '',
]

function diagnosticOf(text: string, severity: Severity = 'error', file = 'a.yaml'): Diagnostic {
  const start = {line: 3, column: 5}
  return {
    code: 'schema/enum',
    severity,
    message: text,
    help: text,
    location: {file, start, end: {line: 3, column: 9}},
  }
}

function reportOf(diagnostics: readonly Diagnostic[], rest: Partial<Report> = {}): Report {
  return {
    command: 'validate',
    toolVersion: '1.0.0',
    asOf: '2026-06-30',
    read: ['Read main (network): working tree.'],
    diagnostics,
    findings: [],
    assessment: null,
    rules: [],
    body: [],
    result: null,
    exitCode: 1,
    ...rest,
  }
}

const hostile = reportOf(
  naughty.flatMap((it) => [
    diagnosticOf(it),
    diagnosticOf('x', 'warning', `${it.slice(0, 40)}.yaml`),
  ]),
  {read: naughty, leftOut: ['3 findings in records that this change does not touch.']},
)

/** Faults that xmllint finds by a schema; undefined where the schema or xmllint is not here. */
function faultsOf(xml: string, schema: string): string | undefined {
  const file = join(schemas, schema)
  if (!existsSync(file)) {
    console.warn(`skipped: ${file} is not here; set CINCH_SCHEMAS`)
    expect(existsSync(schemas)).toBe(false)
    return undefined
  }
  const {error, status, stderr} = spawnSync('xmllint', ['--noout', '--schema', file, '-'], {
    input: xml,
    encoding: 'utf8',
  })
  if (error) {
    console.warn('skipped: xmllint is not installed, so JUnit was not checked by its schemas')
    return undefined
  }
  return status === 0 ? '' : stderr
}

describe('junit', () => {
  test.each(['ant-junit.xsd', 'junit-10.xsd'])('validates against %s', async (schema) => {
    for (const report of [hostile, reportOf([]), withoutRecordText(hostile)])
      expect(faultsOf(await junit.print(report, options), schema) ?? '').toBe('')
    expect(faultsOf(failedJunit(naughty.join('')), schema) ?? '').toBe('')
  })

  test('counts every problem as a failure, and holds what was not shown', async () => {
    const xml = await junit.print(hostile, options)
    expect(xml.match(/<failure /g)).toHaveLength(hostile.diagnostics.length)
    expect(xml).toContain(`failures="${hostile.diagnostics.length}" errors="0" skipped="0"`)
    expect(xml).toContain('3 findings in records that this change does not touch.')
    expect(xml).not.toContain(']]>')
  })

  test('names a case without its line, so that moved lines are the same case', async () => {
    const names = (xml: string) => [...xml.matchAll(/<testcase name="([^"]*)"/g)].map((it) => it[1])
    const at = (line: number) => {
      const it = diagnosticOf('a')
      return {...it, location: {...it.location, start: {line, column: 1}}}
    }
    expect(names(await junit.print(reportOf([at(1), at(9)]), options))).toEqual([
      'schema/enum a.yaml',
      'schema/enum a.yaml (2)',
    ])
  })

  test('has one case that passed where nothing was found: an empty suite is an error to some', async () => {
    const xml = await junit.print(reportOf([]), options)
    expect(xml).toContain('tests="1" failures="0"')
  })

  test('is well-formed and within the schema for any text', async () => {
    const texts = fc.sample(fc.string({unit: 'binary', maxLength: 60}), {numRuns: 150, seed: 7})
    const xml = await junit.print(reportOf(texts.map((it) => diagnosticOf(it))), options)
    expect(faultsOf(xml, 'junit-10.xsd') ?? '').toBe('')
  })
})

describe('github', () => {
  test('runs no command but its own annotations, whatever the text', async () => {
    const ran = commandsIn(await github.print(hostile, options))
    expect(new Set(ran.map(({command}) => command))).toEqual(new Set(['error', 'warning']))
  })

  test('annotates file, line and title, with the path from the top of the repository', async () => {
    const found = diagnosticOf('100% wrong', 'error', 'a:b,c%.yaml')
    const [ran] = commandsIn(await github.print(reportOf([found]), options))
    expect(ran).toEqual({
      command: 'error',
      properties: {
        file: 'governance/a:b,c%.yaml',
        line: '3',
        endLine: '3',
        col: '5',
        title: 'schema/enum',
      },
      message: '100% wrong. 100% wrong',
    })
  })

  test('names the place of an overlay in the title, and no file that is not there', async () => {
    const it = diagnosticOf('x')
    const of = {...it, location: {...it.location, root: 'overlay-1'}}
    const [ran] = commandsIn(await github.print(reportOf([of]), options))
    expect(ran?.properties).toEqual({title: 'schema/enum at overlay-1:a.yaml:3:5'})
  })

  test.each([9, 10, 11])(
    'of %i errors annotates ten at most, and lists the others',
    async (count) => {
      const all = Array.from({length: count}, (_, it) => diagnosticOf('x', 'error', `${it}.yaml`))
      const text = await github.print(reportOf([...all, diagnosticOf('y', 'note')]), options)
      const ran = commandsIn(text).map(({command}) => command)
      expect(ran.filter((it) => it === 'error')).toHaveLength(Math.min(count, 10))
      expect(ran.filter((it) => it === 'notice')).toHaveLength(1)
      for (const {location} of all) expect(text).toContain(location.file)
      expect(text.includes('More than GitHub annotates')).toBe(count > 10)
    },
  )

  test('any text is one annotation, and reads back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({unit: 'grapheme', maxLength: 80}), async (text) => {
        const ran = commandsIn(await github.print(reportOf([{...diagnosticOf(text)}]), options))
        expect(ran).toHaveLength(1)
        // Controls are shown as code points; everything else comes back.
        if (!/[\p{C}\p{Z}]/u.test(text)) expect(ran[0]?.message).toBe(`${text}. ${text}`)
      }),
    )
  })
})

describe('gitlab', () => {
  test('has the documented fields, each problem with a fingerprint of its own', async () => {
    const twice = reportOf([...hostile.diagnostics, ...hostile.diagnostics])
    expect(issuesIn(await gitlab.print(twice, options))).toHaveLength(twice.diagnostics.length)
    expect(issuesIn(await gitlab.print(reportOf([]), options))).toEqual([])
  })

  test('says severity and path, from the top of the repository', async () => {
    const found = (['error', 'warning', 'note'] as const).map((it) => diagnosticOf('x', it))
    const issues = issuesIn(await gitlab.print(reportOf(found), options))
    expect(issues.map((it) => it['severity'])).toEqual(['critical', 'major', 'minor'])
    expect(issues[0]?.['location']).toEqual({path: 'governance/a.yaml', lines: {begin: 3}})
  })

  test('that could not run is not an empty list, which would say that nothing was found', () => {
    expect(issuesIn(failedGitlab('No commit'))).toHaveLength(1)
  })
})

describe('markdown', () => {
  /** What a reader of Markdown would still take for markup: all but the code spans and fences. */
  function outsideCode(text: string): string {
    return text.replace(/^(```+)text\n[\s\S]*?^\1$/gm, '').replace(/`[^`\n]*`/g, '`')
  }

  test('keeps all foreign text in code spans', async () => {
    const text = await markdown.print({...hostile, body: ['```', '::x::', '# h']}, options)
    const outside = outsideCode(text)
    for (const it of ['script', 'img', 'javascript', '@everyone', 'https:', '#1', '[', '|', '::'])
      expect(outside).not.toContain(it)
    expect(outside.match(/^#.*$/gm)).toEqual(['### cinch validate'])
    expect(text).toContain('````text\n```\n| ::x::\n')
  })

  test('shows any text in one code span', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({unit: 'binary', maxLength: 40}), async (message) => {
        const {help: _, ...found} = diagnosticOf(message)
        const text = await markdown.print(reportOf([found], {read: []}), options)
        expect(outsideCode(text)).toBe(
          outsideCode(
            await markdown.print(reportOf([{...found, message: 'x'}], {read: []}), options),
          ),
        )
      }),
    )
  })

  test('puts errors first, each level in the order of the records', async () => {
    const found = (['note', 'error', 'warning', 'error'] as const).map((it, index) =>
      diagnosticOf('x', it, `${index}.yaml`),
    )
    const text = await markdown.print(reportOf(found), options)
    expect([...text.matchAll(/at `(\d)\.yaml/g)].map(([, it]) => it)).toEqual(['1', '3', '2', '0'])
  })

  test('keeps to the size of a comment, and counts what it leaves out', async () => {
    const many = Array.from({length: 3000}, (_, it) =>
      diagnosticOf('word '.repeat(50), 'error', `${it}.yaml`),
    )
    const text = await markdown.print(
      reportOf(many, {
        body: Array.from({length: 9000}, () => 'x'.repeat(80)),
        read: naughty,
        leftOut: ['9 findings left.'],
      }),
      options,
    )
    expect(text.length).toBeLessThan(65_536)
    expect(text).toContain('3000 errors')
    expect(text).toMatch(/- and \d+ more, not shown here/)
    expect(text).toContain('9 findings left.')
  })
})

test.each(['status', 'review', 'classify', 'compare'] as const)(
  '%s, whose text a log does not show, does not read as if there were nothing to tell',
  async (command) => {
    const whole = reportOf([], {command, body: ['Overdue (6)'], result: {}, exitCode: 0})
    const shown = withoutRecordText(whole)
    for (const reporter of [pretty, github, junit, markdown]) {
      const text = await reporter.print(shown, options)
      const flat = text.replaceAll(/\s+/g, ' ')
      expect(flat).toContain(`What cinch ${command} tells is not shown here`)
      expect(flat).not.toMatch(/Nothing found|Overdue/)
      expect(await reporter.print(whole, options)).not.toContain('Nothing found')
    }
  },
)

test('a command that looks for faults and finds none says so, in a log too', async () => {
  const shown = withoutRecordText(reportOf([], {body: ['2 records read'], exitCode: 0}))
  for (const reporter of [pretty, github, markdown])
    expect(await reporter.print(shown, options)).toContain('Nothing found.')
})

test.each([
  ['github', failedGithub(naughty.join('\n'))],
  ['markdown', failedMarkdown(2, naughty.join('\n'))],
])('%s that could not run says why, and nothing in it is a command', (_name, text) => {
  const ran = commandsIn(text)
  expect(ran.filter(({command}) => command !== 'error')).toEqual([])
})
