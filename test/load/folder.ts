import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {onTestFinished} from 'vitest'
import type {Diagnostic} from '../../src/model/diagnostic.ts'

/** A temporary folder with these files, removed when the test is over. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'cinch-load-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), content)
  }
  return folder
}

/** `file:line:column code message`, as a reader sees a finding. */
export function lineOf({location: {file, start}, code, message}: Diagnostic): string {
  return `${file}:${start.line}:${start.column} ${code} ${message}`
}

/** `line:column-line:column code message`. */
export function spanOf({location: {start, end}, code, message}: Diagnostic): string {
  return `${start.line}:${start.column}-${end.line}:${end.column} ${code} ${message}`
}
