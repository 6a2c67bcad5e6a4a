import {readdirSync} from 'node:fs'

/** Practices of the first days, and Birchwood. */
const firstPractices = [
  'northgate-family-medicine',
  'harbor-primary-care',
  'millbrook-family-practice',
  'eastfield-internal-medicine',
  'lakeshore-pediatrics',
  'cedar-hill-family-health',
  'northgate-cardiology',
  'coastal-endocrinology',
  'pine-street-pulmonary',
  'bayview-orthopedics',
  'summit-gastroenterology',
  'willow-womens-health',
  'stonebridge-surgery',
  'quarry-road-primary-care',
  'birchwood-family-medicine',
] as const

/** The forty-five that came by the spreadsheet of September 2025. */
const laterPractices = readdirSync('examples/northgate/history/027-roster/records/participants')
  .map((it) => it.replace('.yaml', ''))
  .sort()

/** All sixty on the panel at the end; the hospital is none of them. */
export const practices: readonly string[] = [...firstPractices, ...laterPractices]

/** Every participant on the panel. */
export const participants: readonly string[] = [...practices, 'northgate-regional-hospital']
