import type {Repository} from '../load/git/repository.ts'
import type {Survey} from '../load/survey.ts'
import type {Checkup} from '../model/checkup.ts'
import {CannotRun} from '../model/diagnostic.ts'

/** The repository that holds a folder. */
export interface FoundClone {
  /** Null where none holds it, or it could not be looked at. */
  readonly repository: Repository | null
  /** Why it could not be looked at; null where it was. */
  readonly problem: string | null
}

const depthFixes = {
  shallow: 'git fetch --unshallow',
  partial: 'Clone again without `--filter`',
  empty: 'git add -A && git commit',
} as const

/** The repository, how much of its history is here, and the cache folder. */
export async function checkClone(found: FoundClone): Promise<readonly Checkup[]> {
  const {lookAtCache} = await import('../load/cache-folder.ts')
  const {repository, problem} = found
  const {state, path} = lookAtCache(repository === null ? [] : [repository.top])
  const cache = {
    ready: 'kept for the next run',
    absent: 'made at the next run',
    refused: 'not used: it lies in a repository, or others can write there',
    blocked: 'not used: no folder can be made or written there',
    unwanted: 'not used: CINCH_NO_CACHE is set',
  } as const
  return [
    ...(repository === null ? [noRepository(problem)] : clone(repository)),
    {
      id: 'cache',
      state: state === 'refused' || state === 'blocked' ? 'note' : 'ok',
      what: `cache ${path}: ${cache[state]}`,
      why: 'A second run over the same records is faster; no result depends on it',
      fix:
        state === 'refused' || state === 'blocked'
          ? 'Set XDG_CACHE_HOME to a folder of your own'
          : null,
    },
  ]
}

function noRepository(problem: string | null): Checkup {
  const why = 'trail, dossier, seal and audit read the history of a clone'
  return problem === null
    ? {
        id: 'repository',
        state: 'note',
        what: 'no git repository holds this folder',
        why,
        fix: 'cd into a clone, or name one with --root; `git init` begins one',
      }
    : {id: 'repository', state: 'unknown', what: problem, why, fix: null}
}

function clone({status, top, grafts, replaced}: Repository): Checkup[] {
  const overridden = [
    ...(grafts ? ['a file of grafts'] : []),
    ...(replaced > 0 ? [`${replaced} replaced objects`] : []),
  ]
  return [
    {
      id: 'repository',
      state: 'ok',
      what: `git repository at ${top}`,
      why: 'Commits are read from it',
      fix: null,
    },
    {
      id: 'depth',
      state: status === 'complete' ? 'ok' : status === 'empty' ? 'note' : 'missing',
      what: {
        complete: 'the whole history is here',
        shallow: 'the clone is shallow: older commits are not here',
        partial: 'the clone is partial: older files are not here',
        empty: 'no commit yet',
      }[status],
      why: 'trail, dossier, seal and audit refuse part of a history; status and assess call it unknown',
      fix: status === 'complete' ? null : depthFixes[status],
    },
    {
      id: 'overrides',
      state: overridden.length === 0 ? 'ok' : 'note',
      what: overridden.length === 0 ? 'no replaced objects or grafts' : overridden.join(' and '),
      why: 'They show another history to git; cinch does not follow them, and tells of them',
      fix:
        overridden.length === 0
          ? null
          : `Look first: git replace --list. To drop them: git replace -d NAME${grafts ? ', and remove .git/info/grafts' : ''}`,
    },
  ]
}

/** `cinch.yaml`, and files that another machine may read otherwise. */
export async function checkFiles(
  root: string,
  {repository}: FoundClone,
): Promise<{readonly isRepository: boolean; readonly checkups: readonly Checkup[]}> {
  const {surveyFolder, withoutTextAttribute} = await import('../load/survey.ts')
  const why = 'Every command on records reads it first'
  const {existsSync} = await import('node:fs')
  if (!existsSync(`${root}/cinch.yaml`))
    return {
      isRepository: false,
      checkups: [
        {
          id: 'config',
          state: 'note',
          what: 'no cinch.yaml here: no governance repository',
          why,
          fix: 'Name the folder that holds cinch.yaml with --root',
        },
      ],
    }
  let survey: Survey
  try {
    survey = surveyFolder(root)
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error
    const checkup = {
      id: 'config',
      state: 'missing',
      what: error.message,
      why,
      fix: error.help ?? 'Correct cinch.yaml',
    } as const
    return {isRepository: false, checkups: [checkup]}
  }
  const open = repository === null ? null : await withoutTextAttribute(repository, survey.crlf)
  return {
    isRepository: true,
    checkups: [
      {id: 'config', state: 'ok', what: 'cinch.yaml is of this version', why, fix: null},
      ...fileCheckups(survey),
      lineEnds(survey, open),
    ],
  }
}

function fileCheckups({notUtf8, marked, pointers, names, skipped}: Survey): Checkup[] {
  const check = (
    id: string,
    files: readonly string[],
    state: 'missing' | 'note',
    [fine, found, why, fix]: readonly [string, string, string, string],
  ): Checkup =>
    files.length === 0
      ? {id, state: 'ok', what: fine, why, fix: null}
      : {id, state, what: `${found}: ${named(files)}`, why, fix}
  return [
    check('encoding', notUtf8, 'missing', [
      'records and tables are UTF-8',
      'not UTF-8',
      'A file that is not UTF-8 is not read: its records are unknown',
      'iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW, and look at the result',
    ]),
    check('byte-order-mark', marked, 'note', [
      'no byte order marks',
      'with a byte order mark',
      'It is read past; other programs show it as text',
      'Save the file as UTF-8 without a mark',
    ]),
    check('names', names, 'missing', [
      'no two names fold into one',
      'names that differ in case or Unicode form alone, or hold control characters',
      'On another disk one file replaces the other',
      'git mv one of the two',
    ]),
    check('large-files', pointers, 'missing', [
      'no large-file pointers',
      'large-file pointers not fetched',
      'A pointer is not the document: its hash is unknown',
      'git lfs pull',
    ]),
    ...(skipped === 0
      ? []
      : [
          {
            id: 'not-looked-at',
            state: 'unknown' as const,
            what: `files too large to look into here: ${skipped}`,
            why: 'Their encoding and line ends are not known; validate reads them',
            fix: 'cinch validate',
          },
        ]),
  ]
}

/** @param open - Those of them that no attribute protects; null where git could not be asked. */
function lineEnds({crlf}: Survey, open: readonly string[] | null): Checkup {
  const why = 'Git may change CR LF to LF: the file then no longer matches its hash'
  const id = 'line-ends'
  if (crlf.length === 0)
    return {id, state: 'ok', what: 'no CR LF in tables and exhibits of text', why, fix: null}
  if (open === null)
    return {
      id,
      state: 'unknown',
      what: `CR LF in: ${named(crlf)}; git could not be asked for attributes`,
      why,
      fix: null,
    }
  if (open.length === 0)
    return {id, state: 'ok', what: 'files with CR LF are marked -text', why, fix: null}
  return {
    id,
    state: 'note',
    what: `CR LF, and not marked -text: ${named(open)}`,
    why,
    fix: "printf 'exhibits/** -text\\ntables/** -text\\n' >> .gitattributes",
  }
}

function named(files: readonly string[]): string {
  const shown = files.slice(0, 5).join(', ')
  return files.length > 5 ? `${shown} and ${files.length - 5} more` : shown
}
