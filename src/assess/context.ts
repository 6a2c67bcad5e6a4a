import {addMonths, monthsBetween} from '../model/date.ts'
import type {Finding, Outcome, ProductLine, Rule, RuleContext} from '../model/rule.ts'
import type {Entry, Kind, Workspace} from '../model/workspace.ts'
import {quoted} from '../model/show.ts'
import {settingOf} from './rule-set.ts'

/** Everything a rule may look at, for one product line. */
export function contextOf(
  workspace: Workspace,
  network: Entry<'Network'>,
  lineIndex: number,
  rule: Rule,
): RuleContext {
  const {asOf} = workspace
  const line = network.value.productLines[lineIndex]
  if (line === undefined)
    throw new RangeError(`Unexpected line ${lineIndex}, expected one of the network's`)
  const monthsLive =
    line.stage === 'operating' && line.programLive !== undefined
      ? monthsBetween(line.programLive, asOf)
      : null

  return {
    workspace,
    asOf,
    network,
    // The title stands in sentences of the rules: it comes from a record, and could read as one.
    line: {...line, title: quoted(line.title)},
    lineIndex,
    monthsLive,
    threshold: (id) => thresholdValue(workspace, rule, id),
    cite: (entry, path, strength, shows) => ({
      kind: entry.kind,
      id: entry.value.id,
      location: entry.locate(path),
      strength,
      shows,
    }),
    finding: (severity, entry, path, message, help): Finding => ({
      code: rule.id,
      severity,
      message,
      location: entry.locate(path),
      subject: {kind: entry.kind, id: entry.value.id, path},
      why: rule.docs.rationale,
      ...(help === undefined ? {} : {help}),
    }),
    ofLine: <K extends Kind>(kind: K) => workspace.all(kind).filter((it) => appliesTo(it, line)),
    missingOperation: () => missingOperation(line, asOf),
    closedLog: (log, from, to) =>
      workspace
        .all('Attestation')
        .find(
          ({value}) =>
            value.log === log &&
            value.from <= from &&
            value.to >= to &&
            value.date >= value.to &&
            value.date <= asOf &&
            (value.expires === undefined || value.expires > asOf) &&
            (value.productLines === undefined || value.productLines.includes(line.id)) &&
            isNamedOfficer(workspace, value),
        ),
  }
}

/** Whether the one who attests is a person on record who held that role on that day. */
function isNamedOfficer(
  {find}: Workspace,
  {attestedBy, role, date}: Entry<'Attestation'>['value'],
): boolean {
  const roles = find('Person', attestedBy)?.value.roles ?? []
  return roles.some(
    (it) => it.role === role && it.from <= date && (it.to === undefined || it.to >= date),
  )
}

/** What the network set, or the default of the rule. @throws {RangeError} When the rule has none. */
function thresholdValue(workspace: Workspace, rule: Rule, id: string): number {
  const known = rule.thresholds.find((it) => it.id === id)
  if (known === undefined) throw new RangeError(`Unexpected threshold \`${id}\` in ${rule.id}`)
  return settingOf(workspace, known)?.value ?? known.value
}

/** Unknown for two years from the live date, absent after them; house reading. */
function missingOperation({stage, programLive}: ProductLine, asOf: string): Outcome {
  if (stage === 'proposed') return 'notApplicable'
  return programLive !== undefined && addMonths(programLive, 24) <= asOf ? 'absent' : 'unknown'
}

/** Whether a record is about the line: it names it, or names none. */
export function appliesTo(entry: Entry, line: ProductLine): boolean {
  const {value} = entry
  if ('productLine' in value && value.productLine !== undefined)
    return value.productLine === line.id
  if ('productLines' in value && entry.kind !== 'Network' && value.productLines !== undefined)
    return (value.productLines as readonly string[]).includes(line.id)
  return true
}
