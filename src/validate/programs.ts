import type {Diagnostic} from '../model/diagnostic.ts'
import type {ValuePath} from '../model/location.ts'
import type {OutdatedStatement, Program} from '../model/program.ts'
import {quoted} from '../model/show.ts'
import type {Entry, Workspace} from '../model/workspace.ts'
import {checkNamedPrograms} from './named-programs.ts'

/** Finds outdated statements in a text; the facts of programs are not known to this folder. */
export interface ProgramFacts {
  readonly statementsIn: (text: string) => readonly OutdatedStatement[]
  /** What bears an earlier date may have been right then, and is left as it was. */
  readonly knownFrom: string
  /** Programs that records may name by id; where left out, names are not checked. */
  readonly register?: readonly Program[]
}

/** Keys of the date on which what a mapping says was said. */
const dateKeys = ['date', 'held', 'made', 'published'] as const

/**
 * Statements about public programs that are outdated or wrong, wherever a record makes one, and
 * programs that a record names by id and that do not exist, or did not on the day concerned.
 */
export function checkPrograms(workspace: Workspace, facts: ProgramFacts): readonly Diagnostic[] {
  const {entries, asOf} = workspace
  const {register} = facts
  return [
    ...(register === undefined ? [] : checkNamedPrograms(workspace, register)),
    ...entries.flatMap((entry) => inValue(entry, entry.value, [], asOf, facts)),
  ]
}

function inValue(
  entry: Entry,
  value: unknown,
  path: ValuePath,
  said: string,
  facts: ProgramFacts,
): Diagnostic[] {
  if (typeof value === 'string')
    return said < facts.knownFrom
      ? []
      : facts.statementsIn(value).map((it) => diagnosticOf(entry, path, it))
  if (Array.isArray(value))
    return value.flatMap((it, index) => inValue(entry, it, [...path, index], said, facts))
  if (typeof value !== 'object' || value === null) return []
  const day = dateOf(value as Readonly<Record<string, unknown>>) ?? said
  return Object.entries(value).flatMap(([key, it]) =>
    // The name of a source is not the network's statement.
    key === 'provenance' ? [] : inValue(entry, it, [...path, key], day, facts),
  )
}

function dateOf(mapping: Readonly<Record<string, unknown>>): string | undefined {
  return dateKeys.map((it) => mapping[it]).find((it) => typeof it === 'string')
}

function diagnosticOf(
  entry: Entry,
  path: ValuePath,
  {found, expected}: OutdatedStatement,
): Diagnostic {
  return {
    code: 'program/outdated',
    severity: 'warning',
    message: `Unexpected statement ${quoted(found)} about a public program, expected ${expected}`,
    location: entry.locate(path),
    why: 'A hostile reader checks what a network says of public programs first',
    help: 'Correct the statement, or say of which past year it speaks',
  }
}
