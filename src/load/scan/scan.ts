import type {TextDecoder} from 'node:util'
import type {Diagnostic} from '../../model/diagnostic.ts'
import {compareLocations, startOf, type Location, type Position} from '../../model/location.ts'
import type {ScanHit} from '../../model/source.ts'
import {rootOf} from '../text.ts'
import {scanColumns} from './columns.ts'
import {mayHold, mayMatch} from './first-look.ts'
import {patterns, type Pattern} from './patterns.ts'
import {decoderFor} from './sniff.ts'

/** Longest thing that a pattern looks at, to either side; the longest is a legend with its text. */
const reach = 2560
/** Longest first line of a table that is waited for, in characters. */
const maxHeading = 65_536
/** Places kept of one pattern in one file; the rest are counted. */
const maxHits = 20
/** Second looks at one pattern in one file; past these a match is believed. */
const maxLooks = 1000

export interface Scanned {
  readonly hits: readonly ScanHit[]
  readonly diagnostics: readonly Diagnostic[]
  /** Why the file was not read as text. */
  readonly notScanned?: string
}

/** Judges a path as text: a name can hold a number or a person as well as a page can. */
export function scanName(root: string, path: string): ScanHit[] {
  const {hits} = scanText(root, path, path)
  return hits.map((it) => ({...it, location: startOf(path, rootOf(root))}))
}

export const nothing: Scanned = {hits: [], diagnostics: []}

/** Looks through the whole text of one file. */
export function scanText(root: string, file: string, text: string): Scanned {
  if (!mayHold(text)) return nothing
  const scan = new Scan(root, file, 'other')
  scan.seeText(text)
  return scan.end()
}

/**
 * Looks through one file for what may not be kept, piece by piece and without regard to lines, so
 * that no line is too long to be read. Keeps places and classes, never the text.
 */
export class Scan {
  readonly #root: string
  readonly #file: string
  readonly #table: boolean
  readonly #hits: ScanHit[] = []
  readonly #found = new Map<string, number>()
  readonly #looks = new Map<string, number>()
  #decoder: TextDecoder | undefined
  #notScanned: string | undefined
  /** Text not finally judged, with as much before it as patterns look back at. */
  #window = ''
  /** Offset in the window from which matches are new. */
  #from = 0
  #started = false
  /** Place of the start of the window. */
  #line = 1
  #column = 1

  constructor(root: string, file: string, use: 'table' | 'other') {
    this.#root = root
    this.#file = file
    this.#table = use === 'table'
  }

  see(bytes: Uint8Array): void {
    if (this.#notScanned !== undefined) return
    if (this.#decoder === undefined) {
      const decoder = decoderFor(bytes, this.#file)
      if (typeof decoder === 'string') {
        this.#notScanned = decoder
        return
      }
      this.#decoder = decoder
    }
    this.#take(this.#decoder.decode(bytes, {stream: true}), false)
  }

  /** For text that is at hand. */
  seeText(text: string): void {
    this.#take(text, false)
  }

  end(): Scanned {
    if (this.#notScanned !== undefined)
      return {hits: [], diagnostics: [], notScanned: this.#notScanned}
    this.#take(this.#decoder?.decode() ?? '', true)
    return {hits: this.#hits.sort(compareHits), diagnostics: this.#uncounted()}
  }

  #take(text: string, last: boolean): void {
    this.#window += text
    // Tables are judged by their first line as well, which has to be whole.
    const heading = this.#table && !this.#started && !this.#window.includes('\n')
    const enough = heading ? maxHeading : 4 * reach
    if (!last && this.#window.length < enough) return
    if (!this.#started && this.#table) this.#columns()
    this.#started = true
    const to = last ? this.#window.length : this.#window.length - reach
    this.#search(to)
    if (last) return
    this.#advance(Math.max(0, to - reach))
    this.#from = Math.min(reach, to)
  }

  #columns(): void {
    const [line = ''] = this.#window.split('\n', 1)
    for (const {pattern, start, end} of scanColumns(line)) this.#add(pattern, start, end)
  }

  #search(to: number): void {
    if (!mayHold(this.#window)) return
    const lower = this.#window.toLowerCase()
    for (const pattern of patterns) {
      if (!mayMatch(pattern, lower)) continue
      pattern.form.lastIndex = this.#from
      for (;;) {
        const match = pattern.form.exec(this.#window)
        if (match === null || match.index >= to) break
        const end = match.index + match[0].length
        if (this.#believes(pattern, match.index, end)) this.#add(pattern, match.index, end)
      }
    }
  }

  #believes({id, confirm}: Pattern, start: number, end: number): boolean {
    if (confirm === undefined) return true
    const looks = (this.#looks.get(id) ?? 0) + 1
    this.#looks.set(id, looks)
    return looks > maxLooks || confirm(this.#window, start, end)
  }

  #add({id, class: kind}: Pick<Pattern, 'id' | 'class'>, start: number, end: number): void {
    const found = (this.#found.get(id) ?? 0) + 1
    this.#found.set(id, found)
    if (found > maxHits) return
    const location: Location = {
      ...startOf(this.#file, rootOf(this.#root)),
      start: this.#position(start),
      end: this.#position(end),
    }
    this.#hits.push({class: kind, pattern: id, location})
  }

  #position(offset: number): Position {
    let line = this.#line
    let start = -1
    for (let at = this.#window.indexOf('\n'); at >= 0 && at < offset;) {
      line += 1
      start = at + 1
      at = this.#window.indexOf('\n', start)
    }
    return {line, column: start < 0 ? this.#column + offset : offset - start + 1}
  }

  #advance(offset: number): void {
    const {line, column} = this.#position(offset)
    this.#line = line
    this.#column = column
    this.#window = this.#window.slice(offset)
  }

  #uncounted(): Diagnostic[] {
    return [...this.#found]
      .filter(([, found]) => found > maxHits)
      .map(([id, found]) => ({
        code: 'scan/more',
        severity: 'note',
        message: `Unexpected ${found} places of \`${id}\` in one file, expected none; the first ${maxHits} are listed`,
        location: startOf(this.#file, rootOf(this.#root)),
        help: 'Remove the file, or what all of them hold',
      }))
  }
}

function compareHits(a: ScanHit, b: ScanHit): number {
  return compareLocations(a.location, b.location)
}
