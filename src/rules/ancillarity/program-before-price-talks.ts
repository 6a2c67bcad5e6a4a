import {compareText} from '../../model/location.ts'
import type {Finding, Rule, RuleContext, RuleResult} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {jointContracts, negotiationOf, withoutContract} from '../contracts.ts'
import {counted, strengthOf} from '../outcome.ts'
import {silenceThresholds} from '../silence.ts'

export const programBeforePriceTalks: Rule = {
  id: 'I2',
  name: 'ancillarity/program-before-price-talks',
  title: 'The program was live before price was first talked of for each contract in force',
  weight: 'gate',
  question: 'ancillarityAndConduct',
  scope: 'productLine',
  appliesTo: 'jointPricing',
  operating: false,
  thresholds: silenceThresholds,
  authorities: ['advocate-2007', 'brown-toland-2004'],
  docs: {
    tests:
      'For each jointly priced contract in force on this line, whether the program went live on or before the first talk of price. A jointly priced contract in force on a line whose program is only proposed is contrary.',
    rationale:
      'Joint pricing can be ancillary only to a program that exists. Prices talked of before there was one were not needed by it.',
    evidence:
      '`programLive` of the product line, PayerContract records with `negotiation` and `inForceFrom`, and Negotiation records with `firstPriceTalk`, or with `beforeProgram` where only the order of events is known.',
    limits:
      'Takes the date on which the program went live as declared; the tests of questions one and two look at what the program did. Contracts that have ended count as past adverse facts only.',
  },
  requires: [],

  check(context) {
    const {line, lineIndex, network} = context
    const {inForce, undated, past} = jointContracts(context)
    const told = undated.filter((entry) => negotiationOf(context, entry)?.value.beforeProgram)
    const adverse = [
      ...past.flatMap((entry) => adverseOf(context, entry, 'past')),
      ...[...inForce, ...told].flatMap((entry) => adverseOf(context, entry, 'current')),
    ]
    if (line.stage === 'proposed' && inForce.length > 0)
      return {
        outcome: 'contrary',
        summary: `${counted(inForce.length, 'jointly priced contract')} ${inForce.length === 1 ? 'is' : 'are'} in force on ${line.title}, whose program is only proposed.`,
        evidence: [],
        findings: inForce.map((entry) =>
          context.finding(
            'error',
            entry,
            ['inForceFrom'],
            'Unexpected jointly priced contract in force on a proposed line, expected none before the program is live',
            'Ask counsel; a line whose program is live says `stage: operating` and `programLive`',
          ),
        ),
        adverse,
        answeredBy: 'the end of each such contract, or records that the program is live',
      }
    if (inForce.length === 0 && undated.length === 0) return withoutContract(context, adverse)

    const judged = [...inForce, ...told].map((entry) => ({entry, ...judge(context, entry)}))
    const before = judged.filter(({verdict}) => verdict === 'before')
    const known = judged.filter(({verdict}) => verdict === 'after')
    const findings = judged.flatMap(({findings}) => findings)
    for (const entry of undated)
      findings.push(
        context.finding(
          'warning',
          entry,
          [],
          'Unexpected jointly priced contract without a first day, expected `inForceFrom`',
          'State `inForceFrom`, and `inForceTo` where it has ended',
        ),
      )
    if (line.stage === 'operating' && line.programLive === undefined)
      findings.unshift(
        context.finding(
          'warning',
          network,
          ['productLines', lineIndex],
          'Unexpected operating line without `programLive`, expected the date on which its program went live',
          'State `programLive`, with the exhibit that shows it',
        ),
      )
    const rest = undated.length - told.length
    const unknown = judged.length - before.length - known.length
    return {
      outcome:
        before.length > 0
          ? 'contrary'
          : unknown + undated.length > 0 || known.length === 0
            ? 'unknown'
            : 'supported',
      summary: `Of ${counted(inForce.length, 'jointly priced contract')} in force${told.length === 0 ? '' : ` and ${told.length} whose first day is not stated`}, price was talked of after the program was live for ${known.length}, before it for ${before.length}, and it cannot be told for ${unknown}${rest === 0 ? '' : `; ${rest} more ${rest === 1 ? 'is' : 'are'} not dated`}.`,
      evidence: known.flatMap(({entry}) => citeOrder(context, entry)),
      findings,
      adverse,
      ...(before.length + unknown + undated.length === 0
        ? {}
        : {answeredBy: '`programLive` of the line and `firstPriceTalk` of each Negotiation'}),
    }
  },
}

interface Judged {
  readonly verdict: 'before' | 'after' | 'unknown'
  readonly findings: readonly Finding[]
}

/** Whether price was talked of before the program, for one contract in force. */
function judge(context: RuleContext, entry: Entry<'PayerContract'>): Judged {
  const {programLive: live} = context.line
  const negotiation = negotiationOf(context, entry)
  const talk = negotiation?.value.firstPriceTalk
  const {inForceFrom: from} = entry.value
  if (negotiation?.value.beforeProgram === true)
    return {
      verdict: 'before',
      findings: [
        context.finding(
          'error',
          negotiation,
          ['beforeProgram'],
          'Unexpected talk of price before any program was live, expected it after',
          'Ask counsel; keep the order of events as it was',
        ),
      ],
    }
  if (live === undefined) return {verdict: 'unknown', findings: []}
  const late = (place: Entry, path: string, what: string) => ({
    verdict: 'before' as const,
    findings: [
      context.finding(
        'error',
        place,
        [path],
        `Unexpected ${what}, expected it on or after \`${live}\`, when the program went live`,
        'Ask counsel; keep the date as it was',
      ),
    ],
  })
  if (negotiation !== undefined && talk !== undefined && talk < live)
    return late(negotiation, 'firstPriceTalk', `first talk of price on \`${talk}\``)
  if (from !== undefined && from < live)
    return late(entry, 'inForceFrom', `jointly priced contract in force from \`${from}\``)
  if (negotiation === undefined || talk === undefined)
    return unknown(
      context.finding(
        'warning',
        negotiation ?? entry,
        negotiation === undefined ? ['negotiation'] : [],
        'Unexpected contract whose first talk of price is not stated, expected a Negotiation with `firstPriceTalk`',
        'Name the Negotiation in the contract and state `firstPriceTalk`',
      ),
    )
  if (from !== undefined && talk > from)
    return unknown(
      context.finding(
        'warning',
        negotiation,
        ['firstPriceTalk'],
        `Unexpected first talk of price on \`${talk}\`, expected one before the contract began on \`${from}\``,
        'State when price was first talked of',
      ),
    )
  return {verdict: 'after', findings: []}
}

function unknown(finding: Finding): Judged {
  return {verdict: 'unknown', findings: [finding]}
}

function citeOrder(context: RuleContext, entry: Entry<'PayerContract'>) {
  const {network, lineIndex, line} = context
  const negotiation = negotiationOf(context, entry)
  if (negotiation === undefined) return []
  return [
    context.cite(
      negotiation,
      ['firstPriceTalk'],
      strengthOf(context, negotiation),
      `price first talked of ${negotiation.value.firstPriceTalk ?? ''}`,
    ),
    context.cite(
      network,
      ['productLines', lineIndex, 'programLive'],
      strengthOf(context, network),
      `program live ${line.programLive ?? ''}`,
    ),
  ]
}

function adverseOf(
  context: RuleContext,
  entry: Entry<'PayerContract'>,
  time: 'current' | 'past',
): NonNullable<RuleResult['adverse']> {
  const {line} = context
  const live = line.stage === 'operating' ? line.programLive : undefined
  const negotiation = negotiationOf(context, entry)
  const dates = [negotiation?.value.firstPriceTalk, entry.value.inForceFrom]
  const [date] = dates.filter((it) => it !== undefined).sort(compareText)
  if (negotiation?.value.beforeProgram === true)
    return [
      {
        rule: 'I2',
        time,
        ...(negotiation.value.firstPriceTalk === undefined
          ? {}
          : {date: negotiation.value.firstPriceTalk}),
        fact: `Price was talked of jointly before any program was live (${entry.value.id})`,
        location: negotiation.locate(['beforeProgram']),
      },
    ]
  // Without a live date an operating line is unknown, not adverse.
  if (date === undefined || (line.stage === 'operating' && (live === undefined || date >= live)))
    return []
  return [
    {
      rule: 'I2',
      time,
      date,
      fact: `Joint price talks or a jointly priced contract (${entry.value.id}) before the program was live`,
      location: (negotiation ?? entry).locate(
        negotiation === undefined ? ['inForceFrom'] : ['firstPriceTalk'],
      ),
    },
  ]
}
