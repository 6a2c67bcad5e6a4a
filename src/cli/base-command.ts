import {appendFile, writeFile} from 'node:fs/promises'
import {Command, Flags, type Interfaces} from '@oclif/core'
import type {TestResult} from '../model/assessment.ts'
import {dateOf, isDate} from '../model/date.ts'
import {CannotRun, compareDiagnostics} from '../model/diagnostic.ts'
import {formats, type Format, type Report} from '../report/report.ts'
import {exitCodeOf, failOnLevels, type FailOn} from './exit.ts'
import {refuseReportInRoot} from './report-file.ts'
import {prefixOf} from './root-prefix.ts'

type Flag<T extends typeof Command> = Interfaces.InferredFlags<
  (typeof BaseCommand)['baseFlags'] & T['flags']
>

/** Flags, printing and exit codes that every command on a governance repository shares. */
export abstract class BaseCommand<T extends typeof Command> extends Command {
  static override baseFlags = {
    root: Flags.string({
      summary: 'Folder of the governance repository.',
      helpValue: 'FOLDER',
      default: '.',
      helpGroup: 'GLOBAL',
    }),
    overlay: Flags.string({
      summary: 'Another root, read with the main one; may be given several times.',
      helpValue: 'FOLDER',
      multiple: true,
      multipleNonGreedy: true,
      default: [],
      helpGroup: 'GLOBAL',
    }),
    'as-of': Flags.string({
      summary: 'Date judged at, YYYY-MM-DD. It never changes what is read.',
      helpValue: 'DATE',
      helpGroup: 'GLOBAL',
    }),
    'no-input': Flags.boolean({summary: 'Never ask anything.', helpGroup: 'GLOBAL'}),
    'no-cache': Flags.boolean({
      summary: 'Keep nothing for the next run, and use nothing kept; no result depends on it.',
      helpGroup: 'GLOBAL',
    }),
  }

  protected flags!: Flag<T>
  protected args!: Interfaces.InferredArgs<T['args']>

  override async init(): Promise<void> {
    await super.init()
    const {args, flags} = await this.parse({
      flags: this.ctor.flags,
      baseFlags: (super.ctor as typeof BaseCommand).baseFlags,
      args: this.ctor.args,
      strict: this.ctor.strict,
    })
    this.flags = flags as Flag<T>
    // What reads the repository asks the variable, wherever it is called from.
    if (this.flags['no-cache']) process.env['CINCH_NO_CACHE'] = '1'
    this.args = args as Interfaces.InferredArgs<T['args']>
    refuseReportInRoot(this.flags)
  }

  /** The date judged at: the flag, or today in UTC. Commands print it before anything else. */
  protected asOf(): string {
    const given = this.flags['as-of']
    if (given === undefined) return dateOf(Math.floor(Date.now() / 1000))
    if (!isDate(given))
      throw new CannotRun(
        `Unexpected --as-of \`${given}\`, expected a date that exists`,
        'Write it as YYYY-MM-DD, such as 2026-06-30',
      )
    return given
  }

  /** Whether no date was given, so that the one judged at is today. */
  protected isToday(): boolean {
    return this.flags['as-of'] === undefined
  }

  /** Progress and remarks: never on stdout, which belongs to the result. */
  protected remark(text: string): void {
    process.stderr.write(`${text}\n`)
  }
}

/** Flags of the commands that print a report. */
export const reportFlags = {
  format: Flags.option({
    options: formats,
    summary: 'Format of the report on stdout.',
    default: 'pretty',
  })(),
  json: Flags.boolean({summary: 'Short for --format json.'}),
  full: Flags.boolean({
    summary: 'Show the text of records.',
    description:
      'The formats sarif, junit, github, gitlab and markdown, and every format where the ' +
      'environment variable CI is set, show rule id, place and fix only: what a build log shows ' +
      'is published.',
  }),
  report: Flags.string({
    summary: 'Also write the full report, as JSON, to this local file.',
    description: 'Where overlays are read, a file outside of every root that is read.',
  }),
}

export const failOnFlag = (defaultLevel: FailOn) =>
  Flags.option({
    options: failOnLevels,
    summary: 'Exit 1 when anything of this weight or graver is not supported.',
    default: defaultLevel,
  })()

type Reported = Omit<Report, 'exitCode' | 'toolVersion'>

/** Prints a report in the format asked for, and sets the exit code. */
export async function printReport(
  report: Reported & {readonly results: readonly TestResult[]},
  flags: {
    readonly root: string
    readonly format: Format
    readonly json: boolean
    readonly full: boolean
    readonly report?: string | undefined
    readonly excepted?: boolean
  },
  {toolVersion, failOn}: {readonly toolVersion: string; readonly failOn: FailOn},
): Promise<void> {
  const {results, ...rest} = report
  const {fingerprinted} = await import('../report/fingerprint.ts')
  const diagnostics = fingerprinted([...report.diagnostics].sort(compareDiagnostics))
  const exitCode = exitCodeOf(diagnostics, results, failOn)
  const whole: Report = {...rest, diagnostics, toolVersion, exitCode}
  const format = flags.json ? 'json' : flags.format
  const discreet = !flags.full && (isForService(format) || inBuildLog())
  const [{reporters}, {withoutRecordText}, {withoutExcepted}] = await Promise.all([
    import('../report/index.ts'),
    import('../report/discreet.ts'),
    import('../report/exceptions.ts'),
  ])
  // Services do not read suppressions: what is excepted is shown when asked for.
  const kept = isForService(format) && flags.excepted !== true ? withoutExcepted(whole) : whole
  const shown = discreet ? withoutRecordText(kept) : kept
  const options = {
    discreet,
    width: process.stdout.columns ?? 80,
    colour: wantsColour(),
    prefix: prefixOf(flags.root),
  }
  const reporter = reporters.find((it) => it.format === format)
  if (reporter === undefined) throw new RangeError(`Unexpected format ${format}`)
  process.stdout.write(await reporter.print(shown, options))
  // These two have no room for a sentence.
  if (format === 'sarif' || format === 'gitlab')
    for (const it of shown.leftOut ?? []) process.stderr.write(`${it}\n`)
  if (format === 'github') {
    const {stepSummary} = await import('../report/github.ts')
    await writeStepSummary(await stepSummary(shown, options))
  }
  if (flags.report !== undefined) {
    const json = reporters.find((it) => it.format === 'json')
    await writeFile(flags.report, (await json?.print(whole, {...options, discreet: false})) ?? '')
    process.stderr.write(`Full report: ${flags.report}\n`)
  }
  process.exitCode = exitCode
}

/** Formats that another program reads, and shows to more people than ran the command. */
function isForService(format: Format): boolean {
  return format !== 'pretty' && format !== 'json'
}

/** Where the runner of GitHub names a file for it. A summary that cannot be written is no result. */
export async function writeStepSummary(markdown: string): Promise<void> {
  const file = process.env['GITHUB_STEP_SUMMARY'] ?? ''
  if (file === '') return
  try {
    await appendFile(file, markdown)
  } catch (error) {
    process.stderr.write(`The step summary was not written: ${(error as Error).message}\n`)
  }
}

/** Whether stdout is a build log, which is published. */
export function inBuildLog(): boolean {
  const {CI = ''} = process.env
  return CI !== '' && CI !== 'false' && CI !== '0'
}

/** no-color.org: any value of NO_COLOR that is not empty. */
function wantsColour(): boolean {
  return process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === ''
}
