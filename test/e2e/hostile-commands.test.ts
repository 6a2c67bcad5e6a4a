import {cpSync, lstatSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {boobyTrap, plantAll, type Trap} from '../helpers/booby-trap.ts'
import {runCinch, smallest} from '../helpers/run-cinch.ts'

const files = {
  ...smallest,
  'person.yaml': `kind: Person
id: okafor
name: A. Okafor
roles:
  - role: officer
    from: 2026-01-01
`,
  'policy.yaml': 'kind: Protocol\nid: a1c\ntitle: A1c\n',
  'minutes.txt': 'Minutes\n',
}

/** How each command is run here, so that it reads as much as it can; none may be left out. */
const commandLines: Readonly<Record<string, readonly (readonly string[])[]>> = {
  add: [
    [
      'Person',
      '--set',
      'name=B',
      '--set',
      'roles=[{role: officer, from: 2026-01-01}]',
      '--dry-run',
    ],
    ['Person/okafor', 'roles', '--set', 'role=counsel', '--set', 'from=2026-02-01', '--dry-run'],
  ],
  approve: [
    [
      'Network/small',
      '--person',
      'okafor',
      '--role',
      'officer',
      '--verdict',
      'approved',
      '--dry-run',
    ],
  ],
  assess: [[], ['--worktree'], ['--base', 'HEAD~1'], ['--known-on', '2026-06-30']],
  audit: [['--period', '2026Q2', '--as-of', '2026-06-30', '--dry-run']],
  classify: [[]],
  compare: [[]],
  completion: [['bash']],
  'custodian-form': [['OUT/seal.intoto.json']],
  diff: [['HEAD~1..HEAD'], ['HEAD..', '--worktree']],
  doctor: [[]],
  dossier: [['--out', 'OUT/dossier', '--as-of', '2026-06-30']],
  explain: [['B1']],
  export: [['Person', '--to', 'csv', '--out', 'OUT/people.csv']],
  help: [[]],
  import: [['roster', 'OUT/roster.csv', '--dry-run']],
  init: [['--no-input', '--legal-name', 'N', '--dry-run']],
  review: [[], ['Network/small']],
  rules: [[]],
  'rules test': [[]],
  schema: [['Network']],
  seal: [['--as-of', '2026-06-30', '--dry-run']],
  signers: [[]],
  status: [[], ['--due', '1y']],
  trail: [['--verify'], ['small'], ['--at', 'HEAD~1']],
  validate: [[], ['--at', 'HEAD']],
  verify: [['OUT/seal.intoto.json']],
}

const commands = readdirSync('src/commands', {recursive: true, encoding: 'utf8'})
  .filter((it) => it.endsWith('.ts'))
  .map((it) => it.replace(/\.ts$/, '').replaceAll(/[/\\]/g, ' '))
  .toSorted()

const runs = commands.flatMap((command) =>
  (commandLines[command] ?? [['--help-is-not-enough']]).map((args) => [command, args] as const),
)

let out = ''
const traps: Record<string, Trap> = {}

beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'cinch-out-'))
  const statement = {_type: 'https://in-toto.io/Statement/v1', subject: [], predicate: {}}
  writeFileSync(join(out, 'seal.intoto.json'), JSON.stringify(statement))
  writeFileSync(join(out, 'roster.csv'), 'Practice,NPI,Specialty\nA,2000000002,Cardiology\n')
  const all = boobyTrap(files)
  plantAll(all)
  traps['with every trap'] = all
  const partial = boobyTrap(files)
  const blob = partial.git('rev-parse', 'HEAD:policy.yaml').trim()
  rmSync(join(partial.root, '.git/objects', blob.slice(0, 2), blob.slice(2)))
  plantAll(partial, ['programs of the configuration', 'aliases', 'remotes and protocols'])
  partial.configure(
    '[core]\n repositoryFormatVersion = 1\n[extensions]\n partialClone = origin\n[remote "origin"]\n promisor = true\n partialCloneFilter = blob:none\n',
  )
  traps['that promises to fetch what it lacks'] = partial
  traps['whose .git names another folder'] = elsewhere()
})

afterAll(() => {
  for (const it of Object.values(traps)) it.remove()
  rmSync(out, {recursive: true, force: true})
})

/** The files of a repository beside the `.git` of another, which borrows its objects as well. */
function elsewhere(): Trap {
  const trap = boobyTrap(files)
  plantAll(trap)
  const [git, other] = [join(trap.root, '.git'), join(trap.root, '..', 'other')]
  cpSync(git, other, {recursive: true})
  const objects = join(trap.root, '..', 'objects')
  cpSync(join(git, 'objects'), objects, {recursive: true})
  rmSync(join(other, 'objects'), {recursive: true})
  cpSync(join(git, 'objects/info'), join(other, 'objects/info'), {recursive: true})
  writeFileSync(join(other, 'objects/info/alternates'), `${objects}\n`)
  rmSync(git, {recursive: true})
  writeFileSync(git, 'gitdir: ../other\n')
  return trap
}

/** Every path with what would show a change. */
function stateOf(root: string): readonly string[] {
  return readdirSync(root, {recursive: true, encoding: 'utf8'})
    .map((it) => {
      const {size, mtimeMs, mode} = lstatSync(join(root, it))
      return `${it} ${size} ${mtimeMs} ${mode}`
    })
    .toSorted()
}

test('every command is here', () => {
  expect(commands.filter((it) => commandLines[it] === undefined)).toEqual([])
})

describe.each([
  'with every trap',
  'that promises to fetch what it lacks',
  'whose .git names another folder',
])('a repository %s', (name) => {
  test.each(runs)('%s %j starts nothing of it and writes nothing into it', (command, args) => {
    const trap = traps[name] as Trap
    const before = stateOf(join(trap.root, '..'))
    const {exitCode, stderr} = runCinch(
      [...command.split(' '), ...args.map((it) => it.replace('OUT', out))],
      {cwd: trap.root, env: {SSH_ASKPASS: join(trap.root, '../trap')}},
    )
    for (const it of ['dossier', 'people.csv'])
      rmSync(join(out, it), {recursive: true, force: true})
    expect(trap.sprung()).toBe('')
    expect(stateOf(join(trap.root, '..'))).toEqual(before)
    // It did run: a usage error or a crash would prove nothing.
    expect([0, 1, 2, 3]).toContain(exitCode)
    expect(stderr).not.toMatch(/Nonexistent flag|Missing \d required|not a command/)
  })
})

test.each([
  [['status']],
  [['diff', 'HEAD~1']],
  [['log', '--show-signature']],
  [['commit', '--allow-empty', '-m', 'x']],
])('the traps spring under plain git %j', (args) => {
  const trap = boobyTrap(files)
  // All but the work tree elsewhere, without which plain git reads nothing.
  plantAll(trap, [
    'hooks, in their place and elsewhere',
    'filters, drivers of diffs and merges by attributes',
    'programs of the configuration',
    'programs of signatures',
  ])
  trap.git(...args)
  expect(trap.sprung()).not.toBe('')
  trap.remove()
})
