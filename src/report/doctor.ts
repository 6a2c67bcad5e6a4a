import type {Checkup, CheckupState} from '../model/checkup.ts'
import {hang, safe} from './text.ts'

const words: Readonly<Record<CheckupState, string>> = {
  ok: 'ok',
  missing: 'missing',
  note: 'note',
  unknown: 'unknown',
}

/** A line each; of what is not in order also why it matters and what puts it right. */
export function doctorText(checkups: readonly Checkup[], width: number): string {
  const columns = Math.max(40, Math.min(width, 100))
  const indent = ' '.repeat(10)
  const lines = checkups.flatMap(({state, what, why, fix}) => [
    ...hang(`  ${words[state].padEnd(8)}`, safe(what), columns),
    ...(state === 'ok' ? [] : hang(`${indent}why: `, safe(why), columns)),
    ...(state === 'ok' || fix === null ? [] : hang(`${indent}fix: `, safe(fix), columns)),
  ])
  const missing = checkups.filter(({state}) => state === 'missing').length
  const end =
    missing === 0
      ? 'Nothing is missing that a command needs.'
      : `${missing} missing: some commands cannot do their work here.`
  return `${['cinch doctor', '', ...lines, '', end].join('\n')}\n`
}
