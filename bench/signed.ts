import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {ed25519} from '../test/helpers/ssh-signer.ts'

/**
 * Makes a git repository of `commits` commits, each signed with the one key of its one person, and
 * beside it a file `signers` in git's form.
 *
 * @returns Path of that file.
 */
export function writeSigned(folder: string, commits: number): string {
  const signer = ed25519()
  const objects = join(folder, '.git', 'made')
  const git = (args: readonly string[], input = '') => {
    const {status, stdout, stderr} = spawnSync('git', args, {cwd: folder, input})
    if (status !== 0) throw new Error(stderr.toString())
    return stdout.toString().trim()
  }
  mkdirSync(join(folder, 'records'), {recursive: true})
  git(['init', '-q', '-b', 'main'])
  mkdirSync(objects)
  writeFileSync(join(folder, 'cinch.yaml'), 'formatVersion: 1\n')
  writeFileSync(
    join(folder, 'records', 'a.yaml'),
    `kind: Person\nid: a\nname: A\nroles:\n  - {role: officer, from: 2020-01-01}\nkeys:\n  - {type: ssh, key: ${signer.publicLine}, from: 2020-01-01}\n`,
  )
  git(['add', '--all'])
  const tree = git(['write-tree'])
  let parent = ''
  const paths = Array.from({length: commits}, (_, turn) => {
    const who = `A <a@bench.example> ${1_700_000_000 + turn * 600} +0000`
    const head = `tree ${tree}\n${parent === '' ? '' : `parent ${parent}\n`}author ${who}\ncommitter ${who}\n`
    const message = `\nChange ${turn}\n`
    const armored = signer.sign(head + message).trimEnd()
    const text = `${head}gpgsig ${armored.replaceAll('\n', '\n ')}\n${message}`
    parent = createHash('sha1').update(`commit ${text.length}\0${text}`).digest('hex')
    const path = join(objects, String(turn))
    writeFileSync(path, text)
    return path
  })
  git(['hash-object', '-t', 'commit', '-w', '--stdin-paths'], paths.join('\n'))
  git(['update-ref', 'HEAD', parent])
  git(['repack', '-adq'])
  const signers = join(folder, '.git', 'signers')
  writeFileSync(signers, `a namespaces="git" ${signer.publicLine}\n`)
  return signers
}
