import {readFileSync, statSync} from 'node:fs'
import {basename, dirname} from 'node:path'
import {Args, Flags} from '@oclif/core'
import {BaseCommand, inBuildLog} from '../cli/base-command.ts'
import {exitCodes} from '../cli/exit.ts'
import {targetNames} from '../import/targets.ts'
import {CannotRun} from '../model/diagnostic.ts'
import {quoted} from '../model/show.ts'
import type {PreparedImport} from '../pipeline/import.ts'

/** Largest file that is read at all, bytes; each format has its own bound below it. */
const mostBytes = 100 * 1024 * 1024

export default class Import extends BaseCommand<typeof Import> {
  static override summary = 'Take a spreadsheet into the records, and say what changes.'
  static override description =
    'Reads a .csv or .xlsx file (for measures also JSON: a QPP measure list, a FHIR MeasureReport), ' +
    'finds out what its columns hold, and writes what differs from the records; comments are kept. ' +
    'Nothing is deleted because a row is missing, and an empty cell changes nothing. A row that cannot ' +
    'be read is rejected with its place; the rest is imported, and the exit code is 1. Where no row ' +
    'is left it is 2. NPPES, Doctors and Clinicians and Plan-Net files are known by their columns: of ' +
    'these only rows on record are taken, unless --only names them. Commits nothing.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> roster roster.xlsx --dry-run',
    '<%= config.bin %> <%= command.id %> roster roster.csv --map "Doctor=clinicians.name" --map "Fax=ignore"',
    '<%= config.bin %> <%= command.id %> roster members.csv --set id=harbor-family --restore-zeros --rejects rejected.csv',
    '<%= config.bin %> <%= command.id %> hours hours.xlsx --set id=hours-2026-h2 --date-order mdy',
    '<%= config.bin %> <%= command.id %> measures qpp_measures_2026.json --only 001,236',
  ]
  static override args = {
    what: Args.string({
      description: 'What the rows are.',
      options: [...targetNames],
      required: true,
    }),
    file: Args.string({description: 'File to read: .csv or .xlsx.', required: true}),
  }
  static override flags = {
    map: Flags.string({
      summary: 'What a column holds; ignore leaves it out. May be given several times.',
      multiple: true,
      multipleNonGreedy: true,
      default: [],
      helpValue: 'COLUMN=FIELD',
    }),
    set: Flags.string({
      summary: 'A value for all rows that say none. May be given several times.',
      multiple: true,
      multipleNonGreedy: true,
      default: [],
      helpValue: 'FIELD=VALUE',
    }),
    sheet: Flags.string({summary: 'Sheet to read, hidden or not.', helpValue: 'NAME'}),
    'date-order': Flags.option({
      options: ['mdy', 'dmy'] as const,
      summary: 'Order of dates such as 03/04/2025; without it they are refused.',
    })(),
    'restore-zeros': Flags.boolean({
      summary: 'Put back leading zeros that a spreadsheet took, and tell how many.',
    }),
    only: Flags.string({
      summary: 'Of a published list: numbers to take in that are not on record, or all.',
      multiple: true,
      multipleNonGreedy: true,
      default: [],
      helpValue: 'KEY',
    }),
    reason: Flags.string({summary: 'Why it is read so; kept with the mapping.'}),
    by: Flags.string({summary: 'Who says so; kept with the mapping.'}),
    rejects: Flags.string({
      summary: 'Write rejected rows, with place and reason, to this CSV file, in a dry run too.',
      helpValue: 'FILE',
    }),
    'dry-run': Flags.boolean({summary: 'Show what would change; write nothing.'}),
    full: Flags.boolean({summary: 'Show the text of records in a build log too.'}),
    json: Flags.boolean({summary: 'Say it as JSON.'}),
  }

  async run(): Promise<void> {
    const {flags, args} = this
    const bytes = readGiven(args.file)
    const target = targetNames.find((it) => it === args.what) ?? 'roster'
    const asked = {
      root: flags.root,
      overlays: flags.overlay,
      asOf: this.asOf(),
      target,
      file: args.file,
      bytes,
      map: pairsOf(flags.map, '--map'),
      set: pairsOf(flags.set, '--set'),
      only: new Set(flags.only.flatMap((it) => it.split(','))),
      restoreZeros: flags['restore-zeros'],
      ...(flags.sheet === undefined ? {} : {sheet: flags.sheet}),
      ...(flags['date-order'] === undefined ? {} : {dateOrder: flags['date-order']}),
      ...(flags.reason === undefined ? {} : {reason: flags.reason}),
      ...(flags.by === undefined ? {} : {by: flags.by}),
    }
    const [{prepareImport}, {prepareReports}] = await Promise.all([
      import('../pipeline/import.ts'),
      import('../pipeline/import-reports.ts'),
    ])
    const prepared =
      (target === 'measures' ? await prepareReports(asked) : null) ?? (await prepareImport(asked))
    const faults = prepared.diagnostics.filter(({severity}) => severity === 'error')
    const isWritten = !flags['dry-run'] && faults.length === 0 && prepared.rows.accepted > 0
    const {writeFiles} = await import('../write/files.ts')
    if (prepared.rows.accepted > 0 && faults.length === 0)
      writeFiles(prepared.folder, prepared.files, {dryRun: flags['dry-run']})
    await this.tell(prepared, isWritten, faults.length)
    await this.writeRejects(prepared)
    process.exitCode =
      prepared.rows.accepted === 0 && prepared.rows.read > 0
        ? exitCodes.cannotRun
        : faults.length > 0 || prepared.rows.rejected > 0
          ? exitCodes.found
          : exitCodes.clean
  }

  private async tell(prepared: PreparedImport, written: boolean, faults: number): Promise<void> {
    const {importJson, importLines} = await import('../report/import.ts')
    const {safe} = await import('../report/text.ts')
    const discreet = inBuildLog() && !this.flags.full
    const shown = {discreet, written, width: process.stdout.columns ?? 80}
    const problems = prepared.diagnostics.map(({code, severity, message, location, help}) => ({
      code,
      severity,
      ...(discreet ? {} : {message, file: location.file, line: location.start.line}),
      ...(help === undefined || discreet ? {} : {help}),
    }))
    if (this.flags.json) {
      const told = {...importJson(prepared, shown), problems}
      process.stdout.write(`${JSON.stringify(told, null, 2)}\n`)
      return
    }
    process.stdout.write(`${importLines(prepared, shown).join('\n')}\n`)
    for (const it of problems)
      this.remark(
        `${it.severity} ${it.code}${'message' in it ? ` ${safe(it.file ?? '')}:${it.line}: ${safe(it.message ?? '')}` : ''}`,
      )
    if (faults > 0) this.remark('cinch: what the file says would not validate; nothing was written')
    else if (prepared.rows.accepted === 0)
      this.remark('cinch: Unexpected file of which no row can be imported, expected one at least')
  }

  private async writeRejects({rejected, header}: PreparedImport): Promise<void> {
    const path = this.flags.rejects
    if (path === undefined) return
    const [{csvOf}, {writeFiles}] = await Promise.all([
      import('../export/csv.ts'),
      import('../write/files.ts'),
    ])
    const rows = rejected.map(({place, reason, help, cells}) => [
      place,
      reason,
      help ?? '',
      ...cells,
    ])
    const bytes = new TextEncoder().encode(csvOf([['place', 'reason', 'fix', ...header], ...rows]))
    writeFiles(dirname(path), [{path: basename(path), bytes}])
    this.remark(`Rejected rows: ${path}`)
  }
}

/** @throws {CannotRun} When it is no file, or too large. */
function readGiven(file: string): Uint8Array {
  try {
    const stats = statSync(file)
    if (!stats.isFile())
      throw new CannotRun(`Unexpected folder or device ${quoted(file)}, expected a file`)
    if (stats.size > mostBytes)
      throw new CannotRun(`Unexpected file of ${stats.size} bytes, expected at most ${mostBytes}`)
    return readFileSync(file)
  } catch (error) {
    if (error instanceof CannotRun) throw error
    const code = (error as NodeJS.ErrnoException).code ?? ''
    throw new CannotRun(`Cannot read ${quoted(file)}: ${code}`, 'Check the path')
  }
}

/** The last `=` ends a column of --map, the first one a field of --set. */
function pairsOf(given: readonly string[], flag: '--map' | '--set'): ReadonlyMap<string, string> {
  return new Map(
    given.map((it) => {
      const at = flag === '--map' ? it.lastIndexOf('=') : it.indexOf('=')
      if (at <= 0)
        throw new CannotRun(
          `Unexpected ${flag} ${quoted(it)}, expected ${flag === '--map' ? 'COLUMN=FIELD' : 'FIELD=VALUE'}`,
        )
      return [it.slice(0, at), it.slice(at + 1)] as const
    }),
  )
}
