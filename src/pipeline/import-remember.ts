import type {Mapping} from '../import/mapping.ts'
import type {TargetName} from '../import/targets.ts'
import {CannotRun} from '../model/diagnostic.ts'
import type {ImportedFile} from '../model/imported.ts'
import {bytesAt, type Target as Held} from './add-target.ts'
import type {ImportAsked} from './import.ts'

/** How a spreadsheet was read before. @throws {CannotRun} When what is kept of it cannot be read. */
export async function rememberedIn(held: Held, target: TargetName) {
  const [{readRemembered, rememberedPath}, {parseSources}] = await Promise.all([
    import('../import/remembered.ts'),
    import('../load/source.ts'),
  ])
  const path = rememberedPath(target)
  const bytes = bytesAt(held, path)
  if (bytes === null) return undefined
  if (bytes.length > 1024 * 1024)
    throw new CannotRun(`Unexpected \`${path}\` of ${bytes.length} bytes, expected at most 1 MiB`)
  const {sources} = parseSources('main', path, bytes.toString('utf8'))
  return readRemembered(path, sources[0]?.value)
}

/** The mapping, where it is not plain from the file itself. */
export async function rememberedFile(
  held: Held,
  {target, reason, by, dateOrder, fillDown}: ImportAsked,
  mapping: Mapping,
  isUsed: boolean,
): Promise<readonly ImportedFile[]> {
  const isAsked = dateOrder !== undefined || fillDown.size > 0
  const isPlain = mapping.columns.every((it) => it.by !== 'words' && it.by !== 'flag')
  if (!isUsed || mapping.own || (isPlain && !isAsked)) return []
  const [{rememberedOf, rememberedPath}, {documentText}] = await Promise.all([
    import('../import/remembered.ts'),
    import('../write/documents.ts'),
  ])
  const path = rememberedPath(target)
  const was = bytesAt(held, path)
  const isNew = mapping.columns.some((it) => it.by === 'flag') || isAsked
  if (was !== null && !isNew) return []
  const said = {
    ...(dateOrder === undefined ? {} : {dateOrder}),
    ...(fillDown.size === 0 ? {} : {fillDown: [...fillDown]}),
    ...(reason === undefined ? {} : {reason}),
    ...(by === undefined ? {} : {by}),
  }
  const text = `# How \`cinch import ${target}\` reads a spreadsheet. Correct it here, or with --map.\n${await documentText(rememberedOf(target, mapping, said))}`
  const bytes = new TextEncoder().encode(text)
  return was !== null && Buffer.compare(was, bytes) === 0 ? [] : [{path, was, bytes}]
}
