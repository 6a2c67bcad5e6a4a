import {Flags} from '@oclif/core'
import {BaseCommand, failOnFlag, printReport, reportFlags} from '../cli/base-command.ts'
import {isIntegrityCode} from '../cli/exit.ts'
import {readFlags, whatIsRead} from '../cli/read-flags.ts'
import type {OpenOptions} from '../pipeline/open.ts'

export default class Validate extends BaseCommand<typeof Validate> {
  static override summary = 'Check every record of a governance repository.'
  static override description =
    'Reads the working tree, and no history. Checks each file, record, reference, table and ' +
    'exhibit, and writes nothing.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --root northgate --fail-on major',
    '<%= config.bin %> <%= command.id %> --base origin/main',
    '<%= config.bin %> <%= command.id %> --format sarif > ../cinch.sarif',
  ]
  static override flags = {
    ...reportFlags,
    'fail-on': failOnFlag('minor'),
    at: readFlags.at,
    'known-on': readFlags['known-on'],
    base: Flags.string({
      summary: 'Show only what differs from this commit, and what is linked to it.',
      description:
        'A hash, branch or tag. Findings in records that the change does not touch are counted ' +
        'and not shown, and do not count for --fail-on. What is new is always shown, and so is ' +
        'an integrity failure. All zeros show everything.',
      helpValue: 'REV',
    }),
  }

  async run(): Promise<void> {
    const asOf = this.asOf()
    const options = {
      ...whatIsRead(this.flags, 'worktree'),
      asOf,
      isToday: this.isToday(),
      history: false,
    }
    const {inventoryLines} = await import('../report/inventory.ts')
    const {read, leftOut, diagnostics, inventory} = await this.validated(options)
    await printReport(
      {
        command: 'validate',
        asOf,
        read: [...read, 'Commit messages were not read: cinch assess looks through them.'],
        leftOut,
        diagnostics,
        findings: [],
        assessment: null,
        rules: [],
        body: inventoryLines(inventory),
        result: inventory,
        results: [],
      },
      this.flags,
      {toolVersion: this.config.version, failOn: this.flags['fail-on']},
    )
  }
  private async validated(options: OpenOptions) {
    const {base} = this.flags
    const {validateOpened, validateWorktree} = await import('../pipeline/validated.ts')
    if (base === undefined && options.at === 'worktree')
      return {...(await validateWorktree(options)), leftOut: []}
    const [{open}, {narrowToChange}] = await Promise.all([
      import('../pipeline/open.ts'),
      import('../pipeline/changes.ts'),
    ])
    const opened = await open(options)
    const validated = await validateOpened(opened)
    const narrowed = await narrowToChange(opened, validated.diagnostics, base, {
      root: options.root,
      asOf: options.asOf,
      isToday: this.isToday(),
      isAlwaysShown: isIntegrityCode,
    })
    return {...validated, ...narrowed, read: [...validated.read, ...narrowed.read]}
  }
}
