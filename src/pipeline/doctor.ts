import {existsSync} from 'node:fs'
import type {Checkup} from '../model/checkup.ts'
import {CannotRun} from '../model/diagnostic.ts'
import {checkClone, checkFiles, type FoundClone} from './doctor-clone.ts'
import {checkGit, checkMachine, checkPackage, checkPrograms} from './doctor-machine.ts'

export interface DoctorOptions {
  readonly root: string
  /** Folder of the installed package. */
  readonly packageRoot: string
  /** What the package asks of Node: `>=20.19`. */
  readonly engines: string
  /** `20.20.2`. */
  readonly nodeVersion: string
  readonly asOf: string
}

/**
 * What the program rests on: this machine, the installed package, the clone, its files. Starts git
 * and nothing else, runs nothing of the repository, and uses no network.
 */
export async function examine(options: DoctorOptions): Promise<readonly Checkup[]> {
  const {root, asOf} = options
  if (!existsSync(root))
    throw new CannotRun(`Unexpected folder \`${root}\`, expected one that exists`)
  const git = await checkGit(root)
  const found = git.usable
    ? await cloneOf(root)
    : {repository: null, problem: 'not looked at without git'}
  const files = await checkFiles(root, found)
  return [
    ...checkMachine(options),
    ...git.checkups,
    ...(await checkPackage(options.packageRoot)),
    ...(await checkClone(found)),
    ...(await checkPrograms(root, files.isRepository ? asOf : null)),
    ...files.checkups,
  ]
}

async function cloneOf(root: string): Promise<FoundClone> {
  const {openRepository} = await import('../load/git/repository.ts')
  try {
    const repository = await openRepository(root)
    return {repository: repository.status === 'none' ? null : repository, problem: null}
  } catch (error) {
    if (error instanceof CannotRun) return {repository: null, problem: error.message}
    throw error
  }
}
