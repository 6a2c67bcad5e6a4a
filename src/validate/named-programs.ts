import type {Diagnostic} from '../model/diagnostic.ts'
import {nearestWord} from '../model/distance.ts'
import type {ValuePath} from '../model/location.ts'
import type {Program} from '../model/program.ts'
import {quoted} from '../model/show.ts'
import type {Entry, Workspace} from '../model/workspace.ts'
import {didYouMean} from './words.ts'

interface Named {
  readonly entry: Entry
  readonly path: ValuePath
  readonly program: string
  readonly track?: string
  readonly from?: string
  /** Last day for which it is named, the date judged at while it goes on. */
  readonly to: string
}

/** Public programs that records name by id: unknown ones, and ones that had ended, or not begun. */
export function checkNamedPrograms(
  {entries, asOf}: Workspace,
  register: readonly Program[],
): readonly Diagnostic[] {
  return entries
    .flatMap((entry) => namedIn(entry, asOf))
    .flatMap((it) => {
      const program = register.find(({id}) => id === it.program)
      if (program === undefined) return [unknown(it, register)]
      const {tracks = []} = program
      const track = tracks.find(({name}) => name === it.track)
      if (it.track !== undefined && track === undefined) return [unknownTrack(it, program)]
      return outOfTime(it, [track ?? {name: program.title}, program])
    })
}

function namedIn(entry: Entry, asOf: string): Named[] {
  const {value} = entry
  if (value.kind === 'Network')
    return value.productLines.flatMap((it, index) =>
      placed(entry, ['productLines', index, 'program'], it.program, asOf),
    )
  if (value.kind === 'PayerContract')
    return placed(entry, ['program'], value.program, earlier(value.inForceTo, asOf))
  if (value.kind === 'IncentivePlan')
    return placed(entry, ['program'], value.program, earlier(value.to, asOf))
  if (value.kind === 'Measure')
    return placed(entry, ['program'], value.program, earlier(value.retired, asOf))
  return []
}

type Reference = NonNullable<Extract<Entry['value'], {kind: 'PayerContract'}>['program']>

function earlier(date: string | undefined, asOf: string): string {
  return date !== undefined && date < asOf ? date : asOf
}

function placed(
  entry: Entry,
  path: ValuePath,
  named: Reference | undefined,
  until: string,
): Named[] {
  if (named === undefined) return []
  const {from, track} = named
  return [
    {
      entry,
      path,
      program: named.program,
      ...(track === undefined ? {} : {track}),
      ...(from === undefined ? {} : {from}),
      to: earlier(named.to, until),
    },
  ]
}

function unknown({entry, path, program: id}: Named, register: readonly Program[]): Diagnostic {
  const known = register.map((it) => it.id)
  return {
    code: 'reference/program',
    severity: 'error',
    message: `Unexpected program ${quoted(id)}, expected one that is on record`,
    location: entry.locate([...path, 'program']),
    help: didYouMean(nearestWord(id, known)) ?? `One of ${known.map(quoted).join(', ')}`,
  }
}

function unknownTrack({entry, path, track = ''}: Named, {title, tracks = []}: Program): Diagnostic {
  const names = tracks.map(({name}) => name)
  const help =
    names.length === 0
      ? 'Leave out `track`: no track of the program is on record'
      : (didYouMean(nearestWord(track, names)) ?? `One of ${names.map(quoted).join(', ')}`)
  return {
    code: 'reference/program-track',
    severity: 'error',
    message: `Unexpected track ${quoted(track)} of ${title}, expected one that is on record`,
    location: entry.locate([...path, 'track']),
    help,
  }
}

/** What ended is named for days after its end, or what began for days before. */
function outOfTime(
  {entry, path, from, to, track}: Named,
  terms: readonly {readonly began?: string; readonly ended?: string}[],
): Diagnostic[] {
  const ended = terms.flatMap((it) => it.ended ?? []).find((it) => it <= to)
  const began = terms.flatMap((it) => it.began ?? []).find((it) => (from ?? to) < it)
  if (ended === undefined && began === undefined) return []
  const what = track === undefined ? 'program' : 'track'
  return [
    {
      code: ended === undefined ? 'program/not-begun' : 'program/ended',
      severity: 'warning',
      message:
        ended === undefined
          ? `Unexpected ${what} named for ${from ?? to}, expected ${began} or later, when it began`
          : `Unexpected ${what} named for ${to}, expected a day before ${ended}, by which it had ended`,
      location: entry.locate(path),
      why: 'A hostile reader checks what a network says of public programs first',
      help: 'Name the program that runs, or say with `from` and `to` for which days it is named',
    },
  ]
}
