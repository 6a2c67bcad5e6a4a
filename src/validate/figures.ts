import type {Diagnostic} from '../model/diagnostic.ts'
import {compareText, type ValuePath} from '../model/location.ts'
import {quoted} from '../model/show.ts'
import type {Entry} from '../model/workspace.ts'
import {valuesAt, type PathPattern} from './paths.ts'
import {pathText} from './words.ts'

/** Figures of records that are right one by one and cannot be true together. */
export function checkFigures(entries: readonly Entry[]): Diagnostic[] {
  return [
    ...entries.flatMap((it) =>
      it.kind === 'Measure' ? ratiosOf(it) : it.kind === 'Network' ? sharesOf(it) : [],
    ),
    ...repeatedClinicians(entries),
  ]
}

const valuesOfMeasure: readonly PathPattern[] = [
  ['floor'],
  ['targets', '*', 'value'],
  ['benchmarks', '*', 'value'],
  ['baseline', 'value'],
  ['results', '*', 'value'],
]

/** A share of patients ends at 1; an index of cost or use does not, and 72 is none either. */
const largestIndex = 10

function ratiosOf({value, locate}: Entry<'Measure'>): Diagnostic[] {
  if (value.unit !== 'ratio') return []
  const isShare = /^(?:process|outcome|patientExperience)$/.test(value.domain)
  const largest = isShare ? 1 : largestIndex
  return valuesOfMeasure
    .flatMap((it) => valuesAt(value, it))
    .flatMap(({path, value: figure}) =>
      typeof figure !== 'number' || (figure >= 0 && figure <= largest)
        ? []
        : [
            {
              code: 'record/ratio',
              severity: 'error' as const,
              message: `Unexpected value \`${figure}\` for ${quoted(pathText(path))}, expected ${isShare ? 'a share from 0 to 1' : `a ratio from 0 to ${largestIndex}`}`,
              location: locate(path),
              why: 'A value in percent beside results that are ratios is never reached, or always',
              help:
                figure > 1 && figure <= 100
                  ? `Write \`${Number((figure / 100).toFixed(6))}\` for ${figure} percent, or correct \`unit\``
                  : 'Correct the value, or `unit`',
            },
          ],
    )
}

/** What rounding each share to two decimals may add up to. */
const rounding = 0.005

function sharesOf({value: {owners = []}, locate}: Entry<'Network'>): Diagnostic[] {
  const sum = owners.reduce((total, {share}) => total + share, 0)
  if (owners.length === 0 || Math.abs(sum - 1) <= rounding * owners.length + 1e-9) return []
  return [
    {
      code: 'record/shares',
      severity: 'error',
      message: `Unexpected sum \`${Number(sum.toFixed(4))}\` of the shares in \`owners\`, expected \`1\``,
      location: locate(['owners']),
      why: 'Owners are told to the whole: who is left out may be the one that matters',
      help: 'Add the owner that is missing, or correct a share',
    },
  ]
}

interface Place {
  readonly entry: Entry<'Participant'>
  readonly path: ValuePath
  readonly joined: string
  readonly left: string
  /** Participant at which the clinician counts instead. */
  readonly countedAt: string | undefined
}

/**
 * One clinician at two places at a time is counted twice by every test, but where all entries save
 * one say with `countedAt` that the clinician counts there.
 */
function repeatedClinicians(entries: readonly Entry[]): Diagnostic[] {
  const places = new Map<string, Place[]>()
  for (const entry of entries)
    if (entry.kind === 'Participant')
      for (const [index, it] of (entry.value.clinicians ?? []).entries()) {
        const {npi, joined, left, countedAt} = it
        places.set(npi, [
          ...(places.get(npi) ?? []),
          {
            entry,
            path: ['clinicians', index, 'npi'],
            joined: joined ?? entry.value.joined ?? '',
            left: left ?? entry.value.left ?? '9999',
            countedAt,
          },
        ])
      }
  return [...places]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([npi, all]) => {
      const [first, ...others] = all.filter((it) => it.countedAt === undefined)
      const astray = all
        .filter(({countedAt}) => countedAt !== undefined)
        .filter((it) => !all.some((other) => isCountedThere(it, other)))
        .map((it) => countedNowhere(npi, it))
      if (first === undefined) return astray
      return [
        ...others.filter((it) => overlap(it, first)).map((it) => repeatedClinician(npi, it, first)),
        ...astray,
      ]
    })
}

function overlap(a: Place, b: Place): boolean {
  return a.joined < b.left && b.joined < a.left
}

function isCountedThere(it: Place, other: Place): boolean {
  return (
    other.countedAt === undefined &&
    other.entry.value.id === it.countedAt &&
    other.entry !== it.entry &&
    overlap(it, other)
  )
}

function countedNowhere(npi: string, {entry, path, countedAt = ''}: Place): Diagnostic {
  return {
    code: 'record/not-counted',
    severity: 'warning',
    message: `Unexpected \`countedAt\` ${quoted(countedAt)} of NPI ${quoted(npi)}, expected a participant that lists the clinician at the same time`,
    location: entry.locate([...path.slice(0, -1), 'countedAt']),
    why: 'The clinician would be counted nowhere: on no panel, in no share and in no average',
    help: 'Name the participant whose own entry counts, or remove `countedAt`',
  }
}

function repeatedClinician(npi: string, {entry, path}: Place, first: Place): Diagnostic {
  return {
    code: 'record/duplicate-npi',
    severity: 'warning',
    message: `Unexpected second clinician with NPI ${quoted(npi)} at the same time, expected each clinician once`,
    location: entry.locate(path),
    why: 'The clinician is counted twice: on panels, in shares and in averages',
    help: 'Keep the entry where the clinician is a member; where they moved, add `left` to the first; where they work at both, write `countedAt` into the entry that is not to count',
    related: [{message: 'The first is here', location: first.entry.locate(first.path)}],
  }
}
