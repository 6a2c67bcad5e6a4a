import {expect, test} from 'vitest'
import {runCinch} from '../helpers/run-cinch.ts'

test('help tells a default only where there is one', () => {
  const {stdout} = runCinch(['import', '--help'])
  expect(stdout).toContain('--overlay=FOLDER...')
  expect(stdout).toContain('[default: .] Folder of the governance')
  expect(stdout).not.toContain('[default: ]')
})
