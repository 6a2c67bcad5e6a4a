import {Flags} from '@oclif/core'
import {BaseCommand, failOnFlag, printReport, reportFlags} from '../cli/base-command.ts'
import {isIntegrityCode} from '../cli/exit.ts'
import {readFlags, whatIsRead} from '../cli/read-flags.ts'

export default class Validate extends BaseCommand<typeof Validate> {
  static override summary = 'Check every record of a governance repository.'
  static override description =
    'Reads the working tree, and no history. Checks each file, record, reference, table and ' +
    'exhibit, and writes nothing.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --root northgate --fail-on major',
    '<%= config.bin %> <%= command.id %> --base origin/main',
    '<%= config.bin %> <%= command.id %> --format sarif > cinch.sarif',
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
    const [{open, checkIntegrity}, {inventoryLines}, {narrowToChange}] = await Promise.all([
      import('../pipeline/open.ts'),
      import('../report/inventory.ts'),
      import('../pipeline/changes.ts'),
    ])
    const opened = await open({...whatIsRead(this.flags, 'worktree'), asOf, history: false})
    const found = [...opened.diagnostics, ...(await checkIntegrity(opened))]
    const narrowed = await narrowToChange(opened, found, this.flags.base, {
      root: this.flags.root,
      asOf,
      isAlwaysShown: isIntegrityCode,
    })
    await printReport(
      {
        command: 'validate',
        asOf,
        read: [
          ...opened.read,
          ...narrowed.read,
          'Commit messages were not read: cinch assess looks through them.',
        ],
        leftOut: narrowed.leftOut,
        diagnostics: narrowed.diagnostics,
        findings: [],
        assessment: null,
        rules: [],
        body: inventoryLines(opened.inventory),
        result: opened.inventory,
        results: [],
      },
      this.flags,
      {toolVersion: this.config.version, failOn: this.flags['fail-on']},
    )
  }
}
