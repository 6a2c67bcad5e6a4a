import {isDate} from '../model/date.ts'
import {forms} from '../model/forms.ts'
import {quoted} from '../model/show.ts'
import {slugOf} from './identifier.ts'

export const entityForms = [
  'limitedLiabilityCompany',
  'nonprofitCorporation',
  'businessCorporation',
  'professionalCorporation',
  'partnership',
  'other',
] as const
export const sponsors = ['physicians', 'hospital', 'joint'] as const
export const bases = ['clinical', 'financial', 'messenger'] as const
export const stages = ['proposed', 'operating'] as const
export const forges = ['github', 'gitlab', 'none'] as const

/** A product line, as answered. */
export interface LineAnswer {
  readonly id: string
  readonly title: string
  readonly basis: (typeof bases)[number]
  readonly stage: (typeof stages)[number]
  /** First day of the program, `YYYY-MM-DD`; left out where it is not known. */
  readonly live?: string
  readonly jointPricing: boolean
}

/** A person with a role. Without the day on which it began the role is left out. */
export interface PersonAnswer {
  readonly role: 'officer' | 'counsel' | 'medicalDirector'
  readonly name: string
  readonly since?: string
}

/** All that a governance repository is made from. What is not known is left out. */
export interface Answers {
  readonly legalName: string
  readonly entityForm?: (typeof entityForms)[number]
  readonly sponsor?: (typeof sponsors)[number]
  readonly states: readonly string[]
  readonly lines: readonly LineAnswer[]
  readonly people: readonly PersonAnswer[]
  /** Whether competitors will read the shared repository: then there are others beside it. */
  readonly competitorsRead: boolean
  readonly forge: (typeof forges)[number]
}

/** What is wrong with a name of a person or of an entity; undefined where nothing is. */
export function nameProblem(name: string): string | undefined {
  if (name.trim() === '') return 'Expected a name'
  if (name !== name.trim()) return `Unexpected space around ${quoted(name)}, expected none`
  if (/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029\ud800-\udfff]/u.test(name))
    return `Unexpected character without a shape in ${quoted(name)}, expected a name on one line`
  return name.length > 200
    ? `Unexpected ${name.length} characters, expected 200 at most`
    : undefined
}

/** What is wrong with a day on which something began. */
export function sinceProblem(date: string, asOf: string): string | undefined {
  if (!isDate(date)) return `Unexpected date ${quoted(date)}, expected one such as 2026-01-31`
  return date > asOf
    ? `Unexpected date \`${date}\` after ${asOf}, expected one that has come`
    : undefined
}

export function stateProblem(state: string): string | undefined {
  const problem = forms.get('state')?.problem(state)
  return problem === undefined ? undefined : `Unexpected state ${quoted(state)}: ${problem.help}`
}

/**
 * The first thing wrong with answers, in words; undefined where they can be written down.
 *
 * @param asOf - Date judged at; nothing that operates began after it.
 */
export function problemWith(answers: Answers, asOf: string): string | undefined {
  const {legalName, states, lines, people} = answers
  const ids = lines.map(({id}) => id)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  const slugs = people.map(({name}) => slugOf(name))
  const same = people.find((_, index) => slugs.indexOf(slugs[index] ?? '') !== index)
  return (
    nameProblem(legalName) ??
    states.map(stateProblem).find((it) => it !== undefined) ??
    (lines.length === 0 ? 'Expected at least one product line' : undefined) ??
    (twice === undefined
      ? undefined
      : `Unexpected second product line \`${twice}\`, expected one`) ??
    lines.map((it) => lineProblem(it, asOf)).find((it) => it !== undefined) ??
    people
      .map(
        ({name, since}) =>
          nameProblem(name) ?? (since === undefined ? undefined : sinceProblem(since, asOf)),
      )
      .find((it) => it !== undefined) ??
    (same === undefined
      ? undefined
      : `Unexpected second person ${quoted(same.name)}, expected one; give the second role in the record`)
  )
}

function lineProblem({id, title, basis, stage, live, jointPricing}: LineAnswer, asOf: string) {
  const problem = forms.get('record-id')?.problem(id)
  if (problem !== undefined) return `Unexpected id ${quoted(id)} of a product line: ${problem.help}`
  if (basis === 'messenger' && jointPricing)
    return `Unexpected joint prices on the messenger line \`${id}\`, expected none: a messenger relays offers`
  if (live === undefined) return nameProblem(title)
  if (stage === 'proposed')
    return `Unexpected program-live date on the proposed line \`${id}\`, expected none yet`
  return nameProblem(title) ?? sinceProblem(live, asOf)
}
