import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {Args, Flags} from '@oclif/core'
import {BaseCommand, inBuildLog} from '../cli/base-command.ts'
import {exitCodes} from '../cli/exit.ts'
import {signersFlag, whatIsRead} from '../cli/read-flags.ts'
import {isDate} from '../model/date.ts'
import {CannotRun, type Diagnostic} from '../model/diagnostic.ts'
import {personRoles} from '../model/roles.ts'
import {quoted} from '../model/show.ts'
import type {Entry} from '../model/workspace.ts'
import type {PreparedApproval} from '../pipeline/approve.ts'

const verdicts = ['approved', 'refused', 'approvedWithReservation'] as const

export default class Approve extends BaseCommand<typeof Approve> {
  static override summary =
    'Write down that a person approves a record as it stands, or refuses it.'
  static override description =
    'Writes an Approval record, bound to the exact content of the record in the working tree, in a ' +
    'file of its own. Commits nothing, asks nothing, and approves nothing by itself: it writes what ' +
    'a person says. Commit it with a signed commit of that person. A record that does not validate, ' +
    'and an approval that would not count, are refused.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> SanctionPolicy/sanctions --person okafor --role medicalDirector --verdict approved',
    '<%= config.bin %> <%= command.id %> Protocol/diabetes-a1c --person quill --role committeeChair --verdict refused --dry-run',
  ]
  static override args = {
    record: Args.string({description: 'Kind/id of the record.', required: true}),
  }
  static override flags = {
    person: Flags.string({
      summary: 'Id of the Person who says so.',
      required: true,
      helpValue: 'ID',
    }),
    role: Flags.option({
      options: personRoles,
      summary: 'Role in which; the person must hold it on the date.',
      required: true,
    })(),
    verdict: Flags.option({options: verdicts, summary: 'What the person says.', required: true})(),
    date: Flags.string({
      summary: 'Day of the verdict, YYYY-MM-DD; --as-of, or today in UTC, without it.',
    }),
    'relied-on': Flags.string({
      summary: 'Id of an Exhibit that was relied on; may be given several times.',
      multiple: true,
      multipleNonGreedy: true,
      default: [],
      helpValue: 'EXHIBIT',
    }),
    'dry-run': Flags.boolean({summary: 'Show the record that would be written; write nothing.'}),
    json: Flags.boolean({summary: 'Say what was written as JSON.'}),
    ...signersFlag,
  }

  async run(): Promise<void> {
    const {flags, args} = this
    const asOf = this.asOf()
    const date = dateSaid(flags.date, asOf)
    const [{open}, {entryNamed}, {prepareApproval}] = await Promise.all([
      import('../pipeline/open.ts'),
      import('../pipeline/approvals.ts'),
      import('../pipeline/approve.ts'),
    ])
    const folders = {root: flags.root, overlays: flags.overlay}
    const opened = await open({...whatIsRead(flags, 'worktree'), asOf, history: true})
    for (const line of opened.read) this.remark(line)
    this.remark(`Dated ${date}${flags.date === undefined ? ', the date judged at' : ''} (UTC).`)
    const entry = entryNamed(opened, args.record)
    const prepared = await prepareApproval(
      opened,
      entry,
      {
        person: flags.person,
        role: flags.role,
        verdict: flags.verdict,
        date,
        reliedOn: flags['relied-on'],
      },
      folders,
    )
    if (this.isRefused(prepared, faultsOf(opened.diagnostics, entry))) return
    if (existsSync(join(prepared.folder, prepared.path)))
      throw new CannotRun(
        `Unexpected approval ${quoted(prepared.path)}, expected none yet that says the same`,
        'It is written down already; commit it',
      )
    const {writeFiles} = await import('../write/files.ts')
    const bytes = new TextEncoder().encode(prepared.text)
    writeFiles(prepared.folder, [{path: prepared.path, bytes, was: null}], {
      dryRun: flags['dry-run'],
    })
    await this.tell(prepared)
  }

  /** Nothing is written that is known not to hold. */
  private isRefused({judged}: PreparedApproval, faults: readonly Diagnostic[]): boolean {
    const [fault] = faults
    if (fault === undefined && judged.counts) return false
    process.exitCode = exitCodes.found
    const published = inBuildLog()
    const reasons = published ? '' : `: ${judged.reasons.join('; ')}`
    const [message, fix] =
      fault === undefined
        ? [`this approval would not count${reasons}`, 'cinch review names who may approve it']
        : [
            `the file of the record has ${faults.length === 1 ? '1 fault' : `${faults.length} faults`}, such as ${fault.code}`,
            'cinch validate names them; correct them, then approve what stands there',
          ]
    this.remark(`cinch: ${message}; nothing was written\n  fix: ${fix}`)
    if (this.flags.json)
      process.stdout.write(
        jsonOf({written: false, file: null, ...(published ? {} : {reasons: judged.reasons})}),
      )
    return true
  }

  /** A build log is published: there only the place is told. */
  private async tell({record, folder, path, text, judged}: PreparedApproval): Promise<void> {
    const [{hang, safe}, {commitLines}] = await Promise.all([
      import('../report/text.ts'),
      import('../report/paste.ts'),
    ])
    const width = process.stdout.columns ?? 80
    const written = !this.flags['dry-run']
    const file = join(folder, path).split('\\').join('/')
    const {remarks} = judged
    const published = inBuildLog()
    if (!published) for (const it of remarks) this.remark(`remark: ${it}`)
    if (this.flags.json) {
      process.stdout.write(jsonOf({written, file, ...(published ? {} : {record, remarks})}))
      return
    }
    const next = [
      ...hang('', `Next: commit it, signed by ${safe(record.person)}:`, width),
      ...commitLines(folder, [path], {width, signed: true}),
      '',
    ].join('\n')
    process.stdout.write(
      `${written ? 'wrote' : 'would write'} ${file}\n` +
        (published ? '' : text) +
        (written && !published ? next : ''),
    )
  }
}

function jsonOf(told: object): string {
  return `${JSON.stringify(told, null, 2)}\n`
}

/** @throws {CannotRun} When it is no date, or after the date judged at. */
function dateSaid(given: string | undefined, asOf: string): string {
  if (given === undefined) return asOf
  if (!isDate(given))
    throw new CannotRun(
      `Unexpected --date \`${given}\`, expected a date that exists`,
      'Write it as YYYY-MM-DD, such as 2026-06-30',
    )
  if (given > asOf)
    throw new CannotRun(
      `Unexpected --date \`${given}\` after ${asOf}, expected a day that has come`,
      'An approval is dated on the day it is given',
    )
  return given
}

/** Faults in the file that holds the record: what stands there may not be what was meant. */
function faultsOf(diagnostics: readonly Diagnostic[], {file, root}: Entry): readonly Diagnostic[] {
  return diagnostics.filter(
    ({severity, location}) =>
      severity === 'error' && location.file === file && (location.root ?? 'main') === root,
  )
}
