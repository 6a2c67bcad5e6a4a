import {compareText} from '../model/location.ts'
import type {Obligation, Standing} from '../model/obligation.ts'
import type {RuleContext} from '../model/rule.ts'
import type {Entry} from '../model/workspace.ts'
import {logWords, type Log} from '../rules/logs.ts'
import {classOfEntry, daysAfter, obligationOf, onNetwork, thresholdOf} from './context.ts'
import type {DueInput, Found} from './context.ts'

/** Attestations, exceptions, retention and holds, roles and keys. */
export function recordsDue(input: DueInput): Found {
  return {
    obligations: [
      ...attestations(input),
      ...onNetwork(input, logTest, logAttestations),
      ...exceptions(input),
      ...retention(input),
      ...people(input),
    ],
    standing: holds(input),
  }
}

/** Any test that lists `logAttestationDays` will do, they share one number; this one is always on. */
const logTest = 'I12'

/** Counts until the day before `expires`; one that a newer one of its log follows is not told. */
function attestations({workspace}: DueInput): Obligation[] {
  const all = workspace.all('Attestation')
  return all.flatMap((entry) => {
    const {id, log, to, expires} = entry.value
    const followed = all.some(({value}) => value.log === log && value.to > to)
    if (expires === undefined || (log !== undefined && followed)) return []
    return [
      obligationOf(workspace, entry, {
        kind: 'attestation',
        path: ['expires'],
        due: daysAfter(expires, -1),
        what: `Attestation ${id} is renewed: it does not count from ${expires} on`,
      }),
    ]
  })
}

/** The next attestation of each log that was ever attested, so that it stays closed. */
function logAttestations(context: RuleContext): Obligation[] {
  const {workspace, asOf} = context
  const threshold = thresholdOf(context, 'logAttestationDays', 'days')
  const newest = new Map<Log, Entry<'Attestation'>>()
  const known = workspace
    .all('Attestation')
    .filter(({value}) => value.date <= asOf)
    .toSorted((a, b) => compareText(a.value.to, b.value.to))
  for (const entry of known) if (entry.value.log !== undefined) newest.set(entry.value.log, entry)
  return [...newest].map(([log, entry]) =>
    obligationOf(workspace, entry, {
      kind: 'logAttestation',
      part: log,
      path: ['to'],
      due: daysAfter(entry.value.to, threshold.value),
      what: `The log of ${logWords(log)} is attested complete for the time after ${entry.value.to}`,
      threshold,
    }),
  )
}

/** The day from which it no longer counts is the first on which the finding is open again. */
function exceptions({workspace}: DueInput): Obligation[] {
  return workspace.all('FindingException').map((entry) =>
    obligationOf(workspace, entry, {
      kind: 'exception',
      path: ['expires'],
      due: daysAfter(entry.value.expires, -1),
      what: `What exception ${entry.value.id} excuses is put right: it ends on ${entry.value.expires}`,
      test: entry.value.rule ?? null,
    }),
  )
}

function retention({workspace}: DueInput): Obligation[] {
  return workspace.all('Exhibit').flatMap((entry) => {
    const {id, retainUntil, hold} = entry.value
    if (retainUntil === undefined) return []
    const kept = hold === undefined ? undefined : workspace.find('Hold', hold)?.value
    const held = kept !== undefined && (kept.released ?? workspace.asOf) >= workspace.asOf
    return [
      obligationOf(workspace, entry, {
        kind: 'retention',
        nature: 'ends',
        path: ['retainUntil'],
        due: retainUntil,
        what: held
          ? `Retention of exhibit ${id} ends; it stays, under hold ${hold ?? ''}`
          : `Retention of exhibit ${id} ends`,
        test: 'L10',
      }),
    ]
  })
}

function holds({workspace}: DueInput): readonly Standing[] {
  const {asOf} = workspace
  return workspace
    .all('Hold')
    .filter(({value: {placed, released}}) => placed <= asOf && (released ?? asOf) >= asOf)
    .map((entry) => ({
      what: `Hold ${entry.value.id}, placed ${entry.value.placed}: nothing under it is removed${entry.value.released === undefined ? '' : ` up to ${entry.value.released}`}`,
      record: {kind: entry.kind, id: entry.value.id},
      location: entry.locate(['placed']),
      confidentiality: classOfEntry(workspace, entry),
      test: 'L10',
    }))
}

/** Roles and keys that end. One that another of the same kind follows is not told. */
function people({workspace}: DueInput): Obligation[] {
  return workspace.all('Person').flatMap((entry) => {
    const {id, roles, keys = []} = entry.value
    const ends = <T extends {readonly from: string; readonly to?: string}>(
      several: readonly T[],
      isSame: (a: T, b: T) => boolean,
    ) =>
      several.flatMap((it, index) => {
        const {to} = it
        const followed =
          to !== undefined &&
          several.some((next) => next !== it && isSame(next, it) && (next.to ?? '9999') > to)
        return to === undefined || followed ? [] : [{...it, to, index}]
      })
    return [
      ...ends(roles, (a, b) => a.role === b.role).map(({role, to, index}) =>
        obligationOf(workspace, entry, {
          kind: 'roleEnds',
          nature: 'ends',
          part: role,
          path: ['roles', index, 'to'],
          due: to,
          what: `The role ${role} of ${id} ends`,
        }),
      ),
      ...ends(keys, () => true).map(({type, to, index}) =>
        obligationOf(workspace, entry, {
          kind: 'keyEnds',
          nature: 'ends',
          part: String(index),
          path: ['keys', index, 'to'],
          due: to,
          what: `The ${type} key of ${id} ends, and no later one is on record`,
        }),
      ),
    ]
  })
}
