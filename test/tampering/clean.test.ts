import {execFileSync} from 'node:child_process'
import {cpSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {runCinch} from '../helpers/run-cinch.ts'
import {evaluate} from '../../src/pipeline/evaluate.ts'
import {open} from '../../src/pipeline/open.ts'
import {addKey, pointer, rewritten, withOlderHistory} from './attacks.ts'
import {
  codesOf,
  commitAll,
  commitSigned,
  copyOf,
  dossierOf,
  edit,
  freshPath,
  git,
  keys,
  lastSeal,
  newKey,
  put,
  removeScratch,
  seal,
  sealOnly,
  smallNetwork,
  textOf,
  toolVersion,
  verify,
  type Key,
} from './sealed-repository.ts'

const base = freshPath('clean')
let dossier = ''
beforeAll(async () => {
  smallNetwork(base)
  dossier = await dossierOf(base)
  await seal(base, {key: keys.okafor})
})
afterAll(removeScratch)

const allHold = {
  signature: 'holds',
  inputs: 'holds',
  exhibits: 'holds',
  history: 'holds',
  chain: 'holds',
  rules: 'holds',
  rebuild: 'holds',
  time: 'none',
}

async function states(root: string, target = join(root, lastSeal(root))) {
  const verification = await verify(root, target)
  expect(codesOf(verification)).toEqual([])
  return Object.fromEntries(verification.checks.map(({name, state}) => [name, state]))
}

/** What honest people do to a repository. @returns Another clone to look at, where there is one. */
const honest: readonly (readonly [
  string,
  (root: string) => Promise<string | void> | string | void,
])[] = [
  ['nothing', () => {}],
  [
    'a new record and a new exhibit',
    (root) => {
      put(root, 'records/new.yaml', '# Nothing yet\n')
      put(root, 'exhibits/new.txt', 'New\n')
      commitAll(root, 'Add')
    },
  ],
  [
    'a merge of a branch that began before the seal',
    (root) => {
      git(root, ['checkout', '-q', '-b', 'side', 'HEAD~1'])
      put(root, 'README.md', 'Aside\n')
      commitAll(root, 'Aside')
      git(root, ['checkout', '-q', 'main'])
      git(root, ['merge', '-q', '--no-ff', '--no-edit', 'side'], {date: '2026-03-01T00:00:00Z'})
    },
  ],
  [
    'the same the other way round',
    (root) => {
      git(root, ['checkout', '-q', '-b', 'side', 'HEAD~1'])
      put(root, 'README.md', 'Aside\n')
      commitAll(root, 'Aside')
      git(root, ['merge', '-q', '--no-ff', '--no-edit', 'main'], {date: '2026-03-01T00:00:00Z'})
    },
  ],
  ['a second seal by another officer', async (root) => void (await seal(root, {key: keys.venn}))],
  [
    'a seal by a signed tag',
    async (root) => void (await seal(root, {key: keys.venn, tag: 'seals/2026-q2'})),
  ],
  [
    'a seal that is not committed yet',
    async (root) => void (await sealOnly(root, {key: keys.venn})),
  ],
  [
    'records moved to another folder',
    (root) => {
      mkdirSync(join(root, 'records/evidence'))
      renameSync(join(root, 'records/exhibits.yaml'), join(root, 'records/evidence/all.yaml'))
      commitAll(root, 'Move')
    },
  ],
  [
    'an exhibit moved with its record changed',
    (root) => {
      mkdirSync(join(root, 'exhibits/policies'))
      renameSync(join(root, 'exhibits/policy.txt'), join(root, 'exhibits/policies/policy.txt'))
      edit(root, 'records/exhibits.yaml', 'exhibits/policy.txt', 'exhibits/policies/policy.txt')
      commitAll(root, 'Move')
    },
  ],
  [
    'a fresh clone',
    (root) => {
      const clone = freshPath('clone')
      git(root, ['clone', '-q', `file://${root}`, clone])
      return clone
    },
  ],
  [
    'gc, a pack of everything, and a commit-graph that git made',
    (root) => {
      git(root, ['gc', '-q', '--prune=now'])
      git(root, ['repack', '-q', '-a', '-d', '-f'])
      git(root, ['commit-graph', 'write', '--reachable'])
      git(root, ['pack-refs', '--all'])
    },
  ],
  ['the branch renamed', (root) => void git(root, ['branch', '-m', 'main', 'trunk'])],
  [
    'a linked work tree',
    (root) => {
      const linked = freshPath('linked')
      git(root, ['worktree', 'add', '-q', '--detach', linked])
      return linked
    },
  ],
  [
    'a clone that borrows objects',
    (root) => {
      const clone = freshPath('borrowed')
      git(root, ['clone', '-q', '--shared', root, clone])
      return clone
    },
  ],
  [
    'line ends as another system writes them',
    (root) => {
      const text = 'Antitrust policy, version 2.\r\n'
      writeFileSync(join(root, 'exhibits/policy.txt'), text)
    },
  ],
  [
    'a dirty working tree',
    (root) => {
      edit(root, 'records/network.yaml', 'Riverbend Network', 'Riverbend Network of Practices')
      put(root, 'notes.txt', 'Mine\n')
    },
  ],
  [
    'a key rotated in a commit signed by the old key, and a seal by the new one',
    async (root) => {
      const fresh = newKey('fresh')
      addKey(root, keys.venn.line, fresh)
      commitSigned(root, 'Rotate', keys.venn)
      await seal(root, {key: fresh})
    },
  ],
  [
    'a key of a new officer, signed for by another, who signs for a third',
    async (root) => {
      const [second, third] = [newKey('second'), newKey('third')]
      addKey(root, keys.okafor.line, second)
      commitSigned(root, 'Add a key', keys.venn)
      addKey(root, keys.okafor.line, third)
      commitSigned(root, 'Add another', second)
      await seal(root, {key: third})
    },
  ],
  [
    'the records of a person who sealed, taken away when they left',
    async (root) => {
      const [, ...others] = textOf(root, 'records/people.yaml').split('---\n')
      put(root, 'records/people.yaml', others.join('---\n'))
      commitAll(root, 'Leave')
      await seal(root, {key: keys.venn})
    },
  ],
  [
    'a person who sealed, on record under another name',
    async (root) => {
      edit(root, 'records/people.yaml', 'id: okafor', 'id: a-okafor')
      commitAll(root, 'Rename')
      await seal(root, {key: keys.venn})
    },
  ],
  [
    'a person who sealed, in another role since',
    async (root) => {
      edit(
        root,
        'records/people.yaml',
        'role: officer, from: 2023-01-01',
        'role: counsel, from: 2026-05-01',
      )
      commitAll(root, 'Change the role')
      await seal(root, {key: keys.venn})
    },
  ],
  [
    'a commit of a clock that is years ahead, and keys with a last day',
    async (root) => {
      edit(root, 'records/people.yaml', 'from: 2024-01-01}]', 'from: 2024-01-01, to: 2026-12-31}]')
      git(root, ['add', '-A'])
      git(root, ['commit', '-q', '-m', 'Later'], {date: '2031-01-01T00:00:00Z'})
      await seal(root, {key: keys.okafor})
    },
  ],
  [
    'seals checked out with line ends as another system writes them',
    (root) => {
      const clone = freshPath('crlf')
      const convert = ['-c', 'core.autocrlf=true']
      git(root, [...convert, 'clone', '-q', ...convert, `file://${root}`, clone])
      if (!textOf(clone, lastSeal(clone)).includes('\r\n')) throw new Error('no CR LF')
      return clone
    },
  ],
  [
    'an exhibit kept elsewhere, and one that large-file storage took over since',
    async (root) => {
      edit(
        root,
        'records/exhibits.yaml',
        /$/,
        `---\nkind: Exhibit\nid: letter\ntitle: Letter\nlocation: The safe\nsha256: '${'a'.repeat(64)}'\ncustodian: Office\nmade: 2026-01-02\nclass: network\n`,
      )
      commitAll(root, 'Register')
      await seal(root, {key: keys.venn})
      const hash = /file: exhibits\/policy.txt\nsha256: '(\w+)'/.exec(
        textOf(root, 'records/exhibits.yaml'),
      )?.[1]
      put(root, 'exhibits/policy.txt', pointer(hash ?? ''))
      commitAll(root, 'Large files')
    },
  ],
  ...(
    [
      ['i18n.logOutputEncoding', 'UTF-16'],
      ['i18n.logOutputEncoding', 'UTF-7'],
      ['diff.orderFile', 'cinch.yaml'],
      ['log.diffMerges', 'off'],
      ['color.ui', 'always'],
      ['log.follow', 'true'],
    ] as const
  ).map(
    ([name, value]) =>
      [
        `a clone with ${name} ${value}`,
        (root: string) => void git(root, ['config', name, value]),
      ] as const,
  ),
  [
    'a key rotated, with its last day on record',
    (root) => {
      edit(root, 'records/people.yaml', 'from: 2024-01-01}]', 'from: 2024-01-01, to: 2026-05-31}]')
      commitAll(root, 'Rotate')
    },
  ],
]

describe('nothing is found where honest people work', () => {
  test.each(honest)('%s', async (_name, work) => {
    const root = copyOf(base)
    const where = (await work(root)) ?? root
    expect(await states(where)).toEqual(allHold)
  })

  test('the dossier that was sealed, as a folder and each file', async () => {
    expect(await states(base, dossier)).toEqual({dossier: 'holds', ...allHold})
    expect(await states(base, join(dossier, 'dossier.pdf'))).toEqual({dossier: 'holds', ...allHold})
  })

  test('what else lies in the folder is told, and a link is refused', async () => {
    const folder = freshPath('folder')
    cpSync(dossier, folder, {recursive: true})
    writeFileSync(join(folder, 'letter.pdf'), 'Dear')
    mkdirSync(join(folder, 'more'))
    expect(await states(base, folder)).toEqual({dossier: 'holds', ...allHold})
    const {findings} = await verify(base, folder)
    expect(findings.map(({code, severity}) => `${severity} ${code}`)).toEqual([
      'note dossier/extra',
      'note dossier/extra',
    ])
    expect(findings[0]?.message).toMatch(/^`letter\.pdf` is in the folder and is not part/)
    rmSync(join(folder, 'dossier.html'))
    const part = await verify(base, folder)
    expect(part.checks[0]).toEqual({
      name: 'dossier',
      state: 'notChecked',
      told: '2 of 2 files have the hash that was sealed; not in the folder: dossier.html',
    })
    symlinkSync(join(dossier, 'dossier.html'), join(folder, 'dossier.html'))
    await expect(verify(base, folder)).rejects.toThrow(/^Unexpected link .*dossier\.html/)
    rmSync(join(folder, 'dossier.html'))
    mkdirSync(join(folder, 'dossier.html'))
    await expect(verify(base, folder)).rejects.toThrow(/^Unexpected folder .*expected a file$/)
  })

  test('a dossier that was not sealed is told from an edited one, with the way to the sealed one', async () => {
    const root = copyOf(base)
    put(root, 'README.md', 'Later\n')
    const commit = commitAll(root, 'Later')
    const folder = await dossierOf(root)
    for (const format of ['pdf', 'html', 'json']) {
      const {checks, findings} = await verify(root, join(folder, `dossier.${format}`))
      expect(findings.map(({code}) => code)).toEqual(['dossier/other-commit'])
      expect(findings[0]?.message).toMatch(
        new RegExp(
          `^Unexpected dossier of commit .${commit.slice(0, 12)}. as of 2026-06-30, .*it was not edited`,
        ),
      )
      expect(findings[0]?.help).toMatch(
        /cinch dossier --at [0-9a-f]{12} --as-of 2026-06-30 --out DIR$/,
      )
      expect(checks[0]).toMatchObject({name: 'dossier', state: 'fails'})
    }
    const clone = freshPath('clone')
    git(root, ['clone', '-q', '--no-local', '--depth', '1', `file://${root}`, clone])
    const {findings} = await verify(clone, join(folder, 'dossier.pdf'))
    expect(findings[0]?.message).toContain('whether it was edited is not known: the clone is not')
  })

  test('a document that is not checked out is told from one that was changed', async () => {
    const root = copyOf(base)
    rmSync(join(root, 'exhibits/policy.txt'))
    const {checks, findings} = await verify(root, join(root, lastSeal(root)))
    expect(checks.find(({name}) => name === 'exhibits')).toEqual({
      name: 'exhibits',
      state: 'notChecked',
      told: '1 of 2 documents are not in the working tree; HEAD holds them as sealed',
    })
    expect(findings.map(({code, severity}) => `${severity} ${code}`)).toEqual([
      'warning exhibit/absent',
    ])
  })

  test('another time zone and language', async () => {
    const {TZ, LANG, LC_ALL} = process.env
    Object.assign(process.env, {
      TZ: 'Pacific/Kiritimati',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
    })
    try {
      expect(await states(base, dossier)).toEqual({dossier: 'holds', ...allHold})
    } finally {
      for (const [name, value] of Object.entries({TZ, LANG, LC_ALL}))
        if (value === undefined) delete process.env[name]
        else process.env[name] = value
    }
  })

  test('a governance root below the top of its repository', async () => {
    const top = freshPath('top')
    const inner = join(top, 'governance')
    smallNetwork(inner)
    cpSync(join(inner, '.git'), join(top, '.git'), {recursive: true})
    rmSync(join(inner, '.git'), {recursive: true})
    commitAll(top, 'Move below')
    await seal(inner, {key: keys.okafor})
    put(top, 'elsewhere.txt', 'Not of the network\n')
    commitAll(top, 'Elsewhere')
    expect(await states(inner)).toEqual(allHold)
  })
})

test('a key that nothing vouches for leaves the signature open, and L6 rests on no such seal', async () => {
  const root = copyOf(base)
  const stranger = newKey('stranger')
  addKey(root, keys.venn.line, stranger)
  commitSigned(root, 'Add a key', stranger)
  await seal(root, {key: stranger})
  const {checks} = await verify(root, join(root, lastSeal(root)))
  expect(checks.find(({name}) => name === 'signature')?.state).toBe('notChecked')
  const opened = await open({root, overlays: [], at: 'HEAD', asOf: '2026-06-30', history: true})
  const {assessment} = await evaluate(opened, toolVersion)
  const l6 = assessment.lines.flatMap((it) => it.results).find(({rule}) => rule === 'L6')
  expect(l6?.outcome).toBe('unknown')
  expect(l6?.summary).toContain('no key already on record vouches for')
})

test('an older history beside it does not put a key of the network in doubt', async () => {
  const root = copyOf(base)
  withOlderHistory(root, newKey('stranger'))
  expect(await states(root, join(root, await seal(root, {key: keys.venn})))).toEqual(allHold)
})

describe('a file of keys from elsewhere decides alone', () => {
  async function judged(listed: Key, signs: Key) {
    const root = copyOf(base)
    if (signs.line !== keys.venn.line) {
      addKey(root, keys.venn.line, signs)
      commitSigned(root, 'Add a key', signs)
    }
    const path = join(root, await seal(root, {key: signs}))
    const allowedSigners = freshPath('signers')
    writeFileSync(
      allowedSigners,
      `venn@riverbend.example ${listed.line}\nokafor ${keys.okafor.line}\n`,
    )
    const from = {root, overlays: [], at: 'HEAD', asOf: '2026-06-30', history: true}
    const opened = await open({...from, allowedSigners})
    const {assessment} = await evaluate(opened, toolVersion)
    const results = assessment.lines.flatMap((it) => it.results)
    const verification = await verify(root, path, {allowedSigners})
    return {
      verified: codesOf(verification),
      said: verification.findings[0]?.message,
      l6: results.find(({rule}) => rule === 'L6'),
    }
  }

  test('a seal with a key that it lists holds', async () => {
    const {verified, l6} = await judged(keys.venn, keys.venn)
    expect(verified).toEqual([])
    expect(l6?.outcome).toBe('supported')
  })

  test('a key on record that it does not list is nobody’s', async () => {
    const {verified, said, l6} = await judged(keys.venn, newKey('stranger'))
    expect(verified).toEqual(['seal/signature-unknown-key'])
    expect(said).toContain('that the file of allowed signers lists for nobody on record')
    expect(l6?.outcome).toBe('unknown')
    expect(l6?.summary).toContain(
      'the last is not signed by a key that the file of allowed signers',
    )
  })

  test('a key that it lists needs no other to vouch for it', async () => {
    const fresh = newKey('fresh')
    const {verified, l6} = await judged(fresh, fresh)
    expect(verified).toEqual([])
    expect(l6?.outcome).toBe('supported')
  })
})

test('a bare clone, which has no exhibits to look at, is told from a folder without a history', async () => {
  const bare = freshPath('bare')
  git(base, ['clone', '-q', '--bare', base, bare])
  await expect(verify(bare, join(base, lastSeal(base)))).rejects.toThrow(
    /^Unexpected bare repository/,
  )
  const empty = freshPath('empty')
  mkdirSync(empty)
  await expect(verify(empty, join(base, lastSeal(base)))).rejects.toThrow(/without a git history/)
})

test('an unsigned seal is told, and does not count as holding', async () => {
  const root = copyOf(base)
  const {checks, findings} = await verify(root, join(root, await seal(root)))
  expect(checks.find(({name}) => name === 'signature')?.state).toBe('notChecked')
  expect(findings.map(({code}) => code)).toEqual(['seal/unsigned'])
})

test('an unsigned seal spoils no signed one after it, and is told of one before it', async () => {
  const root = copyOf(base)
  const before = join(root, lastSeal(root))
  await seal(root)
  const after = await verify(root, join(root, await seal(root, {key: keys.venn})))
  expect(after.checks.filter(({state}) => state !== 'holds').map(({name}) => name)).toEqual([
    'time',
  ])
  expect(after.findings.map(({code, severity}) => [code, severity])).toEqual([
    ['seal/unsigned', 'note'],
  ])
  const {checks, findings} = await verify(root, before)
  expect(checks.find(({name}) => name === 'chain')).toMatchObject({
    state: 'notChecked',
    told: 'Something that vouches for a seal of the chain is wanting; the findings say what',
  })
  expect(findings.map(({code, severity}) => [code, severity])).toEqual([
    ['seal/unsigned', 'warning'],
  ])
})

test('an upgrade is told from a change: not rebuildable with this version', async () => {
  const {checks, findings} = await verify(base, join(base, lastSeal(base)), {toolVersion: '9.9.9'})
  const rebuild = checks.find(({name}) => name === 'rebuild')
  expect(rebuild).toMatchObject({state: 'notChecked'})
  expect(rebuild?.told).toBe(
    `Not rebuildable with this version: sealed with cinch ${toolVersion}, now 9.9.9`,
  )
  expect(findings).toEqual([])
})

function renamed(root: string): string {
  return textOf(root, 'records/network.yaml').replace('Riverbend N', 'Riverside N')
}

describe('a removal on the recorded instruction of counsel', () => {
  interface Removed {
    readonly by?: string
    /** Whether the record names the commits. */
    readonly recorded?: boolean
    readonly date?: string
    /** What else is done in the commit in the place of the sealed one. */
    readonly also?: (root: string) => void
    /** The commit that the second path is recorded for; left out: none. */
    readonly second?: string
    /** Whether the Hold is kept in a root of counsel's own. */
    readonly apart?: boolean
  }

  async function removedBy({
    by: instructedBy = 'whitcombe',
    recorded = true,
    date = '2026-02-01',
    also = () => {},
    second,
    apart = false,
  }: Removed) {
    const root = copyOf(base)
    const counsel = apart ? freshPath('counsel') : root
    const commit = git(root, ['rev-parse', 'HEAD~1'])
    let place = ''
    rewritten(root, (it) => {
      if (it === commit)
        return () => {
          rmSync(join(root, 'exhibits/policy.txt'))
          edit(root, 'records/exhibits.yaml', /---\n[^]*$/, '')
          also(root)
        }
      return 'keep'
    })
    // The seal is in a commit of its own tree: the removal goes on in it.
    rmSync(join(root, 'exhibits/policy.txt'), {force: true})
    edit(root, 'records/exhibits.yaml', /---\n[^]*$/, '')
    also(root)
    place = git(root, ['rev-parse', 'HEAD~1'])
    const names = recorded ? `, commit: ${commit}, newCommit: ${place}` : ''
    if (apart) {
      put(counsel, 'cinch.yaml', 'formatVersion: 1\nname: counsel\nclass: privileged\n')
      git(counsel, ['init', '-q', '-b', 'main'])
    }
    put(
      counsel,
      'records/hold.yaml',
      `kind: Hold
id: hold-1
title: Text of a patient
placed: 2026-01-10
instructedBy: whitcombe
scope: The policy
removals:
  - {path: exhibits/policy.txt, date: ${date}, instructedBy: ${instructedBy}, reason: identifier${names}}
  - {path: records/exhibits.yaml, date: ${date}, instructedBy: ${instructedBy}, reason: identifier${second === undefined ? '' : `, commit: ${second}`}}
`,
    )
    commitAll(root, 'Record the removal')
    if (apart) commitAll(counsel, 'Record the removal')
    const now = Date.UTC(2026, 7, 1) / 1000
    const overlays = apart ? [counsel] : []
    const verification = await verify(root, join(root, lastSeal(root)), {now, overlays})
    if (apart)
      expect(codesOf(await verify(root, join(root, lastSeal(root)), {now}))).toContain(
        'history/rewritten',
      )
    const asOf = date > '2026-06-30' ? date : '2026-06-30'
    const opened = await open({root, overlays, at: 'HEAD', asOf, history: true})
    const {assessment} = await evaluate(opened, toolVersion)
    const results = assessment.lines.flatMap((it) => it.results)
    return {verification, l6: results.find(({rule}) => rule === 'L6'), root, counsel, now}
  }

  test('is shown, and not taken for tampering', async () => {
    const {verification, l6} = await removedBy({})
    expect(codesOf(verification)).toEqual([])
    const states = Object.fromEntries(verification.checks.map(({name, state}) => [name, state]))
    expect(states).toMatchObject({history: 'recorded', inputs: 'recorded', chain: 'holds'})
    expect(verification.findings.map(({code}) => code)).toContain('history/rewritten')
    expect(l6?.outcome).toBe('supported')
    expect(l6?.summary).toContain('explains a change of the history')
  })

  test('of a document is counted apart from those that are as they were sealed', async () => {
    const root = copyOf(base)
    rmSync(join(root, 'exhibits/policy.txt'))
    edit(root, 'records/exhibits.yaml', /---\n[^]*$/, '')
    put(
      root,
      'records/hold.yaml',
      `kind: Hold
id: hold-1
title: Text of a patient
placed: 2026-01-10
instructedBy: whitcombe
scope: The policy
removals:
  - {path: exhibits/policy.txt, date: 2026-02-01, instructedBy: whitcombe, reason: identifier}
`,
    )
    commitAll(root, 'Record the removal')
    const verification = await verify(root, join(root, lastSeal(root)))
    expect(codesOf(verification)).toEqual([])
    const {state, told = ''} = verification.checks.find(({name}) => name === 'exhibits') ?? {}
    expect(state).toBe('holds')
    const [, kept, all] =
      /^(\d+) of (\d+) documents are what was sealed, .*; 1 of \2 removed on counsel’s recorded instruction$/.exec(
        told,
      ) ?? []
    expect(Number(kept)).toBe(Number(all) - 1)
  })

  test('may be recorded where only counsel reads', async () => {
    const {verification, l6} = await removedBy({apart: true})
    expect(codesOf(verification)).toEqual([])
    // That root has no seal of its own.
    expect(l6?.outcome).toBe('unknown')
    expect(l6?.summary).toContain('explains a change of the history')
  })

  test('lets the new history be sealed where its hold is named, and by no other way', async () => {
    const {root, counsel, now} = await removedBy({apart: true})
    const sealed = (...more: string[]) =>
      runCinch(
        ['seal', '--as-of', '2026-06-30', '--key', keys.okafor.file, '--no-input', ...more],
        {cwd: root},
      )
    const refused = sealed()
    expect(refused.exitCode).toBe(3)
    expect(refused.stderr).toContain('integrity findings (L6); nothing was sealed')
    expect(refused.stderr).toContain('--overlay')
    const {exitCode, stdout} = sealed('--overlay', counsel)
    expect(exitCode).toBe(0)
    expect(stdout).not.toContain('counsel')
    commitAll(root, 'Seal the new history')
    const verification = await verify(root, join(root, lastSeal(root)), {now, overlays: [counsel]})
    expect(codesOf(verification)).toEqual([])
    // A root that explains nothing changes nothing.
    put(
      counsel,
      'records/hold.yaml',
      'kind: Hold\nid: h\ntitle: H\nplaced: 2026-01-10\ninstructedBy: whitcombe\nscope: All\n',
    )
    commitAll(counsel, 'Record another hold')
    expect(sealed('--overlay', counsel).exitCode).toBe(3)
  })

  test('may be of a day after the one that the seal judges at', async () => {
    const {verification, l6} = await removedBy({date: '2026-07-20'})
    expect(codesOf(verification)).toEqual([])
    expect(l6?.outcome).toBe('supported')
  })

  test.each<[string, Removed, string]>([
    [
      'another file that was sealed',
      {also: (root) => put(root, 'records/network.yaml', renamed(root))},
      'input/hash',
    ],
    [
      'a record that was not sealed',
      {also: (root) => put(root, 'records/extra.yaml', 'kind: GoverningBody\nid: board\n')},
      'input/added',
    ],
    ['a path that is recorded for another sealed commit', {second: 'a'.repeat(40)}, 'input/hash'],
  ])('does not cover %s, for verify and L6 alike', async (_name, removed, code) => {
    const {verification, l6} = await removedBy(removed)
    expect(codesOf(verification)).toEqual([code])
    expect(verification.checks.find(({name}) => name === 'inputs')?.state).toBe('fails')
    expect(l6?.outcome).toBe('contrary')
    expect(l6?.findings.map(({message}) => message).join()).toContain(code)
  })

  test.each<[string, Removed]>([
    ['by somebody who is not counsel', {by: 'okafor'}],
    ['that does not name the commits', {recorded: false}],
  ])('explains nothing %s', async (_name, removed) => {
    const {verification, l6} = await removedBy(removed)
    expect(codesOf(verification)).toContain('history/rewritten')
    expect(l6?.outcome).toBe('contrary')
  })
})

test('git itself verifies the tag that signed a seal', async () => {
  const root = copyOf(base)
  await seal(root, {key: keys.venn, tag: 'seal-2'})
  const signers = freshPath('signers')
  writeFileSync(signers, `venn namespaces="git" ${keys.venn.line}\n`)
  const shown = execFileSync(
    'git',
    ['-c', `gpg.ssh.allowedSignersFile=${signers}`, 'tag', '-v', 'seal-2'],
    {
      cwd: root,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {PATH: process.env['PATH']},
    },
  )
  expect(shown).toMatch(/cinch seal seals\/0002-[0-9a-f]{12}\.intoto\.json\n\nsha256:[0-9a-f]{64}/)

  git(root, ['tag', '-d', 'seal-2'])
  expect(codesOf(await verify(root, join(root, lastSeal(root))))).toEqual(['seal/tag-missing'])
  git(root, ['tag', 'seal-2', 'HEAD~1'])
  expect(codesOf(await verify(root, join(root, lastSeal(root))))).toEqual(['seal/tag-moved'])
})
