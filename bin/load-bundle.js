'use strict'

const {readFileSync, renameSync, rmSync, writeFileSync} = require('node:fs')
const {createRequire} = require('node:module')
const path = require('node:path')
const vm = require('node:vm')

const folder = path.join(__dirname, '../dist/bundle')
const file = path.join(folder, 'cinch.cjs')
/**
 * What V8 made of the bundle, so that the next run need not make it again. It lies beside the
 * bundle and nowhere else: it is code, and whoever may write here may change the program anyway.
 */
const cacheFile = path.join(folder, 'cinch.cache')
/** The bundle begins with `// ` and the SHA-256 of the rest, and so does the cache made of it. */
const markLength = 64

/**
 * Runs the program's one file as a CommonJS module, through V8's code cache where there is one for
 * this bundle and this Node. Where there is none, it is written at the end, if it can be.
 */
exports.loadBundle = () => {
  // One byte a character: the bundle is ASCII.
  const source = readFileSync(file, 'latin1')
  const mark = source.slice(3, 3 + markLength)
  const cachedData = cacheOf(mark)
  const script = new vm.Script(
    `(function (exports, require, module, __filename, __dirname) {${source}\n})`,
    {filename: file, ...(cachedData === undefined ? {} : {cachedData})},
  )
  const require_ = createRequire(file)
  const bundle = {id: file, filename: file, loaded: true, exports: {}, children: [], paths: []}
  // oclif asks for the file by its path.
  require_.cache[file] = bundle
  script.runInThisContext().call(bundle.exports, bundle.exports, require_, bundle, file, folder)
  if (cachedData === undefined || script.cachedDataRejected === true)
    process.once('exit', () => keep(mark, script))
  return bundle.exports
}

function cacheOf(mark) {
  try {
    const bytes = readFileSync(cacheFile)
    return bytes.latin1Slice(0, markLength) === mark ? bytes.subarray(markLength) : undefined
  } catch {
    return undefined
  }
}

function keep(mark, script) {
  const beside = `${cacheFile}.${process.pid}`
  try {
    writeFileSync(beside, Buffer.concat([Buffer.from(mark, 'latin1'), script.createCachedData()]))
    renameSync(beside, cacheFile)
  } catch {
    // Installed where this user may not write: every start compiles anew.
    rmSync(beside, {force: true})
  }
}
