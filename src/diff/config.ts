import type {RecordChange} from '../model/change.ts'
import type {Root} from '../model/source.ts'
import {thresholdOf, thresholdValues} from './contextual.ts'
import {fieldChanges, type FieldChange} from './fields.ts'
import type {Values} from './judge.ts'
import type {Side} from './match.ts'
import type {Knowledge} from './schema.ts'
import {textAt, valueOf} from './values.ts'
import {shown, words} from './words.ts'

/** Name of the configuration among the kinds, as in its schema. */
const configKind = 'CinchConfig'

/** What changed in `cinch.yaml` of each root. */
export function configChanges(a: Side, b: Side, knowledge: Knowledge): RecordChange[] {
  return b.roots.flatMap((root) => {
    const former = a.roots.find(({name}) => name === root.name)
    return former === undefined ? [] : changesOf(former, root, knowledge)
  })
}

function changesOf(former: Root, root: Root, knowledge: Knowledge): RecordChange[] {
  const none = () => undefined
  const context = {
    records: {before: former.config, after: root.config},
    find: {before: none, after: none},
  }
  const schema = knowledge.schemaOf(configKind)
  return fieldChanges({knowledge, context}, schema, root.class).map((it) => ({
    class: it.class,
    sentence: sentenceOf(it, knowledge, context.records),
    action: it.action,
    root: root.name,
    kind: configKind,
    id: 'cinch',
    field: it.field,
    rule: it.rule,
    before: it.before ?? null,
    after: it.after ?? null,
    confidentiality: it.confidentiality,
    location:
      (it.action === 'removed'
        ? former.configSource?.locate(it.paths.before)
        : root.configSource?.locate(it.paths.after)) ?? root.configLocation,
  }))
}

function sentenceOf(it: FieldChange, knowledge: Knowledge, root: Values): string {
  const keys = it.field.split('.')
  if (keys[0] === 'thresholds' && (keys.length === 2 || keys[2] === 'value'))
    return thresholdSentence(it, keys, knowledge)
  if (it.field === 'ignore[]') {
    const glob = textAt(it.after ?? it.before, 'glob')
    const reason = textAt(it.after ?? it.before, 'reason')
    return it.action === 'added'
      ? `Files ignored: ${shown(glob)}, reason: ${shown(reason)}`
      : `Files no longer ignored: ${shown(glob)}`
  }
  if (keys[0]?.startsWith('approvals') === true) return policySentence(it, root)
  return `Configuration: ${words(it.field)}${ofEntry(it)}: ${shown(it.before)} -> ${shown(it.after)}`
}

/** The glob that a reason is for. */
function ofEntry({field, owners}: FieldChange): string {
  const glob = textAt(owners.after ?? owners.before, 'glob')
  return field.startsWith('ignore[].') && glob !== undefined ? ` of ${shown(glob)}` : ''
}

/** Of which kind of record, and of whom, approval is asked. */
function policySentence(it: FieldChange, sides: Values): string {
  const [of, path] =
    it.action === 'removed' ? [sides.before, it.paths.before] : [sides.after, it.paths.after]
  const list = valueOf(of, 'approvals')
  const setting = Array.isArray(list) ? list[Number(path[1])] : undefined
  const quorumOf = (value: unknown) =>
    `${textAt(value, 'count') ?? '?'} ${words(textAt(value, 'role') ?? 'of no role')}`
  const asked = (value: unknown) => {
    const quorum = valueOf(value, 'quorum')
    return Array.isArray(quorum) ? quorum.map(quorumOf).join(' and ') : 'nobody'
  }
  const kind = shown(valueOf(setting, 'kind'))
  const start = `Approval policy of ${kind}`
  if (it.field === 'approvals[]')
    return it.action === 'added'
      ? `${start} added: ${asked(it.after)}`
      : `${start} dropped (was ${asked(it.before)})`
  if (it.field === 'approvals[].quorum[]')
    return `${start}: ${it.action === 'added' ? `${quorumOf(it.after)} asked for too` : `${quorumOf(it.before)} no longer asked for`}`
  if (it.field === 'approvals[].quorum[].count')
    return `${start}: ${words(textAt(it.owners.after ?? it.owners.before, 'role') ?? '')} from ${shown(it.before)} to ${shown(it.after)}`
  return `${start}: ${words(it.field.replace(/^approvals(?:\[\])?\.?/, ''))}: ${shown(it.before)} -> ${shown(it.after)}`
}

function thresholdSentence(it: FieldChange, keys: readonly string[], knowledge: Knowledge): string {
  const known = thresholdOf({keys, thresholds: knowledge.thresholds})
  const {from, to} = thresholdValues(it, known)
  const way =
    it.class === 'weakened'
      ? 'loosened'
      : it.class === 'strengthened'
        ? 'tightened'
        : it.class === 'clarified'
          ? 'stated'
          : 'changed'
  const setting = it.action === 'changed' ? it.owners.after : it.after
  const reason = textAt(setting, 'reason')
  const old = it.action === 'added' && from !== undefined ? ' (default)' : ''
  const now = it.action === 'removed' && to !== undefined ? ' (default)' : ''
  return (
    `Threshold ${keys[1]} ${way} from ${from ?? 'nothing'}${old} to ${to ?? 'nothing'}${now}` +
    (reason === undefined || valueOf(setting, 'reason') === '' ? '' : `, reason: ${reason}`)
  )
}
