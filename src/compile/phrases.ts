import {compareText} from '../model/location.ts'
import {percent as percentage} from '../model/percent.ts'

/** Codes of the schemas that are not plain words run together. */
const special: Readonly<Record<string, string>> = {
  aco: 'ACO',
  'allergy-immunology': 'allergy and immunology',
  both: 'high cost and prevalent',
  cin: 'clinically integrated network (CIN)',
  dea: 'DEA registration',
  ehr: 'electronic health record',
  ePrescribing: 'e-prescribing',
  'hematology-oncology': 'hematology and oncology',
  ipa: 'IPA',
  neither: 'neither high cost nor prevalent',
  'obstetrics-gynecology': 'obstetrics and gynecology',
  nonExclusive: 'non-exclusive',
  per1000: 'per 1,000',
  pho: 'PHO',
  usd: 'US dollars',
  feeForService: 'fee for service',
  feeForServiceBonus: 'fee for service with bonus',
  twoSided: 'two-sided risk',
  inNetworkReferral: 'in-network referral',
  reselection: 're-selection',
}

/** A code of the schemas in words: `limitedLiabilityCompany` is `limited liability company`. */
export function phrase(code: string | undefined): string {
  if (code === undefined) return notStated
  if (Object.hasOwn(special, code)) return special[code] ?? code
  return code
    .replaceAll('-', ' ')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
}

/** What stands where a record leaves a field out: never a blank. */
export const notStated = 'not stated'

/** The value, or `not stated`. */
export function stated(value: string | number | undefined): string {
  if (value === undefined || value === '') return notStated
  return typeof value === 'number' ? figure(value) : value
}

/** Yes, no, or `not stated`. */
export function yesNo(value: boolean | undefined): string {
  return value === undefined ? notStated : value ? 'yes' : 'no'
}

/** A number with thousands separated; decimals are printed as they are. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return String(value)
  const [whole = '', fraction] = String(value).split('.')
  if (whole.includes('e')) return String(value)
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

/** A share of one as a percentage, or `not stated`. */
export function percent(ratio: number | undefined): string {
  return ratio === undefined || !Number.isFinite(ratio) ? notStated : percentage(ratio)
}

/** `3 tests`, `1 test`. */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${figure(number)} ${number === 1 ? singular : plural}`
}

/** `2025-01-01 to 2025-12-31`; an open end is said. */
export function period(from: string | undefined, to: string | undefined): string {
  if (from === undefined && to === undefined) return notStated
  if (to === undefined) return `from ${from}, no end stated`
  return from === undefined ? `to ${to}, start not stated` : `${from} to ${to}`
}

/** `a, b and c`; `none` (or what is given) where there is nothing. */
export function join(parts: readonly string[], none = notStated): string {
  if (parts.length === 0) return none
  if (parts.length === 1) return parts[0] ?? none
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

/** Title and version, where the title does not name the version already. */
export function versioned({title, version}: {title: string; version: string}): string {
  return title.includes(version) ? title : `${title}, version ${version}`
}

/** Each distinct text once, ordered by code units. */
export function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort(compareText)
}

/** Groups by a key, in the order in which keys first appear. */
export function groupBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/** The network's answer to something against it, in its words. */
export function answered(answer: string | undefined): string {
  return answer === undefined || answer === '' ? 'No answer is recorded.' : quoted(answer)
}

/** Words of a record, set in quotation marks: they are the network's and not the tool's. */
export function quoted(text: string | undefined): string {
  return text === undefined || text === '' ? notStated : `“${text}”`
}
