import {rmSync} from 'node:fs'
import {expect, test} from 'vitest'
import {open} from '../../src/pipeline/open.ts'
import {folderOf, smallest} from '../helpers/run-cinch.ts'

const criterion = `kind: MembershipCriterion
id: use
title: Use
class: technology
text: Members use the shared record
effective: 2024-01-01
productLines: [ppo]
`

async function errorsOf(network: string): Promise<string[]> {
  const root = folderOf({...smallest, 'network.yaml': network, 'criterion.yaml': criterion})
  const {diagnostics} = await open({
    root,
    overlays: [],
    at: 'worktree',
    asOf: '2026-06-30',
    history: false,
  })
  rmSync(root, {recursive: true, force: true})
  return diagnostics.map(({code, severity, location}) => `${severity} ${code} ${location.file}`)
}

test('a slip that makes the network unreadable is one error, and what was not checked is told', async () => {
  const broken = smallest['network.yaml'].replace('id: small', 'id: "small')
  const told = await errorsOf(broken)
  expect(told.filter((it) => it.startsWith('error'))).toEqual(['error yaml/syntax network.yaml'])
  expect(told).toContain('note reference/not-checked network.yaml')
})

test('a link that leads nowhere is an error where every file could be read', async () => {
  const other = smallest['network.yaml'].replace('- id: ppo', '- id: hmo')
  expect(await errorsOf(other)).toEqual(['error reference/unresolved criterion.yaml'])
})
