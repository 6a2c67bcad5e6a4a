// Ours, for the benchmark: the whole history of a repository, indexed by path. With `kept`, what a
// run up to 100 commits before the end kept is used; made by the first run, which is not timed.
import {knownHistory} from '../../dist/load/git/history-cache.js'
import {readHistory} from '../../dist/load/git/history.js'
import {openRepository} from '../../dist/load/git/repository.js'

const [, , folder = '.', kept] = process.argv
const repository = await openRepository(folder)
if (repository.status !== 'complete' || repository.head === null) throw new Error(repository.status)
let options = {}
if (kept !== undefined) {
  options = {known: knownHistory(repository, ['bench'])}
  if (options.known.size === 0) {
    const {commits} = await readHistory(repository, repository.head)
    await readHistory(repository, commits.commit(commits.length - 101).hash, options)
    options = {known: knownHistory(repository, ['bench'])}
  }
}
const {commits, byPath} = await readHistory(repository, repository.head, options)
if (commits.length < 50_000 || byPath.size < 10_000 || byPath.touching(0).length === 0)
  throw new Error(`${commits.length} commits`)
