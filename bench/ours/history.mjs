// Ours, for the benchmark: the whole history of a repository, indexed by path.
import {readHistory} from '../../dist/load/git/history.js'
import {openRepository} from '../../dist/load/git/repository.js'

const repository = await openRepository(process.argv[2] ?? '.')
if (repository.status !== 'complete' || repository.head === null) throw new Error(repository.status)
const {commits, byPath} = await readHistory(repository, repository.head)
if (commits.length < 50_000 || byPath.size < 10_000) throw new Error(`${commits.length} commits`)
