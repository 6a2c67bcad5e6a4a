import type {Diagnostic} from '../model/diagnostic.ts'
import type {SealCheckName, SealCheckState, Verification} from '../model/verification.ts'
import {hang, placeOf, safe} from './text.ts'

/** Version of what `cinch verify --json` prints; `schemas/output/seal.schema.json` describes it. */
const formatVersion = 1

export interface VerifyReport extends Verification {
  readonly toolVersion: string
  readonly exitCode: number
  /** Leaves out texts that came from the repository: what a build log shows is published. */
  readonly discreet: boolean
}

const sealStateWords: Readonly<Record<SealCheckState, string>> = {
  holds: 'holds',
  fails: 'does not hold',
  recorded: 'recorded',
  notChecked: 'not checked',
  none: 'none',
}

const titles: Readonly<Record<SealCheckName, string>> = {
  dossier: 'dossier',
  signature: 'signature',
  inputs: 'inputs',
  exhibits: 'exhibits',
  history: 'history',
  chain: 'seals',
  rules: 'rule set',
  rebuild: 'rebuilt',
  time: 'time stamp',
}

/** One line a check, then what was found, then what it comes to. */
export function verifyText(report: VerifyReport, columns: number): string {
  const {seal, checks, findings, discreet} = report
  const width = Math.max(40, Math.min(columns, 100))
  return [
    'cinch verify',
    ...(seal === null
      ? []
      : hang(
          '',
          `Seal ${seal.predicate.sequence} (${safe(seal.file)}) of commit ${seal.predicate.commit.slice(0, 12)}, as of ${seal.predicate.asOf}`,
          width,
        )),
    '',
    ...checks.flatMap(({name, state, told}) =>
      hang(
        `  ${titles[name].padEnd(11)}${sealStateWords[state].padEnd(15)}`,
        discreet ? '' : safe(told),
        width,
      ),
    ),
    '',
    ...findings.flatMap((it) => findingLines(it, discreet, width)),
    ...hang('', closing(report), width),
    '',
  ].join('\n')
}

function findingLines(
  {code, severity, message, location, help}: Diagnostic,
  discreet: boolean,
  width: number,
): string[] {
  return [
    `${placeOf(location).replace(/:1:1$/, '')} ${severity} ${code}`,
    ...(discreet ? [] : hang('  ', safe(message), width)),
    ...(help === undefined ? [] : hang('  fix:  ', safe(help), width)),
    '',
  ]
}

function closing({checks, findings, seal}: VerifyReport): string {
  const named = (state: SealCheckState) =>
    checks.filter((it) => it.state === state).map(({name}) => titles[name])
  const failed = named('fails')
  if (failed.length > 0 || seal === null || findings.some((it) => it.severity === 'error'))
    return `Does not hold${failed.length > 0 ? `: ${failed.join(', ')}` : ''}.`
  const open = named('notChecked')
  const recorded = named('recorded')
  const parts = [
    ...(open.length === 0 ? [] : [`not checked: ${open.join(', ')}`]),
    ...(recorded.length === 0
      ? []
      : [`changed on counsel’s recorded instruction: ${recorded.join(', ')}`]),
  ]
  return parts.length > 0
    ? `Nothing contradicts the seal; ${parts.join('; ')}.`
    : 'Everything that was looked at holds. A seal shows what was sealed, not that it is true.'
}

/** The same as one JSON object. */
export function verifyJson(report: VerifyReport): string {
  const {target, seal, checks, findings, toolVersion, exitCode, discreet, incomplete} = report
  const shown = discreet
    ? {
        seal: null,
        checks: checks.map(({name, state}) => ({name, state})),
        findings: findings.map(({code, severity, location, help}) => ({
          code,
          severity,
          location,
          ...(help === undefined ? {} : {help}),
        })),
      }
    : {seal, checks, findings}
  return `${JSON.stringify(
    {
      schema: 'https://cinch.example/schemas/1/output/seal.schema.json',
      formatVersion,
      command: 'verify',
      tool: {name: 'cinch', version: toolVersion},
      exitCode,
      discreet,
      incomplete,
      target,
      ...shown,
    },
    null,
    2,
  )}\n`
}
