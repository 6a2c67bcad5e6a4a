/** Alternatives that braces may unfold to; every further one would be a cost without a use. */
const maxAlternatives = 64
const maxLength = 500

export interface Glob {
  readonly text: string
  readonly matches: (path: string) => boolean
}

/**
 * Compiles a glob: `*`, `?`, `**` for any number of folders, `{a,b}`. Names that start with a dot
 * match only where the glob writes the dot, or with `dot`.
 *
 * Matching takes time in proportion to glob times path, whatever a stranger writes: that is why it
 * is not a regular expression.
 *
 * @returns The glob, or what is wrong with it, for `Unexpected …`.
 */
export function compileGlob(text: string, {dot = false} = {}): Glob | {problem: string} {
  if (text.length > maxLength) return {problem: `glob of more than ${maxLength} characters`}
  if (/[[\]\\]|^!|[@+?*!]\(/.test(text))
    return {problem: 'glob with a sign that has no meaning here (`[`, `]`, `\\`, `!`, `(`)'}
  if (text.startsWith('/') || text.split('/').some((it) => it === '..' || it === '.' || it === ''))
    return {problem: 'glob that does not stay inside the root'}
  const alternatives = unfold(text)
  if (alternatives === undefined) return {problem: 'braces that do not close, or unfold too far'}
  const globs = alternatives.map((it) => it.split('/'))
  return {
    text,
    matches: (path) => {
      const names = path.split('/')
      return globs.some((glob) => matchNames(glob, names, dot))
    },
  }
}

function unfold(text: string): string[] | undefined {
  let done = ['']
  let rest = text
  for (;;) {
    const open = rest.indexOf('{')
    if (open < 0) {
      if (rest.includes('}')) return undefined
      return done.map((it) => it + rest)
    }
    const close = rest.indexOf('}', open)
    const choices = rest.slice(open + 1, close)
    if (close < 0 || choices.includes('{') || rest.slice(0, open).includes('}')) return undefined
    const before = rest.slice(0, open)
    done = done.flatMap((it) => choices.split(',').map((choice) => it + before + choice))
    if (done.length > maxAlternatives) return undefined
    rest = rest.slice(close + 1)
  }
}

/**
 * Greedy, with the last `**` as the one point to return to. A closing `**` stands for what is inside
 * a folder, not for the folder itself.
 */
function matchNames(glob: readonly string[], names: readonly string[], dot: boolean): boolean {
  let [at, name, star, starName] = [0, 0, -1, 0]
  while (name < names.length) {
    const part = glob[at]
    if (part === '**') {
      star = at
      starName = name
      at += 1
    } else if (part !== undefined && matchName(part, names[name] ?? '', dot)) {
      at += 1
      name += 1
    } else if (star >= 0 && (dot || !(names[starName] ?? '').startsWith('.'))) {
      starName += 1
      name = starName
      at = star + 1
    } else return false
  }
  return at === glob.length
}

const isEnding = /^\*[^*?]+$/

function matchName(glob: string, name: string, dot: boolean): boolean {
  if (!dot && name.startsWith('.') && !glob.startsWith('.')) return false
  // Such as `*.yaml`: the end of the name says all.
  if (isEnding.test(glob)) return name.endsWith(glob.slice(1))
  let [at, index, star, starIndex] = [0, 0, -1, 0]
  while (index < name.length) {
    const sign = glob[at]
    if (sign === '*') {
      star = at
      starIndex = index
      at += 1
    } else if (sign !== undefined && (sign === '?' || sign === name[index])) {
      at += 1
      index += 1
    } else if (star >= 0) {
      starIndex += 1
      index = starIndex
      at = star + 1
    } else return false
  }
  while (glob[at] === '*') at += 1
  return at === glob.length
}
