import {join} from 'node:path'
import {Args, Flags} from '@oclif/core'
import {canAsk, terminalAsker} from '../cli/asker.ts'
import {BaseCommand, inBuildLog, printReport} from '../cli/base-command.ts'
import {CannotRun} from '../model/diagnostic.ts'
import {quoted} from '../model/show.ts'
import type {Prepared, Target} from '../pipeline/add-target.ts'
import type {Field, Formed} from '../scaffold/fields.ts'

export default class Add extends BaseCommand<typeof Add> {
  static override summary = 'Add a record, or an entry to a list of a record.'
  static override description =
    'Writes a record of a kind, in a file of its own unless --file names one that is there; or, given ' +
    'Kind/id and the path of a list, adds an entry to that list and keeps all else in the file. ' +
    'Required values are asked for at a terminal; without one, each needs a --set. What would not ' +
    'validate is refused with what cinch validate would say, and so is a price, an identifier of a ' +
    'patient or privileged text; then nothing is written. Commits nothing.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> Participant',
    '<%= config.bin %> <%= command.id %> Meeting --set body=board --set held=2026-03-10',
    '<%= config.bin %> <%= command.id %> Protocol --from asthma.yaml --dry-run',
    '<%= config.bin %> <%= command.id %> ParticipationAgreement/agreement-v2 signatures --set participant=harbor-family --set date=2026-03-10',
    '<%= config.bin %> <%= command.id %> CorrectiveAction/case-0007 steps --set step=coaching --set date=2026-03-10',
  ]
  static override args = {
    kind: Args.string({
      description: 'Kind of the new record; or Kind/id of a record that is there.',
      required: true,
    }),
    list: Args.string({description: 'With Kind/id: path of the list, such as signatures.'}),
  }
  static override flags = {
    set: Flags.string({
      summary: 'A value; may be given several times.',
      description:
        'Keys of a path are joined by points; a number is a place in a list, from 0. A list of plain ' +
        'values gets one with each --set. Lists and mappings can be written as in YAML: ' +
        "--set 'roles=[{role: officer, from: 2026-01-01}]'.",
      multiple: true,
      multipleNonGreedy: true,
      default: [],
      helpValue: 'PATH=VALUE',
    }),
    from: Flags.string({
      summary: 'A file of YAML or JSON with the values; - is standard input.',
      helpValue: 'FILE',
    }),
    id: Flags.string({
      summary: 'Id of the new record; made from what it says without it.',
      helpValue: 'ID',
    }),
    file: Flags.string({
      summary: 'File to write, from the root; the record is put at its end where it is there.',
      helpValue: 'PATH',
    }),
    into: Flags.string({
      summary: 'Name of the root to write to: main, or that of an overlay.',
      default: 'main',
      helpValue: 'NAME',
    }),
    base: Flags.string({
      summary: "Commit that must not hold the id; the upstream's main branch without it.",
      helpValue: 'REV',
    }),
    'dry-run': Flags.boolean({summary: 'Show what would be written; write nothing.'}),
    full: Flags.boolean({summary: 'Show the text of records in a build log too.'}),
    json: Flags.boolean({summary: 'Say what was written as JSON.'}),
  }

  async run(): Promise<void> {
    const {flags, args} = this
    const asOf = this.asOf()
    const {openTarget} = await import('../pipeline/add-target.ts')
    const target = await openTarget({
      root: flags.root,
      overlays: flags.overlay,
      asOf,
      into: flags.into,
    })
    const prepared = args.kind.includes('/')
      ? await this.entry(target, args.kind)
      : await this.record(target, args.kind)
    const refused = prepared.diagnostics.some(({severity}) => severity === 'error')
    if (!refused) {
      const {writeFiles} = await import('../write/files.ts')
      const {folder, path, bytes, was} = prepared
      writeFiles(folder, [{path, bytes, was}], {dryRun: flags['dry-run']})
    }
    await this.tell(prepared, {asOf, refused})
  }

  private async record(target: Target, given: string): Promise<Prepared> {
    const {flags, args} = this
    if (args.list !== undefined)
      throw new CannotRun(
        `Unexpected list \`${args.list}\` of a new record, expected a kind alone`,
        `Name the record that has the list: cinch add ${given}/ID ${args.list}`,
      )
    const [
      {kindNamed, schemaFor},
      {lacking, prepareRecord, valueSaid},
      {readGiven},
      {readAssignment},
    ] = await Promise.all([
      import('../pipeline/add-target.ts'),
      import('../pipeline/add.ts'),
      import('../pipeline/add-given.ts'),
      import('../scaffold/assign.ts'),
    ])
    const kind = await kindNamed(given)
    const {schema} = await schemaFor(kind)
    const assignments = flags.set.map(readAssignment)
    const start = flags.from === undefined ? undefined : await readGiven(flags.from)
    let value = await valueSaid({kind, start, assignments})
    const keys = flags.from === undefined ? lacking(value, schema) : []
    if (keys.length > 0) value = await this.completed(target, schema, value, keys)
    return prepareRecord(target, value, {kind, assignments, ...present(flags)})
  }

  private async entry(target: Target, named: string): Promise<Prepared> {
    const {flags, args} = this
    if (args.list === undefined)
      throw new CannotRun(
        `Expected the path of a list of \`${named}\``,
        `Such as: cinch add ${named} evidence --set .=EXHIBIT`,
      )
    const unfit = (['id', 'file', 'base'] as const).find((it) => flags[it] !== undefined)
    if (unfit !== undefined)
      throw new CannotRun(
        `Unexpected \`--${unfit}\` with a list, expected it with a new record`,
        'An entry has neither id nor file of its own',
      )
    const [{prepareEntry}, {lacking}, {readGiven}, {readAssignment}] = await Promise.all([
      import('../pipeline/add-entry.ts'),
      import('../pipeline/add.ts'),
      import('../pipeline/add-given.ts'),
      import('../scaffold/assign.ts'),
    ])
    const start = flags.from === undefined ? undefined : await readGiven(flags.from)
    const assignments = flags.set.map(readAssignment)
    return prepareEntry(target, named, args.list, {assignments, start}, (value, item) => {
      const keys = lacking(value, item)
      return keys.length === 0 ? Promise.resolve(value) : this.completed(target, item, value, keys)
    })
  }

  /** Asks for what lacks. @throws {CannotRun} When nobody is there to ask. */
  private async completed(target: Target, schema: Field, value: Formed, keys: readonly string[]) {
    const {kind, list} = this.args
    if (!canAsk(this.flags['no-input'])) throw expectSet(kind, list, keys)
    const {askFor} = await import('../pipeline/add-asked.ts')
    const asker = await terminalAsker()
    asker.begin(`cinch add ${kind}${list === undefined ? '' : ` ${list}`}`)
    const answered = await askFor(target, schema, value, keys, asker)
    asker.end('Thank you.')
    return answered
  }

  /** A build log is published: there only the place is told. */
  private async tell(
    {kind, id, folder, path, was, bytes, added, diagnostics}: Prepared,
    {asOf, refused}: {readonly asOf: string; readonly refused: boolean},
  ): Promise<void> {
    const {flags} = this
    const file = join(folder, path).split('\\').join('/')
    const written = !refused && !flags['dry-run']
    const discreet = inBuildLog() && !flags.full
    const leaks = diagnostics.some(({code}) => code.startsWith('leak/'))
    const {addLines} = await import('../report/add.ts')
    const {diffOf} = await import('../scaffold/diff.ts')
    const shown = discreet || written || leaks ? [] : diffOf(path, was, bytes)
    const state = refused ? 'refused' : written ? 'written' : 'planned'
    const width = process.stdout.columns ?? 80
    await printReport(
      {
        command: 'add',
        asOf,
        read: [],
        diagnostics,
        findings: [],
        assessment: null,
        rules: [],
        body: addLines({kind, id, folder, path, file}, {state, diff: shown, width}),
        result: {written, kind, id, file, ...(discreet || leaks ? {} : {added})},
        results: [],
      },
      {...flags, format: 'pretty'},
      {toolVersion: this.config.version, failOn: refused ? 'gate' : 'never'},
    )
  }
}

/** Flags that were given. */
function present({id, file, base}: Readonly<Record<'id' | 'file' | 'base', string | undefined>>) {
  return {
    ...(id === undefined ? {} : {id}),
    ...(file === undefined ? {} : {file}),
    ...(base === undefined ? {} : {base}),
  }
}

function expectSet(what: string, list: string | undefined, keys: readonly string[]): CannotRun {
  const kind = what.split('/')[0] ?? what
  const of =
    list === undefined
      ? `${/^[AEIOU]/.test(kind) ? 'an' : 'a'} ${kind}`
      : `\`${list}\` of ${quoted(what)}`
  return new CannotRun(
    `Expected ${keys.map((it) => `\`--set ${it}=…\``).join(', ')} for ${of}`,
    `Give each, or --from FILE; \`cinch schema ${kind}\` describes them. At a terminal they are asked for`,
  )
}
