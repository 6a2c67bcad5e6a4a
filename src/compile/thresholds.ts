import type {Block} from '../model/dossier.ts'
import {compareText} from '../model/location.ts'
import {basisText} from '../model/threshold.ts'
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
            ['Threshold', 3],
            ['Tests', 2.4],
            ['Value', 0.9, 'right'],
            ['Default', 0.9, 'right'],
            ['Unit', 0.9],
            ['Basis', 2.6],
            ['Set by, and why', 2.6],
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
              basisOf(first),
              first.setBy === null
                ? 'the rule set'
                : `${first.setBy}: ${first.reason ?? 'no reason is stated'}`,
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

/** What the network set rests on the network alone, whatever the default rests on. */
function basisOf(it: Desk['assessment']['thresholds'][number]): string {
  return it.setBy === null ? basisText(it) : `set by the network; the default: ${basisText(it)}`
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
