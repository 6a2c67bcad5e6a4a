import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {dirname, join, relative} from 'node:path'
import {expect, test} from 'vitest'

/** What each folder of `src` may import besides itself. A folder that is not here may not exist. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  model: [],
  load: [
    'model',
    'yaml',
    'node:buffer',
    'node:fs',
    'node:path',
    'node:crypto',
    'node:module',
    'node:child_process',
    'node:os',
    'node:worker_threads',
    'node:util',
  ],
  validate: ['model', 'ajv', 'node:fs', 'node:module', 'node:url'],
  tables: ['model'],
  measures: ['model'],
  trail: ['model'],
  diff: ['model'],
  due: ['model', 'rules', 'law'],
  audit: ['model', 'node:crypto'],
  law: ['model'],
  rules: ['model', 'law', 'measures'],
  assess: ['model', 'law', 'node:crypto', '@marcbachmann/cel-js'],
  compile: ['model', 'law'],
  render: [
    'model',
    'pdfkit',
    'handlebars',
    'fontkit',
    'node:fs',
    'node:crypto',
    'node:url',
    'node:path',
  ],
  report: ['model', 'chalk', 'node:crypto'],
  approvals: ['model', 'node:crypto'],
  seal: ['model', 'load', 'node:crypto', 'node:child_process', 'node:fs', 'node:os', 'node:path'],
  scaffold: ['model'],
  import: ['model', '@e965/xlsx', 'node:zlib'],
  export: ['model', '@e965/xlsx'],
  write: ['model', 'yaml', 'node:fs', 'node:os', 'node:path'],
  cli: ['model', 'report', '@oclif/core', '@clack/prompts', 'node:fs', 'node:path', 'node:stream'],
  commands: [
    'model',
    'cli',
    'report',
    'pipeline',
    'rules',
    'law',
    'trail',
    'write',
    'scaffold',
    'import',
    'export',
    '@oclif/core',
    'node:fs',
    'node:path',
    'node:url',
  ],
  pipeline: [
    'model',
    'load',
    'validate',
    'tables',
    'assess',
    'compile',
    'render',
    'rules',
    'law',
    'trail',
    'diff',
    'due',
    'audit',
    'approvals',
    'seal',
    'write',
    'scaffold',
    'import',
    'export',
    'node:crypto',
    'node:fs',
    'node:path',
  ],
  dev: [
    'model',
    'load',
    'rules',
    'law',
    'report',
    'validate',
    'ajv',
    'esbuild',
    'json-schema-to-typescript',
    'yaml',
    'node:fs',
    'node:path',
    'node:url',
    'node:child_process',
    'node:crypto',
    'node:os',
    'node:util',
  ],
}

const files = readdirSync('src', {recursive: true, encoding: 'utf8'}).filter((it) =>
  it.endsWith('.ts'),
)

/** Top-level name that each import of a file leads to: static ones, types and `import('…')`. */
function importsOf(file: string): string[] {
  const text = readFileSync(join('src', file), 'utf8')
  const specifiers = [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^'\s]+)'/g)]
  return specifiers.map(([, specifier = '']) => {
    if (!specifier.startsWith('.'))
      return specifier.startsWith('node:')
        ? specifier.replace(/^(node:[^/]+).*/, '$1')
        : (/^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier)
    const target = join('src', dirname(file), specifier)
    return relative('src', target).split('/')[0] ?? ''
  })
}

test.each(files)('src/%s imports only what its folder may', (file) => {
  const [folder = ''] = file.split('/')
  expect(Object.keys(allowed)).toContain(folder)
  const permitted = [folder, ...(allowed[folder] ?? [])]
  expect(importsOf(file).filter((it) => !permitted.includes(it))).toEqual([])
})

test('a rule knows no other rule', () => {
  const crossings = files
    .filter((file) => /^rules\/[^/]+\/[^/]+\.ts$/.test(file))
    .flatMap((file) => {
      const text = readFileSync(join('src', file), 'utf8')
      return [...text.matchAll(/from '(\.[^']+)'/g)]
        .map(([, specifier = '']) => relative('src', join('src', dirname(file), specifier)))
        .filter((target) => target.startsWith('rules/') && isRule(target))
        .map((target) => `${file} -> ${target}`)
    })
  expect(crossings).toEqual([])
})

function isRule(file: string): boolean {
  return existsSync(join('src', file)) && /: Rule = /.test(readFileSync(join('src', file), 'utf8'))
}

test.each(
  files.filter((it) =>
    /^(?:rules|assess|scaffold|approvals|compile|measures|trail|tables|law|model)\//.test(it),
  ),
)('src/%s is pure: no clock, no console, no process, no disk, no randomness', (file) => {
  const text = readFileSync(join('src', file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
  const forbidden =
    /Date\.now|Math\.random|\bconsole\.|\bprocess\.(?!ts')|node:fs|node:child|localeCompare|toLocale/
  expect(forbidden.exec(text)?.[0]).toBeUndefined()
  if (file !== 'model/date.ts') expect(text).not.toMatch(/new Date\(/)
})
