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
  const found: Diagnostic[] = []
  for (const entry of entries) lookAt(entry, entry.value, [], asOf, facts, found)
  return [...(register === undefined ? [] : checkNamedPrograms(workspace, register)), ...found]
}

/** Looks at a value and all below it. `path` is one list, longer and shorter as it goes. */
function lookAt(
  entry: Entry,
  value: unknown,
  path: (string | number)[],
  said: string,
  facts: ProgramFacts,
  found: Diagnostic[],
): void {
  if (typeof value === 'string') {
    if (said < facts.knownFrom) return
    for (const it of facts.statementsIn(value)) found.push(diagnosticOf(entry, [...path], it))
  } else if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) {
      path.push(index)
      lookAt(entry, value[index], path, said, facts, found)
      path.pop()
    }
  } else if (typeof value === 'object' && value !== null) {
    const mapping = value as Readonly<Record<string, unknown>>
    const day = dateOf(mapping) ?? said
    for (const key of Object.keys(mapping)) {
      // The name of a source is not the network's statement.
      if (key === 'provenance') continue
      path.push(key)
      lookAt(entry, mapping[key], path, day, facts, found)
      path.pop()
    }
  }
}

function dateOf(mapping: Readonly<Record<string, unknown>>): string | undefined {
  for (const key of dateKeys) {
    const date = mapping[key]
    if (typeof date === 'string') return date
  }
  return undefined
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
