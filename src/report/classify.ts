import type {
  Classification,
  FeatureResult,
  KindResult,
  LineClassification,
} from '../model/classification.ts'
import {verdictWords} from '../model/words.ts'
import {hang, placeOf, safe} from './text.ts'

/** Which kinds the facts describe, line by line, and what is missing for the declared one. */
export function classificationLines(classification: Classification, width: number): string[] {
  const {declared, lines} = classification
  const columns = Math.max(40, Math.min(width, 100))
  const title = lines[0]?.kinds.find(({kind}) => kind === declared?.kind)?.title
  return [
    ...hang(
      '',
      declared === null || title === undefined
        ? 'The network does not say what kind it is (`declaredKind`).'
        : `The network says it is: ${title} (${placeOf(declared.fact.location)})`,
      columns,
    ),
    '',
    ...lines.flatMap((it) => lineLines(it, declared?.kind, columns)),
    ...hang(
      '',
      'Definitions are of this tool, in the terms of the field. A kind is described where a record shows every feature of it; it says nothing of how well, and reaches no conclusion of law.',
      columns,
    ),
    '',
  ]
}

function lineLines(
  {line, kinds}: LineClassification,
  declared: string | undefined,
  columns: number,
): string[] {
  const described = kinds.filter(({verdict}) => verdict === 'described')
  const own = kinds.find(({kind}) => kind === declared)
  return [
    ...hang('', `${safe(line.title)} (${line.basis}, ${line.stage})`, columns),
    ...hang(
      '  The facts describe: ',
      described.length === 0 ? 'none of the kinds' : described.map((it) => it.title).join('; '),
      columns,
    ),
    ...(own === undefined ? [] : missingLines(own, columns)),
    '',
    ...kinds.flatMap((it) => kindLines(it, columns)),
  ]
}

function missingLines({features}: KindResult, columns: number): string[] {
  const missing = features.filter(({met}) => met !== 'yes')
  if (missing.length === 0) return ['  Missing for what it says it is: nothing']
  return [
    '  Missing for what it says it is:',
    ...missing.flatMap(({says, met, answeredBy}) =>
      hang(
        '    - ',
        met === 'no' ? `${says}: a fact stands against it` : `${says}: ${answeredBy}`,
        columns,
      ),
    ),
  ]
}

function kindLines({title, verdict, features}: KindResult, columns: number): string[] {
  // What stands against a kind decides it; the rest would only be long.
  const shown = verdict === 'contradicted' ? features.filter(({met}) => met === 'no') : features
  return [
    ...hang('  ', `${title}: ${verdictWords[verdict]}`, columns),
    ...shown.flatMap((it) => featureLines(it, columns)),
    '',
  ]
}

const marks = {yes: '    yes        ', no: '    no         ', notStated: '    not stated '} as const

function featureLines({says, met, facts}: FeatureResult, columns: number): string[] {
  return [
    ...hang(marks[met], says, columns),
    ...facts
      .slice(0, 2)
      .flatMap((it) =>
        hang('                 ', `${placeOf(it.location)} ${safe(it.shows)}`, columns),
      ),
  ]
}
