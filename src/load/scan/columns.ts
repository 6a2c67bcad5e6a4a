import type {ScanHit} from '../../model/source.ts'

/** Names of table columns, as `columnsOf` writes them, that may not be kept. */
interface ColumnPattern {
  readonly id: string
  readonly class: ScanHit['class']
  readonly finds: string
  readonly limits: string
  readonly name: RegExp
  /** Only where the table has such a column too. */
  readonly beside?: RegExp
}

const perPatient =
  /^(?:patient|pat|encounter|visit|claim|admission|discharge)(?:_(?:id|no|number|key))$|^(?:patient|mrn|dob|birth_date|date_of_birth)$/

const columnPatterns: readonly ColumnPattern[] = [
  {
    id: 'column-identifier',
    class: 'identifier',
    finds: 'A column of a patient’s name, number, birth date, address or contact',
    limits: 'Judged by its name alone. Columns of members of the network are left alone.',
    name: /^(?:mrn|hicn|mbi|ssn|dob|medical_record(?:_number|_no|_id)?|social_security(?:_number|_no)?|date_of_birth|birth_?date|(?:patient|pat|subscriber|beneficiary)(?:_(?:id|no|number|key|name|first_name|last_name|dob|birth_date|address|street|zip|phone|email|mrn|ssn|account|account_number))?|health_plan_id)$/,
  },
  {
    id: 'column-patient-date',
    class: 'identifier',
    finds: 'A column of days of care in a table with a row for each patient, claim or encounter',
    limits: 'Judged by names alone. A table of counts by period is left alone.',
    name: /^(?:dos|(?:date_of_)?(?:service|admission|admit|discharge|death|visit|encounter)(?:_date|_day|_from|_to)?|(?:service|admission|admit|discharge|death)_dt)$/,
    beside: perPatient,
  },
  {
    id: 'column-zip',
    class: 'identifier',
    finds: 'A column of ZIP codes in a table with a row for each patient, claim or encounter',
    limits: 'Judged by names alone. A table of counts by ZIP code is left alone.',
    name: /^(?:zip|zip5|zip_?code|postal_?code|zip9)$/,
    beside: perPatient,
  },
  {
    id: 'column-price',
    class: 'price',
    finds: 'A column of fees, allowed or paid amounts, or rates',
    limits: 'Judged by its name alone. Budgets, dues and investments are left alone.',
    name: /^(?:fee|fee_amount|fee_schedule(?:_amount)?|allowed|allowed_amount|allowed_amt|paid_amount|paid_amt|billed_amount|charge_amount|unit_price|price|price_usd|conversion_factor|(?:pct|percent|percentage)_(?:of_)?medicare|(?:contract|contracted|negotiated|reimbursement|payment)_(?:rate|amount))(?:_usd)?$/,
  },
  {
    id: 'column-narrative',
    class: 'narrative',
    finds: 'A column of free text about cases',
    limits: 'Judged by its name alone.',
    name: /^(?:narrative|case_notes?|clinical_notes?|progress_notes?|clinician_name|provider_comments?)$/,
  },
]

export interface ColumnHit {
  readonly pattern: ColumnPattern
  readonly start: number
  readonly end: number
}

/** Judges the first line of a table by the names of its columns. */
export function scanColumns(line: string): ColumnHit[] {
  const columns = columnsOf(line)
  const names = columns.map((it) => it.name)
  return columns.flatMap(({name, start, end}) =>
    columnPatterns
      .filter(
        ({name: form, beside}) =>
          form.test(name) && (beside === undefined || names.some((it) => beside.test(it))),
      )
      .map((pattern) => ({pattern, start, end})),
  )
}

/** Names in lower case with `_` between words, whatever separates the columns. */
function columnsOf(line: string): {name: string; start: number; end: number}[] {
  const columns = []
  for (const {0: text, index} of line.slice(0, 65_536).matchAll(/[^,;|\t\r\n]+/g)) {
    const bare = text.trim().replace(/^["']|["']$/g, '')
    const name = bare
      .replace(/([a-z\d])([A-Z])/g, '$1_$2')
      .replace(/[^A-Za-z\d]+/g, '_')
      .toLowerCase()
    columns.push({name, start: index, end: index + text.length})
  }
  return columns
}
