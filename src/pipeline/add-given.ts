import {readFileSync} from 'node:fs'
import {CannotRun, type Diagnostic} from '../model/diagnostic.ts'
import {quoted} from '../model/show.ts'
import type {Source} from '../model/source.ts'
import type {ReadFlow} from '../scaffold/assign.ts'

/** Reads texts that the caller gave as YAML. */
export async function flowReader(): Promise<ReadFlow> {
  const {parseSources} = await import('../load/source.ts')
  return (text) => valueIn(parseSources('main', '--set', text), '--set').value
}

function valueIn(
  {sources, diagnostics}: {sources: readonly Source[]; diagnostics: readonly Diagnostic[]},
  name: string,
): Source {
  const fault = diagnostics.find(({severity}) => severity === 'error')
  if (fault !== undefined)
    throw new CannotRun(
      `${fault.message} (${name}, line ${fault.location.start.line})`,
      fault.help ?? 'Correct it, and run the command again',
    )
  const [source, second] = sources
  if (source === undefined || second !== undefined)
    throw new CannotRun(
      `Unexpected ${second === undefined ? 'empty text' : 'second document'} in ${name}, expected one value`,
    )
  return source
}

/** The value in a file of YAML or JSON; `-` is standard input. */
export async function readGiven(file: string): Promise<unknown> {
  const [{parseSources}, {decodeRecord}] = await Promise.all([
    import('../load/source.ts'),
    import('../load/text.ts'),
  ])
  const bytes = bytesOf(file)
  if (bytes.length > 5 * 1024 * 1024)
    throw new CannotRun(`Unexpected ${bytes.length} bytes in ${quoted(file)}, expected a record`)
  const decoded = decodeRecord('main', file, bytes)
  if ('diagnostic' in decoded)
    throw new CannotRun(decoded.diagnostic.message, decoded.diagnostic.help)
  return valueIn(parseSources('main', file, decoded.text), file === '-' ? 'standard input' : file)
    .value
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file === '-' ? 0 : file)
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException
    const expected =
      code === 'ENOENT' || code === 'ENOTDIR'
        ? 'a file that exists'
        : code === 'EISDIR'
          ? 'a file, not a folder'
          : 'a file that can be read'
    throw new CannotRun(
      `Unexpected --from ${quoted(file)}, expected ${expected}`,
      'Name a file of YAML or JSON, or `-` for standard input',
    )
  }
}
