import type {Provenance} from '../model/dossier.ts'

/**
 * Where a statement came from, as printed: `[protocols/a1c.yaml:12 @ 1a2b3c4d5e6f; test C3]`.
 *
 * Lines of one file at one commit are joined. Empty where only the tool itself speaks.
 */
export function sourceText(provenance: readonly Provenance[]): string {
  const lines = new Map<string, number[]>()
  const parts: (string | {readonly key: string; readonly commit: string})[] = []
  for (const it of provenance) {
    if (it.type !== 'record') {
      const text = short(it)
      if (text !== '' && !parts.includes(text)) parts.push(text)
      continue
    }
    const key = (it.root === undefined ? '' : `${it.root}: `) + it.file
    const commit = it.commit === undefined ? '' : ` @ ${it.commit}`
    const known = lines.get(key + commit)
    if (known === undefined) {
      lines.set(key + commit, [it.line])
      parts.push({key, commit})
    } else if (!known.includes(it.line)) known.push(it.line)
  }
  if (parts.length === 0) return ''
  const texts = parts.map((it) =>
    typeof it === 'string'
      ? it
      : `${it.key}:${(lines.get(it.key + it.commit) ?? []).join(', ')}${it.commit}`,
  )
  return `[${texts.join('; ')}]`
}

function short(it: Exclude<Provenance, {type: 'record'}>): string {
  switch (it.type) {
    case 'exhibit':
      return `Exhibit ${it.label}`
    case 'authority':
      return `authority ${it.id}`
    case 'test':
      return `test ${it.rule}${it.productLine === undefined ? '' : `, ${it.productLine}`}`
    case 'git':
      return `commit ${it.commit.slice(0, 12)}`
    case 'tool':
      return ''
    default:
      return it satisfies never
  }
}
