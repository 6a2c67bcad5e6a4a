import type {Diagnostic} from '../model/diagnostic.ts'
import {sameKey, sshKeyTypes, wrongKey} from '../model/key-form.ts'
import type {Location} from '../model/location.ts'
import type {Person} from '../model/records.gen.ts'
import {quoted} from '../model/show.ts'
import type {Entry} from '../model/workspace.ts'

type SigningKey = NonNullable<Person['keys']>[number]

interface Held {
  readonly person: string
  readonly key: SigningKey
  readonly location: Location
}

/** Keys of people: their form, the days on which they count, and whose they are. */
export function checkKeys(entries: readonly Entry[]): readonly Diagnostic[] {
  const people = entries.filter((it): it is Entry<'Person'> => it.kind === 'Person')
  const held = new Map<string, Held[]>()
  const diagnostics: Diagnostic[] = []
  for (const {value, locate} of people)
    for (const [index, key] of (value.keys ?? []).entries()) {
      const location = locate(['keys', index, 'key'])
      const wrong = wrongKey(key.type, key.key)
      if (wrong !== null) {
        diagnostics.push(ofForm(key, wrong, location))
        continue
      }
      diagnostics.push(...afterRoles(value, key, locate(['keys', index])))
      const name = `${key.type} ${sameKey(key.type, key.key)}`
      const before = held.get(name) ?? []
      const it = {person: value.id, key, location}
      diagnostics.push(...before.flatMap((other) => twice(it, other)))
      held.set(name, [...before, it])
    }
  return diagnostics
}

function ofForm({type}: SigningKey, wrong: string, location: Location): Diagnostic {
  const isPrivate = wrong === 'private key'
  return {
    code: isPrivate ? 'record/private-key' : 'record/key',
    severity: 'error',
    message: `Unexpected ${wrong} for a key of type \`${type}\`, expected ${type === 'ssh' ? 'one line that begins with its type, such as `ssh-ed25519 AAAA…`' : 'one armored public key'}`,
    location,
    why: isPrivate
      ? 'Whoever can read the repository can now sign as this person'
      : 'No signature can be checked against it',
    help: isPrivate
      ? 'Make another key: this one is known. The history keeps it even when the file does not'
      : type === 'ssh'
        ? `Copy the line of the file that ends in \`.pub\`; types: ${sshKeyTypes.join(', ')}`
        : 'Write what `gpg --armor --export` prints, as a block (`key: |`)',
  }
}

/** A key that outlives the roles of its person. */
function afterRoles({id, roles}: Person, {to}: SigningKey, location: Location): Diagnostic[] {
  const ends = roles.map((it) => it.to ?? null)
  if (ends.length === 0 || ends.includes(null)) return []
  const last = ends.reduce((a, b) => ((a ?? '') > (b ?? '') ? a : b)) ?? ''
  if (to !== undefined && to <= last) return []
  return [
    {
      code: 'record/key-role',
      severity: 'warning',
      message: `Unexpected key of ${quoted(id)} in force ${to === undefined ? 'without an end' : `to ${to}`}, expected an end by ${last}, when the last role ended`,
      location,
      why: 'Who has left a role no longer speaks for it, and the signature would still be good',
      help: 'Set `to` of the key to the day on which the last role ended',
    },
  ]
}

function twice(it: Held, other: Held): Diagnostic[] {
  const together = overlap(it.key, other.key)
  const shared = it.person !== other.person
  if (!shared && !together) return []
  return [
    {
      code: shared ? 'record/key-shared' : 'record/key-repeated',
      severity: shared && together ? 'error' : 'warning',
      message: shared
        ? `Unexpected key of ${quoted(it.person)} that is also the key of ${quoted(other.person)}${together ? '' : ' on other days'}, expected one of their own`
        : `Unexpected key of ${quoted(it.person)} twice on the same days, expected it once`,
      location: it.location,
      why: shared
        ? 'A signature with it does not tell which of the two signed'
        : 'Which span counts cannot be told',
      help: shared ? 'Have each person make a key' : 'Keep one of the two, with all its days',
      related: [{message: 'the other is here', location: other.location}],
    },
  ]
}

function overlap(a: SigningKey, b: SigningKey): boolean {
  return a.from <= (b.to ?? '9999-12-31') && b.from <= (a.to ?? '9999-12-31')
}
