import {Args, Flags} from '@oclif/core'
import {BaseCommand, printReport, reportFlags} from '../cli/base-command.ts'
import {readFlags, signersFlag, whatIsRead} from '../cli/read-flags.ts'
import {CannotRun} from '../model/diagnostic.ts'
import {meantOr} from '../model/distance.ts'
import {quoted} from '../model/show.ts'

export default class Review extends BaseCommand<typeof Review> {
  static override summary = 'Show what waits for approval, for whom, and what changed.'
  static override description =
    'Reads the working tree, because that is what `cinch approve` binds an approval to, and its ' +
    'history. With a record: every approval and whether it counts, each field that differs from ' +
    'what was approved last, and what the record relies on. Writes nothing.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> SanctionPolicy/sanctions',
    '<%= config.bin %> <%= command.id %> --person okafor',
  ]
  static override args = {
    record: Args.string({description: 'Kind/id of a record; everything that waits without it.'}),
  }
  static override flags = {
    ...reportFlags,
    person: Flags.string({summary: 'Only what this person could approve.', helpValue: 'ID'}),
    at: readFlags.at,
    'known-on': readFlags['known-on'],
    ...signersFlag,
  }

  async run(): Promise<void> {
    const asOf = this.asOf()
    const [{open}, approvals, {reviewLines, waitingLines}] = await Promise.all([
      import('../pipeline/open.ts'),
      import('../pipeline/approvals.ts'),
      import('../report/approvals.ts'),
    ])
    const opened = await open({...whatIsRead(this.flags, 'worktree'), asOf, history: true})
    const {person} = this.flags
    const {record} = this.args
    if (person !== undefined && opened.workspace.find('Person', person) === undefined)
      throw new CannotRun(
        `Unexpected person ${quoted(person)}, expected the id of a Person record`,
        meantOr(
          person,
          opened.workspace.all('Person').map(({value}) => value.id),
          '`cinch schema Person` says where a Person record names its id',
        ),
      )
    const folders = {root: this.flags.root, overlays: this.flags.overlay}
    const {states} = await approvals.approvalsOf(opened)
    const width = process.stdout.columns ?? 80
    const reviews =
      record === undefined
        ? await approvals.waitingReviews(opened, states, folders, person)
        : [await approvals.reviewOf(opened, approvals.entryNamed(opened, record), folders)]
    const asked = states.filter(({policy}) => policy !== null)
    await printReport(
      {
        command: 'review',
        asOf,
        read: opened.read,
        diagnostics: opened.diagnostics.filter(({severity}) => severity === 'error'),
        findings: [],
        assessment: null,
        rules: [],
        body:
          record === undefined
            ? waitingLines(
                reviews,
                {
                  person,
                  asked: asked.length,
                  approved: asked.filter(({state}) => state === 'approved').length,
                  policy: opened.workspace.roots.some((it) => it.config.approvals !== undefined),
                },
                width,
              )
            : reviews.flatMap((it) => reviewLines(it, width)),
        result: {records: reviews},
        results: [],
      },
      this.flags,
      {toolVersion: this.config.version, failOn: 'never'},
    )
  }
}
