import {basename, dirname} from 'node:path'
import {Args, Flags} from '@oclif/core'
import {BaseCommand} from '../cli/base-command.ts'
import {readFlags} from '../cli/read-flags.ts'
import {classes, isAbove} from '../model/confidentiality.ts'
import {CannotRun} from '../model/diagnostic.ts'
import {quoted} from '../model/show.ts'
import type {Exported} from '../pipeline/export.ts'

const above = classes.filter((it) => isAbove(it, 'network'))

export default class Export extends BaseCommand<typeof Export> {
  static override summary = 'Write records of a kind as a spreadsheet that import reads back.'
  static override description =
    'One column for each value, under the names of the schema; lists are sheets of their own in a ' +
    'workbook, files of their own in CSV. What a spreadsheet program would run as a formula gets a ' +
    'single quote in front, which cinch import takes off again. Values of a class above network are ' +
    'left out and counted, unless --include-class names the class.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> roster --to xlsx --out roster.xlsx',
    '<%= config.bin %> <%= command.id %> decisions --to csv > decisions.csv',
    '<%= config.bin %> <%= command.id %> Distribution --to csv --include-class competitivelySensitive',
  ]
  static override args = {
    what: Args.string({
      description: 'roster, decisions, hours, training, measures, or a kind of record.',
      required: true,
    }),
  }
  static override flags = {
    ...readFlags,
    to: Flags.option({options: ['csv', 'xlsx'] as const, summary: 'Format.', required: true})(),
    out: Flags.string({summary: 'File to write; stdout without it, for CSV.', helpValue: 'FILE'}),
    'include-class': Flags.option({
      options: above,
      summary: 'Class above network to export too; may be given several times.',
      multiple: true,
      multipleNonGreedy: true,
      default: [],
    })(),
    'dry-run': Flags.boolean({summary: 'Say what would be written; write nothing.'}),
  }

  async run(): Promise<void> {
    const {flags, args} = this
    if (flags.to === 'xlsx' && flags.out === undefined)
      throw new CannotRun('Expected --out FILE for a workbook', 'Such as --out roster.xlsx')
    this.refuseOtherEnd()
    const [{open}, {exportRecords}] = await Promise.all([
      import('../pipeline/open.ts'),
      import('../pipeline/export.ts'),
    ])
    const opened = await open({
      root: flags.root,
      overlays: flags.overlay,
      at: flags.at ?? (flags['known-on'] === undefined ? 'worktree' : 'HEAD'),
      asOf: this.asOf(),
      history: false,
      ...(flags['known-on'] === undefined ? {} : {knownOn: flags['known-on']}),
    })
    for (const line of opened.read) this.remark(line)
    const exported = await exportRecords(opened, args.what, new Set(flags['include-class']))
    if (exported.records === 0)
      throw new CannotRun(
        `Unexpected repository without a ${exported.kind} to export, expected one at least`,
      )
    const [first] = exported.tables
    if (first === undefined || first.rows.length === 0 || first.header.length === 1)
      throw new CannotRun(
        `Unexpected ${exported.kind} of a class above network in every value, expected one that may be exported`,
        'Say who will read it, and name its class with --include-class',
      )
    await this.write(exported)
    this.tell(exported, opened.workspace.omitted?.length ?? 0)
  }

  /** A program opens a file as its name ends, whatever it holds. */
  private refuseOtherEnd(): void {
    const {to, out = ''} = this.flags
    const end = /\.(csv|xlsx)$/i.exec(out)?.[1]?.toLowerCase()
    if (end === undefined || end === to) return
    throw new CannotRun(
      `Unexpected --out ${quoted(out)} with --to ${to}, expected a name that ends in .${to}`,
      `Give --to ${end}, or end the name in .${to}`,
    )
  }

  private async write({tables}: Exported): Promise<void> {
    const {to, out, 'dry-run': dryRun} = this.flags
    if (to === 'xlsx') {
      const {xlsxOf} = await import('../export/xlsx.ts')
      await this.place([{path: out ?? '', bytes: await xlsxOf(tables)}], dryRun)
      return
    }
    const {csvOf} = await import('../export/csv.ts')
    const texts = tables.map(({name, header, rows}, index) => ({
      path: index === 0 ? (out ?? '') : (out ?? '').replace(/(\.csv)?$/i, `.${name}.csv`),
      text: csvOf([header, ...rows]),
    }))
    if (out === undefined) {
      process.stdout.write(texts[0]?.text ?? '')
      const lists = tables.slice(1).map(({name}) => name)
      if (lists.length > 0)
        this.remark(`Lists not shown: ${lists.join(', ')}; with --out each is a file of its own.`)
      return
    }
    const encoder = new TextEncoder()
    await this.place(
      texts.map(({path, text}) => ({path, bytes: encoder.encode(text)})),
      dryRun,
    )
  }

  private async place(
    files: readonly {readonly path: string; readonly bytes: Uint8Array}[],
    dryRun: boolean,
  ): Promise<void> {
    const {writeFiles} = await import('../write/files.ts')
    const folder = dirname(files[0]?.path ?? '.')
    const named = files.map(({path, bytes}) => ({path: basename(path), bytes}))
    writeFiles(folder, named, {dryRun})
    for (const {path} of files) this.remark(`${dryRun ? 'Would write' : 'Wrote'} ${path}`)
  }

  private tell({tables, withheld, records, kind}: Exported, omitted: number): void {
    const rows = tables.reduce((sum, it) => sum + it.rows.length, 0)
    this.remark(`${kind}: ${records} on record, ${rows} rows.`)
    if (withheld.values > 0 || withheld.records > 0)
      this.remark(
        `Withheld, of a class above network: ${withheld.values} values and ${withheld.records} records. --include-class exports them.`,
      )
    if (omitted > 0)
      this.remark(
        `Records in error, not exported: ${omitted} of all kinds; cinch validate names them.`,
      )
  }
}
