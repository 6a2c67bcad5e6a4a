import type {FactComparison, MatterComparison} from '../model/comparison.ts'
import type {Block} from '../model/dossier.ts'
import {cameOutWords, factorTitles, likenessWords, outcomeWords} from '../model/words.ts'
import {heading, note, paragraph, table, type RowDraft} from './blocks.ts'
import type {Desk} from './desk.ts'
import {join, phrase} from './phrases.ts'

/** Every product line beside every published matter: likeness of facts, and no prediction. */
export function comparison(desk: Desk): Block[] {
  const lines = desk.comparison ?? []
  const [first] = lines
  return [
    heading(1, 'comparison', 'Comparison with the published matters'),
    paragraph(
      'What is alike in fact and what differs, as the tests of this rule set see it. Likeness of facts says nothing of how a matter about this network would come out: each rested on all of its own facts, and the letters reason from statements that were withdrawn.',
      [],
      'callout',
    ),
    ...(first === undefined
      ? [paragraph('No product line was compared.')]
      : first.matters.flatMap(({matter}) => [
          heading(2, `comparison-${matter.id}`, `${matter.title}, ${matter.date}`),
          paragraph(`Came out: ${cameOutWords[matter.cameOut]}. Its program was ${matter.stage}.`, [
            desk.ofAuthority(matter.authority),
          ]),
          ...lines.flatMap(({line, matters}) =>
            matters
              .filter((it) => it.matter.id === matter.id)
              .flatMap((it) => ofLine(desk, line.title, line.stage, it)),
          ),
        ])),
    note(
      'V: read at the public source named. R: recalled, and to be confirmed by counsel before it is relied on. A fact that is not published is not compared; it is no fact for or against anything.',
    ),
  ]
}

function ofLine(
  desk: Desk,
  title: string,
  here: string,
  {matter, stage, factors}: MatterComparison,
): Block[] {
  const ofMatter = desk.ofAuthority(matter.authority)
  const silent = factors
    .filter(({facts}) => facts.length === 0)
    .map(({factor}) => `${factor} ${factorTitles[factor]}`)
  return table(
    `${title} beside ${matter.title}`,
    [
      ['Factor', 2],
      ['Published there', 3],
      ['Standing', 0.9],
      ['Facts', 1.3],
      ['Here', 4],
    ],
    [
      {
        cells: ['Stage', phrase(matter.stage), '–', likenessWords[stage], phrase(here)],
        sources: [ofMatter],
      },
      ...factors.flatMap(({factor, facts}) =>
        facts.map((it): RowDraft => ({
          cells: [
            `${factor} ${factorTitles[factor]}`,
            it.fact.says,
            it.fact.standing,
            {text: likenessWords[it.likeness], strong: it.likeness === 'differs'},
            {text: hereOf(it), detail: true},
          ],
          sources: [ofMatter, ...(it.result === null ? [] : desk.ofResult(it.result))],
        })),
      ),
      ...(silent.length === 0
        ? []
        : [
            {
              cells: [
                join(silent),
                'not published',
                '–',
                'not compared',
                'as the executive summary tells of each factor',
              ],
              sources: [ofMatter],
            },
          ]),
    ],
  )
}

function hereOf({result}: FactComparison): string {
  if (result === null) return 'no test of this rule set looks at it'
  return `${result.rule} ${outcomeWords[result.outcome]}: ${result.summary}`
}
