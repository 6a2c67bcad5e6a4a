import type {Block} from '../model/dossier.ts'
import {compareText} from '../model/location.ts'
import {paragraph, table, tool, type Sourced} from './blocks.ts'
import type {Desk} from './desk.ts'
import {count, distinct, figure, groupBy, quoted} from './phrases.ts'

interface Rule {
  readonly root: string
  readonly globs: readonly string[]
  readonly reason: string
  readonly files: readonly string[]
}

/** Said in the limits: what was left out could be against the network, and nobody here saw it. */
export function ignoredLimit(desk: Desk): Block[] {
  const rules = ignoreRules(desk)
  const files = rules.reduce((sum, it) => sum + it.files.length, 0)
  if (rules.length === 0) return []
  return [
    paragraph(
      `The configuration leaves ${count(files, 'file')} out, by ${count(
        rules.reduce((sum, it) => sum + it.globs.length, 0),
        'glob',
      )}: nothing in ${files === 1 ? 'it' : 'them'} was read as a record or as evidence, whether it speaks for the network or against it. The manifest lists globs, reasons and files.`,
      rules.map((it) => sourceOf(desk, it.root)),
      'callout',
    ),
  ]
}

/** The files left out, by reason: those of the configuration, then those the tool passes over. */
export function ignoredFiles(desk: Desk): Block[] {
  return table(
    'Files left out',
    [
      ['Globs', 2.4, 'code'],
      ['Reason given', 3],
      ['Files', 0.8, 'right'],
      ['Which', 4, 'code'],
    ],
    [...ignoreRules(desk), ...builtIn(desk)].map((it) => ({
      cells: [it.globs.join(', '), quoted(it.reason), figure(it.files.length), listed(it.files)],
      sources: [sourceOf(desk, it.root)],
    })),
  )
}

/** Above this a list of files says no more than its length. */
const mostFiles = 20

function listed(files: readonly string[]): string {
  if (files.length === 0) return 'none'
  const more = files.length - mostFiles
  return [...files.slice(0, mostFiles), ...(more > 0 ? [`and ${figure(more)} more`] : [])].join(
    ', ',
  )
}

/** A reason stands for all globs that give it: a file is known by the reason it is left out for. */
function ignoreRules({workspace}: Desk): Rule[] {
  return workspace.roots.flatMap(({name, config}) => {
    const filesFor = filesByReason(workspace.ignored ?? [], name)
    return [...groupBy(config.ignore ?? [], (it) => it.reason)].map(([reason, same]) => ({
      root: name,
      globs: same.map((it) => it.glob),
      reason,
      files: filesFor(reason),
    }))
  })
}

/** Such as `.gitignore`: the tool passes them over, and no glob of the network names them. */
function builtIn({workspace}: Desk): Rule[] {
  const ignored = workspace.ignored ?? []
  return workspace.roots.flatMap(({name, config}) => {
    const reasons = distinct(ignored.filter((it) => it.root === name).map((it) => it.reason))
    return reasons
      .filter((reason) => !config.ignore?.some((it) => it.reason === reason))
      .map((reason) => ({
        root: name,
        globs: ['built in'],
        reason,
        files: filesByReason(ignored, name)(reason),
      }))
  })
}

function filesByReason(ignored: NonNullable<Desk['workspace']['ignored']>, root: string) {
  return (reason: string) =>
    ignored
      .filter((it) => it.root === root && it.reason === reason)
      .map((it) => it.file)
      .sort(compareText)
}

/** What an overlay leaves out goes where the overlay may. */
function sourceOf({workspace, placeOf}: Desk, root: string): Sourced {
  const location = workspace.roots.find(({name}) => name === root)?.configLocation
  if (location === undefined) return tool
  const source = placeOf({...location, root})
  return root === 'main' ? {...source, provenance: tool.provenance} : source
}
