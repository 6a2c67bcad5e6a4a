import type {AssessedFinding} from '../model/assessment.ts'
import {compareDiagnostics, type Diagnostic} from '../model/diagnostic.ts'
import {startOf, type Location} from '../model/location.ts'
import {fingerprinted} from './fingerprint.ts'
import {looksForNothing} from './problems.ts'
import type {Report} from './report.ts'

/** What mends each family of faults, said without a word from the record. */
const fixes: readonly (readonly [RegExp, string])[] = [
  [/^yaml\//, 'Correct the YAML at this place'],
  [/^schema\//, 'Write what the schema of the kind asks for; `cinch schema KIND` prints it'],
  [/^record\//, 'Correct the record at this place'],
  [/^reference\//, 'Name a record that exists, or add it'],
  [/^approval\//, '`cinch review` tells what waits for whom'],
  [/^config\//, 'Correct cinch.yaml at this place'],
  [/^file\//, 'Move the file, or list it under `ignore` in cinch.yaml with the reason'],
  [/^table\//, 'Correct the table at this place'],
  [/^exhibit\//, 'Put the registered document back, or register the one that is there'],
  [/^leak\//, 'Change nothing yet: follow the runbook in SECURITY.md'],
  [/^scan\//, 'Follow the runbook in SECURITY.md'],
  [/^exception\//, 'Correct the FindingException at this place, or remove it'],
  [/^house\//, 'The HouseRule of this name tells what to do'],
  [/^house-rule\//, 'Correct the HouseRule; run `cinch rules test` on your own machine'],
  [/^trail\//, '`cinch trail --verify` tells what the history shows'],
]

/**
 * The report as a build log may show it: rule id or code, place and fix. What a log shows is
 * published, so no text of a record, no outcome and no readiness is left; of an overlay not even
 * the names of its files, or a fingerprint that a guess could be held against.
 */
export function withoutRecordText(report: Report): Report {
  return {
    ...report,
    diagnostics: fingerprinted(
      [
        ...report.diagnostics.map((it) => withoutOverlay(discreetDiagnostic(it), overlayOf(it))),
        ...report.findings.map((it) => withoutOverlay(ofFinding(it), overlayOf(it))),
        ...withoutFinding(report),
      ].sort(compareDiagnostics),
    ),
    findings: [],
    assessment: null,
    body: [],
    result: null,
    ...(looksForNothing(report) && report.body.length > 0
      ? {leftOut: [...(report.leftOut ?? []), untold(report)]}
      : {}),
  }
}

/** An empty report of what only tells would read as if there were nothing to tell. */
function untold({command}: Report): string {
  return `What cinch ${command} tells is not shown here; run it on your own machine, or with --full`
}

/** The overlay that something stands in, or that what it is about stands in. */
function overlayOf({location, related = []}: Pick<Diagnostic, 'location' | 'related'>) {
  const roots = [location, ...related.map((it) => it.location)].map(({root}) => root)
  return roots.find((it) => it !== undefined && it !== 'main')
}

/** In an overlay, the place is the overlay; a rule of the network's own is named nowhere. */
function withoutOverlay(diagnostic: Diagnostic, overlay: string | undefined): Diagnostic {
  if (overlay === undefined) return diagnostic
  const {fingerprint: _, code, ...rest} = diagnostic
  const family = code.startsWith('house/') ? 'house/rule' : code
  return {...rest, code: family, location: startOf('cinch.yaml', overlay)}
}

const message = 'Text not shown here; run the command on your own machine, or with --full'

/** Tests that were not supported and left no finding: a log without them would look clean. */
function withoutFinding({assessment, findings}: Report): readonly Diagnostic[] {
  const told = new Set(findings.map(({code}) => code))
  const places = new Map<string, Location>()
  for (const {rule, outcome, evidence, excepted} of (assessment?.lines ?? []).flatMap(
    (it) => it.results,
  )) {
    // What an honoured exception names was left out on purpose, or is among the findings.
    if (outcome === 'supported' || outcome === 'notApplicable' || excepted === true) continue
    if (!told.has(rule))
      places.set(rule, places.get(rule) ?? evidence[0]?.location ?? startOf('cinch.yaml'))
  }
  return Array.from(places, ([code, location]) =>
    withoutOverlay(ofTest(code, location), overlayOf({location})),
  )
}

function discreetDiagnostic({code, severity, location, fingerprint}: Diagnostic): Diagnostic {
  const help = fixes.find(([family]) => family.test(code))?.[1] ?? 'Run the command with --full'
  return {
    code,
    severity,
    location,
    message,
    help,
    ...(fingerprint === undefined ? {} : {fingerprint}),
  }
}

/** Who excepted a finding, and until when, is text of a record; that it is excepted is not. */
function ofFinding({code, location, fingerprint, excepted}: AssessedFinding): Diagnostic {
  const told = {...ofTest(code, location), fingerprint}
  return excepted === undefined ? told : {...told, message: `${marks[excepted.status]}. ${message}`}
}

const marks = {
  honoured: 'Excepted',
  notHonoured: 'Excepted; not honoured, since no base holds it',
  acknowledged: 'Acknowledged; a gate cannot be excepted',
} as const

/** Every test alike: a severity of its own would tell how it came out. */
function ofTest(code: string, location: Location): Diagnostic {
  const help = `\`cinch explain ${code}\` tells what it looks for`
  return {code, severity: 'warning', location, message, help}
}
