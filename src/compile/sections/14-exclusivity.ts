import type {Block} from '../../model/dossier.ts'
import {table} from '../blocks.ts'
import type {Desk} from '../desk.ts'
import {answered, figure, join, period, phrase, versioned, yesNo} from '../phrases.ts'
import {presentOf} from './present.ts'
import type {Section} from './section.ts'

/** Exclusivity as written, and as it is: contracts outside the network, payers who went around it. */
export const exclusivity: Section = {
  number: 14,
  title: 'Exclusivity, in text and in fact',
  tests: ['J1', 'J2', 'J3', 'J4'],
  records: (desk) => [...inText(desk), ...outside(desk), ...bypass(desk)],
}

function inText(desk: Desk): Block[] {
  return table(
    'What the participation agreements say',
    [
      ['Agreement', 3],
      ['In force', 2.2],
      ['Exclusivity', 1.6],
      ['Right of first refusal', 1.5],
    ],
    desk.workspace
      .all('ParticipationAgreement')
      .filter(
        ({value: {clauses}}) =>
          clauses?.exclusivity !== undefined || clauses?.firstRefusal !== undefined,
      )
      .map((entry) => ({
        cells: [
          versioned(entry.value),
          period(entry.value.inForceFrom, entry.value.inForceTo),
          phrase(entry.value.clauses?.exclusivity),
          yesNo(entry.value.clauses?.firstRefusal),
        ],
        sources: [desk.source(entry, ['clauses'])],
      })),
  )
}

function outside(desk: Desk): Block[] {
  return table(
    'Contracts that participants hold outside the network, counts only',
    [
      ['Participant', 3],
      ['Contracts at each date', 5],
    ],
    presentOf(desk, desk.workspace.all('Participant'))
      .filter(({value}) => (value.outsideContracts ?? []).length > 0)
      .map((entry) => ({
        cells: [
          entry.value.name,
          join(
            (entry.value.outsideContracts ?? []).map((it) => `${figure(it.count)} on ${it.asOf}`),
          ),
        ],
        sources: [desk.source(entry, ['outsideContracts'])],
      })),
  )
}

function bypass(desk: Desk): Block[] {
  return table(
    'Payers who refused the network, and what followed',
    [
      ['Contract', 2.5],
      ['Payer', 1.6],
      ['Date', 1.3],
      ['Event', 2.2],
      ["The network's answer", 3.4],
    ],
    desk.workspace.all('PayerContract').flatMap((entry) =>
      (entry.value.bypass ?? []).map((it, index) => ({
        cells: [
          entry.value.title,
          entry.value.payer,
          it.date,
          phrase(it.event),
          answered(it.answer),
        ],
        sources: [desk.source(entry, ['bypass', index])],
      })),
    ),
  )
}
