import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {problemWith, type Answers} from '../../src/scaffold/answers.ts'
import {diffOf} from '../../src/scaffold/diff.ts'
import {fill, plainMarkdown, yamlScalar} from '../../src/scaffold/fill.ts'
import {readLine} from '../../src/scaffold/line.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('yamlScalar', () => {
  test.each([
    'no',
    'NO',
    'null',
    '12e4',
    '0123',
    'a: b',
    'a #b',
    '- a',
    '@a',
    '2026-01-01',
    "O'Neil",
  ])('%s is read as itself', (text) =>
    expect(parse(`key: ${yamlScalar(text)}`)).toEqual({key: text}),
  )
  test('and so is any text', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme'}), (text) => {
        expect(parse(`[${yamlScalar(text)}]`, {version: '1.2'})).toEqual([text])
      }),
    )
  })
})

describe('fill', () => {
  test('puts texts in, keeps or drops parts, and leaves the expressions of a forge alone', () => {
    const template =
      'a {{x}} ${{ github.sha }}\n{{#more}}\nkept {{x}}\n{{/more}}\n{{#less}}\nno\n{{/less}}\n'
    expect(fill(template, {x: '{{y}}'}, new Set(['more']))).toBe(
      'a {{y}} ${{ github.sha }}\nkept {{y}}\n',
    )
  })
  test('a place without a text is a fault', () =>
    expect(() => fill('{{toString}}', {})).toThrow('Unexpected place toString'))
  test('a name means nothing to Markdown', () =>
    expect(plainMarkdown('<b>*A* [x](y) `z`')).toBe(String.raw`\<b\>\*A\* \[x\](y) \`z\``))
})

describe('readLine', () => {
  test('reads what is said, and supposes joint prices but for a messenger', () => {
    expect(
      readLine('id=ppo,title=A, B and C,basis=clinical,stage=operating,live=2025-01-01'),
    ).toEqual({
      id: 'ppo',
      title: 'A, B and C',
      basis: 'clinical',
      stage: 'operating',
      live: '2025-01-01',
      jointPricing: true,
    })
    expect(readLine('id=m,basis=messenger,stage=proposed')).toMatchObject({
      title: 'm',
      jointPricing: false,
    })
    expect(readLine('id=m,basis=financial,stage=proposed,joint=no').jointPricing).toBe(false)
  })
  test.each([
    ['id=ppo', 'Expected `basis=…`'],
    ['basis=clinical,stage=proposed', 'Expected `id=…`'],
    ['id=a,basis=clinica,stage=proposed', 'Unexpected `clinica` for `basis`'],
    ['id=a,bases=clinical', 'Unexpected `bases`'],
    ['id=a,id=b,basis=clinical,stage=proposed', 'second `id`'],
    ['id=a,basis=clinical,stage=proposed,joint=maybe', 'expected `yes` or `no`'],
    ['ppo', 'Unexpected `ppo`'],
  ])('%s is refused', (said, words) => expect(() => readLine(said)).toThrow(words))
})

describe('problemWith', () => {
  const fine: Answers = {
    legalName: 'A, LLC',
    states: ['ME'],
    lines: [readLine('id=ppo,basis=clinical,stage=operating,live=2025-01-01')],
    people: [{role: 'officer', name: 'Dana Brook', since: '2024-01-01'}],
    competitorsRead: true,
    forge: 'none',
  }
  const asOf = '2026-06-30'
  test('nothing, where nothing is wrong; the day judged at has come', () => {
    expect(problemWith(fine, asOf)).toBeUndefined()
    expect(problemWith(fine, '2025-01-01')).toBeUndefined()
  })
  test.each<[string, Partial<Answers>, string]>([
    ['no name', {legalName: ' '}, 'Expected a name'],
    ['two lines of text', {legalName: 'A\nB'}, 'on one line'],
    ['text that turns', {legalName: 'A\u202eB'}, 'without a shape'],
    ['no state', {states: ['XX']}, 'Unexpected state `XX`'],
    ['no line', {lines: []}, 'at least one product line'],
    ['one line twice', {lines: [...fine.lines, ...fine.lines]}, 'second product line `ppo`'],
    [
      'an id of another form',
      {lines: [readLine('id=PPO 1,basis=clinical,stage=proposed')]},
      'PPO 1',
    ],
    [
      'a program live before it is',
      {lines: [readLine('id=a,basis=clinical,stage=proposed,live=2025-01-01')]},
      'expected none yet',
    ],
    [
      'a program live tomorrow',
      {lines: [readLine('id=a,basis=clinical,stage=operating,live=2026-07-01')]},
      'expected one that has come',
    ],
    [
      'a day that is none',
      {lines: [readLine('id=a,basis=clinical,stage=operating,live=2026-02-30')]},
      'Unexpected date',
    ],
    [
      'joint prices by messenger',
      {lines: [readLine('id=a,basis=messenger,stage=operating,joint=yes')]},
      'a messenger relays offers',
    ],
    [
      'one person in two roles',
      {people: [...fine.people, {role: 'counsel', name: 'dana  brook'}]},
      'second person',
    ],
  ])('%s', (_, answers, words) => expect(problemWith({...fine, ...answers}, asOf)).toContain(words))
})

describe('diffOf', () => {
  test('shows a new file whole', () =>
    expect(diffOf('a', null, bytes('x\ny\n'))).toEqual([
      '--- /dev/null',
      '+++ a',
      '@@ line 1 @@',
      '+x',
      '+y',
    ]))
  test('shows an added line among those around it', () => {
    const before = ['1', '2', '3', '4', '5', '6', '7', '8', ''].join('\n')
    expect(diffOf('a', bytes(before), bytes(before.replace('5\n', '5\nnew\n'))).slice(3)).toEqual([
      ' 3',
      ' 4',
      ' 5',
      '+new',
      ' 6',
      ' 7',
      ' 8',
    ])
  })
  test('any two texts: what it leaves out is the same in both', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c'), {maxLength: 12})
    fc.assert(
      fc.property(text, text, (a, b) => {
        const join = (lines: string[]) => bytes(lines.map((it) => `${it}\n`).join(''))
        const shown = diffOf('f', join(a), join(b)).slice(3)
        const count = (mark: string) => shown.filter((it) => it.startsWith(mark)).length
        expect(a.length - count('-')).toBe(b.length - count('+'))
      }),
    )
  })
})
