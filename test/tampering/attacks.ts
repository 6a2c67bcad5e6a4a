import {execFileSync} from 'node:child_process'
import {
  chmodSync,
  cpSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {join} from 'node:path'
import {sealBytes} from '../../src/seal/statement.ts'
import type {SealStatement} from '../../src/model/seal.ts'
import {
  commitAll,
  commitSigned,
  dossierOf,
  edit,
  freshPath,
  git,
  keys,
  lastSeal,
  newKey,
  put,
  seal,
  sealOnly,
  sha256,
  textOf,
  type Key,
} from './sealed-repository.ts'

/** A repository with two seals, and what was taken from it before the attack. */
export interface Scene {
  /** A copy that the attack may do anything to. */
  readonly root: string
  /** Paths of the seals, from the root, oldest first. */
  readonly seals: readonly string[]
  /** Commits sealed. */
  readonly commits: readonly string[]
  /** The dossier of the last seal, in a folder of its own. */
  readonly dossier: string
  /** A copy of the seals, kept elsewhere. */
  readonly anchor: string
}

export interface Attack {
  readonly name: string
  /** Finding codes, sorted: these and no other. */
  readonly caughtBy: readonly string[]
  /** Makes the attack. @returns What is then verified: the last seal where it says nothing. */
  readonly make: (scene: Scene) => Promise<Target> | Target
}
type Target = void | {readonly root?: string; readonly target?: string}

const policy = 'exhibits/policy.txt'

/** The commits again, from the first on, with the same authors and dates. */
export function rewritten(
  root: string,
  change: (commit: string) => 'drop' | 'keep' | (() => void),
): void {
  const commits = git(root, ['rev-list', '--reverse', 'HEAD']).split('\n')
  let parent = ''
  for (const commit of commits) {
    const what = change(commit)
    if (what === 'drop') continue
    git(root, ['checkout', '-q', '-f', '--detach', commit])
    if (what !== 'keep') what()
    git(root, ['add', '-A'])
    const tree = git(root, ['write-tree'])
    const date = git(root, ['log', '-1', '--format=%aI', commit])
    const message = git(root, ['log', '-1', '--format=%B', commit])
    const parents = parent === '' ? [] : ['-p', parent]
    parent = git(root, ['commit-tree', tree, ...parents, '-m', message], {date})
    git(root, ['reset', '-q', '--hard'])
  }
  git(root, ['checkout', '-q', '-f', '-B', 'main', parent])
}

function prune(root: string): void {
  git(root, ['reflog', 'expire', '--expire=now', '--all'])
  git(root, ['gc', '-q', '--prune=now'])
}

function statementAt(root: string, path: string): SealStatement {
  return JSON.parse(textOf(root, path)) as SealStatement
}

export function sign(root: string, path: string, key: Key): void {
  rmSync(join(root, `${path}.sig`), {force: true})
  execFileSync('ssh-keygen', ['-Y', 'sign', '-q', '-n', 'cinch-seal', '-f', key.file, path], {
    cwd: root,
    stdio: 'pipe',
  })
}

function fingerprint(key: Key): string {
  const line = execFileSync('ssh-keygen', ['-l', '-f', `${key.file}.pub`], {encoding: 'utf8'})
  return line.split(' ')[1] ?? ''
}

/** A statement written by hand over the last seal, signed, and not committed. */
function forge(
  root: string,
  change: (predicate: SealStatement['predicate']) => Partial<SealStatement['predicate']>,
  key: Key = keys.venn,
): void {
  forgeWhole(
    root,
    (statement) => {
      const predicate = {...statement.predicate, ...change(statement.predicate)}
      const {commit: gitCommit, tree: gitTree} = predicate
      const subject = statement.subject.map((it) =>
        it.name === 'commit' ? {...it, digest: {gitCommit, gitTree}} : it,
      )
      return {...statement, subject, predicate}
    },
    key,
  )
}

/** The same of the whole statement, in the place of the last seal, which is taken out of the history. */
function forgeWhole(
  root: string,
  change: (statement: SealStatement) => SealStatement,
  key: Key = keys.venn,
): void {
  const path = lastSeal(root)
  writeFileSync(join(root, path), sealBytes(change(statementAt(root, path))))
  sign(root, path, key)
}

/** Subjects that are no file of the dossier, or all but some. */
function withSubjects(
  root: string,
  change: (subject: SealStatement['subject']) => SealStatement['subject'],
): void {
  withoutLastSeal(root)
  forgeWhole(root, (it) => ({...it, subject: change(it.subject)}))
}

/** An exhibit of which the repository holds the hash alone, and where it is kept. */
function registerElsewhere(root: string, id: string, where: string): void {
  const text = textOf(root, 'records/exhibits.yaml')
  const more = `---\nkind: Exhibit\nid: ${id}\ntitle: ${id}\n${where}\nsha256: '${sha256(id)}'\ncustodian: Office\nmade: 2026-01-02\nclass: network\n`
  put(root, 'records/exhibits.yaml', `${text}${more}`)
}

/** What large-file storage leaves in the place of a file. */
export function pointer(hash: string): string {
  return `version https://git-lfs.github.com/spec/v1\noid sha256:${hash}\nsize 29\n`
}

/** Ends the role or the key of a person before the seals were made. */
function endRole(root: string, person: string): void {
  const form = new RegExp(`(id: ${person}[^]*?role: \\w+, from: 2023-01-01)`)
  edit(root, 'records/people.yaml', form, '$1, to: 2025-12-31')
}

/** Counsel's recorded instruction to remove a file, with the commits that were rewritten for it. */
function removal(
  root: string,
  path: string,
  ...commits: readonly (readonly [before: string, after: string])[]
): void {
  const names = commits.map(([before, after]) => `, commit: ${before}, newCommit: ${after}`)
  const removals = (names.length === 0 ? [''] : names).map(
    (it) =>
      `  - {path: ${path}, date: 2026-02-01, instructedBy: whitcombe, reason: identifier${it}}\n`,
  )
  put(
    root,
    'records/hold.yaml',
    `kind: Hold\nid: hold-1\ntitle: Text\nplaced: 2026-01-10\ninstructedBy: whitcombe\nscope: Policy\nremovals:\n${removals.join('')}`,
  )
}

/** A second key for whoever has the first. */
export function addKey(root: string, beside: string, key: Key): void {
  edit(
    root,
    'records/people.yaml',
    `key: '${beside}', from: 2024-01-01}`,
    `key: '${beside}', from: 2024-01-01}, {type: ssh, key: '${key.line}', from: 2024-01-01}`,
  )
}

/** Commits what stands on the branch `side` with a date before all others, and merges it. */
function mergeBackDated(root: string): void {
  git(root, ['add', '-A'])
  git(root, ['commit', '-q', '-m', 'Early'], {date: '2020-01-01T00:00:00Z'})
  git(root, ['checkout', '-q', 'main'])
  const date = '2026-03-01T00:00:00Z'
  const merge = ['merge', '-q', '--no-ff', '--no-edit', '--allow-unrelated-histories', 'side']
  git(root, merge, {date})
}

/** A history that shares no commit with the other, and whose dates are older than its first. */
export function withOlderHistory(root: string, key: Key): void {
  const text = textOf(root, 'records/people.yaml').split('---\n')[0] ?? ''
  git(root, ['checkout', '-q', '--orphan', 'side'])
  git(root, ['rm', '-q', '-r', '-f', '.'])
  const stranger = text.replaceAll('okafor', 'stranger')
  put(root, 'records/stranger.yaml', stranger.replace(/ssh-ed25519 [^']+/, key.line))
  mergeBackDated(root)
}

/** Takes the last seal out of the history, so that one made by hand can stand in its place. */
function withoutLastSeal(root: string): void {
  const added = git(root, ['log', '--format=%H', '--diff-filter=A', '--', lastSeal(root)])
  git(root, ['reset', '-q', '--soft', `${added}^`])
  git(root, ['reset', '-q'])
}

/** The same bytes, one of them another. */
function flip(file: string, at: (bytes: Buffer) => number): void {
  chmodSync(file, 0o644)
  const bytes = readFileSync(file)
  const index = at(bytes)
  bytes[index] = (bytes[index] ?? 0) ^ 1
  writeFileSync(file, bytes)
}

export const attacks: readonly Attack[] = [
  {
    name: 'the sealed commit is amended, and everything after it made again with the old dates',
    caughtBy: ['history/rewritten'],
    make: ({root, commits}) =>
      rewritten(root, (commit) =>
        commit === commits[0] ? () => put(root, 'records/extra.yaml', '# later\n') : 'keep',
      ),
  },
  {
    name: 'the history is rebased from its first commit, with the old dates',
    caughtBy: ['history/rewritten'],
    make: ({root}) => {
      const first = git(root, ['rev-list', '--max-parents=0', 'HEAD'])
      rewritten(root, (commit) =>
        commit === first
          ? () => edit(root, 'records/network.yaml', 'Riverbend', 'Riverside')
          : 'keep',
      )
    },
  },
  {
    name: 'a commit before the seal is dropped',
    caughtBy: ['history/rewritten'],
    make: ({root}) => {
      const second = git(root, ['rev-list', '--reverse', 'HEAD']).split('\n')[2] ?? ''
      rewritten(root, (commit) => (commit === second ? 'drop' : 'keep'))
    },
  },
  {
    name: 'a rewritten history is pushed by force, and cloned',
    caughtBy: ['history/commit-missing'],
    make: ({root, commits}) => {
      const bare = freshPath('bare')
      git(root, ['clone', '-q', '--bare', root, bare])
      rewritten(root, (commit) =>
        commit === commits[0] ? () => put(root, 'records/extra.yaml', '# later\n') : 'keep',
      )
      git(root, ['push', '-q', '--force', bare, 'main'])
      const clone = freshPath('clone')
      git(root, ['clone', '-q', `file://${bare}`, clone])
      return {root: clone}
    },
  },
  {
    name: 'the old history is rewritten and pruned from the disk',
    caughtBy: ['history/commit-missing'],
    make: ({root, commits}) => {
      rewritten(root, (commit) =>
        commit === commits[0] ? () => put(root, 'records/extra.yaml', '# later\n') : 'keep',
      )
      prune(root)
    },
  },
  {
    name: 'the branch is set back to before the last seal; a copy of the seal was kept elsewhere',
    caughtBy: ['seal/not-held'],
    make: ({root, commits, seals, anchor}) => {
      git(root, ['reset', '-q', '--hard', commits[1] ?? ''])
      return {target: join(anchor, (seals[1] ?? '').replace('seals/', ''))}
    },
  },
  {
    name: 'a reference replaces the sealed commit by another',
    caughtBy: ['history/replaced'],
    make: ({root, commits}) => {
      const tree = git(root, ['rev-parse', 'HEAD~3^{tree}'])
      const other = git(root, ['commit-tree', tree, '-m', 'Another'])
      git(root, ['replace', commits[1] ?? '', other])
    },
  },
  {
    name: 'a reference replaces a file by another',
    caughtBy: ['history/replaced'],
    make: ({root}) => {
      const other = git(root, ['hash-object', '-w', '--stdin'], {input: 'Another policy\n'})
      git(root, ['replace', git(root, ['rev-parse', `HEAD:${policy}`]), other])
    },
  },
  {
    name: 'a file of grafts cuts the history',
    caughtBy: ['history/graft'],
    make: ({root, commits}) => put(root, '.git/info/grafts', `${commits[0] ?? ''}\n`),
  },
  {
    name: 'a shallow clone',
    caughtBy: ['history/shallow'],
    make: ({root}) => {
      const clone = freshPath('shallow')
      git(root, ['clone', '-q', '--depth', '3', `file://${root}`, clone])
      return {root: clone}
    },
  },
  {
    name: 'a file written by hand makes the clone shallow',
    caughtBy: ['history/shallow'],
    make: ({root, commits}) => put(root, '.git/shallow', `${commits[0] ?? ''}\n`),
  },
  {
    name: 'a partial clone',
    caughtBy: ['history/partial'],
    make: ({root}) => {
      git(root, ['config', 'uploadpack.allowFilter', 'true'])
      const clone = freshPath('partial')
      git(root, ['clone', '-q', '--filter=blob:none', `file://${root}`, clone])
      return {root: clone}
    },
  },
  {
    name: 'an object on the disk is changed under its name',
    caughtBy: ['history/object', 'rebuild/differs'],
    make: ({root, commits}) => {
      const commit = commits[0] ?? ''
      const bytes = git(root, ['cat-file', 'commit', commit]).replace('Register', 'Recorded')
      const forged = git(root, ['hash-object', '-t', 'commit', '-w', '--stdin'], {
        input: `${bytes}\n`,
      })
      const at = (hash: string) => join(root, '.git/objects', hash.slice(0, 2), hash.slice(2))
      chmodSync(at(commit), 0o644)
      cpSync(at(forged), at(commit))
    },
  },
  {
    name: 'a commit-graph is forged',
    caughtBy: ['history/commit-graph'],
    make: ({root}) => {
      git(root, ['commit-graph', 'write', '--reachable'])
      flip(join(root, '.git/objects/info/commit-graph'), (bytes) => bytes.length - 60)
    },
  },
  {
    name: 'an exhibit is swapped in a commit, its registered hash left',
    caughtBy: ['exhibit/swapped'],
    make: ({root}) => {
      put(root, policy, 'Antitrust policy, version 2, improved.\n')
      commitAll(root, 'Tidy')
    },
  },
  {
    name: 'an exhibit is swapped in a commit, and registered again under its id',
    caughtBy: ['exhibit/re-registered'],
    make: ({root}) => {
      const before = sha256(textOf(root, policy))
      put(root, policy, 'Antitrust policy, version 2, improved.\n')
      edit(root, 'records/exhibits.yaml', before, sha256(textOf(root, policy)))
      commitAll(root, 'Tidy')
    },
  },
  {
    name: 'an exhibit is swapped in the working tree',
    caughtBy: ['exhibit/working-tree'],
    make: ({root}) => put(root, policy, 'Antitrust policy, version 2, improved.\n'),
  },
  {
    name: 'an exhibit is removed with its record',
    caughtBy: ['exhibit/removed'],
    make: ({root}) => {
      rmSync(join(root, policy))
      edit(root, 'records/exhibits.yaml', /---\n[^]*$/, '')
      commitAll(root, 'Tidy')
    },
  },
  ...(['pdf', 'html', 'json'] as const).map((format): Attack => ({
    name: `the ${format === 'json' ? 'JSON' : format.toUpperCase()} of the dossier is edited`,
    caughtBy: ['dossier/edited'],
    make: ({dossier}) => {
      const copy = freshPath('dossier')
      cpSync(dossier, copy, {recursive: true})
      const file = join(copy, `dossier.${format}`)
      flip(file, (bytes) => Math.floor(bytes.length / 2))
      return {target: file}
    },
  })),
  {
    name: 'an exhibit is removed, on record on the instruction of somebody who is counsel only later',
    caughtBy: ['exhibit/removed'],
    make: ({root}) => {
      edit(
        root,
        'records/people.yaml',
        'role: counsel, from: 2023-01-01',
        'role: counsel, from: 2026-02-02',
      )
      rmSync(join(root, policy))
      removal(root, policy)
      commitAll(root, 'Remove')
    },
  },
  {
    name: 'an exhibit is swapped whose removal counsel instructed',
    caughtBy: ['exhibit/swapped'],
    make: ({root}) => {
      put(root, policy, 'Antitrust policy, version 3.\n')
      removal(root, policy)
      commitAll(root, 'Swap')
    },
  },
  {
    name: 'a history is rewritten on the instruction of counsel to remove one file, and another file too',
    caughtBy: ['input/hash'],
    make: ({root, commits}) => {
      const network = 'records/network.yaml'
      rewritten(root, (commit) => {
        if (!commits.includes(commit)) return 'keep'
        return () => {
          rmSync(join(root, policy))
          edit(root, network, 'Riverbend Network', 'Riverside Network')
        }
      })
      rmSync(join(root, policy), {force: true})
      edit(root, network, 'Riverbend Network', 'Riverside Network')
      const places = git(root, ['rev-list', '--reverse', 'HEAD']).split('\n')
      const [one, two] = [places[1] ?? '', places[3] ?? '']
      removal(root, policy, [commits[0] ?? '', one], [commits[1] ?? '', two])
      commitAll(root, 'Record the removal')
    },
  },
  {
    name: 'a file of the dossier is taken out of its folder',
    caughtBy: ['dossier/missing'],
    make: ({dossier}) => {
      const target = freshPath('part')
      cpSync(dossier, target, {recursive: true})
      rmSync(join(target, 'dossier.html'))
      return {target}
    },
  },
  {
    name: 'another signature is put beside the one that the seal names',
    caughtBy: ['seal/unused-signature'],
    make: ({root}) => put(root, `${lastSeal(root)}.tag`, 'object of nothing\n'),
  },
  {
    name: 'a dossier of another date is passed off as the one sealed',
    caughtBy: ['dossier/as-of'],
    make: async ({root, commits}) => ({target: await dossierOf(root, '2026-03-31', commits[1])}),
  },
  {
    name: 'a dossier of another commit is passed off as the one sealed',
    caughtBy: ['dossier/other-commit'],
    make: async ({root}) => ({target: await dossierOf(root)}),
  },
  {
    name: 'the PDF of the seal before is put in its place',
    caughtBy: ['dossier/other-commit'],
    make: async ({root, commits, dossier}) => {
      const [target, earlier] = [freshPath('dossier'), await dossierOf(root, undefined, commits[0])]
      cpSync(dossier, target, {recursive: true})
      cpSync(join(earlier, 'dossier.pdf'), join(target, 'dossier.pdf'))
      return {target}
    },
  },
  {
    name: 'a dossier of another commit is edited, and passed off as the one sealed',
    caughtBy: ['dossier/edited'],
    make: async ({root}) => {
      const target = join(await dossierOf(root), 'dossier.html')
      writeFileSync(target, readFileSync(target, 'utf8').replaceAll('Riverbend', 'Riverside'))
      return {target}
    },
  },
  {
    name: 'the date and the commit that a dossier names are changed in it',
    caughtBy: ['dossier/edited'],
    make: ({root, dossier}) => {
      const target = freshPath('dossier')
      cpSync(dossier, target, {recursive: true})
      const change = (format: string, from: string | RegExp, to: string) => {
        const file = join(target, `dossier.${format}`)
        writeFileSync(file, readFileSync(file, 'latin1').replace(from, to), 'latin1')
      }
      change('json', '"asOf": "2026-06-30"', '"asOf": "2026-03-31"')
      change('html', /As of 2026-06-30/g, 'As of 2026-13-31')
      change('pdf', /commit:[0-9a-f]+/, `commit:${git(root, ['rev-parse', 'HEAD'])}`)
      return {target}
    },
  },
  {
    name: 'the HTML that was sealed is given the name of the PDF',
    caughtBy: ['dossier/renamed'],
    make: ({dossier}) => {
      const target = freshPath('dossier')
      cpSync(dossier, target, {recursive: true})
      cpSync(join(dossier, 'dossier.html'), join(target, 'dossier.pdf'))
      return {target}
    },
  },
  {
    name: 'the date judged at is changed in a seal',
    caughtBy: ['rebuild/differs', 'rebuild/outcomes', 'seal/edited', 'seal/signature-bad'],
    make: ({root}) => edit(root, lastSeal(root), '"asOf": "2026-06-30"', '"asOf": "2026-03-31"'),
  },
  {
    name: 'the same, committed',
    caughtBy: ['rebuild/differs', 'rebuild/outcomes', 'seal/edited', 'seal/signature-bad'],
    make: ({root}) => {
      edit(root, lastSeal(root), '"asOf": "2026-06-30"', '"asOf": "2026-03-31"')
      commitAll(root, 'Tidy')
    },
  },
  {
    name: 'a seal is written in another form, and says the same',
    caughtBy: ['seal/unreadable'],
    make: ({root}) => {
      const path = lastSeal(root)
      put(root, path, JSON.stringify(statementAt(root, path)))
    },
  },
  {
    name: 'an earlier seal is edited and committed',
    caughtBy: ['seal/chain-broken', 'seal/edited', 'seal/signature-bad'],
    make: ({root, seals}) => {
      edit(root, seals[0] ?? '', '"node": "v', '"node": "w')
      commitAll(root, 'Tidy')
    },
  },
  {
    name: 'the signature is damaged',
    caughtBy: ['seal/signature-bad', 'seal/signature-swapped'],
    make: ({root}) =>
      flip(join(root, `${lastSeal(root)}.sig`), (bytes) => bytes.indexOf('-----END') - 20),
  },
  {
    name: 'the signature of another seal is put in its place, and committed',
    caughtBy: ['seal/signature-other-key', 'seal/signature-swapped'],
    make: ({root, seals}) => {
      cpSync(join(root, `${seals[0] ?? ''}.sig`), join(root, `${seals[1] ?? ''}.sig`))
      commitAll(root, 'Tidy')
    },
  },
  {
    name: 'the signature is removed',
    caughtBy: ['seal/signature-missing', 'seal/signature-swapped'],
    make: ({root}) => rmSync(join(root, `${lastSeal(root)}.sig`)),
  },
  {
    name: 'the signature is removed in a commit',
    caughtBy: ['seal/signature-missing'],
    make: ({root}) => {
      rmSync(join(root, `${lastSeal(root)}.sig`))
      commitAll(root, 'Tidy')
    },
  },
  {
    name: 'a seal is signed again by another person on record',
    caughtBy: ['seal/signature-other-key', 'seal/signature-swapped'],
    make: ({root}) => {
      sign(root, lastSeal(root), keys.whitcombe)
      commitAll(root, 'Sign again')
    },
  },
  {
    name: 'a seal is signed again by a stranger',
    caughtBy: ['seal/signature-other-key', 'seal/signature-swapped'],
    make: ({root}) => {
      sign(root, lastSeal(root), newKey('stranger'))
      commitAll(root, 'Sign again')
    },
  },
  {
    name: 'the signature of an earlier seal is made again by its own signer',
    caughtBy: ['seal/chain-signature', 'seal/signature-swapped'],
    make: ({root, seals}) => {
      put(root, `${seals[0] ?? ''}.sig`, `${textOf(root, `${seals[0] ?? ''}.sig`)}\n`)
      commitAll(root, 'Sign again')
    },
  },
  {
    name: 'a stranger makes a seal in its own name, and puts its key on record after it',
    caughtBy: ['seal/signature-unknown-key'],
    make: ({root}) => {
      const stranger = newKey('stranger')
      withoutLastSeal(root)
      const signer = {person: 'venn', key: fingerprint(stranger)}
      forge(root, (it) => ({signer: {...it.signer, ...signer}}), stranger)
      edit(root, 'records/people.yaml', keys.venn.line, stranger.line)
      commitAll(root, 'Seal')
    },
  },
  {
    name: 'a second key is put on record for an officer in a commit that it signs itself, and seals',
    caughtBy: ['seal/key-unvouched'],
    make: async ({root}) => {
      const stranger = newKey('stranger')
      addKey(root, keys.venn.line, stranger)
      commitSigned(root, 'Add a key', stranger)
      await seal(root, {key: stranger})
    },
  },
  {
    name: 'the same, with another key that the first of them signed for',
    caughtBy: ['seal/key-unvouched'],
    make: async ({root}) => {
      const [stranger, other] = [newKey('stranger'), newKey('other')]
      addKey(root, keys.venn.line, stranger)
      commitSigned(root, 'Add a key', stranger)
      addKey(root, stranger.line, other)
      commitSigned(root, 'Add another', stranger)
      await seal(root, {key: other})
    },
  },
  {
    name: 'a stranger is put on record as an officer with a key, and seals',
    caughtBy: ['seal/key-unvouched'],
    make: async ({root}) => {
      const stranger = newKey('stranger')
      const text = textOf(root, 'records/people.yaml').split('---\n')[0] ?? ''
      put(
        root,
        'records/stranger.yaml',
        text.replaceAll('okafor', 'stranger').replace(/ssh-ed25519 [^']+/, stranger.line),
      )
      commitSigned(root, 'Add an officer', stranger)
      await seal(root, {key: stranger})
    },
  },
  {
    name: 'a side branch with old dates puts a key on record, is merged, and seals',
    caughtBy: ['seal/key-unvouched'],
    make: async ({root}) => {
      const stranger = newKey('stranger')
      const first = git(root, ['rev-list', '--max-parents=0', 'HEAD'])
      git(root, ['checkout', '-q', '-b', 'side', first])
      addKey(root, keys.venn.line, stranger)
      mergeBackDated(root)
      await seal(root, {key: stranger})
    },
  },
  {
    name: 'a history of its own with old dates puts a key on record, is merged, and seals',
    caughtBy: ['seal/key-unvouched'],
    make: async ({root}) => {
      const stranger = newKey('stranger')
      withOlderHistory(root, stranger)
      await seal(root, {key: stranger})
    },
  },
  {
    name: 'every key is taken off the record and one put in their place, and seals',
    caughtBy: ['seal/key-unvouched', 'seal/removed'],
    make: async ({root}) => {
      withoutLastSeal(root)
      for (const path of readdirSync(join(root, 'seals'))) rmSync(join(root, 'seals', path))
      const stranger = newKey('stranger')
      edit(root, 'records/people.yaml', keys.venn.line, stranger.line)
      edit(root, 'records/people.yaml', /keys: .*okafor.*\n/, '')
      edit(root, 'records/people.yaml', /keys: .*whitcombe.*\n/, '')
      commitSigned(root, 'Change the keys', stranger)
      await seal(root, {key: stranger})
    },
  },
  {
    name: 'a seal is taken out of the chain',
    caughtBy: ['seal/chain-missing', 'seal/removed'],
    make: ({root, seals}) => {
      rmSync(join(root, seals[0] ?? ''))
      rmSync(join(root, `${seals[0] ?? ''}.sig`))
      commitAll(root, 'Tidy')
    },
  },
  {
    name: 'the last seal is taken out in a commit; a copy of it was kept elsewhere',
    caughtBy: ['seal/not-held', 'seal/removed'],
    make: ({root, seals, anchor}) => {
      rmSync(join(root, seals[1] ?? ''))
      rmSync(join(root, `${seals[1] ?? ''}.sig`))
      commitAll(root, 'Tidy')
      return {target: join(anchor, (seals[1] ?? '').replace('seals/', ''))}
    },
  },
  {
    name: 'a second seal takes the number of another',
    caughtBy: ['seal/chain-fork'],
    make: async ({root, commits}) => {
      const main = git(root, ['rev-parse', 'HEAD'])
      git(root, ['checkout', '-q', '-b', 'side', commits[1] ?? ''])
      commitAll(root, 'Aside')
      await seal(root, {key: keys.okafor})
      git(root, ['checkout', '-q', 'main'])
      git(root, ['merge', '-q', '--no-edit', 'side'], {date: '2026-03-01T00:00:00Z'})
      const both = readdirSync(join(root, 'seals')).filter((it) => it.startsWith('0002-'))
      if (both.length < 4 || main === git(root, ['rev-parse', 'HEAD'])) throw new Error('no fork')
    },
  },
  {
    name: 'a seal names a hash that an input never had, signed with a key on record',
    caughtBy: ['input/hash'],
    make: ({root}) => {
      withoutLastSeal(root)
      forge(root, ({inputs}) => ({inputs: {...inputs, [policy]: sha256('another')}}))
    },
  },
  {
    name: 'a seal names as the one before it a path out of the folder of seals',
    caughtBy: ['seal/chain-missing'],
    make: ({root}) => {
      withoutLastSeal(root)
      forge(root, ({previous}) => ({
        previous: previous && {...previous, path: '../../../../etc/passwd'},
      }))
      commitAll(root, 'Seal')
    },
  },
  {
    name: 'a seal names itself as the one before it',
    caughtBy: ['seal/chain-broken', 'seal/chain-order', 'seal/chain-signature'],
    make: ({root}) => {
      withoutLastSeal(root)
      const path = lastSeal(root)
      forge(root, ({previous}) => ({previous: previous && {...previous, path}}))
      commitAll(root, 'Seal')
    },
  },
  {
    name: 'a seal names inputs by absolute paths and paths out of the repository',
    caughtBy: ['input/missing'],
    make: ({root}) => {
      withoutLastSeal(root)
      forge(root, ({inputs}) => ({
        inputs: {...inputs, '/etc/passwd': sha256(''), '../outside.txt': sha256('')},
      }))
    },
  },
  {
    name: 'a seal leaves an input out and names one that is not there',
    caughtBy: ['input/added', 'input/missing'],
    make: ({root}) => {
      withoutLastSeal(root)
      forge(root, ({inputs}) => {
        const {[policy]: hash = '', ...rest} = inputs
        return {inputs: {...rest, 'exhibits/other.txt': hash}}
      })
    },
  },
  {
    name: 'a seal names another tree than that of its commit',
    caughtBy: ['history/tree'],
    make: ({root}) => {
      withoutLastSeal(root)
      forge(root, () => ({tree: git(root, ['rev-parse', 'HEAD~2^{tree}'])}))
    },
  },
  {
    name: 'the rule set has another hash under the same version',
    caughtBy: ['rules/hash'],
    make: ({root}) => {
      withoutLastSeal(root)
      forge(root, ({rules}) => ({rules: {...rules, hash: '0'.repeat(12)}}))
    },
  },
  {
    name: 'the rule set has another version, and a test comes out otherwise',
    caughtBy: ['rules/changed-mind', 'rules/version'],
    make: ({root}) => {
      withoutLastSeal(root)
      forge(root, ({rules, lines}) => ({
        rules: {...rules, version: '0.9.0'},
        lines: lines.map((it) => ({...it, tests: {...it.tests, A1: 'supported' as const}})),
      }))
    },
  },
  {
    name: 'the tag that signed a seal is deleted',
    caughtBy: ['seal/tag-missing'],
    make: async ({root}) => {
      await seal(root, {key: keys.okafor, tag: 'seal-3'})
      git(root, ['tag', '-d', 'seal-3'])
    },
  },
  {
    name: 'the tag that signed a seal is moved to another commit',
    caughtBy: ['seal/tag-moved'],
    make: async ({root, commits}) => {
      await seal(root, {key: keys.okafor, tag: 'seal-3'})
      git(root, ['tag', '-f', 'seal-3', commits[0] ?? ''])
    },
  },
  {
    name: 'the subject of a seal is another commit than the one that it speaks of',
    caughtBy: ['seal/unreadable'],
    make: ({root, commits}) =>
      withSubjects(root, (all) =>
        all.map((it) =>
          it.name === 'commit' ? {...it, digest: {...it.digest, gitCommit: commits[0] ?? ''}} : it,
        ),
      ),
  },
  {
    name: 'a seal names a file of the dossier twice, with the hash of an edited one',
    caughtBy: ['seal/unreadable'],
    make: ({root}) =>
      withSubjects(root, (all) => [
        ...all,
        {name: 'dossier.pdf', digest: {sha256: sha256('edited')}},
      ]),
  },
  {
    name: 'a seal names an edited dossier under a name of its own',
    caughtBy: ['dossier/edited', 'rebuild/outputs'],
    make: ({root, dossier}) => {
      const folder = freshPath('edited')
      cpSync(dossier, folder, {recursive: true})
      const file = join(folder, 'dossier.pdf')
      writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.from('\n%%EOF\n')]))
      const digest = {sha256: sha256(readFileSync(file))}
      withSubjects(root, (all) => [...all, {name: 'final.pdf', digest}])
      return {target: folder}
    },
  },
  {
    name: 'a seal leaves a file of the dossier out, so that any other could pass',
    caughtBy: ['rebuild/outputs'],
    make: ({root}) => withSubjects(root, (all) => all.filter((it) => it.name !== 'dossier.pdf')),
  },
  {
    name: 'a seal states better outcomes than its commit gives',
    caughtBy: ['rebuild/outcomes'],
    make: ({root}) => {
      withoutLastSeal(root)
      forge(root, ({lines}) => ({
        lines: lines.map((it) => ({...it, tests: {...it.tests, A1: 'supported' as const}})),
      }))
    },
  },
  {
    name: 'a seal states no line at all',
    caughtBy: ['rebuild/outcomes'],
    make: ({root}) => {
      withoutLastSeal(root)
      forge(root, () => ({lines: []}))
    },
  },
  {
    name: 'a seal is judged at a date that is none',
    caughtBy: ['seal/unreadable'],
    make: ({root}) => {
      withoutLastSeal(root)
      forge(root, () => ({asOf: '2026-02-31'}))
    },
  },
  {
    name: 'an exhibit that is kept elsewhere is registered again under its id',
    caughtBy: ['exhibit/re-registered'],
    make: async ({root}) => {
      registerElsewhere(root, 'letter', 'location: The safe')
      commitAll(root, 'Register')
      await seal(root, {key: keys.okafor})
      edit(root, 'records/exhibits.yaml', sha256('letter'), sha256('another letter'))
      commitAll(root, 'Correct')
    },
  },
  {
    name: 'an exhibit that is kept elsewhere is taken off the register',
    caughtBy: ['exhibit/removed'],
    make: async ({root}) => {
      registerElsewhere(root, 'letter', 'location: The safe')
      commitAll(root, 'Register')
      await seal(root, {key: keys.okafor})
      edit(root, 'records/exhibits.yaml', /---\nkind: Exhibit\nid: letter[^]*$/, '')
      commitAll(root, 'Tidy')
    },
  },
  {
    name: 'a large-file pointer that was sealed names another file, the registered hash left',
    caughtBy: ['exhibit/swapped'],
    make: async ({root}) => {
      registerElsewhere(root, 'scan', 'file: exhibits/scan.pdf')
      put(root, 'exhibits/scan.pdf', pointer(sha256('scan')))
      commitAll(root, 'Register')
      await seal(root, {key: keys.okafor})
      put(root, 'exhibits/scan.pdf', pointer(sha256('another scan')))
      commitAll(root, 'Scan again')
    },
  },
  {
    name: 'a folder of exhibits with the same files is linked in, and not committed',
    caughtBy: ['exhibit/working-tree'],
    make: ({root}) => {
      const away = freshPath('away')
      renameSync(join(root, 'exhibits'), away)
      symlinkSync(away, join(root, 'exhibits'))
    },
  },
  {
    name: 'a file is put in the place of a folder of exhibits, and not committed',
    caughtBy: ['exhibit/working-tree'],
    make: ({root}) => {
      rmSync(join(root, 'exhibits'), {recursive: true})
      put(root, 'exhibits', 'Moved.\n')
    },
  },
  {
    name: 'bytes are put into an exhibit that is no text, as line ends would be',
    caughtBy: ['exhibit/working-tree'],
    make: async ({root}) => {
      const bytes = '%PDF-1.7\n\u0000\u0001\n'
      const register = textOf(root, 'records/exhibits.yaml').split('---\n')[0] ?? ''
      put(root, 'exhibits/scan.pdf', bytes)
      put(
        root,
        'records/scan.yaml',
        register
          .replaceAll('minutes-2026-01', 'scan')
          .replace('minutes.txt', 'scan.pdf')
          .replace(/sha256: .*/, `sha256: '${sha256(bytes)}'`),
      )
      commitAll(root, 'Register')
      await seal(root, {key: keys.okafor})
      put(root, 'exhibits/scan.pdf', bytes.replaceAll('\n', '\r\n'))
    },
  },
  {
    name: 'a merge edits a signature, and the settings of the clone hide what merges do',
    caughtBy: ['seal/chain-signature', 'seal/signature-other-key', 'seal/signature-swapped'],
    make: ({root, seals}) => {
      git(root, ['config', 'log.diffMerges', 'off'])
      git(root, ['checkout', '-q', '-b', 'side', 'HEAD~1'])
      put(root, 'aside.txt', 'Aside\n')
      commitAll(root, 'Aside')
      git(root, ['checkout', '-q', 'main'])
      git(root, ['merge', '-q', '--no-ff', '--no-commit', 'side'])
      put(root, `${seals[0] ?? ''}.sig`, textOf(root, `${seals[1] ?? ''}.sig`))
      commitAll(root, 'Merge')
    },
  },
  {
    name: 'the time-stamp token of a seal is taken out in a commit',
    caughtBy: ['time/removed'],
    make: ({root, seals}) => {
      const token = `${seals[0] ?? ''}.tsr`
      put(root, token, 'A token\n')
      commitAll(root, 'Stamp')
      rmSync(join(root, token))
      commitAll(root, 'Tidy')
    },
  },
  {
    name: 'a person whose last role had ended seals',
    caughtBy: ['seal/signer-role'],
    make: async ({root}) => {
      endRole(root, 'whitcombe')
      commitAll(root, 'Counsel left')
      await seal(root, {key: keys.whitcombe})
    },
  },
  {
    name: 'a person whose last role had ended seals a commit from before that was recorded',
    caughtBy: ['seal/signer-role'],
    make: async ({root}) => {
      await sealOnly(root, {key: keys.whitcombe})
      endRole(root, 'whitcombe')
      commitAll(root, 'Counsel left')
    },
  },
  {
    name: 'a key that had ended seals a commit from before that was recorded',
    caughtBy: ['seal/key-not-valid'],
    make: async ({root}) => {
      await sealOnly(root, {key: keys.whitcombe})
      const {line} = keys.whitcombe
      const ends = `key: '${line}', from: 2024-01-01, to: 2026-01-04}`
      edit(root, 'records/people.yaml', `key: '${line}', from: 2024-01-01}`, ends)
      commitAll(root, 'Rotate')
    },
  },
  {
    name: 'a key that was taken off the records seals a commit from before that',
    caughtBy: ['seal/key-not-valid'],
    make: async ({root}) => {
      await sealOnly(root, {key: keys.whitcombe})
      const {line} = keys.whitcombe
      edit(root, 'records/people.yaml', `key: '${line}'`, `key: '${newKey('other').line}'`)
      commitAll(root, 'Rotate')
    },
  },
  {
    name: 'somebody who was taken off the records seals a commit from before that',
    caughtBy: ['seal/key-not-valid'],
    make: async ({root}) => {
      await sealOnly(root, {key: keys.whitcombe})
      const people = textOf(root, 'records/people.yaml').split('---\n')
      const others = people.filter((it) => !it.includes(keys.whitcombe.line))
      put(root, 'records/people.yaml', others.join('---\n'))
      commitAll(root, 'Leave')
    },
  },
  {
    name: 'a key that had ended seals, and the commit of the seal is dated before its end',
    caughtBy: ['seal/key-not-valid'],
    make: async ({root}) => {
      const early = '2026-01-04T12:00:00Z'
      const {line} = keys.whitcombe
      const ends = `key: '${line}', from: 2024-01-01, to: 2026-01-04}`
      edit(root, 'records/people.yaml', `key: '${line}', from: 2024-01-01}`, ends)
      commitAll(root, 'Rotate')
      await sealOnly(root, {key: keys.whitcombe, at: Date.parse(early) / 1000})
      git(root, ['add', '-A'])
      git(root, ['commit', '-q', '-m', 'Seal'], {date: early})
    },
  },
  {
    name: 'a seal is signed with a key whose last day was before, the clock set back',
    caughtBy: ['seal/key-not-valid'],
    make: async ({root}) => {
      edit(root, 'records/people.yaml', 'from: 2024-01-01}]', 'from: 2024-01-01, to: 2025-12-31}]')
      commitAll(root, 'Rotate')
      await seal(root, {key: keys.okafor, at: Date.UTC(2025, 5, 1) / 1000})
    },
  },
]
