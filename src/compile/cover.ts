import {isAbove} from '../model/confidentiality.ts'
import type {Dossier} from '../model/dossier.ts'
import {classWords} from './classes.ts'
import type {Desk} from './desk.ts'

/** What stands on the cover: what this is, of whom, as of when, and who must still read it. */
export function cover(desk: Desk): Dossier['cover'] {
  const {assessment, draft, workspace} = desk
  const main = assessment.roots.find(({name}) => name === 'main') ?? assessment.roots[0]
  // The cover is withheld from nobody: what an overlay says of itself in words stays there.
  const [shown, apart] = [false, true].map((it) =>
    workspace.roots.filter((root) => isAbove(root.class, main?.class ?? 'network') === it),
  )
  const own = (shown ?? []).flatMap(({config: {sampleData, reconstruction}}) => [
    ...(sampleData ? [`Sample data. ${sampleData.statement}`] : []),
    ...(reconstruction
      ? [`Reconstruction of ${reconstruction.matter}. ${reconstruction.statement}`]
      : []),
  ])
  const others = (apart ?? []).flatMap(({name, config: {sampleData, reconstruction}}) => [
    ...(sampleData ? [`Sample data stands in the overlay ${name}.`] : []),
    ...(reconstruction ? [`A reconstruction stands in the overlay ${name}.`] : []),
  ])
  const secret = (apart ?? []).flatMap(({config: {sampleData, reconstruction}}) =>
    [sampleData, reconstruction].flatMap((it) => it?.statement ?? []),
  )
  const given = assessment.marks.filter(
    (mark) => !secret.includes(mark) || own.some((it) => it.includes(mark)),
  )
  const marks = [...new Set([...given, ...own, ...others])].filter(
    // A mark that a longer one repeats says nothing more.
    (mark, _, all) => !all.some((other) => other !== mark && other.includes(mark)),
  )
  return {
    legend: [
      ...(draft === null ? [] : [draft]),
      ...marks,
      `Confidentiality class of the governance repository: ${classWords[main?.class ?? 'network']}. Every page bears the most restricted class of anything in this document, which may be higher, and that one governs the document. A label creates no privilege and no protection; counsel decides what is disclosed and to whom.`,
      'Prepared from the governance repository of the network named above. Every statement of fact names the record, exhibit or test it rests on.',
      'This document speaks of evidence bearing on four questions. It is not legal advice, and it states no conclusion of law.',
    ],
    facts: [
      {label: 'Network', text: assessment.network.legalName},
      {label: 'As of', text: assessment.asOf},
      {
        label: 'Commit',
        text: main?.commit ?? 'none: the working tree was read, not a commit',
      },
      {
        label: 'Product lines',
        text: assessment.lines.map(({line}) => line.title).join('; ') || 'none stated',
      },
      {label: 'Tool', text: `cinch ${assessment.tool.version}`},
      {label: 'Rule set', text: assessment.rulesVersion},
      {label: 'Reviewed by counsel', text: '________________________  Date: ____________'},
    ],
  }
}

/** The few words printed on every page of invented or reconstructed data; null for a real network. */
export function pageMark({workspace, assessment}: Desk): string | null {
  const configs = workspace.roots.map(({config}) => config)
  const words = [
    ...(configs.some(({sampleData}) => sampleData) ? ['Sample data'] : []),
    ...(configs.some(({reconstruction}) => reconstruction) ? ['Reconstruction'] : []),
  ]
  if (words.length > 0) return words.join(' and ')
  return assessment.marks.length > 0 ? 'Marked data: see the cover' : null
}
