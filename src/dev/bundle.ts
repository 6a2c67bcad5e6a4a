import {createHash} from 'node:crypto'
import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import {build, type Plugin} from 'esbuild'

const folder = 'dist/bundle'

/** Libraries that only some commands need, or that bring files of their own: loaded when asked for. */
const external = [
  '@clack/prompts',
  '@e965/xlsx',
  '@marcbachmann/cel-js',
  'ajv',
  'ajv/*',
  'fontkit',
  'handlebars',
  'pdfkit',
  'yaml',
  // oclif looks for them when it runs from source.
  'ts-node',
  'typescript',
]

/** Ids of commands by the path of their file, as oclif derives them. */
function commandFiles(): readonly (readonly [string, string])[] {
  return readdirSync('src/commands', {recursive: true, encoding: 'utf8'})
    .filter((it) => it.endsWith('.ts'))
    .map((it) => it.split('\\').join('/'))
    .sort()
    .map((file) => [file.slice(0, -'.ts'.length).replaceAll('/', ':'), file] as const)
}

function entry(): string {
  const files = commandFiles()
  const clause = (file: string) => `from ${JSON.stringify(`./${file}`)}`
  return [
    `export {main} ${clause('cli/main.ts')}`,
    `export {hook} ${clause('cli/command-not-found.ts')}`,
    `export {default as Help} ${clause('cli/help.ts')}`,
    ...files.map(([, file], index) => `import Command${index} ${clause(`commands/${file}`)}`),
    `export const commands = {${files.map(([id], index) => `'${id}': Command${index}`).join(', ')}}`,
  ].join('\n')
}

/** Files beside a module are found from where the compiled module lies, not from the bundle. */
const ownPlaces: Plugin = {
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
 * oclif sorts its commands as the locale would, at every start, and the first such comparison loads
 * the collator: a tenth of the time that Node itself takes to start. Ids of commands are ASCII.
 */
const plainOrder: Plugin = {
  name: 'plain-order',
  setup(bundling) {
    bundling.onLoad({filter: /@oclif[\\/]core[\\/]lib[\\/]config[\\/].*\.js$/}, ({path}) => ({
      contents: readFileSync(path, 'utf8').replaceAll(
        /([\w.]+)\.localeCompare\(([\w.]+)\)/g,
        '($1 < $2 ? -1 : $1 > $2 ? 1 : 0)',
      ),
      loader: 'js',
    }))
  },
}

/**
 * Writes the program as one file, which starts several times faster than its modules do: first a
 * line with the SHA-256 of the rest, by which `bin/load-bundle.js` knows a code cache of it.
 */
async function writeBundle(): Promise<void> {
  const {outputFiles} = await build({
    stdin: {contents: entry(), resolveDir: 'src', sourcefile: 'program.ts', loader: 'ts'},
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    charset: 'ascii',
    // A script that comes from a code cache may not `import()`; it may `require` modules of either kind.
    supported: {'dynamic-import': false},
    legalComments: 'eof',
    external,
    plugins: [ownPlaces, plainOrder],
    minifySyntax: true,
    banner: {
      js:
        `const placeOf = (file) => require('node:url').pathToFileURL(` +
        `require('node:path').join(__dirname, '..', file)).href`,
    },
  })
  const text = outputFiles[0]?.text ?? ''
  mkdirSync(folder, {recursive: true})
  rmSync(join(folder, 'cinch.cache'), {force: true})
  const mark = createHash('sha256').update(text).digest('hex')
  writeFileSync(join(folder, 'cinch.cjs'), `// ${mark}\n${text}`)
}

await writeBundle()
