import {expect} from 'vitest'

/**
 * Issues of a Code Quality report, after a look at what docs.gitlab.com/ci/testing/code_quality asks
 * of them, "Code Quality report format".
 */
export function issuesIn(text: string): readonly Record<string, unknown>[] {
  const issues = JSON.parse(text) as readonly Record<string, unknown>[]
  for (const it of issues) {
    expect(Object.keys(it).sort()).toEqual([
      'check_name',
      'description',
      'fingerprint',
      'location',
      'severity',
    ])
    expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(it['severity'])
    expect(it['description']).toMatch(/^[^\p{Cc}]*$/u)
    const {path, lines} = it['location'] as {path: string; lines: {begin: number}}
    expect(path).toMatch(/^(?!\.?\/)[^\p{Cc}]+$/u)
    expect(lines.begin).toBeGreaterThan(0)
  }
  const prints = issues.map((it) => it['fingerprint'])
  expect(new Set(prints).size).toBe(prints.length)
  return issues
}
