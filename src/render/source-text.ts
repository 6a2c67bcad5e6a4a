import type {Provenance} from '../model/dossier.ts'

type RecordSource = Extract<Provenance, {type: 'record'}>
type TestSource = Extract<Provenance, {type: 'test'}>

/**
 * Where a statement came from, as printed:
 * `[protocols/a1c.yaml:12, 30; protocols/lbp.yaml:7 @ 1a2b3c4d5e6f; Exhibit NG-0003; tests C1, C3]`.
 *
 * Lines of a file, files at a commit and tests of a product line are named together, in the order
 * in which each was first met. Empty where only the tool itself speaks.
 */
export function sourceText(provenance: readonly Provenance[]): string {
  const groups = new Map<string, Provenance[]>()
  for (const it of provenance) {
    const key = groupOf(it)
    if (key === '') continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [it])
    else group.push(it)
  }
  const texts = Array.from(groups.values(), textOf)
  return texts.length === 0 ? '' : `[${texts.join('; ')}]`
}

/** Sources with the same key are printed together; empty: not printed. */
function groupOf(it: Provenance): string {
  switch (it.type) {
    case 'record':
      return `record ${it.commit ?? ''}`
    case 'test':
      return `test ${it.productLine ?? ''}`
    case 'exhibit':
      return `exhibit ${it.label}`
    case 'authority':
      return `authority ${it.id}`
    case 'git':
      return `git ${it.commit}`
    case 'tool':
      return ''
    default:
      return it satisfies never
  }
}

function textOf(group: readonly Provenance[]): string {
  const [first] = group
  switch (first?.type) {
    case 'record':
      return recordsText(group as readonly RecordSource[])
    case 'test':
      return testsText(group as readonly TestSource[])
    case 'exhibit':
      return `Exhibit ${first.label}`
    case 'authority':
      return `authority ${first.id}`
    case 'git':
      return `commit ${first.commit.slice(0, 12)}`
    case 'tool':
    case undefined:
      return ''
    default:
      return first satisfies never
  }
}

function recordsText(records: readonly RecordSource[]): string {
  const lines = new Map<string, Set<number>>()
  for (const {root, file, line} of records) {
    const place = root === undefined ? file : `${root}: ${file}`
    lines.set(place, (lines.get(place) ?? new Set()).add(line))
  }
  const places = Array.from(lines, ([place, of]) => `${place}:${Array.from(of).join(', ')}`)
  const commit = records[0]?.commit
  return places.join('; ') + (commit === undefined ? '' : ` @ ${commit}`)
}

function testsText(tests: readonly TestSource[]): string {
  const rules = Array.from(new Set(tests.map((it) => it.rule)))
  const line = tests[0]?.productLine
  const word = rules.length === 1 ? 'test' : 'tests'
  return `${word} ${rules.join(', ')}${line === undefined ? '' : ` (${line})`}`
}
