import {createHash} from 'node:crypto'
import {compareText} from '../model/location.ts'
import type {Period, SampledMember} from '../model/workpaper.ts'
import type {Entry, Workspace} from '../model/workspace.ts'

/**
 * Draws a sample without replacement: each id gets the SHA-256 of the seed, a line feed and the id
 * (UTF-8), and those with the smallest are drawn, in that order.
 *
 * Who knows the seed and the ids draws the same sample, with any program. A larger sample begins
 * with the smaller one, and a member that joins or leaves moves no other.
 *
 * Source: consistent sampling as in R. L. Rivest, *Consistent Sampling with Replacement* (2018),
 * arXiv:1808.10016, section 1.1.
 *
 * @param size - Ids to draw; all where there are fewer.
 */
export function drawSample(ids: readonly string[], seed: string, size: number): readonly string[] {
  return [...new Set(ids)]
    .map((id) => ({id, ticket: createHash('sha256').update(`${seed}\n${id}`).digest('hex')}))
    .sort((a, b) => compareText(a.ticket, b.ticket))
    .slice(0, size)
    .map(({id}) => id)
}

/** Participants that were members on some day of the period; without a day of joining, they were. */
export function membersIn({all}: Workspace, {from, to}: Period): readonly Entry<'Participant'>[] {
  return all('Participant').filter(
    ({value: {joined = '', left}}) => joined <= to && (left === undefined || left > from),
  )
}

/** What the records say of a member whose file is to be looked at, up to the as-of date. */
export function sampledMember({all, asOf}: Workspace, entry: Entry<'Participant'>): SampledMember {
  const {id, type} = entry.value
  const {file, start} = entry.locate()
  const signed = all('ParticipationAgreement')
    .flatMap(({value: {version, signatures = []}}) =>
      signatures
        .filter((it) => it.participant === id && it.date <= asOf)
        .map(({date, exhibit}) => ({version, date, exhibit: exhibit ?? null})),
    )
    .toSorted((a, b) => compareText(a.date, b.date))
    .at(-1)
  const checks = all('MembershipDecision')
    .filter(({value}) => value.participant === id)
    .flatMap(({value}) => value.checks ?? [])
    .filter(({date}) => date <= asOf)
  const last = (of: string) =>
    checks
      .filter((it) => it.type === of)
      .map(({date}) => date)
      .sort(compareText)
      .at(-1) ?? null
  return {
    id,
    type,
    place: `${file}:${start.line}`,
    signed: signed ?? null,
    license: last('license'),
    exclusion: last('exclusionList'),
  }
}
