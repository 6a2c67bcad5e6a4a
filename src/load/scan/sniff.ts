import {TextDecoder} from 'node:util'
import {isSealPath} from '../../model/seal.ts'

/** First bytes of formats that hold text which this program does not read. */
const formats: readonly (readonly [start: string, reason: string])[] = [
  ['%PDF', 'PDF'],
  ['PK\u0003\u0004', 'zip container, such as XLSX or DOCX'],
  ['\u00d0\u00cf\u0011\u00e0', 'old Office container, such as XLS or DOC'],
  ['PAR1', 'Parquet'],
  ['\u001f\u008b', 'gzip'],
]

/** Bytes in which a zero byte marks a file as binary. */
const sniffedBytes = 8192

/** How to decode a file that starts with `bytes`; or, where it is no text, what it is. */
export function decoderFor(bytes: Uint8Array, file: string): TextDecoder | string {
  const start = Buffer.from(bytes.subarray(0, sniffedBytes)).toString('latin1')
  const format = formats.find(([it]) => start.startsWith(it))
  if (format) return format[1]
  if (start.startsWith('\u00ff\u00fe')) return new TextDecoder('utf-16le')
  if (start.startsWith('\u00fe\u00ff')) return new TextDecoder('utf-16be')
  if (!start.includes('\u0000')) return new TextDecoder('utf-8')
  if (isTimeStamp(bytes, file)) return new TextDecoder('latin1')
  const extension = /\.(\w{1,8})$/.exec(file)?.[1]
  return extension === undefined ? 'binary' : `binary (${extension.toLowerCase()})`
}

/**
 * Whether a file is a time-stamp token beside a seal: one DER sequence, whole, by its length in
 * octets (X.690, 8.1.3). Names and times stand in it as letters, so that it can be looked through.
 */
function isTimeStamp(bytes: Uint8Array, file: string): boolean {
  const [tag, first = 0, ...rest] = bytes.subarray(0, 5)
  if (tag !== 0x30 || !isSealPath(file) || !/\.ts[rt]$/.test(file)) return false
  const octets = first < 0x80 ? 0 : first - 0x80
  if (octets > 3) return false
  const length = octets === 0 ? first : rest.slice(0, octets).reduce((sum, it) => sum * 256 + it, 0)
  return bytes.length === 2 + octets + length
}
