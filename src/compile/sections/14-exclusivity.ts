import type {Block} from '../../model/dossier.ts'
import {table} from '../blocks.ts'
import type {Desk} from '../desk.ts'
import {figure, period, phrase, yesNo} from '../phrases.ts'
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
          `${entry.value.title}, ${entry.value.version}`,
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
      ['Participant', 4],
      ['As of', 2],
      ['Contracts', 1, 'right'],
    ],
    desk.workspace.all('Participant').flatMap((entry) =>
      (entry.value.outsideContracts ?? []).map((it, index) => ({
        cells: [entry.value.name, it.asOf, figure(it.count)],
        sources: [desk.source(entry, ['outsideContracts', index])],
      })),
    ),
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
          it.answer ?? 'No answer is recorded.',
        ],
        sources: [desk.source(entry, ['bypass', index])],
      })),
    ),
  )
}
