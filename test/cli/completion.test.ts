import {spawnSync} from 'node:child_process'
import {rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, describe, expect, test} from 'vitest'
import {bashCompletion} from '../../src/cli/completion/bash.ts'
import {completedCommands} from '../../src/cli/completion/commands.ts'
import {fishCompletion} from '../../src/cli/completion/fish.ts'
import {powershellCompletion} from '../../src/cli/completion/powershell.ts'
import {zshCompletion} from '../../src/cli/completion/zsh.ts'
import {folderOf, runCinch} from '../helpers/run-cinch.ts'

const folder = folderOf({'records.yaml': ''})
afterAll(() => rmSync(folder, {recursive: true, force: true}))

function script(shell: string): string {
  const {exitCode, stdout} = runCinch(['completion', shell])
  expect(exitCode).toBe(0)
  const file = join(folder, `cinch.${shell}`)
  writeFileSync(file, stdout)
  return file
}

function run(shell: string, args: readonly string[]): string[] {
  const {status, stdout, stderr} = spawnSync(shell, args, {
    cwd: folder,
    encoding: 'utf8',
    env: {PATH: process.env['PATH'], HOME: folder, LC_ALL: 'C.UTF-8', TERM: 'dumb'},
  })
  expect(stderr).toBe('')
  expect(status).toBe(0)
  return stdout.split(/\r?\n/).filter((it) => it !== '')
}

/** What each shell offers after a line, the last word of which is being typed. */
const shells: Record<string, {found: () => boolean; offered: (line: string) => string[]}> = {
  bash: {
    found: () => isHere('bash'),
    offered: (line) => {
      const words = line.split(' ')
      const list = words.map((it) => `'${it}'`).join(' ')
      return run('bash', [
        '--norc',
        '-c',
        `source ${script('bash')}; COMP_WORDS=(${list}); COMP_CWORD=${words.length - 1}; _cinch; printf '%s\\n' "\${COMPREPLY[@]}"`,
      ])
    },
  },
  zsh: {
    found: () => isHere('zsh'),
    // A real line editor in a terminal of its own, with what it would offer written out.
    offered: (line) => {
      const setUp = `
        autoload -Uz compinit; compinit -D -u; source ${script('zsh')}
        compadd() {
          local -a asked; asked=("$@")
          while [[ $# -gt 0 && "$1" != -- ]]; do
            case "$1" in -d|-a) [[ "$1" == -a ]] && print -rl -- "\${(@P)2}"; shift ;; esac
            shift
          done
          [[ "$1" == -- ]] && { shift; (( $# )) && print -rl -- "$@" }
          builtin compadd "\${asked[@]}"
        }
        _describe() { [[ "$1" == -* ]] && shift; print -rl -- "\${(@)\${(@P)2}%%:*}" }
        report() { compstate[insert]='' ; print -r -- BEGIN; local -a words_; _cinch; print -r -- END }
        zle -C report complete-word report
        bindkey '^T' report; PS1=''; print READY`
      const program = `
        zmodload zsh/zpty
        zpty shell zsh -f -i
        zpty -w shell ${shellQuoted(setUp)}
        zpty -r shell out '*READY*READY*'
        zpty -n -w shell ${shellQuoted(line)}$'\\x14'
        zpty -r shell out '*END*'
        print -r -- "$out"
        zpty -d shell`
      const lines = run('zsh', ['-f', '-c', program])
      const from = lines.findIndex((it) => it.endsWith('BEGIN'))
      const last = line.split(' ').at(-1) ?? ''
      return lines
        .slice(from + 1)
        .filter((it) => !it.includes('END') && it.startsWith(last.replace(/^.*=/, '')))
    },
  },
  fish: {
    found: () => isHere('fish'),
    offered: (line) =>
      run('fish', ['--no-config', '-c', `source ${script('fish')}; complete -C '${line}'`]).map(
        (it) => it.split('\t')[0]?.replace(/^--[a-z-]+=/, '') ?? '',
      ),
  },
}

function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}

function isHere(program: string): boolean {
  return spawnSync(program, ['--version']).status === 0
}

const formats = ['pretty', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown']

describe.each(Object.keys(shells))('%s', (shell) => {
  test.each([
    ['cinch val', ['validate']],
    ['cinch rules t', ['test']],
    ['cinch validate --format ', formats],
    ['cinch validate --root x --format j', ['json', 'junit']],
    ['cinch assess --fail-on g', ['gate']],
    ['cinch rules test --format s', ['sarif']],
    ['cinch completion f', ['fish']],
    ['cinch validate --know', ['--known-on']],
    ['cinch validate --as-of ', []],
    ['cinch trail --explain', []],
  ])('%s', (line, expected) => {
    const found = shells[shell]?.found() ?? false
    if (!found) {
      console.warn(`skipped: ${shell} is not installed, so its completion was not loaded`)
      return
    }
    expect(shells[shell]?.offered(line).sort()).toEqual([...expected].sort())
  })
})

test('bash completes a value after an equals sign, which it takes for a word', () => {
  expect(shells['bash']?.offered('cinch validate --format = ju')).toEqual(['junit'])
})

test('PowerShell loads the script and completes', () => {
  const pwsh = ['pwsh', 'powershell'].find(isHere)
  if (pwsh === undefined) {
    console.warn('skipped: PowerShell is not installed, so its completion was not loaded')
    return
  }
  const file = script('powershell')
  const offered = (line: string) =>
    run(pwsh, [
      '-NoProfile',
      '-Command',
      `. '${file}'; (TabExpansion2 '${line}' ${line.length}).CompletionMatches.CompletionText`,
    ])
  expect(offered('cinch val')).toEqual(['validate'])
  expect(offered('cinch validate --format j')).toEqual(['json', 'junit'])
})

/**
 * A PowerShell script as its tokenizer splits it (about_Quoting_Rules): the texts in single quotes,
 * straight or curly, in which a doubled quote is one, and what stands outside of them.
 */
function powershellTexts(script: string): {texts: string[]; outside: string} {
  const texts: string[] = []
  const outside = script.replace(
    /#[^\n]*|['\u2018-\u201b]((?:[^'\u2018-\u201b]|['\u2018-\u201b]{2})*)['\u2018-\u201b]/g,
    (whole, text: string | undefined) => {
      if (text === undefined) return whole
      texts.push(text.replaceAll(/['\u2018-\u201b](['\u2018-\u201b])/g, '$1'))
      return '_'
    },
  )
  return {texts, outside}
}

test('PowerShell reads names and summaries of any kind as text, and runs none', () => {
  const hostile = [
    "x'; Start-Process calc; '",
    '\u2019; calc #',
    "it's \u2018so\u2019",
    '$(calc) `calc` "calc"',
    "@'\ncalc\n'@",
  ]
  const flags = hostile.map((it) => ({name: it, summary: it, value: [it, "'"]}))
  const made = powershellCompletion(
    hostile.map((name) => ({name, summary: name, flags, words: [name]})),
  )
  const {texts, outside} = powershellTexts(made)
  for (const it of hostile) {
    expect(texts).toContain(it)
    expect(texts).toContain(`--${it}`)
  }
  expect(outside).not.toContain('calc')
  expect(outside.match(/['\u2018-\u201b]/g)).toBeNull()
  for (const [open = '', close = ''] of ['{}', '()', '[]'])
    expect(outside.split(open).length, `${open}${close}`).toBe(outside.split(close).length)
})

test('the script of PowerShell registers a native completer as its reference asks', () => {
  const {outside} = powershellTexts(runCinch(['completion', 'powershell']).stdout)
  expect(outside).toContain('Register-ArgumentCompleter -Native -CommandName cinch -ScriptBlock {')
  expect(outside).toContain('param($wordToComplete, $commandAst, $cursorPosition)')
  // A wildcard of what is typed would fail on a bracket.
  expect(outside).not.toContain('-like')
  for (const [, args = ''] of outside.matchAll(/CompletionResult\]::new\(([^)]*)\)/g))
    expect(args.split(', ')).toHaveLength(4)
})

test('every command and every flag that help lists is in every script', () => {
  const scripts = ['bash', 'zsh', 'fish', 'powershell'].map(
    (shell) => [shell, runCinch(['completion', shell]).stdout] as const,
  )
  for (const command of ['validate', 'assess', 'trail', 'dossier', 'rules test', 'completion']) {
    const help = runCinch([...command.split(' '), '--help']).stdout
    const flags = [...help.matchAll(/^ {2,}(?:-\w, )?--([a-z-]+)/gm)].map(([, name = '']) => name)
    for (const [shell, text] of scripts) {
      expect(text, shell).toContain(`'${command}'`)
      for (const flag of flags)
        expect(text, `${shell} ${command}`).toContain(
          shell === 'fish' ? `-l ${flag} ` : `--${flag}`,
        )
    }
  }
})

test('a shell that is not known exits 2 and names those that are', () => {
  const {exitCode, stderr, stdout} = runCinch(['completion', 'tcsh'])
  expect({exitCode, stdout}).toEqual({exitCode: 2, stdout: ''})
  expect(stderr).toContain('powershell')
})

describe('summaries with quotes', () => {
  const flag = {name: 'o', type: 'option' as const, summary: `It's "a" \`b\` $(c) \\'d ’e: f\n%F`}
  const commands = completedCommands(
    [{id: 'x', summary: flag.summary, flags: {o: flag}, args: {}}],
    ' ',
  )
  test.each([
    ['bash', bashCompletion(commands), ['-n']],
    ['zsh', zshCompletion(commands), ['-n']],
    ['fish', fishCompletion(commands), ['--no-execute']],
  ])('stay text in %s', (shell, text, args) => {
    if (!isHere(shell)) {
      console.warn(`skipped: ${shell} is not installed`)
      return
    }
    const file = join(folder, `odd.${shell}`)
    writeFileSync(file, text)
    run(shell, [...args, file])
  })
  test('stay text in PowerShell: each quote is doubled', () => {
    expect(powershellCompletion(commands)).toContain(
      `'It''s "a" \`b\` $(c) \\''d \u2019\u2019e: f %F'`,
    )
  })
})
