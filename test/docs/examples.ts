import {spawnSync} from 'node:child_process'
import {chmodSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join, resolve} from 'node:path'
import type {Ran} from '../helpers/run-cinch.ts'

/**
 * A fenced block of a page. What follows the language in its first line says how it is tried:
 * `exit=1` is the exit code of a script, 0 without it; `file=PATH` is where a file is written.
 */
export interface Example {
  readonly language: string
  readonly text: string
  /** Of the fence's first line, from 1. */
  readonly line: number
  readonly exit: number
  readonly file: string | undefined
}

/** Every fenced block of a Markdown page. */
export function examplesOf(page: string): readonly Example[] {
  const text = readFileSync(page, 'utf8')
  const fences = [...text.matchAll(/^(```+)([a-z]*)([^\n`]*)\n([^]*?)^\1$/gm)]
  return fences.map(([, , language = '', rest = '', block = ''], index) => ({
    language,
    text: block,
    line: text.slice(0, fences[index]?.index).split('\n').length,
    exit: Number(/\bexit=(\d+)/.exec(rest)?.[1] ?? 0),
    file: /\bfile=(\S+)/.exec(rest)?.[1],
  }))
}

/** Runs a script as a reader would, with the built program as `cinch` and a home of its own. */
export function tryScript(text: string, {cwd, home}: {cwd: string; home: string}): Ran {
  const bin = join(home, 'bin')
  mkdirSync(bin, {recursive: true})
  const program = `#!/bin/sh\nexec '${process.execPath}' '${resolve('bin/run.js')}' "$@"\n`
  writeFileSync(join(bin, 'cinch'), program)
  chmodSync(join(bin, 'cinch'), 0o755)
  const {status, stdout, stderr} = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-euo', 'pipefail', '-c', text],
    {
      cwd,
      encoding: 'utf8',
      env: {PATH: `${bin}:${process.env['PATH']}`, HOME: home, NO_COLOR: '1', TZ: 'UTC'},
    },
  )
  return {exitCode: status, stdout, stderr}
}

/** Writes an example to the path that it names. */
export function writeExample({file = '', text}: Example, folder: string): string {
  const path = join(folder, file)
  mkdirSync(dirname(path), {recursive: true})
  writeFileSync(path, text)
  return path
}
