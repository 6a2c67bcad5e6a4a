import {table} from '../blocks.ts'
import {period, versioned, yesNo} from '../phrases.ts'
import type {Section} from './section.ts'

/** Terms beside the price that could harm rivals or payers. */
export const collateralTerms: Section = {
  number: 17,
  title: 'Collateral terms',
  tests: ['J8', 'I8'],
  records: (desk) => [
    ...table(
      'Clauses of the payer contracts',
      [
        ['Contract', 2.4],
        ['In force', 1.8],
        ['Most favoured nation', 1],
        ['Anti-steering', 1],
        ['Anti-tiering', 1],
        ['Gag', 0.9],
        ['Tying', 0.9],
        ['All or nothing', 0.9],
        ['Exclusivity', 1.1],
        ['Conditioned on the hospital', 1.2],
      ],
      desk.workspace
        .all('PayerContract')
        .filter(({value}) => value.clauses !== undefined)
        .map((entry) => {
          const {clauses, title, inForceFrom, inForceTo} = entry.value
          return {
            cells: [
              title,
              period(inForceFrom, inForceTo),
              yesNo(clauses?.mostFavouredNation),
              yesNo(clauses?.antiSteering),
              yesNo(clauses?.antiTiering),
              yesNo(clauses?.gag),
              yesNo(clauses?.tying),
              yesNo(clauses?.allOrNothing),
              yesNo(clauses?.exclusivity),
              yesNo(clauses?.hospitalConditioned),
            ],
            sources: [desk.source(entry, ['clauses'])],
          }
        }),
    ),
    ...table(
      'Terms of leaving, in the participation agreements',
      [
        ['Agreement', 3],
        ['Money is forfeited on exit', 1.6],
        ['No opt-out of a contract by price', 1.8],
      ],
      desk.workspace
        .all('ParticipationAgreement')
        .filter(
          ({value: {clauses}}) =>
            clauses?.exitForfeiture !== undefined || clauses?.noPriceOptOut !== undefined,
        )
        .map((entry) => ({
          cells: [
            versioned(entry.value),
            yesNo(entry.value.clauses?.exitForfeiture),
            yesNo(entry.value.clauses?.noPriceOptOut),
          ],
          sources: [desk.source(entry, ['clauses'])],
        })),
    ),
  ],
}
