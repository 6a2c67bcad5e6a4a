import type {Outcome, Rule} from '../../model/rule.ts'
import {compareText} from '../../model/location.ts'
import {counted, listed} from '../outcome.ts'
import {rosterOf, type Roster} from '../roster.ts'

export const specialtyBreadth: Rule = {
  id: 'B8',
  name: 'membership/specialty-breadth',
  title: 'The panel is not primary care alone and spans at least three specialties',
  weight: 'critical',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: false,
  thresholds: [
    {
      id: 'minimumSpecialties',
      value: 3,
      unit: 'count',
      basis: 'house',
      source: 'House default; the idea from the staff letter on Suburban Health Organization, 2006',
      description: 'Fewest specialties on a panel that counts as broad.',
      looser: 'lower',
    },
  ],
  authorities: ['sho-2006', 'medsouth-2002'],
  docs: {
    tests:
      'Specialties of the clinicians on the panel: from rosters, clinician lists or declared counts. Primary care alone is contrary; fewer than three specialties are weak.',
    rationale:
      'Care is coordinated across specialties: a panel of primary care alone has little of it to coordinate, and leaves its costs to others.',
    evidence:
      'Participant records with `clinicians`, a `roster` table, or `declaredClinicians`, each with role and specialty.',
    limits:
      'Counts specialties, not how they work together. A count without specialties is not zero and not three: it is unknown.',
  },
  requires: ['Participant'],

  check(context) {
    const {finding, threshold, line} = context
    const roster = rosterOf(context)
    const breadth = breadthOf(roster)
    const outcome = outcomeFor(roster, breadth, threshold('minimumSpecialties'))
    const findings = roster.gaps.map((entry) =>
      finding(
        'note',
        entry,
        [],
        `Unexpected participant \`${entry.value.id}\` without known clinicians, expected their specialties`,
        'Add `clinicians`, a `roster` table or `declaredClinicians`, and the panel in `productLines`',
      ),
    )
    if (outcome !== 'supported')
      for (const {entry, groups} of roster.staffing)
        if (outcome !== 'unknown' || groups.some(({specialty}) => specialty === undefined))
          findings.push(
            finding(
              outcome === 'unknown' ? 'note' : 'warning',
              entry,
              [pathOf(entry.value)],
              `Unexpected ${wordsOf(groups)}, expected specialists of several specialties on the panel`,
              outcome === 'unknown'
                ? 'State the specialties'
                : 'Record the specialists on the panel',
            ),
          )
    const gaps =
      roster.gaps.length > 0
        ? `; the clinicians of ${counted(roster.gaps.length, 'participant')} are not known`
        : ''
    return {
      outcome,
      summary:
        roster.members === 0
          ? `No clinician on the panel of ${line.title} is known${gaps}.`
          : `${counted(roster.members, 'clinician')} on the panel: ${rolesOf(roster, breadth)}; ${specialtiesOf(breadth)}${gaps}.`,
      evidence: roster.staffing.map(({evidence}) => evidence),
      findings,
      ...(outcome === 'supported'
        ? {}
        : {answeredBy: 'Participant records with the specialties of their clinicians'}),
    }
  },
}

interface Breadth {
  readonly specialties: readonly string[]
  readonly specialists: number
  /** Clinicians whose specialty is not stated. */
  readonly notStated: number
  /** Fewest specialties there can be. */
  readonly atLeast: number
}

function breadthOf({staffing}: Roster): Breadth {
  const groups = staffing.flatMap((it) => it.groups).filter(({count}) => count > 0)
  const specialties = new Set(groups.flatMap(({specialty}) => specialty ?? []))
  const primary = groups.filter(({role}) => role === 'primaryCare')
  // Primary care whose specialty is not stated is a field of its own beside specialists.
  const extra = primary.length > 0 && primary.every(({specialty}) => specialty === undefined)
  return {
    specialties: [...specialties].sort(compareText),
    specialists: groups
      .filter(({role}) => role === 'specialist')
      .reduce((sum, {count}) => sum + count, 0),
    notStated: groups
      .filter(({specialty}) => specialty === undefined)
      .reduce((sum, {count}) => sum + count, 0),
    atLeast: specialties.size + (extra ? 1 : 0),
  }
}

/** `4 in primary care and 3 specialists`: what decides between contrary, weak and unknown. */
function rolesOf({staffing}: Roster, {specialists}: Breadth): string {
  const groups = staffing.flatMap((it) => it.groups)
  const of = (role: 'primaryCare' | 'notStated') =>
    groups.filter((it) => it.role === role).reduce((sum, {count}) => sum + count, 0)
  return listed([
    ...(of('primaryCare') > 0 ? [`${of('primaryCare')} in primary care`] : []),
    specialists > 0 ? counted(specialists, 'specialist') : 'none stated to be a specialist',
    ...(of('notStated') > 0 ? [`${of('notStated')} of no stated role`] : []),
  ])
}

function specialtiesOf({specialties, notStated}: Breadth): string {
  if (specialties.length === 0) return 'no specialty is stated'
  const stated = counted(specialties.length, 'stated specialty', 'stated specialties')
  const rest = notStated > 0 ? `; the specialty of ${notStated} is not stated` : ''
  return `${stated} (${listed(specialties.map(inWords))})${rest}`
}

/** `family-medicine` in words. */
function inWords(specialty: string): string {
  return specialty.replaceAll('-', ' ')
}

function outcomeFor({staffing, gaps, members}: Roster, breadth: Breadth, least: number): Outcome {
  if (members === 0) return 'unknown'
  if (breadth.specialists === 0) {
    const anyRoleOpen = staffing.some(({groups}) =>
      groups.some(({role, count}) => role === 'notStated' && count > 0),
    )
    return anyRoleOpen || gaps.length > 0 ? 'unknown' : 'contrary'
  }
  if (breadth.atLeast >= least) return 'supported'
  return breadth.notStated > 0 || gaps.length > 0 ? 'unknown' : 'weak'
}

function wordsOf(groups: Roster['staffing'][number]['groups']): string {
  const parts = new Map<string, number>()
  for (const {role, specialty, count} of groups) {
    const name = specialty === undefined ? roles[role] : `clinician of ${inWords(specialty)}`
    parts.set(name, (parts.get(name) ?? 0) + count)
  }
  return listed([...parts].map(([name, count]) => counted(count, name, plural(name))))
}

const roles = {
  primaryCare: 'clinician in primary care without a stated specialty',
  specialist: 'specialist without a stated specialty',
  notStated: 'clinician without a stated role or specialty',
} as const

function plural(name: string): string {
  return name.replace(/^(clinician|specialist)/, '$1s')
}

function pathOf({roster, clinicians}: {roster?: string; clinicians?: unknown[]}): string {
  if (roster !== undefined) return 'roster'
  return (clinicians ?? []).length > 0 ? 'clinicians' : 'declaredClinicians'
}
