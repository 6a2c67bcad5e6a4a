import {Args, Flags} from '@oclif/core'
import {BaseCommand, failOnFlag, printReport, reportFlags} from '../cli/base-command.ts'
import {readFlags, signersFlag, whatIsRead} from '../cli/read-flags.ts'
import {CannotRun} from '../model/diagnostic.ts'
import {meantOr} from '../model/distance.ts'
import {quoted} from '../model/show.ts'

export default class Trail extends BaseCommand<typeof Trail> {
  static override summary = 'Show what git says happened to the records, and when.'
  static override description =
    'Git shows when a record was committed, not when the thing happened: dates are the ' +
    "committer's word. For every dated event the lag to the commit that first held it is " +
    'shown. Signatures are checked against the keys of the Person records that are read, or ' +
    'against a file of keys; a signature binds an identity, not a time.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> diabetes-a1c',
    '<%= config.bin %> <%= command.id %> --verify',
    '<%= config.bin %> <%= command.id %> --verify --allowed-signers ~/allowed-signers',
  ]
  static override args = {
    id: Args.string({description: 'Id of a record, or Kind/id; every record without it.'}),
  }
  static override flags = {
    ...reportFlags,
    'fail-on': failOnFlag('minor'),
    at: readFlags.at,
    'known-on': readFlags['known-on'],
    verify: Flags.boolean({
      summary: 'Report dates that run backwards, late entries, back-fills and signatures.',
      default: false,
    }),
    ...signersFlag,
  }

  async run(): Promise<void> {
    const asOf = this.asOf()
    const [{openTrail}, {trailOverview, trailOfRecord}, {signatureCounts, signatureLines}] =
      await Promise.all([
        import('../pipeline/trail.ts'),
        import('../report/trail.ts'),
        import('../report/signatures.ts'),
      ])
    const {verify} = this.flags
    const {trails, read, findings} = await openTrail({
      ...whatIsRead(this.flags),
      asOf,
      history: true,
      verify,
    })
    const wanted = this.args.id
    const records = trails
      .flatMap((it) => it.records)
      .filter(({kind, id}) => wanted === undefined || wanted === id || wanted === `${kind}/${id}`)
    if (wanted !== undefined && records.length === 0) {
      const all = trails.flatMap((it) => it.records)
      const known = all.map(({kind, id}) => (wanted.includes('/') ? `${kind}/${id}` : id))
      throw new CannotRun(
        `Unexpected record ${quoted(wanted)}, expected one that the history holds`,
        meantOr(wanted, known, '`cinch trail` lists them'),
      )
    }
    await printReport(
      {
        command: 'trail',
        asOf,
        read,
        diagnostics: findings,
        findings: [],
        assessment: null,
        rules: [],
        body:
          wanted === undefined
            ? [...trailOverview(records), ...signatureLines(trails)]
            : records.flatMap(trailOfRecord),
        verified: verify,
        result: {
          records,
          signatures: trails.map(({root, commits, signers, keys}) => ({
            root,
            checkedAgainst: signers ?? null,
            counts: signatureCounts(commits),
            keys: keys ?? [],
          })),
        },
        results: [],
      },
      this.flags,
      {toolVersion: this.config.version, failOn: verify ? this.flags['fail-on'] : 'never'},
    )
  }
}
