import {mkdirSync, writeFileSync} from 'node:fs'
import {stringify} from 'yaml'
import {authorities, lawAsOf} from '../law/authorities.ts'
import {findingCodes} from '../model/finding-codes.ts'
import {forms} from '../model/forms.ts'
import {basisText} from '../model/threshold.ts'
import {thresholdsOf} from '../report/catalogue.ts'
import {rules} from '../rules/index.ts'
import {configSchema, kinds, resolved, schemaOf, type Schema} from '../validate/schemas.ts'
import {generateCommandPage} from './generate-command-page.ts'
import {cell, generated, table} from './page.ts'

/** Where the pages stand. */
export const referenceFolder = new URL('../../docs/reference/', import.meta.url)

/** The pages of the reference by file name. */
export async function generateReference(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ['authorities.md', authorityPage()],
    ['commands.md', await generateCommandPage()],
    ['findings.md', findingPage()],
    ['kinds.md', kindPage()],
    ['thresholds.md', thresholdPage()],
  ])
}

function page(...parts: readonly string[]): string {
  return `${[generated, ...parts].join('\n\n')}\n`
}

function thresholdPage(): string {
  const all = thresholdsOf(rules)
  return page(
    '# Thresholds',
    'Every number that a test uses. It is a house default unless its basis names a source for the number. A network sets its own in `cinch.yaml`, with a reason, and the dossier prints both.',
    table(
      ['threshold', 'value', 'what it is', 'basis', 'used by'],
      all.map(({id, value, unit, basis, source, description, rules: users}) => [
        `\`${id}\``,
        unit === 'count' ? `${value}` : `${value} ${unit}`,
        cell(description),
        cell(basisText({basis, source})),
        users.map((it) => (it === 'exceptions' ? it : `[${it}](../rules/${it}.md)`)).join(', '),
      ]),
    ),
    '```yaml file=cinch.yaml\nformatVersion: 1\nthresholds:\n  minutesDraftedDays: {value: 45, reason: The secretary works half time, setBy: Board of managers}\n```',
  )
}

function findingPage(): string {
  const families = [...new Set([...findingCodes.keys()].map((it) => it.split('/')[0] ?? ''))]
  return page(
    '# Findings',
    'A finding has a code: the id of [a test](../rules/README.md), or one of these. `cinch explain CODE` prints the same. What is said to give exit 3 does so whatever `--fail-on` says.',
    ...families.flatMap((family) => [
      `## ${family}`,
      table(
        ['code', 'what it means', 'what to do'],
        [...findingCodes]
          .filter(([code]) => code.startsWith(`${family}/`))
          .map(([code, {means, fix}]) => [`\`${code}\``, cell(means), cell(fix)]),
      ),
    ]),
  )
}

function authorityPage(): string {
  return page(
    '# Authorities',
    `What the tests rest on, each with its status as looked at on ${lawAsOf}. *Read* means read at a public source; *recalled* means that counsel must confirm it before it is relied on. \`cinch rules --authorities\` prints the same.`,
    table(
      ['authority', 'status', 'standing', 'cited for'],
      authorities.map(({citation, status, statusDetail, standing, citedFor}) => [
        cell(citation),
        cell(statusDetail === '' ? status : statusDetail),
        standing === 'V' ? 'read' : 'recalled',
        cell(citedFor),
      ]),
    ),
  )
}

const classMeanings = {
  public: 'anybody',
  network: 'members and staff of the network',
  competitivelySensitive: 'not competitors: counsel and those who negotiate',
  peerReview: 'the peer-review body, and counsel',
  privileged: 'counsel',
  personLevel: 'nobody by name: told under a pseudonym, or as counts',
} as const

function kindPage(): string {
  return page(
    '# Kinds of records',
    'Each record is a mapping with a `kind` and an `id`, in a file of its own or after a line of `---`. `cinch schema KIND` prints the JSON Schema that this page is made from. A field in bold must be there.',
    'The class of a field or of a kind says who may read it.',
    table(['class', 'who may read it'], Object.entries(classMeanings)),
    '## Forms',
    table(
      ['form', 'what a value looks like'],
      [...forms].map(([name, {expected}]) => [`\`${name}\``, cell(expected)]),
    ),
    ...[...kinds(), configSchema].flatMap(kindPart),
  )
}

function kindPart(kind: string): string[] {
  const schema = schemaOf(kind)
  const title = kind === configSchema ? 'cinch.yaml' : kind
  const sample = schema.examples?.[0]
  const info = kind === configSchema ? 'yaml file=cinch.yaml' : 'yaml'
  return [
    `## ${title}`,
    cell(schema.description ?? ''),
    ...(schema['x-confidentiality'] === undefined
      ? []
      : [`Class: ${schema['x-confidentiality']}.`]),
    table(['field', 'type', 'class', 'what it is'], [...fieldRows(schema, '')]),
    ...(sample === undefined ? [] : [`\`\`\`${info}\n${stringify(sample)}\`\`\``]),
  ]
}

function* fieldRows(schema: Schema, path: string): Generator<readonly string[]> {
  const rest = schema.additionalProperties
  const fields = [
    ...Object.entries(schema.properties ?? {}),
    ...(typeof rest === 'object' ? [['*', rest] as const] : []),
  ]
  for (const [key, field] of fields) {
    if (path === '' && key === 'kind') continue
    const own = resolved(field)
    const list = own.type === 'array'
    const name = `${path}${key}${list ? '[]' : ''}`
    const isNeeded = schema.required?.includes(key) === true
    const items = resolved(own.items ?? {})
    yield [
      isNeeded ? `**\`${name}\`**` : `\`${name}\``,
      typeText(list ? items : own, list),
      own['x-confidentiality'] ?? '',
      cell(own.description ?? ''),
    ]
    yield* fieldRows(list ? items : own, `${name}.`)
  }
}

/** In words: `list of date`, `one of a, b`, `id of a Meeting`. */
function typeText(schema: Schema, list: boolean): string {
  const {type, format, enum: values, const: only} = schema
  const target = schema['x-reference']
  const text =
    target !== undefined
      ? `id of ${target}`
      : values !== undefined
        ? `one of ${values.map((it) => `\`${String(it)}\``).join(', ')}`
        : only !== undefined
          ? `\`${JSON.stringify(only)}\``
          : (format ??
            (type === 'object' ? 'mapping' : String(type ?? 'any').replace('string', 'text')))
  return list ? `list: ${text}` : text
}

/** Writes the pages; `npm run gen` calls it. */
export async function writeReference(): Promise<void> {
  mkdirSync(referenceFolder, {recursive: true})
  for (const [file, text] of await generateReference())
    writeFileSync(new URL(file, referenceFolder), text)
}
