import {
  bases,
  entityForms,
  forges,
  nameProblem,
  sinceProblem,
  sponsors,
  stages,
  stateProblem,
  type Answers,
  type LineAnswer,
  type PersonAnswer,
} from './answers.ts'
import type {Asker, Choice} from './ask.ts'
import {slugOf} from './identifier.ts'

/** Answers that flags gave already: these are not asked for. */
export type Given = Partial<Answers>

const unknown = 'unknown'
const notKnown: Choice<typeof unknown> = {value: unknown, label: 'not known yet', hint: 'left out'}

const labels: Readonly<Record<string, string>> = {
  limitedLiabilityCompany: 'limited liability company',
  nonprofitCorporation: 'nonprofit corporation',
  businessCorporation: 'business corporation',
  professionalCorporation: 'professional corporation',
  partnership: 'partnership',
  other: 'another form',
  physicians: 'physicians',
  hospital: 'a hospital or health system',
  joint: 'both, jointly',
  clinical: 'clinical integration',
  financial: 'shared financial risk, such as capitation',
  messenger: 'none: a messenger relays offers',
  proposed: 'proposed: it does not run yet',
  operating: 'operating',
  github: 'GitHub',
  gitlab: 'GitLab',
  none: 'another, or none',
}

function options<T extends string>(values: readonly T[]): Choice<T>[] {
  return values.map((value) => ({value, label: labels[value] ?? value}))
}

/** Asks for what was not given, in the order in which a person would tell it. */
export async function askAnswers(asker: Asker, given: Given, asOf: string): Promise<Answers> {
  const legalName =
    given.legalName ??
    (await asker.text({message: 'Legal name of the network', check: nameProblem}))
  const entityForm =
    given.entityForm ??
    (await asker.choose({message: 'Legal form', options: [...options(entityForms), notKnown]}))
  const sponsor =
    given.sponsor ??
    (await asker.choose({message: 'Who sponsors it?', options: [...options(sponsors), notKnown]}))
  const states = given.states ?? (await askStates(asker))
  const lines = given.lines ?? (await askLines(asker, asOf))
  const people = given.people ?? (await askPeople(asker, asOf))
  const competitorsRead =
    given.competitorsRead ??
    (await asker.confirm({
      message:
        'Will competitors read the shared records?\n' +
        'If so, counsel-only and peer-review records get repositories of their own.',
      answer: true,
    }))
  const forge =
    given.forge ??
    (await asker.choose({message: 'Where will it be hosted?', options: options(forges)}))
  return {
    legalName,
    ...(entityForm === unknown ? {} : {entityForm}),
    ...(sponsor === unknown ? {} : {sponsor}),
    states,
    lines,
    people,
    competitorsRead,
    forge,
  }
}

async function askStates(asker: Asker): Promise<readonly string[]> {
  const listed = (text: string) => text.split(/[\s,]+/).filter((it) => it !== '')
  const answer = await asker.text({
    message: 'States covered, such as ME NH (empty if not known)',
    check: (text) =>
      listed(text)
        .map(stateProblem)
        .find((it) => it !== undefined),
  })
  return listed(answer)
}

async function askLines(asker: Asker, asOf: string): Promise<readonly LineAnswer[]> {
  const lines: LineAnswer[] = []
  do lines.push(await askLine(asker, asOf, lines))
  while (
    await asker.confirm({
      message: `Product lines so far: ${lines.map(({id}) => id).join(', ')}. Another?`,
      answer: false,
    })
  )
  return lines
}

async function askLine(
  asker: Asker,
  asOf: string,
  before: readonly LineAnswer[],
): Promise<LineAnswer> {
  const title = await asker.text({
    message: 'A product line: its name, such as Commercial PPO, as the dossier prints it',
    example: 'Commercial PPO',
    check: (text) =>
      nameProblem(text) ??
      (slugOf(text) === '' ? 'Expected a Latin letter or a digit' : undefined) ??
      (before.some(({id}) => id === slugOf(text)) ? 'There is a line of that name' : undefined),
  })
  const basis = await asker.choose({
    message: 'What is said to justify joint prices on it?',
    options: options(bases),
  })
  const stage = await asker.choose({message: 'Its program is', options: options(stages)})
  const live = stage === 'proposed' ? '' : await askDate(asker, 'Program live since', asOf)
  return {
    id: slugOf(title),
    title,
    basis,
    stage,
    ...(live === '' ? {} : {live}),
    jointPricing: basis !== 'messenger',
  }
}

async function askPeople(asker: Asker, asOf: string): Promise<readonly PersonAnswer[]> {
  const people: PersonAnswer[] = []
  for (const [role, title] of [
    ['officer', 'the compliance officer'],
    ['counsel', 'counsel'],
    ['medicalDirector', 'the medical director'],
  ] as const) {
    const name = await asker.text({
      message: `Name of ${title} (empty if not known)`,
      check: (text) => {
        if (text.trim() === '') return undefined
        const twice = people.some((it) => slugOf(it.name) === slugOf(text))
        return (
          nameProblem(text) ?? (twice ? 'Give one role here, the other in the record' : undefined)
        )
      },
    })
    if (name.trim() === '') continue
    const since = await askDate(asker, 'In that role since', asOf)
    people.push({role, name, ...(since === '' ? {} : {since})})
  }
  return people
}

async function askDate(asker: Asker, message: string, asOf: string): Promise<string> {
  return asker.text({
    message: `${message} (YYYY-MM-DD, empty if not known)`,
    check: (text) => (text === '' ? undefined : sinceProblem(text, asOf)),
  })
}
