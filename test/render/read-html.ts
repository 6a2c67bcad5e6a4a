const named: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"'}

/** What a reader sees of a page: no style, no markup, references resolved. */
export function plainText(page: string): string {
  return page
    .replace(/<head>[\s\S]*?<\/head>|<svg class="chart"[\s\S]*?<\/svg>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([0-9a-f]+)|(\w+));/gi, (_, hex?: string, name = '') =>
      hex === undefined
        ? (named[name as string] ?? '')
        : String.fromCodePoint(Number.parseInt(hex, 16)),
    )
}
