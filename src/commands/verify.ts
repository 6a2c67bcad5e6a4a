import {Args, Flags} from '@oclif/core'
import {BaseCommand, inBuildLog} from '../cli/base-command.ts'
import {exitCodes} from '../cli/exit.ts'
import {signersFlag} from '../cli/read-flags.ts'
import {CannotRun} from '../model/diagnostic.ts'
import type {Verification} from '../model/verification.ts'

export default class Verify extends BaseCommand<typeof Verify> {
  static override summary = 'Check a seal, or a dossier against the seal that names it.'
  static override description =
    'Looks one by one at the signature, every input at the sealed commit, the exhibits, the ' +
    'history and its seals, the rule set, and the dossier made again from the commit. Exits 3 ' +
    'where one does not hold, 2 where the clone is not whole, 1 where one could not be checked, ' +
    '0 where all hold. A seal is of one repository; of an overlay only the removals that counsel ' +
    'instructed are read. Writes nothing.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> dossier',
    '<%= config.bin %> <%= command.id %> dossier.pdf --root governance',
    '<%= config.bin %> <%= command.id %> seals/0001-4f2a9c01b7de.intoto.json',
  ]
  static override args = {
    target: Args.string({
      description: 'A seal, the folder of a dossier, or one of its files.',
      required: true,
    }),
  }
  static override flags = {
    format: Flags.option({
      options: ['pretty', 'json'] as const,
      summary: 'Format of the report on stdout.',
      default: 'pretty',
    })(),
    json: Flags.boolean({summary: 'Short for --format json.'}),
    full: Flags.boolean({
      summary: 'Show texts of the repository where CI is set: what a build log shows is published.',
    }),
    'tsa-ca': Flags.string({
      summary: 'Certificates (PEM) of authorities that a time-stamp token may be of.',
      helpValue: 'FILE',
    }),
    ...signersFlag,
  }

  async run(): Promise<void> {
    const {flags, args} = this
    if (flags['as-of'] !== undefined)
      throw new CannotRun(
        'Unexpected --as-of, expected none: a seal names the date it was judged at',
      )
    const [{verifySeal}, {verifyText, verifyJson}] = await Promise.all([
      import('../pipeline/verify.ts'),
      import('../report/verify.ts'),
    ])
    const verification = await verifySeal({
      root: flags.root,
      overlays: flags.overlay,
      target: args.target,
      tsaCa: flags['tsa-ca'],
      allowedSigners: flags['allowed-signers'],
      toolVersion: this.config.version,
      now: Math.floor(Date.now() / 1000),
    })
    const exitCode = exitCodeOf(verification)
    const report = {
      ...verification,
      toolVersion: this.config.version,
      exitCode,
      discreet: inBuildLog() && !flags.full,
    }
    process.stdout.write(
      flags.json || flags.format === 'json'
        ? verifyJson(report)
        : verifyText(report, process.stdout.columns ?? 80),
    )
    process.exitCode = exitCode
  }
}

/** What does not hold beats what could not be looked at; what was not checked does not hold. */
function exitCodeOf({checks, findings, incomplete, seal}: Verification): number {
  const failed =
    seal === null ||
    checks.some(({state}) => state === 'fails') ||
    findings.some(({severity}) => severity === 'error')
  if (failed) return exitCodes.integrity
  if (incomplete) return exitCodes.cannotRun
  return checks.some(({state}) => state === 'notChecked' || state === 'recorded')
    ? exitCodes.found
    : exitCodes.clean
}
