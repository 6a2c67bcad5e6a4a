import {compareText} from './location.ts'
import type {Kind, Workspace} from './workspace.ts'

interface Placement {
  /** Folder for records of this kind and no other, so that an editor knows the schema by the place. */
  readonly folder: string
  /** Fields whose words make an id. */
  readonly named: readonly string[]
}

/** Where `cinch init` and `cinch add` put records. Advice only: the `kind` decides. */
export const placements: Readonly<Record<Kind, Placement>> = {
  Network: {folder: 'records', named: ['legalName']},
  Person: {folder: 'records/people', named: ['name']},
  Participant: {folder: 'records/participants', named: ['name']},
  GoverningBody: {folder: 'records/governance', named: ['title']},
  Meeting: {folder: 'records/meetings', named: ['body', 'held']},
  MembershipCriterion: {folder: 'records/criteria', named: ['title']},
  // Not the participant: an exit named by it, beside a case, would tell whose case it is.
  MembershipDecision: {folder: 'records/membership', named: ['decision', 'date']},
  ParticipationAgreement: {folder: 'records/agreements', named: ['title', 'version']},
  Protocol: {folder: 'records/protocols', named: ['title']},
  Measure: {folder: 'records/measures', named: ['title']},
  Scorecard: {folder: 'records/scorecards', named: ['title']},
  UtilizationControl: {folder: 'records/utilization', named: ['title']},
  CareProgram: {folder: 'records/programs', named: ['title']},
  InformationSystem: {folder: 'records/systems', named: ['title']},
  Investment: {folder: 'records/investment', named: ['title']},
  SanctionPolicy: {folder: 'records/sanction-policies', named: ['title']},
  CorrectiveAction: {folder: 'records/cases', named: ['opened']},
  IncentivePlan: {folder: 'records/incentives', named: ['title']},
  Distribution: {folder: 'records/distributions', named: ['plan', 'from']},
  PayerContract: {folder: 'records/contracts', named: ['title']},
  Negotiation: {folder: 'records/negotiations', named: ['title']},
  NecessityRecord: {folder: 'records/necessity', named: ['title']},
  ServiceAreaScreen: {folder: 'records/market', named: ['title', 'asOf']},
  EfficiencyClaim: {folder: 'records/efficiencies', named: ['title']},
  Safeguard: {folder: 'records/safeguards', named: ['title']},
  Exhibit: {folder: 'records/exhibits', named: ['title']},
  EvidenceTable: {folder: 'records/tables', named: ['title']},
  Attestation: {folder: 'records/attestations', named: ['log', 'from', 'to']},
  Approval: {folder: 'records/approvals', named: ['record.id', 'person']},
  FindingException: {folder: 'records/exceptions', named: ['rule', 'finding']},
  HouseRule: {folder: 'records/house-rules', named: ['title']},
  CounselNote: {folder: 'records/counsel-notes', named: ['question', 'date']},
  Hold: {folder: 'records/holds', named: ['title']},
}

/** Glob of the files of a kind, for an editor. */
export function filesOf(kind: Kind): string {
  return kind === 'Network' ? 'records/network.yaml' : `${placements[kind].folder}/*.yaml`
}

/**
 * Folder for a new record: that in which most files of its kind lie, where they lie in one of their
 * own; else the usual one.
 *
 * @param files - Files that hold a record of the kind, from the root.
 */
export function folderFor(kind: Kind, files: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const file of new Set(files)) {
    const folder = file.slice(0, Math.max(0, file.lastIndexOf('/')))
    if (folder !== '' && folder !== 'records') counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([a, n], [b, m]) => m - n || compareText(a, b))
  return most?.[0] ?? placements[kind].folder
}

/**
 * File that a new record would be written to: where records of its kind lie in the main root, else
 * where `cinch add` puts the first. What lies in an overlay tells nothing of that.
 */
export function fileFor({all}: Pick<Workspace, 'all'>, kind: Kind, id = '<id>'): string {
  const files = all(kind).flatMap(({root, file}) => (root === 'main' ? [file] : []))
  return `${folderFor(kind, files)}/${id}.yaml`
}
