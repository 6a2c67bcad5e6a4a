import type {Answers, LineAnswer, PersonAnswer} from './answers.ts'
import {yamlScalar} from './fill.ts'
import {slugOf} from './identifier.ts'

/** The network's record. What is not answered stands there commented out, as an example. */
export function networkText(answers: Answers): string {
  const {legalName, entityForm, sponsor, states, lines} = answers
  return `# The network: one record a repository. What is commented out is not known yet, and its values are
# invented: take the mark away and write what is true. \`cinch schema Network\` describes every field.
kind: Network
id: ${networkId(legalName)}
legalName: ${yamlScalar(legalName)}
${known('entityForm', entityForm, 'limitedLiabilityCompany')}
${known('sponsor', sponsor, 'physicians')}
# formed: 2024-01-01
# owners: # To the whole: the shares sum to 1.
#   - {name: Participating physicians, class: physicians, share: 1}
${known('states', states.length === 0 ? undefined : `[${states.map(yamlScalar).join(', ')}]`, '[ME]')}
# serviceArea:
#   counties: ['23005'] # FIPS codes; quote them.
productLines:
${lines.map(lineText).join('')}`
}

function known(key: string, value: string | undefined, example: string): string {
  return value === undefined ? `# ${key}: ${example}` : `${key}: ${value}`
}

function lineText({id, title, basis, stage, live, jointPricing}: LineAnswer): string {
  const date =
    live !== undefined
      ? `    programLive: ${live}\n`
      : stage === 'operating'
        ? '    # programLive: 2025-01-01 # The day on which the program of this line went live.\n'
        : ''
  return `  - id: ${yamlScalar(id)}
    title: ${yamlScalar(title)}
    basis: ${basis}
    stage: ${stage}
${date}    jointPricing: ${String(jointPricing)}
`
}

/** A name for the network's record, without the words that say what form it has. */
function networkId(legalName: string): string {
  const bare = legalName.replace(/,?\s+(?:LLC|L\.L\.C\.|Inc\.?|PLLC|P\.C\.|PC|LLP|Corp\.?)$/i, '')
  return idText(slugOf(bare, 60) || 'network')
}

/** Of an id that YAML would read as a number, the quoted form. */
function idText(id: string): string {
  return yamlScalar(id)
}

/** The words of the name; the role, where the name has no Latin letter. */
export function personId({name, role}: PersonAnswer): string {
  return slugOf(name) || slugOf(role.replaceAll(/[A-Z]/g, (it) => `-${it}`))
}

const titles = {
  officer: 'The compliance officer: attests that logs are complete.',
  counsel: 'Counsel: notes a view of each question.',
  medicalDirector: 'The medical director: owns protocols and measures.',
} as const

/** A person's record; without the day on which the role began, the role is commented out. */
export function personText(person: PersonAnswer): string {
  const {name, role, since} = person
  const roles =
    since === undefined
      ? `# A role needs the day on which it began. Once it is known, in place of the line below:
# roles:
#   - {role: ${role}, from: YYYY-MM-DD}
roles: []
`
      : `roles:
  - {role: ${role}, from: ${since}}
`
  return `# ${titles[role]}
kind: Person
id: ${idText(personId(person))}
name: ${yamlScalar(name)}
${roles}# Addresses and keys with which commits are made and signed; \`cinch schema Person\` describes them.
# emails: [name@example.org]
`
}
