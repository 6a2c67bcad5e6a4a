/** Colours as PDF operands, red green blue from 0 to 1. One dark accent; the rest is black and grey. */
export const colors = {
  ink: '0.1 0.1 0.1',
  accent: '0.11 0.19 0.33',
  grey: '0.36 0.36 0.36',
  hairline: '0.78 0.78 0.78',
  white: '1 1 1',
} as const

export type Color = (typeof colors)[keyof typeof colors]

export type FaceName = 'serif' | 'serifItalic' | 'serifBold' | 'sans' | 'sansBold' | 'mono'

/** Sizes and leadings in points. */
export interface TextStyle {
  readonly face: FaceName
  readonly size: number
  readonly leading: number
  readonly color: Color
  /** Whether a word may be broken after `/`, `.`, `_`, `:` and, failing that, anywhere. */
  readonly code?: boolean
}

/** US Letter in points, with margins of one inch. */
export const page = {width: 612, height: 792, margin: 72} as const
export const contentWidth = page.width - 2 * page.margin

const {ink, accent, grey, white} = colors

export const styles = {
  body: {face: 'serif', size: 10.5, leading: 15, color: ink},
  lead: {face: 'serif', size: 12, leading: 17.5, color: ink},
  note: {face: 'serif', size: 9, leading: 12.5, color: grey},
  callout: {face: 'serif', size: 10, leading: 14.5, color: ink},
  source: {face: 'sans', size: 7, leading: 9.5, color: grey, code: true},
  heading1: {face: 'sansBold', size: 18, leading: 23, color: accent},
  heading2: {face: 'sansBold', size: 12.5, leading: 16.5, color: accent},
  heading3: {face: 'sansBold', size: 10.5, leading: 14.5, color: ink},
  caption: {face: 'sansBold', size: 9, leading: 12.5, color: ink},
  columnTitle: {face: 'sansBold', size: 8, leading: 10.5, color: accent},
  cell: {face: 'sans', size: 8.5, leading: 11.5, color: ink},
  cellStrong: {face: 'sansBold', size: 8.5, leading: 11.5, color: ink},
  cellCode: {face: 'mono', size: 7.5, leading: 11.5, color: ink, code: true},
  factLabel: {face: 'sansBold', size: 9, leading: 14, color: grey},
  factText: {face: 'serif', size: 10, leading: 14, color: ink},
  furniture: {face: 'sans', size: 7.5, leading: 10, color: grey},
  band: {face: 'sansBold', size: 8, leading: 11, color: white},
  bandDark: {face: 'sansBold', size: 8, leading: 11, color: accent},
  coverNetwork: {face: 'sansBold', size: 12, leading: 17, color: accent},
  coverTitle: {face: 'serifBold', size: 28, leading: 35, color: ink},
  coverTitleLong: {face: 'serifBold', size: 20, leading: 26, color: ink},
  coverSubtitle: {face: 'serif', size: 14, leading: 20, color: grey},
  coverDate: {face: 'sans', size: 10, leading: 14, color: ink},
  legend: {face: 'sans', size: 8.5, leading: 12, color: ink},
  contents1: {face: 'sansBold', size: 9.5, leading: 12.8, color: ink},
  contents2: {face: 'serif', size: 9.5, leading: 12.8, color: ink},
} as const satisfies Record<string, TextStyle>
