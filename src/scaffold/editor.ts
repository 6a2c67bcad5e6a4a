import {compareText} from '../model/location.ts'
import {filesOf, placements} from './placement.ts'
import type {Kind} from '../model/workspace.ts'

/** Where the schemas lie: editors read them there, without the network. */
const folder = '.cinch/schemas'

/**
 * Settings of VS Code, and the schemas that they name. Other editors that run the YAML language
 * server read the same mapping from their own settings.
 *
 * @param schemas - Texts by file name.
 */
export function editorFiles(
  schemas: ReadonlyMap<string, string>,
): readonly (readonly [string, string])[] {
  const kinds = Object.keys(placements) as Kind[]
  const mapping = Object.fromEntries([
    [`./${folder}/cinch.schema.json`, '/cinch.yaml'],
    ...kinds.map((it) => [`./${folder}/${schemaFile(it)}`, `/${filesOf(it)}`]),
  ]) as Record<string, string>
  const settings = {
    'yaml.validate': true,
    'yaml.completion': true,
    'yaml.hover': true,
    // No schema is fetched: what is edited here is nobody else's business.
    'yaml.schemaStore.enable': false,
    'yaml.schemas': mapping,
    'files.eol': '\n',
    'files.insertFinalNewline': true,
  }
  const extensions = {recommendations: ['redhat.vscode-yaml']}
  return [
    ['.vscode/settings.json', `${JSON.stringify(settings, null, 2)}\n`],
    ['.vscode/extensions.json', `${JSON.stringify(extensions, null, 2)}\n`],
    ...[...schemas]
      .sort(([a], [b]) => compareText(a, b))
      .map(([name, text]) => [`${folder}/${name}`, text] as const),
  ]
}

function schemaFile(kind: Kind): string {
  return `${kind.replaceAll(/(?<!^)[A-Z]/g, (it) => `-${it}`).toLowerCase()}.schema.json`
}
