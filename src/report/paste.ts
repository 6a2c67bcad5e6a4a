import {safe} from './text.ts'

/** A path or an id as one word of a shell. */
export function shellWord(text: string): string {
  const shown = safe(text)
  return /^[\w./@%+:=-]+$/.test(shown) ? shown : `'${shown.replaceAll("'", `'\\''`)}'`
}

/**
 * A command to paste: one line where it fits, else one that goes on after a `\`, as every shell of
 * POSIX reads it.
 *
 * @param parts - Words that stay together, such as a flag and its value; quoted where they need it.
 */
export function commandLines(parts: readonly string[], width: number): string[] {
  const whole = `  ${parts.join(' ')}`
  if (whole.length <= width) return [whole]
  const lines: string[] = []
  for (const part of parts) {
    const last = lines.at(-1)
    // Two columns for the mark at the end.
    if (last !== undefined && last.length + 1 + part.length <= width - 2)
      lines[lines.length - 1] = `${last} ${part}`
    else lines.push(`${last === undefined ? '  ' : '    '}${part}`)
  }
  return lines.map((it, index) => (index < lines.length - 1 ? `${it} \\` : it))
}

/**
 * The commands that commit files, to paste where cinch was run.
 *
 * @param folder - Of the repository, as the user named it.
 * @param paths - From that folder.
 */
export function commitLines(
  folder: string,
  paths: readonly string[],
  {width, signed = false}: {readonly width: number; readonly signed?: boolean},
): string[] {
  const git = folder === '.' ? 'git' : `git -C ${shellWord(folder)}`
  return [
    ...commandLines([`${git} add --`, ...paths.map(shellWord)], width),
    `  ${git} commit${signed ? ' -S' : ''}`,
  ]
}
