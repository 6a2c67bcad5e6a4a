import {isDate} from '../model/date.ts'
import {compareText} from '../model/location.ts'
import {
  sealNamespace,
  sealPredicate,
  statementType,
  type SealPredicate,
  type SealStatement,
} from '../model/seal.ts'

/** Far more than a seal of ten thousand files. */
const mostBytes = 16 * 1024 * 1024

/** The statement that binds a commit and the files of a dossier to what is known of them. */
export function statementOf(
  predicate: SealPredicate,
  outputs: readonly {readonly name: string; readonly sha256: string}[],
): SealStatement {
  const {commit, tree} = predicate
  return {
    _type: statementType,
    predicateType: sealPredicate,
    subject: [
      {name: 'commit', digest: {gitCommit: commit, gitTree: tree}},
      ...outputs.map(({name, sha256}) => ({name, digest: {sha256}})),
    ],
    predicate,
  }
}

/** Files of the dossier that a seal names, with their hashes. */
export function outputsOf({subject}: SealStatement): readonly {name: string; sha256: string}[] {
  return subject.flatMap(({name, digest}) =>
    digest['sha256'] === undefined ? [] : [{name, sha256: digest['sha256']}],
  )
}

/**
 * One text for one statement: keys by code units, two spaces of indent, a line feed at the end, all
 * but printable ASCII escaped. These raw bytes are signed; nobody has to make them again.
 */
export function sealBytes(statement: SealStatement): Buffer {
  const text = JSON.stringify(sorted(statement), null, 2).replace(/[^\n\x20-\x7e]/g, escape)
  return Buffer.from(`${text}\n`)
}

function escape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => compareText(a, b))
  return Object.fromEntries(entries.map(([key, it]) => [key, sorted(it)]))
}

/**
 * Reads the raw bytes of a seal; never throws. Bytes that are not exactly those of the statement
 * they hold are refused: no duplicate key, no second reading.
 */
export function readSeal(
  bytes: Uint8Array,
): {readonly statement: SealStatement} | {readonly problem: string} {
  if (bytes.length > mostBytes) return {problem: 'it is too large'}
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(bytes))
  } catch {
    return {problem: 'it is no JSON'}
  }
  if (!isStatement(value)) return {problem: 'it is no statement of a seal'}
  const contradiction = contradictionIn(value)
  if (contradiction !== null) return {problem: contradiction}
  if (!sealBytes(value).equals(bytes)) return {problem: 'its bytes are not in the canonical form'}
  return {statement: value}
}

/**
 * Other programs read the subject, this one the predicate: a seal that tells them different things, or
 * that names one file with two hashes, says nothing.
 */
function contradictionIn({subject, predicate}: SealStatement): string | null {
  const names = subject.map(({name}) => name)
  if (new Set(names).size < names.length) return 'it names one file twice'
  const commit = subject.find(({name}) => name === 'commit')?.digest
  return commit?.['gitCommit'] === predicate.commit && commit['gitTree'] === predicate.tree
    ? null
    : 'its subject is not the commit that its predicate names'
}

const hash = /^[0-9a-f]{64}$/
const objectId = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/
const text = (it: unknown): it is string => typeof it === 'string'
const sha256 = (it: unknown): it is string => text(it) && hash.test(it)
const object = (it: unknown): it is Readonly<Record<string, unknown>> =>
  typeof it === 'object' && it !== null && !Array.isArray(it)

/** Whether every part that is used later has its form. More keys are no fault. */
function isStatement(value: unknown): value is SealStatement {
  if (!object(value) || value['_type'] !== statementType) return false
  if (value['predicateType'] !== sealPredicate || !Array.isArray(value['subject'])) return false
  const subjects = value['subject'].every(
    (it: unknown) =>
      object(it) &&
      text(it['name']) &&
      object(it['digest']) &&
      Object.values(it['digest']).every(text),
  )
  return subjects && isPredicate(value['predicate'])
}

function isPredicate(value: unknown): value is SealPredicate {
  if (!object(value)) return false
  const {sequence, previous, commit, tree, folder, asOf, inputs, tool, node, rules} = value
  return (
    Number.isSafeInteger(sequence) &&
    Number(sequence) > 0 &&
    (previous === null || isPrevious(previous)) &&
    [commit, tree].every((it) => text(it) && objectId.test(it)) &&
    text(folder) &&
    text(asOf) &&
    isDate(asOf) &&
    object(inputs) &&
    Object.values(inputs).every(sha256) &&
    object(tool) &&
    text(tool['version']) &&
    text(node) &&
    object(rules) &&
    text(rules['version']) &&
    text(rules['hash']) &&
    Array.isArray(value['lines']) &&
    value['lines'].every(isLine) &&
    isSigner(value['signer'])
  )
}

function isPrevious(value: unknown): boolean {
  return (
    object(value) &&
    text(value['path']) &&
    sha256(value['sha256']) &&
    (value['signature'] === null || sha256(value['signature']))
  )
}

function isLine(value: unknown): boolean {
  if (!object(value) || !text(value['id']) || !text(value['readiness'])) return false
  return [value['questions'], value['tests']].every(
    (it) => object(it) && Object.values(it).every(text),
  )
}

function isSigner(value: unknown): boolean {
  if (!object(value)) return false
  const {scheme, namespace, person, key, tag} = value
  if (scheme === 'none') return true
  if (![namespace, person, key].every(text)) return false
  if (scheme === 'ssh') return namespace === sealNamespace
  return scheme === 'ssh-tag' && namespace === 'git' && text(tag) && isTagName(tag)
}

/** A plain name: nothing that git reads as an option, a range or a place. */
export function isTagName(name: string): boolean {
  return (
    /^[A-Za-z0-9][\w.-]*(?:\/[A-Za-z0-9][\w.-]*)*$/.test(name) && !/\.\.|\.lock$|\.$/.test(name)
  )
}
