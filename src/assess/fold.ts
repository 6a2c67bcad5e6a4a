import type {QuestionOutcome, Readiness} from '../model/assessment.ts'
import type {Outcome, Weight} from '../model/rule.ts'

/** A test as the fold sees it. */
export interface Weighed {
  readonly weight: Weight
  readonly outcome: Outcome
}

/** What one test does to the question it bears on, gravest first. */
export type Effect = 'fails' | 'opens' | 'weakens' | 'none'

/** The whole table of the fold: by weight, the outcomes that fail, open or weaken a question. */
const effects: Readonly<Record<Weight, Readonly<Partial<Record<Outcome, Effect>>>>> = {
  gate: {absent: 'fails', contrary: 'fails', unknown: 'opens', weak: 'opens'},
  critical: {contrary: 'fails', absent: 'opens', unknown: 'opens', weak: 'weakens'},
  major: {weak: 'weakens', absent: 'weakens', contrary: 'weakens', unknown: 'weakens'},
  minor: {},
}

/** What a test does to its question. */
export function effectOf({weight, outcome}: Weighed): Effect {
  return effects[weight][outcome] ?? 'none'
}

/** Folds the tests of one question. Tests that do not apply count for nothing. */
export function fold(tests: readonly Weighed[]): QuestionOutcome {
  if (tests.every(({outcome}) => outcome === 'notApplicable')) return 'notApplicable'
  const found = new Set(tests.map(effectOf))
  if (found.has('fails')) return 'fails'
  if (found.has('opens')) return 'open'
  return found.has('weakens') ? 'supportedWithNotedWeakness' : 'supported'
}

/**
 * Readiness of a product line. Only the gates of factor L count here: its other tests are shown.
 *
 * @param questions - Outcomes of the four questions.
 * @param integrity - The tests of factor L.
 */
export function readinessOf(
  questions: readonly QuestionOutcome[],
  integrity: readonly Weighed[],
): Readiness {
  const gates = integrity.filter(({weight}) => weight === 'gate').map(effectOf)
  if (questions.includes('fails') || gates.includes('fails')) return 'notReady'
  if (questions.includes('open') || gates.includes('opens')) return 'conditionsOutstanding'
  return 'readyForCounselsReview'
}
