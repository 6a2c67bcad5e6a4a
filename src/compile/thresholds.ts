import type {Block} from '../model/dossier.ts'
import {compareText} from '../model/location.ts'
import {heading, paragraph, table, type Sourced} from './blocks.ts'
import type {Desk} from './desk.ts'
import {figure, groupBy, join, phrase} from './phrases.ts'

/** Every number a test uses: value, default, basis, and who set it and why. */
export function thresholds(desk: Desk): Block[] {
  // One number may serve several tests; it is printed once.
  const shared = groupBy(desk.assessment.thresholds, (it) => it.id)
  const rows = [...shared.values()]
    .flatMap((same) => (same[0] ? [{first: same[0], rules: same.map((it) => it.rule)}] : []))
    .sort((a, b) => compareText(a.first.id, b.first.id))
  return [
    heading(1, 'thresholds', 'Thresholds'),
    ...(rows.length === 0
      ? [paragraph('The tests of this rule set use no number.')]
      : table(
          'Numbers that the tests use',
          [
            ['Threshold', 2.4],
            ['Tests', 1.2],
            ['Value', 1, 'right'],
            ['Default', 1, 'right'],
            ['Unit', 1],
            ['Basis', 1.5],
            ['Source', 2.4],
            ['Set by', 1.5],
            ['Reason', 2.4],
          ],
          rows.map(({first, rules}) => ({
            cells: [
              {
                text: `${sentence(first.id)} (${first.id})`,
                strong: first.value !== first.defaultValue,
              },
              join(rules),
              figure(first.value),
              figure(first.defaultValue),
              first.unit,
              basisWords[first.basis] ?? first.basis,
              first.source === 'House default' ? 'none named' : first.source,
              first.setBy ?? 'the rule set',
              first.reason ?? 'as the rule set has it',
            ],
            sources: [...rules.map((rule) => desk.ofTest(rule)), ...setIn(desk, first.setBy)],
          })),
        )),
  ]
}

/** Such as `Budget age months`; the key that the configuration uses stands beside it. */
function sentence(id: string): string {
  const words = phrase(id)
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

const basisWords: Readonly<Record<string, string>> = {
  house: 'house default',
  publishedPractice: 'published practice of one network',
  withdrawnPolicy: 'withdrawn policy statement',
  law: 'law',
}

/** A number that the network set stands in its configuration. */
function setIn({workspace}: Desk, setBy: string | null): Sourced[] {
  const main = workspace.roots.find(({name}) => name === 'main')
  if (setBy === null || !main) return []
  const {file, start} = main.configLocation
  return [
    {
      class: main.class,
      provenance: {
        type: 'record',
        kind: 'CinchConfig',
        id: 'cinch',
        file,
        line: start.line,
      },
    },
  ]
}
