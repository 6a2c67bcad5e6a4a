import {Args, Flags} from '@oclif/core'
import {BaseCommand, inBuildLog, writeStepSummary} from '../cli/base-command.ts'
import {exitCodes} from '../cli/exit.ts'
import {signersFlag} from '../cli/read-flags.ts'
import {prefixOf} from '../cli/root-prefix.ts'
import {CannotRun} from '../model/diagnostic.ts'
import {changesAt, diffLevels, type Comparison, type DiffLevel} from '../model/change.ts'

const formats = ['pretty', 'json', 'markdown', 'github', 'gitlab'] as const

interface Shown {
  readonly discreet: boolean
  /** Changes at the threshold; null where none was asked for. */
  readonly found: number | null
  readonly failOn: DiffLevel
  readonly exitCode: number
}

export default class Diff extends BaseCommand<typeof Diff> {
  static override summary = 'Tell what changed between two commits, in legal terms.'
  static override description =
    'Records are matched by kind and id, not by path. Each change is weakened, strengthened, ' +
    'clarified, recorded, administrative or unclassified, by the rule that its field declares. ' +
    'Both sides are judged at one date; history is read only to tell authors from approvers.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> HEAD~1',
    '<%= config.bin %> <%= command.id %> v2025..v2026 --as-of 2026-06-30',
    '<%= config.bin %> <%= command.id %> main...HEAD --format markdown --full --fail-on weakened-unapproved',
    '<%= config.bin %> <%= command.id %> HEAD.. --worktree',
  ]
  static override args = {
    range: Args.string({
      description:
        'A..B; A...B from where the two parted; A.. or A up to HEAD. HEAD~1 when left out, and ' +
        'HEAD with --worktree.',
    }),
  }
  static override flags = {
    worktree: Flags.boolean({summary: 'Compare with the working tree instead of HEAD.'}),
    ...signersFlag,
    'overlay-range': Flags.string({
      summary: 'Range of the --overlay in the same place, in its own history.',
      multiple: true,
      multipleNonGreedy: true,
      default: [],
      helpValue: 'A..B',
    }),
    format: Flags.option({
      options: formats,
      summary: 'Format of the report on stdout.',
      default: 'pretty',
    })(),
    json: Flags.boolean({summary: 'Short for --format json.'}),
    full: Flags.boolean({
      summary: 'Show the text of records.',
      description:
        'The formats markdown, github and gitlab, and every format where the environment variable ' +
        'CI is set, show places only: what a build log shows is published. These three never show ' +
        'what is above the class of the network.',
    }),
    'fail-on': Flags.option({
      options: diffLevels,
      summary: 'Exit 1 when a change is of this class or graver.',
      default: 'never',
    })(),
  }

  async run(): Promise<void> {
    const asOf = this.asOf()
    const {root, worktree, full, format: named, json} = this.flags
    const failOn = this.flags['fail-on']
    const allowedSigners = this.flags['allowed-signers']
    const toolVersion = this.config.version
    const {compareRevisions, rangeOf} = await import('../pipeline/diff.ts')
    const range = rangeOf(this.args.range ?? (worktree ? 'HEAD' : 'HEAD~1'), worktree)
    const overlays = this.overlays().map((it) => ({...it, range: rangeOf(it.range, false)}))
    const comparison = await compareRevisions({
      root,
      range,
      overlays,
      asOf,
      toolVersion,
      change: failOn === 'weakened-unapproved',
      ...(allowedSigners === undefined ? {} : {allowedSigners}),
    })
    const found = changesAt(comparison, failOn).length
    const exitCode = found > 0 ? exitCodes.found : exitCodes.clean
    const format = json ? 'json' : named
    const counted = failOn === 'never' ? null : found
    const isForService = format !== 'pretty' && format !== 'json'
    const discreet = !full && (isForService || inBuildLog())
    const shown = {discreet, found: counted, failOn, exitCode}
    process.stdout.write(await this.printed(comparison, format, shown))
    process.exitCode = exitCode
  }

  private async printed(
    comparison: Comparison,
    format: (typeof formats)[number],
    {discreet, found, failOn, exitCode}: Shown,
  ): Promise<string> {
    const toolVersion = this.config.version
    if (format === 'json')
      return (await import('../report/diff-json.ts')).diffJson(comparison, {
        toolVersion,
        failOn,
        exitCode,
        discreet,
      })
    if (format === 'github' || format === 'gitlab') {
      const {diffGithub, diffGitlab} = await import('../report/diff-services.ts')
      const asked = {failOn, discreet, prefix: prefixOf(this.flags.root)}
      if (format === 'gitlab') return diffGitlab(comparison, asked)
      await writeStepSummary(
        await this.printed(comparison, 'markdown', {discreet, found, failOn, exitCode}),
      )
      return diffGithub(comparison, asked)
    }
    if (format === 'markdown')
      return (await import('../report/diff-markdown.ts')).diffMarkdown(comparison, {
        discreet,
        found,
      })
    if (discreet)
      return (await import('../report/diff-discreet.ts')).discreetText(comparison, found)
    return (await import('../report/diff.ts')).diffText(comparison, {
      width: process.stdout.columns ?? 80,
      colour: process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '',
    })
  }

  /** Each overlay with its range: the history of another repository has revisions of its own. */
  private overlays(): {folder: string; range: string}[] {
    const ranges = this.flags['overlay-range']
    if (ranges.length !== this.flags.overlay.length)
      throw new CannotRun(
        `Unexpected ${ranges.length} of --overlay-range for ${this.flags.overlay.length} of --overlay, expected one for each`,
        'An overlay is compared over a range of its own history',
      )
    return this.flags.overlay.map((folder, index) => ({folder, range: ranges[index] ?? ''}))
  }
}
