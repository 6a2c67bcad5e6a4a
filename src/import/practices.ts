import type {ImportedColumn} from '../model/imported.ts'
import type {Mapping} from './mapping.ts'
import type {Sheet} from './sheet.ts'
import {foldedWords} from './words.ts'

/** Words of organizations, folded. A person's name has none of them. */
const organization =
  /\b(?:llc|llp|pllc|lp|inc|incorporated|corp|corporation|company|pa|pc|ltd|clinic|clinics|center|centre|hospital|health|healthcare|medical|medicine|group|associates|associated|partners|practice|care|physicians|surgery|pediatrics|cardiology|dermatology|orthopedics|orthopaedics|radiology|oncology|urology|neurology|institute|services|specialists|wellness|family|foundation|system|network)\b/

/** Fields of a clinician that a list of practices has for itself. */
const ofPractices: Readonly<Record<string, string>> = {
  'clinicians.name': 'name',
  'clinicians.zips': 'locations',
  'clinicians.joined': 'joined',
  'clinicians.left': 'left',
}

/**
 * A column headed `name` is a clinician's where there are clinicians: where no column holds anything
 * of one, or its names are those of organizations, the rows are practices.
 *
 * @returns The mapping, and a sentence where it was changed.
 */
export function asPractices(
  mapping: Mapping,
  sheet: Sheet,
): {readonly mapping: Mapping; readonly remark?: string} {
  const {columns, layout, own} = mapping
  const place = columns.findIndex(
    ({column, field, by}) =>
      field === 'clinicians.name' && by === 'words' && foldedWords(column) === 'name',
  )
  if (layout !== undefined || own) return {mapping}
  const isNamed = columns.some(({field}) => field === 'name' || field === 'id')
  if (isNamed) return {mapping: ofNamed(mapping)}
  if (place < 0) return {mapping}
  const others = columns.flatMap(({field}) =>
    field !== null && field.startsWith('clinicians.') && !Object.hasOwn(ofPractices, field)
      ? [field]
      : [],
  )
  const isAlone = others.length === 0
  if (!isAlone && !(others.every((it) => it === 'clinicians.npi') && areNames(sheet, place)))
    return {mapping}
  const said = columns[place]?.column ?? ''
  return {
    mapping: {...mapping, columns: columns.map((it) => asPractice(it, columns))},
    remark: isAlone
      ? `\`${said}\` is read as the name of a practice, because no column holds an NPI or a specialty; --map "${said}=clinicians.name" says otherwise`
      : `\`${said}\` is read as the name of a practice, because most of its cells name organizations; their NPIs are left out, for which a practice has no field. --map "${said}=clinicians.name" says otherwise`,
  }
}

/** Rows that name a practice and nothing of a clinician: places and dates are the practice's. */
function ofNamed(mapping: Mapping): Mapping {
  const {columns} = mapping
  const isAlone = columns.every(
    ({field}) =>
      field === null ||
      !field.startsWith('clinicians.') ||
      (field !== 'clinicians.name' && Object.hasOwn(ofPractices, field)),
  )
  return isAlone ? {...mapping, columns: columns.map((it) => asPractice(it, columns))} : mapping
}

function asPractice(it: ImportedColumn, columns: readonly ImportedColumn[]): ImportedColumn {
  const {field, by} = it
  if (field === null || by !== 'words' || !field.startsWith('clinicians.')) return it
  const own = ofPractices[field]
  return own === undefined || columns.some((other) => other.field === own)
    ? {...it, field: null, by: 'none'}
    : {...it, field: own, by: 'content'}
}

function areNames({rows}: Sheet, place: number): boolean {
  const names = rows.flatMap(({cells}) => {
    const folded = foldedWords(cells[place]?.text ?? '')
    return folded === '' ? [] : [folded]
  })
  return names.length > 0 && names.filter((it) => organization.test(it)).length * 2 > names.length
}
