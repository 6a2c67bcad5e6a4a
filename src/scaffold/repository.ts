import type {Kind} from '../model/workspace.ts'
import type {Answers} from './answers.ts'
import {kindsCalledFor} from './called-for.ts'
import {commentedExample, templatePath} from './commented.ts'
import {editorFiles} from './editor.ts'
import type {Field, Resolve} from './fields.ts'
import {fill, plainMarkdown, yamlScalar} from './fill.ts'
import {networkText, personId, personText} from './first-records.ts'
import {placements} from '../model/placement.ts'
import {overlayRoots, type OverlayRoot} from './overlay-roots.ts'

/** What is filled in: the templates of this program, its schemas, and an example of each kind. */
export interface Stock {
  /** By path below `templates/scaffold`. */
  readonly template: (path: string) => string
  /** Texts of the schemas that editors read, by file name. */
  readonly schemas: ReadonlyMap<string, string>
  /** Schema of a kind, and its own example as YAML. */
  readonly example: (kind: Kind) => {readonly schema: Field; readonly text: string}
  readonly resolve: Resolve
  /** Of this program. */
  readonly version: string
}

/** A folder as it would be scaffolded; the first is the shared one, the others lie beside it. */
export interface ScaffoldedRoot {
  /** Last part of the folder's path. */
  readonly folder: string
  /** Texts by path. */
  readonly files: ReadonlyMap<string, string>
  readonly toFillIn: readonly string[]
}

const owners = {
  officerOwner: '@REPLACE-officer',
  counselOwner: '@REPLACE-counsel',
  directorOwner: '@REPLACE-medical-director',
} as const

/**
 * Every file of a new governance repository, and of those beside it where competitors read the
 * shared one. The same answers give the same bytes. Nothing is invented: what is not answered is
 * left out or commented out.
 *
 * @param folder - Name of the shared folder; those beside it are named after it.
 */
export function scaffold(
  answers: Answers,
  folder: string,
  stock: Stock,
): readonly ScaffoldedRoot[] {
  const overlays = answers.competitorsRead ? overlayRoots(folder) : []
  const toFillIn = placesToFillIn(answers)
  const shared = {folder, files: sharedFiles(answers, overlays, toFillIn, stock), toFillIn}
  return [
    shared,
    ...overlays.map((it) => ({
      folder: it.folder,
      files: overlayFiles(answers, it, stock),
      toFillIn: [],
    })),
  ]
}

function sharedFiles(
  answers: Answers,
  overlays: readonly OverlayRoot[],
  toFillIn: readonly string[],
  stock: Stock,
): ReadonlyMap<string, string> {
  const texts = {
    ...owners,
    legalName: plainMarkdown(answers.legalName),
    version: stock.version,
    counselFolder: overlays[0]?.folder ?? '',
    peerReviewFolder: overlays[1]?.folder ?? '',
    toFillIn: toFillIn.map((it) => `- ${it}`).join('\n'),
  }
  const shown = new Set([overlays.length > 0 ? 'overlays' : 'alone'])
  const filled = (path: string) => fill(stock.template(path), texts, shown)
  const {forge, people} = answers
  return new Map([
    ['cinch.yaml', configText()],
    ['README.md', filled('README.md')],
    ['CODEOWNERS', filled('CODEOWNERS')],
    ['.gitattributes', filled('gitattributes')],
    ['.gitignore', filled('gitignore')],
    ['.pre-commit-config.yaml', filled('pre-commit-config.yaml')],
    ...(forge === 'github' ? [['.github/workflows/cinch.yml', filled('github.yml')] as const] : []),
    ...(forge === 'gitlab' ? [['.gitlab-ci.yml', filled('gitlab.yml')] as const] : []),
    ['records/network.yaml', networkText(answers)],
    ...people.map(
      (it) => [`${placements.Person.folder}/${personId(it)}.yaml`, personText(it)] as const,
    ),
    ...kindsCalledFor(answers).map((it) => exampleFile(it, overlays, stock)),
    ['tables/.gitkeep', ''],
    ['exhibits/.gitkeep', ''],
    ...['forbidden-content.md', 'what-is-discoverable.md', 'audit-cycle.md'].map(
      (it) => [`docs/runbooks/${it}`, filled(`runbooks/${it}`)] as const,
    ),
    ...editorFiles(stock.schemas),
  ])
}

function exampleFile(
  kind: Kind,
  overlays: readonly OverlayRoot[],
  {example, resolve}: Stock,
): readonly [string, string] {
  const {schema, text} = example(kind)
  const root = overlays.find(({kinds}) => kinds.includes(kind))
  const where =
    root === undefined
      ? undefined
      : `It belongs in ${root.folder}: cinch add ${kind} --overlay ../${root.folder} --into ${root.name}`
  return [templatePath(kind), commentedExample(kind, text, schema, resolve, where)]
}

function overlayFiles(
  {legalName}: Answers,
  root: OverlayRoot,
  stock: Stock,
): ReadonlyMap<string, string> {
  const {name, folder, class: confidentiality, title, purpose, readers, kinds} = root
  const [kind = 'CounselNote'] = kinds
  const filled = (path: string) =>
    fill(stock.template(path), {
      legalName: plainMarkdown(legalName),
      name,
      folder,
      class: confidentiality,
      title,
      purpose,
      readers,
      kind,
    })
  return new Map([
    ['cinch.yaml', overlayConfigText(root)],
    ['README.md', filled('overlay-README.md')],
    ['CODEOWNERS', `# Write the user or team of your forge.\n* ${owners[root.owner]}\n`],
    ['.gitattributes', filled('gitattributes')],
    ['.gitignore', filled('gitignore')],
    ['exhibits/.gitkeep', ''],
    ...editorFiles(stock.schemas),
  ])
}

/** What only people of the network know, and where it goes. */
function placesToFillIn({forge, people, lines, states, ...answers}: Answers): string[] {
  const ci = {github: '.github/workflows/cinch.yml', gitlab: '.gitlab-ci.yml', none: undefined}[
    forge
  ]
  const undated = people.filter(({since}) => since === undefined)
  const roles = new Set(people.map(({role}) => role))
  const unknown = lines.filter(({stage, live}) => stage === 'operating' && live === undefined)
  return [
    '`CODEOWNERS`: who must agree to a change of what, in place of `@REPLACE-…`',
    '`.pre-commit-config.yaml`: the repository of cinch that you use, in place of `REPLACE-HOST`',
    ...(ci === undefined ? [] : [`\`${ci}\`: the same, in place of \`REPLACE-…\``]),
    '`records/network.yaml`: what is commented out there, once it is known',
    ...unknown.map(
      ({id}) => `\`records/network.yaml\`: the day on which the program of \`${id}\` went live`,
    ),
    ...(answers.sponsor === undefined ? ['`records/network.yaml`: who sponsors the network'] : []),
    ...(states.length === 0 ? ['`records/network.yaml`: the states covered'] : []),
    ...undated.map(
      (it) => `\`records/people/${personId(it)}.yaml\`: the day on which the role began`,
    ),
    ...(roles.has('officer') ? [] : ['the officer who attests: `cinch add Person`']),
    ...(roles.has('counsel') ? [] : ['counsel: `cinch add Person`']),
  ]
}

function configText(): string {
  return `# Settings of this governance repository. \`cinch schema Cinch\` describes them.
formatVersion: 1
# Records are **/*.{yaml,yml}, tables tables/**, exhibits exhibits/**, unless \`records\`, \`tables\` or
# \`exhibits\` say other globs. Any file that is none of these needs an entry here, with its reason.
ignore:
  - {glob: 'templates/**', reason: Examples that are commented out; none is a record}
  - {glob: 'docs/**', reason: Runbooks for people who keep this repository}
# A number of a test that this network sets for itself; cinch rules --thresholds lists them.
# thresholds:
#   reviewCycleMonths: {value: 12, reason: Why this and not the default, setBy: Id of a person}
# Kinds of record that need approval, and whose; cinch review tells what waits for whom.
# approvals:
#   - {kind: SanctionPolicy, quorum: [{role: officer, count: 1}], reason: Who decided it}
`
}

function overlayConfigText({name, class: confidentiality, purpose}: OverlayRoot): string {
  return `# ${purpose}
formatVersion: 1
name: ${yamlScalar(name)}
class: ${confidentiality}
`
}
