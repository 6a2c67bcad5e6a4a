import {quoted} from '../model/show.ts'
import {readinessWords} from '../model/words.ts'
import type {SealedLine} from '../model/seal.ts'
import {evaluate, type Evaluated} from './evaluate.ts'
import {compileDossier, publish} from './publish.ts'
import {sealedLine} from './seal.ts'
import type {Bench} from './verify.ts'

/** The rule set as it is now, and the dossier made again. */
export async function checkRebuild(bench: Bench): Promise<void> {
  const {statement, options, sealed, gone, rewrite, repository, tell} = bench
  const {predicate} = statement
  if (sealed === null || repository.status !== 'complete') {
    const why = sealed === null ? gone : 'the clone is not whole'
    tell('rules', 'notChecked', `Not looked at: ${why}`)
    return tell('rebuild', 'notChecked', `Not looked at: ${why}`)
  }
  const evaluated = await evaluate(sealed, options.toolVersion)
  const sameRules = checkRules(bench, evaluated)
  const others = [
    ...(predicate.tool.version === options.toolVersion
      ? []
      : [`cinch ${predicate.tool.version}, now ${options.toolVersion}`]),
    ...(sameRules
      ? []
      : [
          `rule set ${predicate.rules.version}+${predicate.rules.hash}, now ${evaluated.assessment.rulesVersion}`,
        ]),
  ]
  if (others.length > 0)
    return tell(
      'rebuild',
      'notChecked',
      `Not rebuildable with this version: sealed with ${others.join('; ')}`,
    )
  if (rewrite !== undefined)
    return tell(
      'rebuild',
      'notChecked',
      'Not rebuildable: the commit was rewritten on counsel’s recorded instruction; nothing shows that the dates and authors of the commits before it are as they were sealed',
    )
  await compareOutputs(bench, evaluated)
}

async function compareOutputs(bench: Bench, evaluated: Evaluated): Promise<void> {
  const {statement, sealed, tell, find} = bench
  if (sealed === null) return
  const {outputsOf} = await import('../seal/statement.ts')
  const outputs = outputsOf(statement)
  const otherNode = statement.predicate.node !== process.version
  const dossier = await compileDossier(sealed, evaluated, false)
  const formats = (['pdf', 'html', 'json'] as const).filter(
    (it) => outputs.some(({name}) => name === `dossier.${it}`) && !(otherNode && it === 'pdf'),
  )
  const rebuilt = await publish(dossier, formats)
  const differing = rebuilt.filter(
    ({name, sha256}) => outputs.find((it) => it.name === name)?.sha256 !== sha256,
  )
  const wrongly = tellOutputs(bench, outputs) + (await tellOutcomes(bench, evaluated))
  for (const {name, sha256} of differing)
    find(
      'rebuild/differs',
      'error',
      name,
      `Unexpected hash \`${sha256}\` of the dossier made again, expected \`${outputs.find((it) => it.name === name)?.sha256 ?? ''}\`, as it was sealed`,
    )
  const count = `${rebuilt.length - differing.length} of ${outputs.length}`
  if (differing.length > 0) return tell('rebuild', 'fails', `${count} files come out the same`)
  if (wrongly > 0)
    return tell(
      'rebuild',
      'fails',
      'The seal names what its commit does not give; the findings say what',
    )
  if (otherNode)
    return tell(
      'rebuild',
      'notChecked',
      `${count} files come out the same; the PDF is not rebuildable with this version: sealed with Node ${statement.predicate.node}, now ${process.version}`,
    )
  tell('rebuild', 'holds', `${count} files come out the same, byte for byte`)
}

/** This version makes these three and no other: what else is named, nothing here can vouch for. */
function tellOutputs({seal, find}: Bench, outputs: readonly {readonly name: string}[]): number {
  const expected: readonly string[] = ['dossier.pdf', 'dossier.html', 'dossier.json']
  const names = outputs.map(({name}) => name)
  const missing = expected.filter((it) => !names.includes(it))
  const others = names.filter((it) => !expected.includes(it))
  for (const it of missing)
    find(
      'rebuild/outputs',
      'error',
      seal.file,
      `Unexpected seal that does not name \`${it}\`, expected the hash of it: a dossier that is passed off as the one sealed could not be told`,
    )
  for (const it of others)
    find(
      'rebuild/outputs',
      'error',
      seal.file,
      `Unexpected file ${quoted(it)} in the seal, expected the dossier of the commit alone: nothing here makes it again`,
    )
  return missing.length + others.length
}

/** What the seal says of each line, beside what its commit gives by the same version and rule set. */
async function tellOutcomes(
  {statement, seal, find}: Bench,
  {assessment}: Evaluated,
): Promise<number> {
  const {lines: then} = statement.predicate
  const now = assessment.lines.map(sealedLine)
  const {sealBytes} = await import('../seal/statement.ts')
  const again = {...statement, predicate: {...statement.predicate, lines: now}}
  if (sealBytes(again).equals(sealBytes(statement))) return 0
  const changes = changedMinds(then, now)
  const told = changes.length > 0 ? changes : ['other lines, or other questions']
  for (const it of told)
    find(
      'rebuild/outcomes',
      'error',
      seal.file,
      `Unexpected outcomes in the seal, expected those that its commit gives: ${it}`,
    )
  return told.length
}

/** Whether the rule set is the one that was sealed; where not, what changed its mind. */
function checkRules({statement, seal, tell, find}: Bench, {assessment}: Evaluated): boolean {
  const {rules, lines} = statement.predicate
  const sealedRules = `${rules.version}+${rules.hash}`
  if (sealedRules === assessment.rulesVersion) {
    tell('rules', 'holds', `Rule set ${sealedRules}, as now`)
    return true
  }
  const [version = ''] = assessment.rulesVersion.split('+')
  const silent = version === rules.version
  find(
    silent ? 'rules/hash' : 'rules/version',
    silent ? 'error' : 'warning',
    seal.file,
    silent
      ? `Unexpected rule set \`${assessment.rulesVersion}\`, expected \`${sealedRules}\`: it changed its mind without a new version`
      : `Rule set \`${assessment.rulesVersion}\` now, \`${sealedRules}\` when it was sealed`,
  )
  const changes = changedMinds(lines, assessment.lines.map(sealedLine))
  for (const it of changes) find('rules/changed-mind', 'warning', seal.file, it)
  tell(
    'rules',
    silent ? 'fails' : 'notChecked',
    `Sealed with rule set ${sealedRules}, now ${assessment.rulesVersion}; ${changes.length === 0 ? 'every test comes out as it did' : `lines that come out otherwise: ${changes.length}`}`,
  )
  return false
}

function changedMinds(then: readonly SealedLine[], now: readonly SealedLine[]): string[] {
  return then.flatMap((line) => {
    const other = now.find(({id}) => id === line.id)
    if (other === undefined) return []
    const tests = [...new Set([...Object.keys(line.tests), ...Object.keys(other.tests)])]
      .filter((it) => line.tests[it] !== other.tests[it])
      .map((it) => `${it} ${line.tests[it] ?? 'no test'}, now ${other.tests[it] ?? 'no test'}`)
    if (tests.length === 0 && line.readiness === other.readiness) return []
    const readiness =
      line.readiness === other.readiness
        ? ''
        : `${readinessWords[line.readiness]}, now ${readinessWords[other.readiness]}; `
    return [`Line \`${line.id}\`: ${readiness}${tests.join('; ')}`]
  })
}
