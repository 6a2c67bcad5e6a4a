import {expect, test} from 'vitest'
import {compile, compileAll} from '../../src/compile/compile.ts'
import type {CompileInput} from '../../src/compile/input.ts'
import {withhold} from '../../src/compile/withhold.ts'
import type {ConfidentialityClass} from '../../src/model/confidentiality.ts'
import type {Rule} from '../../src/model/rule.ts'
import type {Entry, Kind, Workspace} from '../../src/model/workspace.ts'
import {assess} from '../../src/assess/assess.ts'
import {fewRules, inputOf, partOf, provenances, ruleOf, wholeText} from './fixture.ts'
import {fullNetwork} from './network.ts'

/** The full network with the records of some kinds in an overlay root. */
function overlaid(
  kinds: readonly Kind[],
  rootClass: ConfidentialityClass,
  rules: readonly Rule[] = fewRules,
): CompileInput {
  const input = inputOf(fullNetwork)
  const entries = input.workspace.entries.map((entry): Entry => {
    if (!kinds.includes(entry.kind)) return entry
    const locate: Entry['locate'] = (path) => ({...entry.locate(path), root: 'overlay-1'})
    return {...entry, root: 'overlay-1', locate}
  })
  const [main] = input.workspace.roots
  if (!main) throw new Error('Unexpected workspace without a main root')
  const workspace: Workspace = {
    ...input.workspace,
    roots: [main, {...main, name: 'overlay-1', class: rootClass}],
    entries,
    all: <K extends Kind>(kind: K) =>
      entries.filter((it) => it.kind === kind) as unknown as readonly Entry<K>[],
    find: <K extends Kind>(kind: K, id: string) =>
      entries.find((it) => it.kind === kind && it.value.id === id) as Entry<K> | undefined,
  }
  const {assessment} = assess(workspace, rules, {version: '0.0.0'})
  return {...input, rules, workspace, assessment}
}

test("a main root's own cases and negotiations are shown; privileged records are not", () => {
  const whole = wholeText(compile(inputOf(fullNetwork)))
  expect(whole).toContain('M0417')
  expect(whole).toContain('Talks with Blue')
  expect(whole).not.toContain('Wait for the second year')
  expect(whole).not.toContain('Inquiry hold')
  expect(whole).not.toContain('Civil inquiry of the state')
})

test('what is withheld is counted by class, at its place and in the limits', () => {
  const dossier = compile(inputOf(fullNetwork))
  expect(partOf(dossier, 'withheld')).toMatch(/items are withheld[^]*\nprivileged \| \d/)
  expect(partOf(dossier, 's18')).toContain('Withheld here: 1 privileged.')
  expect(partOf(dossier, 'counsel-ppo')).toContain('Withheld here: 1 privileged.')
})

test('everything is there before withholding', () => {
  const whole = wholeText(compileAll(inputOf(fullNetwork)))
  expect(whole).toContain('Counsel on Integration: reserved, Ann Bell, 2026-05-05.')
  expect(whole).toContain('Inquiry hold')
  expect(whole).toContain('Civil inquiry of the state')
})

test('nothing of an overlay above the main root is shown, though its kind alone might be', () => {
  const dossier = compile(overlaid(['CorrectiveAction', 'Meeting'], 'peerReview'))
  const whole = wholeText(dossier)
  for (const secret of [
    'M0417',
    'case-1',
    'board-2026-01',
    '2026-01-20',
    '12 voting seats at 2 and 16 physicians at 2',
  ])
    expect(whole).not.toContain(secret)
  expect(provenances(dossier).some((it) => it.type === 'record' && it.root === 'overlay-1')).toBe(
    false,
  )
  expect(JSON.stringify(dossier.blocks)).not.toContain('M0417')
  expect(partOf(dossier, 'withheld')).toMatch(/\npeer review \| \d/)
})

test('an outcome that rests on an overlay stays; what it tells of the records does not', () => {
  const dossier = compile(overlaid(['CorrectiveAction'], 'peerReview'))
  expect(partOf(dossier, 's7')).toContain('E5 Title of E5 | unknown | declared | withheld')
  expect(partOf(dossier, 'summary')).toContain('E5 | unknown | withheld | withheld')
  expect(wholeText(dossier)).not.toContain('E5 rests on')
})

test('an overlay no more restricted than the main root is shown with it', () => {
  const dossier = compile(overlaid(['Meeting'], 'network'))
  expect(partOf(dossier, 's8')).toContain('12 voting seats at 2 and 16 physicians at 2')
})

test('an overlay changes no label of the main root', () => {
  const plain = partOf(compile(inputOf(fullNetwork)), 'exhibit-index')
  const dossier = compileAll(overlaid(['EvidenceTable'], 'peerReview'))
  for (const label of ['HARBOR-0001', 'HARBOR-0002']) {
    expect(plain).toContain(label)
    expect(partOf(dossier, 'exhibit-index')).toContain(label)
  }
})

test.each([
  ['network', ['Talks with Blue', 'M0417']],
  ['competitivelySensitive', ['M0417']],
  ['peerReview', []],
] as const)('up to %s, nothing more restricted is left in any node', (upTo, gone) => {
  const {dossier, withheld} = withhold(compileAll(inputOf(fullNetwork)), upTo)
  const whole = wholeText(dossier)
  for (const text of gone) expect(whole).not.toContain(text)
  expect(withheld.some((it) => it.class === 'privileged' && it.count > 0)).toBe(true)
  const [last] = withheld.toReversed()
  expect(partOf(dossier, 'withheld')).toContain(String(last?.count))
})

test('where nothing is above the class, nothing is withheld and that is said', () => {
  const all = compileAll(inputOf(fullNetwork))
  const {dossier, withheld} = withhold(all, 'personLevel')
  expect(withheld).toEqual([])
  expect(partOf(dossier, 'withheld')).toContain('Nothing is withheld from this dossier.')
  expect(dossier.blocks.length).toBe(all.blocks.length + 1)
})

test('a record of the main root does not carry along the title of one in an overlay', () => {
  const dossier = compile(overlaid(['Measure', 'GoverningBody'], 'peerReview'))
  const whole = wholeText(dossier)
  expect(partOf(dossier, 's8')).toContain('board | 2 |')
  expect(whole).not.toContain('Readmission after heart failure')
  expect(whole).not.toContain('Board of Managers')
})

test('a test that reads an overlay and cites nothing of it does not tell what it counted there', () => {
  const counting = ruleOf('E10', 'unknown', 'CorrectiveAction', {
    requires: ['CorrectiveAction'],
    check: ({workspace}) => ({
      outcome: 'unknown',
      summary: `None found in ${workspace.all('CorrectiveAction').length} cases read.`,
      evidence: [],
      findings: [],
    }),
  })
  const whole = wholeText(compile(overlaid(['CorrectiveAction'], 'peerReview', [counting])))
  expect(whole).not.toContain('None found in')
  expect(whole).toContain('E10 Title of E10 | unknown | no evidence | withheld')
})
