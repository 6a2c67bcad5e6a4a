import {mkdir} from 'node:fs/promises'
import {join} from 'node:path'
import {Flags} from '@oclif/core'
import {BaseCommand, inBuildLog} from '../cli/base-command.ts'
import {baseFlag, readFlags, signersFlag, whatIsRead} from '../cli/read-flags.ts'
import {exitCodeOf, exitCodes, failOnLevels} from '../cli/exit.ts'
import type {Readiness} from '../model/assessment.ts'
import {CannotRun} from '../model/diagnostic.ts'
import type {ScanHit} from '../model/source.ts'
import {readinessWords} from '../model/words.ts'

const formats = ['pdf', 'html', 'json'] as const

export default class Dossier extends BaseCommand<typeof Dossier> {
  static override summary = 'Compile the readiness dossier: PDF, HTML and JSON from one model.'
  static override description =
    'Reads the commit at HEAD with its history, and asks for --as-of, because the date judged ' +
    'at is printed on the cover. Exits 0 for any readiness unless --fail-on is given. Where ' +
    'uncommitted changes exist every page is marked as a draft. Nothing is written when ' +
    'content that may not be kept was found: see the runbook in SECURITY.md.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --as-of 2026-06-30 --out dossier',
    '<%= config.bin %> <%= command.id %> --as-of 2026-06-30 --at v1 --format pdf',
  ]
  static override flags = {
    out: Flags.string({
      summary: 'Folder to write to; made where it does not exist.',
      default: 'dossier',
    }),
    format: Flags.option({
      options: formats,
      multiple: true,
      multipleNonGreedy: true,
      summary: 'Format to write; all three without it. May be given several times.',
    })(),
    'fail-on': Flags.option({
      options: failOnLevels,
      summary: 'Exit 1 when anything of this weight or graver is not supported.',
      default: 'never',
    })(),
    base: baseFlag,
    draft: Flags.boolean({
      summary:
        'Compile although records do not validate, without those records, marked as a draft.',
    }),
    'dry-run': Flags.boolean({summary: 'Say what would be written, and write nothing.'}),
    json: Flags.boolean({summary: 'Say what was written as JSON.'}),
    full: Flags.boolean({
      summary: 'Say the readiness where CI is set, too: what a build log shows is published.',
    }),
    ...readFlags,
    ...signersFlag,
  }

  async run(): Promise<void> {
    const {flags} = this
    if (flags['as-of'] === undefined)
      throw new CannotRun(
        'Expected --as-of, the date that the dossier judges at',
        'Give a date, such as --as-of 2026-06-30',
      )
    const asOf = this.asOf()
    const [{open}, {evaluate, openBase}, {compileDossier, publish}] = await Promise.all([
      import('../pipeline/open.ts'),
      import('../pipeline/evaluate.ts'),
      import('../pipeline/publish.ts'),
    ])
    const opened = await open({
      ...whatIsRead(flags),
      asOf,
      history: true,
      historyRequired: true,
    })
    for (const line of opened.read) this.remark(line)
    const faults = opened.diagnostics.filter(({severity}) => severity === 'error').length
    if (this.isRefused(opened.workspace.hits, flags.draft ? 0 : faults)) {
      if (flags.json) process.stdout.write(jsonOf({asOf, written: false, files: [], readiness: []}))
      return
    }
    const base = await openBase(opened, flags.base, {root: flags.root, asOf})
    for (const line of base.read) this.remark(line)
    const evaluated = await evaluate(opened, this.config.version, base.workspace)
    const {lines} = evaluated.assessment
    process.exitCode = exitCodeOf(
      [],
      lines.flatMap((it) => it.results),
      flags['fail-on'],
    )
    const dossier = await compileDossier(opened, evaluated, faults > 0)
    const wanted = formats.filter((it) => (flags.format ?? formats).includes(it))
    const documents = await publish(dossier, wanted)
    if (!flags['dry-run']) {
      const {writeFiles} = await import('../write/files.ts')
      await mkdir(flags.out, {recursive: true})
      writeFiles(
        flags.out,
        documents.map(({name, bytes}) => ({path: name, bytes})),
      )
    }
    const files = documents.map(({name, bytes, sha256}) => ({
      file: join(flags.out, name).split('\\').join('/'),
      bytes: bytes.length,
      sha256,
    }))
    const readiness =
      inBuildLog() && !flags.full
        ? []
        : lines.map((it) => ({line: it.line.id, readiness: it.readiness}))
    const told = {asOf, written: !flags['dry-run'], files, readiness}
    process.stdout.write(flags.json ? jsonOf(told) : textOf(told))
  }

  /** Content that may not be kept, and records in error, are never printed into a dossier. */
  private isRefused(hits: readonly ScanHit[], faults: number): boolean {
    const leaks = hits.length
    if (leaks > 0) {
      // Only what reads the history names a place in it.
      const names = hits.some(({location}) => location.commit !== undefined)
        ? 'cinch assess'
        : 'cinch validate --at HEAD'
      process.exitCode = exitCodes.integrity
      this.remark(
        `cinch: content that may not be kept stands in ${leaks === 1 ? '1 place' : `${leaks} places`}; no dossier was written\n` +
          `  fix: ${names} names them; then follow the runbook in SECURITY.md`,
      )
    } else if (faults > 0) {
      process.exitCode = exitCodes.found
      this.remark(
        `cinch: ${faults === 1 ? '1 fault' : `${faults} faults`} in the records; no dossier was written\n` +
          '  fix: cinch validate --at HEAD names them; or --draft compiles without those records',
      )
    }
    return leaks > 0 || faults > 0
  }
}

interface Told {
  readonly asOf: string
  readonly written: boolean
  readonly files: readonly {
    readonly file: string
    readonly bytes: number
    readonly sha256: string
  }[]
  readonly readiness: readonly {readonly line: string; readonly readiness: Readiness}[]
}

function jsonOf(told: Told): string {
  return `${JSON.stringify(told, null, 2)}\n`
}

function textOf({written, files, readiness}: Told): string {
  const verb = written ? 'wrote' : 'would write'
  return [
    ...files.map((it) => `${verb} ${it.file}  ${it.bytes} bytes\n  sha256 ${it.sha256}`),
    ...readiness.map((it) => `${it.line}: ${readinessWords[it.readiness]}`),
    '',
  ].join('\n')
}
