import {existsSync, mkdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {Flags} from '@oclif/core'
import {BaseCommand} from '../cli/base-command.ts'
import {CannotRun} from '../model/diagnostic.ts'
import {quoted} from '../model/show.ts'

export default class CustodianForm extends BaseCommand<typeof CustodianForm> {
  static override summary = 'Prepare the form of a custodian’s certification of what was sealed.'
  static override description =
    'Writes the manifest of a seal, a description of the process and the system, and a ' +
    'declaration in the form that Federal Rules of Evidence 902(13) and (14) and 28 U.S.C. 1746 ' +
    'ask for. No date, name or signature is filled in: the custodian completes it, counsel ' +
    'decides whether it is used. A form that somebody may have completed is never written over.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> --out form',
    '<%= config.bin %> <%= command.id %> --seal seals/0001-4f2a9c01b7de.intoto.json',
  ]
  static override flags = {
    seal: Flags.string({summary: 'Seal to speak of; the last one without it.', helpValue: 'FILE'}),
    out: Flags.string({
      summary: 'Folder to write to; made where it does not exist.',
      default: 'custodian-form',
    }),
    'dry-run': Flags.boolean({summary: 'Say what would be written, and write nothing.'}),
    json: Flags.boolean({summary: 'Say what was written as JSON.'}),
  }

  async run(): Promise<void> {
    const {root, seal, out, json} = this.flags
    const dryRun = this.flags['dry-run']
    const [{prepareForm}, {publish}, {formText}] = await Promise.all([
      import('../pipeline/custodian-form.ts'),
      import('../pipeline/publish.ts'),
      import('../report/custodian-form.ts'),
    ])
    const form = await prepareForm({root, seal, toolVersion: this.config.version})
    const [pdf] = await publish(form, ['pdf'])
    const documents = [
      {path: 'custodian-form.txt', bytes: new TextEncoder().encode(formText(form))},
      ...(pdf === undefined ? [] : [{path: 'custodian-form.pdf', bytes: pdf.bytes}]),
    ]
    for (const {path, bytes} of documents) expectOwn(join(out, path), bytes)
    if (!dryRun) {
      const {writeFiles} = await import('../write/files.ts')
      mkdirSync(out, {recursive: true})
      writeFiles(out, documents)
    }
    const files = documents.map(({path, bytes}) => ({file: `${out}/${path}`, bytes: bytes.length}))
    process.stdout.write(
      json
        ? `${JSON.stringify({written: !dryRun, files}, null, 2)}\n`
        : [
            ...files.map(
              (it) => `${dryRun ? 'would write' : 'wrote'} ${it.file}  ${it.bytes} bytes`,
            ),
            'A form: nothing is filled in that only a person can say.',
            '',
          ].join('\n'),
    )
  }
}

/** A form that is not as it was made has been completed by somebody. */
function expectOwn(file: string, bytes: Uint8Array): void {
  if (!existsSync(file) || Buffer.compare(readFileSync(file), bytes) === 0) return
  throw new CannotRun(
    `Unexpected file ${quoted(file)} that differs from the form, expected none there`,
    'Somebody may have completed it: name another folder with `--out`, or move it away',
  )
}
