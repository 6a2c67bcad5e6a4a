import type {Assessment, LineAssessment, TestResult} from '../model/assessment.ts'
import type {FactComparison, LineComparison, MatterComparison} from '../model/comparison.ts'
import type {Matter, MatterFact, Shown} from '../model/matter.ts'
import {factors, type Outcome} from '../model/rule.ts'

/**
 * Each product line beside each matter, factor by factor: what is alike in fact and what differs.
 * It says nothing of how a matter about this network would come out.
 */
export function compare(
  {lines}: Pick<Assessment, 'lines'>,
  matters: readonly Matter[],
): readonly LineComparison[] {
  return lines.map((assessed) => ({
    line: assessed.line,
    matters: matters.map((it) => compareMatter(assessed, it)),
  }))
}

function compareMatter(assessed: LineAssessment, matter: Matter): MatterComparison {
  return {
    matter,
    stage: assessed.line.stage === matter.stage ? 'alike' : 'differs',
    factors: factors.map((factor) => ({
      factor,
      results: assessed.results
        .filter((it) => it.factor === factor)
        .map(({rule, outcome}) => ({rule, outcome})),
      facts: matter.facts
        .filter((it) => it.factor === factor)
        .map((it) => compareFact(assessed, it)),
    })),
  }
}

/** What an outcome shows of the state of affairs that its test looks for. */
const shownBy: Readonly<Partial<Record<Outcome, Shown>>> = {
  supported: 'shown',
  weak: 'inPart',
  absent: 'missing',
  contrary: 'against',
}

function compareFact({results}: LineAssessment, fact: MatterFact): FactComparison {
  const result = results.find(({rule}) => rule === fact.test) ?? null
  const here = result === null ? null : (shownBy[result.outcome] ?? null)
  return {fact, likeness: likenessOf(fact, result, here), here, result}
}

function likenessOf(
  {there}: MatterFact,
  result: TestResult | null,
  here: Shown | null,
): FactComparison['likeness'] {
  if (result === null || there === undefined) return 'notCompared'
  if (here === null) return 'notTold'
  if (here === there) return 'alike'
  // What is missing may be there and not recorded; that is not unlike a fact against it.
  const lacking = [here, there].every((it) => it === 'missing' || it === 'against')
  return lacking ? 'notTold' : 'differs'
}
