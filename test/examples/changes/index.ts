import {ancillarity} from './ancillarity.ts'
import {efficiency} from './efficiency.ts'
import {enforcement} from './enforcement.ts'
import {governance} from './governance.ts'
import {information} from './information.ts'
import {integrity} from './integrity.ts'
import {investment} from './investment.ts'
import {market} from './market.ts'
import {membership} from './membership.ts'
import {monitoring} from './monitoring.ts'
import {protocols} from './protocols.ts'
import {safeguards} from './safeguards.ts'

/** Changes of the network itself, its members, its program and how it is kept up. */
export const ofProgram = [
  ...governance,
  ...membership,
  ...protocols,
  ...monitoring,
  ...enforcement,
] as const

/** Changes of its means and results, its contracts, the market and its safeguards. */
export const ofConduct = [
  ...investment,
  ...information,
  ...efficiency,
  ...ancillarity,
  ...market,
  ...safeguards,
  ...integrity,
] as const

/** Every change of a file. */
export const changes = [...ofProgram, ...ofConduct] as const
