/** Where the schemas lie: editors read them there, without the network. Needs no entry in `ignore`. */
const folder = '.vscode/schemas'

/** As docs/how-to/editors.md tells to write them by hand. */
const settings = {
  'yaml.schemas': {
    [`${folder}/record.schema.json`]: ['records/**/*.yaml', 'records/**/*.yml'],
    [`${folder}/cinch.schema.json`]: 'cinch.yaml',
  },
  // No schema is fetched: what is edited here is nobody else's business.
  'yaml.schemaStore.enable': false,
  'yaml.format.enable': false,
  'files.eol': '\n',
  '[yaml]': {
    'editor.insertSpaces': true,
    'editor.tabSize': 2,
    'editor.quickSuggestions': {strings: true, other: true, comments: false},
  },
}

/**
 * Settings of VS Code, and the schemas that they name. Other editors that run the YAML language
 * server read the same mapping from their own settings.
 *
 * @param schemas - Texts by file name, as an editor reads them: one for records, one for `cinch.yaml`.
 */
export function editorFiles(
  schemas: ReadonlyMap<string, string>,
): readonly (readonly [string, string])[] {
  const extensions = {recommendations: ['redhat.vscode-yaml']}
  return [
    ['.vscode/settings.json', `${JSON.stringify(settings, null, 2)}\n`],
    ['.vscode/extensions.json', `${JSON.stringify(extensions, null, 2)}\n`],
    ...[...schemas].map(([name, text]) => [`${folder}/${name}`, text] as const),
  ]
}
