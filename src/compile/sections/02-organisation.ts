import type {FeatureResult, LocatedFact} from '../../model/classification.ts'
import type {Block} from '../../model/dossier.ts'
import {verdictWords} from '../../model/words.ts'
import type {Entry} from '../../model/workspace.ts'
import {facts, note, table} from '../blocks.ts'
import type {Desk} from '../desk.ts'
import {figure, join, percent, period, phrase, quoted, stated, yesNo} from '../phrases.ts'
import type {Section} from './section.ts'

/** Legal form, owners, product lines, governing bodies and what is reserved from them. */
export const organisation: Section = {
  number: 2,
  title: 'Organisation',
  tests: ['A'],
  records: (desk) => {
    const all = desk.workspace.all('GoverningBody')
    return [...entity(desk), ...kinds(desk), ...bodies(desk, all), ...holders(desk, all)]
  },
}

function entity(desk: Desk): Block[] {
  const {network} = desk
  if (!network) return []
  const {value} = network
  const at = (...path: (string | number)[]) => [desk.source(network, path)]
  const {management, serviceArea} = value
  return [
    ...facts([
      {label: 'Legal name', text: value.legalName, sources: at('legalName')},
      {label: 'Entity form', text: phrase(value.entityForm), sources: at('entityForm')},
      {label: 'Formed', text: stated(value.formed), sources: at('formed')},
      {label: 'States', text: join(value.states ?? []), sources: at('states')},
      {
        label: 'Management',
        text: management
          ? `dedicated: ${yesNo(management.dedicated)}; full-time equivalents: ${stated(management.fullTimeEquivalents)}; ${quoted(management.description)}`
          : 'not stated',
        sources: at('management'),
      },
      {label: 'Service area', text: stated(serviceArea?.description), sources: at('serviceArea')},
    ]),
    ...table(
      'Owners',
      [
        ['Owner', 3],
        ['Class', 2],
        ['Share', 1, 'right'],
        ['Participant', 2],
      ],
      (value.owners ?? []).map((owner, index) => ({
        cells: [
          owner.name,
          phrase(owner.class),
          percent(owner.share),
          desk.named('Participant', owner.participant),
        ],
        sources: at('owners', index),
      })),
    ),
    ...table(
      'Product lines',
      [
        ['Product line', 3],
        ['Basis', 1.2],
        ['Stage', 1.3],
        ['Program live', 1.4],
        ['Joint pricing', 1.2],
        ['Populations', 2],
        ['Description', 3],
      ],
      value.productLines.map((line, index) => ({
        cells: [
          line.title,
          phrase(line.basis),
          phrase(line.stage),
          stated(line.programLive),
          yesNo(line.jointPricing),
          join(line.populations ?? []),
          quoted(line.description),
        ],
        sources: at('productLines', index),
      })),
    ),
  ]
}

/** Which kinds of network the declared facts describe, and what each rests on or lacks. */
function kinds(desk: Desk): Block[] {
  const {declared, lines} = desk.classification ?? {declared: null, lines: []}
  const sourced = (facts: readonly LocatedFact[]) =>
    facts.map((it) => desk.sourceAt(it.kind, it.id, it.location))
  return [
    ...table(
      'Kinds of network that the declared facts describe',
      [
        ['Product line', 2],
        ['Kind', 2],
        ['By the facts', 1.5],
        ['Shown', 3],
        ['Not shown, or against it', 3],
      ],
      lines.flatMap(({line, kinds: all}) =>
        all.map(({kind, title, verdict, features}) => ({
          cells: [
            line.title,
            kind === declared?.kind ? `${title}, as the network says` : title,
            {text: verdictWords[verdict], strong: verdict === 'described'},
            {text: saying(features, ['yes']), detail: true},
            {text: saying(features, ['notStated', 'no']), detail: true},
          ],
          sources: sourced([
            ...(declared !== null && kind === declared.kind ? [declared.fact] : []),
            ...features.flatMap((it) => it.facts),
          ]),
        })),
      ),
    ),
    ...(lines.length === 0
      ? []
      : [
          note(
            'A kind is described where a record shows every feature of it. The definitions are of this tool, in the terms of the field; they say nothing of how well a thing is done and reach no conclusion of law. What is not stated is no fact against a kind.',
          ),
        ]),
  ]
}

function saying(features: readonly FeatureResult[], met: readonly FeatureResult['met'][]): string {
  const said = features
    .filter((it) => met.includes(it.met))
    .map((it) => (it.met === 'no' ? `${it.says} (against it)` : it.says))
  return said.length === 0 ? 'nothing' : said.join('; ')
}

function bodies(desk: Desk, all: readonly Entry<'GoverningBody'>[]): Block[] {
  return [
    ...table(
      'Governing bodies',
      [
        ['Body', 2.5],
        ['Type', 2],
        ['Established', 1.3],
        ['Seats', 4],
        ['Quorum', 1],
        ['Meetings a year', 1.2],
      ],
      all.map((body) => ({
        cells: [
          body.value.title,
          phrase(body.value.type),
          stated(body.value.established),
          join(
            (body.value.seats ?? []).map(
              (it) =>
                `${it.count} ${phrase(it.class)}${it.role ? ` (${phrase(it.role)})` : ''}${it.vote ? '' : ', no vote'}`,
            ),
          ),
          stated(body.value.quorum),
          stated(body.value.meetsPerYear),
        ],
        sources: [desk.source(body)],
      })),
    ),
    ...table(
      'Reserved powers',
      [
        ['Body', 2],
        ['Holder', 2],
        ['Power', 4],
        ['Overrides the physicians', 1.5],
      ],
      all.flatMap((body) =>
        (body.value.reservedPowers ?? []).map((it, index) => ({
          cells: [body.value.title, it.holder, it.power, yesNo(it.overridesPhysicians)],
          sources: [desk.source(body, ['reservedPowers', index])],
        })),
      ),
    ),
  ]
}

function holders(desk: Desk, all: readonly Entry<'GoverningBody'>[]): Block[] {
  return [
    ...table(
      'Members of the bodies',
      [
        ['Body', 2],
        ['Person', 2],
        ['Specialty', 2],
        ['Practice', 2],
        ['Term', 2],
      ],
      all.flatMap((body) =>
        (body.value.holders ?? []).map((it, index) => {
          const found = desk.workspace.find('Person', it.person)
          const person = found?.root === 'main' ? found.value : undefined
          return {
            cells: [
              body.value.title,
              person?.name ?? it.person,
              phrase(person?.specialty),
              desk.named('Participant', person?.participant),
              period(it.from, it.to),
            ],
            sources: [desk.source(body, ['holders', index])],
          }
        }),
      ),
    ),
    ...table(
      'Yearly conflict disclosures',
      [
        ['Body', 3],
        ['Received, of those due', 5],
      ],
      all
        .filter(({value}) => (value.conflictDisclosures ?? []).length > 0)
        .map((body) => ({
          cells: [
            body.value.title,
            (body.value.conflictDisclosures ?? [])
              .map((it) => `${it.year}: ${figure(it.received)} of ${figure(it.of)}`)
              .join('; '),
          ],
          sources: [desk.source(body, ['conflictDisclosures'])],
        })),
    ),
  ]
}
