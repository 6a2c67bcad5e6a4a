import {basename} from 'node:path'
import type {Metafile} from 'esbuild'
import type {Chunk} from './bundle-chunks.ts'

/**
 * The program lies in a few files, by what is loaded together, so that a small command reads little:
 * name of the file, and the modules whose closure it holds where none before it does.
 */
const packs = [
  ['start', ['cli/main.ts', 'commands/explain.ts', 'report/catalogue.ts']],
  ['rules', ['rules/index.ts', 'law/authorities.ts']],
  [
    'warm',
    [
      'commands/validate.ts',
      'pipeline/validated.ts',
      'load/cache.ts',
      'load/stamp.ts',
      'report/index.ts',
      'report/fingerprint.ts',
      'report/discreet.ts',
      'report/exceptions.ts',
      'report/inventory.ts',
      'report/pretty.ts',
    ],
  ],
  [
    'read',
    [
      'pipeline/open.ts',
      'load/load.ts',
      'load/source.ts',
      'validate/validate.ts',
      'validate/programs.ts',
      'validate/integrity.ts',
      'tables/csv.ts',
      'law/programs.ts',
      'pipeline/approvals.ts',
      'pipeline/signatures.ts',
    ],
  ],
] as const
/** The pack that everything starts from. */
export const firstPack = packs[0][0]
/** Holds everything else. */
const rest = 'rest'

/** In the order in which they are written. */
export const packNames: readonly string[] = [...packs.map(([name]) => name), rest]

/** Names of chunks that are loaded with one, itself included. */
function loadedWith({outputs}: Metafile, name: string): ReadonlySet<string> {
  const seen = new Set<string>()
  const add = (path: string) => {
    const output = outputs[path]
    if (output === undefined || seen.has(path)) return
    seen.add(path)
    for (const it of output.imports) if (it.kind === 'import-statement') add(it.path)
  }
  add(name)
  return seen
}

/** The pack of each chunk; what two packs need lies in the first of all. */
export function packsOf(metafile: Metafile): ReadonlyMap<string, string> {
  const outputs = Object.entries(metafile.outputs)
  const packOf = new Map(outputs.map(([path]) => [path, rest]))
  for (const [name, modules] of packs) {
    // Where a module lies, and what stands for it where it is imported lazily.
    const found = modules.flatMap((it) => {
      const own = outputs.filter(
        ([, {inputs, entryPoint}]) => `src/${it}` in inputs || entryPoint === `src/${it}`,
      )
      if (own.length === 0) throw new Error(`Unexpected module ${it} of pack ${name}`)
      return own.flatMap(([path]) => [...loadedWith(metafile, path)])
    })
    for (const path of new Set(found))
      packOf.set(path, packOf.get(path) === rest ? name : firstPack)
  }
  return new Map([...packOf].map(([path, name]) => [`./${basename(path)}`, name]))
}

/** A function that returns the chunks as functions, and where to find the others. */
export function packText(chunks: readonly Chunk[], packOf: ReadonlyMap<string, string>): string {
  const functions = chunks.map(
    ({name, code}) => `${JSON.stringify(name)}(module, exports, require) {\n${code}}`,
  )
  return [
    `(function (require, __filename, __dirname) {`,
    `'use strict'`,
    `const placeOf = (file) => require('node:url').pathToFileURL(require('node:path').join(__dirname, '..', file)).href`,
    `return {`,
    `packOf: ${JSON.stringify(Object.fromEntries(packOf))},`,
    `chunks: {\n${functions.join(',\n')}\n}`,
    `}})\n`,
  ].join('\n')
}
