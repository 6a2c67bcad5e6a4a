import type {Diagnostic} from '../model/diagnostic.ts'
import {startOf, type Location} from '../model/location.ts'
import {quoted} from '../model/show.ts'
import type {Root} from '../model/source.ts'
import {valuesAt} from './paths.ts'
import type {Checked} from './records.ts'

/** Records that repeat the kind and id of one before them, and what is said of them. */
export function findDuplicates(records: readonly Checked[]): {
  readonly repeated: ReadonlySet<Checked>
  readonly diagnostics: readonly Diagnostic[]
} {
  const first = new Map<string, Checked>()
  const repeated = new Set<Checked>()
  const diagnostics: Diagnostic[] = []
  for (const record of records) {
    const {kind, id, source} = record
    if (kind === null || id === null || record.faulty.has('id')) continue
    const name = `${kind}/${id}`
    const other = first.get(name)
    if (other === undefined) {
      first.set(name, record)
      continue
    }
    repeated.add(record)
    diagnostics.push({
      code: 'record/duplicate-id',
      severity: 'error',
      message: `Unexpected second ${kind} ${quoted(id)}, expected an id of its own`,
      location: source.locate(['id']),
      why: 'References by this id could mean either record',
      help: 'Give one of the two another id, or remove it; the first is used until then',
      related: [{message: 'The first is here', location: other.source.locate(['id'])}],
    })
  }
  return {repeated, diagnostics}
}

/** The main root has one Network, and overlays have none. */
export function checkNetworks(records: readonly Checked[], main: Root | undefined): Diagnostic[] {
  const networks = records.filter(({kind}) => kind === 'Network')
  const first = networks.find(({source}) => source.root === 'main')
  if (first === undefined) return [noNetwork(main?.configLocation ?? startOf('cinch.yaml'))]
  const others = networks.filter((it) => it !== first)
  return [...others.map((it) => secondNetwork(it, first)), ...networks.flatMap(repeatedLines)]
}

/** Product lines are referred to by id, as records are. */
function repeatedLines({source}: Checked): Diagnostic[] {
  const lines = [...valuesAt(source.value, ['productLines', '*', 'id'])]
  return lines.flatMap(({path, value}, index) => {
    const before = lines.findIndex((it) => it.value === value)
    const first = lines[before]
    if (first === undefined || before === index || typeof value !== 'string') return []
    return [
      {
        code: 'record/duplicate-id',
        severity: 'error' as const,
        message: `Unexpected second product line ${quoted(value)}, expected an id of its own`,
        location: source.locate(path),
        why: 'References by this id could mean either line',
        help: 'Give one of the two another id, or remove it',
        related: [{message: 'The first is here', location: source.locate(first.path)}],
      },
    ]
  })
}

function secondNetwork({source}: Checked, first: Checked): Diagnostic {
  return {
    code: 'record/second-network',
    severity: 'error',
    message:
      source.root === 'main'
        ? 'Unexpected second Network, expected one in a repository'
        : 'Unexpected Network in an overlay, expected one in the main repository alone',
    location: source.locate(['kind']),
    why: 'Every record is judged as one of the network whose repository it is in',
    help: 'Keep one, and move what differs into its `productLines`',
    related: [{message: 'The first is here', location: first.source.locate(['kind'])}],
  }
}

function noNetwork({start, ...place}: Location): Diagnostic {
  return {
    code: 'record/no-network',
    severity: 'error',
    message: 'Unexpected repository without a Network, expected one record of `kind: Network`',
    location: {...place, start, end: start},
    why: 'Readiness is judged for each product line that the Network names',
    help: 'Add `network.yaml`; `cinch schema Network` shows what it says',
  }
}
