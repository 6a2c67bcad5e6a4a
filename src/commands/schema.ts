import {existsSync} from 'node:fs'
import {mkdir, readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {Args, Command, Flags} from '@oclif/core'
import {CannotRun} from '../model/diagnostic.ts'
import {nearestWord} from '../model/distance.ts'

const folder = new URL('../../schemas/', import.meta.url)

/** Schemas that are no kind of record: the configuration, the shared forms, and any record. */
const besides = ['Cinch', 'Common', 'Record']

export default class Schema extends Command {
  static override summary = 'Print the JSON Schema of a kind of record, or write those for editors.'
  static override description =
    'With --editor it writes two schemas that an editor reads without a network: one for every ' +
    'record, and one for cinch.yaml. docs/how-to/editors.md says how an editor finds them.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> Protocol',
    '<%= config.bin %> <%= command.id %> --editor',
    '<%= config.bin %> <%= command.id %> --all --out schemas',
  ]
  static override args = {
    kind: Args.string({
      description: 'Kind of record, such as Protocol; all kinds are listed without it.',
    }),
  }
  static override flags = {
    all: Flags.boolean({
      summary: 'Write every schema.',
      dependsOn: ['out'],
      exclusive: ['editor'],
    }),
    editor: Flags.boolean({
      summary: 'Write the schemas for an editor, to .vscode/schemas unless --out is given.',
    }),
    out: Flags.string({
      summary: 'Folder to write to; made where it does not exist.',
      helpValue: 'FOLDER',
    }),
    'dry-run': Flags.boolean({summary: 'Say what would be written, and write nothing.'}),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(Schema)
    const dryRun = flags['dry-run']
    if (flags.editor) return writeForEditor(flags.out, dryRun)
    const files = (await readdir(folder)).filter((it) => it.endsWith('.schema.json')).sort()
    if (flags.all) return writeAll(files, flags.out ?? '.', dryRun)
    if (flags.out !== undefined || dryRun)
      throw new CannotRun(
        'Unexpected --out or --dry-run, expected --editor or --all beside it',
        'Without them the schema is printed: cinch schema Protocol > protocol.schema.json',
      )
    const kinds = files.map((it) => [kindOf(it), it] as const)
    if (args.kind === undefined) {
      const own = kinds.map(([kind]) => kind).filter((it) => !besides.includes(it))
      process.stdout.write(`${own.join('\n')}\n`)
      return
    }
    const file = kinds.find(([kind]) => kind.toLowerCase() === args.kind?.toLowerCase())?.[1]
    if (file === undefined) {
      const meant = nearestWord(
        args.kind,
        kinds.map(([kind]) => kind),
      )
      throw new CannotRun(
        `Unexpected kind \`${args.kind}\`, expected one that \`cinch schema\` lists`,
        meant === undefined ? 'cinch schema' : `Did you mean \`cinch schema ${meant}\`?`,
      )
    }
    process.stdout.write(await readFile(new URL(file, folder), 'utf8'))
  }
}

/** `service-area-screen.schema.json` holds `ServiceAreaScreen`. */
function kindOf(file: string): string {
  return file
    .replace('.schema.json', '')
    .split('-')
    .map((it) => `${it[0]?.toUpperCase()}${it.slice(1)}`)
    .join('')
}

async function writeAll(files: readonly string[], out: string, dryRun: boolean): Promise<void> {
  const texts = files.map(async (path) => ({path, bytes: await readFile(new URL(path, folder))}))
  if (!dryRun) {
    await mkdir(out, {recursive: true})
    const {writeFiles} = await import('../write/files.ts')
    writeFiles(out, await Promise.all(texts))
  }
  const did = dryRun ? 'Would write' : 'Wrote'
  process.stdout.write(`${did} ${files.length} schemas to ${out}\n`)
}

/** To the folder named, or to that of editor settings below this one. */
async function writeForEditor(out: string | undefined, dryRun: boolean): Promise<void> {
  if (out !== undefined && !dryRun) await mkdir(out, {recursive: true})
  const {writeEditorSchemas} = await import('../pipeline/editor-schemas.ts')
  // A folder that is not there yet cannot be looked at: this one stands for it.
  const root = out === undefined || !existsSync(out) ? '.' : out
  const written = writeEditorSchemas(root, {
    dryRun,
    ...(out === undefined ? {} : {folder: ''}),
  })
  for (const {path, action} of written)
    process.stdout.write(
      `${dryRun ? 'Would write' : 'Wrote'} ${join(out ?? '.', path)} (${action})\n`,
    )
}
