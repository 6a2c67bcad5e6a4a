import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {Args, Command, Flags} from '@oclif/core'
import {CannotRun} from '../model/diagnostic.ts'
import {nearestWord} from '../model/distance.ts'

const folder = new URL('../../schemas/', import.meta.url)

/** Schemas that are no kind of record: the configuration, the shared forms, and any record. */
const besides = ['Cinch', 'Common', 'Record']

export default class Schema extends Command {
  static override summary = 'Print the JSON Schema of a kind of record.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> Protocol',
    '<%= config.bin %> <%= command.id %> --all --out schemas',
  ]
  static override args = {
    kind: Args.string({
      description: 'Kind of record, such as Protocol; all kinds are listed without it.',
    }),
  }
  static override flags = {
    all: Flags.boolean({summary: 'Write every schema.', dependsOn: ['out']}),
    out: Flags.string({
      summary: 'Folder to write to; made where it does not exist.',
      dependsOn: ['all'],
    }),
  }

  async run(): Promise<void> {
    const {args, flags} = await this.parse(Schema)
    const files = (await readdir(folder)).filter((it) => it.endsWith('.schema.json')).sort()
    if (flags.all) return writeAll(files, flags.out ?? '.')
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

async function writeAll(files: readonly string[], out: string): Promise<void> {
  await mkdir(out, {recursive: true})
  for (const file of files)
    await writeFile(join(out, file), await readFile(new URL(file, folder), 'utf8'))
  process.stdout.write(`Wrote ${files.length} schemas to ${out}\n`)
}
