import {PassThrough} from 'node:stream'
import {describe, expect, test} from 'vitest'
import {terminalAsker} from '../../src/cli/asker.ts'
import {askLacking} from '../../src/scaffold/ask-record.ts'
import {askAnswers, type Given} from '../../src/scaffold/questionnaire.ts'
import {forms} from '../../src/model/forms.ts'
import {resolved, schemaOf} from '../../src/validate/schemas.ts'

const [enter, down, escape, space] = ['\r', '\u001b[B', '\u001b', ' ']

/** A terminal at which each key is typed once the program waits for the next. */
function typist(keys: readonly string[]) {
  const input = Object.assign(new PassThrough(), {isTTY: true, setRawMode: () => input})
  const output = Object.assign(new PassThrough(), {isTTY: true, columns: 80, rows: 40})
  let shown = ''
  output.on('data', (chunk: Buffer) => (shown += chunk.toString()))
  const rest = keys[Symbol.iterator]()
  const timer = setInterval(() => {
    const {value, done} = rest.next()
    if (done === true) clearInterval(timer)
    else input.write(value)
  }, 30)
  return {input, output, shown: () => shown, stop: () => clearInterval(timer)}
}

async function answering<T>(
  keys: readonly string[],
  ask: (asker: Awaited<ReturnType<typeof terminalAsker>>) => Promise<T>,
) {
  const terminal = typist(keys)
  const asker = await terminalAsker(terminal)
  try {
    return {value: await ask(asker), shown: terminal.shown()}
  } finally {
    terminal.stop()
  }
}

const asOf = '2026-06-30'

describe('the questionnaire of cinch init', () => {
  test('all questions, answered', async () => {
    const name = ['Harbor Care, LLC', enter]
    const form = [down, enter] // nonprofitCorporation
    const sponsor = [down, enter] // hospital
    const states = ['ME, nh', enter, '\u007f\u007f', 'NH', enter] // Lower case is refused, then mended.
    const first = ['Commercial PPO', enter, enter, down, enter, '2025-01-01', enter, 'y']
    const second = ['Relay', enter, down, down, enter, enter, 'n']
    const people = ['Dana Brook', enter, '2024-01-01', enter, 'José Núñez', enter, enter, enter]
    const readers = ['n']
    const forge = [down, enter]
    const lines = [...first, ...second]
    const keys = [
      ...name,
      ...form,
      ...sponsor,
      ...states,
      ...lines,
      ...people,
      ...readers,
      ...forge,
    ]
    const {value, shown} = await answering(keys, (it) => askAnswers(it, {}, asOf))
    expect(value).toEqual({
      legalName: 'Harbor Care, LLC',
      entityForm: 'nonprofitCorporation',
      sponsor: 'hospital',
      states: ['ME', 'NH'],
      lines: [
        {
          id: 'commercial-ppo',
          title: 'Commercial PPO',
          basis: 'clinical',
          stage: 'operating',
          live: '2025-01-01',
          jointPricing: true,
        },
        {id: 'relay', title: 'Relay', basis: 'messenger', stage: 'proposed', jointPricing: false},
      ],
      people: [
        {role: 'officer', name: 'Dana Brook', since: '2024-01-01'},
        {role: 'counsel', name: 'José Núñez'},
      ],
      competitorsRead: false,
      forge: 'gitlab',
    })
    expect(shown).toContain('Unexpected state `nh`')
  })

  test('what flags said is not asked', async () => {
    const given: Given = {
      legalName: 'A',
      entityForm: 'other',
      states: [],
      lines: [],
      people: [],
      competitorsRead: true,
      forge: 'none',
    }
    const last = [down, down, down, enter] // Not known yet.
    const {value} = await answering(last, (it) => askAnswers(it, given, asOf))
    const {entityForm, ...rest} = given
    expect(value).toEqual({...rest, entityForm})
    expect(value).not.toHaveProperty('sponsor')
  })

  test('a day that has not come is not taken', async () => {
    const given: Given = {
      legalName: 'A',
      entityForm: 'other',
      sponsor: 'joint',
      states: [],
      people: [],
      competitorsRead: true,
      forge: 'none',
    }
    const keys = ['P', enter, enter, down, enter, '2026-07-01', enter]
    const mended = [...Array<string>(10).fill('\u007f'), '2026-06-30', enter, 'n']
    const {value, shown} = await answering([...keys, ...mended], (it) =>
      askAnswers(it, given, asOf),
    )
    expect(value.lines[0]?.live).toBe('2026-06-30')
    expect(shown).toContain('expected one that has come')
  })

  test('escape stops with exit 130', async () => {
    await expect(answering([escape], (it) => askAnswers(it, {}, asOf))).rejects.toMatchObject({
      oclif: {exit: 130},
    })
  })
})

describe('the questions of cinch add', () => {
  const ask = (kind: string, keys: string[], ids: readonly string[], typed: readonly string[]) =>
    answering(typed, (asker) =>
      askLacking({kind}, keys, schemaOf(kind), {
        asker,
        resolve: resolved,
        idsOf: () => ids,
        problemOf: (format, text) => forms.get(format)?.problem(text)?.help,
      }),
    )

  test('a reference is chosen, a date is checked', async () => {
    const typed = [down, enter, '2026-02-30', enter, '\u007f', '\u007f', '28', enter]
    const {value} = await ask('Meeting', ['body', 'held'], ['board', 'clinical'], typed)
    expect(value).toEqual({kind: 'Meeting', body: 'clinical', held: '2026-02-28'})
  })

  test('a list of mappings is asked entry by entry, one of words marked', async () => {
    const roles = await ask('Person', ['roles'], [], ['y', down, enter, '2024-01-01', enter, 'n'])
    expect(roles.value).toEqual({
      kind: 'Person',
      roles: [{role: 'medicalDirector', from: '2024-01-01'}],
    })
    const some = await ask('Protocol', ['specialties'], [], [space, down, space, enter])
    expect(some.value['specialties']).toEqual(['addiction-medicine', 'allergy-immunology'])
  })

  test('a reference to a kind of which there is none says what to add first', async () => {
    await expect(ask('Meeting', ['body'], [], [])).rejects.toMatchObject({
      message: expect.stringContaining('Expected a GoverningBody on record') as string,
      help: 'Add it first: cinch add GoverningBody',
    })
  })
})
