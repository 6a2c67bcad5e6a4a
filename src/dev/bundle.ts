import {createHash} from 'node:crypto'
import {mkdirSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {basename} from 'node:path'
import {build} from 'esbuild'
import {chunkOf, refuseCircles, type Chunk} from './bundle-chunks.ts'
import {firstPack, packNames, packsOf, packText} from './bundle-packs.ts'
import {lazyOclif, ownPlaces} from './bundle-plugins.ts'

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

/** Files of commands by their ids, as oclif derives them. */
function commandFiles(): ReadonlyMap<string, string> {
  const files = readdirSync('src/commands', {recursive: true, encoding: 'utf8'})
    .filter((it) => it.endsWith('.ts'))
    .map((it) => it.split('\\').join('/'))
    .sort()
  return new Map(files.map((it) => [it.slice(0, -'.ts'.length).replaceAll('/', ':'), it]))
}

/** What the program's entry exports: for oclif everything, and each command when it is asked for. */
function entryChunk(commands: ReadonlyMap<string, string>): Chunk {
  const getters = [...commands.keys()].map(
    (id) => `get "${id}"() { return require("./${commandName(id)}.cjs").default }`,
  )
  const code = [
    `const commands = {${getters.join(', ')}};`,
    `exports.commands = commands;`,
    `exports.main = (argv, root, known = commands) => require("./main.cjs").main(argv, root, known);`,
    `Object.defineProperty(exports, "hook", {enumerable: true, get: () => require("./not-found.cjs").hook});`,
    `Object.defineProperty(exports, "Help", {enumerable: true, get: () => require("./help.cjs").default});`,
  ]
  return {name: './program.cjs', code: `${code.join('\n')}\n`}
}

const commandName = (id: string) => `command-${id.replaceAll(':', '-')}`

async function writeBundle(): Promise<void> {
  const commands = commandFiles()
  const {outputFiles, metafile} = await build({
    entryPoints: {
      main: 'src/cli/main.ts',
      help: 'src/cli/help.ts',
      'not-found': 'src/cli/command-not-found.ts',
      ...Object.fromEntries(
        [...commands].map(([id, file]) => [commandName(id), `src/commands/${file}`]),
      ),
    },
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    outdir: folder,
    outExtension: {'.js': '.cjs'},
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    charset: 'ascii',
    legalComments: 'eof',
    external,
    plugins: [ownPlaces, lazyOclif],
    minifySyntax: true,
  })
  refuseCircles(metafile)
  const chunks = await Promise.all(
    outputFiles.map((it) => chunkOf(`./${basename(it.path)}`, it.text)),
  )
  const packOf = packsOf(metafile)
  const files = packNames.map((name): [name: string, text: string] => {
    const own = chunks.filter((it) => packOf.get(it.name) === name)
    const text =
      name === firstPack
        ? packText([entryChunk(commands), ...own], packOf)
        : packText(own, new Map())
    return [name, `// ${hash(text)}\n${text}`]
  })
  files.push(['version-worker', await workerText()])
  mkdirSync(folder, {recursive: true})
  for (const it of readdirSync(folder)) rmSync(`${folder}/${it}`, {recursive: true})
  for (const [name, text] of files) writeFileSync(`${folder}/${name}.cjs`, text)
  const all = hash(files.map(([, text]) => text).join(''))
  writeFileSync(
    `${folder}/cinch.cjs`,
    `// ${all}\nmodule.exports = require('../../bin/load-bundle.js').loadBundle()\n`,
  )
}

/** What runs in threads is a program of its own. */
async function workerText(): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: ['src/load/git/version-worker.ts'],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    charset: 'ascii',
    minifySyntax: true,
  })
  return outputFiles.map(({text}) => text).join('')
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

await writeBundle()
