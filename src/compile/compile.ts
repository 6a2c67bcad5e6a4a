import type {Dossier} from '../model/dossier.ts'
import {adverse} from './adverse.ts'
import {authorities} from './authorities.ts'
import {changesSince} from './changes.ts'
import {comparison} from './comparison.ts'
import {cover, pageMark} from './cover.ts'
import {deskOf, type Desk} from './desk.ts'
import {exhibits} from './exhibits.ts'
import {findings} from './findings.ts'
import type {CompileInput} from './input.ts'
import {limits} from './limits.ts'
import {manifest} from './manifest.ts'
import {results} from './results.ts'
import {sections, sectionOf} from './sections/index.ts'
import {sectionBlocks} from './sections/section.ts'
import {seals} from './seals.ts'
import {signOff} from './sections/18-documents.ts'
import {withSources} from './sources.ts'
import {summary} from './summary.ts'
import {thresholds} from './thresholds.ts'
import {timeline} from './timeline.ts'
import {auditTrail} from './trail.ts'
import {withholdForMainRoot} from './withhold.ts'

/**
 * The dossier of an assessment, as its main root may hold it: what is more restricted is withheld
 * and counted (see {@link withholdForMainRoot}). All wording of the dossier is in this folder. The
 * same input gives the same dossier.
 */
export function compile(input: CompileInput): Dossier {
  return withSources(withholdForMainRoot(compileAll(input), input.assessment.roots).dossier)
}

/** The dossier with everything that was read, whatever its class. Not for a reader as it stands. */
export function compileAll(input: CompileInput): Dossier {
  const desk = deskOf(input)
  const {assessment, draft} = input
  return {
    schemaVersion: 1,
    title: 'Clinical integration readiness dossier',
    subtitle: 'Evidence bearing on the four questions, by product line',
    network: assessment.network.legalName,
    asOf: assessment.asOf,
    commit: assessment.roots.find(({name}) => name === 'main')?.commit ?? null,
    toolVersion: assessment.tool.version,
    rulesVersion: assessment.rulesVersion,
    draft,
    mark: pageMark(desk),
    cover: cover(desk),
    blocks: [
      ...limits(desk),
      ...summary(desk),
      ...adverse(desk),
      ...numbered(desk),
      ...findings(desk),
      ...results(desk),
      ...timeline(desk),
      ...auditTrail(desk),
      ...comparison(desk),
      ...exhibits(desk),
      ...authorities(desk),
      ...thresholds(desk),
      ...manifest(desk),
      ...seals(desk),
      ...sinceSeal(desk),
    ],
  }
}

function numbered(desk: Desk): Dossier['blocks'] {
  const rules = desk.rules.map((it) => it.id)
  return [
    ...sections.flatMap((section) =>
      sectionBlocks(
        desk,
        section,
        rules.filter((id) => sectionOf(id) === section.number),
      ),
    ),
    ...signOff(desk),
  ]
}

/** The appendix; nothing where no seal stands before this dossier. */
function sinceSeal({sinceSeal: since, workspace}: Desk): Dossier['blocks'] {
  return since === undefined ? [] : changesSince(since.comparison, workspace, since.since)
}
