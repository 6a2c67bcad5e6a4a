import {execFileSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import {devNull, tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {evaluate} from '../../src/pipeline/evaluate.ts'
import {open} from '../../src/pipeline/open.ts'
import {compileDossier, publish} from '../../src/pipeline/publish.ts'
import {makeSeal, prepareSeal} from '../../src/pipeline/seal.ts'
import type {Verification} from '../../src/model/verification.ts'
import {verifySeal} from '../../src/pipeline/verify.ts'

export const toolVersion = '0.0.0'

/** Everything that a test makes, below one folder that it removes. */
const scratch = mkdtempSync(join(tmpdir(), 'cinch-tampering-'))
export function removeScratch(): void {
  rmSync(scratch, {recursive: true, force: true})
}

let made = 0
/** A path that nothing stands at yet. */
export function freshPath(name = 'copy'): string {
  made += 1
  return join(scratch, `${name}-${made}`)
}

const identity = {
  GIT_AUTHOR_NAME: 'A. Okafor',
  GIT_AUTHOR_EMAIL: 'okafor@riverbend.example',
  GIT_COMMITTER_NAME: 'A. Okafor',
  GIT_COMMITTER_EMAIL: 'okafor@riverbend.example',
}

/** Runs git as an attacker or an officer would, without the settings of the machine. */
export function git(root: string, args: readonly string[], {date = '', input = ''} = {}): string {
  return execFileSync('git', [...args], {
    cwd: root,
    encoding: 'utf8',
    input,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: scratch,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: devNull,
      ...identity,
      ...(date === '' ? {} : {GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date}),
    },
  }).trim()
}

/** Days of 2026 from 5 January on, one for each commit, so that dates only go forward. */
let day = 5
export function commitAll(root: string, message: string): string {
  git(root, ['add', '-A'])
  const stamp = new Date(Date.UTC(2026, 0, day, 12)).toISOString()
  day += 1
  git(root, ['commit', '-q', '--allow-empty', '-m', message], {date: stamp})
  return git(root, ['rev-parse', 'HEAD'])
}

/** The same, signed with a key. */
export function commitSigned(root: string, message: string, key: Key): string {
  commitAll(root, message)
  const date = git(root, ['log', '-1', '--format=%aI'])
  git(
    root,
    `-c gpg.format=ssh -c user.signingKey=${key.file} commit -q --amend --no-edit --allow-empty -S`.split(
      ' ',
    ),
    {date},
  )
  return git(root, ['rev-parse', 'HEAD'])
}

export function put(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), {recursive: true})
  writeFileSync(join(root, path), text)
}

export function textOf(root: string, path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

/** Replaces text in a file; fails where it is not there. */
export function edit(root: string, path: string, from: string | RegExp, to: string): void {
  const before = textOf(root, path)
  const after = before.replace(from, to)
  if (after === before) throw new Error(`Nothing to change in ${path}`)
  put(root, path, after)
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

export interface Key {
  /** The private half; `.pub` stands beside it. */
  readonly file: string
  readonly line: string
}

/** A new key without a passphrase, for this test alone. */
export function newKey(name: string): Key {
  const file = freshPath(name)
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', file])
  return {file, line: readFileSync(`${file}.pub`, 'utf8').trim()}
}

export const keys = {okafor: newKey('okafor'), venn: newKey('venn'), whitcombe: newKey('whitcombe')}

/** Today, as the tests have it: after every commit. */
const now = Date.UTC(2026, 5, 30) / 1000

const minutes = 'Minutes of the board, 13 January 2026.\nThe protocol was kept.\n'
const policy = 'Antitrust policy, version 2.\n'

function person(id: string, role: string, key: Key, rest = ''): string {
  return `kind: Person
id: ${id}
name: ${id}
roles: [{role: ${role}, from: 2023-01-01}]
emails: [${id}@riverbend.example]
keys: [{type: ssh, key: '${key.line}', from: 2024-01-01${rest}}]
`
}

function exhibit(id: string, file: string, text: string): string {
  return `kind: Exhibit
id: ${id}
title: ${id}
file: ${file}
sha256: '${sha256(text)}'
custodian: Office
made: 2026-01-02
class: network
`
}

/** A small network with two officers, counsel, two exhibits and a protocol. */
export function smallNetwork(root: string): void {
  mkdirSync(root, {recursive: true})
  git(root, ['init', '-q', '-b', 'main'])
  put(root, 'cinch.yaml', 'formatVersion: 1\n')
  put(
    root,
    'records/network.yaml',
    `kind: Network
id: riverbend
legalName: Riverbend Network, LLC
productLines:
  - {id: ppo, title: PPO, basis: clinical, stage: proposed, jointPricing: true}
`,
  )
  put(
    root,
    'records/people.yaml',
    [
      person('okafor', 'officer', keys.okafor),
      person('venn', 'officer', keys.venn),
      person('whitcombe', 'counsel', keys.whitcombe),
    ].join('---\n'),
  )
  commitAll(root, 'Start the governance repository')
  put(root, 'exhibits/minutes.txt', minutes)
  put(root, 'exhibits/policy.txt', policy)
  put(
    root,
    'records/exhibits.yaml',
    [
      exhibit('minutes-2026-01', 'exhibits/minutes.txt', minutes),
      exhibit('policy-2', 'exhibits/policy.txt', policy),
    ].join('---\n'),
  )
  commitAll(root, 'Register the minutes and the policy')
}

export interface SealAsked {
  readonly key?: Key
  readonly asOf?: string
  readonly tag?: string
  readonly at?: number
  readonly message?: string
}

/** Seals HEAD and commits the seal. @returns Path of the seal, from the root. */
export async function seal(root: string, asked: SealAsked = {}): Promise<string> {
  const path = await sealOnly(root, asked)
  commitAll(root, asked.message ?? 'Seal')
  return path
}

export async function sealOnly(root: string, asked: SealAsked = {}): Promise<string> {
  const {key, asOf = '2026-06-30', tag, at = now} = asked
  const prepared = await prepareSeal({root, at: 'HEAD', pinned: false, asOf, toolVersion})
  const {files} = await makeSeal(prepared, {
    root,
    key: key?.file,
    tag,
    dryRun: false,
    ask: false,
    now: at,
  })
  return files[0]?.path ?? ''
}

/** Compiles the dossier of HEAD, or of a commit, into a folder beside the repository. */
export async function dossierOf(root: string, asOf = '2026-06-30', at = 'HEAD'): Promise<string> {
  const read = {root, overlays: [], at, asOf, history: true, pinned: at !== 'HEAD'}
  const opened = await open(read)
  const dossier = await compileDossier(opened, await evaluate(opened, toolVersion), false)
  const folder = freshPath('dossier')
  mkdirSync(folder)
  for (const {name, bytes} of await publish(dossier, ['pdf', 'html', 'json']))
    writeFileSync(join(folder, name), bytes)
  return folder
}

export function verify(
  root: string,
  target: string,
  options: {
    readonly tsaCa?: string
    readonly allowedSigners?: string
    readonly toolVersion?: string
    readonly now?: number
    readonly overlays?: readonly string[]
  } = {},
): Promise<Verification> {
  return verifySeal({root, target, toolVersion, now, ...options})
}

/** Codes of what does not hold, each once, sorted. Notes are told and hold nothing against anyone. */
export function codesOf({findings}: Verification): readonly string[] {
  const told = findings.filter(({severity}) => severity !== 'note')
  return [...new Set(told.map(({code}) => code))].sort()
}

/** A copy with everything that git keeps, as a thief or an officer would have one. */
export function copyOf(root: string): string {
  const copy = freshPath()
  cpSync(root, copy, {recursive: true, preserveTimestamps: true})
  return copy
}

/** The last seal of a working tree. */
export function lastSeal(root: string): string {
  const all = readdirSync(join(root, 'seals')).filter((it) => it.endsWith('.json'))
  return `seals/${all.sort().at(-1) ?? ''}`
}
