import {TextDecoder} from 'node:util'

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
  const extension = /\.(\w{1,8})$/.exec(file)?.[1]
  return extension === undefined ? 'binary' : `binary (${extension.toLowerCase()})`
}
