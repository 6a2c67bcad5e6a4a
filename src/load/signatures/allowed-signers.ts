import {readFileSync, statSync} from 'node:fs'
import {isDate, startOfDay} from '../../model/date.ts'
import {CannotRun} from '../../model/diagnostic.ts'
import {quoted} from '../../model/show.ts'
import type {KnownKey} from '../../model/signature.ts'
import {sshBlobOf} from './ssh.ts'

/** Bytes; a line is some hundred. */
const mostBytes = 10_000_000

/**
 * Keys of a file in git's form (ALLOWED SIGNERS in ssh-keygen(1)), given from outside the records.
 *
 * Times without `Z` are read as UTC, where ssh-keygen takes the machine's time zone. Certificate
 * authorities are refused: certificates are not checked here.
 *
 * @throws {CannotRun} When the file cannot be read or a line is not of that form.
 */
export function readAllowedSigners(file: string): readonly KnownKey[] {
  const stats = statSync(file, {throwIfNoEntry: false})
  if (stats === undefined || !stats.isFile() || stats.size > mostBytes)
    throw new CannotRun(
      `Unexpected --allowed-signers ${quoted(file)}, expected a file of at most 10 MB`,
      'Write one with `cinch signers > allowed-signers`',
    )
  return allowedSignersOf(readFileSync(file, 'utf8'))
}

/** The same of the text of such a file. @throws {CannotRun} As {@link readAllowedSigners}. */
export function allowedSignersOf(text: string): readonly KnownKey[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (/^\s*(?:#|$)/.test(line)) return []
    return keyOf(line, (found, expected) => {
      throw new CannotRun(
        `Unexpected ${found} in line ${index + 1} of the allowed signers, expected ${expected}`,
        'See ALLOWED SIGNERS in `man ssh-keygen`',
      )
    })
  })
}

type Refuse = (found: string, expected: string) => never

function keyOf(line: string, refuse: Refuse): KnownKey {
  const [principals = '', ...rest] = fieldsOf(line)
  const hasOptions = sshBlobOf(rest.join(' ')) === null
  const key = (hasOptions ? rest.slice(1) : rest).slice(0, 2).join(' ')
  if (sshBlobOf(key) === null) refuse(quoted(line), 'principals, options and a public key')
  const options = optionsOf(hasOptions ? (rest[0] ?? '') : '', refuse)
  const namespaces = options.get('namespaces')
  const after = secondsOf(options.get('valid-after'), refuse)
  const before = secondsOf(options.get('valid-before'), refuse)
  const window = {
    ...(after === undefined ? {} : {after}),
    ...(before === undefined ? {} : {before}),
  }
  return {
    person: principals.replaceAll('"', ''),
    type: 'ssh',
    key,
    ...(namespaces === undefined ? {} : {namespaces: namespaces.split(',')}),
    ...(after === undefined && before === undefined ? {} : {window}),
  }
}

/** Cut at blanks that stand in no quotes. */
function fieldsOf(line: string): string[] {
  return line.match(/(?:"[^"]*"|[^\s"])+/g) ?? []
}

function optionsOf(text: string, refuse: Refuse): ReadonlyMap<string, string> {
  const options = new Map<string, string>()
  for (const option of text.match(/(?:"[^"]*"|[^,"])+/g) ?? []) {
    const [, name = '', value] = /^([^=]*)(?:="([^"]*)")?$/.exec(option) ?? []
    const key = name.toLowerCase()
    if (key === 'cert-authority')
      refuse('`cert-authority`', 'keys themselves: certificates are not checked here')
    if (!['namespaces', 'valid-after', 'valid-before'].includes(key) || value === undefined)
      refuse(quoted(option), 'namespaces="…", valid-after="…" or valid-before="…"')
    if (options.has(key)) refuse(`second \`${key}\``, 'one')
    options.set(key, value ?? '')
  }
  return options
}

/** `YYYYMMDD`, `YYYYMMDDHHMM` or `YYYYMMDDHHMMSS`, each with or without `Z`. */
function secondsOf(text: string | undefined, refuse: Refuse): number | undefined {
  if (text === undefined) return undefined
  const parts = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?Z?$/.exec(text)
  const [, year = '', month = '', day = '', ...time] = parts ?? []
  const [hours = 0, minutes = 0, seconds = 0] = time.map((it) => Number(it ?? 0))
  const date = `${year}-${month}-${day}`
  if (!isDate(date) || hours > 23 || minutes > 59 || seconds > 60)
    return refuse(quoted(text), 'a time such as `20260630Z` or `202606301200Z`')
  return startOfDay(date).getTime() / 1000 + hours * 3600 + minutes * 60 + seconds
}
