import {mostRestricted} from '../model/confidentiality.ts'
import type {Block, Timeline} from '../model/dossier.ts'
import {compareText} from '../model/location.ts'
import type {Entry} from '../model/workspace.ts'
import {heading, paragraph, resting, type Sourced} from './blocks.ts'
import type {Desk} from './desk.ts'
import {groupBy, phrase} from './phrases.ts'

interface Event {
  readonly date: string
  readonly label: string
  readonly source: Sourced
}

/** Meetings of each body, and steps of enforcement, on one axis of time. */
export function timeline(desk: Desk): Block[] {
  const lanes = [...meetingLanes(desk), ...enforcementLane(desk)]
  const dates = lanes.flatMap(({events}) => events.map((it) => it.date)).sort(compareText)
  const [from, to] = [dates[0], dates.at(-1)]
  if (from === undefined || to === undefined)
    return [
      heading(1, 'timeline', 'Timeline'),
      paragraph('The records hold no meeting of a committee and no step of enforcement.'),
    ]
  const sources = lanes.flatMap(({events}) => events.map((it) => it.source))
  const drawn: Timeline = {
    type: 'timeline',
    caption: `Meetings and steps of enforcement, ${from} to ${to}`,
    from,
    to,
    lanes: lanes.map(({title, events}) => ({
      title,
      events: events.map(({date, label, source}) => ({
        date,
        label,
        class: source.class,
        provenance: [source.provenance],
      })),
    })),
    ...resting(sources),
    class: mostRestricted(sources.map((it) => it.class)),
  }
  return [
    heading(1, 'timeline', 'Timeline'),
    paragraph('Dates are those the records give. The audit trail tells when each was committed.'),
    drawn,
  ]
}

function meetingLanes(desk: Desk): {title: string; events: Event[]}[] {
  return [...groupBy(desk.workspace.all('Meeting'), ({value}) => value.body)].map(
    ([body, held]) => ({
      title: desk.named('GoverningBody', body),
      events: byDate(
        held.map((it) => ({date: it.value.held, label: 'met', source: desk.source(it, ['held'])})),
      ),
    }),
  )
}

function enforcementLane(desk: Desk): {title: string; events: Event[]}[] {
  const events = byDate(
    desk.workspace.all('CorrectiveAction').flatMap((it) => caseEvents(desk, it)),
  )
  return events.length === 0 ? [] : [{title: 'Enforcement', events}]
}

function caseEvents(desk: Desk, entry: Entry<'CorrectiveAction'>): Event[] {
  const {value} = entry
  const event = (date: string | undefined, label: string, path: (string | number)[]): Event[] =>
    date === undefined
      ? []
      : [{date, label: `${value.member}: ${label}`, source: desk.source(entry, path)}]
  return [
    ...event(value.opened, 'case opened', ['opened']),
    ...event(value.declined?.date, 'no case opened', ['declined']),
    ...(value.steps ?? []).flatMap((it, index) =>
      event(it.date, phrase(it.step), ['steps', index, 'date']),
    ),
    ...event(value.closed, 'case closed', ['closed']),
  ]
}

function byDate(events: readonly Event[]): Event[] {
  return events.toSorted((a, b) => compareText(a.date, b.date))
}
