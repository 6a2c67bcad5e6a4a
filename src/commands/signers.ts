import {Flags} from '@oclif/core'
import {BaseCommand} from '../cli/base-command.ts'
import {readFlags, whatIsRead} from '../cli/read-flags.ts'

export default class Signers extends BaseCommand<typeof Signers> {
  static override summary = "Print the SSH keys of the people on record, in git's own form."
  static override description =
    'With that file anyone can check signatures with git alone. Keep it outside the repository: ' +
    'who can write the records can add a key to them. Each key counts on the days of its record, ' +
    'and for what --namespace names.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> > ~/allowed-signers',
    {
      description: 'Check commits with git alone',
      command: 'git -c gpg.ssh.allowedSignersFile="$HOME/allowed-signers" log --show-signature',
    },
    '<%= config.bin %> <%= command.id %> --namespace cinch-seal > ~/seal-signers',
  ]
  static override flags = {
    at: readFlags.at,
    'known-on': readFlags['known-on'],
    worktree: readFlags.worktree,
    namespace: Flags.option({
      options: ['git', 'cinch-seal'] as const,
      summary: 'What the keys may sign; may be given several times.',
      description: '`git` is for commits and tags, `cinch-seal` for seals; default both.',
      multiple: true,
      multipleNonGreedy: true,
    })(),
  }

  async run(): Promise<void> {
    const asOf = this.asOf()
    const [{open}, {keysOnRecord}, {allowedSignersText}] = await Promise.all([
      import('../pipeline/open.ts'),
      import('../model/seal.ts'),
      import('../model/signature.ts'),
    ])
    const {namespace = ['git', 'cinch-seal']} = this.flags
    const {workspace, read} = await open({...whatIsRead(this.flags), asOf, history: false})
    const keys = keysOnRecord(workspace)
    process.stdout.write(allowedSignersText(keys, {namespaces: namespace}))
    for (const it of read) this.remark(it)
    const gpg = keys.filter(({type}) => type === 'gpg').length
    if (gpg > 0)
      this.remark(
        `OpenPGP keys not printed: ${gpg}. This form holds SSH keys only; import them with \`gpg --import\`.`,
      )
    if (keys.length === gpg) this.remark('No Person record read holds an SSH key.')
  }
}
