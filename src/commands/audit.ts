import {Flags} from '@oclif/core'
import {BaseCommand, inBuildLog} from '../cli/base-command.ts'
import {exitCodeOf, exitCodes} from '../cli/exit.ts'
import {readFlags, whatIsRead} from '../cli/read-flags.ts'
import {CannotRun} from '../model/diagnostic.ts'
import type {Workpaper} from '../model/workpaper.ts'
import type {Written} from '../write/files.ts'

export default class Audit extends BaseCommand<typeof Audit> {
  static override summary = 'Write the workpaper of a period, with a sample of members to check.'
  static override description =
    'Reads the commit at HEAD, or another, with its history: what was examined, what changed in the period, ' +
    'findings, what falls due, approvals, late entries, and a sample of member files to look at by ' +
    'hand. The same seed and members give the same sample. It says what was found, and passes ' +
    'nobody. Exits 0 when it was written, whatever it says, and 3 where content is not what it ' +
    'was or may not be kept.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --period 2026Q1 --dry-run',
    '<%= config.bin %> <%= command.id %> --period 2026Q1 --as-of 2026-04-15',
    '<%= config.bin %> <%= command.id %> --period 2026Q1 --sample 25 --seed 4163253',
  ]
  static override flags = {
    at: readFlags.at,
    'known-on': readFlags['known-on'],
    period: Flags.string({
      summary: 'A quarter, half-year, month, year, or FROM..TO: 2026Q1, 2026H1, 2026-03, 2026.',
      required: true,
    }),
    sample: Flags.integer({
      summary: 'Members whose files are to be looked at by hand.',
      min: 0,
      max: 10_000,
      default: 10,
    }),
    seed: Flags.string({
      summary: 'What the sample is drawn with; printed. Default: the period and the commit read.',
    }),
    out: Flags.string({
      summary: 'Folder below the root to write to. Default: audits/PERIOD.',
      helpValue: 'FOLDER',
    }),
    'dry-run': Flags.boolean({summary: 'Say what would be written; write nothing.'}),
    json: Flags.boolean({summary: 'Print the workpaper as JSON.'}),
    full: Flags.boolean({
      summary: 'Show texts of the repository where CI is set: what a build log shows is published.',
    }),
  }

  async run(): Promise<void> {
    const {flags} = this
    if (flags.overlay.length > 0)
      throw new CannotRun(
        'Unexpected --overlay, expected the main root alone: the workpaper is committed there, and all who read it would read what the overlay keeps from them',
        'Leave `--overlay` out. `cinch assess` and `cinch status --due 90d` show with --overlay what it adds, and write nothing; keep what you note of that in the overlay itself',
      )
    const [{auditOf, writeWorkpaper}, {workpaperMarkdown}, {worksheetCsv, worksheetMarkdown}] =
      await Promise.all([
        import('../pipeline/audit.ts'),
        import('../report/audit.ts'),
        import('../report/worksheet.ts'),
      ])
    const {at, knownOn} = whatIsRead(flags)
    const paper = await auditOf({
      root: flags.root,
      at,
      ...(knownOn === undefined ? {} : {knownOn}),
      period: flags.period,
      asOf: this.asOf(),
      size: flags.sample,
      ...(flags.seed === undefined ? {} : {seed: flags.seed}),
      toolVersion: this.config.version,
    })
    const folder = (flags.out ?? `audits/${paper.period.name}`).replace(/\/+$/, '')
    const files = [
      {path: `${folder}/workpaper.md`, text: workpaperMarkdown(paper)},
      {path: `${folder}/worksheet.csv`, text: worksheetCsv(paper)},
      {path: `${folder}/worksheet.md`, text: worksheetMarkdown(paper)},
    ]
    const written = await writeWorkpaper(flags.root, files, flags['dry-run'])
    const results = paper.lines.flatMap((it) => it.results)
    process.exitCode = exitCodeOf(paper.diagnostics, results, 'never')
    this.tell(paper, written)
  }

  private tell(paper: Workpaper, written: readonly Written[]): void {
    const {flags} = this
    const discreet = inBuildLog() && !flags.full
    const dryRun = flags['dry-run']
    if (flags.json) {
      const shown = discreet ? null : paper
      process.stdout.write(`${JSON.stringify({dryRun, written, workpaper: shown}, null, 2)}\n`)
      return
    }
    const {period, asOf, sample, commits, changes, findings, due, late, leftOut} = paper
    const verb = {created: 'wrote', replaced: 'wrote', unchanged: 'unchanged'} as const
    const would = {created: 'would write', replaced: 'would write', unchanged: 'unchanged'} as const
    const overdue = due.obligations.filter(({daysLate}) => daysLate > 0).length
    const held = leftOut.reduce((sum, it) => sum + it.count, 0)
    const lines = [
      `cinch audit  ${period.from} to ${period.to}, as of ${asOf}`,
      ...(discreet ? [] : [`Seed of the sample: ${sample.seed}`]),
      '',
      `Commits in the period:   ${commits.length}`,
      `Changes listed:          ${changes === null ? 'not told' : changes.list.length}`,
      `Findings listed:         ${findings.length}`,
      `Due in three months:     ${due.obligations.length}, of which overdue ${overdue}`,
      `Late entries listed:     ${late.length}`,
      `Counted and not listed:  ${held}`,
      `Members to look at:      ${sample.members.length} of ${sample.of}`,
      '',
      ...(process.exitCode === exitCodes.integrity
        ? ['Something is not what it was, or may not be kept: see the faults in the workpaper.', '']
        : []),
      ...written.map(({path, action}) => `${(dryRun ? would : verb)[action]} ${path}`),
      ...(dryRun
        ? []
        : [
            'Next: fill in the worksheet, commit the folder, and register what was signed as an exhibit.',
          ]),
    ]
    process.stdout.write(`${lines.join('\n')}\n`)
  }
}
