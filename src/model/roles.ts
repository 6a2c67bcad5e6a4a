import type {PersonRole} from './records.gen.ts'

/** Roles that a Person record can hold, as `schemas/person.schema.json` lists them. */
export const personRoles = [
  'officer',
  'medicalDirector',
  'committeeChair',
  'counsel',
  'custodian',
  'dataSteward',
  'staff',
  'physician',
] as const satisfies readonly PersonRole['role'][]
