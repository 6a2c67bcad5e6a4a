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
import {headcountOf, type Headcount} from '../../model/headcount.ts'
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
  return [
    paragraph(
      `${count(present.length, 'participant')} at the as-of date${ownersOf(present)}. Practices under one owner count as one where competitors are counted.${left > 0 ? ` ${figure(left)} more on record had left by then, or had yet to join.` : ''}`,
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
        const found = headcountOf(desk.workspace, entry)
        return {
          cells: [
            value.name,
            phrase(value.type),
            ownerOf(desk, value.owner),
            employerOf(desk, value),
            typeof found === 'string' ? found : headcount(found),
            stated(value.joined),
            desk.linesOf(value.productLines),
          ],
          sources: [
            desk.source(entry),
            ...(typeof found === 'string' ? [] : ofRoster(desk, entry, found)),
          ],
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

/** `under 8 owners`; where some are not stated, how many there are is not known. */
function ownersOf(present: readonly Entry<'Participant'>[]): string {
  const stated = distinct(present.flatMap(({value}) => value.owner ?? []))
  const unstated = present.filter(({value}) => value.owner === undefined).length
  const under = `, under ${count(stated.length, 'owner')}`
  if (unstated === 0) return under
  const gap = `the owner of ${figure(unstated)} is not stated, so how many owners there are is not known`
  return `${stated.length === 0 ? '' : `${under} that are stated`}; ${gap}`
}

/** Owners are no records: one that is itself a participant has a name, any other has its id. */
function ownerOf(desk: Desk, owner: string | undefined): string {
  return owner === undefined ? 'not stated' : desk.named('Participant', owner)
}

/** A practice for which no employer is on record is an independent one, as its schema says. */
function employerOf(
  desk: Desk,
  {type, employedBy, employedByOneOf}: Entry<'Participant'>['value'],
): string {
  if (employedBy === undefined && employedByOneOf !== undefined)
    return `one of ${count(employedByOneOf.length, 'participant')}`
  return employedBy === undefined && type === 'practice'
    ? 'independent'
    : desk.named('Participant', employedBy)
}

function headcount({basis, heads}: Headcount): string {
  const total = heads.reduce((sum, it) => sum + it.count, 0)
  const about = heads.some((it) => it.approximate) ? 'about ' : ''
  return heads.length === 0 ? '0' : `${about}${figure(total)} (${basisWords[basis]})`
}

const basisWords = {
  clinicians: 'listed',
  roster: 'roster table',
  declaredClinicians: 'declared count',
} as const satisfies Record<Headcount['basis'], string>

function ofRoster(
  desk: Desk,
  {value: {roster}}: Entry<'Participant'>,
  {basis}: Headcount,
): Sourced[] {
  const table =
    basis === 'roster' && roster !== undefined
      ? desk.workspace.find('EvidenceTable', roster)
      : undefined
  return table ? [desk.source(table)] : []
}

interface SpecialtyGroup {
  total: number
  approximate: boolean
  readonly bases: Set<string>
  readonly sources: Sourced[]
}

function specialties(desk: Desk, all: readonly Entry<'Participant'>[]): Block[] {
  const groups = new Map<string, SpecialtyGroup>()
  for (const entry of presentOf(desk, all)) {
    const found = headcountOf(desk.workspace, entry)
    if (typeof found === 'string') continue
    for (const {role, specialty, count: heads, approximate} of found.heads) {
      const key = `${phrase(specialty)}\0${phrase(role)}`
      const group = groups.get(key) ?? {total: 0, approximate: false, bases: new Set(), sources: []}
      group.total += heads
      group.approximate ||= approximate
      group.bases.add(basisWords[found.basis])
      group.sources.push(desk.source(entry), ...ofRoster(desk, entry, found))
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
      .map(([key, {total, approximate, bases, sources}]) => {
        const [specialty = '', role = ''] = key.split('\0')
        return {
          cells: [specialty, role, (approximate ? 'about ' : '') + figure(total), join([...bases])],
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
            value.signatures ? unsignedOf(desk, value, unsigned) : 'not stated',
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

/** Who is bound today is asked of the agreement of today: members may have joined after an old one. */
function unsignedOf(
  {workspace: {asOf}}: Desk,
  {inForceFrom, inForceTo}: Entry<'ParticipationAgreement'>['value'],
  unsigned: readonly Entry<'Participant'>[],
): string {
  if (inForceTo !== undefined && inForceTo < asOf) return `not asked: ended ${inForceTo}`
  if (inForceFrom !== undefined && inForceFrom > asOf) return `not asked: begins ${inForceFrom}`
  return join(
    unsigned.map((it) => it.value.name),
    'none',
  )
}

/** Above this the columns no longer fit the page: only the newest versions have one. */
const mostVersions = 4

function signatures(
  desk: Desk,
  all: readonly Entry<'ParticipationAgreement'>[],
  present: readonly Entry<'Participant'>[],
): Block[] {
  const newest = all
    .filter(({value}) => value.signatures !== undefined)
    .toSorted((a, b) => compareText(a.value.inForceFrom ?? '', b.value.inForceFrom ?? ''))
    .slice(-mostVersions)
  if (newest.length === 0) return []
  const alike = new Set(newest.map(({value}) => value.title)).size === 1
  return table(
    'Signatures of the participants at the as-of date',
    [
      ['Participant', 3],
      ...newest.map(
        ({value}) => [alike ? `Version ${value.version}` : versioned(value), 2] as const,
      ),
    ],
    present.map((participant) => ({
      cells: [participant.value.name, ...newest.map((it) => signed(desk, it, participant))],
      sources: newest.map((it) => {
        const index = (it.value.signatures ?? []).findIndex(
          (signature) => signature.participant === participant.value.id,
        )
        return desk.source(it, index === -1 ? ['signatures'] : ['signatures', index])
      }),
    })),
  )
}

function signed(
  desk: Desk,
  {value}: Entry<'ParticipationAgreement'>,
  {value: {id, joined}}: Entry<'Participant'>,
): string {
  const own = (value.signatures ?? []).filter((it) => it.participant === id)
  if (own.length > 0)
    return own
      .map(({date, exhibit}) => `${date}${exhibit ? `, ${desk.label('Exhibit', exhibit)}` : ''}`)
      .join('; ')
  const before = value.inForceTo !== undefined && joined !== undefined && value.inForceTo < joined
  return before ? 'ended before it joined' : 'none recorded'
}
