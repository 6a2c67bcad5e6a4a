import type {DossierTable, Provenance} from '../model/dossier.ts'

type RecordSource = Extract<Provenance, {type: 'record'}>
type TestSource = Extract<Provenance, {type: 'test'}>

/**
 * Where a statement came from, as printed: `[12:30, 41; 13:7; Exhibit NG-0003; tests C1, C3]` where
 * records have numbers in the list of sources, `[protocols/a1c.yaml:12 @ 1a2b3c4d5e6f]` where they
 * have none.
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

/** The sources of a row, without a commit or a test that one of its cells names already. */
export function rowSourceText({cells, provenance}: DossierTable['rows'][number]): string {
  const printed = new Set(cells.flatMap((it) => it.text.split(/[^0-9A-Za-z]+/)))
  return sourceText(
    provenance.filter((it) => {
      if (it.type === 'git') return !printed.has(it.commit.slice(0, 12))
      return it.type !== 'test' || !it.rule.split(', ').every((rule) => printed.has(rule))
    }),
  )
}

/** Sources with the same key are printed together; empty: not printed. */
function groupOf(it: Provenance): string {
  switch (it.type) {
    case 'record':
      return it.number === undefined ? `record ${it.commit ?? ''}` : 'numbered'
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

/** More records than this are named by their numbers alone: their lines would hide the statement. */
const mostWithLines = 6

/** `12:30, 41; 13:7`: number in the list of sources, then lines. */
function numbersText(records: readonly RecordSource[]): string {
  const lines = new Map<number, Set<number>>()
  for (const {number = 0, line} of records)
    lines.set(number, (lines.get(number) ?? new Set()).add(line))
  if (lines.size > mostWithLines) return rangesOf([...lines.keys()])
  return Array.from(lines, ([number, of]) => `${number}:${Array.from(of).join(', ')}`).join('; ')
}

/** `3, 12–19, 31`. */
function rangesOf(numbers: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last !== undefined && last[1] === number - 1) last[1] = number
    else ranges.push([number, number])
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}\u2013${to}`)).join(', ')
}

function recordsText(records: readonly RecordSource[]): string {
  if (records[0]?.number !== undefined) return numbersText(records)
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
