import {basename, dirname} from 'node:path'
import {Args, Flags} from '@oclif/core'
import {BaseCommand, inBuildLog} from '../cli/base-command.ts'
import {exitCodes} from '../cli/exit.ts'
import {pairsOf, readGiven} from '../cli/given.ts'
import {targetNames} from '../import/targets.ts'
import type {PreparedImport} from '../pipeline/import.ts'

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
    'fill-down': Flags.string({
      summary:
        'A column whose blank cells mean what stands above; merged cells look so. Repeatable.',
      multiple: true,
      multipleNonGreedy: true,
      default: [],
      helpValue: 'COLUMN',
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
      fillDown: new Set(flags['fill-down']),
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
    const discreet = inBuildLog() && !this.flags.full
    const shown = {discreet, written, width: process.stdout.columns ?? 80}
    const problems = prepared.diagnostics.map(({code, severity, message, location, help}) => ({
      code,
      severity,
      ...(discreet ? {} : {message, file: location.file, line: location.start.line}),
      ...(help === undefined || discreet ? {} : {help}),
    }))
    const isNone = prepared.rows.accepted === 0 && prepared.rows.read > 0
    if (this.flags.json) {
      const {importJson} = await import('../report/import-json.ts')
      const told = {...importJson(prepared, shown), problems}
      process.stdout.write(`${JSON.stringify(told, null, 2)}\n`)
    } else {
      const {importLines} = await import('../report/import.ts')
      const {safe} = await import('../report/text.ts')
      const text = `${importLines(prepared, shown).join('\n')}\n`
      // Why nothing can be imported is no result: it stands with the message that says so.
      if (isNone) process.stderr.write(text)
      else process.stdout.write(text)
      for (const it of problems)
        this.remark(
          `${it.severity} ${it.code}${'message' in it ? ` ${safe(it.file ?? '')}:${it.line}: ${safe(it.message ?? '')}` : ''}`,
        )
    }
    if (faults > 0) this.remark('cinch: what the file says would not validate; nothing was written')
    else if (isNone)
      this.remark('cinch: Unexpected file of which no row can be imported, expected one at least')
  }

  private async writeRejects({rejected, header}: PreparedImport): Promise<void> {
    const path = this.flags.rejects
    if (path === undefined) return
    const [{csvOf}, {writeFiles}, {rejectedTable}] = await Promise.all([
      import('../export/csv.ts'),
      import('../write/files.ts'),
      import('../report/import-json.ts'),
    ])
    const bytes = new TextEncoder().encode(csvOf(rejectedTable(rejected, header)))
    writeFiles(dirname(path), [{path: basename(path), bytes}])
    this.remark(`Rejected rows: ${path}`)
  }
}
