import {fileFor} from '../../model/placement.ts'
import type {Outcome, Rule, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {isActive} from '../lifetime.ts'
import {counted, listed, strengthOf} from '../outcome.ts'

export const adoptedWithAuthors: Rule = {
  id: 'C1',
  name: 'protocols/adopted-with-authors',
  title: 'Every active protocol has authors, a source, an adopting vote, a date and an owner',
  weight: 'critical',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: false,
  thresholds: [],
  authorities: ['medsouth-2002', 'gripa-2007', 'statement-8'],
  docs: {
    tests:
      'Every protocol that is not retired names its authors, its evidence base with version, the vote that adopted it, the date from which it binds and the person who answers for it. A lost vote is no adoption.',
    rationale:
      'Protocols that members wrote, voted on and are bound by show a program of their own to modify practice; an anonymous document shows none.',
    evidence:
      'Protocol records with `authors`, `source`, `adoption`, `effective` and `owner`; the minutes or the protocol as an exhibit.',
    limits:
      'Shows how a protocol came about, not that it is good medicine or that anyone follows it. What a record does not state is unknown, not absent.',
  },
  requires: ['Protocol'],

  check(context) {
    const {workspace, asOf, line, cite, finding, network} = context
    const active = workspace
      .all('Protocol')
      .filter(({value}) =>
        isActive(line.stage === 'proposed' ? {...value, effective: asOf} : value, asOf),
      )
    const judged = active.map((entry) => ({entry, lacks: lacksOf(context, entry)}))
    const complete = judged.filter(({lacks}) => lacks.length === 0)
    const findings = judged.flatMap(({entry, lacks}) =>
      lacks.map(({path, unexpected, expected, refuted}) =>
        finding(
          refuted ? 'warning' : 'note',
          entry,
          path,
          `Unexpected ${unexpected}, expected ${expected}`,
          `Add it to ${entry.file}`,
        ),
      ),
    )
    if (active.length === 0)
      findings.push(
        finding(
          'note',
          network,
          [],
          'Unexpected network without a protocol in force, expected at least one',
          `Create ${fileFor(context.workspace, 'Protocol')} with \`kind: Protocol\``,
        ),
      )
    const outcome = outcomeOfAll(judged.map(({lacks}) => lacks))
    const lacking = [...new Set(judged.flatMap(({lacks}) => lacks.map(({name}) => name)))]
    return {
      outcome,
      summary: `${complete.length} of ${counted(active.length, 'active protocol')} ${active.length === 1 ? 'has' : 'have'} authors, source, vote, date and owner${lacking.length === 0 ? '' : `; not stated for some: ${listed(lacking)}`}.`,
      evidence: complete.map(({entry}) =>
        cite(entry, ['adoption'], strengthOf(context, entry), datesOf(entry)),
      ),
      findings,
      ...(outcome === 'supported'
        ? {}
        : {
            answeredBy: `the Protocol records named in the findings (${fileFor(context.workspace, 'Protocol', '…')})`,
          }),
    }
  },
}

function datesOf({value: {adoption, effective}}: Entry<'Protocol'>): string {
  const adopted = adoption === undefined ? [] : [`adopted ${adoption.date}`]
  return [...adopted, ...(effective === undefined ? [] : [`binding from ${effective}`])].join(', ')
}

interface Lack {
  readonly name: string
  readonly path: string[]
  readonly unexpected: string
  readonly expected: string
  /** The record says that there is none, rather than nothing. */
  readonly refuted: boolean
  /** Part of what makes it a protocol that members adopted. */
  readonly core: boolean
}

function lacksOf({asOf, line}: RuleContext, {value}: Entry<'Protocol'>): Lack[] {
  const {id, authors, source, adoption, effective, owner} = value
  const lacks: Lack[] = []
  const lack = (name: string, expected: string, core: boolean, path: string[] = []) =>
    lacks.push({
      name,
      path,
      unexpected: `protocol \`${id}\` without ${name}`,
      expected,
      refuted: path.length > 0,
      core,
    })
  if (authors === undefined) lack('authors', 'who wrote and reviewed it', true)
  else if (authors.length === 0) lack('authors', 'who wrote and reviewed it', true, ['authors'])
  if (source === undefined) lack('source', 'its evidence base with version', true)
  const {for: votes = 1, against = 0} = adoption ?? {}
  if (adoption === undefined) lack('adoption', 'the vote that adopted it', true)
  else if (adoption.date > asOf || votes <= against) {
    lacks.push({
      name: 'adoption',
      path: ['adoption'],
      unexpected:
        adoption.date > asOf
          ? `adoption on ${adoption.date}`
          : `vote of ${votes} for and ${against} against`,
      expected: adoption.date > asOf ? `one by ${asOf}` : 'a vote that adopted it',
      refuted: true,
      core: true,
    })
  }
  // A proposed program binds nobody yet.
  if (effective === undefined && line.stage === 'operating')
    lack('effective', 'the date from which members are bound', false)
  if (owner === undefined) lack('owner', 'the person who answers for it', false)
  return lacks
}

/** Unknown where the heart of it is not stated; weak where only the date or the owner is. */
function outcomeOfAll(lacks: readonly (readonly Lack[])[]): Outcome {
  const all = lacks.flat()
  if (lacks.length === 0) return 'unknown'
  if (all.length === 0) return 'supported'
  const refuted = lacks.filter((it) => it.some((lack) => lack.refuted && lack.core))
  if (refuted.length === lacks.length) return 'absent'
  return all.some(({core}) => core) ? (refuted.length > 0 ? 'weak' : 'unknown') : 'weak'
}
