import {spawnSync} from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

/** A repository that names programs wherever git would start one. */
export interface Trap {
  readonly root: string
  /** What was started so far, one line each; empty is what every test wants. */
  readonly sprung: () => string
  /** Runs plain git in the repository, as somebody without this program would. */
  readonly git: (...args: readonly string[]) => string
  /** Appends to the repository's own configuration; `TRAP` stands for the program. */
  readonly configure: (text: string) => void
  readonly remove: () => void
}

/**
 * @param files - Committed one after the other, so that there is a history to read.
 */
export function boobyTrap(files: Readonly<Record<string, string>>): Trap {
  const folder = mkdtempSync(join(tmpdir(), 'cinch-trap-'))
  const [root, script, mark] = ['root', 'trap', 'mark'].map((it) => join(folder, it)) as [
    string,
    string,
    string,
  ]
  mkdirSync(root)
  writeFileSync(script, `#!/bin/sh\necho "$0 $*" >> ${mark}\nexit 1\n`)
  chmodSync(script, 0o755)
  const git = (...args: readonly string[]) => {
    const {stdout} = spawnSync('git', args, {
      cwd: root,
      env: {
        PATH: process.env['PATH'],
        HOME: folder,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_NAME: 'T',
        GIT_AUTHOR_EMAIL: 't@example.org',
        GIT_COMMITTER_NAME: 'T',
        GIT_COMMITTER_EMAIL: 't@example.org',
        GIT_AUTHOR_DATE: '2026-01-02T00:00:00Z',
        GIT_COMMITTER_DATE: '2026-01-02T00:00:00Z',
      },
    })
    return stdout.toString()
  }
  git('init', '-q', '-b', 'main', '--template=')
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), {recursive: true})
    writeFileSync(join(root, path), text)
    git('add', '-A')
    git('commit', '-q', '-m', `Add ${path}`)
  }
  return {
    root,
    sprung: () => (existsSync(mark) ? readFileSync(mark, 'utf8') : ''),
    git,
    configure: (text) => appendFileSync(join(root, '.git/config'), text.replaceAll('TRAP', script)),
    remove: () => rmSync(folder, {recursive: true, force: true}),
  }
}

/**
 * Every place that git is known to take a program from, or another repository. Those that commit
 * stand first: the others would stop them.
 */
const plants: Readonly<Record<string, (trap: Trap, script: string) => void>> = {
  submodules: ({root, configure, git}) => {
    git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},records/sub`)
    git('commit', '-q', '-m', 'Submodule')
    writeFileSync(
      join(root, '.gitmodules'),
      '[submodule "sub"]\n path = records/sub\n url = ext::sh -c ../trap\n update = !../trap\n',
    )
    configure(
      '[submodule "sub"]\n active = true\n url = ext::TRAP submodule\n update = !TRAP submodule\n[submodule]\n recurse = true\n[diff]\n submodule = log\n ignoreSubmodules = none\n[status]\n submoduleSummary = true\n',
    )
  },
  'refs and paths that look like options': ({root, git}) => {
    git('update-ref', 'refs/heads/--output=pwned', 'HEAD')
    git('update-ref', 'refs/tags/-h', 'HEAD')
    for (const name of ['--output=pwned.yaml', '-O.yaml', '$(.. ..trap).yaml', '`trap`.yaml'])
      writeFileSync(join(root, name), 'kind: Nothing\nid: x\n')
    git('add', '-A')
    git('commit', '-q', '-m', '--output=pwned')
  },
  'programs of signatures': ({git, configure, root}) => {
    const tree = git('rev-parse', 'HEAD^{tree}').trim()
    for (const kind of ['PGP SIGNATURE', 'SSH SIGNATURE', 'SIGNED MESSAGE']) {
      const parent = git('rev-parse', 'HEAD').trim()
      const text = `tree ${tree}\nparent ${parent}\nauthor B <b@x> 1767312000 +0000\ncommitter B <b@x> 1767312000 +0000\ngpgsig -----BEGIN ${kind}-----\n \n YWJj\n -----END ${kind}-----\n\nsigned\n`
      writeFileSync(join(root, '..', 'signed'), text)
      const hash = git('hash-object', '-t', 'commit', '-w', '../signed').trim()
      git('update-ref', 'HEAD', hash)
      git('update-ref', `refs/tags/${kind.replace(' ', '-')}`, hash)
    }
    configure(
      '[log]\n showSignature = true\n[commit]\n gpgSign = true\n[tag]\n gpgSign = true\n[gpg]\n program = TRAP\n format = ssh\n[gpg "ssh"]\n program = TRAP\n defaultKeyCommand = TRAP\n[gpg "x509"]\n program = TRAP\n[gpg "openpgp"]\n program = TRAP\n',
    )
  },
  'hooks, in their place and elsewhere': ({root, configure}) => {
    const hooks = 'post-index-change reference-transaction post-checkout pre-commit commit-msg'
    const others = 'prepare-commit-msg post-commit fsmonitor-watchman query-watchman pre-auto-gc'
    for (const folder of [join(root, '.git/hooks'), join(root, 'hooks')]) {
      mkdirSync(folder, {recursive: true})
      for (const name of `${hooks} ${others}`.split(' '))
        writeFileSync(join(folder, name), '#!/bin/sh\nexec ../trap "$0"\n', {mode: 0o755})
    }
    configure(`[core]\n hooksPath = ${root}/hooks\n`)
  },
  'filters, drivers of diffs and merges by attributes': ({root, configure}) => {
    const line = '* filter=evil diff=evil merge=evil text working-tree-encoding=UTF-16\n'
    writeFileSync(join(root, '.gitattributes'), line)
    mkdirSync(join(root, '.git/info'), {recursive: true})
    writeFileSync(join(root, '.git/info/attributes'), line)
    configure(
      `[filter "evil"]\n clean = TRAP clean\n smudge = TRAP smudge\n process = TRAP process\n required = true\n[diff "evil"]\n textconv = TRAP textconv\n cachetextconv = true\n command = TRAP diff\n[merge "evil"]\n driver = TRAP merge\n[filter "lfs"]\n clean = TRAP lfs\n smudge = TRAP lfs\n process = TRAP lfs\n`,
    )
  },
  'programs of the configuration': ({configure}) => {
    configure(
      '[core]\n fsmonitor = TRAP fsmonitor\n pager = TRAP pager\n editor = TRAP editor\n askPass = TRAP askpass\n sshCommand = TRAP ssh\n gitProxy = TRAP proxy\n alternateRefsCommand = TRAP refs\n[pager]\n log = TRAP pager\n cat-file = TRAP pager\n diff = TRAP pager\n[diff]\n external = TRAP external\n tool = evil\n[difftool "evil"]\n cmd = TRAP difftool\n[sequence]\n editor = TRAP editor\n[interactive]\n diffFilter = TRAP filter\n[uploadpack]\n packObjectsHook = TRAP pack\n[trailer "x"]\n key = x\n command = TRAP trailer\n[credential]\n helper = !TRAP credential\n[web]\n browser = TRAP\n',
    )
  },
  aliases: ({configure}) => {
    const names = 'log cat-file ls-tree rev-list diff-tree rev-parse merge-base for-each-ref show'
    const more = 'verify-commit verify-tag status diff tag hash-object config commit fsck'
    const lines = `${names} ${more}`.split(' ').map((it) => ` ${it} = !TRAP alias ${it}\n`)
    configure(`[alias]\n${lines.join('')}`)
  },
  'settings from other files': ({root, configure}, script) => {
    writeFileSync(
      join(root, 'evil.config'),
      `[core]\n fsmonitor = ${script} included\n[diff]\n external = ${script} included\n`,
    )
    writeFileSync(join(root, '.git/config.worktree'), `[core]\n fsmonitor = ${script} worktree\n`)
    configure(
      '[include]\n path = ../evil.config\n[includeIf "gitdir:**"]\n path = ../evil.config\n[extensions]\n worktreeConfig = true\n',
    )
  },
  'another work tree': ({configure}) => {
    configure('[core]\n worktree = /nowhere\n bare = true\n')
  },
  'remotes and protocols': ({configure}) => {
    configure(
      '[remote "origin"]\n url = ext::TRAP remote\n uploadpack = TRAP upload\n receivepack = TRAP receive\n vcs = evil\n[branch "main"]\n remote = origin\n merge = refs/heads/main\n[url "ext::TRAP x"]\n insteadOf = https://\n[protocol]\n allow = always\n[protocol "ext"]\n allow = always\n[fetch]\n recurseSubmodules = true\n[gc]\n auto = 1\n[maintenance]\n auto = true\n',
    )
  },
}

/** Plants them all; `TRAP` beside the repository is the program. */
export function plantAll(trap: Trap, which = Object.keys(plants)): void {
  for (const [name, plant] of Object.entries(plants))
    if (which.includes(name)) plant(trap, join(trap.root, '..', 'trap'))
  // What planting itself set off does not count.
  rmSync(join(trap.root, '..', 'mark'), {force: true})
  appendFileSync(join(trap.root, 'minutes.txt'), 'Changed since the commit\n')
}
