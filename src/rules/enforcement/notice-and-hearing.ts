import {daysBetween} from '../../model/date.ts'
import {fileFor} from '../../model/placement.ts'
import type {Evidence, Finding, Outcome, Rule, RuleContext} from '../../model/rule.ts'
import type {Entry} from '../../model/workspace.ts'
import {counted, listed, strengthOf} from '../outcome.ts'
import {lineFinding, missingRecord, resultOf} from '../result.ts'
import {firstSanction, openedCases, policiesOf} from './cases.ts'

export const noticeAndHearing: Rule = {
  id: 'E7',
  name: 'enforcement/notice-and-hearing',
  title: 'Notice, hearing and appeal are provided for, and recorded before a sanction',
  weight: 'major',
  question: 'integration',
  scope: 'productLine',
  appliesTo: 'always',
  operating: false,
  thresholds: [],
  authorities: ['dose-of-competition-2004', 'gripa-2007', 'medsouth-2002'],
  docs: {
    tests:
      'Whether the sanction policy provides for notice with a number of days, a hearing and an appeal; and whether every case that led to a sanction records the notice, as many days before the sanction as the policy says, and the hearing before it.',
    rationale:
      'Sanctions that are used, and stand, are the ones that were imposed fairly; a network that skips the process will be slow to impose any.',
    evidence:
      'SanctionPolicy records with `dueProcess`; CorrectiveAction records with `notice`, `hearing` and `appeal`.',
    limits:
      'Reads dates. Whether the hearing was fair is not shown, nor whether statutes on peer review, which are not assessed, ask for more. A hearing that the member waived has no field of its own and shows as missing.',
  },
  requires: [],

  check(context) {
    const policies = policiesOf(context)
    const judged = policies.map((entry) => judgePolicy(context, entry))
    const noticeDays = Math.max(0, ...policies.map((it) => it.value.dueProcess?.noticeDays ?? 0))
    const cases = openedCases(context).flatMap((entry) => {
      const sanction = firstSanction(entry.value, context.asOf)
      return sanction === undefined ? [] : [judgeCase(context, entry, sanction.date, noticeDays)]
    })
    const met = [...judged, ...cases].flatMap((it) => it.evidence ?? [])
    const findings = [...judged, ...cases].flatMap((it) => it.finding ?? [])
    const outcome: Outcome =
      policies.length === 0 || judged.every(({state}) => state === 'silent')
        ? cases.length > 0
          ? 'weak'
          : missingRecord(context)
        : findings.length === 0
          ? 'supported'
          : met.length > 0 || judged.some(({state}) => state === 'partial')
            ? 'weak'
            : 'absent'
    if (policies.length === 0)
      findings.push(
        lineFinding(
          context,
          outcome,
          'Unexpected product line without a SanctionPolicy in force, expected one with `dueProcess`',
          `Create ${fileFor(context.workspace, 'SanctionPolicy')} with \`kind: SanctionPolicy\`, as adopted`,
        ),
      )
    return resultOf(
      outcome,
      `${judged.filter(({state}) => state === 'whole').length} of ${counted(policies.length, 'sanction policy', 'sanction policies')} ${policies.length === 1 ? 'provides' : 'provide'} for notice, hearing and appeal; ${cases.length === 0 ? 'no case with a sanction is recorded' : `${cases.filter(({finding}) => finding === undefined).length} of ${counted(cases.length, 'case')} with a sanction ${cases.length === 1 ? 'records' : 'record'} notice and hearing before it`}.`,
      met,
      findings,
      'the SanctionPolicy with `dueProcess`, and CorrectiveAction records with `notice` and `hearing`',
    )
  },
}

interface Judged {
  readonly state: 'whole' | 'partial' | 'none' | 'silent'
  readonly evidence?: Evidence
  readonly finding?: Finding
}

function judgePolicy(context: RuleContext, entry: Entry<'SanctionPolicy'>): Judged {
  const {noticeDays = 0, hearing, appeal} = entry.value.dueProcess ?? {}
  const missing = [
    ...(noticeDays > 0 ? [] : ['notice']),
    ...(hearing === true ? [] : ['hearing']),
    ...(appeal === true ? [] : ['appeal']),
  ]
  if (missing.length === 0)
    return {
      state: 'whole',
      evidence: context.cite(
        entry,
        ['dueProcess'],
        strengthOf(context, entry),
        `${counted(noticeDays, 'day')} of notice, a hearing and an appeal`,
      ),
    }
  const silent = entry.value.dueProcess === undefined
  return {
    state: silent ? 'silent' : missing.length === 3 ? 'none' : 'partial',
    finding: context.finding(
      'warning',
      entry,
      silent ? [] : ['dueProcess'],
      `Unexpected sanction policy without ${listed(missing)}, expected all of notice, hearing and appeal`,
      'State `dueProcess` as adopted',
    ),
  }
}

function judgeCase(
  context: RuleContext,
  entry: Entry<'CorrectiveAction'>,
  sanctioned: string,
  noticeDays: number,
): Judged {
  const {notice, hearing} = entry.value
  const gaps = [
    ...(notice === undefined || notice > sanctioned
      ? ['notice before it']
      : daysBetween(notice, sanctioned) < noticeDays
        ? [`${counted(noticeDays, 'day')} of notice`]
        : []),
    ...(hearing === undefined || hearing > sanctioned ? ['a hearing before it'] : []),
  ]
  if (gaps.length === 0)
    return {
      state: 'whole',
      evidence: context.cite(
        entry,
        ['notice'],
        strengthOf(context, entry),
        `notice ${notice ?? ''} and hearing ${hearing ?? ''} before a sanction on ${sanctioned}`,
      ),
    }
  return {
    state: 'partial',
    finding: context.finding(
      'warning',
      entry,
      notice === undefined ? [] : ['notice'],
      `Unexpected sanction on ${sanctioned} without ${listed(gaps)}, expected both`,
      'Record `notice` and `hearing` where they took place; ask counsel where they did not',
    ),
  }
}
