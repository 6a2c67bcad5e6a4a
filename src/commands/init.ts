import {relative} from 'node:path'
import {Args, Flags} from '@oclif/core'
import {canAsk, terminalAsker} from '../cli/asker.ts'
import {BaseCommand} from '../cli/base-command.ts'
import {exitCodeOf} from '../cli/exit.ts'
import {CannotRun} from '../model/diagnostic.ts'
import type {PreparedInit} from '../pipeline/init.ts'
import {entityForms, forges, problemWith, sponsors, type Answers} from '../scaffold/answers.ts'
import {readLine} from '../scaffold/line.ts'
import {peopleOf} from '../scaffold/people-flags.ts'
import type {Given} from '../scaffold/questionnaire.ts'

export default class Init extends BaseCommand<typeof Init> {
  static override summary = 'Start a governance repository.'
  static override description =
    'Asks a few questions at a terminal, or takes each answer from a flag, and writes a folder that ' +
    'validates at once: settings, the record of the network, an example of each kind that it will ' +
    'need, commented out, settings of editors and forges, runbooks, and a README for those who keep ' +
    'it. What is not known is left out, never invented. Does not run git: it prints the commands.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> northgate',
    "<%= config.bin %> <%= command.id %> northgate --legal-name 'Northgate Health Partners, LLC' --line 'id=ppo,title=Commercial PPO,basis=clinical,stage=operating,live=2025-01-01' --competitors-read --forge github --no-input",
    '<%= config.bin %> <%= command.id %> northgate --dry-run',
  ]
  static override args = {
    folder: Args.string({
      description: 'Folder to write to; made where it is not there.',
      default: '.',
    }),
  }
  static override flags = {
    'legal-name': Flags.string({summary: 'Legal name of the network.', helpValue: 'NAME'}),
    'entity-form': Flags.option({options: entityForms, summary: 'Its legal form.'})(),
    sponsor: Flags.option({options: sponsors, summary: 'Who sponsors it.'})(),
    state: Flags.string({
      summary: 'A state covered, by its two letters; may be given several times.',
      multiple: true,
      multipleNonGreedy: true,
      helpValue: 'ME',
    }),
    line: Flags.string({
      summary: 'A product line; may be given several times.',
      description:
        'id=…,basis=clinical|financial|messenger,stage=proposed|operating and, where they are known, ' +
        'title=…, live=YYYY-MM-DD for the day on which its program went live, and joint=yes|no for ' +
        'joint prices: yes without it, but for a messenger line.',
      multiple: true,
      multipleNonGreedy: true,
      helpValue: 'LINE',
    }),
    'competitors-read': Flags.boolean({
      summary: 'Whether practices that compete will read the shared records.',
      description:
        'Then folders for counsel-only and peer-review records are written beside it, each to be a ' +
        'repository of its own, read with --overlay.',
      allowNo: true,
    }),
    forge: Flags.option({options: forges, summary: 'Where it will be hosted; none without it.'})(),
    officer: Flags.string({summary: 'Name of the compliance officer.', helpValue: 'NAME'}),
    'officer-since': Flags.string({
      summary: 'Day on which that role began, YYYY-MM-DD.',
      dependsOn: ['officer'],
      helpValue: 'DATE',
    }),
    counsel: Flags.string({summary: 'Name of counsel.', helpValue: 'NAME'}),
    'counsel-since': Flags.string({
      summary: 'Day on which that role began, YYYY-MM-DD.',
      dependsOn: ['counsel'],
      helpValue: 'DATE',
    }),
    'medical-director': Flags.string({summary: 'Name of the medical director.', helpValue: 'NAME'}),
    'medical-director-since': Flags.string({
      summary: 'Day on which that role began, YYYY-MM-DD.',
      dependsOn: ['medical-director'],
      helpValue: 'DATE',
    }),
    'keep-existing': Flags.boolean({
      summary: 'Write beside what the folder holds; no file that is there is changed.',
    }),
    'dry-run': Flags.boolean({summary: 'Show what would be written; write nothing.'}),
    json: Flags.boolean({summary: 'Say what was written as JSON.'}),
  }

  async run(): Promise<void> {
    const {flags, args} = this
    const asOf = this.asOf()
    const answers = await this.answers(asOf)
    const problem = problemWith(answers, asOf)
    if (problem !== undefined)
      throw new CannotRun(problem, 'Correct the answer; nothing was written')
    const {prepareInit, writeInit} = await import('../pipeline/init.ts')
    const prepared = await prepareInit(answers, {
      folder: args.folder,
      asOf,
      version: this.config.version,
      keepExisting: flags['keep-existing'],
    })
    const [shared] = prepared.roots
    const faults = prepared.diagnostics.filter(
      ({severity, location}) => severity === 'error' && shared?.files.has(location.file) === true,
    )
    if (faults.length === 0 && !flags['dry-run']) await writeInit(prepared)
    await this.tell(prepared, faults.length > 0)
    process.exitCode = exitCodeOf(faults, [], 'gate')
  }

  private async answers(asOf: string): Promise<Answers> {
    const given = this.given()
    if (canAsk(this.flags['no-input'])) {
      const {askAnswers} = await import('../scaffold/questionnaire.ts')
      const asker = await terminalAsker()
      asker.begin('cinch init')
      const answers = await askAnswers(asker, given, asOf)
      asker.end('Thank you. What is not known yet is left out.')
      return answers
    }
    const {legalName, lines, competitorsRead} = given
    const missing = [
      ...(legalName === undefined ? ['`--legal-name`'] : []),
      ...(lines === undefined ? ['`--line`'] : []),
      ...(competitorsRead === undefined ? ['`--competitors-read` or `--no-competitors-read`'] : []),
    ]
    if (legalName === undefined || lines === undefined || competitorsRead === undefined)
      throw new CannotRun(
        `Expected ${missing.join(', ')}: nobody is there to ask`,
        '`cinch init --help` shows them all; at a terminal, without --no-input, they are asked for',
      )
    return {states: [], people: [], forge: 'none', ...given, legalName, lines, competitorsRead}
  }

  /** What the flags say; a question for the rest. */
  private given(): Given {
    const {flags} = this
    const people = peopleOf(flags)
    const optional = <K extends string, V>(key: K, value: V | undefined) =>
      (value === undefined ? {} : {[key]: value}) as {[key in K]?: V}
    return {
      ...optional('legalName', flags['legal-name']),
      ...optional('entityForm', flags['entity-form']),
      ...optional('sponsor', flags.sponsor),
      ...optional('states', flags.state),
      ...optional('lines', flags.line?.map(readLine)),
      ...optional('people', people.length === 0 ? undefined : people),
      ...optional('competitorsRead', flags['competitors-read'] as boolean | undefined),
      ...optional('forge', flags.forge),
    }
  }

  private async tell(prepared: PreparedInit, refused: boolean): Promise<void> {
    const written = !refused && !this.flags['dry-run']
    const {roots} = prepared
    if (this.flags.json) {
      const {initJson} = await import('../report/init.ts')
      process.stdout.write(`${JSON.stringify(initJson(prepared, written), null, 2)}\n`)
      return
    }
    const {initLines} = await import('../report/init.ts')
    const named = roots.map((it) => ({...it, path: relative(process.cwd(), it.path) || '.'}))
    const lines = initLines(
      {...prepared, roots: named},
      {
        state: refused ? 'refused' : written ? 'written' : 'planned',
        width: process.stdout.columns ?? 80,
      },
    )
    process.stdout.write(`${lines.join('\n')}\n`)
  }
}
