import type {Block} from '../../model/dossier.ts'
import type {Entry} from '../../model/workspace.ts'
import {compareText} from '../../model/location.ts'
import {note, paragraph, table, type Sourced} from '../blocks.ts'
import type {Desk} from '../desk.ts'
import {
  count,
  distinct,
  figure,
  join,
  period,
  phrase,
  stated,
  versioned,
  yesNo,
} from '../phrases.ts'
import {rosterOf, type Head} from '../roster.ts'
import {presentOf} from './present.ts'
import type {Section} from './section.ts'

/** Practices and facilities, their owners, clinicians by specialty, and who signed. */
export const participants: Section = {
  number: 3,
  title: 'Participants',
  tests: ['B'],
  records: (desk) => {
    const all = desk.workspace.all('Participant')
    return [...practices(desk, all), ...specialties(desk, all), ...agreements(desk)]
  },
}

function practices(desk: Desk, all: readonly Entry<'Participant'>[]): Block[] {
  if (all.length === 0) return []
  const present = presentOf(desk, all)
  const left = all.length - present.length
  const owners = distinct(present.map(({value}) => value.owner))
  return [
    paragraph(
      `${count(present.length, 'participant')} at the as-of date, under ${count(owners.length, 'owner')}. Practices under one owner count as one where competitors are counted.${left > 0 ? ` ${figure(left)} more on record had left by then, or had yet to join.` : ''}`,
      desk.counted(all),
    ),
    ...table(
      'Participants at the as-of date',
      [
        ['Participant', 3],
        ['Type', 1.2],
        ['Owner', 2],
        ['Employed by', 1.6],
        ['Clinicians', 2.2],
        ['Joined', 1.3],
        ['Product lines', 2],
      ],
      present.map((entry) => {
        const {value} = entry
        const {heads, reason} = rosterOf(desk.workspace, entry)
        return {
          cells: [
            value.name,
            phrase(value.type),
            desk.named('Participant', value.owner),
            desk.named('Participant', value.employedBy),
            reason ?? headcount(heads),
            stated(value.joined),
            value.productLines ? join(value.productLines.map(desk.lineTitle)) : 'all',
          ],
          sources: [desk.source(entry), ...ofRoster(desk, entry)],
        }
      }),
    ),
    ...(left > 0
      ? [
          note(
            'Participants that left are counted and not listed: a departure beside a case could identify a member.',
          ),
        ]
      : []),
  ]
}

function headcount(heads: readonly Head[]): string {
  const total = heads.reduce((sum, it) => sum + it.count, 0)
  const basis = distinct(heads.map((it) => basisWords[it.basis]))
  const about = heads.some((it) => it.approximate) ? 'about ' : ''
  return heads.length === 0 ? '0' : `${about}${figure(total)} (${join(basis)})`
}

const basisWords = {
  listed: 'listed',
  roster: 'roster table',
  declared: 'declared count',
} as const satisfies Record<Head['basis'], string>

function ofRoster(desk: Desk, {value}: Entry<'Participant'>): Sourced[] {
  const table =
    value.clinicians === undefined && value.roster !== undefined
      ? desk.workspace.find('EvidenceTable', value.roster)
      : undefined
  return table ? [desk.source(table)] : []
}

function specialties(desk: Desk, all: readonly Entry<'Participant'>[]): Block[] {
  const groups = new Map<string, {heads: Head[]; sources: Sourced[]}>()
  for (const entry of presentOf(desk, all)) {
    for (const head of rosterOf(desk.workspace, entry).heads) {
      const key = `${head.specialty}\0${head.role}`
      const group = groups.get(key) ?? {heads: [], sources: []}
      group.heads.push(head)
      group.sources.push(desk.source(entry), ...ofRoster(desk, entry))
      groups.set(key, group)
    }
  }
  return table(
    'Clinicians by specialty and role, at the as-of date',
    [
      ['Specialty', 3],
      ['Role', 2],
      ['Clinicians', 1.5, 'right'],
      ['Basis', 2],
    ],
    [...groups]
      .sort(([a], [b]) => compareText(a, b))
      .map(([key, {heads, sources}]) => {
        const [specialty = '', role = ''] = key.split('\0')
        const total = heads.reduce((sum, it) => sum + it.count, 0)
        const about = heads.some((it) => it.approximate) ? 'about ' : ''
        return {
          cells: [
            specialty,
            role,
            about + figure(total),
            join(distinct(heads.map((it) => basisWords[it.basis]))),
          ],
          sources,
        }
      }),
  )
}

function agreements(desk: Desk): Block[] {
  const all = desk.workspace.all('ParticipationAgreement')
  if (all.length === 0) return []
  const present = presentOf(desk, desk.workspace.all('Participant'))
  return [
    ...table(
      'Participation agreements and their signatures',
      [
        ['Agreement', 2.5],
        ['In force', 2],
        ['Signed', 2],
        ['No signature recorded of', 3],
        ['Counts declared', 2],
      ],
      all.map((entry) => {
        const {value} = entry
        const signed = new Set((value.signatures ?? []).map((it) => it.participant))
        const unsigned = present.filter((it) => !signed.has(it.value.id))
        return {
          cells: [
            versioned(value),
            period(value.inForceFrom, value.inForceTo),
            value.signatures ? count(signed.size, 'participant') : 'not stated',
            value.signatures
              ? join(
                  unsigned.map((it) => it.value.name),
                  'none',
                )
              : 'not stated',
            value.declaredSignatures
              ? `${figure(value.declaredSignatures.signed)} of ${figure(value.declaredSignatures.of)}, ${value.declaredSignatures.asOf}`
              : 'not stated',
          ],
          sources: [desk.source(entry)],
        }
      }),
    ),
    ...signatures(desk, all, present),
    ...table(
      'Duties in the agreements',
      [
        ['Agreement', 2.5],
        ['Protocols', 1.1],
        ['Data', 1.1],
        ['Measurement', 1.3],
        ['Sanctions', 1.1],
        ['Contract participation', 1.5],
      ],
      all.map((entry) => {
        const {clauses, title, version} = entry.value
        return {
          cells: [
            versioned({title, version}),
            yesNo(clauses?.protocols),
            yesNo(clauses?.data),
            yesNo(clauses?.measurement),
            yesNo(clauses?.sanctions),
            yesNo(clauses?.contractParticipation),
          ],
          sources: [desk.source(entry, ['clauses'])],
        }
      }),
    ),
  ]
}

function signatures(
  desk: Desk,
  all: readonly Entry<'ParticipationAgreement'>[],
  present: readonly Entry<'Participant'>[],
): Block[] {
  return table(
    'Signatures of the participants at the as-of date',
    [
      ['Participant', 3],
      ['Signed', 5],
    ],
    present.flatMap(({value}) => {
      const own = all.flatMap((entry) =>
        (entry.value.signatures ?? []).flatMap(({participant, date, exhibit}, index) =>
          participant === value.id
            ? [
                {
                  text: `${versioned(entry.value)}: ${date}${exhibit ? `, ${desk.label('Exhibit', exhibit)}` : ''}`,
                  source: desk.source(entry, ['signatures', index]),
                },
              ]
            : [],
        ),
      )
      return own.length === 0
        ? []
        : [
            {
              cells: [value.name, own.map((it) => it.text).join('; ')],
              sources: own.map((it) => it.source),
            },
          ]
    }),
  )
}
