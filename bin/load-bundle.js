'use strict'

const {createHash} = require('node:crypto')
const fs = require('node:fs')
const path = require('node:path')
const vm = require('node:vm')

const folder = path.join(__dirname, '../dist/bundle')
/**
 * What V8 made of each pack, so that the next run need not make it again. It lies beside the packs
 * and nowhere else: it is code, and whoever may write here may change the program anyway.
 */
const cacheFolder = path.join(folder, 'cinch.cache')
/**
 * A pack begins with `// ` and the SHA-256 of the rest. A cache begins with that of its pack, then
 * with its own: V8 does not look whether a cache is whole, and one that a disk damaged ends the
 * process at every start.
 */
const markLength = 64

/** The packs that were run, with the mark of each, and whether its cache was of use. */
const ran = []
/** Chunks by name: functions of the packs, and the modules that were made of them. */
const functions = new Map()
const modules = new Map()
let packOf = {}

/**
 * The program: a few packs of chunks (`src/dev/bundle.ts`), each run when one of its chunks is
 * first asked for, through V8's code cache where there is one for this pack and this Node. Where
 * there is none, it is written at the end, if it can be.
 */
const loadBundle = () => {
  if (ran.length === 0) packOf = run('start')
  return chunk('./program.cjs')
}

/** What this run has loaded, for tests: packs, and the chunks in them that were run. */
loadBundle.loaded = () => [...ran.map(({name}) => `pack ${name}`), ...modules.keys()]

/** `require` as a chunk sees it: other chunks are in the packs, all else is found as from here. */
const requireOf = Object.assign(
  (id) => (functions.has(id) || id in packOf ? chunk(id) : require(id)),
  {
    resolve: require.resolve,
    cache: require.cache,
    main: require.main,
  },
)

function chunk(id) {
  const known = modules.get(id)
  if (known !== undefined) return known.exports
  if (!functions.has(id)) run(packOf[id])
  const module = {id, filename: __filename, exports: {}}
  modules.set(id, module)
  functions.get(id)(module, module.exports, requireOf)
  return module.exports
}

/** Runs a pack, and keeps its chunks; returns where it says that others are. */
function run(name) {
  const file = path.join(folder, `${name}.cjs`)
  // One byte a character: the packs are ASCII.
  const source = fs.readFileSync(file, 'latin1')
  const mark = source.slice(3, 3 + markLength)
  const cachedData = cacheOf(name, mark)
  const options = cachedData === undefined ? {} : {cachedData}
  const script = new vm.Script(source, {filename: file, ...options})
  const made = script.runInThisContext()(requireOf, file, folder)
  for (const id of Object.keys(made.chunks)) functions.set(id, made.chunks[id])
  if (ran.length === 0) process.once('exit', keepAll)
  const isCached = cachedData !== undefined && script.cachedDataRejected !== true
  ran.push({name, mark, script, isCached})
  return made.packOf
}

function cacheOf(name, mark) {
  try {
    const bytes = fs.readFileSync(path.join(cacheFolder, name))
    if (bytes.latin1Slice(0, markLength) !== mark) return undefined
    const data = bytes.subarray(2 * markLength)
    return bytes.latin1Slice(markLength, 2 * markLength) === hash(data) ? data : undefined
  } catch {
    return undefined
  }
}

function keepAll() {
  for (const it of ran) if (!it.isCached) keep(it)
}

function keep({name, mark, script}) {
  const file = path.join(cacheFolder, name)
  const beside = `${file}.${process.pid}`
  try {
    fs.mkdirSync(cacheFolder, {recursive: true})
    // First: to make the cache takes long, and it may be that none can be written.
    fs.writeFileSync(beside, '')
    const data = script.createCachedData()
    fs.writeFileSync(beside, Buffer.concat([Buffer.from(mark + hash(data), 'latin1'), data]))
    fs.renameSync(beside, file)
  } catch {
    // Installed where this user may not write: every start compiles anew.
    remove(beside)
  }
}

function hash(bytes) {
  return createHash('sha256').update(bytes).digest('hex')
}

function remove(file) {
  try {
    fs.rmSync(file, {force: true})
  } catch {
    // It was never there, or it stays: no result depends on it.
  }
}

module.exports = {loadBundle}
