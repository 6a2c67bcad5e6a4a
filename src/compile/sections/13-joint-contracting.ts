import type {Block} from '../../model/dossier.ts'
import {table} from '../blocks.ts'
import type {Desk} from '../desk.ts'
import {answered, figure, join, period, phrase, quoted, stated, yesNo} from '../phrases.ts'
import {patientCounts} from '../suppression.ts'
import type {Section} from './section.ts'
import type {RecordOf} from '../../model/workspace.ts'

/** Why joint pricing is said to be needed; contracts; how they were negotiated. Never a price. */
export const jointContracting: Section = {
  number: 13,
  title: 'Joint contracting and necessity',
  tests: ['I'],
  records: (desk) => [
    ...necessity(desk),
    ...contracts(desk),
    ...sharedRisk(desk),
    ...negotiations(desk),
  ],
}

/** A reconstruction tells what a source concluded; those are not the network's words. */
function reported({provenance = []}: RecordOf<'NecessityRecord'>): boolean {
  return provenance.length > 0
}

function necessity(desk: Desk): Block[] {
  const all = desk.workspace.all('NecessityRecord')
  return [
    ...table(
      'Records on the necessity of joint pricing',
      [
        ['Record', 2.2],
        ['Product line', 1.6],
        ['Date', 1.2],
        ['Kind of record', 1.6],
        ['Conclusion', 1.3],
        ['Reasoning', 4],
      ],
      all.map((entry) => {
        const {value} = entry
        return {
          cells: [
            value.title,
            desk.lineTitle(value.productLine),
            value.date,
            value.privileged
              ? `privileged memorandum, held by ${stated(value.custodian)}, SHA-256 ${stated(value.sha256)}`
              : reported(value)
                ? 'account of a published source, not the network’s own record'
                : 'business record',
            phrase(value.conclusion),
            value.privileged
              ? 'not printed'
              : reported(value)
                ? stated(value.reasoning)
                : quoted(value.reasoning),
          ],
          sources: [desk.source(entry)],
        }
      }),
    ),
    ...table(
      'Alternatives to joint pricing, and why they were rejected',
      [
        ['Record', 2],
        ['Alternative', 3],
        ['Rejected because', 4],
      ],
      all
        .filter(({value}) => !value.privileged)
        .flatMap((entry) =>
          (entry.value.alternatives ?? []).map((it, index) => ({
            cells: [entry.value.title, quoted(it.alternative), quoted(it.rejectedBecause)],
            sources: [desk.source(entry, ['alternatives', index])],
          })),
        ),
    ),
  ]
}

function contracts(desk: Desk): Block[] {
  return table(
    'Payer contracts',
    [
      ['Contract', 2.2],
      ['Payer', 1.4],
      ['Product line', 1.5],
      ['Model', 1.3],
      ['Jointly priced', 0.9],
      ['In force', 1.8],
      ['Lives', 1, 'right'],
      ['Uses the program', 1],
      ['Panel', 1.8],
    ],
    desk.workspace.all('PayerContract').map((entry) => {
      const {value} = entry
      const {panel} = value
      return {
        cells: [
          value.title,
          value.payer,
          desk.lineTitle(value.productLine),
          phrase(value.model),
          yesNo(value.jointlyPriced),
          period(value.inForceFrom, value.inForceTo),
          patientCounts(undefined, value.lives).denominator,
          `${yesNo(value.usesProgram)}${value.outsideProgram ? '; outside the program' : ''}`,
          panel
            ? `all members: ${yesNo(panel.all)}; opt-out by price: ${yesNo(panel.optOutByPrice)}${panel.participants ? `; ${figure(panel.participants.length)} listed` : ''}`
            : 'not stated',
        ],
        sources: [desk.source(entry)],
      }
    }),
  )
}

function sharedRisk(desk: Desk): Block[] {
  return table(
    'Financial risk that members share, by contract',
    [
      ['Contract', 2.5],
      ['Downside', 1],
      ['Said to be substantial', 1.2],
      ['Basis', 5],
    ],
    desk.workspace.all('PayerContract').flatMap((entry) => {
      const {risk, title} = entry.value
      return risk
        ? [
            {
              cells: [title, yesNo(risk.downside), yesNo(risk.substantial), quoted(risk.basis)],
              sources: [desk.source(entry, ['risk'])],
            },
          ]
        : []
    }),
  )
}

function negotiations(desk: Desk): Block[] {
  const all = desk.workspace.all('Negotiation')
  return [
    ...table(
      'Negotiations',
      [
        ['Negotiation', 2.4],
        ['Payer', 1.4],
        ['Product line', 1.5],
        ['Method', 1.2],
        ['Negotiator', 2],
        ['First price talk', 1.3],
        ['Ended', 1.2],
        ['Offers relayed', 2.4],
      ],
      all.map((entry) => {
        const {value} = entry
        const offers = value.offers ?? []
        return {
          cells: [
            value.title,
            stated(value.payer),
            desk.lineTitle(value.productLine),
            phrase(value.method),
            value.negotiator
              ? `${desk.named('Person', value.negotiator.person)}; practising participant: ${yesNo(value.negotiator.practisingParticipant)}`
              : 'not stated',
            value.beforeProgram === true
              ? `${stated(value.firstPriceTalk)}; before any program was live`
              : stated(value.firstPriceTalk),
            stated(value.ended),
            join(
              offers.map(
                (it) =>
                  `from ${phrase(it.from)} ${it.received}, relayed ${stated(it.relayed)} to ${stated(it.relayedTo)} of ${stated(it.of)}`,
              ),
              'none recorded',
            ),
          ],
          sources: [desk.source(entry)],
        }
      }),
    ),
    ...table(
      'Conduct recorded in negotiations',
      [
        ['Negotiation', 2],
        ['Conduct', 1.6],
        ['Date', 1.2],
        ['Ended', 1.2],
        ['Description', 3.5],
        ["The network's answer", 3],
      ],
      all.flatMap((entry) =>
        (entry.value.conduct ?? []).map((it, index) => ({
          cells: [
            entry.value.title,
            phrase(it.class),
            it.date,
            stated(it.ended),
            quoted(it.description) + (it.mandatedBy ? ` (mandated by ${it.mandatedBy})` : ''),
            answered(it.answer),
          ],
          sources: [desk.source(entry, ['conduct', index])],
        })),
      ),
    ),
  ]
}
