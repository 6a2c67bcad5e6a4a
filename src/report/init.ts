import type {Diagnostic} from '../model/diagnostic.ts'
import {shellWord} from './paste.ts'
import {hang, placeOf, plural, safe} from './text.ts'

interface Told {
  readonly roots: readonly {
    readonly path: string
    readonly files: ReadonlyMap<string, string>
    readonly kept: readonly string[]
    readonly others: readonly string[]
  }[]
  readonly toFillIn: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Folders of many files of one sort: these are counted. */
const counted = ['templates/']

/** What `cinch init` wrote or would write, what is to fill in, and what to do next. */
export function initLines(
  {roots, toFillIn, diagnostics}: Told,
  {state, width}: {readonly state: 'written' | 'planned' | 'refused'; readonly width: number},
): readonly string[] {
  const columns = Math.max(40, Math.min(width, 100))
  const found = diagnostics.flatMap(({location, severity, code, message, help}) => [
    `${placeOf(location)} ${severity} ${code}`,
    ...hang('  ', safe(message), columns),
    ...(help === undefined || code.startsWith('leak/')
      ? []
      : hang('  fix:  ', safe(help), columns)),
  ])
  if (state === 'refused')
    return [...found, '', 'Nothing was written: correct what is named above.']
  const total = roots.reduce((sum, {files}) => sum + files.size, 0)
  const [shared] = roots
  return [
    ...roots.flatMap((it) => [`${safe(it.path)}/`, ...treeOf(it), '']),
    ...(found.length === 0 ? [] : ['cinch validate will say:', ...found, '']),
    `${state === 'written' ? 'Wrote' : 'Would write'} ${plural(total, 'file')}.${state === 'written' ? '' : ' Nothing was written.'}`,
    '',
    'To fill in, once it is known:',
    ...toFillIn.flatMap((it) => hang('  - ', safe(it), columns)),
    '',
    'Next:',
    ...roots.map(({path}) => `  git -C ${shellWord(path)} init -b main`),
    `  cinch validate${shared?.path === '.' ? '' : ` --root ${shellWord(shared?.path ?? '.')}`}`,
    '  Read README.md, look at what was written, then commit it.',
  ]
}

function treeOf({files, kept, others}: Told['roots'][number]): string[] {
  const paths = [...files.keys()]
  const isCounted = (path: string) => counted.some((it) => path.startsWith(it))
  const folders = counted.flatMap((folder) => {
    const count = paths.filter((it) => it.startsWith(folder)).length
    return count === 0 ? [] : [`  ${folder} (${plural(count, 'file')})`]
  })
  return [
    ...paths.filter((it) => !isCounted(it)).map((it) => `  ${safe(it)}`),
    ...folders,
    ...kept.map((it) => `  ${safe(it)} (left as it is)`),
    ...others.map((it) => `  ${safe(it)} (not looked at, left alone)`),
  ]
}

/** The same for programs. */
export function initJson({roots, toFillIn, diagnostics}: Told, written: boolean): object {
  return {
    written,
    roots: roots.map(({path, files, kept, others}) => ({
      folder: path,
      files: [...files.keys()],
      kept,
      others,
    })),
    toFillIn,
    diagnostics: diagnostics.map(({code, location, help}) => ({code, location, help})),
  }
}
