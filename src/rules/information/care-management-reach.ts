import {fileFor} from '../../model/placement.ts'
import type {Evidence, Finding, Outcome, Rule, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {isRunning, panelOf} from '../lifetime.ts'
import {counted, percent, strengthOf} from '../outcome.ts'
import {lineFinding, outcomeOfShare, resultOf} from '../result.ts'

export const careManagementReach: Rule = {
  id: 'G8',
  name: 'information/care-management-reach',
  title: 'Care management serves at least half of the practices',
  weight: 'major',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: true,
  thresholds: [
    {
      id: 'careManagementShare',
      value: 0.5,
      unit: 'ratio',
      basis: 'house',
      source: 'House default',
      description: 'Least share of the practices on the panel that care management serves',
      looser: 'lower',
    },
  ],
  authorities: ['gripa-2007', 'medsouth-2002', 'statement-8'],
  docs: {
    tests:
      'Which practices on the panel are served by a program of care or disease management that is running, as a share of all of them. Where no program lists practices, the newest declared count.',
    rationale:
      'Care managers who work across practices are what ties the care of one member to that of another.',
    evidence:
      'CareProgram records with `practicesServed` or `declaredPractices`; Participant records with the panel.',
    limits: 'Shows that practices are served, not how many patients are, or how well.',
  },
  requires: ['CareProgram'],

  check(context) {
    const {finding} = context
    const {programs, notStated, count, of, evidence} = reachOf(context)
    const floor = context.threshold('careManagementShare')
    const stated = evidence.length > 0 && of > 0
    // Practices whose panel is not stated may all be on it, and none of them served.
    const open = stated && count / of >= floor && count < floor * (of + notStated.length)
    const outcome: Outcome = !stated
      ? context.missingOperation()
      : open
        ? 'unknown'
        : outcomeOfShare(count / of, floor)
    const findings: Finding[] = open
      ? notStated.map((entry) =>
          finding(
            'note',
            entry,
            [],
            `Unexpected participant \`${entry.value.id}\` without \`productLines\`, expected the lines on whose panel it is`,
            'Add `productLines`, empty where it is on no panel',
          ),
        )
      : []
    if (outcome !== 'supported' && !open)
      findings.push(
        lineFinding(
          context,
          outcome,
          `Unexpected ${count} of ${counted(of, 'practice')} served by care management, expected ${percent(floor)}`,
          'Record `practicesServed` in the CareProgram records of care management',
        ),
      )
    return resultOf(
      outcome,
      `${counted(programs.length, 'running program')} of care or disease management ${programs.length === 1 ? 'serves' : 'serve'} ${count} of ${counted(of, 'practice')} on the panel.`,
      evidence,
      findings,
      `\`practicesServed\` in the CareProgram records (${fileFor(context.workspace, 'CareProgram', '…')})`,
    )
  },
}

interface Reach {
  readonly programs: readonly Entry<'CareProgram'>[]
  /** Practices whose panel is not stated. */
  readonly notStated: readonly Entry<'Participant'>[]
  readonly count: number
  readonly of: number
  readonly evidence: readonly Evidence[]
}

/** Practices served, as listed; where no program lists them, the newest declared count. */
function reachOf(context: RuleContext): Reach {
  const {workspace, asOf, cite} = context
  const programs = workspace
    .all('CareProgram')
    .filter(
      ({value}) =>
        (value.type === 'careManagement' || value.type === 'diseaseManagement') &&
        isRunning(value, asOf),
    )
  const {on, notStated} = panelOf(context)
  const practices = on.filter(({value}) => value.type === 'practice').map(({value}) => value.id)
  const listing = programs.filter(({value}) => value.practicesServed !== undefined)
  const served = new Set(listing.flatMap(({value}) => value.practicesServed ?? []))
  const declared = programs
    .flatMap((entry) => {
      const counts = entry.value.declaredPractices
      return counts === undefined || counts.asOf > asOf ? [] : [{entry, counts}]
    })
    .toSorted((a, b) => (a.counts.asOf < b.counts.asOf ? 1 : -1))
  const [last] = declared
  if (listing.length > 0 || last === undefined)
    return {
      programs,
      notStated,
      count: practices.filter((id) => served.has(id)).length,
      of: practices.length,
      evidence: listing.map((entry) =>
        cite(
          entry,
          ['practicesServed'],
          strengthOf(context, entry),
          `serves ${counted(entry.value.practicesServed?.length ?? 0, 'practice')}`,
        ),
      ),
    }
  const {served: count, of, asOf: date} = last.counts
  const shows = `serves ${count} of ${counted(of, 'practice')} as of ${date}`
  return {
    programs,
    notStated,
    count,
    of: Math.max(of, practices.length),
    evidence: [cite(last.entry, ['declaredPractices'], 'declared', shows)],
  }
}
