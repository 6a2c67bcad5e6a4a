import type {PersonAnswer} from './answers.ts'

/** Flags that name who holds a role, and since when. */
export interface PeopleFlags {
  readonly officer?: string | undefined
  readonly 'officer-since'?: string | undefined
  readonly counsel?: string | undefined
  readonly 'counsel-since'?: string | undefined
  readonly 'medical-director'?: string | undefined
  readonly 'medical-director-since'?: string | undefined
}

/** People as the flags name them; a role that none names is left out. */
export function peopleOf(flags: PeopleFlags): readonly PersonAnswer[] {
  const person = (
    role: PersonAnswer['role'],
    name: string | undefined,
    since: string | undefined,
  ): PersonAnswer[] =>
    name === undefined ? [] : [{role, name, ...(since === undefined ? {} : {since})}]
  return [
    ...person('officer', flags.officer, flags['officer-since']),
    ...person('counsel', flags.counsel, flags['counsel-since']),
    ...person('medicalDirector', flags['medical-director'], flags['medical-director-since']),
  ]
}
