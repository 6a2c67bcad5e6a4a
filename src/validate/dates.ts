import {isDate} from '../model/date.ts'
import type {Diagnostic} from '../model/diagnostic.ts'
import {quoted} from '../model/show.ts'
import {valuesAt, type PathPattern} from './paths.ts'
import type {Checked} from './records.ts'
import {pathText} from './words.ts'

/** Two dates of one record, of which the first cannot come after the second. */
export interface DateOrder {
  readonly kind: string
  /** Mapping that holds both, from the record. */
  readonly within: PathPattern
  /** Key in the mapping; in the record itself, where `isOfRecord`. */
  readonly earlier: string
  readonly isOfRecord: boolean
  readonly later: string
}

/** `Kind within.*: earlier later`; `^` is of the record. Equal days are possible in all of them. */
const orders = `
Attestation: from to
Attestation: date expires
CareProgram: started ended
CareProgram followUp.*: from to
CorrectiveAction: opened closed
CorrectiveAction: opened removed
CorrectiveAction: notice hearing
CorrectiveAction steps.*: ^opened date
CorrectiveAction steps.*: date due
CorrectiveAction steps.*: date completed
CorrectiveAction appeal: filed decided
Distribution: from to
Distribution: from paid
EfficiencyClaim baseline: from to
EfficiencyClaim result: from to
EvidenceTable: from to
Exhibit: made retainUntil
FindingException: approved expires
GoverningBody holders.*: from to
Hold: placed released
IncentivePlan: from to
InformationSystem: goLive retired
Investment: from to
Measure targets.*: from to
Measure baseline: from to
Measure results.*: from to
Meeting: held minutesDrafted
Meeting: held minutesAdopted
Meeting: minutesDrafted minutesAdopted
MembershipCriterion: effective retired
MembershipDecision: applied date
Negotiation: firstPriceTalk ended
Negotiation offers.*: received relayed
Negotiation conduct.*: date ended
Network outstandingOrders.*: entered expires
Network declaredInvestigations.*: opened closed
Participant: joined left
Participant clinicians.*: joined left
ParticipationAgreement: inForceFrom inForceTo
PayerContract: inForceFrom inForceTo
Person roles.*: from to
Person keys.*: from to
Protocol: effective retired
Safeguard: effective retired
SanctionPolicy: effective retired
Scorecard: from to
Scorecard: to issued
UtilizationControl: started ended
UtilizationControl activity.*: from to
`

/** All orders that are checked. */
export const dateOrders: readonly DateOrder[] = orders
  .trim()
  .split('\n')
  .map((line) => {
    const [place = '', dates = ''] = line.split(': ')
    const [kind = '', within = ''] = place.split(' ')
    const [earlier = '', later = ''] = dates.split(' ')
    return {
      kind,
      within: within === '' ? [] : within.split('.'),
      earlier: earlier.replace('^', ''),
      isOfRecord: earlier.startsWith('^'),
      later,
    }
  })

const ordersOf = new Map<string, DateOrder[]>()
for (const order of dateOrders)
  ordersOf.set(order.kind, [...(ordersOf.get(order.kind) ?? []), order])

/** Pairs of dates that cannot be: an end before its beginning. One finding for each end. */
export function checkDates({source, kind, faulty}: Checked): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  const own = kind === null ? undefined : ordersOf.get(kind)
  if (own === undefined) return diagnostics
  const told = new Set<string>()
  for (const {within, earlier, isOfRecord, later} of own)
    for (const {path, value} of valuesAt(source.value, within)) {
      const from = valueOf(isOfRecord ? source.value : value, earlier)
      const to = valueOf(value, later)
      if (typeof from !== 'string' || typeof to !== 'string' || to >= from) continue
      const places = [
        [...(isOfRecord ? [] : path), earlier],
        [...path, later],
      ] as const
      const name = pathText(places[1])
      if (told.has(name)) continue
      if (!isDate(from) || !isDate(to) || places.some((it) => faulty.has(pathText(it)))) continue
      told.add(name)
      diagnostics.push({
        code: 'record/dates',
        severity: 'error',
        message: `Unexpected date \`${to}\` for ${quoted(name)}, expected \`${from}\` or later`,
        location: source.locate(places[1]),
        why: 'Dates that cannot be true make the rest of the record doubtful',
        help: `Correct \`${later}\` or \`${earlier}\``,
        related: [{message: `\`${earlier}\` is here`, location: source.locate(places[0])}],
      })
    }
  return diagnostics
}

function valueOf(mapping: unknown, key: string): unknown {
  if (typeof mapping !== 'object' || mapping === null) return undefined
  return (mapping as Record<string, unknown>)[key]
}
