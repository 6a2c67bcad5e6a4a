import {inflateRawSync} from 'node:zlib'
import {CannotRun} from '../model/diagnostic.ts'

/** Bounds on what a workbook may unpack to. */
const mostEntries = 2_000
const mostUnpacked = 128 * 1024 * 1024
/** Tags in all parts, those that close one included: a cell has two to four. */
const mostTags = 8_000_000

/** Refused as one kind of fault: the file is not opened at all. */
function refuse(what: string, expected: string): never {
  throw new CannotRun(
    `Unexpected ${what} in the workbook, expected ${expected}`,
    'Save it again from the spreadsheet program, or export it as CSV',
  )
}

/**
 * Looks at every part of a workbook before a library unpacks it: sizes stated, sizes found, number,
 * and no part that lies over another. What is said in the directory is held to what is there.
 *
 * @throws {CannotRun} When it is no plain zip file, or would unpack to more than 128 MiB.
 */
export function checkWorkbookZip(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endRecord(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > mostEntries) refuse(`number of parts, ${count},`, `at most ${mostEntries}`)
  let total = 0
  let tags = 0
  const spans: [number, number][] = []
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50)
      refuse('directory', 'one that is whole')
    const flags = view.getUint16(at + 8, true)
    const method = view.getUint16(at + 10, true)
    const packed = view.getUint32(at + 20, true)
    const unpacked = view.getUint32(at + 24, true)
    const local = view.getUint32(at + 42, true)
    if ((flags & 1) !== 0) refuse('password', 'none')
    if (method !== 0 && method !== 8) refuse('kind of packing', 'plain or deflated parts')
    total += unpacked
    if (total > mostUnpacked) refuse('size when unpacked', `at most ${mostUnpacked} bytes`)
    const part = checkPart(bytes, view, {local, packed, unpacked, method})
    tags += part.tags
    if (tags > mostTags) refuse('number of tags', `at most ${mostTags}`)
    spans.push(part.span)
    at += 46 + lengthsAt(view, at + 28, 3)
  }
  spans.sort(([a], [b]) => a - b)
  if (spans.some(([start], index) => start < (spans[index - 1]?.[1] ?? 0)))
    refuse('parts that lie over one another', 'each on its own')
}

interface Part {
  readonly local: number
  readonly packed: number
  readonly unpacked: number
  readonly method: number
}

/** Where a part begins and ends, and how many tags it holds. */
function checkPart(
  bytes: Uint8Array,
  view: DataView,
  {local, packed, unpacked, method}: Part,
): {readonly span: [number, number]; readonly tags: number} {
  if (local + 30 > bytes.length || view.getUint32(local, true) !== 0x04034b50)
    refuse('part', 'one that is whole')
  const start = local + 30 + lengthsAt(view, local + 26, 2)
  if (start + packed > bytes.length) refuse('part', 'one that is whole')
  const stored = bytes.subarray(start, start + packed)
  let found: Uint8Array = stored
  if (method === 8)
    try {
      found = inflateRawSync(stored, {maxOutputLength: Math.max(1, unpacked)})
    } catch {
      refuse('part', 'one that unpacks to the size stated')
    }
  if (found.length !== unpacked) refuse('part', 'one that unpacks to the size stated')
  let tags = 0
  for (const byte of found) if (byte === 0x3c) tags += 1
  return {span: [local, start + packed], tags}
}

function lengthsAt(view: DataView, at: number, many: number): number {
  let sum = 0
  for (let index = 0; index < many; index += 1) sum += view.getUint16(at + 2 * index, true)
  return sum
}

function endRecord(view: DataView): number {
  const last = view.byteLength - 22
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1)
    if (view.getUint32(at, true) === 0x06054b50) return at
  return refuse('end', 'the directory of a zip file')
}
