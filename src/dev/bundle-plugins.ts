import {readFileSync} from 'node:fs'
import {relative} from 'node:path'
import type {Plugin} from 'esbuild'

/** Files beside a module are found from where the compiled module lies, not from the bundle. */
export const ownPlaces: Plugin = {
  name: 'own-places',
  setup(bundling) {
    bundling.onLoad({filter: /[\\/]src[\\/].*\.ts$/}, ({path}) => {
      const compiled = relative('src', path).split('\\').join('/').replace(/\.ts$/, '.js')
      const text = readFileSync(path, 'utf8')
      return {
        contents: text.replaceAll('import.meta.url', `placeOf(${JSON.stringify(compiled)})`),
        loader: 'ts',
      }
    })
  },
}

/**
 * oclif's modules require each other, and with them a globber, a template language, spinners and
 * half of Node's own modules, at every start. In the bundle each is loaded when it is first used.
 */
export const lazyOclif: Plugin = {
  name: 'lazy-oclif',
  setup(bundling) {
    bundling.onLoad({filter: /@oclif[\\/]core[\\/]lib[\\/].*\.js$/}, ({path}) => ({
      contents: changes.reduce(
        (text, [from, to]) => text.replaceAll(from, to),
        lazyRequires(readFileSync(path, 'utf8')),
      ),
      loader: 'js',
    }))
  },
}

const required = String.raw`((?:__import(?:Default|Star)\()?require\("[^"]+"\)\)?);$`
const named = new RegExp(String.raw`^(?:const|var) (\w+) = ${required}`, 'gm')
const exported = new RegExp(String.raw`^exports\.(\w+) = ${required}`, 'gm')

/**
 * CommonJS as the compiler of TypeScript writes it, with each `const x_1 = require('x')` put off to
 * the first use of `x_1`. A name that is used in any other way than `x_1.y` stays as it is.
 */
export function lazyRequires(text: string): string {
  const withGetters = text.replaceAll(
    exported,
    (_, name: string, call: string) =>
      `Object.defineProperty(exports, "${name}", {enumerable: true, get: () => ${call}});`,
  )
  let changed = withGetters
  for (const [line, name = '', call = ''] of withGetters.matchAll(named)) {
    const used = new RegExp(String.raw`(?<![\w$."'\x60])${name}(?![\w$"'\x60])`, 'g')
    const rest = changed.replace(line, '')
    const isPlain = [...rest.matchAll(used)].every((it) => rest[it.index + name.length] === '.')
    if (!isPlain) continue
    const put = `let ${name}$; const ${name}$$ = () => (${name}$ ??= ${call});`
    const [before = '', after = ''] = changed
      .split(line)
      .map((it) => it.replaceAll(used, `(${name}$$$$())`))
    changed = `${before}${put}${after}`
  }
  return changed
}

/** What oclif would do at every start, and what is done instead. */
const changes: readonly (readonly [RegExp, string])[] = [
  // To sort as the locale would loads the collator: a tenth of the time that Node itself takes to
  // start. Ids of commands are ASCII.
  [/([\w.]+)\.localeCompare\(([\w.]+)\)/g, '($1 < $2 ? -1 : $1 > $2 ? 1 : 0)'],
  // Looks for oclif's own package.json, which is not beside the bundle.
  [/^checkNodeVersion\(\);$/gm, ''],
  // Its log, with colours and terminal, is for who asks for it.
  [
    /= (\(0, \(debug_1\$\$\(\)\)\.default\)\(namespace\));/g,
    '= process.env.DEBUG ? $1 : () => {};',
  ],
]
