// Ours, for the benchmark: all that the history says of every record, each change and dated event
// of it and each commit. With `kept`, as read once before.
import {readTrail} from '../../dist/load/git/history.js'

const [, , root = '.', kept] = process.argv
if (kept === undefined) process.env['CINCH_NO_CACHE'] = '1'
const trail = await readTrail({root, rootName: 'main'})
if (trail.status !== 'complete' || trail.records.length < 9_000) throw new Error(trail.status)
let said = trail.commits.length
for (const {changes, events} of trail.records) said += changes.length + events.length
if (said < 100_000) throw new Error(`${said} changes, events and commits`)
