import {requester} from './01-requester.ts'
import {organisation} from './02-organisation.ts'
import {participants} from './03-participants.ts'
import {selection} from './04-selection.ts'
import {clinicalProgram} from './05-clinical-program.ts'
import {measuresAndData} from './06-measures.ts'
import {enforcement} from './07-enforcement.ts'
import {interdependence} from './08-interdependence.ts'
import {informationSystems} from './09-information.ts'
import {investment} from './10-investment.ts'
import {incentives} from './11-incentives.ts'
import {efficiencies} from './12-efficiencies.ts'
import {jointContracting} from './13-joint-contracting.ts'
import {exclusivity} from './14-exclusivity.ts'
import {serviceArea} from './15-service-area.ts'
import {safeguards} from './16-safeguards.ts'
import {collateralTerms} from './17-collateral-terms.ts'
import {documents} from './18-documents.ts'
import type {Section} from './section.ts'

/** The eighteen sections, in order. */
export const sections: readonly Section[] = [
  requester,
  organisation,
  participants,
  selection,
  clinicalProgram,
  measuresAndData,
  enforcement,
  interdependence,
  informationSystems,
  investment,
  incentives,
  efficiencies,
  jointContracting,
  exclusivity,
  serviceArea,
  safeguards,
  collateralTerms,
  documents,
]

/**
 * Section in which a test is shown: one that names its id, else one that names its factor. A test
 * of no section is shown with the documents, so that none is left out.
 */
export function sectionOf(rule: string): number {
  const named = sections.find(({tests}) => tests.includes(rule))
  const byFactor = sections.find(({tests}) => tests.includes(rule.slice(0, 1)))
  return (named ?? byFactor ?? documents).number
}
