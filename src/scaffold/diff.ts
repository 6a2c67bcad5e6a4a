/** Lines shown around a change. */
const around = 3

/**
 * What writing would change, line by line: `+` comes, `-` goes. One stretch, from the first line
 * that differs to the last: an edit of one place.
 *
 * @param was - Null where no file stands there.
 */
export function diffOf(path: string, was: Uint8Array | null, now: Uint8Array): readonly string[] {
  const [before, after] = [was ?? new Uint8Array(), now].map(linesOf) as [string[], string[]]
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1
  let end = 0
  const most = Math.min(before.length, after.length) - start
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1
  const first = Math.max(0, start - around)
  const last = after.length - end
  return [
    `--- ${was === null ? '/dev/null' : path}`,
    `+++ ${path}`,
    `@@ line ${first + 1} @@`,
    ...before.slice(first, start).map((it) => ` ${it}`),
    ...before.slice(start, before.length - end).map((it) => `-${it}`),
    ...after.slice(start, last).map((it) => `+${it}`),
    ...after.slice(last, last + around).map((it) => ` ${it}`),
  ]
}

function linesOf(bytes: Uint8Array): string[] {
  const lines = new TextDecoder().decode(bytes).split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines
}
