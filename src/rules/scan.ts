import {startOf} from '../model/location.ts'
import type {Finding, RuleContext, RuleResult} from '../model/rule.ts'
import type {ScanHit, Sources} from '../model/source.ts'
import type {Entry} from '../model/workspace.ts'
import {counted} from './outcome.ts'

/**
 * The outcome of a test that looks through every file for something that may not be kept there.
 *
 * What was found is never printed: its place and the pattern are. The evidence of a clean search
 * is the reading itself, at this place and date: it is cited as measured, on the Network record,
 * since the tool worked it out from the files and no record says it. Files that could not be read
 * as text are counted; the search is clean only where each of them is a registered Exhibit, which
 * someone answers for. Commit messages are read with the history; where a history is there and
 * could not be read whole, the search is not clean.
 *
 * @param where - Whether a place counts; every place when left out.
 * @param like - What it looks like, with its article: `a price`.
 */
export function judgeScan(
  context: RuleContext,
  kind: ScanHit['class'],
  like: string,
  help: string,
  where: (hit: ScanHit) => boolean = () => true,
): RuleResult {
  const {workspace, network} = context
  const hits = workspace.hits.filter((it) => it.class === kind && where(it))
  const read = whatWasRead(context)
  if (hits.length > 0)
    return {
      outcome: 'contrary',
      summary: `What looks like ${like} stands in ${counted(hits.length, 'place')} of ${read} read.`,
      evidence: [],
      findings: hits.map((hit) => hitFinding(context, hit, like, help)),
      answeredBy:
        'a reading of each place by someone who may, and its removal as counsel instructs',
    }
  if (workspace.scanned === 0)
    return {
      outcome: 'unknown',
      summary: `No file was read for what looks like ${like}.`,
      evidence: [],
      findings: [],
      answeredBy: 'a reading of the files of the repository',
    }
  const {unread, unregistered} = notRead(context)
  const older = unreadHistory(context)
  const rest =
    unread === 0
      ? ''
      : `; ${counted(unread, 'file')} could not be read as text, ${unregistered.length === 0 ? 'each a registered exhibit' : `${unregistered.length} of them no registered exhibit`}`
  const clean = unregistered.length === 0 && older.length === 0
  const wanted = [
    ...(unregistered.length === 0
      ? []
      : ['an Exhibit record of each file that could not be read as text']),
    ...(older.length === 0 ? [] : ['a clone with the whole history, whose commit messages count']),
  ]
  return {
    outcome: clean ? 'supported' : 'unknown',
    summary: `Nothing that looks like ${like}: none found in ${read} read${rest}${older.length === 0 ? '' : `; commit messages were not read, since ${older[0]?.reason}`}.`,
    evidence: [context.cite(network, [], 'measured', `none found in ${read} read`)],
    findings: unregistered.map((it) => unreadFinding(context, it)),
    ...(clean ? {} : {answeredBy: wanted.join('; ')}),
  }
}

/** On the network's record; of an overlay at the file itself, whose name is as secret as its root. */
function unreadFinding(
  context: RuleContext,
  {root, file, reason}: NonNullable<Sources['notScanned']>[number],
): Finding {
  const found = context.finding(
    'note',
    context.network,
    [],
    `Unexpected file \`${file}\` that could not be looked through (${reason}), expected text or a registered Exhibit`,
    'Have someone who may look at it, and register it as an Exhibit or take it out',
  )
  return root === 'main' ? found : {...found, location: startOf(file, root)}
}

/** Files, and the messages of commits where a history was read. */
function whatWasRead({workspace}: RuleContext): string {
  const messages = workspace.trails.reduce(
    (sum, it) => sum + (it.status === 'complete' && it.hits !== undefined ? it.commits.length : 0),
    0,
  )
  const files = counted(workspace.scanned, 'file')
  return messages === 0 ? files : `${files} and ${counted(messages, 'commit message')}`
}

/** Histories that are there and of which a part is missing; no repository has no messages. */
function unreadHistory({workspace}: RuleContext) {
  return workspace.trails.flatMap((it) =>
    it.status === 'shallow' || it.status === 'partial' ? [it] : [],
  )
}

/** How many files the search could not read, and which of them no Exhibit record answers for. */
function notRead({workspace}: RuleContext) {
  const files = workspace.notScanned ?? []
  const exhibits = new Set(
    workspace.all('Exhibit').map(({root, value}) => `${root}/${value.file ?? ''}`),
  )
  return {
    unread: files.length,
    unregistered: files.filter(({root, file}) => !exhibits.has(`${root}/${file}`)),
  }
}

/** Points at the place; the record named is the one that holds it, else the network's. */
function hitFinding(context: RuleContext, hit: ScanHit, like: string, help: string): Finding {
  const {location, pattern} = hit
  const holder = holderOf(context, hit)
  if (location.commit !== undefined)
    return {
      ...context.finding(
        'error',
        holder,
        [],
        `Unexpected text that looks like ${like} (pattern \`${pattern}\`) in the message of \`${location.file}\`, expected none in any commit message`,
        `${help}; only a rewrite of the history takes a message out`,
      ),
      location,
    }
  const message = `Unexpected text that looks like ${like} (pattern \`${pattern}\`) in \`${location.file}\`, expected none in any file`
  return {...context.finding('error', holder, [], message, help), location}
}

function holderOf({workspace, network}: RuleContext, {location}: ScanHit): Entry {
  const {start} = location
  if (location.commit !== undefined) return network
  return (
    workspace.entries.find((entry) => {
      const place = entry.locate([])
      return (
        place.file === location.file &&
        place.root === location.root &&
        place.start.line <= start.line &&
        start.line <= place.end.line
      )
    }) ?? network
  )
}
