// Ours, for the benchmark: what the history says of every record. With `kept`, as read once before.
import {readTrail} from '../../dist/load/git/history.js'

const [, , root = '.', kept] = process.argv
if (kept === undefined) process.env['CINCH_NO_CACHE'] = '1'
const trail = await readTrail({root, rootName: 'main'})
if (trail.status !== 'complete' || trail.records.length < 9_000) throw new Error(trail.status)
