/**
 * A template with its places filled: `{{name}}` by a text, `{{#name}}` to `{{/name}}`, each on a line
 * of its own, kept only where `name` is among the conditions. A filled text is never read as template.
 *
 * @throws {RangeError} When the template names a text that is not given: a fault of ours.
 */
export function fill(
  template: string,
  texts: Readonly<Record<string, string>>,
  conditions: ReadonlySet<string> = new Set(),
): string {
  return template
    .replaceAll(/^\{\{#(\w+)\}\}\n([^]*?)^\{\{\/\1\}\}\n/gm, (_, name: string, inner: string) =>
      conditions.has(name) ? inner : '',
    )
    .replaceAll(/(?<!\$)\{\{(\w+)\}\}/g, (_, name: string) => {
      const text = Object.hasOwn(texts, name) ? texts[name] : undefined
      if (text === undefined) throw new RangeError(`Unexpected place ${name} in a template`)
      return text
    })
}

/** A text of the user as plain Markdown: no mark of it means anything. */
export function plainMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#|~!]/g, String.raw`\$&`)
}

/** A text as a YAML scalar on one line: plain where it can only be read as itself, else quoted. */
export function yamlScalar(text: string): string {
  const plain = /^[A-Za-z][A-Za-z0-9 .,&()/'-]*[A-Za-z0-9.)]$/.test(text)
  const word = /^(?:true|false|null|yes|no|on|off|nan|inf)$/i.test(text)
  return plain && !word ? text : JSON.stringify(text)
}
