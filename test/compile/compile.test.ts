import {expect, test} from 'vitest'
import {compile} from '../../src/compile/compile.ts'
import {inputOf} from './fixture.ts'
import {fullNetwork} from './network.ts'

test('the eighteen sections stand in order', () => {
  const {blocks} = compile(inputOf(fullNetwork))
  const numbers = blocks.flatMap((it) => (it.type === 'heading' ? (it.number ?? []) : []))
  expect(numbers).toEqual(Array.from({length: 18}, (_, index) => String(index + 1)))
})
