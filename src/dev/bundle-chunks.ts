import {transform, type Metafile} from 'esbuild'

/** A module of the bundle as a function, by the name under which others require it. */
export interface Chunk {
  readonly name: string
  readonly code: string
}

/**
 * Refuses chunks that import each other: one of them would find the other half made.
 *
 * @throws {Error} Naming a chunk of a circle.
 */
export function refuseCircles(metafile: Metafile): void {
  const done = new Set<string>()
  const visit = (path: string, above: ReadonlySet<string>) => {
    if (above.has(path)) throw new Error(`Unexpected circle of chunks through ${path}`)
    if (done.has(path)) return
    const inside = new Set([...above, path])
    for (const it of metafile.outputs[path]?.imports ?? [])
      if (it.kind === 'import-statement' && it.external !== true) visit(it.path, inside)
    done.add(path)
  }
  for (const path of Object.keys(metafile.outputs)) visit(path, new Set())
}

const imports = /^import \{([^}]*)\} from "(\.\/[\w.-]+)";$/gm
const bareImports = /^import "(\.\/[\w.-]+)";$/gm
const lazyImports = /\bimport\("(\.\/[\w.-]+)"\)/g
const exports = /^export \{([^}]*)\};$/gm

/**
 * A chunk, which is an ES module, as the body of a CommonJS module. What it exports is settled when
 * its body has run, so that names of other chunks are plain constants: no getter stands before them.
 *
 * @throws {Error} Where an export may change later, or where a form of import is not known here.
 */
export async function chunkOf(name: string, text: string): Promise<Chunk> {
  const given: string[] = []
  const body = text
    .replaceAll(
      imports,
      (_, names: string, from: string) => `const {${renamed(names)}} = require("${from}");`,
    )
    .replaceAll(bareImports, (_, from: string) => `require("${from}");`)
    .replaceAll(
      lazyImports,
      (_, from: string) => `Promise.resolve().then(() => require("${from}"))`,
    )
    .replaceAll(exports, (_, names: string) => {
      given.push(...names.split(',').map((it) => it.trim()))
      return ''
    })
  const {code} = await transform(body, {
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    charset: 'ascii',
    // A script that comes from a code cache may not `import()`; it may `require` modules of either kind.
    supported: {'dynamic-import': false},
    legalComments: 'eof',
    minifySyntax: true,
  })
  if (/^(?:im|ex)port\b/m.test(code)) throw new Error(`Unexpected import in ${name}`)
  if (given.some((it) => it.startsWith('init_')))
    throw new Error(`Unexpected module of two kinds in ${name}`)
  const list = given.filter((it) => it !== '').map((it) => it.split(' as '))
  const made = list.map(([own = '', outer = own]) => `${outer}: ${own}`).join(', ')
  return {name, code: `${code}\nmodule.exports = {${made}};\n`}
}

/** The names of an import as those of a destructured object. */
function renamed(names: string): string {
  return names.replaceAll(/\b(\w+|\$[\w$]*) as /g, '$1: ')
}
