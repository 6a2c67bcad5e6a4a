import {fontFiles, type Checkup} from '../model/checkup.ts'
import {CannotRun} from '../model/diagnostic.ts'
import type {DoctorOptions} from './doctor.ts'

/** Versions of git from which on a command works. */
const gitNeeds = [
  {
    version: [2, 31],
    state: 'missing',
    why: 'trail, status, dossier, seal and audit read the history with --diff-merges=first-parent',
  },
  {version: [2, 34], state: 'note', why: 'git signs commits with SSH keys from 2.34 on'},
] as const

/** Node, against what the package asks for. */
export function checkMachine({engines, nodeVersion}: DoctorOptions): readonly Checkup[] {
  const least = /(\d+)\.(\d+)/.exec(engines)
  const why = 'Every command runs on it'
  const what = `Node ${nodeVersion}, ${engines} asked for`
  const found = versionIn(nodeVersion)
  if (least === null || found === null)
    return [{id: 'node', state: 'unknown', what, why, fix: null}]
  const enough = isAtLeast(found, [Number(least[1]), Number(least[2])])
  return [
    {
      id: 'node',
      state: enough ? 'ok' : 'missing',
      what,
      why,
      fix: enough ? null : `Install Node ${least[0]} or later`,
    },
  ]
}

/** Whether git is on the PATH, and new enough. */
export async function checkGit(
  root: string,
): Promise<{readonly usable: boolean; readonly checkups: readonly Checkup[]}> {
  const {findProgram, firstLineOf, folderOfStrangers} = await import('../load/machine.ts')
  const program = findProgram('git', [folderOfStrangers(root)])
  const [{why}] = gitNeeds
  if (program.status !== 'found')
    return {
      usable: false,
      checkups: [
        {
          id: 'git',
          state: 'missing',
          what:
            program.status === 'missing'
              ? 'git is not on the PATH'
              : `git at ${program.path} lies in the repository and was not started`,
          why: 'Commits, histories and signatures are read with it; validate works without it',
          fix: 'Install git 2.34 or later',
        },
      ],
    }
  const line = firstLineOf(program.path, ['--version'])
  const version = line === null ? null : versionIn(line)
  if (line === null || version === null)
    return {
      usable: line !== null,
      checkups: [
        {id: 'git', state: 'unknown', what: 'git does not tell its version', why, fix: null},
      ],
    }
  const short = gitNeeds.find((it) => !isAtLeast(version, it.version))
  return {
    usable: true,
    checkups: [
      {
        id: 'git',
        state: short?.state ?? 'ok',
        what: line,
        why: short?.why ?? why,
        fix: short === undefined ? null : `Install git ${short.version.join('.')} or later`,
      },
    ],
  }
}

/** Fonts, and the code cache beside the bundle. */
export async function checkPackage(packageRoot: string): Promise<readonly Checkup[]> {
  const {hashOf, isWritable} = await import('../load/machine.ts')
  const wrong = fontFiles.flatMap(({file, sha256}) => {
    const found = hashOf(`${packageRoot}/templates/fonts/${file}`)
    if (found === sha256) return []
    return [found === null ? `${file} is missing` : `${file} is another file`]
  })
  const folder = `${packageRoot}/dist/bundle`
  const [built, writable, cached] = [
    isWritable(`${folder}/cinch.cjs`) !== null,
    isWritable(folder) === true,
    isWritable(`${folder}/cinch.cache`) !== null,
  ]
  return [
    {
      id: 'fonts',
      state: wrong.length === 0 ? 'ok' : 'missing',
      what: wrong.length === 0 ? `${fontFiles.length} fonts of the package` : wrong.join(', '),
      why: 'dossier --format pdf is set in them, and its bytes depend on them',
      fix: wrong.length === 0 ? null : 'Install cinch again: `npm ci`, or the package anew',
    },
    {
      id: 'code-cache',
      state: !built ? 'unknown' : writable || cached ? 'ok' : 'note',
      what: !built
        ? 'the program runs from source'
        : cached
          ? 'the code cache is there'
          : writable
            ? 'the code cache is written at the next start'
            : 'no code cache, and its folder is not writable',
      why: 'Every start is slower without it; no result depends on it',
      fix: !built || writable || cached ? null : 'Run cinch once as the user who installed it',
    },
  ]
}

/**
 * Programs that sign and check signatures, against the keys on record.
 *
 * @param asOf - Null where there are no records to read.
 */
export async function checkPrograms(
  root: string,
  asOf: string | null,
): Promise<readonly Checkup[]> {
  const {findProgram, folderOfStrangers} = await import('../load/machine.ts')
  const keys = asOf === null ? null : await keysOnRecord(root, asOf)
  const folders = [folderOfStrangers(root)]
  const program = (name: string, needed: boolean, why: string): Checkup => {
    const {status} = findProgram(name, folders)
    return {
      id: name,
      state: status === 'found' ? 'ok' : needed ? 'missing' : 'note',
      what:
        status === 'found'
          ? `${name} is there`
          : status === 'missing'
            ? `${name} is not on the PATH`
            : `${name} lies in the repository and is not started`,
      why,
      fix: status === 'found' ? null : `Install ${installs[name] ?? name}`,
    }
  }
  return [
    ...(keys === null
      ? []
      : [
          {
            id: 'keys',
            state: keys.people > 0 ? ('ok' as const) : ('note' as const),
            what: `people with keys on record: ${keys.people} (${keys.ssh} SSH, ${keys.gpg} OpenPGP)`,
            why: 'Signed commits and approvals are told from unsigned ones by these keys',
            fix: keys.people > 0 ? null : 'Add `keys` to the Person records of those who sign',
          },
        ]),
    program(
      'ssh-keygen',
      false,
      'seal --key signs with it; checking SSH signatures needs no program',
    ),
    program(
      'gpg',
      (keys?.gpg ?? 0) > 0,
      'OpenPGP signatures are checked with it; without it they stay unknown',
    ),
    program('openssl', false, 'verify --tsa-ca checks time stamps with it'),
  ]
}

const installs: Readonly<Record<string, string>> = {
  'ssh-keygen': 'OpenSSH',
  gpg: 'GnuPG',
  openssl: 'OpenSSL',
}

async function keysOnRecord(root: string, asOf: string) {
  const {open} = await import('./open.ts')
  try {
    const {workspace} = await open({
      root,
      overlays: [],
      at: 'worktree',
      asOf,
      history: false,
    })
    const people = workspace.all('Person').map(({value}) => value.keys ?? [])
    const of = (type: 'ssh' | 'gpg') => people.flat().filter((it) => it.type === type).length
    return {
      people: people.filter((it) => it.length > 0).length,
      ssh: of('ssh'),
      gpg: of('gpg'),
    }
  } catch (error) {
    if (error instanceof CannotRun) return null
    throw error
  }
}

function versionIn(text: string): readonly [number, number] | null {
  const [, major, minor] = /(\d+)\.(\d+)/.exec(text) ?? []
  return major === undefined || minor === undefined ? null : [Number(major), Number(minor)]
}

function isAtLeast(
  [major, minor]: readonly [number, number],
  [least, lesser]: readonly [number, number],
): boolean {
  return major > least || (major === least && minor >= lesser)
}
