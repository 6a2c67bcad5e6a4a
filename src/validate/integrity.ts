import type {Diagnostic} from '../model/diagnostic.ts'
import type {ScanHit} from '../model/source.ts'
import type {Entry, Workspace} from '../model/workspace.ts'

/**
 * What says that content is not what it was, or may not be kept: evidence whose hash does not
 * match, and places that look like a price, an identifier or privileged text. `assess` reports the
 * same facts through its tests.
 */
export function integrityDiagnostics(workspace: Workspace): readonly Diagnostic[] {
  const evidence = [...workspace.all('Exhibit'), ...workspace.all('EvidenceTable')]
  return [...evidence.flatMap((it) => mismatchOf(workspace, it)), ...workspace.hits.map(leakOf)]
}

function mismatchOf(
  workspace: Workspace,
  entry: Entry<'Exhibit'> | Entry<'EvidenceTable'>,
): Diagnostic[] {
  const {kind, value, locate} = entry
  const {status, sha256, pointer, lineEndings} = workspace.exhibit(kind, value.id)
  if (status !== 'mismatch') return []
  if (pointer === true)
    return [
      {
        code: 'exhibit/pointer-mismatch',
        severity: 'error',
        message: `Unexpected large-file pointer to \`${sha256}\` in place of \`${value.file}\`, expected \`${value.sha256}\``,
        location: locate(['sha256']),
        why: 'The document that is kept elsewhere is not the one that was registered',
        help: 'Put the registered document back, or register the new one as an exhibit of its own',
      },
    ]
  return [
    {
      code: 'exhibit/hash',
      severity: 'error',
      message: `Unexpected hash \`${sha256}\` of \`${value.file}\`, expected \`${value.sha256}\``,
      location: locate(['sha256']),
      why: 'An exhibit that does not match its hash is not the document that was registered',
      help:
        lineEndings === true
          ? `Only line ends differ: CR LF here, LF when it was registered. Write \`${value.file} -text\` in \`.gitattributes\` and check the file out again`
          : 'Put the registered document back, or register the new one as an exhibit of its own',
    },
  ]
}

const looksLike = {
  price: 'a price or an offer',
  identifier: 'an identifier of a patient',
  narrative: 'a narrative or a name in a case file',
  privileged: 'privileged text',
} as const satisfies Record<ScanHit['class'], string>

/** Says where, what class and which pattern; never what stands there. */
function leakOf({class: found, pattern, location}: ScanHit): Diagnostic {
  const where = location.commit === undefined ? '' : ' in a commit message'
  return {
    code: `leak/${found}`,
    severity: 'error',
    message: `Unexpected text that looks like ${looksLike[found]} (pattern \`${pattern}\`)${where}, expected none in this repository`,
    location,
    why: 'What is committed here can be read by competitors, produced in discovery, and not taken back',
    help: 'Change nothing yet: follow the runbook in SECURITY.md',
  }
}
