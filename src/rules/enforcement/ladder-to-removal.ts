import {fileFor} from '../../model/placement.ts'
import type {Evidence, Finding, Outcome, Rule, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {counted, listed, strengthOf} from '../outcome.ts'
import {policiesOf} from './cases.ts'

export const ladderToRemoval: Rule = {
  id: 'E1',
  name: 'enforcement/ladder-to-removal',
  title: 'A sanction ladder leads from coaching to removal, each step with a trigger and a time',
  weight: 'gate',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: false,
  thresholds: [],
  authorities: ['dose-of-competition-2004', 'gripa-2007', 'medsouth-2002'],
  docs: {
    tests:
      'Whether a sanction policy of the line begins with coaching or a warning, ends in removal, and states for every step what sets it off and within how many days it is taken. Without a step of removal the test is absent. Where a trigger, a time or the mild first step is missing it is weak, and absent once the program has operated for twenty-four months.',
    rationale:
      'Members change how they practise when falling short has consequences. A network that cannot remove anyone cannot show that its program binds.',
    evidence: 'SanctionPolicy records in force with their `ladder`.',
    limits:
      'Shows what was adopted. Whether it is used is tested by E3, E5 and E6; whether the triggers can be resolved from records, by E2. On a proposed line a policy that is still to take effect counts.',
  },
  requires: [],

  check(context) {
    const {line, lineIndex, network} = context
    const policies = policiesOf(context)
    const judged = policies.map((entry) => ({entry, ...judge(context, entry)}))
    const best =
      judged.find(({verdict}) => verdict === 'complete') ??
      judged.find(({verdict}) => verdict === 'incomplete') ??
      judged[0]
    if (best === undefined) {
      const outcome: Outcome = context.missingOperation() === 'absent' ? 'absent' : 'unknown'
      return {
        outcome,
        summary: `No sanction policy that counts was found for ${line.title} in ${counted(context.ofLine('SanctionPolicy').length, 'record')} read.`,
        evidence: [],
        findings: [
          context.finding(
            outcome === 'absent' ? 'error' : 'warning',
            network,
            ['productLines', lineIndex],
            'Unexpected product line without a SanctionPolicy in force, expected a ladder from coaching to removal',
            `Create ${fileFor(context.workspace, 'SanctionPolicy')} with \`kind: SanctionPolicy\`, as adopted`,
          ),
        ],
        answeredBy: 'the SanctionPolicy in force',
      }
    }

    const {entry, verdict, gaps} = best
    const lacks = gaps.map((it) => it.lacks)
    const outcome: Outcome =
      verdict === 'complete'
        ? 'supported'
        : verdict === 'noRemoval' || context.missingOperation() === 'absent'
          ? 'absent'
          : 'weak'
    const steps = entry.value.ladder.map(({step}) => words[step])
    return {
      outcome,
      summary: `The ladder of ${entry.value.title} has ${counted(steps.length, 'step')} (${listed(steps)}); ${lacks.length === 0 ? 'no gap was found' : `it lacks ${listed(lacks)}`}.`,
      evidence: verdict === 'noRemoval' ? [] : [citeLadder(context, entry)],
      findings: gaps.map((it) => it.finding),
      ...(outcome === 'supported'
        ? {}
        : {answeredBy: `SanctionPolicy ${entry.value.id}, with ${listed(lacks)}`}),
    }
  },
}

const words = {
  coaching: 'coaching',
  warning: 'warning',
  correctiveActionPlan: 'corrective action plan',
  financial: 'financial sanction',
  suspension: 'suspension',
  removal: 'removal',
} as const

/** What a ladder does not say; `lacks` names it in a sentence. */
interface Gap {
  readonly finding: Finding
  readonly lacks: string
}

interface Judged {
  readonly verdict: 'complete' | 'incomplete' | 'noRemoval'
  readonly gaps: readonly Gap[]
}

function judge(context: RuleContext, entry: Entry<'SanctionPolicy'>): Judged {
  const {ladder, effective} = entry.value
  const steps = ladder.map(({step}) => step)
  const gap = (
    lacks: string,
    path: readonly (string | number)[],
    message: string,
    help: string,
  ): Gap => ({lacks, finding: context.finding('warning', entry, path, message, help)})
  const gaps: Gap[] = []
  if (!steps.includes('coaching') && !steps.includes('warning'))
    gaps.push(
      gap(
        'a first step of coaching or a warning',
        ['ladder'],
        'Unexpected ladder that begins without coaching or a warning, expected a mild first step',
        'State the first step as adopted',
      ),
    )
  for (const [index, {step, withinDays, signal, trigger}] of ladder.entries()) {
    const untimed = withinDays === undefined
    const unset = signal === undefined && (trigger ?? '').trim() === ''
    const missing = [
      ...(untimed ? ['`withinDays`'] : []),
      ...(unset ? ['`signal` or `trigger`'] : []),
    ]
    const absent = [...(untimed ? ['the time'] : []), ...(unset ? ['the trigger'] : [])]
    if (missing.length > 0)
      gaps.push(
        gap(
          `${listed(absent)} of the ${words[step]} step`,
          ['ladder', index],
          `Unexpected step \`${step}\` without ${missing.join(' and ')}, expected what sets it off and a time`,
          `State ${missing.join(' and ')} as adopted`,
        ),
      )
  }
  if (context.line.stage === 'operating' && effective === undefined)
    gaps.push(
      gap(
        'the date from which it applies',
        [],
        'Unexpected policy without `effective`, expected the date from which it applies',
        'State `effective`, with the meeting that adopted it',
      ),
    )
  if (steps.includes('removal'))
    return {verdict: gaps.length === 0 ? 'complete' : 'incomplete', gaps}
  const noRemoval = {
    lacks: 'a step of removal',
    finding: context.finding(
      'error',
      entry,
      ['ladder'],
      'Unexpected ladder without a step of removal, expected one that ends in removal',
      'Adopt such a step; until then the ladder says what it says',
    ),
  }
  return {verdict: 'noRemoval', gaps: [noRemoval, ...gaps]}
}

function citeLadder(context: RuleContext, entry: Entry<'SanctionPolicy'>): Evidence {
  const {effective, ladder} = entry.value
  return context.cite(
    entry,
    ['ladder'],
    strengthOf(context, entry),
    `${counted(ladder.length, 'step')} to removal${effective === undefined ? '' : `, effective ${effective}`}`,
  )
}
