import {Flags} from '@oclif/core'
import {BaseCommand, inBuildLog} from '../cli/base-command.ts'
import {exitCodeOf, exitCodes} from '../cli/exit.ts'
import {readFlags, whatIsRead} from '../cli/read-flags.ts'
import {CannotRun} from '../model/diagnostic.ts'
import {historyTest} from '../model/seal.ts'
import type {PreparedSeal} from '../pipeline/seal.ts'

export default class Seal extends BaseCommand<typeof Seal> {
  static override summary = 'Seal a commit: bind its files, its dossier and its outcomes, signed.'
  static override description =
    'Writes an in-toto statement with the hash of every input and of every file of the dossier, ' +
    'and the signature beside it. It names the seal before it. Nothing is sealed over content ' +
    'that may not be kept or does not match its hash (exit 3), over records in error, over a ' +
    'working tree that differs, or without the whole history. A seal is of one repository; of an ' +
    'overlay only the removals that counsel instructed are read.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --as-of 2026-06-30 --key ~/.ssh/id_ed25519',
    '<%= config.bin %> <%= command.id %> --as-of 2026-06-30 --key key.pub --tag seal-2026-q2',
    '<%= config.bin %> <%= command.id %> --as-of 2026-06-30 --dry-run',
  ]
  static override flags = {
    at: Flags.string({
      summary: 'Commit to seal instead of HEAD: a hash, branch or tag.',
      helpValue: 'REV',
    }),
    'known-on': {
      ...readFlags['known-on'],
      summary: 'Seal the last commit of the main line by this date, YYYY-MM-DD.',
    },
    key: Flags.string({
      summary: 'SSH key to sign with; a public key where an agent holds the private one.',
      helpValue: 'FILE',
    }),
    tag: Flags.string({
      summary: 'Sign a new tag on the commit, which names the seal, instead of the file.',
      helpValue: 'NAME',
      dependsOn: ['key'],
    }),
    person: Flags.string({
      summary: 'Id of the Person who signs, where several hold the key.',
      helpValue: 'ID',
      dependsOn: ['key'],
    }),
    dossier: Flags.string({
      summary: 'Folder of a compiled dossier; refused where it is not what the commit gives.',
      helpValue: 'DIR',
    }),
    out: Flags.string({
      summary: 'Folder to write to instead of seals/ of the root.',
      helpValue: 'DIR',
    }),
    'dry-run': Flags.boolean({summary: 'Say what would be sealed; sign and write nothing.'}),
    json: Flags.boolean({summary: 'Say what was sealed as JSON.'}),
    full: Flags.boolean({
      summary: 'Say the readiness where CI is set, too: what a build log shows is published.',
    }),
  }

  async run(): Promise<void> {
    const {flags} = this
    if (flags['as-of'] === undefined)
      throw new CannotRun(
        'Expected --as-of, the date that the dossier judges at',
        'Give a date, such as --as-of 2026-06-30',
      )
    const [{prepareSeal, makeSeal}, {sealText}] = await Promise.all([
      import('../pipeline/seal.ts'),
      import('../report/seal.ts'),
    ])
    const prepared = await prepareSeal({
      ...whatIsRead(flags),
      asOf: this.asOf(),
      toolVersion: this.config.version,
    })
    for (const line of prepared.opened.read) this.remark(line)
    if (this.isRefused(prepared)) return
    const made = await makeSeal(prepared, {
      ...flags,
      dryRun: flags['dry-run'],
      ask: !flags['no-input'] && process.stdin.isTTY,
      now: Math.floor(Date.now() / 1000),
    })
    const whole = !inBuildLog() || flags.full
    const written = !flags['dry-run']
    const outputs = made.documents.map(({name, sha256}) => ({name, sha256}))
    const {predicate, files} = made
    process.stdout.write(
      flags.json
        ? `${JSON.stringify({written, files, outputs, predicate: whole ? predicate : null}, null, 2)}\n`
        : sealText({written, predicate, files, outputs, whole}),
    )
  }

  /** Nothing is sealed over content that is not what it was, nor over records that do not validate. */
  private isRefused({integrity, faults, evaluated, instructed}: PreparedSeal): boolean {
    const results = evaluated.assessment.lines
      .flatMap((it) => it.results)
      .filter((it) => !instructed || it.rule !== historyTest)
    if (exitCodeOf(integrity, results, 'never') === exitCodes.integrity) {
      process.exitCode = exitCodes.integrity
      const tests = results.filter((it) => exitCodeOf([], [it], 'never') === exitCodes.integrity)
      const told = new Set([...integrity.map(({code}) => code), ...tests.map(({rule}) => rule)])
      this.remark(
        `cinch: integrity findings (${[...told].join(', ')}); nothing was sealed\n` +
          '  fix: cinch validate and cinch assess --explain name them; a seal would vouch for them' +
          (told.has(historyTest)
            ? '. Where counsel instructed a rewrite, name the root of its Hold with --overlay'
            : ''),
      )
      return true
    }
    if (faults === 0) return false
    process.exitCode = exitCodes.found
    this.remark(
      `cinch: ${faults === 1 ? '1 fault' : `${faults} faults`} in the records; nothing was sealed\n` +
        '  fix: cinch validate --at HEAD names them',
    )
    return true
  }
}
