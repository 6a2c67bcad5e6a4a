import type {Sources} from './source.ts'

/** What a run looked at: an empty line here is a gap that somebody should see. */
export interface Inventory {
  readonly recordDocuments: number
  readonly records: Readonly<Record<string, number>>
  readonly tables: number
  readonly exhibits: number
  readonly ignored: Sources['ignored']
  readonly scanned: number
  readonly notScanned: NonNullable<Sources['notScanned']>
}
