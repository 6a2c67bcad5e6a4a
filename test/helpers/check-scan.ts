import {expect, test} from 'vitest'
import {contextOf} from '../../src/assess/context.ts'
import type {Rule, RuleResult} from '../../src/model/rule.ts'
import type {Root, ScanHit} from '../../src/model/source.ts'
import type {Workspace} from '../../src/model/workspace.ts'
import {checkRule, runRule} from './check-rule.ts'
import {documents, liveFor, network, proposed} from './records.ts'

/** A place that looks like what may not be kept. */
export function hit(kind: ScanHit['class']): ScanHit {
  return {
    class: kind,
    pattern: 'pattern',
    location: {file: 'notes.txt', start: {line: 2, column: 1}, end: {line: 2, column: 12}},
  }
}

const unread = [{root: 'main', file: 'exhibits/a.pdf', reason: 'no text'}]

/**
 * What every test that looks through all files has: found, not found, found of another class, and
 * files that could not be read.
 *
 * @param like - What it looks like, with its article.
 */
export function testScan(rule: Rule, kind: ScanHit['class'], like: string): void {
  const other = kind === 'price' ? 'identifier' : 'price'
  const text = network(liveFor[24])

  test.each([proposed, liveFor[0], liveFor[12], liveFor[23], liveFor[24]])('line: %s', (line) => {
    expect(runRule(rule, network(line)).outcome).toBe('supported')
    expect(runRule(rule, network(line), {hits: [hit(kind)]}).outcome).toBe('contrary')
    expect(runRule(rule, network(line), {hits: [hit(other)]}).outcome).toBe('supported')
  })

  test('found: the place and the pattern, never the text', () => {
    expect(checkRule(rule, text, {hits: [hit(kind)]})).toEqual([
      'contrary',
      `2:1 Unexpected text that looks like ${like} (pattern \`pattern\`) in \`notes.txt\`, expected none in any file`,
    ])
  })

  test.each([
    ['no record', '', 'unknown'],
    ['an exhibit', 'file: exhibits/a.pdf', 'supported'],
    ['an exhibit of another file', 'file: exhibits/b.pdf', 'unknown'],
    ['an exhibit kept outside', 'location: L', 'unknown'],
  ])('a file that could not be read, with %s', (_name, where, outcome) => {
    const exhibit = `{kind: Exhibit, id: x, title: X, custodian: C, made: 2026-01-01, class: network, ${where}}`
    const records = documents(text, where === '' ? '' : exhibit)
    const result = runRule(rule, records, {notScanned: unread})
    expect(result.outcome).toBe(outcome)
    expect(result.summary).toContain('1 file could not be read as text')
    expect(runRule(rule, records, {notScanned: unread, hits: [hit(kind)]}).outcome).toBe('contrary')
  })
}

/** Runs a rule over a workspace whose roots are others. */
export function runWithRoots(rule: Rule, workspace: Workspace, roots: readonly Root[]): RuleResult {
  const [entry] = workspace.all('Network')
  if (entry === undefined) throw new Error('Unexpected workspace without a Network')
  return rule.check(contextOf({...workspace, roots}, entry, 0, rule))
}
