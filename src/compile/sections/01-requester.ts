import type {Block} from '../../model/dossier.ts'
import type {Entry} from '../../model/workspace.ts'
import {questionTitles} from '../../model/words.ts'
import {questions} from '../../model/rule.ts'
import {facts, paragraph, table} from '../blocks.ts'
import type {Desk} from '../desk.ts'
import {join, phrase, quoted, stated} from '../phrases.ts'
import type {Section} from './section.ts'

/** Who asks, and what is asked. */
export const requester: Section = {
  number: 1,
  title: 'Requester and question',
  tests: ['A8', 'I12'],
  records: (desk) => {
    const {network} = desk
    if (!network) return []
    const {value} = network
    const at = (...path: (string | number)[]) => [desk.source(network, path)]
    return [
      ...facts([
        {label: 'Requester', text: value.legalName, sources: at('legalName')},
        {label: 'Declared as', text: phrase(value.declaredKind), sources: at('declaredKind')},
        {label: 'Sponsor', text: phrase(value.sponsor), sources: at('sponsor')},
        {
          label: 'Product lines put to the questions',
          text: join(value.productLines.map((it) => `${it.title} (${phrase(it.stage)})`)),
          sources: at('productLines'),
        },
      ]),
      paragraph(
        `The question put is what evidence the network’s records hold bearing on each of four matters, for each product line: ${questions.map((it) => questionTitles[it].toLowerCase()).join('; ')}.`,
      ),
      ...disclosed(desk, network),
    ]
  },
}

/** Orders, investigations and public statements: what a reader would otherwise find elsewhere. */
function disclosed(desk: Desk, network: Entry<'Network'>): Block[] {
  const {value} = network
  const at = (...path: (string | number)[]) => [desk.source(network, path)]
  return [
    ...table(
      'Outstanding orders',
      [
        ['Order', 3],
        ['Authority', 2],
        ['Entered', 1.2],
        ['Expires', 1.2],
        ['Duties', 3],
      ],
      (value.outstandingOrders ?? []).map((order, index) => ({
        cells: [
          order.title,
          order.authority,
          order.entered,
          stated(order.expires),
          join(
            (order.duties ?? []).map(
              ({title, due, observed}) =>
                `${title} (due ${stated(due)}, observed ${stated(observed)})`,
            ),
            'none stated',
          ),
        ],
        sources: at('outstandingOrders', index),
      })),
    ),
    ...table(
      'Investigations declared',
      [
        ['Investigation', 3],
        ['Authority', 2],
        ['Opened', 1],
        ['Closed', 1],
      ],
      (value.declaredInvestigations ?? []).map((it, index) => ({
        cells: [it.title, it.authority, it.opened, stated(it.closed)],
        sources: at('declaredInvestigations', index),
      })),
    ),
    ...table(
      'What the network says of itself in public, in its own words',
      [
        ['Date', 1],
        ['Where', 2],
        ['Text', 5],
      ],
      (value.publicStatements ?? []).map((it, index) => ({
        cells: [it.date, it.where, quoted(it.text)],
        sources: at('publicStatements', index),
      })),
    ),
  ]
}
