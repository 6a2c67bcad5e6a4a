import {changeClasses, type RecordChange} from '../model/change.ts'
import {classOfKind, mostRestricted, type ConfidentialityClass} from '../model/confidentiality.ts'
import {compareText, type ValuePath} from '../model/location.ts'
import type {Entry} from '../model/workspace.ts'
import {configChanges} from './config.ts'
import {documentChanges, documentClass} from './documents.ts'
import {fieldSentence} from './field-sentences.ts'
import {fieldChanges, nameOf as nameOfRule, type FieldChange} from './fields.ts'
import {judge} from './judge.ts'
import {matchRecords, type Match, type Side} from './match.ts'
import {recordSentence, type Named} from './record-sentences.ts'
import {withNewNames} from './renames.ts'
import {restrictiveClauses} from './restrictive.ts'
import {predecessorOf, termChanges} from './succession.ts'
import type {Knowledge} from './schema.ts'
import {unreadChanges, isUnread} from './unread.ts'
import {called} from './words.ts'

/** What every match is told with. */
interface Sides {
  readonly knowledge: Knowledge
  readonly before: ReadonlyMap<string, Entry>
  readonly after: ReadonlyMap<string, Entry>
  readonly renames: ReadonlyMap<string, string>
  readonly classes: ReadonlyMap<string, ConfidentialityClass>
}

/**
 * What changed from one side to the other, in legal terms, by record and field. Each change has
 * the class that the rule of its field gives it.
 *
 * @returns Gravest class first, then by kind, id, field and sentence.
 */
export function diff(a: Side, b: Side, knowledge: Knowledge): readonly RecordChange[] {
  const matches = matchRecords(a, b)
  const sides: Sides = {
    knowledge,
    before: byName(a),
    after: byName(b),
    classes: new Map([...a.roots, ...b.roots].map((it) => [it.name, it.class])),
    renames: new Map(
      matches.flatMap(({before, after}) =>
        before && after && before.value.id !== after.value.id
          ? [[`${before.kind}/${before.value.id}`, after.value.id] as const]
          : [],
      ),
    ),
  }
  return [
    ...configChanges(a, b, knowledge),
    ...matches.filter((it) => !isUnread(it, a, b)).flatMap((it) => changesOf(it, sides)),
    ...unreadChanges(matches, a, b),
    ...documentChanges(matches, a, b),
  ].sort(compareChanges)
}

export function compareChanges(a: RecordChange, b: RecordChange): number {
  return (
    changeClasses.indexOf(a.class) - changeClasses.indexOf(b.class) ||
    compareText(a.root, b.root) ||
    compareText(a.kind, b.kind) ||
    compareText(a.id, b.id) ||
    compareText(a.field ?? '', b.field ?? '') ||
    compareText(a.sentence, b.sentence)
  )
}

function byName({entries}: Side): ReadonlyMap<string, Entry> {
  return new Map(entries.map((it) => [`${it.kind}/${it.value.id}`, it]))
}

function changesOf({before, after}: Match, sides: Sides): RecordChange[] {
  if (before && after) return [...identity(before, after, sides), ...inside(before, after, sides)]
  const entry = after ?? before
  if (entry === undefined) return []
  const action = after === undefined ? 'removed' : 'added'
  const rule = sides.knowledge.schemaOf(entry.kind)['x-change']
  const values = action === 'added' ? [undefined, entry.value] : [entry.value, undefined]
  const [was, is] = values
  const whole: RecordChange = {
    ...base(entry, sides),
    class: typeof rule === 'object' ? 'unclassified' : judge(rule, {before: was, after: is}),
    sentence: recordSentence(entry.kind, action, entry.value, naming(sides)),
    action,
    field: null,
    rule: nameOfRule(rule),
    before: was ?? null,
    after: is ?? null,
    location: entry.locate(),
  }
  return [whole, ...(action === 'added' ? clausesOf(entry, sides) : [])]
}

/** A move to another file, or to another id. */
function identity(before: Entry, after: Entry, sides: Sides): RecordChange[] {
  const common = {...base(after, sides), location: after.locate(['id']), field: 'id'} as const
  const name = called(after.value)
  const kind = after.kind
  if (before.value.id !== after.value.id)
    return [
      {
        ...common,
        class: 'unclassified',
        action: 'renamed',
        formerId: before.value.id,
        rule: 'substantive',
        before: before.value.id,
        after: after.value.id,
        sentence: `${kind} renamed: ${name}: id ${before.value.id} -> ${after.value.id}, its content the same`,
      },
    ]
  if (before.file === after.file) return []
  return [
    {
      ...common,
      class: 'administrative',
      action: 'moved',
      field: null,
      rule: 'administrative',
      before: before.file,
      after: after.file,
      sentence: `${kind} moved to another file: ${name}: ${before.file} -> ${after.file}`,
    },
  ]
}

function inside(before: Entry, after: Entry, sides: Sides): RecordChange[] {
  const {knowledge, renames} = sides
  const schema = knowledge.schemaOf(after.kind)
  const records = {
    before: withNewNames(before.value, schema, renames, knowledge),
    after: after.value,
  }
  const changes = fieldChanges(
    {knowledge, context: {records, find: finders(sides)}},
    schema,
    'public',
  )
  return changes.map((it) => told(it, before, after, sides))
}

function finders({before, after}: Sides) {
  const finder = (side: ReadonlyMap<string, Entry>) => (kind: string, id: string) =>
    side.get(`${kind}/${id}`)?.value
  return {before: finder(before), after: finder(after)}
}

/** The terms of an agreement or policy that came: against the former version, where there is one. */
function clausesOf(entry: Entry, sides: Sides): RecordChange[] {
  const known = {knowledge: sides.knowledge, find: finders(sides)}
  const former = predecessorOf(entry, sides.before.values())
  if (former === undefined)
    return restrictiveClauses(entry, known).map((it) => told(it, entry, entry, sides))
  return termChanges(former, entry, known).map((it) => {
    const change = told(it, former, entry, sides)
    return {
      ...change,
      sentence: `${change.sentence}, compared with ${called(former.value)}`,
      location: entry.locate(it.paths.after),
    }
  })
}

function told(it: FieldChange, before: Entry, after: Entry, sides: Sides): RecordChange {
  const common = base(after, sides)
  const at = (entry: Entry, path: ValuePath) => entry.locate(path)
  return {
    ...common,
    class: it.class,
    sentence: fieldSentence(after.kind, {...it, record: after.value, named: naming(sides)}),
    action: it.action,
    field: it.field,
    rule: it.rule,
    before: it.before ?? null,
    after: it.after ?? null,
    confidentiality: mostRestricted([common.confidentiality, it.confidentiality]),
    location: it.action === 'removed' ? at(before, it.paths.before) : at(after, it.paths.after),
  }
}

function base(entry: Entry, {classes}: Sides) {
  const {root, kind, value} = entry
  return {
    root,
    kind,
    id: value.id,
    confidentiality: mostRestricted([
      classes.get(root) ?? 'network',
      classOfKind(kind),
      documentClass(entry),
    ]),
  }
}

/** What a record is called, as the second side has it. */
function naming({before, after}: Sides): Named {
  return (kind, id) => {
    if (id === undefined) return 'nobody named'
    const entry = after.get(`${kind}/${id}`) ?? before.get(`${kind}/${id}`)
    return entry === undefined ? id : called(entry.value)
  }
}
